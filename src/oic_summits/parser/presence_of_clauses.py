"""Who attended, clause by clause: attending, addressing, presiding, coming, speaking, staying away."""

from collections.abc import Iterable, Sequence

from oic_summits.model import ActKind, Modality
from oic_summits.parser.capacities import Presence
from oic_summits.parser.chairing import chairs_of_clause
from oic_summits.parser.cues import (
    addresses,
    attends,
    chairs,
    comes_along,
    from_elsewhere,
    has_audience,
    is_elsewhere,
    is_outside,
    says_absent,
    stays_elsewhere,
    was_to_attend,
)
from oic_summits.parser.deeds import Deed
from oic_summits.parser.discourse import Entity
from oic_summits.parser.mentions import Kind, Mention
from oic_summits.parser.page import BlockKind
from oic_summits.parser.reading_order import Unit
from oic_summits.parser.resolve import Resolver

_SPEECH_SECTIONS = (
    *("statement", "speech", "opening", "discussion", "debate", "proceeding", "session", "encounter"),
    *("summit", "the meeting", "closing", "inaugural", "deliberation", "address", "table"),
)
_BY_WIRE = frozenset("write tweet post telephone phone cable call inform warn".split())
_IN_THE_ROOM = frozenset("there room hall present attendance podium audience seat rostrum".split())


def _names_place(unit: Unit, deed: Deed) -> bool:
    return any(k is not None and k.is_place for k in unit.parsed.line.known[deed.start : deed.end])


