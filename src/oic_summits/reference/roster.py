"""The roster: the summits of the Organisation of Islamic Cooperation since 1969, in their two series."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from oic_summits.model import (
    ROSTER,
    Basis,
    Claim,
    Declaration,
    DeclarationKind,
    PartialDate,
    Series,
    Source,
    Summit,
    SummitId,
)
from oic_summits.reference._data import listed, rows
from oic_summits.reference.fold import fold
from oic_summits.reference.states import find_city

_BRACKETED = re.compile(r"\s*\([^)]*\)")


@cache
def roster() -> tuple[Summit, ...]:
    """The known summits, first the ordinary and then the extraordinary sessions, each in order of date.

    Each says of itself only what the roster knows; the claims have no evidence, since the roster is no text.

    Example:
        >>> [str(summit.id) for summit in roster()][-3:]
        ['oic-extraordinary-8', 'oic-extraordinary-2024-11-11', 'oic-extraordinary-2025-09-15']
        >>> sixth = next(summit for summit in roster() if str(summit.id) == "oic-extraordinary-6")
        >>> str(sixth.follows), str(sixth.precedes), sixth.cities
        ('oic-extraordinary-5', 'oic-extraordinary-7', ('Istanbul',))
    """
    table = _table()
    return tuple(_summit(row, _neighbour(table, row, -1), _neighbour(table, row, 1)) for row in table)


@cache
def roster_titles() -> Mapping[str, SummitId]:
    """The folded titles that only one summit bears ("lahore summit"), and its id.

    Example:
        >>> str(roster_titles()["lahore summit"]), "casablanca summit" in roster_titles()
        ('oic-ordinary-2', False)
    """
    return MappingProxyType({title: ids[0] for title, ids in roster_candidates().items() if len(ids) == 1})


@cache
def roster_candidates() -> Mapping[str, tuple[SummitId, ...]]:
    """Every folded title, and the ids of all summits that bear it.

    Example:
        >>> [str(id) for id in roster_candidates()["casablanca summit"]]
        ['oic-ordinary-4', 'oic-ordinary-7']
    """
    found: dict[str, list[SummitId]] = defaultdict(list)
    for row in _table():
        for title in {fold(title) for title in _titles(row)}:
            found[title].append(_id(row))
    return MappingProxyType({title: tuple(ids) for title, ids in found.items()})


@cache
def _table() -> tuple[dict[str, str], ...]:
    order = [Series.ORDINARY.value, Series.EXTRAORDINARY.value]
    return tuple(sorted(rows("summits.csv"), key=lambda row: (order.index(row["series"]), row["start"])))


def _id(row: Mapping[str, str]) -> SummitId:
    series = Series(row["series"])
    if row["ordinal"]:
        return SummitId(series=series, ordinal=int(row["ordinal"]))
    return SummitId(series=series, date=PartialDate.parse(row["start"]))


def _neighbour(table: tuple[dict[str, str], ...], row: Mapping[str, str], step: int) -> SummitId | None:
    series = [each for each in table if each["series"] == row["series"]]
    place = series.index(dict(row)) + step
    return _id(series[place]) if 0 <= place < len(series) else None


def _summit(row: Mapping[str, str], follows: SummitId | None, precedes: SummitId | None) -> Summit:
    cities = listed(row["cities"])
    stated = [("title", row["title"]), ("start", row["start"]), ("end", row["end"]), ("country", row["country"])]
    stated += [("cities", city) for city in cities]
    stated += [("follows", str(follows))] if follows else []
    stated += [("precedes", str(precedes))] if precedes else []
    return Summit(
        id=_id(row),
        title=row["title"],
        start=PartialDate.parse(row["start"]),
        end=PartialDate.parse(row["end"]),
        country=row["country"],
        cities=cities,
        follows=follows,
        precedes=precedes,
        declarations=tuple(_declarations(row)),
        claims=tuple(Claim(field=field, value=value, source=ROSTER, basis=Basis.REFERENCE) for field, value in stated),
        sources=(Source(id=ROSTER, reason=_reason(row), addresses=tuple(row["addresses"].split())),),
    )


def _reason(row: Mapping[str, str]) -> str:
    reason = "The built-in list of summits since 1969 names it"
    if row["confidence"] != "high":
        reason += f", with {row['confidence']} confidence"
    return f"{reason}; on its dates and number: {row['doubts']}." if row["doubts"] else f"{reason}."


def _declarations(row: Mapping[str, str]) -> Iterator[Declaration]:
    for document in listed(row["documents"]):
        kind, _, title = document.partition(": ")
        yield Declaration(kind=DeclarationKind(kind), title=title)


def _titles(row: Mapping[str, str]) -> Iterator[str]:
    """The titles of a row, without their brackets too, and the summit by its city in every spelling."""
    for title in (row["title"], *listed(row["other_titles"])):
        yield title
        yield _BRACKETED.sub("", title)
    for name in listed(row["cities"]):
        city = find_city(name)
        for spelling in (name, *(city.aliases if city else ())):
            yield f"{spelling} Summit"
