"""News prose: headline, dateline, paragraphs, embedded posts, captions and credits."""

import re

from oic_summits.model import PartialDate
from oic_summits.parser.formats._body import is_aside, read_body, signature_start
from oic_summits.parser.formats._dates import DATE, full_date
from oic_summits.parser.formats._lines import Line, heading_level, item_start, logical_lines
from oic_summits.parser.formats._sheet import Sheet
from oic_summits.parser.formats.official import official_part, read_official_part
from oic_summits.parser.page import BlockKind
from oic_summits.reference import city_state

__all__ = ["read_news"]

_HEAD_LINES = 8  # how far down a dateline may stand
_LONGEST_HEADLINE = 200
_LONGEST_DATELINE = 120
# No word holds what separates words, so that there is one way to read a name.
_CAPITALS = r"(?=[A-ZÀ-Þİ]{2})[A-ZÀ-Þİ][A-ZÀ-Þİ'’.]*(?:[ /-][A-ZÀ-Þİ][A-ZÀ-Þİ'’.]*){0,4}"
_PLACED = r"\s*\([A-ZÀ-Þİ][\w\s'’.-]{1,30}\)(?=\s*,?\s*[-–—(])"  # "PUTRAJAYA (Malaysia)"
_NAME = r"[A-ZÀ-Þİ][\w'’.]*(?:[ /-](?:of |the |al-|el-|de )?[A-ZÀ-Þİ][\w'’.]*){0,3}"
_AGENCY = r"\s*(?:\([A-Z][\w\s./&-]{0,40}\)|/[A-Z][\w. ]{1,20}/)"
_DASH = r"\s*(?:[-–—_]{1,2}|:)\s+(?=\S)"
# A place in capitals, or a place or none with a date or an agency; then a dash or colon: "ISTANBUL (AP) — ".
_DATELINE = re.compile(
    rf"(?:(?P<place>{_CAPITALS})(?:,\s*(?:{_NAME})|{_PLACED})?(?:,?\s*{DATE})?(?:{_AGENCY})?"
    rf"|(?:{_NAME})(?:,\s*{_NAME})?(?:,?\s*{DATE}(?:{_AGENCY})?|{_AGENCY})"
    rf"|{DATE}(?:{_AGENCY})?){_DASH}"
)
_CITY_LEAD = re.compile(rf"(?P<city>{_NAME})\s*:\s+(?=[A-ZÀ-Þİ“\"‘'])")
# On a line of its own: "Jeddah, 19 May 2023", "Published: December 13, 2017", "13 December 2017, 14:05"
_OWN_LINE = re.compile(
    r"(?:(?i:published|posted|(?:last\s+)?updated|last\s+modified|date)\s*(?i:on|at)?\s*:?\s*"
    rf"|(?:{_NAME})(?:,\s*{_NAME})?,?\s+)?"
    rf"\(?{DATE}\)?(?:[,|\s]+(?:at\s+)?\d{{1,2}}[:.]\d{{2}}\s?(?i:am|pm|[A-Z]{{2,4}})?(?:\s[A-Z]{{2,4}})?)?\.?\Z"
)
# A line of a page that says when it was published: "Published: November 12, 2023 | 3 min read"
_STAMP = re.compile(
    r"(?:[^\n.!?\"“”]{0,40}?(?:[|·•,:–—-]|\bon|\bin)\s*)??(?:(?i:published|posted|(?:last\s+)?updated|last\s+modified|date)\s*(?i:on|at)?\s*:?\s*)?"
    rf"\(?(?P<date>{DATE})\)?(?P<rest>[^\n]{{0,60}})\Z"
)
# "This article appeared in print on Friday, May 3, 2004, page 7."; "AP-NY-01-30-87 0412EST"
_PRINTED = re.compile(
    rf"(?:this|the) (?:article|story|report|version)[^\n.]{{0,40}} (?:in print |online )?on (?P<date>{DATE})",
    re.IGNORECASE,
)
_WIRE = re.compile(r"[A-Z]{2,4}-[A-Z]{2}-(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d\d)(?:\s+\d{4}[A-Z]{3})?")
_CLOCK = re.compile(
    r"\d{1,2}(?:[:.]\d{2})?(?i:\s?[ap]\.?m\.?)?|(?i:[ap]\.?m\.?|min(?:ute)?s?|read|ago|at|o'clock|share|save|print|comments?)|[A-Z]{2,5}(?:[+]\d{1,2})?"
)
_AGAIN = re.compile(rf"(?i:(?:last\s+)?(?:update[ds]?|modified|published)\s*(?:on|at)?\s*:?)|{DATE}")
_ZONE = re.compile(r"\b(?:[A-Z][a-z]+|local) time\b")
_APART = re.compile(r"[\s|·•,()/–—-]+")
_LABELS = frozenset(
    "UPDATE BREAKING ANALYSIS EXCLUSIVE OPINION WATCH VIDEO PHOTOS LIVE FACTBOX EXPLAINER INTERVIEW EDITORIAL NOTE "
    "CORRECTION TIMELINE URGENT FEATURE REPORT".split()
)


