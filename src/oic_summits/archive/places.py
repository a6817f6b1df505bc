"""Cities in their spellings."""

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
