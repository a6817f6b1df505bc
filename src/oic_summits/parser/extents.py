"""From where to where a clause reaches."""

from collections.abc import Sequence

from oic_summits.parser.clauses import NOMINAL, Chunk, Clause, Piece, noun_start
from oic_summits.parser.heads import SPEECH_LEMMAS
from oic_summits.parser.lexicon import PARENTHETICAL
from oic_summits.parser.reading_order import Unit


def extent_of(unit: Unit, index: int) -> tuple[int, int]:
    """Token indexes of a clause: from its subject (or what stands before it) to the next clause of its own level."""
    parsed = unit.parsed
    pieces, clauses = parsed.pieces, parsed.clauses
    clause = clauses[index]
    start = _start(pieces, clauses, index)
    end = len(unit.sentence.tokens)
    for later in clauses[index + 1 :]:
        inner = (
            later.governor is not None
            or later.relative
            or later.subordinate not in ("", "while", "whereas", "although", "though")
        )
        if inner and not clause.relative:
            continue
        if later.shares is not None and clauses[later.shares].relative and not clause.relative:
            continue
        begin = _own_start(pieces, later)
        if begin > clause.verb:
            end = pieces[begin].start
            break
    if clause.relative or clause.subordinate in _OBJECT_RELATIVES:
        comma = next((p for p in pieces[clause.verb :] if p.kind is Chunk.COMMA and p.start < end), None)
        if comma is not None:
            end = min(end, comma.start)
    end = max(end, pieces[clause.verb].end)
    while end > start + 1 and _trims(unit, end - 1) and end > pieces[clause.verb].end:
        end -= 1
    return start, end


_OBJECT_RELATIVES = ("which", "whom")
_TRAILING_MARKS = (",", ";", "–", "—", ".", ":")
_TRAILING_WORDS = frozenset("and but or while where although after when".split())


def _trims(unit: Unit, i: int) -> bool:
    token = unit.sentence.tokens[i]
    return token.text in _TRAILING_MARKS or token.lower in _TRAILING_WORDS


def _own_start(pieces: Sequence[Piece], clause: Clause) -> int:
    """The piece at which a clause begins by itself."""
    if clause.shares is not None or clause.relative or not clause.subjects or clause.inverted:
        begin = clause.verb
    else:
        begin = noun_start(pieces, min(*clause.subjects, clause.verb))
    while begin > 0 and pieces[begin - 1].kind in (Chunk.ADVERB, Chunk.RELATIVE):
        begin -= 1
    if clause.subordinate == "whose" and clause.relative:  # "whose delegation had objected"
        while begin > 0 and pieces[begin].word != "whose":
            begin -= 1
    return begin


def _start(pieces: Sequence[Piece], clauses: Sequence[Clause], index: int) -> int:
    clause = clauses[index]
    if clause.subordinate in _OBJECT_RELATIVES and not clause.relative:  # "which the League readmitted"
        begin = min(*clause.subjects, clause.verb)
        opening = next((k for k in range(begin - 1, -1, -1) if pieces[k].kind is Chunk.RELATIVE), None)
        return pieces[opening].start if opening is not None else pieces[_own_start(pieces, clause)].start
    if index == 0 and not clause.relative:
        return 0
    begin = _own_start(pieces, clause)
    if _speaks_behind(pieces, clauses, index, begin):
        breaks = [k for k in range(begin) if pieces[k].word == ";"]
        return pieces[breaks[-1] + 1].start if breaks else 0
    if clause.inverted or (clause.subjects and clause.shares is None and not clause.relative):
        # a quotation right before "X said" belongs to the clause
        while begin > 0 and pieces[begin - 1].kind in (Chunk.QUOTE, Chunk.COMMA) and _quote_near(pieces, begin - 1):
            begin -= 1
    return pieces[begin].start


def _speaks_behind(pieces: Sequence[Piece], clauses: Sequence[Clause], index: int, begin: int) -> bool:
    """As in "A force should be sent, leaders said on Friday": what is said stands before, without marks."""
    clause, verb = clauses[index], pieces[clauses[index].verb].verb
    if verb is None or verb.sense.lemma not in SPEECH_LEMMAS | PARENTHETICAL:
        return False
    if clause.relative or clause.shares is not None:
        return False
    if begin < 2 or pieces[begin - 1].kind is not Chunk.COMMA or clause.subordinate or not clause.subjects:
        return False
    behind = pieces[clause.verb + 1] if clause.verb + 1 < len(pieces) else None
    last = behind is None or behind.kind in (Chunk.ADVERB, Chunk.BREAK, Chunk.COMMA) or clause.inverted
    last = last or behind is None or behind.word in ("on", "in", "at")
    last = last or (verb.sense.lemma == "tell" and behind is not None and behind.kind in NOMINAL)
    return last and any(clauses[k].verb < begin for k in range(index))


def _quote_near(pieces: Sequence[Piece], k: int) -> bool:
    return pieces[k].kind is Chunk.QUOTE or (k > 0 and pieces[k - 1].kind is Chunk.QUOTE)
