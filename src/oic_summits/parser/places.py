"""Where the summit met: cities, venues and country."""

import re
from collections import Counter
from collections.abc import Sequence

from oic_summits.model import Basis, Summit
from oic_summits.model.ordinals import ordinal_number
from oic_summits.parser.gazetteer import Known
from oic_summits.parser.header import Header, block_text, fields_of
from oic_summits.parser.line import Line
from oic_summits.parser.mentions import Kind
from oic_summits.parser.page import Block, BlockKind, Page
from oic_summits.parser.reading_order import Unit
from oic_summits.parser.wordlists import CALENDAR_WORDS
from oic_summits.reference import city_state, find_state, same_city


def find_places(page: Page, units: Sequence[Unit], header: Header, known: Summit | None = None) -> None:
    """Cities, venues and country: from the box, else from the sentences that tie the summit to a city.

    Where place and time fit one known summit, its city counts for more than others that the text prints.
    """
    fields = fields_of(page)
    box = fields.get("cities") or fields.get("city") or fields.get("location")
    if box is not None:
        words = re.sub(r"\([^)]*\)", " ", block_text(page, box))
        cities = tuple(" ".join(part.split()) for part in re.split(r"[;,\n]|\band\b|/", words) if part.strip())
        if cities:
            header.claim("cities", cities, (box.start, box.end), "information box")
    venue = fields.get("venues") or fields.get("venue")
    if venue is not None and block_text(page, venue).strip():
        header.claim("venues", (block_text(page, venue).strip(),), (venue.start, venue.end), "information box")
    motto = fields.get("motto")
    if motto is not None and block_text(page, motto).strip():
        header.claim("motto", block_text(page, motto).strip(), (motto.start, motto.end), "information box")
    country = fields.get("country") or fields.get("host country")
    if country is not None:
        _box_country(page, country, header)
    if "cities" not in header.values:
        _city_from_prose(page, units, header, known)
    if "country" not in header.values:
        _country_of_city(units, header)


_FLAG = re.compile(r"\bFlag of [^.\n]{2,40}\.(?:svg|png|gif)\s*", re.IGNORECASE)


def _box_country(page: Page, block: Block, header: Header) -> None:
    words = _FLAG.sub("", block_text(page, block)).strip()
    parts = [words, *words.split(None, 1)[1:], words.split(None, 1)[0] if words else ""]
    for part in parts:
        state = find_state(part.strip()) if part.strip() else None
        if state is not None:
            header.claim("country", state.alpha3, (block.start, block.end), "information box")
            return


def _city_from_prose(page: Page, units: Sequence[Unit], header: Header, known: Summit | None) -> None:
    votes: Counter[str] = Counter()
    weak: Counter[str] = Counter()
    places: dict[str, tuple[int, int]] = {}
    for unit in units:
        summit = any(m.kind in (Kind.SUMMIT, Kind.ORGANISATION) for m in unit.mentions)
        for city, weight, span in _cities(unit, header):
            if weight >= 3:
                votes[city] += weight + 2 * summit + (unit.block.kind is BlockKind.TITLE)
            elif weak[city] < _MOST_WEAK_VOTES:
                weak[city] += weight
            places.setdefault(city, span)
    for block in page.blocks:
        if block.kind is BlockKind.DATELINE:
            official = page.document.kind.value == "communique"
            found = _dateline_city(page, block, official=official)
            if found is not None:
                votes[found[0]] += 40 if official else 4
                places.setdefault(found[0], found[1])
    votes += weak
    for city in votes:
        if known is not None and any(same_city(city, own) for own in known.cities):
            votes[city] += _KNOWN_VOTES
    if not votes:
        return
    best = max(votes, key=lambda city: (votes[city], -places[city][0]))
    if votes[best] >= 3:
        parts = tuple(part.strip() for part in re.split(r"\band\b|&", best))
        several = len(parts) > 1 and all(city_state(part) is not None for part in parts)
        header.claim("cities", parts if several else (best,), places[best], "city of the summit")


_HELD_WORDS = frozenset(
    "summit meeting met conference gathered session place held assembled sessions opened ended concluded".split()
)
# "in X" said again and again, of what a summit is about, does not make X its city
_MOST_WEAK_VOTES = 3
_KNOWN_VOTES = 6
# words after which a place is what a summit is about, not where it meets
_TOPIC_WORDS = frozenset(
    "situation war attacks attack violence crisis on about over crimes killings conflict events ceasefire truce".split()
)


def _of_another_session(words: set[str], header: Header) -> bool:
    """As in "the third summit met at X" in a text on the second one."""
    own = header.values.get("ordinal")
    named = {ordinal_number(word) for word in words} - {None}
    return isinstance(own, int) and bool(named) and own not in named


def _of_another_body(line: Line, city: Known, header: Header) -> bool:
    """As in "Saturday's Arab League summit in X": a summit of a body that is not the text's own."""
    own = header.values.get("organisation")
    if line.lower(city.start - 2) not in ("summit", "meeting", "session"):
        return False
    before = [k.organisation for k in line.known[max(0, city.start - 6) : city.start] if k is not None]
    return any(one is not None and own not in (one.short_name, one.parent) for one in before)


