"""Lines, and which of them go on with the one before: texts wrapped at some width, and texts of a paragraph a line."""

import re
from itertools import pairwise
from typing import NamedTuple

__all__ = ["Line", "heading_level", "item_start", "logical_lines", "number_of"]

_TERMINAL = re.compile(r"[.!?…:;][\"”’»)\]']*\Z")
_ITEM = re.compile(r"[-_*•·‣▪●◦–—](?:\s+|(?=:\s))(?=\S)|[:;](?=\w[^:;\n]+\Z)|#+\s+(?=[^\n]{20,}[.;,]\Z)")
_NUMBER = re.compile(
    r"(?:(?:paragraph|para\.?|article)\s+)?"
    r"(?P<number>\(?\d{1,3}(?:\.\d{1,3}){0,3}(?:[.)]{1,2}|(?=\s*[-–]\s))|\d{1,3}(?:\.\d{1,3}){1,3}"
    r"|\(?[a-z]\)|\([A-Z]\)|[a-z]\.|\(?[ivxlc]{1,6}[.)]|\(?[IVXLC]{1,6}\))"
    r"(?:\s*[-–]\s+|\s+)(?=\S)"
)
_SPECIAL = re.compile(r"_\s|[=#*|•‣▪●◦]|[-–—]{1,2}\s|[-–—]{1,2}:")
_WIDEST_WRAP = 110


class Line(NamedTuple):
    """A logical line of the view, without the white space around it.

    Attributes:
        start: offset of its first character.
        end: offset after its last character.
        after_blank: whether an empty line, or nothing, stands before it.
        before_blank: whether an empty line, or nothing, stands after it.
    """

    start: int
    end: int
    after_blank: bool
    before_blank: bool


def logical_lines(text: str, *, joined: bool = False) -> list[Line]:
    """Split a text into logical lines: a line that was wrapped is one with those that go on with it.

    Args:
        text: The text of a view.
        joined: Whether only an empty line, or the mark of an item or a heading, begins a paragraph.

    Returns:
        Lines in order, without the empty ones.
    """
    lines: list[Line] = []
    chunk: list[tuple[int, int]] = []
    for start, end in _raw_lines(text):
        if start < end:
            chunk.append((start, end))
        elif chunk:
            lines.extend(_joined(text, chunk, joined=joined))
            chunk = []
    if chunk:
        lines.extend(_joined(text, chunk, joined=joined))
    return lines


def _raw_lines(text: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    position = 0
    while position <= len(text):
        stop = text.find("\n", position)
        if stop < 0:
            stop = len(text)
        line = text[position:stop]
        start = position + len(line) - len(line.lstrip())
        found.append((start, max(start, position + len(line.rstrip()))))
        position = stop + 1
    return found


def _joined(text: str, chunk: list[tuple[int, int]], *, joined: bool) -> list[Line]:
    wrapped = joined or _is_wrapped(text, chunk)
    merged: list[list[int]] = []
    for index, (start, end) in enumerate(chunk):
        if index and _goes_on(text, chunk[index - 1], (start, end), wrapped=wrapped):
            merged[-1][1] = end
        else:
            merged.append([start, end])
    last = len(merged) - 1
    return [Line(start, end, index == 0, index == last) for index, (start, end) in enumerate(merged)]


def _goes_on(text: str, before: tuple[int, int], line: tuple[int, int], *, wrapped: bool) -> bool:
    if _is_special(text, *line) or heading_level(text, *before):
        return False
    return wrapped or _runs_over(text, before, line)


def _runs_over(text: str, before: tuple[int, int], line: tuple[int, int]) -> bool:
    """Whether a sentence stands open at the end of a line and a small letter begins the next."""
    return text[line[0]].islower() and not _TERMINAL.search(text, max(before[0], before[1] - 4), before[1])


def _is_special(text: str, start: int, end: int) -> bool:
    return bool(_SPECIAL.match(text, start, end) or _NUMBER.match(text, start, end))


def _is_wrapped(text: str, chunk: list[tuple[int, int]]) -> bool:
    """Whether lines were broken at a width: none is wide, most are about as wide, and a sentence runs over."""
    if len(chunk) < 3:
        return False
    widths = [end - start for start, end in chunk]
    widest = max(widths)
    if widest > _WIDEST_WRAP:
        return False
    ends_unit = [index + 1 < len(chunk) and _is_special(text, *chunk[index + 1]) for index in range(len(chunk))]
    full = all(width >= 0.6 * widest or ends_unit[index] for index, width in enumerate(widths[:-1]))
    return full and any(_runs_over(text, one, two) for one, two in pairwise(chunk))


def heading_level(text: str, start: int, end: int) -> int:
    """Level of a heading line (``= Title =`` is 1, ``==Section==`` 2, ``## Section`` 2), or 0 where it is none.

    Example:
        >>> heading_level("===Muslim world===", 0, 18), heading_level("= 5", 0, 3)
        (3, 0)
    """
    if text[start] == "#" and item_start(text, start, end) is None:
        level = 0
        while start + level < end and text[start + level] == "#":
            level += 1
        return level if level <= 6 and text[start + level : start + level + 1] == " " else 0
    level = 0
    while start + level < end - level - 1 and text[start + level] == "=" == text[end - 1 - level] and level < 6:
        level += 1
    return level


def heading_text(text: str, start: int, end: int, level: int) -> tuple[int, int]:
    """Where the words of a heading line stand."""
    return (start + level, end) if text[start] == "#" else (start + level, end - level)


def item_start(text: str, start: int, end: int) -> int | None:
    """Offset after the mark of a list item, or None where the line is none."""
    match = _ITEM.match(text, start, end)
    return match.end() if match else None


def number_of(text: str, start: int, end: int) -> tuple[str, int] | None:
    """Number or letter of a numbered paragraph and the offset after it, or None.

    Example:
        >>> number_of("12.3 Calls upon all states", 0, 26), number_of("(b) to report", 0, 13)
        (('12.3', 5), ('b', 4))
        >>> number_of("1997 was a year.", 0, 16) is None
        True
    """
    match = _NUMBER.match(text, start, end)
    return (match["number"].strip("()."), match.end()) if match else None
