"""Finding one summit by whatever users call it, and its neighbours in the series."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from oic_summits.archive.assembly import Group
from oic_summits.archive.collections import sat_on
from oic_summits.archive.names import nearest
from oic_summits.archive.order import name_order
from oic_summits.archive.people import words_of
from oic_summits.errors import AmbiguousNameError, InvalidValueError, NotFoundError
from oic_summits.model import PartialDate, Series, Summit, SummitId
from oic_summits.model.ordinals import ORDINAL_PATTERN
from oic_summits.reference import roster_candidates

SummitKey = SummitId | Summit | PartialDate | dt.date | str

_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?\Z")
_PLAIN_ORDINAL = re.compile(rf"(?:the\s+)?(?:{ORDINAL_PATTERN})(?:\s+(?:extraordinary|ordinary))?\Z", re.IGNORECASE)


def find_summit(groups: Sequence[Group], key: SummitKey) -> Summit:
    """The one summit that a key names.

    Raises:
        NotFoundError: no summit is meant; the error names the nearest.
        AmbiguousNameError: several are; the error names them.
    """
    if isinstance(key, Summit):
        return _one(_by_summit(groups, key), key.id, groups)
    if isinstance(key, SummitId):
        return _one(_by_id(groups, key), key, groups)
    if isinstance(key, (PartialDate, dt.date)):
        return _one(_by_day(groups, PartialDate.of(key)), PartialDate.of(key), groups)
    return _one(_by_text(groups, key.strip()), key, groups)


def _one(found: Sequence[Group], key: object, groups: Sequence[Group]) -> Summit:
    if not found:
        raise NotFoundError(kind="summit", query=str(key), candidates=_near(groups, key))
    if len(found) > 1:
        raise AmbiguousNameError(kind="summit", query=str(key), candidates=tuple(str(group.id) for group in found))
    return found[0].summit


def _by_summit(groups: Sequence[Group], summit: Summit) -> Sequence[Group]:
    return [group for group in groups if group.summit == summit] or _by_id(groups, summit.id)


def _by_id(groups: Sequence[Group], name: SummitId) -> Sequence[Group]:
    """The summit of that very name, else those whose names are as much as the given one tells."""
    exact = [group for group in groups if group.id == name]
    return exact or [group for group in groups if _within(name, group)]


def _within(name: SummitId, group: Group) -> bool:
    """Whether a name that leaves something out can be the name of a summit."""
    if name.organisation.casefold() != group.id.organisation.casefold():
        return False
    if name.series is not None and name.series is not group.id.series:
        return False
    if name.date is not None:
        return sat_on(group.summit, name.date)
    return name.ordinal is None or name.ordinal == group.id.ordinal


def _by_day(groups: Sequence[Group], day: PartialDate) -> Sequence[Group]:
    return [group for group in groups if sat_on(group.summit, day)]


def _by_text(groups: Sequence[Group], text: str) -> Sequence[Group]:
    """A date, a title, or a name in one of its written forms."""
    if not words_of(text):
        return ()
    if _DATE.match(text):
        return _by_day(groups, PartialDate.parse(text)) if _is_date(text) else ()
    titled = _by_title(groups, text)
    if titled:
        return titled
    try:
        name = SummitId.parse(text)
    except InvalidValueError:
        return ()
    return _by_id(groups, name)


def _by_title(groups: Sequence[Group], text: str) -> Sequence[Group]:
    """Summits with this title in the texts or in the built-in list."""
    if _PLAIN_ORDINAL.match(text):
        return ()
    words = words_of(text)
    found = [group for group in groups if any(words_of(title) == words for title in titles(group))]
    if found:
        return found
    listed = {one for title, ids in roster_candidates().items() if words_of(title) == words for one in ids}
    return [group for group in groups if group.known is not None and group.id in listed]


def titles(group: Group) -> Iterable[str]:
    """Every title under which sources speak of a summit."""
    for summit in (group.summit, group.known, *(member.extraction.header for member in group.members)):
        if summit is not None and summit.title is not None:
            yield summit.title


def _near(groups: Sequence[Group], key: object) -> tuple[str, ...]:
    """Names near to a key that names nothing: near in time for a date, in number for an id, in spelling for a text."""
    if isinstance(key, str) and _DATE.match(key.strip()):
        key = PartialDate.parse(key.strip()) if _is_date(key.strip()) else None
    if isinstance(key, PartialDate):
        dated = [g for g in groups if g.summit.start is not None]
        first = key.first_day
        dated.sort(
            key=lambda g: (abs((g.summit.start.first_day - first).days) if g.summit.start else 0, name_order(g.id))
        )
        return tuple(f"{group.id} ({group.summit.start})" for group in dated[:3])
    if isinstance(key, SummitId):
        series = [g for g in groups if g.in_chain and key.series in (None, g.id.series)]
        return tuple(str(group.id) for group in series[-3:])
    if key is None:
        return ()
    short = [str(group.id).removeprefix("oic-") for group in groups]
    names = [str(group.id) for group in groups] + [title for group in groups for title in titles(group)]
    known = {group.id for group in groups if group.known is not None}
    listed = [title.title() for title, ids in roster_candidates().items() if known.intersection(ids)]
    return nearest(str(key), [*short, *names, *listed])


def _is_date(text: str) -> bool:
    try:
        PartialDate.parse(text)
    except InvalidValueError:
        return False
    return True


def chain_of(groups: Sequence[Group], organisation: str, series: Series | None) -> tuple[Group, ...]:
    """The summits of one series in order: by number, and those without a number by date among them.

    Only summits with a complete name have a place in a chain.
    """
    links = [
        group
        for group in groups
        if group.in_chain
        and series is not None
        and group.id.series is series
        and group.id.organisation.casefold() == organisation.casefold()
    ]
    numbered = sorted((g for g in links if g.id.ordinal is not None), key=lambda g: name_order(g.id))
    for group in sorted((g for g in links if g.id.ordinal is None), key=lambda g: name_order(g.id)):
        numbered.insert(_slot(numbered, group), group)
    return tuple(numbered)


def _slot(chain: Sequence[Group], group: Group) -> int:
    """Where a summit without a number belongs: after the last one that began earlier."""
    first = group.summit.start or group.id.date
    slot = 0
    for position, other in enumerate(chain, start=1):
        begun = other.summit.start or other.id.date
        if first is not None and begun is not None and begun.first_day <= first.first_day:
            slot = position
    return slot


def neighbour(groups: Sequence[Group], summit: Summit, step: int) -> Summit | None:
    """The summit `step` places further in its series, or None at the end, beside a gap, or outside any chain."""
    chain = chain_of(groups, summit.id.organisation, summit.id.series)
    place = next((n for n, group in enumerate(chain) if group.summit == summit), None)
    if place is None or not 0 <= place + step < len(chain):
        return None
    other = chain[place + step].summit
    if gap(summit.id, other.id):
        return None
    return other


def gap(one: SummitId, other: SummitId) -> bool:
    """Whether two summits that stand side by side have numbers that do not follow one another."""
    return one.ordinal is not None and other.ordinal is not None and abs(one.ordinal - other.ordinal) != 1
