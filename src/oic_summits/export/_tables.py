"""Tables: flat rows with stable columns, as data frames, Arrow tables, CSV or Parquet files."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeAlias

from oic_summits.errors import NotFoundError
from oic_summits.export._common import optional, storable
from oic_summits.export._rows import KINDS, all_rows

if TYPE_CHECKING:
    import os

    import pandas as pd
    import polars as pl

    from oic_summits.archive import Archive

Cell: TypeAlias = str | int | bool | None
Row: TypeAlias = Mapping[str, Cell]

_PANDAS = {"text": "string", "number": "Int64", "flag": "boolean"}


class Tables(Mapping[str, tuple[Row, ...]]):
    """The records of an archive as flat rows, table by table: a read-only mapping of table name to rows.

    Every row has the same columns in the same order, also in an empty table; what a text does not say is None. Each
    row carries its first evidence (``evidence_document``, ``evidence_start``, ``evidence_end``, ``evidence_text``,
    ``evidence_rule``), and the table ``evidence`` holds all of them by table and row number. Offsets count code points
    of the source text from 0, the end exclusive. Dates are ISO text, as exact as known. A lone surrogate is written as
    U+FFFD.

    Example:
        >>> from oic_summits import load
        >>> from oic_summits.export import tables
        >>> rows = tables(load())
        >>> rows["summits"][0]["cities"], len(rows["summits"])
        ('Rabat', 25)
        >>> rows.columns("instruments")[:4]
        ('row', 'summit', 'body', 'number')
    """

    __slots__ = ("_rows",)

    def __init__(self, rows: Mapping[str, tuple[dict[str, Cell], ...]]) -> None:
        self._rows: Mapping[str, tuple[Row, ...]] = MappingProxyType(
            {name: tuple(MappingProxyType(_row(name, row)) for row in rows.get(name, ())) for name in KINDS}
        )

    def __getitem__(self, name: str) -> tuple[Row, ...]:
        try:
            return self._rows[name]
        except KeyError:
            raise NotFoundError(kind="table", query=name, candidates=tuple(KINDS)) from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, name: object) -> bool:
        return name in self._rows

    def __repr__(self) -> str:
        return "<Tables: " + ", ".join(f"{name} {len(rows)}" for name, rows in self._rows.items()) + ">"

    def __reduce__(self) -> tuple[object, ...]:
        return Tables, ({name: tuple(dict(row) for row in rows) for name, rows in self._rows.items()},)

    def get(self, name: str, default: Any = None, /) -> Any:
        """The rows of a table, or a default where there is no such table."""
        return self._rows.get(name, default)

    def columns(self, name: str) -> tuple[str, ...]:
        """Names of a table's columns, in order.

        Raises:
            NotFoundError: If there is no such table.
        """
        if name not in KINDS:
            raise NotFoundError(kind="table", query=name, candidates=tuple(KINDS))
        return tuple(KINDS[name])

    def to_pandas(self) -> dict[str, pd.DataFrame]:
        """Give each table as a pandas data frame with nullable columns (``string``, ``Int64``, ``boolean``).

        Raises:
            MissingExtraError: If pandas is not installed (extra ``tables``).
        """
        pandas = optional("pandas", extra="tables", purpose="data frames")
        return {
            name: pandas.DataFrame(
                {
                    column: pandas.array([row[column] for row in rows], dtype=_PANDAS[kind])
                    for column, kind in KINDS[name].items()
                }
            )
            for name, rows in self._rows.items()
        }

    def to_polars(self) -> dict[str, pl.DataFrame]:
        """Give each table as a polars data frame.

        Raises:
            MissingExtraError: If polars is not installed (extra ``tables``).
        """
        polars = optional("polars", extra="tables", purpose="polars data frames")
        types = {"text": polars.String, "number": polars.Int64, "flag": polars.Boolean}
        return {
            name: polars.DataFrame(
                [dict(row) for row in rows], schema={column: types[kind] for column, kind in KINDS[name].items()}
            )
            for name, rows in self._rows.items()
        }

    def to_arrow(self) -> dict[str, Any]:
        """Give each table as a `pyarrow.Table`.

        Raises:
            MissingExtraError: If pyarrow is not installed (extra ``tables``).
        """
        arrow = optional("pyarrow", extra="tables", purpose="Arrow tables")
        types = {"text": arrow.string(), "number": arrow.int64(), "flag": arrow.bool_()}
        return {
            name: arrow.Table.from_pylist(
                [dict(row) for row in rows],
                schema=arrow.schema([(column, types[kind]) for column, kind in KINDS[name].items()]),
            )
            for name, rows in self._rows.items()
        }

    def to_csv(self, folder: str | os.PathLike[str]) -> tuple[Path, ...]:
        """Write each table to ``NAME.csv`` in a folder: UTF-8, comma, line feed, header line; None is an empty cell.

        Args:
            folder: Where to write; it is made when it does not exist, and files of the same name are replaced.

        Returns:
            The files written, in the order of the tables.
        """
        target = Path(folder)
        target.mkdir(parents=True, exist_ok=True)
        return tuple(self._write_csv(name, target / f"{name}.csv") for name in self._rows)

    def _write_csv(self, name: str, path: Path) -> Path:
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, KINDS[name], lineterminator="\n")
            writer.writeheader()
            writer.writerows(self._rows[name])
        return path

    def to_parquet(self, folder: str | os.PathLike[str]) -> tuple[Path, ...]:
        """Write each table to ``NAME.parquet`` in a folder.

        Args:
            folder: Where to write; it is made when it does not exist, and files of the same name are replaced.

        Returns:
            The files written, in the order of the tables.

        Raises:
            MissingExtraError: If pyarrow is not installed (extra ``tables``).
        """
        parquet = optional("pyarrow.parquet", extra="tables", purpose="Parquet files")
        arrow = self.to_arrow()
        target = Path(folder)
        target.mkdir(parents=True, exist_ok=True)
        for name, table in arrow.items():
            parquet.write_table(table, target / f"{name}.parquet")
        return tuple(target / f"{name}.parquet" for name in arrow)


def _row(name: str, row: Mapping[str, Cell]) -> dict[str, Cell]:
    """Put a row's cells in the order of the columns, fit for files."""
    cells: dict[str, Cell] = {}
    for column in KINDS[name]:
        cell = row.get(column)
        cells[column] = storable(cell) if isinstance(cell, str) else cell
    return cells


def tables(archive: Archive) -> Tables:
    """Lay out everything an archive holds as flat tables.

    The tables are ``summits``, ``participants`` (who attended), ``people`` (everybody a text names, text by text),
    ``acts``, ``quotations``, ``provisions``, ``declarations``, ``milestones``, ``instruments``, ``claims`` (what each
    source says about each field), ``documents``, ``problems`` and ``evidence``. A record of a text that is about no
    summit stands in its table with an empty ``summit``.

    Example:
        >>> from oic_summits import load
        >>> for row in tables(load())["instruments"]:
        ...     print(row["summit"], row["body"], row["number"])
        oic-extraordinary-6 UNSC 478
    """
    return Tables(all_rows(archive))
