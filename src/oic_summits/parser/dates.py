"""Date expressions of English prose, as exact as they are printed."""

import re
from bisect import bisect_left
from collections.abc import Iterator

import attrs
from dateutil import relativedelta
from dateutil.parser import parserinfo

from oic_summits.errors import InvalidValueError
from oic_summits.model import PartialDate

_INFO = parserinfo()
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)"
)
_WEEKDAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_DAY = r"(?:[0-3]?\d)"
_TH = r"(?:st|nd|rd|th)?"
_SEP = r"\s*(?:[-–—/]|\bto\b|\band\b|&|\buntil\b)\s*"
_YEAR = r"(?:1[89]\d\d|20\d\d)"
_DATE = re.compile(
    rf"""(?<![\w/])(?:
    (?P<iso>{_YEAR}-\d\d-\d\d)(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?(?:\s*(?:[-–—]|to)\s*(?P<iso2>{_YEAR}-\d\d-\d\d))?
  | (?:{_WEEKDAY},?\s+)?(?P<d1>{_DAY}){_TH}(?:\s+(?P<m1>{_MONTH}))?(?:,?\s+(?P<y1>{_YEAR}))?{_SEP}(?:{_WEEKDAY},?\s+)?
        (?P<d2>{_DAY}){_TH}\s+(?:of\s+)?(?P<m2>{_MONTH})(?:,?\s+(?P<y2>{_YEAR}))?
  | (?P<m3>{_MONTH})\s+(?P<d3>{_DAY}){_TH}{_SEP}(?:(?P<m4>{_MONTH})\s+)?(?P<d4>{_DAY}){_TH}(?:,?\s*(?P<y3>{_YEAR}))?
  | (?P<d5>{_DAY}){_TH}\s+(?:of\s+)?(?P<m5>{_MONTH})(?:,?\s+(?P<y5>{_YEAR}))?
  | (?P<m6>{_MONTH})\s+(?P<d6>{_DAY}){_TH}(?:,?\s*(?P<y6>{_YEAR}))?
  | (?P<m7>{_MONTH}),?\s+(?:of\s+)?(?P<y7>{_YEAR})
  | (?P<y8>{_YEAR})
    )(?![\w/]|[.,]\d|[-–]\d{{4}})""",
    re.VERBOSE,
)
_WEEKDAY_ALONE = re.compile(
    rf"\b(?P<late>[Ll]ate on |[Ee]arly on |[Oo]n |[Ll]ast |[Tt]he previous )?(?P<day>{_WEEKDAY})\b"
)
_MONTH_ALONE = re.compile(
    r"\b(?:in|since|until|of|in (?:early|late|mid)|by|last|the following|that) "
    r"(?P<month>January|February|March|April|June|July|August|September|October|November|December)\b(?!\s+\d)"
)


@attrs.frozen(kw_only=True)
class DateMention:
    """A date expression in the view.

    Attributes:
        start, end: offsets in the view.
        first: first (or only) day, month or year; None where the year or the week is missing.
        last: last day of a range, else equal to first.
        month, day: parts of a date without a year.
        weekday: 0 (Monday) to 6 for a bare weekday.
        impossible: the words, where no such day exists.
    """

    start: int
    end: int
    first: PartialDate | None = None
    last: PartialDate | None = None
    month: int | None = None
    day: int | None = None
    last_month: int | None = None
    last_day: int | None = None
    weekday: int | None = None
    impossible: str | None = None


def _month(name: str) -> int:
    number = _INFO.month(name.rstrip(".").lower()[:3])
    assert number is not None
    return int(number)


def find_dates(text: str, start: int, end: int) -> Iterator[DateMention]:
    """All date expressions between start and end, left to right, without overlaps."""
    taken = start
    found = [_read(match) for match in _DATE.finditer(text, start, end) if not _is_resolution(text, match)]
    spans = [(mention.start, mention.end) for mention in found]
    for match in _WEEKDAY_ALONE.finditer(text, start, end):
        begin, stop = match.span("day")
        if not any(s <= begin < e or 0 <= s - stop <= 2 for s, e in _near(spans, begin)):
            weekday = _INFO.weekday(match["day"].lower())
            found.append(DateMention(start=begin, end=stop, weekday=weekday))
    for match in _MONTH_ALONE.finditer(text, start, end):
        begin, stop = match.span("month")
        if not any(s <= begin < e for s, e in _near(spans, begin)):
            found.append(DateMention(start=begin, end=stop, month=_month(match["month"])))
    for mention in sorted(found, key=lambda m: m.start):
        if mention.start >= taken:
            taken = mention.end
            yield mention


_RESOLUTIONS = re.compile(r"\bresolutions?(?:\s+(?:nos?\.?\s+)?|[\d\s,()/]|and\b|or\b)*\Z", re.IGNORECASE)


