"""The archive at a glance: a plain-text table of the summits."""

import unicodedata
from collections.abc import Sequence

from oic_summits.model import PartialDate, Summit
from oic_summits.reference import find_state

_HEADINGS = ("Summit", "Dates", "Place", "Participants", "Declarations", "Reactions", "Sources")
_NUMBERS = frozenset({3, 4, 5, 6})


def overview(summits: Sequence[Summit], documents: int) -> str:
    """A table of summits for people: one line each, with a heading for each series and a line of totals.

    Args:
        summits: the summits, in the order of the table.
        documents: how many documents the archive holds.
    """
    rows = [_row(summit) for summit in summits]
    widths = [max(_width(cell) for cell in column) for column in zip(_HEADINGS, *rows, strict=True)]
    rule = "  ".join("-" * width for width in widths)
    lines = [_line(_HEADINGS, widths), rule]
    before: tuple[str, object] | None = None
    for summit, row in zip(summits, rows, strict=True):
        series = (summit.id.organisation, summit.id.series)
        if before not in (None, series):
            lines.append("")
        before = series
        lines.append(_line(row, widths))
    told = sum(not summit.from_roster_only for summit in summits)
    lines += [
        rule,
        f"{_count(len(summits), 'summit')}, {told} of them told by {_count(documents, 'document')}.",
    ]
    return "\n".join(lines)


def _row(summit: Summit) -> tuple[str, ...]:
    state = find_state(summit.country) if summit.country else None
    place = ", ".join(filter(None, (" and ".join(summit.cities), state.name if state else summit.country)))
    numbered = summit.id.ordinal is not None or summit.id.series is None
    label = summit.id.label if numbered else str(summit.id.series)
    if summit.id.organisation != "OIC":
        label = f"{summit.id.organisation}, {label}"
    texts = sum(1 for source in summit.sources if source.id != "roster")
    return (
        label,
        _dates(summit.start, summit.end),
        place,
        _number(len(summit.participants)),
        _number(len(summit.declarations)),
        _number(len(summit.reactions)),
        "list" if summit.from_roster_only else _count(texts, "text"),
    )


def _number(count: int) -> str:
    return str(count) if count else "-"


def _count(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _dates(start: PartialDate | None, end: PartialDate | None) -> str:
    """First and last day, the last one without what it shares with the first."""
    if start is None or end is None or start == end:
        return str(start or end or "-")
    one, other = str(start), str(end)
    if one[:8] == other[:8] and len(other) == 10:
        return f"{one} to {other[8:]}"
    return f"{one} to {other[5:] if one[:5] == other[:5] and len(other) == 10 else other}"


def _width(text: str) -> int:
    """Columns on a terminal: marks take none, wide characters two."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded: list[str] = []
    for number, (cell, width) in enumerate(zip(cells, widths, strict=True)):
        space = " " * (width - _width(cell))
        padded.append(space + cell if number in _NUMBERS else cell + space)
    return "  ".join(padded).rstrip()
