"""Who attended: cues of sentences and sections, collected person by person."""

from collections.abc import Sequence

from oic_summits.parser.chairing import is_phrased_as_chair
from oic_summits.parser.cues import (
    announces_list,
    colon_list,
    including_list,
    inverted_list,
    is_elsewhere,
    is_gapped_arrival,
    is_invited,
    is_of_absentees,
    is_outside,
)
from oic_summits.parser.deeds import Deed, deeds_by_unit
from oic_summits.parser.discourse import Entity
from oic_summits.parser.lexicon import BE, DO, HAVE
from oic_summits.parser.mentions import Kind, Mention
from oic_summits.parser.page import BlockKind
from oic_summits.parser.presence_of_clauses import ClauseReader
from oic_summits.parser.reading_order import Unit

_ATTENDANCE_SECTIONS = (
    *("participant", "attend", "gathering", "delegation", "guests", "leaders", "members present"),
    *("representation", "heads of", "who came", "who attended", "who was there", "presence"),
)
_MARGINS = frozenset("sidelines margins fringes".split())


def _somebody_came(unit: Unit) -> bool:
    """As in "The emir of Mali, on the other hand, came in person", whoever it is."""
    pieces = unit.parsed.pieces
    verbs = [pieces[clause.verb].verb for clause in unit.parsed.clauses if clause.governor is None]
    return any(v is not None and not v.negated and v.sense.lemma in ("come", "attend", "arrive") for v in verbs)


