"""Cutting a sentence into pieces: mentions, nouns, verb groups, and the small words between them."""

from collections.abc import Sequence

import attrs

from oic_summits.model import ActKind
from oic_summits.parser.clauses import Chunk, Piece
from oic_summits.parser.lexicon import (
    ADVERBS,
    COORDINATORS,
    DETERMINERS,
    NOUNS_IN_ING,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    verb_forms,
)
from oic_summits.parser.line import Line
from oic_summits.parser.mentions import Kind, Mention
from oic_summits.parser.neighbours import clause_follows, is_verbal, noun_before, noun_follows, open_word, verb_starts
from oic_summits.parser.verbs import verb_group


def chunk(line: Line, mentions: Sequence[Mention]) -> tuple[Piece, ...]:
    """Cut a sentence into pieces."""
    at = {mention.start: mention for mention in mentions}
    pieces: list[Piece] = []
    i = 0
    while i < len(line):
        piece = _piece_at(line, at, pieces, i)
        if (
            piece.kind is Chunk.NOUN
            and pieces
            and pieces[-1].kind is Chunk.NOUN
            and pieces[-1].end == piece.start
            and line.lower(piece.start) not in DETERMINERS
        ):
            word = piece.word if pieces[-1].word in ("modifier", "'s") else pieces[-1].word
            pieces[-1] = attrs.evolve(pieces[-1], end=piece.end, plural=piece.plural, word=word)
        else:
            pieces.append(piece)
        i = piece.end
    return tuple(pieces)


def _piece_at(line: Line, at: dict[int, Mention], pieces: list[Piece], i: int) -> Piece:
    mention = at.get(i)
    token = line.tokens[i]
    lower = token.lower
    if mention is not None:
        return _mention_piece(line, mention, pieces, i)
    date = _date_phrase(line, i)
    if date is not None:
        date += line.lower(date) in ("evening", "morning", "night", "afternoon")
        return Piece(kind=Chunk.ADVERB, start=i, end=date, word="date")
    if token.kind == "quote":
        return Piece(kind=Chunk.QUOTE, start=i, end=i + 1)
    if token.kind == "possessive" or line.possessive(i):
        return Piece(kind=Chunk.NOUN, start=i, end=i + 1, word="'s")
    tail = _place_tail(line, i)
    follower = at.get(i + 1)
    if tail is not None and (follower is None or follower.kind is Kind.STATE):
        return Piece(kind=Chunk.ADVERB, start=i, end=tail, word="place")
    if token.kind == "mark":
        kind = Chunk.COMMA if lower == "," else Chunk.BREAK
        return Piece(kind=kind, start=i, end=i + 1, word=lower)
    verb = verb_group(line, at, pieces, i)
    if verb is not None:
        end, group = verb
        return Piece(kind=Chunk.VERB, start=i, end=end, verb=group, word=line.lower(group.main))
    return _word_piece(line, pieces, i, lower)


def _place_tail(line: Line, i: int) -> int | None:
    """The end of ", Saudi Arabia," behind "in Mecca": it belongs to the place and separates nothing."""
    if line.lower(i) != "," or i + 1 >= len(line):
        return None
    state = line.known[i + 1]
    city = next((k for k in line.known[max(0, i - 3) : i] if k is not None and k.end == i and k.is_place), None)
    if state is None or state.state is None or city is None or city.state != state.state or state.is_demonym:
        return None
    return state.end + (line.lower(state.end) == ",")


_BEFORE_DATES = frozenset("on in at by since until from during late early of last to between the".split())


def _date_phrase(line: Line, i: int) -> int | None:
    """The end of a date with the small words before it: "late on Thursday", "in November 2003"."""
    j = i
    while j - i < 3 and j not in line.dates and line.lower(j) in _BEFORE_DATES:
        j += 1
    return line.dates.get(j)


def _mention_piece(line: Line, mention: Mention, pieces: list[Piece], i: int) -> Piece:
    if mention.kind is Kind.PRONOUN and mention.name in ("who", "which"):
        return Piece(kind=Chunk.RELATIVE, start=i, end=mention.end, mention=mention, word=mention.name or "")
    modifier = mention.possessive or (
        mention.kind is Kind.STATE
        and mention.demonym
        and not mention.plural
        and (open_word(line, mention.end) or line.lower(mention.end) == "and")
    )
    if modifier:
        return Piece(kind=Chunk.NOUN, start=i, end=mention.end, mention=mention, word="modifier")
    compound = mention.kind in (Kind.STATE, Kind.ORGANISATION, Kind.NAME) and noun_follows(line, mention.end)
    if _pair_speaks(line, mention, pieces):
        compound = False
    if compound and not is_verbal(line, mention.end) and not _subjunctive_follows(line, pieces, mention.end):
        return Piece(kind=Chunk.NOUN, start=i, end=mention.end, mention=mention, word="modifier")
    apposed = any(line.lower(k) == "," for k in range(i, mention.end))
    return Piece(
        kind=Chunk.MENTION, start=i, end=mention.end, mention=mention, plural=mention.plural, apposition=apposed
    )


