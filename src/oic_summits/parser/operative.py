"""Provisions: what the summit, its organisation or its documents lay down, clause by clause or paragraph by paragraph."""

from collections.abc import Sequence

import attrs

from oic_summits.model import ActKind, Modality
from oic_summits.parser.clauses import Chunk, Clause, Parsed, Piece
from oic_summits.parser.lexicon import ADVERBS, VerbSense, verb_forms, verb_senses
from oic_summits.parser.mentions import Kind, find_mentions, make_line
from oic_summits.parser.narrative import Deed
from oic_summits.parser.page import BlockKind, Page
from oic_summits.parser.reading_order import Unit
from oic_summits.parser.resolve import Ref
from oic_summits.parser.subjects import parse_sentence
from oic_summits.parser.text import Sentence, sentences


@attrs.frozen(kw_only=True)
class Operative:
    """An operative verb with its place.

    Attributes:
        issuer: who lays it down.
        word: the verb as printed.
        sense: what it does.
        start, end: view offsets of the evidence.
        content: view offsets of what follows the verb.
        number: paragraph number, or None.
        modality: done or not.
        unit: the sentence.
        rule: the rule of grammar.
    """

    issuer: str
    word: str
    sense: VerbSense
    start: int
    end: int
    content: tuple[int, int]
    number: str | None = None
    modality: Modality = Modality.DONE
    unit: Unit
    rule: str


# verbs that are operative in one construction only: with a voice as subject and these words behind
_WITH_OBJECT = {"take": ("note",), "make": ("clear",), "hold": (), "put": (), "give": ("its",), "lay": (), "bring": ()}
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


def operatives(page: Page, units: Sequence[Unit], deeds: Sequence[Deed], organisation: str | None) -> list[Operative]:
    """All provisions of a document, in order."""
    found = _in_prose(units, deeds, organisation)
    quoted = [item for unit in units for item in _quoted(page, unit, organisation)]
    kept = [
        item
        for item in found
        if not (
            item.sense.lemma in ("say", "state", "add")
            and any(item.start <= q.start and q.end <= item.end for q in quoted)
        )
    ]
    return sorted([*kept, *quoted], key=lambda item: (item.start, item.end))


def _quoted(page: Page, unit: Unit, organisation: str | None) -> list[Operative]:
    """Operative clauses inside a quotation, where the summit or its organisation is their subject by name."""
    text = page.view.text
    found = []
    for mark in unit.quotations:
        for sentence in sentences(text, mark.start, mark.end):
            line = make_line(sentence.tokens)
            parsed = parse_sentence(line, find_mentions(line, text))
            for clause in parsed.clauses:
                item = _quoted_clause(unit, sentence, parsed, clause, organisation)
                if item is not None:
                    found.append(item)
                    break
    return found


def _quoted_clause(
    unit: Unit, sentence: Sentence, parsed: Parsed, clause: Clause, organisation: str | None
) -> Operative | None:
    verb = parsed.pieces[clause.verb].verb
    subject = parsed.pieces[clause.subjects[0]].mention if clause.subjects else None
    if verb is None or subject is None or verb.copula or verb.passive or clause.governor is not None:
        return None
    own = subject.kind in (Kind.SUMMIT, Kind.DOCUMENT) or (
        subject.kind is Kind.ORGANISATION and subject.organisation == organisation
    )
    if not own or not verb.sense.operative or verb.sense.lemma in ("want", "see", "feel", "view", "expect", "hope"):
        return None
    tokens = sentence.tokens
    issuer = organisation if subject.kind is Kind.ORGANISATION and organisation else "summit"
    return Operative(
        issuer=issuer,
        word=tokens[verb.main].text,
        sense=verb.sense,
        start=tokens[0].start,
        end=tokens[-1].end,
        content=(tokens[verb.main].end, tokens[-1].end),
        modality=verb.modality,
        unit=unit,
        rule="operative verb in a quotation",
    )


def _in_prose(units: Sequence[Unit], deeds: Sequence[Deed], organisation: str | None) -> list[Operative]:
    by_unit: dict[int, list[Deed]] = {}
    for deed in deeds:
        by_unit.setdefault(id(deed.unit), []).append(deed)
    found: list[Operative] = []
    done_blocks: set[int] = set()
    for unit in units:
        if unit.block.kind in (BlockKind.TITLE, BlockKind.POST, BlockKind.PREAMBLE, BlockKind.ROW):
            continue
        own = by_unit.get(id(unit), [])
        if unit.block.kind is BlockKind.NUMBERED:
            if unit.block.start in done_blocks:
                continue
            paragraph = _paragraph(unit, own, organisation)
            if paragraph is not None:
                done_blocks.add(unit.block.start)
                found.append(paragraph)
            continue
        found.extend(_clauses(unit, own, organisation))
    return found


