"""A picture of the chain of summits over the years, as SVG."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from oic_summits.export._common import printable
from oic_summits.model import Series, Summit

if TYPE_CHECKING:
    from oic_summits.archive import Archive

_WIDTH = 1120
_MARGIN = 40
_LANES = {Series.ORDINARY: 130, Series.EXTRAORDINARY: 290}
_HEIGHT = 350
_STYLE = (
    "text{font:12px system-ui,sans-serif;fill:#1d2330}.name{font-weight:600}.year{fill:#5b6474}"
    ".lane{stroke:#9aa3b2;stroke-width:2}.grid{stroke:#e3e6ec}.lead{stroke:#9aa3b2;fill:none}"
    ".known{fill:#0f766e}.roster{fill:#fff;stroke:#0f766e;stroke-width:2}"
)


def timeline(archive: Archive) -> str:
    """Draw the summits of the Organisation over the years, ordinary and extraordinary sessions in a lane each.

    A full dot is a summit that a text of the archive tells of, a ring one known from the built-in list alone. Each
    dot has a tooltip with date, place and number of sources.

    Returns:
        An SVG picture, to be written as UTF-8.

    Example:
        >>> from oic_summits import load
        >>> picture = timeline(load())
        >>> picture.startswith("<svg"), picture.count("<circle")
        (True, 27)
    """
    dated = [summit for summit in _chained(archive) if summit.start]
    years = [summit.start.year for summit in dated if summit.start]
    first, last = (min(years) // 5 * 5, -(-(max(years) + 1) // 5) * 5) if years else (1970, 1980)
    parts = [*_grid(first, last), *_legend()]
    for series, height in _LANES.items():
        lane = [summit for summit in dated if summit.id.series is series]
        parts += _lane(series, height, lane, first, last)
    label = f"{len(dated)} summits, {first} to {last}, by series and year"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}" '
        f'height="{_HEIGHT}" role="img" aria-label="{label}">\n<title>{label}</title>\n<style>{_STYLE}</style>\n'
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>\n' + "\n".join(parts) + "\n</svg>\n"
    )


def _chained(archive: Archive) -> list[Summit]:
    return [summit for series in _LANES for summit in archive.chain(series=series.value)]


def _x(summit: Summit, first: int, last: int) -> float:
    assert summit.start is not None
    day = summit.start.first_day
    years = day.year - first + (day.timetuple().tm_yday - 1) / 366
    return round(_MARGIN + years * (_WIDTH - 2 * _MARGIN) / (last - first), 1)


def _grid(first: int, last: int) -> list[str]:
    step = (_WIDTH - 2 * _MARGIN) / (last - first)
    parts: list[str] = []
    for year in range(first, last + 1, 5):
        x = round(_MARGIN + (year - first) * step, 1)
        parts.append(f'<path class="grid" d="M{x} 24V{_HEIGHT - 34}"/>')
        parts.append(f'<text class="year" x="{x}" y="{_HEIGHT - 16}" text-anchor="middle">{year}</text>')
    return parts


def _legend() -> list[str]:
    return [
        '<circle class="known" cx="760" cy="14" r="6"/><text x="772" y="18">told of by a text</text>',
        '<circle class="roster" cx="900" cy="14" r="6"/><text x="912" y="18">known from the built-in list</text>',
    ]


def _lane(series: Series, height: int, lane: list[Summit], first: int, last: int) -> list[str]:
    parts = [
        f'<path class="lane" d="M{_MARGIN} {height}H{_WIDTH - _MARGIN}"/>',
        f'<text class="name" x="{_MARGIN}" y="{height + 26}">{series.value} sessions</text>',
    ]
    edge = -100.0
    for summit in lane:
        x = _x(summit, first, last)
        # Labels are slanted; one that would touch its neighbour moves right, at the end of a line from its dot.
        edge = max(x, edge + 21)
        parts.append(_dot(summit, x, edge, height))
    return parts


def _dot(summit: Summit, x: float, label_x: float, height: int) -> str:
    kind = "roster" if summit.from_roster_only else "known"
    place = ", ".join(summit.cities)
    number = str(summit.id.ordinal or "")
    year = f" {summit.start.year}" if summit.start else ""
    label = escape(printable(f"{number} {place}{year}".strip()))
    tip = escape(printable(f"{summit.title or summit.id} · {summit.start} · {place} · {len(summit.sources)} sources"))
    y = height - 20
    return (
        f'<path class="lead" d="M{x} {height}L{label_x + 2:.1f} {y + 2}"/>'
        f'<circle class="{kind}" cx="{x}" cy="{height}" r="6"><title>{tip}</title></circle>'
        f'<text x="{label_x:.1f}" y="{y}" transform="rotate(-42 {label_x:.1f} {y})">{label}</text>'
    )
