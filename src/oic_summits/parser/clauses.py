"""Clauses: verb groups of a sentence and what stands as their subject.

No tagger is needed: the lexicon says what a form can be, and its neighbours decide what it is.
"""

from collections.abc import Sequence
from enum import StrEnum

import attrs

from oic_summits.model import ActKind, Modality, Polarity
from oic_summits.parser.lexicon import (
    ADVERBS,
    BE,
    COORDINATORS,
    DETERMINERS,
    DO,
    FUTURE,
    HAVE,
    MODALS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    VerbForm,
    VerbSense,
    guess_verb,
    verb_forms,
)
from oic_summits.parser.mentions import Kind, Mention
from oic_summits.parser.names import Line


class Chunk(StrEnum):
    """What a stretch of a sentence is."""

    MENTION = "mention"
    NOUN = "noun"
    VERB = "verb"
    GERUND = "gerund"
    INFINITIVE = "infinitive"
    PREPOSITION = "preposition"
    COORDINATOR = "coordinator"
    COMMA = "comma"
    BREAK = "break"  # semicolon, colon, dash, bracket
    SUBORDINATOR = "subordinator"
    RELATIVE = "relative"
    ADVERB = "adverb"
    QUOTE = "quote"


@attrs.frozen(kw_only=True)
class VerbGroup:
    """A finite verb with its auxiliaries.

    Attributes:
        main: token index of the main verb.
        sense: what the verb does.
        passive: "was convened".
        copula: a form of "be" that stands alone.
        negated: "did not attend".
        modality: done, planned, expected or not done.
        tense: past, present or modal, by which co-ordinated verbs are matched.
        bare: whether no auxiliary stands before the main verb.
    """

    main: int
    sense: VerbSense
    passive: bool = False
    copula: bool = False
    negated: bool = False
    modality: Modality = Modality.DONE
    tense: str = "past"
    bare: bool = True


@attrs.frozen(kw_only=True)
class Piece:
    """A chunk of a sentence, in token indexes."""

    kind: Chunk
    start: int
    end: int
    mention: Mention | None = None
    verb: VerbGroup | None = None
    word: str = ""
    plural: bool = False
    apposition: bool = False


@attrs.define(kw_only=True)
class Clause:
    """A verb group with its subject, in piece indexes of one sentence.

    Attributes:
        verb: index of the verb's piece.
        subjects: indexes of the subject pieces (several for a compound subject); empty where none was found.
        agent: index of the piece after "by" of a passive, or None.
        shares: index of the earlier clause whose subject it shares, or None.
        governor: index of the clause in whose reported speech it stands, or None.
        relative: whether it is a relative clause.
        inverted: whether the subject follows ("said X").
        subordinate: the subordinator that opens it, or an empty string.
    """

    verb: int
    subjects: tuple[int, ...] = ()
    agent: int | None = None
    shares: int | None = None
    governor: int | None = None
    relative: bool = False
    inverted: bool = False
    subordinate: str = ""


@attrs.frozen(kw_only=True)
class Parsed:
    """A sentence in pieces and clauses."""

    line: Line
    pieces: tuple[Piece, ...]
    clauses: tuple[Clause, ...]


_EXPECTING = frozenset("expected due set scheduled likely about supposed bound slated poised tipped ready".split())
_PLANNING = frozenset("planned intended meant".split())
_NOMINAL = (Chunk.MENTION, Chunk.NOUN)


# --- pieces -----------------------------------------------------------------------------------------------------------


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
            pieces[-1] = attrs.evolve(pieces[-1], end=piece.end, plural=piece.plural)
        else:
            pieces.append(piece)
        i = piece.end
    return tuple(pieces)


