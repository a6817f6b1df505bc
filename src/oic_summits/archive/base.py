"""The one base of all collections: an immutable sequence of records that knows which summit each belongs to."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from typing import Any, ClassVar, Generic, NoReturn, Self, SupportsIndex, TypeVar, overload

from oic_summits.archive.names import Names
from oic_summits.model import Evidence, Summit, SummitId
from oic_summits.model._base import frozen

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

Row = dict[str, Any]

_SHOWN = 3
_ROWS = 20


@frozen
class Entry(Generic[T]):
    """A record, and the summit it belongs to.

    Attributes:
        record: the record.
        summit: name of the summit, or None for a record of a document about no summit.
    """

    record: T
    summit: SummitId | None = None


class Records(Sequence[T_co], Generic[T_co]):
    """An immutable sequence of records. Filters and slices give a collection of the same type.

    Args:
        records: the records, in order.
        summits: for each record the summit it belongs to; all None when left out.
        names: who is who in the archive the records come from, so that filters by name know everybody.
    """

    __slots__ = ("_entries", "_names")

    _noun: ClassVar[str] = "record"
    _entries: tuple[Entry[T_co], ...]
    _names: Names

    def __init__(
        self,
        records: Iterable[T_co] = (),
        *,
        summits: Iterable[SummitId | None] | None = None,
        names: Names | None = None,
    ) -> None:
        found = tuple(records)
        belonging = (None,) * len(found) if summits is None else tuple(summits)
        entries = tuple(Entry(record=r, summit=s) for r, s in zip(found, belonging, strict=True))
        object.__setattr__(self, "_entries", entries)
        object.__setattr__(self, "_names", names if names is not None else self._own_names(found))

    @classmethod
    def _own_names(cls, records: Sequence[Any]) -> Names:  # noqa: ARG003 - collections with actors say who they are
        """Who is who among the records themselves, for a collection made by hand."""
        return Names()

    @classmethod
    def _row(cls, record: Any) -> Row:  # each collection says how its own records look as a row
        """A record as one flat row."""
        return {"record": repr(record)}

    def _keep(self, keep: Callable[[Entry[T_co]], bool]) -> Self:
        return self._made(entry for entry in self._entries if keep(entry))

    def _made(self, entries: Iterable[Entry[T_co]]) -> Self:
        """A collection of the same type with other entries."""
        made = object.__new__(type(self))
        object.__setattr__(made, "_entries", tuple(entries))
        object.__setattr__(made, "_names", self._names)
        return made

    @property
    def entries(self) -> tuple[Entry[T_co], ...]:
        """Each record with the summit it belongs to, in order."""
        return self._entries

    def where(self, predicate: Callable[[T_co], bool]) -> Self:
        """The records for which a function of yours is true."""
        return self._keep(lambda entry: bool(predicate(entry.record)))

    def at(self, *summits: SummitId | Summit | str) -> Self:
        """The records of these summits, each given by id, as a record, or by its full name ("extraordinary-6")."""
        wanted = {SummitId.parse(s) if isinstance(s, str) else s.id if isinstance(s, Summit) else s for s in summits}
        return self._keep(lambda entry: entry.summit in wanted)

    def first(self) -> T_co | None:
        """The first record, or None where there is none."""
        return self._entries[0].record if self._entries else None

    def to_dicts(self) -> list[Row]:
        """One flat row for each record, with the same keys in the same order; what is unknown is None."""
        return [self._full_row(entry) for entry in self._entries]

    def _full_row(self, entry: Entry[T_co]) -> Row:
        return {"summit": str(entry.summit) if entry.summit else None, **self._row(entry.record)}

    @overload
    def __getitem__(self, index: SupportsIndex) -> T_co: ...
    @overload
    def __getitem__(self, index: "slice[Any, Any, Any]") -> Self: ...
    def __getitem__(self, index: "SupportsIndex | slice[Any, Any, Any]") -> "T_co | Self":
        if isinstance(index, slice):
            return self._made(self._entries[index])
        return self._entries[index].record

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[T_co]:
        return (entry.record for entry in self._entries)

    def __contains__(self, record: object) -> bool:
        return any(entry.record == record for entry in self._entries)

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self._entries == other._entries

    def __hash__(self) -> int:
        return hash((type(self), self._entries))

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is immutable; its filters give new collections")

    def __reduce__(self) -> tuple[object, ...]:
        return _restored, (type(self), self._entries, self._names)

    def __repr__(self) -> str:
        shown = ", ".join(self._brief(entry.record) for entry in self._entries[:_SHOWN])
        more = ", …" if len(self) > _SHOWN else ""
        noun = self._noun if len(self) == 1 else f"{self._noun}s"
        return f"<{type(self).__name__}: {len(self)} {noun}{': ' if shown else ''}{shown}{more}>"

    @classmethod
    def _brief(cls, record: Any) -> str:
        """A record in a few words, for the repr."""
        return repr(record)

    def _repr_html_(self) -> str:
        return self.to_html()

    def to_html(self, rows: int = _ROWS) -> str:
        """The first records as an HTML table, escaped; what is left out is counted."""
        noun = self._noun if len(self) == 1 else f"{self._noun}s"
        return table_html([self._full_row(entry) for entry in self._entries[:rows]], f"{len(self)} {noun}", len(self))


def _restored(cls: type[Records[Any]], entries: tuple[Entry[Any], ...], names: Names) -> Records[Any]:
    made = object.__new__(cls)
    object.__setattr__(made, "_entries", entries)
    object.__setattr__(made, "_names", names)
    return made


def table_html(rows: Sequence[Row], caption: str, total: int) -> str:
    """Rows as an HTML table, escaped, with a note on rows left out."""
    if not rows:
        return f"<p>{escape(caption)}</p>"
    columns = [column for column in rows[0] if any(row[column] is not None for row in rows)]
    head = "".join(f"<th>{escape(column)}</th>" for column in columns)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(_cell(row[column]))}</td>" for column in columns) + "</tr>" for row in rows
    )
    rest = f"<p>… and {total - len(rows)} more</p>" if total > len(rows) else ""
    return (
        f"<table><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{rest}"
    )


def _cell(value: object) -> str:
    return "" if value is None else str(value)


def quotes(evidence: Sequence[Evidence]) -> Row:
    """The columns that every row ends with: in how many documents the record stands, where first, and in what words."""
    first = evidence[0] if evidence else None
    return {
        "documents": ", ".join(sorted({e.document for e in evidence})) or None,
        "start": first.start if first else None,
        "end": first.end if first else None,
        "evidence": first.text if first else None,
    }
