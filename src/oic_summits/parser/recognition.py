"""Which summit of the roster a text must be about, and what its own words, read in that light, say of it.

Newspapers leave out what their readers know: the year, the number of the session, which of two days it is. Where place
and time fit one known summit and no other, words that agree with it can be read as meant; nothing is taken over that
the text does not print.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

import attrs

from oic_summits.model import Basis, DocumentKind, PartialDate, Series, Summit
from oic_summits.model.ordinals import ORDINAL_PATTERN, ordinal_number
from oic_summits.parser.dates import DateMention, complete, find_dates
from oic_summits.parser.days import lies_ahead, news_anchor, resolve_day
from oic_summits.parser.gazetteer import Known
from oic_summits.parser.header import Header
from oic_summits.parser.line import Line
from oic_summits.parser.page import BlockKind, Page
from oic_summits.parser.reading_order import Unit
from oic_summits.reference import find_city, roster, same_city

_BEFORE, _AFTER = 21, 62  # days before and after a summit on which news of it is written
_DAY = dt.timedelta(days=1)


def recognise(page: Page, units: Sequence[Unit], header: Header) -> Summit | None:
    """The one summit of the roster that agrees with place, number and time of the text; None where several or none do.

    Time is that of the summit's claimed days, else the day of writing of news, else a year that the text prints.
    """
    if header.values.get("organisation") != "OIC":
        return None
    fitting = [known for known in roster() if _number_agrees(known, header) and _place_agrees(known, units, header)]
    if "ordinal" in header.values and "series" in header.values:
        return fitting[0] if len(fitting) == 1 else None
    timely = [known for known in fitting if _time_agrees(known, page, header)]
    return timely[0] if len(timely) == 1 else None


def _number_agrees(known: Summit, header: Header) -> bool:
    series, ordinal = header.values.get("series"), header.values.get("ordinal")
    return series in (None, known.id.series) and ordinal in (None, known.id.ordinal)


def _place_agrees(known: Summit, units: Sequence[Unit], header: Header) -> bool:
    country, cities = header.values.get("country"), header.values.get("cities")
    if isinstance(country, str):
        if country != known.country:
            return False
        return not isinstance(cities, tuple) or any(find_city(c) is None or _is_its_city(c, known) for c in cities)
    if "ordinal" in header.values:
        return True
    return any(
        k is not None and k.is_place and _is_its_city(_words_of(unit.parsed.line, k), known)
        for unit in units
        for k in unit.parsed.line.known
    )


def _words_of(line: Line, known: Known) -> str:
    """The words of a place in a line."""
    return " ".join(token.text for token in line.tokens[known.start : known.end])


def _is_its_city(name: str, known: Summit) -> bool:
    return any(same_city(name, own) for own in known.cities)


def _time_agrees(known: Summit, page: Page, header: Header) -> bool:
    start, end = header.values.get("start"), header.values.get("end")
    first, last = _days(known)
    for day in (start, end):
        if isinstance(day, PartialDate) and day.exact is not None:
            return first - _DAY <= day.exact <= last + _DAY
    anchor, exact = news_anchor(page)
    if anchor is not None and anchor.exact is not None and exact:
        return -_BEFORE <= (anchor.exact - first).days <= _AFTER
    years = _years(page)
    if years:
        return first.year in years
    return any(m.month is not None and m.day is not None and _soon_after(first, m) for m in _dates_of_lines(page))


def dated(page: Page, known: Summit | None) -> Page:
    """The page with the day of its date line, where that lacks the year, in the year of the summit."""
    if known is None or page.document.published is not None or page.document.kind is not DocumentKind.NEWS:
        return page
    first, _ = _days(known)
    for mention in _dates_of_lines(page):
        if mention.first is None and mention.month is not None and mention.day is not None:
            written = complete(mention, PartialDate.of(first))
            if written is not None and written[0].exact is not None and -3 <= (written[0].exact - first).days <= _AFTER:
                return attrs.evolve(page, written=written[0])
    return page


def _soon_after(first: dt.date, mention: DateMention) -> bool:
    """Whether a day without a year lies about the summit, counted in the summit's own year."""
    try:
        day = dt.date(first.year, mention.month or 1, mention.day or 1)
    except ValueError:
        return False
    return -2 <= (day - first).days <= 5


def _years(page: Page) -> set[int]:
    """The years that title, box, date lines and the first paragraphs print."""
    blocks = [b for b in page.blocks if b.kind in (BlockKind.TITLE, BlockKind.FIELD, BlockKind.DATELINE)]
    blocks += [b for b in page.blocks if b.kind is BlockKind.PARAGRAPH][:3]
    found: set[int] = set()
    for block in blocks:
        for mention in find_dates(page.view.text, block.start, block.end):
            found |= {day.year for day in (mention.first, mention.last) if day is not None}
    return found


