"""The summit of a document: its scalar fields, the roles people have in it, and its attendance."""

import re
from collections.abc import Sequence

from oic_summits.model import Actor, DocumentKind, Summit, evolve
from oic_summits.parser.capacities import Presence
from oic_summits.parser.counting import find_attendance
from oic_summits.parser.dates import find_dates
from oic_summits.parser.days import find_days
from oic_summits.parser.deeds import Deed
from oic_summits.parser.header import Header, build_header
from oic_summits.parser.mentions import Kind
from oic_summits.parser.page import BlockKind, Page, clean
from oic_summits.parser.places import find_places
from oic_summits.parser.reading_order import Unit
from oic_summits.parser.recognition import dated, recognise
from oic_summits.parser.resolve import Resolver, person_actor
from oic_summits.parser.session import find_neighbours, find_organisation, find_session
from oic_summits.reference import find_state, state


def scalars(page: Page, units: Sequence[Unit]) -> tuple[Page, Header, str | None]:
    """The scalar fields of the summit as claims, and its organisation; (page, claims, None) where the text names none.

    The page comes back with its day of writing, where the summit tells the year of it.
    """
    header = Header(page)
    found = find_organisation(page, units)
    if found is None:
        return page, header, None
    organisation, span = found
    header.claim("organisation", organisation, span, "name of the organisation")
    find_session(page, header)
    find_neighbours(page, header)
    known = recognise(page, units, header)
    page = header.page = dated(page, known)
    if known is None or known.id.ordinal is None:
        find_session(page, header, to_come=True)
    find_days(page, units, header, known)
    find_places(page, units, header, known or recognise(page, units, header))
    return page, header, organisation


def is_about_summit(units: Sequence[Unit], header: Header) -> bool:
    """Whether the document is about one summit: it names a session, or a summit is spoken of with a day or a city."""
    if "ordinal" in header.values or "series" in header.values:
        return True
    spoken = any(m.kind is Kind.SUMMIT for unit in units for m in unit.mentions)
    return spoken and ("start" in header.values or "cities" in header.values)


_WINDING_UP = frozenset("winding wound wrapping wrapped".split())
_GATHERING = frozenset("bring host gather welcome receive summon call convene assemble".split())
_HELD = frozenset("open begin start close end conclude finish convene hold".split())


def _is_subject(unit: Unit, place: int) -> bool:
    pieces = unit.parsed.pieces
    subjects = [pieces[k] for clause in unit.parsed.clauses for k in clause.subjects]
    return any(piece.start <= place < piece.end for piece in subjects)


def summit_acts(unit: Unit, deeds: Sequence[Deed]) -> bool:
    """Whether the summit, its leaders or somebody speaking to them acts in a sentence."""
    own = [deed for deed in deeds if deed.unit is unit]
    if any(ref.voice and not deed.reported for deed in own for ref in deed.refs):
        return True
    tokens = unit.sentence.tokens
    inside = {i for m in unit.mentions if m.kind is Kind.SUMMIT and not m.plural for i in range(m.start, m.end)}
    places = [i for i, token in enumerate(tokens) if token.lower in ("summit", "summits") or i in inside]
    if places and any(deed.verb.sense.lemma in _HELD and places[0] < deed.verb.main for deed in own):
        return True  # "A two-day summit of the OIC opened"
    if places and any(deed.verb.sense.lemma in _GATHERING and deed.verb.main < places[-1] for deed in own):
        return True  # "The kingdom on Monday brought together the leaders for a summit"
    if places and _WINDING_UP & {token.lower for token in tokens[: places[-1]]}:
        return True  # "Muslim nations, winding up a two-day summit"
    if any(_is_subject(unit, place) for place in places) or "chairmanship" in {token.lower for token in tokens}:
        return True  # "Two summits became one on Saturday"
    summit = bool(places) or any(m.kind is Kind.SUMMIT for m in unit.mentions)
    return summit and any(ref.kind == "person" and not deed.reported for deed in own for ref in deed.refs)