class Attending(ClauseReader):
    """Collects presences over a document."""

    def read(self, units: Sequence[Unit], deeds: Sequence[Deed]) -> None:
        """Read all cues: lists first, then clauses, then where people speak."""
        by_unit = deeds_by_unit(deeds)
        announced = False
        for unit in units:
            own = by_unit.get(id(unit), [])
            announced = announces_list(unit) or (announced and unit.block.kind is BlockKind.ITEM)
            if announced and unit.block.kind is BlockKind.ITEM:
                for mention, entity in self._entities(unit.mentions)[:1]:
                    self.presence(entity).yes(unit.offsets(mention.start, mention.end))
            if is_of_absentees(unit):
                self._absentees(unit, own)
                continue
            self._lists(unit, own)
            self._hints(unit)
            self._phrases(unit)
            for deed in own:
                self._deed(unit, deed)
        for unit in units:
            self._absence(unit, by_unit.get(id(unit), []))
        before: Unit | None = None
        for unit in units:
            self._likewise(unit, before)
            before = unit

    def _absentees(self, unit: Unit, deeds: Sequence[Deed]) -> None:
        """Who acts, or opens an item, in a section on those who stayed away."""
        for deed in deeds:
            for ref in deed.refs:
                if ref.entity is not None and not deed.reported and not deed.clause.relative:
                    self.presence(ref.entity).no(deed.view_span())
        if unit.block.kind is not BlockKind.PARAGRAPH or not deeds:
            for mention, entity in self._entities(unit.mentions)[:1]:
                self.presence(entity).no(unit.offsets(mention.start, mention.end))

    def _hints(self, unit: Unit) -> None:
        for mention in unit.mentions:
            if mention.office == "delegate" and mention.name is not None and not is_outside(unit):
                ref = self.resolver.mention(mention)
                if ref is not None and ref.entity is not None:
                    self.presence(ref.entity).yes(unit.offsets(mention.start, mention.end))
            if mention.hints and mention.name is not None:
                ref = self.resolver.mention(mention)
                if ref is not None and ref.entity is not None:
                    presence = self.presence(ref.entity)
                    if mention.hints == ("delegate",) and is_outside(unit):
                        continue
                    for hint in mention.hints:
                        presence.hint(hint, unit.offsets(mention.start, mention.end))
                    presence.yes(unit.offsets(mention.start, mention.end))

    def _lists(self, unit: Unit, deeds: Sequence[Deed]) -> None:
        """As in "Among the guests were …", "participants included …", items and rows of an attendance section."""
        section = (unit.block.section or "").casefold()
        attendance = any(word in section for word in _ATTENDANCE_SECTIONS)
        listed = (unit.block.kind is BlockKind.ITEM and attendance) or (
            unit.block.kind is BlockKind.ROW and not is_outside(unit)
        )
        words = [token.lower for token in unit.sentence.tokens]
        listing = inverted_list(unit)
        listing = colon_list(unit) if listing is None else listing
        copula_list = listing if listing is not None else including_list(words)
        prose = attendance and unit.block.kind is BlockKind.PARAGRAPH and copula_list is None
        if not (listed or copula_list is not None or prose):
            return
        absent = bool(set(words[:8]) & {"absent", "absentees", "missing"})
        for mention, entity in self._entities(unit.mentions):
            if prose and ((entity.office is None and entity.state is None) or self._replaced(unit, deeds, entity)):
                continue
            if (
                listed
                and unit.block.kind is BlockKind.ITEM
                and mention is not next((m for m in unit.mentions if m.kind in (Kind.PERSON, Kind.NAME)), None)
            ):
                continue
            if copula_list is not None and mention.start < copula_list:
                continue
            span = unit.offsets(mention.start, mention.end)
            if absent and not prose:
                self.presence(entity).no(span)
            else:
                self.presence(entity).yes(span)
                if copula_list is not None and words[:2] == ["the", "host"]:
                    self.presence(entity).hint("host", span)
                if listed and ("observer" in words or "observers" in words):
                    self.presence(entity).hint("observer", span)
                if is_invited(words, mention.start):
                    self.presence(entity).hint("guest", span)

    def _replaced(self, unit: Unit, deeds: Sequence[Deed], entity: Entity) -> bool:
        """Whether somebody else stood in: "X was replaced by Y", "X sent his minister"."""
        for deed in deeds:
            subjects = [unit.parsed.pieces[k].mention for k in deed.clause.subjects]
            for mention in subjects:
                ref = self.resolver.mention(mention) if mention is not None and mention.name is not None else None
                if ref is None or ref.entity is not entity:
                    continue
                if deed.verb.sense.lemma in ("replace", "represent") and deed.verb.passive:
                    self.presence(entity).no(deed.view_span())
                    return True
                if deed.verb.sense.lemma in ("send", "dispatch", "cancel", "decline", "stay") or deed.verb.negated:
                    return True
        return False

    def _phrases(self, unit: Unit) -> None:
        """As in "under the chairmanship of X", "assisted by X", "elected X as Chairman", "came … X from Cairo"."""
        if is_elsewhere(unit):
            return
        line = unit.parsed.line
        for mention, entity in self._entities(unit.mentions):
            before = [line.lower(mention.start - k) for k in (1, 2, 3)]
            after = [line.lower(mention.end + k) for k in range(3)]
            span = unit.offsets(max(0, mention.start - 3), mention.end)
            chaired = is_phrased_as_chair(line, mention, official=self.official)
            if after[0] == "," and after[1:] == ["invited", "as"]:
                self.presence(entity).hint(line.lower(mention.end + 4), span)
                self.presence(entity).yes(span)
            said = [line.lower(k) for k in range(mention.start)]
            if _MARGINS & {line.lower(k) for k in range(len(line))} and not is_outside(unit):
                self.presence(entity).yes(span)
            if self.official and {"listened", "heard", "hearing"} & set(said):
                self.presence(entity).yes(span)
            if self.official and {"addresses", "address", "addressed", "speeches", "speech", "statements"} & set(said):
                self.presence(entity).yes(span)
            if self.news and self._has_voice(unit, mention):
                self.presence(entity).spoke = True
                self.presence(entity).spans.append(span)
            handed = before[0] == "from" and {"chairmanship", "presidency"} & set(said[-9:])
            if handed and {"received", "receiving", "took", "taken", "taking", "inherited"} & set(said):
                self.presence(entity).yes(span)
            if chaired:
                self.presence(entity).hint("chair", span)
                self.presence(entity).yes(span)
            elif (
                before[0] == "by"
                and before[1] in ("headed", "led")
                and not is_outside(unit)
                and self._leads_delegation(unit)
            ) or (
                (
                    before[0] == "by"
                    and before[1] in ("assisted", "accompanied", "flanked", "joined")
                    and not is_outside(unit)
                )
                or (before[0] == "by" and before[1] == "represented" and not is_outside(unit))
                or (after[0] == "from" and not is_outside(unit) and is_gapped_arrival(unit))
            ):
                self.presence(entity).yes(span)

    def _has_voice(self, unit: Unit, mention: Mention) -> bool:
        """As in "according to X", "For X, it was a first appearance", "From X came a warning" in the news."""
        line = unit.parsed.line
        if is_outside(unit) or unit.block.kind is not BlockKind.PARAGRAPH:
            return False
        told = [line.lower(mention.start - 2), line.lower(mention.start - 1)] == ["according", "to"]
        fronted = mention.start == 1 and line.lower(0) in ("for", "to", "from")
        after = line.lower(mention.end)
        return told or (fronted and (after == "," or after in BE or line.lower(mention.end + 1) == "raid"))

    def _leads_delegation(self, unit: Unit) -> bool:
        return any(token.lower in ("delegation", "delegations") for token in unit.sentence.tokens)

    def _likewise(self, unit: Unit, before: Unit | None) -> None:
        """As in "X is in the room; so are Y and Z", "X stayed away. So did Y": the same of those behind."""
        line = unit.parsed.line
        place = next(
            (i for i in range(len(line)) if line.lower(i) == "so" and line.lower(i + 1) in BE | DO | HAVE), None
        )
        if place is None or (place > 0 and line.lower(place - 1) not in (";", ",", "and", ":", "—", "–")):
            return
        example = [e for m, e in self._entities(unit.mentions) if m.end <= place]
        if not example and place == 0 and before is not None:
            example = [e for _, e in self._entities(before.mentions)]
        absent = before is not None and any(m.state in self.absent_states for m in before.mentions if m.state)
        known = [self.presence(entity).attended for entity in example]
        if not known and place == 0 and before is not None and _somebody_came(before):
            known = [True]
        spoke = bool(example) and self.presence(example[-1]).spoke and known[-1] is None
        for mention, entity in self._entities(unit.mentions):
            if mention.start <= place:
                continue
            span = unit.offsets(mention.start, mention.end)
            if spoke:
                self.presence(entity).spoke = True
                self.presence(entity).spans.append(span)
            elif known and known[-1] is True:
                self.presence(entity).yes(span)
            elif (known and known[-1] is False) or (not known and absent):
                self.presence(entity).no(span)
