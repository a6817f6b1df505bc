"""What a rendered encyclopedia page prints without markup: headings on lines of their own, neighbours, navigation."""

import re

from oic_summits.model.ordinals import ORDINAL_PATTERN
from oic_summits.parser.formats._keys import box_key
from oic_summits.parser.formats._lines import Line, heading_level, item_start, number_of
from oic_summits.parser.formats._sheet import APPARATUS

__all__ = ["KEY", "contents_end", "is_navigation", "is_plain_heading", "looks_rendered", "neighbours_of"]

# a key before a colon, a tab or a bar, with the mark of a list before it or without
KEY = re.compile(
    r"(?P<mark>[-*•|]\s*)?(?P<key>[^\W\d_][\w()'’./ -]{0,39}?)(?:\s*[:=](?:\s+|\Z)|[ ]*\t\s*(?=\S)|\s*\|\s*(?=\S))"
)
_EDIT = re.compile(r"\[\s*edit(?:\s*\|[^\]\n]{0,40})?\s*\]", re.IGNORECASE)
_NAVIGATION = re.compile(
    r"(?:jump to\b|from (?:wikipedia|the (?:free|open))\b|(?:hidden )?categor(?:y|ies)\s*:|retrieved from\b"
    r"|this page was last\b|(?:article\s*[·|]\s*)?talk\b[^.]*\Z|view (?:source|history)\b|navigation menu\b|main menu\b"
    r"|for (?:the|other|an?)\b[^\n]{0,160}\bsee\b|coordinates\s*:|isbn\b|\^\s|download as pdf\b"
    r"|contents(?:\s*\[\s*hide\s*\])?\Z)",
    re.IGNORECASE,
)
_CONTENTS = re.compile(r"(?:table of )?contents(?:\s*\[\s*hide\s*\])?\Z", re.IGNORECASE)
_NEIGHBOURS = re.compile(
    rf"(?:[←‹<«◄⟵]\s*)?(?:(?:previous|preceded by|last)\s*:?\s*)?(?:[←‹<«◄⟵]\s*)?(?P<before>{ORDINAL_PATTERN})\b"
    r"(?P<between>[^\n]{0,80}?)"
    rf"(?:(?:next|followed by)\s*:?\s*)?(?P<after>{ORDINAL_PATTERN})(?:\s*[→›>»►⟶])?\Z",
    re.IGNORECASE,
)
_LONGEST_HEADING = 60


def looks_rendered(head: str) -> bool:
    """Whether a text without markup is an encyclopedia page: edit links, a box of known keys, or its navigation."""
    lines = [line.strip() for line in head[:20_000].splitlines() if line.strip()]
    keys = {box_key(match["key"]) for line in lines[:60] if (match := KEY.match(line)) is not None} - {None}
    if len(_EDIT.findall(head)) >= 2 or len(keys) >= 3:
        return True
    pages = sum(bool(_NAVIGATION.match(line)) for line in lines[:12] + lines[-6:])
    return pages >= 2 and len(re.findall(r"\[\d{1,3}\]", head)) >= 2


def is_navigation(text: str, start: int, end: int) -> bool:
    """Whether a line belongs to the page and not to its article."""
    return end - start <= 200 and _NAVIGATION.match(text, start, end) is not None


def contents_end(text: str, lines: list[Line], index: int) -> int:
    """Index after the table of contents that begins at a line, or the same index where none does."""
    if not _CONTENTS.match(text, *lines[index][:2]):
        return index
    index += 1
    while index < len(lines) and lines[index].end - lines[index].start <= _LONGEST_HEADING + 10:
        numbered = number_of(text, *lines[index][:2]) or item_start(text, *lines[index][:2])
        if numbered is None and lines[index].after_blank and not text[lines[index].end - 1].isdigit():
            break
        index += 1
    return index


def is_plain_heading(text: str, lines: list[Line], index: int, *, edit: bool) -> bool:
    """Whether a line is a heading: an edit link stands behind it, or it is short and a paragraph or a list follows."""
    line = lines[index]
    words = text[line.start : line.end]
    if len(words) > _LONGEST_HEADING or not words[0].isupper() or words[-1] in ".,;:!?" or index + 1 >= len(lines):
        return False
    if edit or (words.casefold() in APPARATUS and line.after_blank):
        return True
    following = lines[index + 1]
    opens = following.end - following.start > 80 or item_start(text, *following[:2]) is not None
    return line.after_blank and line.before_blank and opens and len(words.split()) <= 8 and ". " not in words


def has_edit_link(source: str, offset: int) -> bool:
    """Whether an edit link stands at an offset of the source."""
    return _EDIT.match(source, offset) is not None


def neighbours_of(text: str, start: int, end: int) -> tuple[tuple[int, int], tuple[int, int], tuple[int, int]] | None:
    """As in "1st    22-24 February 1974    3rd", "Previous: 11th, Next: 13th": the ordinals, and what is between."""
    match = _NEIGHBOURS.match(text, start, end) if end - start <= 120 else None
    if match is None or heading_level(text, start, end):
        return None
    return match.span("before"), match.span("between"), match.span("after")
