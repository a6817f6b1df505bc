"""Who is taken to have attended because news of the summit speaks of them as there, and nothing puts them elsewhere.

Reporters name the leaders in the hall in a hundred ways: by their chairs, their cars, their prayers. What they say in
few words is that somebody stayed away, is ill, sits in another city, or belongs to another year. So a ruler or a
minister of a member state, named in the news of the day without any such sign, is taken to be there; the evidence
says that it is implied.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from oic_summits.model import ActKind, Modality
from oic_summits.parser.capacities import Presence, is_of_rank
from oic_summits.parser.deeds import Deed
from oic_summits.parser.discourse import Entity
from oic_summits.parser.gazetteer import Known
from oic_summits.parser.lexicon import BE
from oic_summits.parser.line import Line
from oic_summits.parser.mentions import Kind, Mention
from oic_summits.parser.page import BlockKind
from oic_summits.parser.reading_order import Unit
from oic_summits.parser.resolve import Resolver
from oic_summits.reference import city_state, same_city

_AWAY = frozenset(
    "absent absence absences absentee absentees missing away boycott boycotted boycotting skip skipped skipping "
    "cancelled canceled cancel cancels decline declined refuse refused stay stayed stays staying hospital ill "
    "illness sick influenza flu bed surgery telephone telephoned phone phoned behalf instead stead replace replaced "
    "replacing represent represented replacement deputy deputies uninvited excluded suspended expelled exile exiled "
    "ailing doctors doctor clinic admitted".split()
)
_GONE = frozenset(
    "successor successors succeed succeeds succeeded predecessor overthrew overthrown overthrow deposed ousted toppled "
    "removed murdered murder killed assassinated assassination died dies death late dead buried funeral condolences "
    "mourning former formerly memory".split()
)
_OBJECTS = frozenset("under against told tells urged urges asked asks warned warns".split())
_CHOSEN = frozenset("elected elect elects election chosen chose appointed named nominated".split())
_GREETED = frozenset("congratulated congratulations thanked thanks conveyed addressed wrote tribute from".split())


def presume(
    units: Sequence[Unit],
    deeds: Sequence[Deed],
    resolver: Resolver,
    presences: dict[int, Presence],
    *,
    cities: Iterable[str],
    members: frozenset[str],
    organisation: str,
    absent_states: set[str],
    year: int | None,
) -> None:
    """Mark those who are taken to have been there."""
    own = tuple(cities)
    named: dict[int, list[tuple[Unit, Mention]]] = {}
    for unit in units:
        for mention in unit.mentions:
            if mention.kind in (Kind.PERSON, Kind.NAME):
                ref = resolver.mention(mention)
                if ref is not None and ref.entity is not None:
                    named.setdefault(id(ref.entity), []).append((unit, mention))
    meant = _not_done(deeds)
    speeches = Counter(id(r.entity) for d in deeds for r in d.refs if d.verb.sense.kind is ActKind.SAY)
    for entity in resolver.people.entities:
        presence = presences.setdefault(id(entity), Presence())
        if (
            presence.attended is not None
            or not _may_sit(entity, members, organisation)
            or entity.state in absent_states
        ):
            continue
        places = named.get(id(entity), [])
        if entity.organisation is not None and len(places) <= speeches[id(entity)]:
            continue  # an officer who is only quoted may have spoken anywhere
        places = [place for place in places if not place[1].possessive]
        if not places or id(entity) in meant or any(_is_elsewhere(*place, entity, own, year) for place in places):
            continue
        unit, mention = places[0]
        presence.attended = presence.presumed = True
        presence.spans.append(unit.offsets(mention.start, mention.end))


def _not_done(deeds: Sequence[Deed]) -> set[int]:
    """Those of whom the text only says what they will do, or do not do."""
    done: set[int] = set()
    other: set[int] = set()
    for deed in deeds:
        for ref in deed.refs:
            if ref.entity is not None:
                real = deed.verb.modality is Modality.DONE and not deed.verb.negated
                (done if real else other).add(id(ref.entity))
    return other - done


def _may_sit(entity: Entity, members: frozenset[str], organisation: str) -> bool:
    if entity.past:
        return False
    if entity.organisation is not None and entity.state is None and entity.organisation != "PLO":
        return entity.office in (None, "secretary-general") and entity.organisation == organisation
    member = entity.state in members or entity.organisation == "PLO"
    return member and is_of_rank(entity)


def _is_elsewhere(unit: Unit, mention: Mention, entity: Entity, cities: Sequence[str], year: int | None) -> bool:
    """Whether words around a name put somebody away from the summit: into another place, year or state of health."""
    if unit.block.kind in (BlockKind.TITLE, BlockKind.POST):
        return False
    start, end = _clause_around(unit, mention)
    line = unit.parsed.line
    words = {line.lower(i) for i in range(start, end)}
    before = {line.lower(i) for i in range(max(start, mention.start - 4), mention.start)}
    if words & _AWAY or words & _GONE or before & _GREETED:
        return True
    if entity.organisation is not None and words & _CHOSEN:
        return True  # "elected X secretary-general"
    if line.lower(mention.start - 1) in _OBJECTS:
        return True
    begin, stop = unit.offsets(start, end)
    if any(
        d.first is not None and year is not None and d.first.year != year for d in unit.dates if begin <= d.start < stop
    ):
        return True
    return any(_places(line, known, entity, cities, start) for known in line.known[start:end])


def _places(line: Line, known: Known | None, entity: Entity, cities: Sequence[str], start: int) -> bool:
    """Whether "in X" names another city than that of the summit: one of the person's own, or behind a copula."""
    if known is None or not known.is_place or line.lower(known.start - 1) not in ("in", "at", "from"):
        return False
    name = " ".join(token.text for token in line.tokens[known.start : known.end])
    if any(same_city(name, city) for city in cities):
        return False
    state = city_state(name)
    own = state is not None and state.alpha3 == entity.state
    opens = known.start - 1 <= start + 1
    copula = line.lower(known.start - 2) in BE or line.lower(known.start - 2) in ("stayed", "stays", "remained")
    return (opens or copula) if line.lower(known.start - 1) == "from" or not own else True


def _clause_around(unit: Unit, mention: Mention) -> tuple[int, int]:
    """The stretch between semicolons, dashes and full stops in which a name stands, in token indexes."""
    line = unit.parsed.line
    start = mention.start
    while start > 0 and line.lower(start - 1) not in (";", ":", "–", "—", "--"):
        start -= 1
    end = mention.end
    while end < len(line) and line.lower(end) not in (";", ":", "–", "—", "--"):
        end += 1
    return start, end