def _dates_of_lines(page: Page) -> Iterator[DateMention]:
    for block in page.blocks:
        if block.kind is BlockKind.DATELINE:
            yield from find_dates(page.view.text, block.start, block.end)


def _days(known: Summit) -> tuple[dt.date, dt.date]:
    assert known.start is not None
    assert known.start.exact is not None
    end = known.end.exact if known.end is not None else None
    return known.start.exact, end or known.start.exact


# --- what the words say, once the summit is known ---------------------------------------------------------------------


def read_in_its_light(page: Page, units: Sequence[Unit], header: Header, known: Summit) -> None:
    """Claim number and days of a known summit where the text prints them in words that say too little alone."""
    _claim_number(page, header, known)
    _claim_days(page, units, header, known)


_HEADS = r"summit|session|conference|gathering|meeting"
_WITHIN = r"(?:[ \t]+(?:\([^()\n]*\)|[\w'’-]+)){0,7}?[ \t]+"
_NUMBER = re.compile(
    rf"\b(?P<ordinal>{ORDINAL_PATTERN})\b(?={_WITHIN}(?:{_HEADS})\b)"
    rf"|\b(?P<time>{ORDINAL_PATTERN}) time\b(?=[^.;\n]{{0,120}}?\b(?:{_HEADS})\b)"
    rf"|\b(?:{_HEADS})\b[^.;\n]{{0,60}}?\bthe (?P<apposed>{ORDINAL_PATTERN})\b",
    re.IGNORECASE,
)
_LAST = re.compile(r"\b(?:previous|last) $", re.IGNORECASE)
_EXTRA = re.compile(r"\b(?:extraordinary|emergency|special|exceptional|urgent)\b", re.IGNORECASE)
_SOMETHING_ELSE = re.compile(
    r"\b(?:arab league|african union|gcc|gulf|non-aligned|nato|assembly|council|foreign ministers|ministerial"
    r"|centur(?:y|ies)|anniversary|day|floor|paragraph|resolution)\b",
    re.IGNORECASE,
)


def _claim_number(page: Page, header: Header, known: Summit) -> None:
    """As in "for only the fifth time … at an emergency session": the known number beside a word for the meeting."""
    number, series = known.id.ordinal, known.id.series
    if "ordinal" in header.values or number is None or series is None:
        return
    text = page.view.text
    for block in page.blocks:
        if block.kind not in (BlockKind.TITLE, BlockKind.PARAGRAPH, BlockKind.NUMBERED, BlockKind.DATELINE):
            continue
        for match in _NUMBER.finditer(text, block.start, block.end):
            group = str(match.lastgroup)
            last = _LAST.search(text[max(block.start, match.start() - 12) : match.start()]) is not None
            if ordinal_number(match[group]) != number - last:
                continue
            after = text[match.end() : block.end][: 120 if group == "time" else 70].partition(".")[0]
            around = text[max(block.start, match.start() - 25) : match.end()] + after
            extra = _EXTRA.search(around) is not None
            if extra is not (series is Series.EXTRAORDINARY) or _SOMETHING_ELSE.search(around):
                continue
            header.claim("series", series, match.span(), "number of a known summit")
            header.claim("ordinal", number, match.span(group), "number of a known summit")
            return


def _claim_days(page: Page, units: Sequence[Unit], header: Header, known: Summit) -> None:
    """The known days where a date of the text, completed by the year of the summit, falls on them."""
    if {"start", "end"} <= header.values.keys():
        return
    first, last = _days(known)
    for mention, days in _printed_days(page, units, first.year, of_one_day=first == last):
        basis = Basis.REFERENCE if mention.first is None and mention.weekday is None else Basis.TEXT
        for field, own in (("start", first), ("end", last)):
            if field not in header.values and own in days:
                span = (mention.start, mention.end)
                header.claim(field, PartialDate.of(own), span, "day of a known summit", basis=basis)


def _printed_days(
    page: Page, units: Sequence[Unit], year: int, *, of_one_day: bool
) -> Iterator[tuple[DateMention, tuple[dt.date | None, ...]]]:
    """The dates of prose, a missing year filled, a weekday counted from the day of writing.

    News of a summit of one day is written on that day; news of a longer one on any of its days.
    """
    anchor, exact = news_anchor(page)
    for unit in units:
        for mention in unit.dates:
            if mention.weekday is None:
                yield mention, _completed(mention, year)
            elif exact:
                days = resolve_day(mention, anchor, exact, ahead=lies_ahead(unit, mention))
                yield mention, tuple(day.exact for day in days or ())
    for mention in _dates_of_lines(page) if of_one_day else ():
        if mention.weekday is None:
            yield mention, _completed(mention, year)


def _completed(mention: DateMention, year: int) -> tuple[dt.date | None, ...]:
    return tuple(day.exact for day in complete(mention, PartialDate(year=year, month=mention.month or 1)) or ())
