"""Checks of claims: fields on which sources contradict one another."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from oic_summits.archive.assembly import Group
from oic_summits.archive.merge import grouped
from oic_summits.archive.people import short_for, words_of
from oic_summits.errors import InvalidValueError
from oic_summits.model import ROSTER, Claim, Evidence, Finding, PartialDate, Summit, SummitId
from oic_summits.reference import same_city

_COUNTS = ("representatives", "member_states", "heads_of_state")
# Titles, mottos, venues and occasions have many true wordings: they never stand against one another.
_COMPARED = ("start", "end", "country", "cities", "follows", "precedes", "convener", "chair", "host", *_COUNTS)

Claims = Mapping[str, Sequence[Claim]]


def contradictions(group: Group) -> Iterator[Finding]:
    """Fields of which two sources give values that cannot both be true; every side with its words."""
    headers = {m.extraction.document.id: m.extraction.header for m in group.members if m.extraction.header}
    if group.known is not None:
        headers[ROSTER] = group.known
    for field in _COMPARED:
        by_value: dict[str, list[Claim]] = {}
        for claim in _claims(group, field):
            by_value.setdefault(_value(field, claim.value), []).append(claim)
        if len(by_value) < 2:
            continue
        agree = _cities_agree if field == "cities" else _pairwise(_TESTS.get(field, _count_agrees), headers)
        if not agree(by_value):
            sides = "; ".join(f"{value} ({_sources(claims)})" for value, claims in sorted(by_value.items()))
            evidence = tuple(c.evidence for _, claims in sorted(by_value.items()) for c in claims if c.evidence)
            yield Finding(kind="contradiction", message=f"{field}: {sides}", summit=group.id, evidence=evidence)


def _claims(group: Group, field: str) -> list[Claim]:
    """Every claim of one field; a value of a source without any claim of it counts as one."""
    claims = [c for c in (*group.summit.claims, *group.summit.attendance.claims) if c.field == field]
    for member in group.members:
        header, source = member.extraction.header, member.extraction.document.id
        if header is not None and not any(claim.source == source for claim in claims):
            claims.extend(Claim(field=field, value=value, source=source) for value in _stated(header, field))
    return list(dict.fromkeys(claims))


def _stated(header: Summit, field: str) -> tuple[str, ...]:
    if field in _COUNTS:
        count = getattr(header.attendance, field)
        return () if count is None else (str(count),)
    if field == "cities":
        return header.cities
    value = getattr(header, field)
    if value is None:
        return ()
    return (value.name,) if field in {"convener", "chair", "host"} else (str(value),)


def _value(field: str, value: str) -> str:
    """A value in the form in which sources are compared: neighbours by their number."""
    if field not in {"follows", "precedes"}:
        return value
    try:
        return SummitId.parse(value).label.split(" ")[0]
    except InvalidValueError:
        return value


def _sources(claims: Sequence[Claim]) -> str:
    return ", ".join(sorted({claim.source for claim in claims}))


def _pairwise(agrees: "Test", headers: Mapping[str, Summit]) -> Callable[[Claims], bool]:
    """Whether each claim agrees with each other one."""

    def all_agree(by_value: Claims) -> bool:
        claims = [claim for found in by_value.values() for claim in found]
        return all(agrees(one, other, headers) for n, one in enumerate(claims) for other in claims[n + 1 :])

    return all_agree


Test = Callable[[Claim, Claim, Mapping[str, Summit]], bool]


def _day_agrees(one: Claim, other: Claim, headers: Mapping[str, Summit]) -> bool:
    """Dates agree when one covers the other, or when a source that knows a single day names one of the other's days."""
    try:
        first, second = PartialDate.parse(one.value), PartialDate.parse(other.value)
    except InvalidValueError:
        return one.value == other.value
    if first.covers(second) or second.covers(first):
        return True
    return _lone_day(one, first, headers.get(other.source), headers) or _lone_day(
        other, second, headers.get(one.source), headers
    )


def _lone_day(claim: Claim, day: PartialDate, span: Summit | None, headers: Mapping[str, Summit]) -> bool:
    own = headers.get(claim.source)
    if own is None or own.end is not None or span is None or span.start is None or span.end is None:
        return False
    return span.start.first_day <= day.first_day and day.last_day <= span.end.last_day


def _same_text(one: Claim, other: Claim, _: Mapping[str, Summit]) -> bool:
    return words_of(one.value) == words_of(other.value)


def _neighbour_agrees(one: Claim, other: Claim, _: Mapping[str, Summit]) -> bool:
    """A number and a date may name one summit; two numbers or two dates that differ may not."""
    first, second = _value(one.field, one.value), _value(other.field, other.value)
    return first == second or ("-" in first) != ("-" in second)


def _name_agrees(one: Claim, other: Claim, _: Mapping[str, Summit]) -> bool:
    return short_for(one.value, other.value) or short_for(other.value, one.value)


def _count_agrees(one: Claim, other: Claim, _: Mapping[str, Summit]) -> bool:
    """Counts agree when equal, when one is only approximate, or when one is a bound that holds the other."""
    if "about" in (one.qualifier, other.qualifier):
        return True
    try:
        first, second = int(one.value), int(other.value)
    except ValueError:
        return one.value == other.value
    low, high = _range(one, first)
    other_low, other_high = _range(other, second)
    return low <= other_high and other_low <= high


def _range(claim: Claim, value: int) -> tuple[float, float]:
    if claim.qualifier == "at least":
        return (value, float("inf"))
    if claim.qualifier == "at most":
        return (0, value)
    return (value, value)


def _cities_agree(by_value: Claims) -> bool:
    """Sources agree when the cities of one are among those of the other."""
    by_source: dict[str, list[str]] = {}
    for value, claims in by_value.items():
        for claim in claims:
            by_source.setdefault(claim.source, []).extend(part.strip() for part in value.split(";"))
    lists = list(by_source.values())
    return all(_within(one, other) or _within(other, one) for n, one in enumerate(lists) for other in lists[n + 1 :])


def _within(cities: Sequence[str], others: Sequence[str]) -> bool:
    return all(any(same_city(city, other) for other in others) for city in cities)


_TESTS: dict[str, Test] = {
    "start": _day_agrees,
    "end": _day_agrees,
    "country": _same_text,
    "follows": _neighbour_agrees,
    "precedes": _neighbour_agrees,
    "convener": _name_agrees,
    "chair": _name_agrees,
    "host": _name_agrees,
}


def attendance_disputes(group: Group) -> Iterator[Finding]:
    """People of whom one text says that they attended and another that they did not."""
    named = [record for member in group.members for record in member.extraction.people]
    for records in grouped(named, group.summit.start):
        there = [record for record in records if record.attended is True]
        away = [record for record in records if record.attended is False]
        if there and away:
            sides: list[Evidence] = [e for record in (*there, *away) for e in record.evidence]
            message = f"{there[0].actor.name} is said to have attended and not to have attended"
            yield Finding(kind="contradiction", message=message, summit=group.id, evidence=tuple(dict.fromkeys(sides)))