def is_operative(deed: Deed) -> bool:
    """Whether the clause lays something down: a voice as subject and a verb that summits lay things down with."""
    if _agentless(deed):
        return True
    if (
        not deed.refs
        or not deed.refs[0].voice
        or deed.verb.copula
        or deed.clause.subordinate in ("what", "if", "whether")
    ):
        return False
    if deed.verb.passive and (not deed.by_agent or _on_summit(deed)):
        return False
    if deed.verb.sense.operative:
        return True
    return deed.verb.sense.lemma in _WITH_OBJECT and _object_fits(deed)


_MEMBERS = frozenset("members states countries governments parties nations ministers".split())


def _agentless(deed: Deed) -> bool:
    """ "Members were asked to …", "it was decided to …": the summit acts without being named."""
    if not deed.verb.passive or deed.by_agent or deed.verb.negated or deed.reported or not deed.verb.sense.operative:
        return False
    section = (deed.unit.block.section or "").casefold()
    official = deed.unit.block.kind is BlockKind.NUMBERED
    if not official and (not section or any(word in section for word in _OUTSIDE)):
        return False
    pieces = deed.unit.parsed.pieces
    heads = [deed.unit.sentence.tokens[pieces[k].end - 1].lower for k in deed.clause.subjects]
    if heads == ["it"]:
        return deed.verb.sense.lemma in ("decide", "agree", "resolve", "recommend")
    return deed.verb.sense.kind is ActKind.DEMAND and bool(heads) and (heads[0] in _MEMBERS or _called_for(deed))


_OUTSIDE = ("background", "context", "origin", "history", "prelude", "reaction", "aftermath", "legacy", "preparation")


def _called_for(deed: Deed) -> bool:
    return deed.verb.sense.lemma == "call" and deed.unit.parsed.line.lower(deed.verb.main + 1) == "for"


def _on_summit(deed: Deed) -> bool:
    """Whether the subject of a passive is the summit itself: "was convened by the organisation"."""
    pieces = deed.unit.parsed.pieces
    mentions = [pieces[k].mention for k in deed.clause.subjects]
    return any(m is not None and (m.kind is Kind.SUMMIT or m.name == "it") for m in mentions)


def _object_fits(deed: Deed) -> bool:
    words = _WITH_OBJECT[deed.verb.sense.lemma]
    tokens = deed.unit.sentence.tokens
    after = [token.lower for token in tokens[deed.verb.main + 1 : deed.verb.main + 4]]
    if words:
        return any(word in after for word in words)
    blamed = {"responsible", "accountable", "blame", "void", "liable"} & {
        token.lower for token in tokens[deed.verb.main + 1 : deed.end]
    }
    return deed.verb.sense.lemma == "hold" and (deed.reported or bool(blamed))


def _clauses(unit: Unit, deeds: Sequence[Deed], organisation: str | None) -> list[Operative]:
    found: list[Operative] = []
    lifted = _lifted(deeds)
    for index, deed in enumerate(deeds):
        if index in lifted:
            continue
        reporter = _reporter(deeds, deed)
        if deed.reported and not (reporter is not None and reporter.refs and reporter.refs[0].voice):
            continue
        collective = (
            bool(deed.refs)
            and deed.refs[0].kind == "collective"
            and deed.refs[0].organisation == organisation
            and organisation is not None
            and deed.verb.sense.kind is ActKind.DECIDE
            and not deed.verb.passive
        )
        if is_operative(deed) or collective:
            found.append(_operative(deed, "operative verb"))
            found.extend(_participles(unit, deed))
            found.extend(_infinitives(unit, deed))
        elif deed.refs and deed.refs[0].voice:
            found.extend(_gerunds(unit, deed))
            found.extend(_infinitives(unit, deed))
            found.extend(_nominalised(unit, deed))
    return found


def _reporter(deeds: Sequence[Deed], deed: Deed) -> Deed | None:
    governor = deed.clause.governor
    return deeds[governor] if governor is not None and governor < len(deeds) else None


def _lifted(deeds: Sequence[Deed]) -> set[int]:
    """Verbs of saying that only introduce an operative clause of the same voice: "the summit says it holds …"."""
    lifted: set[int] = set()
    for deed in deeds:
        governor = deed.clause.governor
        if governor is None or governor >= len(deeds):
            continue
        lead = deeds[governor]
        if (
            lead.refs
            and lead.refs[0].voice
            and lead.verb.sense.lemma in ("say", "state", "add")
            and deed.refs
            and deed.refs[0].voice
        ):
            if not deed.verb.copula:
                lifted.add(governor)
    return lifted


def _operative(deed: Deed, rule: str) -> Operative:
    start, end = deed.view_span()
    tokens = deed.unit.sentence.tokens
    ref = deed.refs[0] if deed.refs and not _agentless(deed) else Ref(kind="voice", name="summit")
    after = tokens[deed.verb.main].end
    return Operative(
        issuer=ref.name if ref.voice else (ref.organisation or ref.name),
        word=deed.word,
        sense=deed.verb.sense,
        start=start,
        end=end,
        content=(after, max(after, end)),
        modality=deed.verb.modality,
        unit=deed.unit,
        rule=rule,
    )


