"""The summit that a document is about: organisation, series, number, days, places, neighbours, each as a claim."""

import re
from collections import Counter
from collections.abc import Callable, Sequence

import attrs

from oic_summits.model import Basis, Claim, PartialDate, Series, Summit, SummitId
from oic_summits.model.ordinals import ORDINAL_PATTERN, ordinal_number
from oic_summits.parser.dates import complete, find_dates
from oic_summits.parser.gazetteer import Known
from oic_summits.parser.mentions import Kind
from oic_summits.parser.page import Block, BlockKind, Page
from oic_summits.parser.reading_order import Unit

_EXTRA = r"extraordinary|emergency|special|exceptional|urgent"
_NAME = r"islamic|arab[- ]islamic|arab and islamic|arab|oic|gulf|gcc|african|au|league|[a-z]+"
_SESSION = re.compile(
    rf"\b(?P<ordinal>{ORDINAL_PATTERN})\s+"
    rf"(?:(?P<before>joint|{_EXTRA}|ordinary|regular)\s+)?(?:(?P<name>islamic|arab[- ]islamic|arab|oic|gcc|african|au|annual)\s+)*"
    rf"(?:(?P<extra2>{_EXTRA}|ordinary)\s+)?(?:islamic\s+)?"
    rf"(?P<head>session|summit|meeting of (?:the )?(?:heads|kings))\b",
    re.IGNORECASE,
)
_UNNUMBERED = re.compile(
    rf"\b(?P<extra>{_EXTRA})\s+(?:(?:joint|{_NAME})\s+){{0,2}}(?P<head>summit|session)\b", re.IGNORECASE
)
_OTHER = re.compile(r"\b(?:next|previous|last|earlier|coming|former|hosted|since)\s+(?:the\s+|its\s+)?$", re.IGNORECASE)
_OIC_NAMES = re.compile(r"\bislamic summit\b|\borgani[sz]ation of (?:the )?islamic\b|\boic\b", re.IGNORECASE)


@attrs.define
class Header:
    """What is known of the summit while a document is read; claims keep their evidence."""

    page: Page
    claims: list[Claim] = attrs.field(factory=list)
    values: dict[str, object] = attrs.field(factory=dict)

    def claim(
        self,
        field: str,
        value: object,
        span: tuple[int, int] | None,
        rule: str,
        *,
        basis: Basis = Basis.TEXT,
        qualifier: str | None = None,
    ) -> None:
        """Keep a claim; the first value of a field is the one the summit gets."""
        self.values.setdefault(field, value)
        evidence = None
        if span is not None:
            evidence = self.page.view.evidence(self.page.document.id, *span, rule)
        claim = Claim(
            field=field,
            value=_text(value),
            source=self.page.document.id,
            qualifier=qualifier,
            basis=basis,
            evidence=evidence,
        )
        if claim not in self.claims:
            self.claims.append(claim)


def _text(value: object) -> str:
    if isinstance(value, tuple):
        return "; ".join(str(part) for part in value)
    return str(value)


def fields_of(page: Page) -> dict[str, Block]:
    """The fields of the information box by folded key; the first of each key."""
    found: dict[str, Block] = {}
    for block in page.blocks:
        if block.kind is BlockKind.FIELD and block.key is not None:
            found.setdefault(block.key.casefold().strip(), block)
    return found


def block_text(page: Page, block: Block) -> str:
    """The words of a block."""
    return page.view.text[block.start : block.end]


# --- organisation -----------------------------------------------------------------------------------------------------


def find_organisation(page: Page, units: Sequence[Unit]) -> tuple[str, tuple[int, int]] | None:
    """The organisation whose summit the document is about, with the words that say so."""
    votes: Counter[str] = Counter()
    places: dict[str, tuple[int, int]] = {}
    text = page.view.text
    for weight, start, end in _name_places(page):
        match = _OIC_NAMES.search(text, start, end)
        if match is not None:
            votes["OIC"] += weight
            places.setdefault("OIC", match.span())
    for unit in units:
        for known in unit.parsed.line.known:
            if known is None or known.organisation is None:
                continue
            short, bonus = _summit_owner(unit, known)
            if short is None:
                continue
            votes[short] += bonus
            places.setdefault(short, unit.offsets(known.start, known.end))
    if not votes:
        return None
    best = max(votes, key=lambda name: (votes[name], -places[name][0]))
    return (best, places[best]) if votes[best] >= 3 else None


