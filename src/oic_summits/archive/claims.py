"""The scalar fields of a summit: which value is preferred, and every claim kept.

For each field the value that most sources give is preferred; among equals, texts come before the built-in list, and
texts in the order of their ids. A value that only says less than another ("December 2017" beside 13 December 2017) does
not stand against it.
"""

from collections.abc import Sequence
from typing import Any

from oic_summits.archive.merge import merge_actors, most_agreed
from oic_summits.archive.people import identify, words_of
from oic_summits.model import Actor, ActorKind, Claim, PartialDate, Summit, SummitId, evolve
from oic_summits.reference import same_city


def scalars(name: SummitId, parts: Sequence[Summit]) -> Summit:
    """A summit with the preferred value of each scalar field and no records.

    Args:
        name: name of the summit.
        parts: what each source says, texts first.
    """
    start = _date([part.start for part in parts])
    return Summit(
        id=name,
        title=most_agreed((part.title for part in parts), key=words_of),
        start=start,
        end=_end([part.end for part in parts], start),
        country=most_agreed(part.country for part in parts),
        cities=_cities([part.cities for part in parts]),
        venues=_fullest([part.venues for part in parts]),
        motto=most_agreed((part.motto for part in parts), key=words_of),
        follows=most_agreed(_neighbour(part.follows, name) for part in parts),
        precedes=most_agreed(_neighbour(part.precedes, name) for part in parts),
        convener=_actor([part.convener for part in parts], start),
        chair=_actor([part.chair for part in parts], start),
        host=_actor([part.host for part in parts], start),
        occasion=most_agreed((part.occasion for part in parts), key=words_of),
    )


def claims_of(parts: Sequence[Summit]) -> tuple[Claim, ...]:
    """Every claim of every source, each once, in the order of the sources."""
    return tuple(dict.fromkeys(claim for part in parts for claim in part.claims))


def _date(values: Sequence[PartialDate | None]) -> PartialDate | None:
    """The date most agreed on; a date that covers another counts for the more exact one."""
    given = [value for value in values if value is not None]

    def exacter(value: PartialDate) -> PartialDate:
        within = [other for other in given if other != value and value.covers(other)]
        return most_agreed(within) or value

    return most_agreed(exacter(value) for value in given)


def _end(values: Sequence[PartialDate | None], start: PartialDate | None) -> PartialDate | None:
    """The last day most agreed on among those that can end what began on `start`."""
    possible = [v for v in values if v is not None and (start is None or v.last_day >= start.first_day)]
    return _date(possible or values)


def _neighbour(value: SummitId | None, name: SummitId) -> SummitId | None:
    """A neighbour as complete as possible: "5th" in the box of an extraordinary session is the fifth extraordinary."""
    if value is None or value.series is not None or value.organisation != name.organisation:
        return value
    return evolve(value, series=name.series)


def _cities(values: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The cities most agreed on, spelt as the first source spells them; a longer list contains a shorter one."""
    given = [value for value in values if value]

    def holder(value: tuple[str, ...]) -> tuple[str, ...]:
        wider = [other for other in given if len(other) > len(value) and all(_among(city, other) for city in value)]
        return max(wider, key=len, default=value)

    chosen = most_agreed((holder(value) for value in given), key=lambda v: frozenset(words_of(c) for c in v))
    if chosen is None:
        return ()
    spellings = [city for value in given for city in value]
    return tuple(next((s for s in spellings if same_city(s, city)), city) for city in chosen)


def _among(city: str, cities: Sequence[str]) -> bool:
    return any(same_city(city, other) for other in cities)


def _fullest(values: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """All values of all sources, each once by its words, in the order of the sources."""
    found: dict[object, str] = {}
    for value in values:
        for name in value:
            found.setdefault(words_of(name), name)
    return tuple(found.values())


def _actor(values: Sequence[Actor | None], day: PartialDate | None) -> Actor | None:
    """The actor most agreed on, in their fullest form."""
    given = [value for value in values if value is not None]
    if not given:
        return None
    groups: dict[Any, list[Actor]] = {}
    owners = {key: n for n, one in enumerate(identify((a, day) for a in given)) for key in one.actors}
    for actor in given:
        key = (" ".join(words_of(actor.name)), actor.state or "", actor.organisation or "")
        mark = owners.get(key) if actor.kind is ActorKind.PERSON else (actor.kind, key)
        groups.setdefault(mark, []).append(actor)
    best = max(groups.values(), key=len)
    return merge_actors(best) if len(best) > 1 else best[0]
