"""Tables: a block for each row, its cells side by side."""

from functools import partial
from typing import Any

from oic_summits.parser.formats._leads import state_of
from oic_summits.parser.formats._walk import Flag, Piece, Walker, contents_start
from oic_summits.parser.page import BlockKind

__all__ = ["write_table"]


_Cell = tuple[Any, int, int]  # a node and its place in the source


class _Span:
    """A state that leads several rows, because its cell spans them."""

    def __init__(self) -> None:
        self.state: str | None = None
        self.rows = 0


def write_table(walker: Walker, node: Any, start: int, end: int) -> None:
    """Write the rows of a table; one inside a cell or a field is written as running text."""
    walker.apart(start)
    rows: list[list[_Cell]] = [[]]
    _collect(node, end, rows)
    span = _Span()
    for cells in rows:
        if cells and walker.is_inline:
            for cell, _, until in cells:
                if cell.contents is not None and not cell.self_closing:
                    walker.walk(cell.contents, contents_start(cell, until))
        elif cells:
            _write_row(walker, cells, span)
            walker.apart(cells[-1][2])
    walker.apart(end)


def _collect(node: Any, end: int, rows: list[list[_Cell]]) -> None:
    """Gather the cells of each row with their place; rows may stand inside a table body."""
    if node.contents is None:
        return
    offset = contents_start(node, end)
    for child in node.contents.nodes:
        length = len(str(child))
        name = str(getattr(child, "tag", "")).strip().casefold()
        if name in ("tr", "tbody", "thead", "tfoot"):
            rows.append([])
            _collect(child, offset + length, rows)
        elif name in ("td", "th", "caption"):
            if name == "caption" or str(child).startswith("|+"):
                rows += [[(child, offset, offset + length)], []]
            else:
                rows[-1].append((child, offset, offset + length))
        offset += length


def _write_row(walker: Walker, cells: list[_Cell], span: _Span) -> None:
    first = len(walker.builder)
    flags = len(walker.flags)
    written: list[tuple[str, tuple[Flag, ...]]] = []
    for index, (cell, start, end) in enumerate(cells):
        if index:
            place = contents_start(cell, end) if cell.contents is not None and not cell.self_closing else start
            walker.put(_bar(walker, place), start, start)
        before, known = len(walker.builder), len(walker.flags)
        if cell.contents is not None and not cell.self_closing:
            place = contents_start(cell, end)
            walker.inline(partial(walker.walk, cell.contents, place))
        written.append((walker.builder.since(before).strip(), tuple(walker.flags[known:])))
    names = {str(cell.tag).strip().casefold() for cell, _, _ in cells}
    if str(cells[0][0]).startswith("|+"):
        names = {"caption"}
    header = names <= {"th", "caption"}
    lead = None if header else _lead(cells, written, walker.flags[flags:], span)
    kind = BlockKind.OTHER if header else BlockKind.ROW
    walker.pieces.append(Piece(kind, first, len(walker.builder), lead_state=lead))


def _bar(walker: Walker, offset: int) -> str:
    """The bar between two cells, with the spaces that do not stand there already."""
    before = walker.builder.since(max(0, len(walker.builder) - 1)).isspace()
    after = walker.cleaning.source[offset : offset + 1].isspace()
    return ("" if before else " ") + "|" + ("" if after else " ")


def _lead(
    cells: list[_Cell], written: list[tuple[str, tuple[Flag, ...]]], flags: list[Flag], span: _Span
) -> str | None:
    """The state of a row: that of a cell with nothing but a state, else the first flag, else one that spans rows."""
    for (text, inside), (cell, _, _) in zip(written, cells, strict=True):
        state = next((flag.state for flag in inside if flag.state and text in ("", flag.name)), None)
        state = state or (state_of(text) if 2 <= len(text) <= 60 else None)
        if state:
            span.state, span.rows = state, _rowspan(cell) - 1
            return state
    if flags and flags[0].state:
        return flags[0].state
    if span.rows > 0:
        span.rows -= 1
        return span.state
    return None


def _rowspan(cell: Any) -> int:
    for attribute in cell.attributes:
        if str(attribute.name).strip().casefold() == "rowspan":
            value = str(attribute.value or "").strip().strip("\"'")
            return min(int(value), 300) if value.isdecimal() and len(value) < 4 else 1
    return 1