def read_news(sheet: Sheet) -> None:
    """Lay out a news article: headline and datelines where there are some, then the body."""
    lines = logical_lines(sheet.text)
    part = official_part(sheet.text, lines, 1)
    if part is not None:  # the text of an outcome document, printed below the story
        official = lines[part:]
        lines = lines[:part]
    else:
        official = []
    done = 0
    if len(lines) > 1 and _is_headline(sheet.text, lines[0], lines[1]):
        sheet.title = sheet.text[lines[0].start : lines[0].end]
        sheet.head(BlockKind.TITLE, lines[0].start, lines[0].end, 1, lines[0].start)
        done = 1
    stamps = [line for line in lines[done:_HEAD_LINES] if _is_stamp(sheet.text, line.start, line.end)]
    if stamps:
        sheet.published = full_date(sheet.text[stamps[0].start : stamps[0].end])
    sheet.published = sheet.published or _printed_day(sheet.text, lines)
    for index in range(done, min(len(lines), _HEAD_LINES)):
        line = lines[index]
        end = dateline_end(sheet.text, line.start, line.end)
        if end is None:
            continue
        read_body(sheet, lines[done:index])
        sheet.add(BlockKind.DATELINE, line.start, end)
        sheet.published = sheet.published or full_date(sheet.text[line.start : end])
        done = index + 1
        if end < line.end:  # the story begins behind the dateline, and no second one follows
            lines[index] = line._replace(start=end)
            done = index
            break
    read_body(sheet, lines[done:])
    if official:
        read_official_part(sheet, official, BlockKind.HEADING)


def _printed_day(text: str, lines: list[Line]) -> PartialDate | None:
    """The day on which a note at the head or a wire's stamp says that the story was printed or sent."""
    for line in lines[:_HEAD_LINES]:
        note = _PRINTED.match(text, line.start, line.end)
        if note is not None:
            return full_date(note["date"])
    for line in lines:
        stamp = _WIRE.fullmatch(text, line.start, line.end)
        if stamp is not None:
            century = "19" if int(stamp["year"]) >= 60 else "20"
            return full_date(f"{century}{stamp['year']}-{stamp['month']}-{stamp['day']}")
    return None


def dateline_end(text: str, start: int, end: int) -> int | None:
    """Where the dateline that a line begins with ends, or None where it has none.

    Example:
        >>> dateline_end("MECCA: Leaders met.", 0, 19), dateline_end("Jeddah, 19 May 2023", 0, 19)
        (7, 19)
        >>> dateline_end("OIC: Leaders met.", 0, 17) is None
        True
    """
    if end - start <= _LONGEST_HEADLINE and (_OWN_LINE.match(text, start, end) or _is_stamp(text, start, end)):
        return end
    match = _DATELINE.match(text, start, min(end, start + _LONGEST_DATELINE))
    if match is None:
        city = _CITY_LEAD.match(text, start, min(end, start + _LONGEST_DATELINE))
        if end - start <= _LONGEST_HEADLINE:
            return None
        return city.end() if city is not None and city_state(city["city"]) is not None else None
    label = match["place"]
    if label and (label in _LABELS or (len(label) < 4 and match.end() - start < len(label) + 4)):
        return None
    return match.end()


def _is_stamp(text: str, start: int, end: int) -> bool:
    """Whether a line is a full date with a label or a place before it and a time of day behind it, and no sentence."""
    match = _STAMP.match(text, start, end) if end - start <= _LONGEST_DATELINE else None
    if match is None or full_date(match["date"]) is None:
        return False
    rest = _ZONE.sub(" ", _AGAIN.sub(" ", match["rest"]))
    return all(_CLOCK.fullmatch(word) for word in _APART.split(rest) if word)


def _is_headline(text: str, line: Line, following: Line) -> bool:
    """Whether the first line is a headline: short, no sentence, and set apart or followed by sentences."""
    start, end = line.start, line.end
    if end - start > _LONGEST_HEADLINE or text[end - 1] in ".,;:" or len(text[start:end].split()) < 2:
        return False
    if heading_level(text, start, end) or item_start(text, start, end) is not None:
        return False
    if dateline_end(text, start, end) is not None or is_aside(text, start, end) is not None:
        return False
    if signature_start(text, following.start, following.end) is not None:
        return False
    if line.before_blank:
        return True
    return text[end - 1] not in "!?”\"’'" and (
        text[following.end - 1] in '.!?”"' or dateline_end(text, following.start, following.end) is not None
    )