def _piece_at(line: Line, at: dict[int, Mention], pieces: list[Piece], i: int) -> Piece:
    mention = at.get(i)
    token = line.tokens[i]
    if mention is not None:
        return _mention_piece(line, mention, pieces, i)
    lower = token.lower
    date = _date_phrase(line, i)
    if date is not None:
        return Piece(kind=Chunk.ADVERB, start=i, end=date, word="date")
    if token.kind == "quote":
        return Piece(kind=Chunk.QUOTE, start=i, end=i + 1)
    if token.kind == "possessive" or line.possessive(i):
        return Piece(kind=Chunk.NOUN, start=i, end=i + 1, word="'s")
    if token.kind == "mark":
        kind = Chunk.COMMA if lower == "," else Chunk.BREAK
        return Piece(kind=kind, start=i, end=i + 1, word=lower)
    verb = _verb_group(line, at, pieces, i)
    if verb is not None:
        end, group = verb
        return Piece(kind=Chunk.VERB, start=i, end=end, verb=group, word=line.lower(group.main))
    return _word_piece(line, pieces, i, lower)


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
        and (_open_word(line, mention.end) or line.lower(mention.end) == "and")
    )
    if modifier:
        return Piece(kind=Chunk.NOUN, start=i, end=mention.end, mention=mention, word="modifier")
    compound = mention.kind in (Kind.STATE, Kind.ORGANISATION, Kind.NAME) and _noun_follows(line, mention.end)
    if compound and not _verbal(line, mention.end) and not _subjunctive_follows(line, pieces, mention.end):
        return Piece(kind=Chunk.NOUN, start=i, end=mention.end, mention=mention, word="modifier")
    apposed = any(line.lower(k) == "," for k in range(i, mention.end))
    return Piece(
        kind=Chunk.MENTION, start=i, end=mention.end, mention=mention, plural=mention.plural, apposition=apposed
    )


def _subjunctive_follows(line: Line, pieces: list[Piece], i: int) -> bool:
    """ "demanded that Israel withdraw": a base form after "that" and a name."""
    form = verb_forms().get(line.lower(i))
    return form is not None and form.base and bool(pieces) and pieces[-1].word == "that"


def _open_word(line: Line, i: int) -> bool:
    """Whether a word of an open class follows (a noun, an adjective, a verb)."""
    if i >= len(line) or line.tokens[i].kind != "word" or i in line.dates:
        return False
    return line.lower(i) not in _CLOSED


_CLOSED = ADVERBS | BE | HAVE | DO | MODALS | PREPOSITIONS | COORDINATORS | SUBORDINATORS | RELATIVES | DETERMINERS


def _noun_follows(line: Line, i: int) -> bool:
    """Whether a common noun or adjective follows, so that what stands before is its modifier."""
    if i >= len(line):
        return False
    token = line.tokens[i]
    if token.kind != "word" or token.text[0].isupper():
        return False
    return token.lower not in _CLOSED and not _verbal(line, i)


def _verbal(line: Line, i: int) -> bool:
    form = verb_forms().get(line.lower(i))
    if form is None:
        word = line.lower(i)
        return word.endswith("ed") and guess_verb(word) is not None
    return form.past or form.third or (form.participle and not form.base)


def _word_piece(line: Line, pieces: list[Piece], i: int, lower: str) -> Piece:
    nxt = line.lower(i + 1)
    if lower == "to":
        j = i + 1
        while line.lower(j) in ADVERBS or line.lower(j).endswith("ly"):
            j += 1
        form = verb_forms().get(line.lower(j))
        if (form is not None and form.base) or line.lower(j) in ("be", "have", "do"):
            return Piece(kind=Chunk.INFINITIVE, start=i, end=j + 1, word=line.lower(j))
        return Piece(kind=Chunk.PREPOSITION, start=i, end=i + 1, word=lower)
    if lower in RELATIVES and lower != "that" and lower != "where":
        return Piece(kind=Chunk.RELATIVE, start=i, end=i + 1, word=lower)
    if lower == "that":
        if pieces and pieces[-1].kind is Chunk.NOUN and _verbal_start(line, i + 1):
            return Piece(kind=Chunk.RELATIVE, start=i, end=i + 1, word=lower)
        return Piece(kind=Chunk.SUBORDINATOR, start=i, end=i + 1, word=lower)
    if lower in ("before", "after", "since", "until", "as") and not _clause_follows(line, i + 1):
        return Piece(kind=Chunk.PREPOSITION, start=i, end=i + 1, word=lower)
    if lower in SUBORDINATORS:
        return Piece(kind=Chunk.SUBORDINATOR, start=i, end=i + 1, word=lower)
    if lower in COORDINATORS:
        return Piece(kind=Chunk.COORDINATOR, start=i, end=i + 1, word=lower)
    if lower in PREPOSITIONS:
        end = (
            i + 2 if (lower, nxt) in (("according", "to"), ("due", "to"), ("owing", "to"), ("because", "of")) else i + 1
        )
        return Piece(kind=Chunk.PREPOSITION, start=i, end=end, word=lower)
    if lower in ADVERBS or (
        lower.endswith("ly") and len(lower) > 4 and lower not in ("assembly", "ally", "family", "rally", "reply")
    ):
        return Piece(kind=Chunk.ADVERB, start=i, end=i + 1, word=lower)
    form = verb_forms().get(lower)
    gerund = (form is not None and form.gerund) or (form is None and lower.endswith("ing") and len(lower) > 5)
    if gerund and not _noun_before(line, i):
        return Piece(kind=Chunk.GERUND, start=i, end=i + 1, word=lower)
    return Piece(
        kind=Chunk.NOUN, start=i, end=i + 1, word=lower, plural=lower.endswith("s") and not lower.endswith("ss")
    )


