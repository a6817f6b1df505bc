"""Reading of the data files that stand beside this module."""

import csv
from importlib.resources import files
from io import StringIO

from oic_summits.errors import DataFileError, InvalidValueError
from oic_summits.model import PartialDate


def rows(name: str) -> list[dict[str, str]]:
    """Read one data file as dictionaries of its columns.

    Raises:
        DataFileError: the file is missing, or a row is longer or shorter than its header.

    Example:
        >>> rows("states.csv")[0]["alpha3"]
        'ABW'
    """
    try:
        text = files("oic_summits.reference").joinpath("data", name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataFileError(
            f"the data file {name} cannot be read: {error}", hint="install the package again"
        ) from error
    reader = csv.reader(StringIO(text, newline=""))
    header = next(reader, list[str]())
    found = list(reader)
    for number, row in enumerate(found, start=2):
        if len(row) != len(header):
            raise DataFileError(
                f"row {number} has {len(row)} cells, the header {len(header)}",
                where=name,
                hint="install the package again",
            )
    return [dict(zip(header, row, strict=True)) for row in found]


def listed(cell: str) -> tuple[str, ...]:
    """Split a cell of several values, which are parted by semicolons.

    Example:
        >>> listed("Makkah; Mekka"), listed("")
        (('Makkah', 'Mekka'), ())
    """
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def date(cell: str, where: str) -> PartialDate | None:
    """Read a date of a data file; an empty cell is None.

    Raises:
        DataFileError: the cell holds no date.
    """
    try:
        return PartialDate.parse(cell) if cell else None
    except InvalidValueError as error:
        raise DataFileError(f"{cell!r} is no date", where=where, hint="install the package again") from error