def _piece_operative(
    unit: Unit, deed: Deed, first: int, last: int, word: str, sense: VerbSense, rule: str
) -> Operative:
    """An operative verb that is no finite one: a gerund, an infinitive, a noun."""
    pieces = unit.parsed.pieces
    start, end = unit.offsets(pieces[first].start, pieces[last - 1].end)
    return Operative(
        issuer=deed.refs[0].name,
        word=word,
        sense=sense,
        start=start,
        end=end,
        content=(unit.sentence.tokens[pieces[first].end - 1].end, end),
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


def _participles(unit: Unit, deed: Deed) -> list[Operative]:
    """ ", noting its rejection": a participle after a comma, behind an operative clause."""
    found = []
    pieces = unit.parsed.pieces
    for k in range(deed.clause.verb + 1, len(pieces)):
        if pieces[k].kind is Chunk.VERB:
            break
        if pieces[k].kind is Chunk.GERUND and pieces[k - 1].kind is Chunk.COMMA:
            sense = _sense(pieces[k].word)
            if sense is not None:
                found.append(
                    _piece_operative(
                        unit, deed, k, _until(pieces, k), _word(unit, pieces[k]), sense, "operative participle"
                    )
                )
    return found


def _gerunds(unit: Unit, deed: Deed) -> list[Operative]:
    """ "Discussions focused on condemning … and defending …"."""
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
                found.append(
                    _piece_operative(
                        unit, deed, j, _until(pieces, j), _word(unit, pieces[j]), sense, "operative gerund"
                    )
                )
    return found


def _infinitives(unit: Unit, deed: Deed) -> list[Operative]:
    """ "made a declaration to recognise …": what a document does stands in the infinitive."""
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
            made = _piece_operative(unit, deed, k, _until(pieces, k), _word(unit, piece), sense, "operative infinitive")
            return [attrs.evolve(made, start=start)]
    return []


def _nominalised(unit: Unit, deed: Deed) -> list[Operative]:
    """ "closed with a communiqué … concerning condemnation of …, and strengthen …": nouns and bare verbs of a document."""
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
            found.append(
                _piece_operative(
                    unit, deed, k, _until(pieces, k), _word(unit, piece), verb_senses()[lemma], "operative noun"
                )
            )
        elif found and pieces[k - 1].kind in (Chunk.COORDINATOR, Chunk.ADVERB) and _starts_verb(pieces, k):
            found.append(
                _piece_operative(
                    unit,
                    deed,
                    k,
                    _until(pieces, k),
                    _word(unit, piece),
                    verb_senses()[piece.word],
                    "operative bare verb",
                )
            )
    return found


def _names_document(piece: Piece) -> bool:
    return piece.mention is not None and piece.mention.kind is Kind.DOCUMENT


def _word(unit: Unit, piece: Piece) -> str:
    return unit.sentence.tokens[piece.end - 1].text


# --- official texts ---------------------------------------------------------------------------------------------------


def _paragraph(unit: Unit, deeds: Sequence[Deed], organisation: str | None) -> Operative | None:
    """One provision for a numbered paragraph: its first operative verb, with the whole paragraph as evidence."""
    block = unit.block
    if unit.index == 0:
        imperative = _leading_verb(unit)
        if imperative is not None:
            i, sense = imperative
            token = unit.sentence.tokens[i]
            return Operative(
                issuer="summit",
                word=token.text,
                sense=sense,
                start=block.start,
                end=block.end,
                content=(token.end, block.end),
                number=block.number,
                unit=unit,
                rule="operative paragraph",
            )
    for deed in deeds:
        if is_operative(deed) and not deed.reported:
            made = _operative(deed, "operative paragraph")
            return attrs.evolve(
                made, start=block.start, end=block.end, content=(made.content[0], block.end), number=block.number
            )
    return None


def _leading_verb(unit: Unit) -> tuple[int, VerbSense] | None:
    """ "CONDEMNS in the strongest terms", "To condemn", "Strongly rejects": a verb whose subject is the conference."""
    tokens = unit.sentence.tokens
    i = 0
    while (
        i < len(tokens)
        and i < 4
        and (tokens[i].lower in ADVERBS or tokens[i].lower.endswith("ly") or tokens[i].lower in ("to", ":"))
    ):
        i += 1
    if i >= len(tokens):
        return None
    form = verb_forms().get(tokens[i].lower)
    marked = i > 0 and tokens[i - 1].lower == "to" or tokens[i].text.isupper()
    if form is None or not (form.sense.operative or marked) or not (form.third or form.base):
        return None
    following = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    if following in ("of", ".") or (form.base and following in ("is", "was", "has", "will")):
        return None
    return i, form.sense