def _noun_before(line: Line, i: int) -> bool:
    before = line.lower(i - 1)
    return i > 0 and (before in DETERMINERS or line.possessive(i - 1)) and line.tokens[i - 1].kind != "mark"


def _verbal_start(line: Line, i: int) -> bool:
    j = i
    while line.lower(j) in ADVERBS:
        j += 1
    word = line.lower(j)
    form = verb_forms().get(word)
    return word in BE | HAVE | MODALS | DO or (form is not None and (form.past or form.third or form.base))


def _clause_follows(line: Line, i: int) -> bool:
    """Whether a finite verb comes soon enough that "after", "as" and the like open a clause."""
    for j in range(i, min(i + 12, len(line))):
        token = line.tokens[j]
        if token.kind in ("mark", "quote"):
            return False
        lower = token.lower
        if lower in BE | HAVE | MODALS | DO:
            return j > i
        form = verb_forms().get(lower)
        if form is not None and form.past and j > i and not (line.lower(j - 1) in DETERMINERS | PREPOSITIONS):
            return True
    return False


# --- verb groups ------------------------------------------------------------------------------------------------------


def _verb_group(line: Line, at: dict[int, Mention], pieces: list[Piece], i: int) -> tuple[int, VerbGroup] | None:
    lower = line.lower(i)
    if lower in MODALS or lower in HAVE or lower in BE or lower in DO:
        if lower == "be":
            last = _last_content(pieces)
            return (
                _with_auxiliary(line, at, i)
                if last is not None and last.kind in _NOMINAL and last.word != "modifier"
                else None
            )
        if lower in ("having", "being", "been") or (lower in ("will", "may", "might", "can") and _noun_before(line, i)):
            return None
        return _with_auxiliary(line, at, i)
    return _plain_verb(line, pieces, i)


def _skip_adverbs(line: Line, i: int) -> tuple[int, bool]:
    negated = False
    while i < len(line):
        lower = line.lower(i)
        if lower in ("not", "never", "n't"):
            negated = True
        elif not (lower in ADVERBS or (lower.endswith("ly") and len(lower) > 4) or lower in ("not",)):
            break
        i += 1
    return i, negated


def _with_auxiliary(line: Line, at: dict[int, Mention], i: int) -> tuple[int, VerbGroup] | None:
    first = line.lower(i)
    tense = "modal" if first in MODALS else "past" if first in ("had", "was", "were", "did") else "present"
    modality = Modality.EXPECTED if first in FUTURE else Modality.DONE
    negated = False
    be = first in BE
    have = first in HAVE
    j = i + 1
    while True:
        j, not_here = _skip_adverbs(line, j)
        negated = negated or not_here
        if j >= len(line) or j in at:
            return _copula(i, j, first, tense, negated)
        lower = line.lower(j)
        if lower in BE:
            be, j = True, j + 1
            continue
        if lower in HAVE and first in MODALS and line.lower(j - 1) in MODALS:
            have, j = True, j + 1
            continue
        break
    if lower == "to" or (lower in _EXPECTING | _PLANNING and line.lower(j + 1) == "to" and be):
        return _prospective(line, i, j, tense, negated, be=be, have=have)
    if lower == "yet" and line.lower(j + 1) == "to":
        return _prospective(line, i, j + 1, tense, True, be=be, have=have)
    form = verb_forms().get(lower) or guess_verb(lower)
    if form is None and first in MODALS | DO and not be and not have and _open_word(line, j) and lower.isalpha():
        form = VerbForm(VerbSense(lower, ActKind.DO, Polarity.NEUTRAL, operative=False), base=True)
    if form is None:
        return _copula(i, j, first, tense, negated)
    group = VerbGroup(
        main=j,
        sense=form.sense,
        negated=negated,
        modality=Modality.NOT_DONE if negated else modality,
        tense=tense,
        bare=False,
    )
    if be and form.participle and (not form.gerund):
        if lower in _ADJECTIVE_PARTICIPLES and line.lower(j + 1) not in ("by",):
            return _copula(i, j, first, tense, negated)
        return j + 1, attrs.evolve(group, passive=True)
    if be and form.gerund:
        return j + 1, group
    if have and form.participle:
        return j + 1, group
    if (first in MODALS or first in DO) and form.base and not be:
        return j + 1, group
    return _copula(i, j, first, tense, negated)


