"""The rendered encyclopedia article: ``= Title =``, a box of ``- Key: value`` lines, ``==Section==``, ``- `` items."""

import re

from oic_summits.parser.formats._body import read_body
from oic_summits.parser.formats._keys import is_box_key
from oic_summits.parser.formats._lines import Line, heading_level, heading_text, item_start, logical_lines
from oic_summits.parser.formats._rendered import (
    KEY,
    contents_end,
    has_edit_link,
    is_navigation,
    is_plain_heading,
    neighbours_of,
)
from oic_summits.parser.formats._sheet import Sheet
from oic_summits.parser.page import BlockKind

__all__ = ["read_article"]

_YEAR = re.compile(r"\d{4}")
_LONGEST_TITLE = 120


def read_article(sheet: Sheet) -> None:
    """Lay out a rendered article: title, box, then the body."""
    lines = logical_lines(sheet.text)
    read_boxed(sheet, lines, _read_title(sheet, lines))


def read_boxed(sheet: Sheet, lines: list[Line], position: int) -> None:
    """Lay out the lines from a position on, the box among them if there is one."""
    box = _find_box(sheet.text, lines, position)
    if box:
        first, last = box
        named = first > position and not lines[first].after_blank
        _read_sections(sheet, lines[position : first - 1 if named else first])
        if named:
            sheet.add(BlockKind.TITLE, lines[first - 1].start, lines[first - 1].end)
        for line in lines[first:last]:
            _add_field(sheet, line)
        position = last
    _read_sections(sheet, lines[position:])


def _read_sections(sheet: Sheet, lines: list[Line]) -> None:
    """Lay out the body; where no heading is marked as one, lines that stand like headings are."""
    marked = any(heading_level(sheet.text, line.start, line.end) for line in lines)
    plain: list[Line] = []
    index = 0
    while index < len(lines):
        line = lines[index]
        after = contents_end(sheet.text, lines, index)
        if after > index or is_navigation(sheet.text, line.start, line.end):
            read_body(sheet, plain)
            plain = []
            last = lines[max(after, index + 1) - 1]
            sheet.add(BlockKind.OTHER, line.start, last.end)
        elif not marked and is_plain_heading(sheet.text, lines, index, edit=_edited(sheet, line)):
            read_body(sheet, plain)
            plain = []
            sheet.head(BlockKind.HEADING, line.start, line.end, 2, line.start)
        else:
            plain.append(line)
        index = max(after, index + 1)
    read_body(sheet, plain)


def _edited(sheet: Sheet, line: Line) -> bool:
    return has_edit_link(sheet.cleaning.source, sheet.view.span(line.end - 1, line.end)[1])


def _read_title(sheet: Sheet, lines: list[Line]) -> int:
    """Read the title if the first line is one; returns the index of the next line."""
    if not lines:
        return 0
    start, end = lines[0].start, lines[0].end
    if not heading_level(sheet.text, start, end) and _is_title(sheet.text, lines):
        sheet.head(BlockKind.TITLE, start, end, 1, start)
        sheet.title = " ".join(sheet.text[start:end].split())
        return 1
    if heading_level(sheet.text, start, end) != 1:
        return 0
    start, end = heading_text(sheet.text, lines[0].start, lines[0].end, 1)
    sheet.head(BlockKind.TITLE, start, end, 1, lines[0].start)
    start, end = sheet.trimmed(start, end)
    sheet.title = sheet.text[start:end] or None
    return 1


def _is_title(text: str, lines: list[Line]) -> bool:
    """Whether the first line is a title without marks: short, set apart, no sentence and no part of the box."""
    line = lines[0]
    words = text[line.start : line.end]
    short = len(words) <= _LONGEST_TITLE and words[-1] not in ".,;:" and line.before_blank
    return short and not _in_box(text, line) and item_start(text, line.start, line.end) is None


def _find_box(text: str, lines: list[Line], position: int) -> tuple[int, int] | None:
    """First and last line of the box: unbroken key lines before the first section, one of their keys known.

    Lines without a list mark are a box only where two known keys stand together.
    """
    index = position
    while index < len(lines) and not heading_level(text, lines[index].start, lines[index].end):
        last = index
        while last < len(lines) and (last == index or not lines[last].after_blank) and _in_box(text, lines[last]):
            last += 1
        if last > index:
            keys = [match for match in (KEY.match(text, *line[:2]) for line in lines[index:last]) if match]
            known = sum(is_box_key(match["key"]) for match in keys)
            if known and (all(match["mark"] for match in keys) or known >= 2):
                return index, last
        index = max(last, index + 1)
    return None


def _in_box(text: str, line: Line) -> bool:
    return neighbours_of(text, line.start, line.end) is not None or KEY.match(text, line.start, line.end) is not None


def _add_field(sheet: Sheet, line: Line) -> None:
    neighbours = neighbours_of(sheet.text, line.start, line.end)
    if neighbours is not None:
        before, between, after = neighbours
        sheet.field("Follows", *before, line.start)
        if _YEAR.search(sheet.text[slice(*between)]):
            sheet.field("Date", *between, line.start)
        sheet.field("Precedes", *after, line.start)
        return
    match = KEY.match(sheet.text, line.start, line.end)
    assert match is not None
    key = match["key"].strip()
    end = line.end - (sheet.text[line.end - 1] == "|")
    sheet.field(key, match.end(), end, line.start)
    if not is_box_key(key):
        message = f"the key {key!r} is unknown; its value is kept as a field"
        sheet.problem("unknown key", message, match.start("key"), match.end("key"))
