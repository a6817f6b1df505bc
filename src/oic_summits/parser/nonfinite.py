"""Operative verbs that are not finite: participles, gerunds, infinitives and nouns behind a clause of the summit."""

from collections.abc import Sequence

import attrs

from oic_summits.parser.clauses import Chunk, Piece
from oic_summits.parser.deeds import Deed
from oic_summits.parser.lexicon import VerbSense, verb_forms, verb_senses
from oic_summits.parser.mentions import Kind
from oic_summits.parser.operative import Operative
from oic_summits.parser.reading_order import Unit

_NOMINALISED = {
    "condemnation": "condemn",
    "rejection": "reject",
    "denunciation": "denounce",
    "recognition": "recognise",
    "establishment": "establish",
    "creation": "create",
    "endorsement": "endorse",
    "adoption": "adopt",
    "suspension": "suspend",
}


def participles(unit: Unit, deed: Deed) -> list[Operative]:
    """As in ", noting its rejection": a participle after a comma, behind an operative clause."""
    found: list[Operative] = []
    pieces = unit.parsed.pieces
    for k in range(deed.clause.verb + 1, len(pieces)):
        if pieces[k].kind is Chunk.VERB:
            break
        if pieces[k].kind is Chunk.GERUND and pieces[k - 1].kind is Chunk.COMMA:
            sense = _sense(pieces[k].word)
            if sense is not None:
                found.append(_piece_operative(unit, deed, k, sense, "operative participle"))
    return found


def gerunds(unit: Unit, deed: Deed) -> list[Operative]:
    """As in "Discussions focused on condemning … and defending …"."""
    pieces = unit.parsed.pieces
    k = deed.clause.verb + 1
    found: list[Operative] = []
    if k + 1 >= len(pieces) or pieces[k].word not in ("on", "at") or pieces[k + 1].kind is not Chunk.GERUND:
        return found
    for j in range(k + 1, len(pieces)):
        if pieces[j].kind is Chunk.VERB:
            break
        if pieces[j].kind is Chunk.GERUND and (j == k + 1 or pieces[j - 1].kind in (Chunk.COORDINATOR, Chunk.COMMA)):
            sense = _sense(pieces[j].word)
            if sense is not None:
                found.append(_piece_operative(unit, deed, j, sense, "operative gerund"))
    return found


def infinitives(unit: Unit, deed: Deed) -> list[Operative]:
    """As in "made a declaration to recognise …": what a document does stands in the infinitive."""
    pieces = unit.parsed.pieces
    if deed.verb.sense.lemma not in ("make", "issue", "release", "adopt", "produce", "publish", "give"):
        return []
    document = False
    for k in range(deed.clause.verb + 1, len(pieces)):
        piece = pieces[k]
        if piece.kind in (Chunk.VERB, Chunk.COMMA, Chunk.BREAK):
            break
        document = document or (piece.mention is not None and piece.mention.kind is Kind.DOCUMENT)
        if document and piece.kind is Chunk.INFINITIVE:
            sense = _sense(piece.word)
            if sense is None:
                break
            start, _ = deed.view_span()
            made = _piece_operative(unit, deed, k, sense, "operative infinitive")
            return [attrs.evolve(made, start=start)]
    return []


def nominalised(unit: Unit, deed: Deed) -> list[Operative]:
    """Nouns and bare verbs of a document: "a communiqué … concerning condemnation of …, and strengthen …"."""
    pieces = unit.parsed.pieces
    behind = range(deed.clause.verb + 1, len(pieces))
    if not any(_names_document(pieces[k]) for k in behind):
        return []
    found: list[Operative] = []
    for k in behind:
        piece = pieces[k]
        if piece.kind is Chunk.VERB:
            break
        if piece.kind is not Chunk.NOUN or piece.mention is not None:
            continue
        lemma = _NOMINALISED.get(piece.word)
        if (
            lemma is not None
            and k > 0
            and pieces[k - 1].kind is Chunk.PREPOSITION
            and k + 1 < len(pieces)
            and pieces[k + 1].word == "of"
        ):
            found.append(_piece_operative(unit, deed, k, verb_senses()[lemma], "operative noun"))
        elif found and pieces[k - 1].kind in (Chunk.COORDINATOR, Chunk.ADVERB) and _starts_verb(pieces, k):
            found.append(_piece_operative(unit, deed, k, verb_senses()[piece.word], "operative bare verb"))
    return found


def _names_document(piece: Piece) -> bool:
    return piece.mention is not None and piece.mention.kind is Kind.DOCUMENT


def _piece_operative(unit: Unit, deed: Deed, k: int, sense: VerbSense, rule: str) -> Operative:
    """The provision of a gerund, an infinitive or a noun at piece k, to the end of its phrase."""
    pieces = unit.parsed.pieces
    start, end = unit.offsets(pieces[k].start, pieces[_until(pieces, k) - 1].end)
    word = unit.sentence.tokens[pieces[k].end - 1]
    return Operative(
        issuer=deed.refs[0].name,
        word=word.text,
        sense=sense,
        start=start,
        end=end,
        content=(word.end, end),
        unit=unit,
        rule=rule,
    )


def _sense(word: str) -> VerbSense | None:
    form = verb_forms().get(word)
    return form.sense if form is not None and form.sense.operative else None


def _until(pieces: Sequence[Piece], k: int) -> int:
    """The piece index at which a gerund or noun phrase ends: the next gerund, comma before a verb, or the end."""
    j = k + 1
    while j < len(pieces):
        piece = pieces[j]
        if piece.kind in (Chunk.GERUND, Chunk.VERB) or (piece.kind is Chunk.BREAK and piece.word in (".", ";")):
            break
        if piece.kind in (Chunk.COMMA, Chunk.COORDINATOR) and j + 1 < len(pieces) and _starts_verb(pieces, j + 1):
            break
        j += 1
    while j > k + 1 and pieces[j - 1].kind in (Chunk.COORDINATOR, Chunk.COMMA, Chunk.ADVERB):
        j -= 1
    return j


def _starts_verb(pieces: Sequence[Piece], k: int) -> bool:
    while k < len(pieces) and pieces[k].kind in (Chunk.COORDINATOR, Chunk.ADVERB):
        k += 1
    if k >= len(pieces):
        return False
    piece = pieces[k]
    if piece.kind in (Chunk.GERUND, Chunk.VERB):
        return True
    first = piece.word if piece.kind is Chunk.NOUN else ""
    senses = verb_senses()
    return piece.kind is Chunk.NOUN and first in senses and senses[first].operative and piece.end - piece.start == 1