class ClauseReader:
    """Reads the presences that clauses tell."""

    def __init__(
        self,
        resolver: Resolver,
        cities: Sequence[str],
        host: str | None,
        *,
        news: bool,
        official: bool = False,
        year: int | None = None,
    ) -> None:
        self.resolver = resolver
        self.cities = {word.casefold() for city in cities for word in (city, city.split("-")[0])}
        self.host = host
        self.news = news
        self.official = official
        self.year = year
        self.of: dict[int, Presence] = {}
        self.absent_states: set[str] = set()

    def presence(self, entity: Entity) -> Presence:
        """The presence of a person, made when first asked for."""
        return self.of.setdefault(id(entity), Presence())

    def _entities(self, mentions: Iterable[Mention]) -> list[tuple[Mention, Entity]]:
        found: list[tuple[Mention, Entity]] = []
        for mention in mentions:
            if mention.kind in (Kind.PERSON, Kind.NAME) and not mention.possessive:
                ref = self.resolver.mention(mention)
                if ref is not None and ref.entity is not None:
                    found.append((mention, ref.entity))
        return found

    def _deed(self, unit: Unit, deed: Deed) -> None:
        lemma = deed.verb.sense.lemma
        if deed.clause.subordinate in ("since", "when", "after", "before") and self._of_another_year(unit, deed):
            return  # "the first since X came to Mecca in 2012"
        tokens = [token.lower for token in unit.sentence.tokens[deed.start : deed.end]]
        people = [ref.entity for ref in deed.refs if ref.entity is not None]
        span = deed.view_span()
        for entity, words in chairs_of_clause(unit, deed, self.resolver):
            self.presence(entity).hint("chair", words)
            self.presence(entity).yes(words)
        if (
            deed.by_agent
            and lemma
            in (
                *("represent", "lead", "head", "attend", "address", "chair", "open", "convene", "inaugurate", "read"),
                *("host", "assist", "flank", "hand", "speak", "deliver"),
            )
            and not deed.verb.negated
        ):
            for entity in people:
                self.presence(entity).yes(span)
                if lemma in ("chair", "host"):
                    self.presence(entity).hint(lemma, span)
                self._rest_of_by(unit, deed, lemma)
            return
        if deed.verb.passive:
            self._passive(unit, deed, tokens, span)
            return
        if lemma in ("send", "delegate", "dispatch", "depute", "bring") and (
            deed.refs
            and deed.refs[0].kind in ("state", "person", "body")
            and not is_elsewhere(unit)
            and not is_outside(unit)
        ):
            sent = self._entities([m for m in unit.mentions if deed.verb.main < m.start < deed.end])
            for _, entity in sent:
                self.presence(entity).yes(span)
            for entity in people if sent and lemma != "bring" else ():
                self.presence(entity).no(span)
        self._absent_state(deed, tokens)
        for entity in people:
            self._active(unit, deed, entity, tokens, span)

    def _rest_of_by(self, unit: Unit, deed: Deed, lemma: str) -> None:
        """As in "by A, and Kuwait by B, together with C": the other people after "by" in the same sentence."""
        if lemma not in ("represent", "attend", "address"):
            return
        for mention, entity in self._entities([m for m in unit.mentions if m.start > deed.verb.main]):
            self.presence(entity).yes(unit.offsets(mention.start, mention.end))

    def _passive(self, unit: Unit, deed: Deed, tokens: list[str], span: tuple[int, int]) -> None:
        behind = tokens[max(0, deed.verb.main - deed.start) :]
        if deed.verb.sense.lemma in ("give", "grant", "accord") and {"floor", "minutes"} & set(behind[:4]):
            for ref in deed.refs:
                if ref.entity is not None and not is_outside(unit):
                    self.presence(ref.entity).yes(span)
        if deed.verb.sense.lemma == "admit" and "observer" in tokens:
            for _, entity in self._entities([m for m in unit.mentions if m.start < deed.verb.main]):
                self.presence(entity).yes(span)
                self.presence(entity).hint("observer", span)

    def _absent_state(self, deed: Deed, tokens: list[str]) -> None:
        """As in "Iran boycotted the gathering": its people were not there unless the text says so."""
        for ref in deed.refs:
            if ref.kind == "state" and ref.state is not None and says_absent(deed, tokens):
                self.absent_states.add(ref.state)

    def _active(self, unit: Unit, deed: Deed, entity: Entity, tokens: list[str], span: tuple[int, int]) -> None:
        if stays_elsewhere(unit, deed, self.cities):
            self.presence(entity).no(span)
            return
        self._cue(unit, deed, entity, tokens, span)
        plain = deed.verb.bare and deed.verb.tense == "past" and not deed.verb.negated and not deed.reported
        plain = plain or (self.news and entity.organisation is None and self._says_now(deed))
        if plain and (was_to_attend(unit) or from_elsewhere(unit, deed, self.cities)):
            return
        if (
            self.news
            and plain
            and deed.verb.sense.lemma in ("meet", "greet", "embrace", "confer", "hug", "welcome", "receive")
        ):
            for _, other in self._entities([m for m in unit.mentions if deed.verb.main < m.start < deed.end]):
                self.presence(other).spoke = True
        told = unit.block.section is not None or self.news or self.official
        told = told and deed.clause.subordinate not in ("which", "whom", "whose")
        told = told and not (deed.clause.relative and deed.verb.sense.kind in (ActKind.DO, ActKind.PARTICIPATE))
        if plain and not deed.verb.copula and not is_outside(unit) and told:
            presence = self.presence(entity)
            presence.spoke = True
            presence.spans.append(span)

    def _of_another_year(self, unit: Unit, deed: Deed) -> bool:
        tokens = unit.sentence.tokens
        begin, end = tokens[deed.start].start, tokens[deed.end - 1].end
        dates = [d.first for d in unit.dates if begin <= d.start < end and d.first is not None]
        return self.year is not None and any(day.year != self.year for day in dates)

    def _says_now(self, deed: Deed) -> bool:
        """As in "the emir warns", "the king has urged": the news of the day in the present or perfect."""
        spoken = deed.verb.sense.kind in (ActKind.SAY, ActKind.DEMAND, ActKind.CRITICISE, ActKind.SUPPORT)
        now = deed.verb.tense == "present" and deed.verb.modality is Modality.DONE
        return spoken and now and not deed.verb.passive and not deed.verb.negated and not deed.reported

    def _cue(self, unit: Unit, deed: Deed, entity: Entity, tokens: list[str], span: tuple[int, int]) -> None:
        presence = self.presence(entity)
        lemma = deed.verb.sense.lemma
        behind = tokens[max(0, deed.verb.main - deed.start) :]
        if lemma in ("inaugurate", "open") and has_audience(behind) and deed.verb.modality is Modality.DONE:
            presence.yes(span)  # "who had inaugurated the session"
        if deed.verb.modality is not Modality.DONE:
            return  # what is meant or expected
        if "had" in tokens[: max(0, deed.verb.main - deed.start)]:
            self._before_the_story(unit, deed, presence, behind, span)
            return
        if deed.verb.negated or "without" in behind[:2] or (is_elsewhere(unit) and lemma != "accompany"):
            return
        if chairs(lemma, behind) and not deed.reported and not is_outside(unit):
            presence.hint("chair", span)
            presence.yes(span)
        elif lemma == "host" and has_audience(behind):
            presence.hint("host", span)
            presence.yes(span)
        elif attends(lemma, behind):
            if not deed.reported:
                self._attended(presence, behind, span)
        elif addresses(lemma, behind):
            if self._to_the_summit(unit, behind):
                presence.yes(span)
        elif (self._is_there(unit, deed, behind) and "absent" not in behind) or comes_along(unit, deed, behind):
            presence.yes(span)
        else:
            self._speech_cue(unit, deed, presence, behind, span)

    def _before_the_story(
        self, unit: Unit, deed: Deed, presence: Presence, behind: list[str], span: tuple[int, int]
    ) -> None:
        """As in "who had told the summit that …", "who in Istanbul had pressed his peers": said there, told later."""
        if not self.news or deed.reported or deed.verb.negated or any(d.first is not None for d in unit.dates):
            return
        told = addresses(deed.verb.sense.lemma, behind) and {"the", "this"} & set(behind[:3])
        spoken = deed.verb.sense.kind in (ActKind.SAY, ActKind.DEMAND, ActKind.SUPPORT, ActKind.CRITICISE)
        if told or (spoken and self._names_city(unit, deed)):
            presence.yes(span)
        elif spoken and not is_outside(unit) and deed.verb.sense.lemma not in _BY_WIRE and not deed.verb.passive:
            presence.spoke = True

    def _to_the_summit(self, unit: Unit, behind: list[str]) -> bool:
        near = set(behind[:9])
        return not near & {"non-aligned", "next"} and (not near & {"news", "press"} or self._in_city(unit))

    def _attended(self, presence: Presence, behind: list[str], span: tuple[int, int]) -> None:
        """As in "attended as an observer", "took part as a guest"."""
        presence.yes(span)
        for hint in ("guest", "observer"):
            if hint in behind or f"{hint}s" in behind:
                presence.hint(hint, span)

    def _is_there(self, unit: Unit, deed: Deed, behind: list[str]) -> bool:
        """As in "arrived", "flew to Doha", "was in the hall"."""
        lemma = deed.verb.sense.lemma
        if lemma in ("arrive", "come") or (lemma == "land" and not _names_place(unit, deed)):
            return True
        if lemma == "be" and _IN_THE_ROOM & set(behind[:7]):
            return True
        ahead = {"due", "expected", "scheduled", "tomorrow"} & set(behind[:7])
        return lemma in ("land", "fly", "travel", "be") and not ahead and self._names_city(unit, deed)

    def _speech_cue(self, unit: Unit, deed: Deed, presence: Presence, behind: list[str], span: tuple[int, int]) -> None:
        kind = deed.verb.sense.kind
        if deed.verb.sense.lemma in ("sign", "hand"):
            presence.spoke = True
        elif self.official and unit.block.kind is BlockKind.NUMBERED and kind is not ActKind.DO and not deed.reported:
            presence.spoke = True
            presence.spans.append(span)
        elif kind in (ActKind.SAY, ActKind.DEMAND, ActKind.SUPPORT, ActKind.CRITICISE, ActKind.PLEDGE):
            self._spoke(unit, deed, presence, behind)

    def _spoke(self, unit: Unit, deed: Deed, presence: Presence, behind: list[str]) -> None:
        if is_outside(unit):
            if set(behind) & {"conference", "reporters"} and self._in_city(unit):
                presence.yes(deed.view_span())
            return
        if deed.verb.sense.lemma in ("write", "tweet", "post") or "letter" in behind:
            return
        presence.spoke = True
        section = (unit.block.section or "").casefold()
        if any(word in section for word in _SPEECH_SECTIONS):
            presence.spans.append(deed.view_span())

    def _in_city(self, unit: Unit) -> bool:
        words = {token.text.casefold() for token in unit.sentence.tokens}
        return bool(words & self.cities)

    def _names_city(self, unit: Unit, deed: Deed) -> bool:
        words = {token.text.casefold() for token in unit.sentence.tokens[deed.start : deed.end]}
        return bool(words & self.cities)

    def _absence(self, unit: Unit, deeds: Sequence[Deed]) -> None:
        for deed in deeds:
            words = [token.lower for token in unit.sentence.tokens[deed.start : deed.end]]
            for ref in deed.refs:
                if ref.entity is not None and says_absent(deed, words):
                    self.presence(ref.entity).no(deed.view_span())
            if deed.verb.passive and deed.verb.negated and deed.verb.sense.lemma == "invite":
                for ref in deed.refs:
                    if ref.entity is not None:
                        self.presence(ref.entity).no(deed.view_span())
