"""The order of summits."""

from oic_summits.model import Series, SummitId


def name_order(name: SummitId) -> tuple[str, str, int, int, str]:
    """A key by which names of summits sort: organisation, series, number, and those without a number by date.

    Example:
        >>> name_order(SummitId.parse("ordinary-9")) < name_order(SummitId.parse("ordinary-10"))
        True
    """
    series = list(Series).index(name.series) if name.series is not None else len(Series)
    return (name.organisation.casefold(), name.organisation, series, name.ordinal or 1_000, str(name.date or ""))
