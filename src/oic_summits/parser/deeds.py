"""Deeds: the clauses of a sentence with their subjects resolved."""

from collections.abc import Iterable, Mapping

import attrs

from oic_summits.parser.clauses import Chunk, Clause, VerbGroup
from oic_summits.parser.discourse import Ref
from oic_summits.parser.extents import extent_of
from oic_summits.parser.mentions import Kind
from oic_summits.parser.reading_order import Unit
from oic_summits.parser.resolve import Resolver


@attrs.define(eq=False)
class Deed:
    """One clause with its subjects resolved.

    Attributes:
        unit: the sentence.
        clause: the clause.
        verb: its verb group.
        refs: what its subjects stand for.
        start, end: token indexes of the clause.
        reported: whether it stands inside what somebody else says.
        by_agent: whether it is a passive, and refs are what stands after "by".
    """

    unit: Unit
    clause: Clause
    verb: VerbGroup
    refs: tuple[Ref, ...]
    start: int
    end: int
    reported: bool = False
    by_agent: bool = False

    def view_span(self) -> tuple[int, int]:
        """View offsets of the clause; a quotation that begins in it and ends with it keeps its closing mark."""
        start, end = self.unit.offsets(self.start, self.end)
        marks = (mark.close for mark in self.unit.quotations if start <= mark.open and mark.end == end)
        return start, next(marks, end)

    @property
    def word(self) -> str:
        """The main verb as printed."""
        return self.unit.sentence.tokens[self.verb.main].text


def deeds_by_unit(deeds: Iterable[Deed]) -> dict[int, list[Deed]]:
    """The deeds of each sentence, by the identity of the sentence."""
    by_unit: dict[int, list[Deed]] = {}
    for deed in deeds:
        by_unit.setdefault(id(deed.unit), []).append(deed)
    return by_unit


def deeds_of(unit: Unit, resolver: Resolver) -> list[Deed]:
    """The clauses of a sentence with their subjects resolved, in order; later pronouns learn from each."""
    parsed = unit.parsed
    deeds: list[Deed] = []
    by_clause: dict[int, tuple[Ref, ...]] = {}
    for index, clause in enumerate(parsed.clauses):
        verb = parsed.pieces[clause.verb].verb
        assert verb is not None
        if clause.shares is not None and clause.shares in by_clause:
            refs = by_clause[clause.shares]
        else:
            refs = subjects_of(unit, resolver, clause)
        if not refs and unit.parsed.line.implied and _opens_item(unit, resolver, index, by_clause):
            refs = (resolver.lead_in or Ref(kind="voice", name="summit"),)
        by_clause[index] = refs
        reported = clause.governor is not None
        acting = _agent(unit, resolver, clause) if clause.agent is not None else refs
        if (
            acting
            and not reported
            and not clause.relative
            and (not clause.subordinate or all(ref.kind == "person" for ref in acting))
            and clause.subordinate not in _OF_NOUNS
            and (not verb.passive or clause.agent is not None)
            and not clause.agent
        ):
            _attend(unit, resolver, clause, acting)
        elif verb.passive and refs and refs[0].kind == "person" and not reported and not clause.subordinate:
            _attend(unit, resolver, clause, refs)  # "X was received by Y. He …"
        elif refs and verb.passive and not reported and refs[0].voice:
            resolver.attend(refs[0], None)
        start, end = extent_of(unit, index)
        deeds.append(
            Deed(
                unit=unit,
                clause=clause,
                verb=verb,
                refs=acting,
                start=start,
                end=end,
                reported=reported,
                by_agent=clause.agent is not None,
            )
        )
    return deeds


_EXPLETIVE = ("emerge", "transpire", "happen", "appear", "seem", "follow", "matter", "fall")
_OF_NOUNS = ("whose", "which", "whom", "who")


def subjects_of(unit: Unit, resolver: Resolver, clause: Clause) -> tuple[Ref, ...]:
    """What the subjects of a clause stand for."""
    found: list[Ref] = []
    for k in clause.subjects:
        piece = unit.parsed.pieces[k]
        verb = unit.parsed.pieces[clause.verb].verb
        if piece.mention is not None and piece.mention.name == "it" and verb and verb.sense.lemma in _EXPLETIVE:
            continue  # "it emerged that"
        nobody = unit.parsed.line.lower(piece.start - 1) == "no"  # "no president had set foot there"
        if (piece.word == "modifier" and piece.mention is not None) or nobody:
            continue
        if piece.mention is not None and piece.mention.kind in (Kind.GROUP, Kind.PRONOUN):
            several = resolver.several(piece.mention)
            if several:
                found.extend(several)
                continue
        ref = resolver.piece(unit, piece) or _meeting_of(unit, resolver, k)
        if ref is not None:
            found.append(ref)
    return tuple(found)


def _opens_item(unit: Unit, resolver: Resolver, index: int, earlier: Mapping[int, tuple[Ref, ...]]) -> bool:
    """Whether a clause of a lettered item lacks its subject: "(a) invited members …, and urged …"."""
    clause = unit.parsed.clauses[index]
    verb = unit.parsed.pieces[clause.verb].verb
    if clause.subjects or verb is None or verb.passive or verb.copula:
        return False
    if resolver.lead_in is not None and unit.index == 0:
        return True
    if unit.parsed.pieces[clause.verb].start <= 1 and unit.index == 0:
        return verb.sense.operative or _summit_verb(verb)
    return bool(earlier) and any(ref.voice for ref in earlier.get(index - 1, ()))


def _summit_verb(verb: VerbGroup) -> bool:
    return verb.sense.lemma in ("hold", "take", "pay", "set")


def _meeting_of(unit: Unit, resolver: Resolver, k: int) -> Ref | None:
    """As in "emergency meetings of Gulf leaders accused": the group that meets acts."""
    pieces = unit.parsed.pieces
    if k + 2 >= len(pieces) or pieces[k].kind is not Chunk.NOUN or pieces[k + 1].word != "of":
        return None
    head = unit.sentence.tokens[pieces[k].end - 1].lower
    inner = pieces[k + 2].mention
    if (
        head in ("meeting", "meetings", "group", "delegation", "delegations", "gathering")
        and inner is not None
        and inner.kind is Kind.GROUP
    ):
        return resolver.mention(inner)
    return None


def _agent(unit: Unit, resolver: Resolver, clause: Clause) -> tuple[Ref, ...]:
    """Who stands after "by", with whoever is joined to them by "and"."""
    assert clause.agent is not None
    pieces = unit.parsed.pieces
    k = clause.agent
    found = [resolver.piece(unit, pieces[k])]
    while k + 2 < len(pieces) and pieces[k + 1].kind in (Chunk.COORDINATOR, Chunk.COMMA):
        last = pieces[k + 2]
        verb_after = k + 3 < len(pieces) and pieces[k + 3].kind is Chunk.VERB
        if last.kind is not Chunk.MENTION or verb_after or (last.mention is not None and last.mention.possessive):
            break
        found.append(resolver.piece(unit, last))
        k += 2
    return tuple(ref for ref in found if ref is not None)


def _attend(unit: Unit, resolver: Resolver, clause: Clause, refs: tuple[Ref, ...]) -> None:
    for k, ref in zip(clause.subjects, refs, strict=False):
        resolver.attend(ref, unit.parsed.pieces[k].mention)
    resolver.focus.several = refs if len(refs) > 1 and not any(ref.voice for ref in refs) else resolver.focus.several
