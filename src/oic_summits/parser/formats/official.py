"""Official texts: capital title lines, motto, place and date, preamble, numbered and lettered paragraphs."""

from oic_summits.parser.formats._body import read_body
from oic_summits.parser.formats._lines import logical_lines
from oic_summits.parser.formats._sheet import Sheet

__all__ = ["read_official"]


def read_official(sheet: Sheet) -> None:
    """Lay out an official text."""
    read_body(sheet, logical_lines(sheet.text), official=True)
