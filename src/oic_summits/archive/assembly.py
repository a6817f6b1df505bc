"""Assembly: every document joined to the summit it speaks of, every summit told by all its sources.

A document joins a summit when its header names it by organisation, series and number; else when organisation, city and
day agree; else when organisation, number and day agree. A document that fits no summit, or several, stands for a
summit of its own. The order in which documents arrive never matters.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from oic_summits.archive.claims import claims_of, scalars
from oic_summits.archive.merge import attending, merge_attendance, merge_declarations, merge_people, union
from oic_summits.archive.order import name_order
from oic_summits.model import (
    ROSTER,
    Attendance,
    Extraction,
    PartialDate,
    Participant,
    Source,
    Summit,
    SummitId,
    evolve,
)
from oic_summits.model._base import frozen
from oic_summits.reference import same_city

_LONGEST = 31


@frozen
class Member:
    """A document that tells of a summit, and why it is taken to speak of that one."""

    extraction: Extraction
    reason: str


@frozen
class Group:
    """A summit with everything it is made of.

    Attributes:
        id: name of the summit.
        summit: all sources merged.
        known: the entry of the built-in list, or None.
        members: the documents, by document id.
        people: everybody whom the documents name around it, whether they attended or not, each once.
        in_chain: whether its name is complete, so that it has a place in its series.
    """

    id: SummitId
    summit: Summit
    known: Summit | None
    members: tuple[Member, ...]
    people: tuple[Participant, ...]
    in_chain: bool


class _Draft:
    """A summit while documents are being joined to it."""

    def __init__(self, name: SummitId, known: Summit | None = None) -> None:
        self.id = name
        self.known = known
        self.members: list[Member] = []
        self.fixed: tuple[Summit, ...] = (known,) if known else ()

    def freeze(self) -> None:
        """Let the documents joined so far speak for the summit when the next ones are held against it."""
        headers = tuple(member.extraction.header for member in self.members)
        self.fixed = ((self.known,) if self.known else ()) + tuple(header for header in headers if header)


def assemble(roster: Sequence[Summit], extractions: Sequence[Extraction]) -> tuple[Group, ...]:
    """Join documents to summits and merge what they say.

    Args:
        roster: summits known without any document.
        extractions: what the documents tell, in canonical order.

    Returns:
        One group for each summit, by organisation, series and number.
    """
    drafts = {summit.id: _Draft(summit.id, summit) for summit in roster}
    pending = [extraction for extraction in extractions if extraction.header is not None]
    pending = _join_by_number(drafts, pending)
    for draft in drafts.values():
        draft.freeze()
    pending = _join_by_agreement(list(drafts.values()), pending)
    pending = _join_by_number(_also_named(drafts.values()), pending)
    named, loose = _with_own_name(pending)
    own = _join_loose(loose)
    everything = [*drafts.values(), *named, *own]
    return tuple(sorted((_finish(draft) for draft in everything), key=lambda g: (name_order(g.id), _documents(g))))


def _documents(group: Group) -> tuple[str, ...]:
    return tuple(member.extraction.document.id for member in group.members)


def _header(extraction: Extraction) -> Summit:
    header = extraction.header
    assert header is not None
    return header


def _join_by_number(drafts: dict[SummitId, _Draft], pending: Iterable[Extraction]) -> list[Extraction]:
    """Join documents whose header names a summit completely; those with a number that nobody knows wait."""
    waiting: list[Extraction] = []
    for extraction in pending:
        name = _header(extraction).id
        if name.complete and name in drafts:
            drafts[name].members.append(Member(extraction=extraction, reason=_named(name)))
        else:
            waiting.append(extraction)
    return waiting


def _also_named(drafts: Iterable[_Draft]) -> dict[SummitId, _Draft]:
    """Summits by the names that documents joined to them use, where only one summit is so named."""
    named: dict[SummitId, list[_Draft]] = {}
    for draft in drafts:
        for name in {_header(member.extraction).id for member in draft.members} - {draft.id}:
            named.setdefault(name, []).append(draft)
    return {name: found[0] for name, found in named.items() if len(found) == 1}


def _named(name: SummitId) -> str:
    number = "number" if name.ordinal is not None else "first day"
    return f"organisation, series and {number} agree: {name.organisation}, {name.label}"


def _join_by_agreement(drafts: Sequence[_Draft], pending: Iterable[Extraction]) -> list[Extraction]:
    """Join documents that agree with exactly one summit in place and day, or in number and day."""
    waiting: list[Extraction] = []
    for extraction in pending:
        fits = [(draft, reason) for draft in drafts if (reason := _agreement(_header(extraction), draft.fixed))]
        if len(fits) == 1:
            draft, reason = fits[0]
            draft.members.append(Member(extraction=extraction, reason=reason))
        else:
            waiting.append(extraction)
    return waiting


def _agreement(header: Summit, others: Sequence[Summit]) -> str | None:
    """Why a header speaks of the summit that others describe, or None where it need not."""
    if any(_opposed(header.id, other.id) for other in others):
        return None
    for other in others:
        day = _common_day(header, other)
        if day is None:
            continue
        city = next((c for c in header.cities for d in other.cities if same_city(c, d)), None)
        if city is not None:
            return f"organisation, city and day agree: {header.id.organisation}, {city}, {day}"
        if header.id.ordinal is not None and header.id.ordinal == other.id.ordinal:
            return f"organisation, number and day agree: {header.id.organisation}, {header.id.label}, {day}"
    return None


def _opposed(one: SummitId, other: SummitId) -> bool:
    """Whether two names cannot be names of one summit: another organisation, series or number."""
    return (
        one.organisation.casefold() != other.organisation.casefold()
        or (one.series is not None and other.series is not None and one.series is not other.series)
        or (one.ordinal is not None and other.ordinal is not None and one.ordinal != other.ordinal)
    )


def _common_day(one: Summit, other: Summit) -> PartialDate | None:
    """A day that both give: any exact day of one within the dates of the other."""
    for first, second in ((one, other), (other, one)):
        begins, ends = second.start or second.end, second.end or second.start
        if begins is None or ends is None or begins.exact is None or ends.exact is None:
            continue
        for day in (first.start, first.end):
            if day is not None and day.exact is not None and begins.exact <= day.exact <= ends.exact:
                return day
    return None


def _with_own_name(pending: Iterable[Extraction]) -> tuple[list[_Draft], list[Extraction]]:
    """Summits that only documents know, by complete names; and the documents whose names are less than complete."""
    drafts: dict[SummitId, _Draft] = {}
    rest: list[Extraction] = []
    for extraction in pending:
        name = _header(extraction).id
        if name.complete:
            draft = drafts.setdefault(name, _Draft(name))
            draft.members.append(Member(extraction=extraction, reason=f"it names the summit itself: {name.label}"))
        else:
            rest.append(extraction)
    for draft in drafts.values():
        draft.freeze()
    rest = _join_by_agreement(list(drafts.values()), rest)
    return list(drafts.values()), rest


def _join_loose(pending: Sequence[Extraction]) -> list[_Draft]:
    """Documents that name no known summit: those that agree with one another stand together, the others alone."""
    clusters = {number: [extraction] for number, extraction in enumerate(pending)}
    home = list(clusters)
    on_day: dict[dt.date, list[int]] = {}
    for number, extraction in enumerate(pending):
        for day in _days(_header(extraction)):
            for other in on_day.setdefault(day, []):
                if home[other] != home[number] and _agreement(_header(extraction), (_header(pending[other]),)):
                    moved = clusters.pop(home[number])
                    clusters[home[other]].extend(moved)
                    home = [home[other] if old == home[number] else old for old in home]
            on_day[day].append(number)
    drafts: list[_Draft] = []
    for cluster in clusters.values():
        cluster.sort(key=lambda e: (e.document.id, e.document.digest))
        draft = _Draft(_partial_name([_header(e) for e in cluster]))
        for extraction in cluster:
            others = tuple(_header(other) for other in cluster if other is not extraction)
            reason = next((r for o in others if (r := _agreement(_header(extraction), (o,)))), None)
            draft.members.append(Member(extraction=extraction, reason=reason or "it fits no other summit"))
        drafts.append(draft)
    return drafts


def _days(header: Summit) -> Iterator[dt.date]:
    """The days on which a summit can have sat, as far as they are known to the day; at most a month of them."""
    begins, ends = header.start or header.end, header.end or header.start
    if begins is None or ends is None:
        return
    known = {date.exact for date in (begins, ends) if date.exact is not None}
    if begins.exact is not None and ends.exact is not None and (ends.exact - begins.exact).days <= _LONGEST:
        known |= {begins.exact + dt.timedelta(days=n) for n in range((ends.exact - begins.exact).days + 1)}
    yield from sorted(known)


def _partial_name(headers: Sequence[Summit]) -> SummitId:
    """The most that headers tell of a name; the first day stands in where neither series nor number is told."""
    best = min((header.id for header in headers), key=lambda i: (i.series is None, i.ordinal is None, name_order(i)))
    days = [header.start for header in headers if header.start is not None]
    if best.series is None and best.ordinal is None and best.date is None and days:
        return evolve(best, date=min(days))
    return best


def _finish(draft: _Draft) -> Group:
    """Merge all that is known of a summit."""
    members = tuple(sorted(draft.members, key=lambda m: (m.extraction.document.id, m.extraction.document.digest)))
    extractions = [member.extraction for member in members]
    headers = [_header(extraction) for extraction in extractions]
    known = (draft.known,) if draft.known else ()
    parts = [*headers, *known]
    values = scalars(draft.id, parts)
    named = [record for extraction in extractions for record in (*extraction.people, *extraction.collectives)]
    day = values.start
    summit = evolve(
        values,
        attendance=merge_attendance([part.attendance for part in parts]) if parts else Attendance(),
        participants=attending([*named, *(p for k in known for p in k.participants)], day),
        declarations=merge_declarations(
            [*(d for e in extractions for d in e.declarations), *(d for k in known for d in k.declarations)]
        ),
        provisions=union((p for e in extractions for p in e.provisions), lambda p: p.evidence),
        reactions=union((r for e in extractions for r in e.reactions), lambda r: r.evidence),
        quotations=union((q for e in extractions for q in e.quotations), lambda q: (q.evidence,)),
        milestones=union((m for e in extractions for m in e.milestones), lambda m: (m.evidence,)),
        instruments=union((i for e in extractions for i in e.instruments), lambda i: (i.evidence,)),
        claims=claims_of(parts),
        sources=_sources(members, draft.known),
    )
    complete = draft.known is not None or any(header.id.complete for header in headers)
    people = merge_people(named, day)
    return Group(id=draft.id, summit=summit, known=draft.known, members=members, people=people, in_chain=complete)


def _sources(members: Sequence[Member], known: Summit | None) -> tuple[Source, ...]:
    """Where the summit is known from: the built-in list first, then the documents."""
    listed = known.sources or (Source(id=ROSTER, reason="the built-in list of summits"),) if known else ()
    read: list[Source] = []
    for member in members:
        document = member.extraction.document.id
        addresses = [a for s in _header(member.extraction).sources if s.id == document for a in s.addresses]
        read.append(Source(id=document, reason=member.reason, addresses=tuple(addresses)))
    return (*listed, *read)