def _is_resolution(text: str, match: re.Match[str]) -> bool:
    """Whether a bare year is the number of a resolution: "resolutions 2042 and 2043"."""
    before = text[max(0, match.start() - 60) : match.start()]
    return bool(match["y8"]) and before[-1:] != "(" and _RESOLUTIONS.search(before) is not None


def _near(spans: list[tuple[int, int]], place: int) -> list[tuple[int, int]]:
    """The few spans around a place (spans are sorted)."""
    index = bisect_left(spans, (place, place))
    return spans[max(0, index - 1) : index + 1]


def _read(match: re.Match[str]) -> DateMention:
    start, end = match.span()
    try:
        return _read_parts(match, start, end)
    except InvalidValueError:
        return DateMention(start=start, end=end, impossible=match.group())


def _read_parts(match: re.Match[str], start: int, end: int) -> DateMention:
    part = match.groupdict()
    if part["iso"]:
        first = PartialDate.parse(part["iso"])
        return DateMention(
            start=start, end=end, first=first, last=PartialDate.parse(part["iso2"]) if part["iso2"] else first
        )
    if part["d2"]:
        month2 = _month(part["m2"])
        month1 = _month(part["m1"]) if part["m1"] else month2
        year2 = part["y2"]
        return _range(start, end, (part["y1"] or year2, month1, part["d1"]), (year2, month2, part["d2"]))
    if part["d4"]:
        month1 = _month(part["m3"])
        month2 = _month(part["m4"]) if part["m4"] else month1
        return _range(start, end, (part["y3"], month1, part["d3"]), (part["y3"], month2, part["d4"]))
    for day, month, year in (("d5", "m5", "y5"), ("d6", "m6", "y6")):
        if part[day]:
            only = (part[year], _month(part[month]), part[day])
            return _range(start, end, only, only)
    if part["m7"]:
        date = PartialDate(year=int(part["y7"]), month=_month(part["m7"]))
    else:
        date = PartialDate(year=int(part["y8"]))
    return DateMention(start=start, end=end, first=date, last=date)


_Parts = tuple[str | None, int, str]


def _range(start: int, end: int, first: _Parts, last: _Parts) -> DateMention:
    year1, month1, day1 = first
    year2, month2, day2 = last
    if year1 and year2:
        one = PartialDate(year=int(year1), month=month1, day=int(day1))
        two = PartialDate(year=int(year2), month=month2, day=int(day2))
        if two < one:
            raise InvalidValueError("the range ends before it starts")
        return DateMention(start=start, end=end, first=one, last=two)
    for month, day in ((month1, day1), (month2, day2)):
        PartialDate(year=2000, month=month, day=int(day))  # a leap year: 29 February may exist
    return DateMention(start=start, end=end, month=month1, day=int(day1), last_month=month2, last_day=int(day2))


def complete(mention: DateMention, anchor: PartialDate | None) -> tuple[PartialDate, PartialDate] | None:
    """First and last date of a mention, its missing year or week filled from the nearest known date.

    A month without a year takes the year that brings it nearest to the anchor; a bare weekday is the last such day on
    or before the anchor, which must then be an exact day. None where nothing can be said.
    """
    if mention.first is not None and mention.last is not None:
        return mention.first, mention.last
    if anchor is None:
        return None
    if mention.weekday is not None:
        if anchor.exact is None:
            return None
        back = relativedelta.relativedelta(weekday=relativedelta.weekday(mention.weekday)(-1))
        day = PartialDate.of(anchor.exact + back)
        return day, day
    if mention.month is None:
        return None
    first = _nearest(mention.month, mention.day, anchor)
    if first is None:
        return None
    if mention.last_day is None or mention.last_month is None:
        return first, first
    try:
        return first, PartialDate(year=first.year, month=mention.last_month, day=mention.last_day)
    except InvalidValueError:
        return first, first


def _nearest(month: int, day: int | None, anchor: PartialDate) -> PartialDate | None:
    candidates: list[tuple[int, PartialDate]] = []
    for year in (anchor.year - 1, anchor.year, anchor.year + 1):
        try:
            date = PartialDate(year=year, month=month, day=day)
        except InvalidValueError:
            continue
        distance = _distance(date, anchor) if anchor.month is not None else abs(year - anchor.year) * 366
        candidates.append((distance, date))
    return min(candidates, key=lambda pair: (pair[0], str(pair[1])))[1] if candidates else None


def _distance(date: PartialDate, anchor: PartialDate) -> int:
    if date.first_day > anchor.last_day:
        return (date.first_day - anchor.last_day).days
    if anchor.first_day > date.last_day:
        return (anchor.first_day - date.last_day).days
    return 0