def _name_places(page: Page) -> list[tuple[int, int, int]]:
    """Titles and box titles, with the weight of what they say."""
    return [(6, block.start, block.end) for block in page.blocks if block.kind is BlockKind.TITLE]


def _summit_owner(unit: Unit, known: Known) -> tuple[str | None, int]:
    """The organisation of a mention if it can hold summits, and how strongly the words tie it to the summit."""
    organisation = known.organisation
    assert organisation is not None
    short = organisation.short_name
    if "Summit" in organisation.name and organisation.parent:
        short = organisation.parent
        return short, 3
    if organisation.kind not in ("intergovernmental organisation", "movement", "group"):
        return None, 0
    line = unit.parsed.line
    after = {line.lower(known.end + k) for k in range(4)}
    before = [line.lower(known.start - k) for k in range(1, 5)]
    if after & {"summit", "summits", "leaders"}:
        return short, 3
    if "of" in before and set(before) & {"summit", "session", "conference", "meeting"}:
        return short, 3
    if short == "OIC":
        return short, 2
    return short, 1 if short not in ("UN", "EU") else 0


# --- series and number ------------------------------------------------------------------------------------------------


def find_session(page: Page, header: Header) -> None:
    """Series and number: from the title, the box, the lead, then the first mention that is not of another summit."""
    text = page.view.text
    for blocks in _ranked_blocks(page):
        for block in blocks:
            for match in _SESSION.finditer(text, block.start, block.end):
                if _OTHER.search(text[max(block.start, match.start() - 24) : match.start()]):
                    continue
                if _is_other_session(text, match, block):
                    continue
                _claim_session(header, match)
                return
            match = _UNNUMBERED.search(text, block.start, block.end)
            if match is not None and (block.kind is BlockKind.TITLE or _definite(text, match, block)):
                header.claim("series", Series.EXTRAORDINARY, match.span("extra"), "session name")
                return


def _definite(text: str, match: re.Match[str], block: Block) -> bool:
    """Whether the words before make it the summit of the text: "the emergency Arab-Islamic summit"."""
    return bool(
        re.search(r"\b(?:the|this|its|an) $", text[max(block.start, match.start() - 8) : match.start()], re.IGNORECASE)
    ) and not _OTHER.search(text[max(block.start, match.start() - 24) : match.start()])


def _ranked_blocks(page: Page) -> list[list[Block]]:
    titles = [b for b in page.blocks if b.kind is BlockKind.TITLE]
    prose = [b for b in page.blocks if b.kind in (BlockKind.PARAGRAPH, BlockKind.NUMBERED, BlockKind.DATELINE)]
    return [titles, prose]


def _is_other_session(text: str, match: re.Match[str], block: Block) -> bool:
    """Whether a numbered session is named in passing: "Chairman of the Tenth Islamic Summit", "since the ninth summit"."""
    before = text[max(block.start, match.start() - 60) : match.start()].lower()
    head = match["head"].lower()
    general_assembly = re.match(
        r"\s+of (?:the )?(?:un|united nations)", text[match.end() : match.end() + 30], re.IGNORECASE
    )
    if general_assembly or (head == "session" and "general assembly" in before):
        return True
    council = text[match.end() : match.end() + 60].lower()
    if re.match(r"\s+of the (?:islamic conference of|council of|oic council|human rights)", council):
        return True
    if block.kind is BlockKind.TITLE:
        return False
    return bool(
        re.search(r"\b(?:until|since|at|when|before|after|from|to|for|chairman of|hosted|chair of) the $", before)
    ) and not bool(re.search(r"\bat the (?:opening|close|end) of the $", before))


def _claim_session(header: Header, match: re.Match[str]) -> None:
    number = ordinal_number(match["ordinal"])
    words = f"{match['before'] or ''} {match['extra2'] or ''}".lower()
    series = Series.EXTRAORDINARY if re.search(_EXTRA, words) else Series.ORDINARY
    header.claim("series", series, match.span(), "session name")
    if number is not None:
        header.claim("ordinal", number, match.span("ordinal"), "session name")


