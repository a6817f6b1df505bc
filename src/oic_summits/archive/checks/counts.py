"""Checks of counts: against one another, and against the membership on the day."""

from collections.abc import Iterator

from oic_summits.archive.assembly import Group
from oic_summits.model import Attendance, Finding, Membership, PartialDate, State
from oic_summits.reference import states


def _stated(group: Group) -> Iterator[tuple[str, Attendance]]:
    """The counts of each document that gives any."""
    for member in group.members:
        header = member.extraction.header
        if header is not None and header.attendance != Attendance():
            yield member.extraction.document.id, header.attendance


def counts_against_each_other(group: Group) -> Iterator[Finding]:
    """More heads of state than representatives."""
    for source, counts in _stated(group):
        heads, delegates = counts.heads_of_state, counts.representatives
        if heads is not None and delegates is not None and heads > delegates:
            yield Finding(
                kind="counts do not add up",
                message=f"{source}: {heads} heads of state among {delegates} representatives",
                summit=group.id,
                evidence=tuple(c.evidence for c in counts.claims if c.evidence and c.field != "member_states"),
            )


def members_counted(group: Group) -> Iterator[Finding]:
    """More member states than the organisation had on that day, or so many that suspended ones must be among them."""
    day = group.summit.start
    if day is None or group.id.organisation != "OIC":
        return
    active = [state for state in states() if _stands_as(state, "member", day)]
    suspended = [state for state in states() if state not in active and _stands_as(state, "suspended", day)]
    members = len(active) + len(suspended)
    for source, counts in _stated(group):
        count = counts.member_states
        if count is None or count <= len(active):
            continue
        if count > members:
            message = f"{source}: {count} member states attended, of an organisation of {members} on {day}"
            kind = "counts do not add up"
        else:
            names = ", ".join(state.name for state in suspended)
            message = f"{source}: {count} of {members} member states attended, while suspended on {day}: {names}"
            kind = "suspended member counted"
        evidence = tuple(c.evidence for c in counts.claims if c.evidence and c.field == "member_states")
        yield Finding(kind=kind, message=message, summit=group.id, evidence=evidence)


def _stands_as(state: State, status: str, day: PartialDate) -> bool:
    """Whether a state stood in this relation to the organisation on a day."""
    return any(membership.status == status and _covers(membership, day) for membership in state.memberships)


def _covers(membership: Membership, day: PartialDate) -> bool:
    begun = membership.start is None or membership.start.first_day <= day.first_day
    return begun and (membership.end is None or day.last_day <= membership.end.last_day)