def post_day(page: Page, header: Header) -> None:
    """Where no sentence gives a day, that of an embedded post from the summit: one day of it, its end unknown."""
    if "start" in header.values:
        return
    for block in page.blocks:
        if block.kind is BlockKind.POST_SIGNATURE:
            for mention in find_dates(page.view.text, block.start, block.end):
                if mention.first is not None and mention.first.day is not None:
                    header.claim("start", mention.first, (mention.start, mention.end), "day of an embedded post")
                    return


def place_names(header: Header) -> tuple[str, ...]:
    """The names of the cities and the country of the summit, as titles of its documents bear them."""
    cities, country = header.values.get("cities"), header.values.get("country")
    names = list(cities) if isinstance(cities, tuple) else []
    if isinstance(country, str):
        names.append(state(country).name)
    return tuple(name.split(" Al-")[0] for name in names)


_ISSUERS = re.compile(r"\b(?:(?P<declaration>declaration|charter)|communiqu[eé])\b", re.IGNORECASE)


def first_person(page: Page) -> str | None:
    """Who says "we" in an official text: the document that its head names, else the summit; nobody elsewhere."""
    if page.document.kind is not DocumentKind.COMMUNIQUE:
        return None
    first = next((b.start for b in page.blocks if b.kind in (BlockKind.PREAMBLE, BlockKind.NUMBERED)), 500)
    named = _ISSUERS.search(page.view.text, 0, first)
    return "declaration" if named is not None and named["declaration"] else "summit"


_LABEL = re.compile(r"([^\W\d_][\w' ]{2,40}?)[*\s]*(?::|–|—|-)[*\s]*\Z")


def state_names(page: Page, units: Sequence[Unit]) -> dict[str, str]:
    """The name that the document prints for each state, be it before an item."""
    names: dict[str, str] = {}
    for block in page.blocks:
        if block.lead_state is not None:
            label = _LABEL.search(page.view.text, max(0, block.start - 60), block.start)
            found = find_state(label.group(1)) if label is not None else None
            if label is not None and found is not None and found.alpha3 == block.lead_state:
                names.setdefault(block.lead_state, label.group(1))
    for unit in units:
        for mention in unit.mentions:
            if (
                mention.kind is Kind.STATE
                and mention.state
                and mention.name
                and not mention.demonym
                and not mention.place
                and not mention.owner
            ) and (not mention.name.isupper() or len(mention.name) < 3 or mention.name == "UAE"):
                names.setdefault(mention.state, mention.name)
    return names


def summit_header(
    page: Page,
    header: Header,
    organisation: str,
    *,
    units: Sequence[Unit],
    presences: dict[int, Presence],
    resolver: Resolver,
) -> Summit:
    """The summit as far as the document states it, each field with a claim."""
    title = next((b for b in page.blocks if b.kind is BlockKind.TITLE), None)
    if page.document.title is not None and title is not None:
        header.claim("title", page.document.title, (title.start, title.end), "title")
    roles: dict[str, Actor] = {}
    for role in ("chair", "host", "convener"):
        for entity in resolver.people.entities:
            presence = presences.get(id(entity))
            if presence is not None and presence.attended and role in presence.hints:
                roles[role] = person_actor(entity)
                header.claim(role, entity.name, presence.hints[role], "capacity")
                break
    occasion = _occasion(units)
    if occasion is not None:
        header.claim("occasion", clean(page, *occasion).rstrip("."), occasion, "in response to")
    attendance = find_attendance(page, units)
    summit = build_header(header, organisation, page.document.title)
    return evolve(
        summit,
        attendance=attendance,
        chair=roles.get("chair"),
        host=roles.get("host"),
        convener=roles.get("convener"),
        occasion=clean(page, *occasion).rstrip(".") if occasion is not None else None,
    )


def _occasion(units: Sequence[Unit]) -> tuple[int, int] | None:
    """As in "was organised in response to …": view offsets of the words after it."""
    for unit in units:
        line = unit.parsed.line
        for i in range(1, len(line) - 2):
            if line.lower(i) != "response" or line.lower(i + 1) != "to" or line.lower(i - 1) not in ("in", "direct"):
                continue
            if any(m.kind is Kind.SUMMIT for m in unit.mentions if m.end <= i):
                return line.tokens[i + 2].start, unit.sentence.end
    return None