def find_neighbours(page: Page, header: Header) -> None:
    """ "Follows: 5th", "Precedes: 13th (Istanbul)" from the box."""
    fields = fields_of(page)
    for key, field in (
        ("follows", "follows"),
        ("preceded by", "follows"),
        ("precedes", "precedes"),
        ("followed by", "precedes"),
    ):
        block = fields.get(key)
        if block is None:
            continue
        match = re.search(rf"\b({ORDINAL_PATTERN})\b", block_text(page, block), re.IGNORECASE)
        number = ordinal_number(match.group(1)) if match else None
        if match is not None and number is not None:
            span = (block.start + match.start(1), block.start + match.end(1))
            header.claim(field, number, span, "information box")


# --- days -------------------------------------------------------------------------------------------------------------


def find_days(page: Page, units: Sequence[Unit], header: Header) -> None:
    """First and last day: from the box, a date line, the lead, else from the days on which the summit is said to act."""
    text = page.view.text
    block = fields_of(page).get("date") or fields_of(page).get("dates")
    if block is not None:
        for mention in find_dates(text, block.start, block.end):
            if mention.first is not None and mention.last is not None:
                _claim_days(header, mention.first, mention.last, (mention.start, mention.end), "information box")
                return
    for unit in units:
        if unit.block.section is None or unit.index < 3:
            if _days_in_sentence(unit, header, units):
                return
        if unit.block.start > len(text) // 2:
            break
    for block in page.blocks:
        if block.kind is BlockKind.DATELINE and page.document.kind.value == "communique":
            for mention in find_dates(text, block.start, block.end):
                if mention.first is not None and mention.last is not None and mention.first.day is not None:
                    _claim_days(header, mention.first, mention.last, (mention.start, mention.end), "date line")
                    return


_HELD = frozenset("hold take convene organise organize meet sit gather open assemble host".split())


def _days_in_sentence(unit: Unit, header: Header, units: Sequence[Unit]) -> bool:
    """A full date in a sentence that says when the summit itself was held."""
    own = [m for m in unit.mentions if m.kind is Kind.SUMMIT and not m.plural]
    own_pronoun = unit.index < 4 and any(
        m.kind is Kind.PRONOUN and m.name == "it" and m.start == 0 for m in unit.mentions
    )
    if not own and not own_pronoun and unit.block.kind is not BlockKind.NUMBERED:
        return False
    words = {token.lower for token in unit.sentence.tokens}
    held = words & {
        "held",
        "took",
        "place",
        "convened",
        "organized",
        "organised",
        "sat",
        "met",
        "gathered",
        "hosted",
        "on",
        "between",
    }
    if not held:
        return False
    for mention in unit.dates:
        if mention.first is not None and mention.last is not None and mention.first.day is not None:
            _claim_days(header, mention.first, mention.last, (mention.start, mention.end), "sentence on the summit")
            return True
    return False


def _claim_days(header: Header, first: PartialDate, last: PartialDate, span: tuple[int, int], rule: str) -> None:
    header.claim("start", first, span, rule)
    header.claim("end", last, span, rule)


def days_of_news(page: Page, units: Sequence[Unit], header: Header, acts_on: Callable[[Unit], bool]) -> None:
    """Days of a summit in a news text: those on which the summit, its leaders or its hosts act, within a few days."""
    anchor, exact = news_anchor(page)
    days: list[tuple[PartialDate, tuple[int, int]]] = []
    printed: list[tuple[PartialDate, tuple[int, int]]] = []
    for unit in units:
        if unit.block.kind not in (BlockKind.PARAGRAPH, BlockKind.TITLE):
            continue
        for mention in unit.dates:
            explicit = mention.weekday is None
            resolved = resolve_day(mention, anchor, exact)
            if resolved is None or resolved[0].day is None:
                continue
            named = any(m.kind is Kind.SUMMIT and not m.plural for m in unit.mentions)
            if explicit and named and not _past_perfect_before(unit, mention.start) and not _since(unit, mention.start):
                printed += [(day, (mention.start, mention.end)) for day in dict.fromkeys(resolved)]
            elif explicit:
                continue
            elif acts_on(unit) and not _past_perfect_before(unit, mention.start):
                days += [(day, (mention.start, mention.end)) for day in dict.fromkeys(resolved)]
    days = printed or days
    if not days:
        return
    if anchor is not None and anchor.exact is not None:
        near = [d for d in days if d[0].exact is not None and abs((d[0].exact - anchor.exact).days) <= 7]
        days = near or days
    first = min(days, key=lambda pair: pair[0])
    last = max(days, key=lambda pair: pair[0])
    if first[0].exact is not None and last[0].exact is not None and (last[0].exact - first[0].exact).days > 6:
        return
    header.claim("start", first[0], first[1], "day on which the summit acts")
    header.claim("end", last[0], last[1], "day on which the summit acts")