_ADJECTIVE_PARTICIPLES = frozenset(
    "united concerned determined convinced interested pleased satisfied worried eager".split()
)


def _copula(i: int, j: int, first: str, tense: str, negated: bool) -> tuple[int, VerbGroup] | None:
    lemma = "be" if first in BE or first in MODALS else "have" if first in HAVE else "do"
    sense = VerbSense(lemma, ActKind.DO, Polarity.NEUTRAL, operative=False)
    return i + 1 if j == i + 1 else j, VerbGroup(
        main=i, sense=sense, copula=True, negated=negated, tense=tense, bare=False
    )


def _prospective(
    line: Line, i: int, j: int, tense: str, negated: bool, *, be: bool, have: bool
) -> tuple[int, VerbGroup] | None:
    """ "is to open", "is expected to reaffirm", "has yet to recognise"."""
    k = j if line.lower(j) == "to" else j + 1
    k, _ = _skip_adverbs(line, k + 1)
    form = verb_forms().get(line.lower(k))
    if form is None or not form.base or not (be or have):
        return _copula(i, j, line.lower(i), tense, negated)
    if have:
        modality = Modality.NOT_DONE if line.lower(j - 1) == "yet" or negated else Modality.EXPECTED
    else:
        modality = Modality.PLANNED if line.lower(j) in _PLANNING or line.lower(j) == "to" else Modality.EXPECTED
    if negated and be:
        modality = Modality.NOT_DONE
    return k + 1, VerbGroup(main=k, sense=form.sense, negated=negated, modality=modality, tense="modal", bare=False)


_NOT_AFTER = (
    DETERMINERS
    | (PREPOSITIONS - {"as", "than", "like", "out", "up", "down", "off", "about", "around"})
    | frozenset(["to", "very", "so"])
)
# forms in "-s" that are oftener plural nouns
_PLURAL_NOUNS = frozenset(
    "heads ties talks positions plans calls efforts measures visits attacks demands supports claims reports remarks comments "
    "moves votes leads hopes fears views questions answers threats acts works speaks faces rights strikes raids rallies "
    "protests marches results returns attempts shares charges costs aims needs desires wishes ranks forms names notes states "
    "addresses offers orders requests appeals reviews studies tests trades exports imports supplies funds trains arms "
    "changes turns stops starts ends deals decides_ contacts links interests benefits losses gains tours guards bombs "
    "shows displays estimates forecasts limits mandates promises pledges proposals records releases rules sanctions spokes "
    "stands steps struggles targets transfers updates wars delegates presidents houses places stages hosts guests meets "
    "concerns crimes crises".split()
)


def _clear_singular(pieces: list[Piece]) -> bool:
    """Whether a name, a singular pronoun or a relative pronoun stands right before."""
    last = _last_content(pieces)
    if last is None:
        return False
    if last.kind in (Chunk.COORDINATOR, Chunk.COMMA):
        return _closes_aside(pieces) or any(
            p.verb is not None and p.verb.tense == "present" and p.verb.bare for p in pieces
        )
    return last.kind is Chunk.RELATIVE or (last.kind is Chunk.MENTION and not last.plural)


def _closes_aside(pieces: list[Piece]) -> bool:
    """Whether the comma at the end closes an aside behind a noun: "Turkey, serving as president,"."""
    last = len(pieces) - 1
    while last >= 0 and pieces[last].kind is Chunk.ADVERB:
        last -= 1
    commas = [index for index, piece in enumerate(pieces) if piece.kind is Chunk.COMMA]
    if not commas or commas[-1] != last:
        return False
    if last > 0 and pieces[last - 1].kind is Chunk.MENTION and apposed(pieces, last - 1):
        return True
    return any(index > 0 and pieces[index - 1].kind in _NOMINAL for index in commas[:-1])


def apposed(pieces: Sequence[Piece], k: int) -> bool:
    """Whether a name, or one it is joined to by "and", has an apposition that a comma must close."""
    while k >= 0 and pieces[k].kind is Chunk.MENTION:
        if pieces[k].apposition:
            return True
        if k < 2 or pieces[k - 1].kind is not Chunk.COORDINATOR:
            return False
        k -= 2
    return False