def _cities(unit: Unit, header: Header) -> list[tuple[str, int, tuple[int, int]]]:
    """Cities of a sentence with the weight of their surroundings: "summit in Doha", "the Doha Declaration"."""
    line = unit.parsed.line
    found: list[tuple[str, int, tuple[int, int]]] = []
    for known in line.known:
        if known is None or not known.is_place:
            continue
        after, before = line.lower(known.end), line.lower(known.start - 1)
        nearby = _nearby(line, known.start - 2)
        held = nearby if not nearby & _TOPIC_WORDS else set[str]()
        weight = 0
        if (
            after in ("summit", "declaration", "charter", "meeting", "conference")
            or line.lower(known.end + 1) == "summit"
        ):
            weight = 4
        elif (before in ("in", "at") and held & _HELD_WORDS) or _hosts(line, known.end):
            weight = 5
        elif before in ("in", "at", "to"):
            weight = 1
        if nearby & {"next", "previous", "earlier", "second", "preparatory"} and after != "summit":
            weight = min(weight, 0)
        if weight and (_of_another_session(nearby, header) or _of_another_body(line, known, header)):
            weight = 0
        name = " ".join(token.text for token in line.tokens[known.start : known.end])
        if weight:
            found.append((name, weight, unit.offsets(known.start, known.end)))
    return found


def _hosts(line: Line, after: int) -> bool:
    """As in "Doha to host the summit", "Doha hosts the summit"."""
    k = after + (line.lower(after) in ("to", "will"))
    return line.lower(k) in ("host", "hosts", "hosted") and "summit" in {line.lower(k + n) for n in range(1, 6)}


def _nearby(line: Line, last: int) -> set[str]:
    """The five words that end at one, in lower case; the name of an organisation counts as one word, a date as none."""
    words: set[str] = set()
    dates = {end: start for start, end in line.dates.items()}
    for _ in range(5):
        while last + 1 in dates:
            last = dates[last + 1] - 1
            last -= line.lower(last) in ("on", "in", "from")
        words.add(line.lower(last))
        bodies = (k for k in line.known[max(0, last - 8) : max(0, last + 1)] if k is not None and k.end == last + 1)
        body = next((known for known in bodies if known.organisation is not None), None)
        last = last - 1 if body is None else body.start - 1
    return words


def _is_place(words: str, official: bool) -> bool:
    """Whether the first words of a date line are a place: one of the tables, or printed in capitals."""
    return official or city_state(words) is not None or words.isupper()


def _dateline_city(page: Page, block: Block, *, official: bool) -> tuple[str, tuple[int, int]] | None:
    text = block_text(page, block)
    match = re.match(
        r"\s*(?:done (?:at|in) )?(?:the city of )?([^\W\d_][\w'’\- ]*?)\s*(?:[,:;(–—/]|\s-\s|\d|$)", text, re.IGNORECASE
    )
    if match is None or not match.group(1).strip():
        return None
    words = match.group(1).strip()
    if words.casefold() in CALENDAR_WORDS or not _is_place(words, official):
        return None
    city = words if not words.isupper() else _capitalised(page, words)
    return city, (block.start + match.start(1), block.start + match.start(1) + len(words))


def _capitalised(page: Page, words: str) -> str:
    """The same words in the capitals that the prose gives them, else each with a capital."""
    for match in re.finditer(re.escape(words), page.view.text[:200_000], re.IGNORECASE):
        if not match.group().isupper():
            return match.group()
    return "-".join(" ".join(w.capitalize() for w in part.split(" ")) for part in words.split("-"))


def _country_from_prose(units: Sequence[Unit], header: Header) -> None:
    """As in "their 25th summit in Kuwait": the state in which a text without a city says that the summit was held."""
    for unit in units:
        line = unit.parsed.line
        for known in line.known:
            if known is None or known.state is None or known.is_demonym or known.is_place:
                continue
            nearby = _nearby(line, known.start - 2)
            if line.lower(known.start - 1) == "in" and nearby & {"summit", "session"} and not nearby & _TOPIC_WORDS:
                span = unit.offsets(known.start, known.end)
                header.claim("country", known.state.alpha3, span, "state of the summit")
                return


def _country_of_city(units: Sequence[Unit], header: Header) -> None:
    """The state that the text names beside the city, else the one in which the reference tables place it."""
    cities = header.values.get("cities")
    if not isinstance(cities, tuple) or not cities:
        _country_from_prose(units, header)
        return
    city = cities[0]
    state = city_state(city)
    for unit in units:
        line = unit.parsed.line
        for known in line.known:
            if known is None or known.state is None or known.is_place:
                continue
            beside = [k for k in line.known[max(0, known.start - 3) : known.start] if k is not None and k.is_place]
            if beside and any(k.end == known.start - 1 and line.lower(k.end) == "," for k in beside):
                name = " ".join(token.text for token in line.tokens[beside[-1].start : beside[-1].end])
                if name.casefold() == city.casefold():
                    header.claim(
                        "country", known.state.alpha3, unit.offsets(known.start, known.end), "state beside its city"
                    )
                    return
    if state is not None:
        header.claim("country", state.alpha3, None, "city of the reference tables", basis=Basis.REFERENCE)
