"""People of a document as records: whether they attended, in what capacity, on what evidence."""

from collections.abc import Sequence

from oic_summits.model import DocumentKind, Evidence, PartialDate, Participant
from oic_summits.parser.capacities import Presence, capacity_of, settle
from oic_summits.parser.days import news_anchor
from oic_summits.parser.deeds import Deed
from oic_summits.parser.discourse import Entity, People
from oic_summits.parser.finder import find_mentions
from oic_summits.parser.header import Header, fields_of
from oic_summits.parser.line import make_line
from oic_summits.parser.mentions import Kind
from oic_summits.parser.page import Page
from oic_summits.parser.participation import Attending
from oic_summits.parser.posts import post_authors
from oic_summits.parser.presumption import presume
from oic_summits.parser.reading_order import Unit
from oic_summits.parser.resolve import Resolver, person_actor
from oic_summits.parser.text import tokenise
from oic_summits.reference import states


def presences(
    page: Page,
    units: Sequence[Unit],
    deeds: Sequence[Deed],
    *,
    resolver: Resolver,
    header: Header,
    organisation: str,
) -> dict[int, Presence]:
    """What the document says of each person's part in the summit, by the identity of the entity."""
    cities = header.values.get("cities")
    country, start = header.values.get("country"), header.values.get("start")
    news = page.document.kind is DocumentKind.NEWS
    attending = Attending(
        resolver,
        cities if isinstance(cities, tuple) else (),
        country if isinstance(country, str) else None,
        news=news,
        official=page.document.kind is DocumentKind.COMMUNIQUE,
        year=start.year if isinstance(start, PartialDate) else None,
    )
    attending.read(units, deeds)
    _convener(deeds, attending)
    _box_chair(page, resolver, attending)
    members = _members(organisation)
    for reaction_entity, span in post_authors(page, resolver, [c.casefold() for c in attending.cities]):
        presence = attending.presence(reaction_entity)
        presence.posted = presence.attended is None
        presence.yes(span)
    for entity in resolver.people.entities:
        settle(
            entity,
            attending.presence(entity),
            news=news,
            members=members,
            absent_states=attending.absent_states,
            organisation=organisation,
        )
    if news and not _is_preview(page, start):
        presume(
            units,
            deeds,
            resolver,
            attending.of,
            cities=cities if isinstance(cities, tuple) else (),
            members=members,
            organisation=organisation,
            absent_states=attending.absent_states,
            year=start.year if isinstance(start, PartialDate) else None,
        )
    if isinstance(country, str):
        _note_host(resolver, attending, country)
    return attending.of


def _is_preview(page: Page, start: object) -> bool:
    """Whether the text was written before the summit began."""
    written = news_anchor(page)[0]
    return isinstance(start, PartialDate) and written is not None and written < start


_RULERS = ("king", "emir", "amir", "sultan", "president", "prime minister", "crown prince")


def _note_host(resolver: Resolver, attending: Attending, country: str) -> None:
    """Whoever leads the host state is the host, unless the text puts one of its people into the chair."""
    own = [e for e in resolver.people.entities if e.state == country and attending.presence(e).attended]
    if any(set(attending.presence(entity).hints) & {"chair", "host"} for entity in own):
        return
    for office in _RULERS:
        leader = next((entity for entity in own if entity.office == office), None)
        if leader is not None:
            spans = attending.presence(leader).spans
            attending.presence(leader).hint("host", (spans or leader.places)[0])
            return


def _members(organisation: str) -> frozenset[str]:
    if organisation == "OIC":
        return frozenset(s.alpha3 for s in states() if any(m.status == "member" for m in s.memberships))
    arab = "DZA BHR COM DJI EGY IRQ JOR KWT LBN LBY MRT MAR OMN PSE QAT SAU SOM SDN SYR TUN ARE YEM".split()
    return frozenset(arab) if organisation == "Arab League" else frozenset(s.alpha3 for s in states())


def _convener(deeds: Sequence[Deed], attending: Attending) -> None:
    for deed in deeds:
        if deed.verb.sense.lemma == "convene" and not deed.reported:
            summit = any(m.kind is Kind.SUMMIT for m in deed.unit.mentions)
            for ref in deed.refs:
                if ref.entity is not None and summit:
                    attending.presence(ref.entity).hint("convener", deed.view_span())


def _box_chair(page: Page, resolver: Resolver, attending: Attending) -> None:
    fields = fields_of(page)
    for key in ("chair", "chairperson", "chairman", "chaired by", "presided by", "president"):
        block = fields.get(key)
        if block is None:
            continue
        line = make_line(tuple(tokenise(page.view.text, block.start, block.end)))
        for mention in find_mentions(line, page.view.text):
            if mention.name is not None and mention.kind in (Kind.PERSON, Kind.NAME):
                known = resolver.people.find(mention.name, state=mention.state)
                several = mention.name_end - mention.name_start >= 2
                if known is None and not several:
                    continue
                entity = resolver.people.note(
                    mention.name, office=mention.office, state=mention.state, organisation=None
                )
                presence = attending.presence(entity)
                presence.hint("chair", (block.start, block.end))
                presence.yes((block.start, block.end))


def people_records(
    page: Page, people: People, present: dict[int, Presence], organisation: str, header: Header
) -> tuple[Participant, ...]:
    """Everybody of the document, with capacity and evidence."""
    members = _members(organisation)
    observers = frozenset(s.alpha3 for s in states() if any(m.status == "observer" for m in s.memberships))
    host = header.values.get("country")
    found: list[Participant] = []
    for entity in people.entities:
        presence = present.get(id(entity)) or Presence()
        capacity = capacity_of(
            entity,
            presence,
            organisation=organisation,
            host_state=host if isinstance(host, str) else None,
            observers=observers,
            members=members,
        )
        found.append(
            Participant(
                actor=person_actor(entity),
                attended=presence.attended,
                capacity=capacity,
                evidence=_proofs(page, entity, presence),
            )
        )
    return tuple(found)


def _proofs(page: Page, entity: Entity, presence: Presence) -> tuple[Evidence, ...]:
    spans = [(*span, "mention of a person") for span in entity.places[:6]]
    rule = "attendance implied by an act there" if presence.implied else "attendance"
    if presence.presumed:
        rule = "attendance presumed, nothing puts them elsewhere"
    spans += [(*span, rule) for span in presence.spans[:6]]
    unique = dict.fromkeys(spans)
    made = [page.view.evidence(page.document.id, start, end, rule) for start, end, rule in unique]
    return tuple(sorted(dict.fromkeys(made), key=lambda e: (e.start, e.end, e.rule)))