def _past_before(pieces: list[Piece]) -> bool:
    """Whether an earlier verb of the sentence is past or perfect, so that a form in "-ed" can be joined to it."""
    return any(
        p.verb is not None and (p.verb.tense == "past" or not p.verb.bare) and p.verb.tense != "modal" for p in pieces
    )


_PLURAL_SUBJECTS = frozenset("they we you i both".split())


def _plain_verb(line: Line, pieces: list[Piece], i: int) -> tuple[int, VerbGroup] | None:
    """A finite verb without auxiliary, where its neighbours allow one."""
    lower = line.lower(i)
    token = line.tokens[i]
    if token.kind != "word" or (token.text[0].isupper() and not token.text.isupper() and i > 0):
        return None
    form = verb_forms().get(lower)
    if form is None:
        form = guess_verb(lower) if lower.endswith("ed") and _subject_before(line, pieces, i) else None
        if form is None:
            return None
    if i > 0 and (line.lower(i - 1) in _NOT_AFTER or line.possessive(i - 1)) and not _after_pronoun(pieces):
        return None
    if form.past and not (form.base and form.past and not _subject_before(line, pieces, i)):
        if form.participle and not _may_be_finite(line, pieces, i):
            return None
        return i + 1, VerbGroup(main=i, sense=form.sense, tense="past")
    if form.third and lower in _PLURAL_NOUNS and not _clear_singular(pieces):
        return None
    if form.third and _subject_before(line, pieces, i) and not _plural_before(pieces):
        return i + 1, VerbGroup(main=i, sense=form.sense, tense="present")
    if lower == "present":
        return None
    if form.base and (_subjunctive(pieces) or (_subject_before(line, pieces, i) and _plural_before(pieces))):
        return i + 1, VerbGroup(main=i, sense=form.sense, tense="present")
    return None


def _subjunctive(pieces: list[Piece]) -> bool:
    """ "demanded that Israel withdraw": a base form after "that" and a name."""
    return (
        len(pieces) > 1
        and pieces[-1].kind is Chunk.MENTION
        and pieces[-2].kind is Chunk.SUBORDINATOR
        and pieces[-2].word == "that"
    )


def _after_pronoun(pieces: list[Piece]) -> bool:
    last = _last_content(pieces)
    return last is not None and (
        last.kind is Chunk.RELATIVE or (last.mention is not None and last.mention.kind is Kind.PRONOUN)
    )


def _last_content(pieces: list[Piece]) -> Piece | None:
    for piece in reversed(pieces):
        if piece.kind is not Chunk.ADVERB:
            return piece
    return None


def _subject_before(line: Line, pieces: list[Piece], i: int) -> bool:
    """Whether something that can be a subject, a relative pronoun, a quotation or a co-ordinator stands before."""
    last = _last_content(pieces)
    if last is None:
        return line.implied and line.lower(i).endswith("s")
    if last.kind in (Chunk.MENTION, Chunk.RELATIVE):
        return True
    if last.kind is Chunk.NOUN:
        return last.word not in ("modifier", "'s") and line.lower(last.end - 1) not in DETERMINERS
    if last.kind in (Chunk.COORDINATOR, Chunk.COMMA):
        return any(p.kind is Chunk.VERB for p in pieces) or _closes_aside(pieces)
    return last.kind in (Chunk.QUOTE, Chunk.BREAK)


def _plural_before(pieces: list[Piece]) -> bool:
    last = _last_content(pieces)
    if last is None:
        return False
    if last.kind in (Chunk.COORDINATOR, Chunk.COMMA):
        verbs = [p for p in pieces if p.kind is Chunk.VERB and p.verb is not None]
        previous = verbs[-1].verb if verbs else None
        return (
            previous is not None and previous.tense == "present" and previous.bare and not verbs[-1].word.endswith("s")
        )
    if last.kind is Chunk.RELATIVE:
        return len(pieces) > 1 and pieces[-2].plural
    if last.mention is not None and last.mention.kind is Kind.PRONOUN:
        return (last.mention.name or "") in _PLURAL_SUBJECTS
    if last.word in _PLURAL_SUBJECTS:
        return True
    index = len(pieces) - 1
    while index >= 2 and pieces[index].kind in _NOMINAL and pieces[index - 1].word == "of":
        index -= 2
    compound = index >= 2 and pieces[index - 1].word == "and" and pieces[index - 2].kind in _NOMINAL
    return pieces[index].plural or compound


