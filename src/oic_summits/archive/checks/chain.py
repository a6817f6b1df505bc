"""Checks of the chain: every summit in its place, every neighbour on both sides."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from oic_summits.archive.assembly import Group
from oic_summits.archive.lookup import chain_of, gap
from oic_summits.model import Finding, SummitId
from oic_summits.model.ordinals import ordinal_text

_BACK = {"follows": "precedes", "precedes": "follows"}


def chain_gaps(groups: Sequence[Group]) -> Iterator[Finding]:
    """Numbers that are missing between two summits of a series."""
    for chain in _chains(groups):
        for one, other in pairwise(chain):
            first, last = one.id.ordinal, other.id.ordinal
            if not gap(one.id, other.id) or first is None or last is None:
                continue
            missing = ", ".join(ordinal_text(number) for number in range(first + 1, last))
            lacking = "is" if last - first == 2 else "are"
            message = f"between the {one.id.label} and the {other.id.label} the {missing} {lacking} missing"
            yield Finding(kind="chain gap", message=message, summit=other.id)


def _chains(groups: Sequence[Group]) -> Iterator[tuple[Group, ...]]:
    for organisation, series in sorted(
        {(group.id.organisation, group.id.series) for group in groups if group.in_chain and group.id.series}
    ):
        yield chain_of(groups, organisation, series)


def chain_asymmetries(groups: Sequence[Group]) -> Iterator[Finding]:
    """Neighbours that a summit names and that are not the ones beside it."""
    for chain in _chains(groups):
        for place, group in enumerate(chain):
            before = chain[place - 1] if place else None
            after = chain[place + 1] if place + 1 < len(chain) else None
            yield from _beside(group, "follows", group.summit.follows, before)
            yield from _beside(group, "precedes", group.summit.precedes, after)


def _beside(group: Group, field: str, named: SummitId | None, beside: Group | None) -> Iterator[Finding]:
    """The neighbour that a summit names must be the one beside it, where both have a number."""
    if named is None:
        return
    own = group.id.ordinal
    expected = None if own is None else own - 1 if field == "follows" else own + 1
    if named.series not in (None, group.id.series) or named.organisation != group.id.organisation:
        reason = "which is no summit of its series"
    elif expected is not None and named.ordinal is not None and named.ordinal != expected:
        reason = f"but its number is {own}"
    elif beside is not None and named.ordinal is not None and beside.id.ordinal not in (None, named.ordinal):
        reason = f"but beside it stands the {beside.id.label}"
    else:
        return
    yield Finding(
        kind="chain asymmetry",
        message=f"{field}: the {group.id.label} names the {named.label}, {reason}",
        summit=group.id,
        evidence=(*group.summit.proof(field), *(beside.summit.proof(_BACK[field]) if beside else ())),
    )


def unresolved_summits(group: Group) -> Iterator[Finding]:
    """Summits that documents speak of without saying, or without it being clear, which."""
    if group.in_chain:
        return
    documents = ", ".join(member.extraction.document.id for member in group.members)
    told = [f"{'on' if group.summit.start else ''} {group.summit.start or ''}".strip()]
    told.append(f"in {', '.join(group.summit.cities)}" if group.summit.cities else "")
    what = " ".join(part for part in told if part) or "with neither day nor city"
    yield Finding(
        kind="unresolved summit",
        message=f"{documents}: a summit of {group.id.organisation} {what} could not be joined to a known one",
        summit=group.id,
        evidence=tuple(claim.evidence for claim in group.summit.claims if claim.evidence is not None),
    )
