"""The rendered encyclopedia article: ``= Title =``, a box of ``- Key: value`` lines, ``==Section==``, ``- `` items."""

import re

from oic_summits.parser.formats._body import read_body
from oic_summits.parser.formats._keys import is_box_key
from oic_summits.parser.formats._lines import Line, heading_level, heading_text, logical_lines
from oic_summits.parser.formats._sheet import Sheet
from oic_summits.parser.page import BlockKind

__all__ = ["read_article"]

_KEY = re.compile(r"(?P<mark>[-*•|]\s+)?(?P<key>[^\W\d_][\w()'’./ -]{0,39}?)\s*[:=](?:\s+|\Z)")


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
        read_body(sheet, lines[position : first - 1 if named else first])
        if named:
            sheet.add(BlockKind.TITLE, lines[first - 1].start, lines[first - 1].end)
        for line in lines[first:last]:
            _add_field(sheet, line)
        position = last
    read_body(sheet, lines[position:])


def _read_title(sheet: Sheet, lines: list[Line]) -> int:
    """Read the title if the first line is one; returns the index of the next line."""
    if not lines or heading_level(sheet.text, lines[0].start, lines[0].end) != 1:
        return 0
    start, end = heading_text(sheet.text, lines[0].start, lines[0].end, 1)
    sheet.head(BlockKind.TITLE, start, end, 1, lines[0].start)
    start, end = sheet.trimmed(start, end)
    sheet.title = sheet.text[start:end] or None
    return 1


def _find_box(text: str, lines: list[Line], position: int) -> tuple[int, int] | None:
    """First and last line of the box: unbroken key lines before the first section, one of their keys known.

    Lines without a list mark are a box only where two known keys follow each other.
    """
    index = position
    while index < len(lines) and not heading_level(text, lines[index].start, lines[index].end):
        last = index
        while (
            last < len(lines) and (last == index or not lines[last].after_blank) and _KEY.match(text, *lines[last][:2])
        ):
            last += 1
        if last > index:
            keys = [match for match in (_KEY.match(text, *line[:2]) for line in lines[index:last]) if match]
            known = sum(is_box_key(match["key"]) for match in keys)
            if known and (all(match["mark"] for match in keys) or known >= 2):
                return index, last
        index = max(last, index + 1)
    return None


def _add_field(sheet: Sheet, line: Line) -> None:
    match = _KEY.match(sheet.text, line.start, line.end)
    assert match is not None
    key = match["key"]
    sheet.field(key, match.end(), line.end, line.start)
    if not is_box_key(key):
        message = f"the key {key!r} is unknown; its value is kept as a field"
        sheet.problem("unknown key", message, match.start("key"), match.end("key"))