def _may_be_finite(line: Line, pieces: list[Piece], i: int) -> bool:
    """Whether a form in "-ed" is a past tense and no participle.

    "territories occupied since 1967", "a text adopted by the summit": a participle after a noun that is an object, or
    before "by". "The summit adopted a text": a past tense after a subject.
    """
    last = _last_content(pieces)
    if last is None:
        return line.implied
    following, _ = _skip_adverbs(line, i + 1)
    if last.kind in (Chunk.RELATIVE, Chunk.QUOTE, Chunk.BREAK):
        return True
    if last.kind is Chunk.COORDINATOR:
        return _past_before(pieces)
    if last.kind is Chunk.COMMA:
        # ", adopted unanimously, demanded": a participle between commas, where the subject has no verb yet
        if any(p.kind is Chunk.VERB for p in pieces):
            copular = _last_verb_is_copula(pieces) and not _closes_aside(pieces)
            joined = line.lower(following) != "by" and not copular
            return joined and _past_before(pieces) and not _participle_aside(line, pieces, i)
        return _closes_aside(pieces)
    if last.kind not in _NOMINAL or last.word in ("modifier", "'s") or line.lower(last.end - 1) in DETERMINERS:
        return False
    if line.lower(following) == "by":
        return False
    return not _is_object(pieces)


def _last_verb_is_copula(pieces: list[Piece]) -> bool:
    verbs = [piece.verb for piece in pieces if piece.verb is not None]
    return bool(verbs) and verbs[-1].copula


def _participle_aside(line: Line, pieces: list[Piece], i: int) -> bool:
    """Whether a participle between commas stands after a subject that has no verb yet."""
    for piece in reversed(pieces[:-1]):
        if piece.kind is Chunk.VERB:
            return False
        if piece.kind in (Chunk.COMMA, Chunk.SUBORDINATOR, Chunk.BREAK):
            return False
        if piece.kind in _NOMINAL and piece is pieces[-2]:
            continue
    return True


def _is_object(pieces: list[Piece]) -> bool:
    """Whether the noun phrase at the end is an object: a verb or a dangling preposition governs it."""
    index = len(pieces) - 1
    while index >= 0 and pieces[index].kind is Chunk.ADVERB:
        index -= 1
    named = pieces[index].kind is Chunk.MENTION
    steps = 0
    while index >= 0 and steps < 40:
        steps += 1
        while index >= 0 and pieces[index].kind in _NOMINAL and pieces[index - 1].kind is Chunk.NOUN and index > 0:
            if pieces[index - 1].word not in ("modifier", "'s") and pieces[index].kind is Chunk.MENTION:
                return False  # "On the first day Bhutto announced"
            index -= 1
        before = pieces[index - 1] if index > 0 else None
        if before is None:
            return False
        if before.kind is Chunk.PREPOSITION:
            index -= 2
            if index < 0:
                return not named  # "In Putrajaya leaders adopted" has a name or nothing before the verb
            if pieces[index].kind not in _NOMINAL:
                return pieces[index].kind in (
                    Chunk.VERB,
                    Chunk.INFINITIVE,
                    Chunk.GERUND,
                    Chunk.QUOTE,
                    Chunk.ADVERB,
                    Chunk.RELATIVE,
                )
            continue
        if before.kind is Chunk.COORDINATOR:
            inner = pieces[index - 2] if index > 1 else None
            if inner is not None and inner.kind in _NOMINAL:
                # compound subject, or the object of a verb and a new clause: a name alone begins a clause
                index -= 2
                if named and _governed_by_verb(pieces, index):
                    return False
                continue
            return False
        return before.kind in (Chunk.VERB, Chunk.INFINITIVE, Chunk.GERUND) and not _reported_start(before)
    return False


def _governed_by_verb(pieces: list[Piece], index: int) -> bool:
    return index > 0 and pieces[index - 1].kind in (Chunk.VERB, Chunk.INFINITIVE, Chunk.GERUND, Chunk.PREPOSITION)


def _reported_start(piece: Piece) -> bool:
    """Whether a clause without "that" may follow the verb ("said the leaders agreed")."""
    verb = piece.verb
    return verb is not None and verb.sense.lemma in (
        "say",
        "believe",
        "think",
        "hope",
        "fear",
        "claim",
        "insist",
        "add",
        "know",
        "warn",
        "announce",
    )