def _pair_speaks(line: Line, mention: Mention, pieces: list[Piece]) -> bool:
    """As in "Israel and the United States say": a base form of speech after two names joined by "and"."""
    form = verb_forms().get(line.lower(mention.end))
    joined = len(pieces) > 1 and pieces[-1].word == "and" and pieces[-2].kind is Chunk.MENTION
    return joined and form is not None and form.base and form.sense.kind is not ActKind.DO


def _subjunctive_follows(line: Line, pieces: list[Piece], i: int) -> bool:
    """As in "demanded that Israel withdraw": a base form after "that" and a name."""
    form = verb_forms().get(line.lower(i))
    return form is not None and form.base and bool(pieces) and pieces[-1].word == "that"


_COMPOUND_PREPOSITIONS = (
    *(("according", "to"), ("due", "to"), ("owing", "to"), ("mindful", "of"), ("conscious", "of"), ("aware", "of")),
    *(("desirous", "of"), ("cognizant", "of"), ("cognisant", "of")),
)
_NOUNS_IN_LY = frozenset("assembly ally family rally reply".split())


def _word_piece(line: Line, pieces: list[Piece], i: int, lower: str) -> Piece:
    """A word alone, by its class."""
    if lower == "to":
        return _to_piece(line, i)
    if lower in ("all", "both", "each") and _floats(line, pieces, i):
        return Piece(kind=Chunk.ADVERB, start=i, end=i + 1, word=lower)
    if lower == "as" and line.lower(i + 1) in ("though", "if"):
        return Piece(kind=Chunk.SUBORDINATOR, start=i, end=i + 2, word="if")
    if lower == "as" and _participle_and_preposition(line, i + 1):
        return Piece(kind=Chunk.ADVERB, start=i, end=i + 2, word=lower)
    kind = _closed_class(line, pieces, i, lower) or _open_class(line, i, lower)
    compound = kind is Chunk.PREPOSITION and (lower, line.lower(i + 1)) in _COMPOUND_PREPOSITIONS
    compound = compound or (lower == "how" and line.lower(i + 1) in ("long", "much", "many", "far", "soon", "often"))
    plural = kind is Chunk.NOUN and lower.endswith("s") and not lower.endswith("ss")
    return Piece(kind=kind, start=i, end=i + 2 if compound else i + 1, word=lower, plural=plural)


def _floats(line: Line, pieces: list[Piece], i: int) -> bool:
    """As in "X and Y all sent deputies": a quantifier between a name and its verb."""
    form = verb_forms().get(line.lower(i + 1))
    named = bool(pieces) and pieces[-1].kind is Chunk.MENTION
    return named and form is not None and form.past and line.known[i] is None


def _participle_and_preposition(line: Line, i: int) -> bool:
    """As in "as embodied in the president": a participle that goes with the noun before."""
    form = verb_forms().get(line.lower(i))
    known = form.participle and not form.base if form is not None else line.lower(i).endswith("ed")
    return known and line.lower(i + 1) in ("in", "by", "at", "on", "under")


def _to_piece(line: Line, i: int) -> Piece:
    """As in "to open", "to formally open" (an infinitive), else a preposition."""
    j = i + 1
    while line.lower(j) in ADVERBS or line.lower(j).endswith("ly"):
        j += 1
    form = verb_forms().get(line.lower(j))
    if (form is not None and form.base) or line.lower(j) in ("be", "have", "do"):
        return Piece(kind=Chunk.INFINITIVE, start=i, end=j + 1, word=line.lower(j))
    return Piece(kind=Chunk.PREPOSITION, start=i, end=i + 1, word="to")


def _closed_class(line: Line, pieces: list[Piece], i: int, lower: str) -> Chunk | None:
    """The class of a function word or adverb, or None."""
    if lower == "that":
        common = pieces and (
            pieces[-1].kind is Chunk.NOUN
            or (pieces[-1].mention is not None and pieces[-1].mention.kind in (Kind.GROUP, Kind.DOCUMENT))
        )
        relative = common and verb_starts(line, i + 1)
        return Chunk.RELATIVE if relative else Chunk.SUBORDINATOR
    if lower in RELATIVES and lower != "where":
        return Chunk.RELATIVE
    if lower in ("before", "after", "since", "until", "as") and not clause_follows(line, i + 1):
        return Chunk.PREPOSITION
    for words, kind in (
        (SUBORDINATORS, Chunk.SUBORDINATOR),
        (COORDINATORS, Chunk.COORDINATOR),
        (PREPOSITIONS, Chunk.PREPOSITION),
        (ADVERBS, Chunk.ADVERB),
    ):
        if lower in words:
            return kind
    return Chunk.ADVERB if lower.endswith("ly") and len(lower) > 4 and lower not in _NOUNS_IN_LY else None


def _open_class(line: Line, i: int, lower: str) -> Chunk:
    form = verb_forms().get(lower)
    guessed = form is None and lower.endswith("ing") and len(lower) > 5 and lower not in NOUNS_IN_ING
    gerund = (form is not None and form.gerund) or guessed
    return Chunk.GERUND if gerund and not noun_before(line, i) else Chunk.NOUN