def _since(unit: Unit, place: int) -> bool:
    tokens = [token.lower for token in unit.sentence.tokens if token.start < place][-2:]
    return bool({"since", "until", "after", "before"} & set(tokens))


def _past_perfect_before(unit: Unit, place: int) -> bool:
    """Whether the date lies before the story: "had missed a meeting on Wednesday"."""
    tokens = [token.lower for token in unit.sentence.tokens if token.start < place][-8:]
    return "had" in tokens


def news_anchor(page: Page) -> tuple[PartialDate | None, bool]:
    """The day from which weekdays are counted: that of publication (exact), else that of an embedded post."""
    if page.document.published is not None and page.document.published.day is not None:
        return page.document.published, True
    for block in page.blocks:
        if block.kind in (BlockKind.POST_SIGNATURE, BlockKind.DATELINE):
            for mention in find_dates(page.view.text, block.start, block.end):
                if mention.first is not None and mention.first.day is not None:
                    return mention.first, block.kind is BlockKind.DATELINE
    return None, False


def resolve_day(mention: "object", anchor: PartialDate | None, exact: bool) -> tuple[PartialDate, PartialDate] | None:
    """A date completed from the anchor; a weekday is the last one before publication, or the one nearest to a post."""
    import datetime as dt

    from oic_summits.parser.dates import DateMention

    assert isinstance(mention, DateMention)
    if mention.weekday is None or anchor is None or anchor.exact is None or exact:
        return complete(mention, anchor)
    offset = (mention.weekday - anchor.exact.weekday() + 3) % 7 - 3
    day = PartialDate.of(anchor.exact + dt.timedelta(days=offset))
    return day, day


# --- places -----------------------------------------------------------------------------------------------------------


def find_places(page: Page, units: Sequence[Unit], header: Header) -> None:
    """Cities, venues and country: from the box, else from the sentences that tie the summit to a city."""
    fields = fields_of(page)
    text = page.view.text
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
        _city_from_prose(page, units, header)
    if "country" not in header.values:
        _country_of_city(page, units, header)
    del text


def _box_country(page: Page, block: Block, header: Header) -> None:
    from oic_summits.reference import find_state

    words = block_text(page, block).strip()
    parts = [words, *words.split(None, 1)[1:], words.split(None, 1)[0] if words else ""]
    for part in parts:
        state = find_state(part.strip()) if part.strip() else None
        if state is not None:
            header.claim("country", state.alpha3, (block.start, block.end), "information box")
            return


def _city_from_prose(page: Page, units: Sequence[Unit], header: Header) -> None:
    votes: Counter[str] = Counter()
    places: dict[str, tuple[int, int]] = {}
    for unit in units:
        summit = any(m.kind in (Kind.SUMMIT, Kind.ORGANISATION) for m in unit.mentions)
        for city, weight, span in _cities(unit):
            score = weight + (2 if summit and weight >= 3 else 0) + (2 if unit.block.kind is BlockKind.TITLE else 0)
            votes[city] += score
            places.setdefault(city, span)
    for block in page.blocks:
        if block.kind is BlockKind.DATELINE:
            found = _dateline_city(page, block)
            if found is not None:
                official = page.document.kind.value == "communique"
                votes[found[0]] += 40 if official else 4
                places.setdefault(found[0], found[1])
    if not votes:
        return
    best = max(votes, key=lambda city: (votes[city], -places[city][0]))
    if votes[best] >= 3:
        header.claim("cities", (best,), places[best], "city of the summit")


# words after which a place is what a summit is about, not where it meets
_TOPIC_WORDS = frozenset(
    "situation war attacks attack violence crisis on about over crimes killings conflict events ceasefire truce".split()
)


