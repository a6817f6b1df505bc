"""What does not fit in an archive. Each check is one small function; none knows any name, date or text beforehand."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from oic_summits.archive.assembly import Group
from oic_summits.archive.checks.chain import chain_asymmetries, chain_gaps, unresolved_summits
from oic_summits.archive.checks.claims import attendance_disputes, contradictions
from oic_summits.archive.checks.counts import counts_against_each_other, members_counted
from oic_summits.archive.checks.people import (
    duplicate_participants,
    not_heads_of_state,
    not_in_office,
    other_offices,
    two_in_one_office,
)
from oic_summits.archive.checks.times import broken_evidence, ends_before_start, impossible_dates
from oic_summits.archive.order import name_order
from oic_summits.model import Extraction, Finding

GROUP_CHECKS: tuple[Callable[[Group], Iterator[Finding]], ...] = (
    unresolved_summits,
    contradictions,
    attendance_disputes,
    not_in_office,
    other_offices,
    not_heads_of_state,
    two_in_one_office,
    duplicate_participants,
    counts_against_each_other,
    members_counted,
    ends_before_start,
    impossible_dates,
)


def check_all(groups: Sequence[Group], extractions: Sequence[Extraction]) -> tuple[Finding, ...]:
    """Run every check; findings by summit, kind and message."""
    found: list[Finding] = [*chain_gaps(groups), *chain_asymmetries(groups), *broken_evidence(groups, extractions)]
    for group in groups:
        for check in GROUP_CHECKS:
            found.extend(check(group))
    return in_order(found)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings without repetition, in canonical order: those about no summit last."""
    return tuple(
        sorted(
            dict.fromkeys(findings),
            key=lambda f: (f.summit is None, name_order(f.summit) if f.summit else (), f.kind, f.message),
        )
    )
