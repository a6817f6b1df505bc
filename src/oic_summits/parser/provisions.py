"""Provisions: what the summit, its organisation or its documents lay down, by clause or by paragraph."""

from collections.abc import Sequence

import attrs

from oic_summits.model import ActKind
from oic_summits.parser.clauses import Clause, Parsed
from oic_summits.parser.deeds import Deed, deeds_by_unit
from oic_summits.parser.finder import find_mentions
from oic_summits.parser.lexicon import ADVERBS, VerbSense, verb_forms
from oic_summits.parser.line import make_line
from oic_summits.parser.mentions import Kind
from oic_summits.parser.nonfinite import gerunds, infinitives, nominalised, participles
from oic_summits.parser.operative import Operative, finite_operative, is_agentless, is_operative
from oic_summits.parser.page import BlockKind, Page
from oic_summits.parser.reading_order import Unit
from oic_summits.parser.subjects import parse_sentence
from oic_summits.parser.text import Sentence, sentences


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
    found: list[Operative] = []
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
    by_unit = deeds_by_unit(deeds)
    found: list[Operative] = []
    done_blocks: set[int] = set()
    for unit in units:
        if unit.block.kind in (BlockKind.TITLE, BlockKind.POST, BlockKind.PREAMBLE, BlockKind.ROW):
            continue
        own = by_unit.get(id(unit), [])
        if unit.block.kind is BlockKind.NUMBERED and _completes(unit, found):
            continue
        if unit.block.kind is BlockKind.NUMBERED or (unit.block.number is not None and _opens_with_verb(unit)):
            if unit.block.start in done_blocks:
                continue
            paragraph = _paragraph(unit, own)
            if paragraph is not None:
                done_blocks.add(unit.block.start)
                found.append(paragraph)
            continue
        fronted = _fronted(unit)
        if fronted is not None:
            found.append(fronted)
        before = found[-1] if found and found[-1].unit.block is unit.block else None
        found.extend(_clauses(unit, own, organisation, before))
    return found


def _fronted(unit: Unit) -> Operative | None:
    """As in "Also adopted were a resolution and a plan": a participle in front, and the summit left unnamed."""
    line, tokens = unit.parsed.line, unit.sentence.tokens
    i = int(line.lower(0) in ("also", "further", "likewise"))
    form = verb_forms().get(line.lower(i))
    if form is None or not form.participle or not form.sense.operative or line.lower(i + 1) not in ("was", "were"):
        return None
    named = next((m for m in unit.mentions if m.start >= i + 2), None)
    if named is None or named.kind is not Kind.DOCUMENT:
        return None
    end = len(tokens) - (tokens[-1].text == ".")
    start, stop = unit.offsets(0, end)
    return Operative(
        issuer="summit",
        word=tokens[i].text,
        sense=form.sense,
        start=start,
        end=stop,
        content=(tokens[i].end, stop),
        unit=unit,
        rule="operative participle in front",
    )


def _completes(unit: Unit, before: Sequence[Operative]) -> bool:
    """As in "called upon the Government (i) to restore …": a lettered item that only goes on with its paragraph."""
    number = unit.block.number or ""
    lettered = not number.rsplit(".", 1)[-1].isdigit()
    return lettered and unit.parsed.line.lower(0) == "to" and bool(before)


def _opens_with_verb(unit: Unit) -> bool:
    """Whether a numbered item of a text that is no official one reads like an operative paragraph."""
    return unit.index == 0 and _leading_verb(unit) is not None


def _clauses(unit: Unit, deeds: Sequence[Deed], organisation: str | None, before: Operative | None) -> list[Operative]:
    """The provisions of a sentence; ``before`` is the last one of its paragraph."""
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
        goes_on = before is not None and before.unit.index == unit.index - 1 and not is_agentless(deed)
        if goes_on and before is not None and is_agentless(deed, goes_on=True):
            found.append(finite_operative(deed, "operative verb without its subject", issuer=before.issuer))
        elif is_operative(deed) or collective:
            found.append(finite_operative(deed, "operative verb"))
            found.extend(participles(unit, deed))
            found.extend(infinitives(unit, deed))
        elif deed.refs and deed.refs[0].voice:
            found.extend(gerunds(unit, deed))
            found.extend(infinitives(unit, deed))
            found.extend(nominalised(unit, deed))
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
        ) and not deed.verb.copula:
            lifted.add(governor)
    return lifted


def _paragraph(unit: Unit, deeds: Sequence[Deed]) -> Operative | None:
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
            made = finite_operative(deed, "operative paragraph")
            return attrs.evolve(
                made, start=block.start, end=block.end, content=(made.content[0], block.end), number=block.number
            )
    return None


def _leading_verb(unit: Unit) -> tuple[int, VerbSense] | None:
    """As in "CONDEMNS in the strongest terms", "To condemn", "Strongly rejects": the conference is the subject."""
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
    marked = (i > 0 and tokens[i - 1].lower == "to") or tokens[i].text.isupper()
    if form is None or not (form.sense.operative or marked) or not (form.third or form.base):
        return None
    following = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    if following in ("of", ".") or (form.base and following in ("is", "was", "has", "will")):
        return None
    return i, form.sense
