"""Cities in their spellings, and the order of summits."""

from oic_summits.model import Series, SummitId
from oic_summits.reference import find_city, fold


def same_city(one: str, other: str) -> bool:
    """Whether two names are spellings of one city.

    Example:
        >>> same_city("Istanbul", "İstanbul"), same_city("Makkah Al-Mukarramah", "Mecca"), same_city("Mecca", "Medina")
        (True, True, False)
    """
    if fold(one) == fold(other):
        return True
    known = find_city(one)
    return known is not None and known == find_city(other)


def name_order(name: SummitId) -> tuple[str, str, int, int, str]:
    """A key by which names of summits sort: organisation, series, number, and those without a number by date.

    Example:
        >>> name_order(SummitId.parse("ordinary-9")) < name_order(SummitId.parse("ordinary-10"))
        True
    """
    series = list(Series).index(name.series) if name.series is not None else len(Series)
    return (name.organisation.casefold(), name.organisation, series, name.ordinal or 1_000, str(name.date or ""))