def _cities(unit: Unit) -> list[tuple[str, int, tuple[int, int]]]:
    """Cities of a sentence with the weight of their surroundings: "summit in Doha", "the Doha Declaration"."""
    line = unit.parsed.line
    found = []
    for known in line.known:
        if known is None or not known.is_place:
            continue
        after, before = line.lower(known.end), line.lower(known.start - 1)
        nearby = {line.lower(known.start - k) for k in range(2, 7)}
        held = nearby if not nearby & _TOPIC_WORDS else set()
        weight = 0
        if (
            after in ("summit", "declaration", "charter", "meeting", "conference")
            or line.lower(known.end + 1) == "summit"
        ):
            weight = 4
        elif before in ("in", "at") and held & {
            "summit",
            "meeting",
            "met",
            "conference",
            "gathered",
            "session",
            "place",
            "held",
            "assembled",
        }:
            weight = 3
        elif before in ("in", "at", "to"):
            weight = 1
        if nearby & {"next", "previous", "earlier", "second", "preparatory"} and after != "summit":
            weight = min(weight, 0)
        name = " ".join(token.text for token in line.tokens[known.start : known.end])
        if weight:
            found.append((name, weight, unit.offsets(known.start, known.end)))
    return found


def _dateline_city(page: Page, block: Block) -> tuple[str, tuple[int, int]] | None:
    text = block_text(page, block)
    match = re.match(
        r"\s*(?:done (?:at|in) )?(?:the city of )?([^\W\d_][\w'’\- ]*?)\s*(?:[,:;(–—]|\s-\s|\d|$)", text, re.IGNORECASE
    )
    if match is None or not match.group(1).strip():
        return None
    words = match.group(1).strip()
    city = words if not words.isupper() else _capitalised(page, words)
    return city, (block.start + match.start(1), block.start + match.start(1) + len(words))


def _capitalised(page: Page, words: str) -> str:
    """The same words in the capitals that the prose gives them, else each with a capital."""
    match = re.search(re.escape(words), page.view.text[:200_000], re.IGNORECASE)
    for match in re.finditer(re.escape(words), page.view.text[:200_000], re.IGNORECASE):
        if not match.group().isupper():
            return match.group()
    return "-".join(" ".join(w.capitalize() for w in part.split(" ")) for part in words.split("-"))


def _country_of_city(page: Page, units: Sequence[Unit], header: Header) -> None:
    """The state that the text names beside the city, else the one in which the reference tables place it."""
    from oic_summits.reference import city_state

    cities = header.values.get("cities")
    if not isinstance(cities, tuple) or not cities:
        return
    city = str(cities[0])
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
        span = next(iter(c.evidence for c in header.claims if c.field == "cities" and c.evidence), None)
        del span
        header.claim("country", state.alpha3, None, "city of the reference tables", basis=Basis.REFERENCE)


# --- the record -------------------------------------------------------------------------------------------------------


def build_header(header: Header, organisation: str, title: str | None) -> Summit:
    """The summit as far as the document states it, without its records."""
    values = header.values
    start, end = values.get("start"), values.get("end")
    series, ordinal = values.get("series"), values.get("ordinal")
    identity = SummitId(
        organisation=organisation,
        series=series if isinstance(series, Series) else None,
        ordinal=ordinal if isinstance(ordinal, int) else None,
        date=start if isinstance(start, PartialDate) and not isinstance(ordinal, int) else None,
    )

    def neighbour(field: str) -> SummitId | None:
        number = values.get(field)
        return (
            SummitId(organisation=organisation, series=identity.series, ordinal=number)
            if isinstance(number, int)
            else None
        )

    cities, venues = values.get("cities"), values.get("venues")
    country, motto = values.get("country"), values.get("motto")
    return Summit(
        id=identity,
        title=title,
        start=start if isinstance(start, PartialDate) else None,
        end=end if isinstance(end, PartialDate) else None,
        country=country if isinstance(country, str) else None,
        cities=cities if isinstance(cities, tuple) else (),
        venues=venues if isinstance(venues, tuple) else (),
        motto=motto if isinstance(motto, str) else None,
        follows=neighbour("follows"),
        precedes=neighbour("precedes"),
        claims=tuple(header.claims),
    )
