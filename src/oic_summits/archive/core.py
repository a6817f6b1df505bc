"""The archive: what a list of known summits and any number of documents tell, together."""

from collections.abc import Callable, Iterable
from functools import cache, cached_property
from html import escape
from itertools import pairwise
from typing import TypeVar

import attrs

from oic_summits.archive.assembly import Group, assemble
from oic_summits.archive.collections import Declarations, Documents, Participants, Summits
from oic_summits.archive.lookup import SummitKey, chain_of, find_summit, neighbour
from oic_summits.archive.names import LeaderName, Names, StateName
from oic_summits.archive.order import name_order
from oic_summits.archive.speech import Milestones, Provisions, Quotations, Reactions
from oic_summits.archive.views import LeaderView, StateView
from oic_summits.errors import InvalidValueError
from oic_summits.model import Actor, Extraction, Finding, PartialDate, Series, Summit, SummitId
from oic_summits.model._base import evolve, frozen
from oic_summits.reference import state

R = TypeVar("R")


def canonical_extractions(extractions: Iterable[Extraction]) -> tuple[Extraction, ...]:
    """Extractions by document id, each document once, however they arrived.

    The same text under two ids counts once, under the id that sorts first.

    Raises:
        InvalidValueError: two different texts bear one id, or one text was read in two ways.
    """
    by_text: dict[str, Extraction] = {}
    for extraction in extractions:
        digest = extraction.document.digest
        other = by_text.setdefault(digest, extraction)
        if other.document.id == extraction.document.id and other != extraction:
            raise InvalidValueError(
                f"the document {extraction.document.id!r} was read in two ways that differ",
                hint="add only one of the two readings",
            )
        if extraction.document.id < other.document.id:
            by_text[digest] = extraction
    ordered = sorted(by_text.values(), key=lambda extraction: extraction.document.id)
    for one, other in pairwise(ordered):
        if one.document.id == other.document.id:
            raise InvalidValueError(
                f"two different texts are called {one.document.id!r}",
                hint="give one of them another id: parse(text, id='...')",
            )
    return tuple(ordered)


def canonical_roster(summits: Iterable[Summit]) -> tuple[Summit, ...]:
    """Known summits by name.

    Raises:
        InvalidValueError: two entries bear one name, or a name is not complete.
    """
    ordered = sorted(summits, key=lambda summit: name_order(summit.id))
    for summit in ordered:
        if not summit.id.complete:
            raise InvalidValueError(
                f"{summit.id} in the list of summits is no complete name",
                hint="give series and number, or series and day",
            )
    for one, other in pairwise(ordered):
        if one.id == other.id:
            raise InvalidValueError(f"{one.id} stands twice in the list of summits", hint="keep one of the two entries")
    return tuple(ordered)


@frozen
class Archive:
    """What a list of known summits and any number of documents tell, together. It never changes; `add` gives a new one.

    Args:
        roster: summits known without any document.
        extractions: what the documents tell.

    Raises:
        InvalidValueError: two different texts bear one id, or the list of summits contradicts itself.

    Example:
        >>> from oic_summits import load
        >>> archive = load()
        >>> archive
        <Archive: 25 summits, 3 documents>
        >>> archive.successor(archive.summit("6th extraordinary"))
        <Summit oic-extraordinary-7 2018-05-18 Istanbul>
    """

    roster: tuple[Summit, ...] = attrs.field(default=(), converter=canonical_roster)
    extractions: tuple[Extraction, ...] = attrs.field(default=(), converter=canonical_extractions)

    @classmethod
    def empty(cls) -> "Archive":
        """An archive that knows no summit and no document."""
        return cls()

    def add(self, *extractions: Extraction | Iterable[Extraction]) -> "Archive":
        """A new archive with more documents; adding in any order gives the same, adding again changes nothing.

        Args:
            extractions: what `oic_summits.parse` gives, one or many.

        Raises:
            InvalidValueError: another text is already there under the same id.
        """
        more: list[Extraction] = []
        for one in extractions:
            more.extend((one,) if isinstance(one, Extraction) else one)
        return evolve(self, extractions=(*self.extractions, *more))

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """Each summit with the documents it is made of and why they were joined to it."""
        return assemble(self.roster, self.extractions)

    @cached_property
    def _apart(self) -> tuple[Extraction, ...]:
        """Documents about no summit, whose records belong to none."""
        return tuple(extraction for extraction in self.extractions if extraction.header is None)

    @cached_property
    def names(self) -> Names:
        """Who is who in the archive."""
        return Names.of(self._actors(), (city for group in self.groups for city in group.summit.cities))

    def _actors(self) -> Iterable[tuple[Actor, PartialDate | None]]:
        for group in self.groups:
            day = group.summit.start
            yield from ((actor, day) for actor in _actors_of(group.summit))
            yield from ((p.actor, day) for p in group.people)
            yield from ((a, day) for m in group.members for a in _actors_of_extraction(m.extraction))
        for extraction in self._apart:
            yield from ((a, extraction.document.published) for a in _actors_of_extraction(extraction))

    @cached_property
    def summits(self) -> Summits:
        """All summits, by organisation, series and date."""
        found = [group.summit for group in self._ordered]
        return Summits(found, summits=[summit.id for summit in found], names=self.names)

    @cached_property
    def _ordered(self) -> tuple[Group, ...]:
        """Groups in the order of their chains; those outside any chain last."""
        ordered: list[Group] = []
        for organisation in sorted(
            {group.id.organisation for group in self.groups}, key=lambda name: (name != "OIC", name)
        ):
            own = [group for group in self.groups if group.id.organisation == organisation]
            for series in Series:
                ordered.extend(chain_of(own, organisation, series))
            ordered.extend(group for group in own if not group.in_chain)
        return tuple(ordered)

    def _gathered(
        self, of_group: Callable[[Group], tuple[R, ...]], of_apart: Callable[[Extraction], tuple[R, ...]]
    ) -> tuple[list[R], list[SummitId | None]]:
        """Records of one sort with the summit of each; those of documents about no summit come last, with None."""
        records: list[R] = []
        summits: list[SummitId | None] = []
        for group in self._ordered:
            found = of_group(group)
            records.extend(found)
            summits.extend([group.id] * len(found))
        for extraction in self._apart:
            found = of_apart(extraction)
            records.extend(found)
            summits.extend([None] * len(found))
        return records, summits

    @cached_property
    def participants(self) -> Participants:
        """Everybody who attended, by summit."""
        records, summits = self._gathered(
            lambda group: group.summit.participants,
            lambda apart: tuple(p for p in (*apart.people, *apart.collectives) if p.attended),
        )
        return Participants(records, summits=summits, names=self.names)

    @cached_property
    def people(self) -> Participants:
        """Everybody whom the texts name, by summit, whether they attended or not."""
        records, summits = self._gathered(
            lambda group: group.people,
            lambda apart: (*apart.people, *apart.collectives),
        )
        return Participants(records, summits=summits, names=self.names)

    @cached_property
    def declarations(self) -> Declarations:
        """All outcome documents, by summit."""
        records, summits = self._gathered(
            lambda group: group.summit.declarations,
            lambda apart: apart.declarations,
        )
        return Declarations(records, summits=summits, names=self.names)

    @cached_property
    def provisions(self) -> Provisions:
        """All provisions, those of outcome documents included, by summit."""
        records, summits = self._gathered(
            lambda group: group.summit.all_provisions,
            lambda apart: (*(p for d in apart.declarations for p in d.provisions), *apart.provisions),
        )
        return Provisions(records, summits=summits, names=self.names)

    @cached_property
    def reactions(self) -> Reactions:
        """All reactions, by summit."""
        records, summits = self._gathered(
            lambda group: group.summit.reactions,
            lambda apart: apart.reactions,
        )
        return Reactions(records, summits=summits, names=self.names)

    @cached_property
    def quotations(self) -> Quotations:
        """All direct quotations, by summit."""
        records, summits = self._gathered(
            lambda group: group.summit.quotations,
            lambda apart: apart.quotations,
        )
        return Quotations(records, summits=summits, names=self.names)

    @cached_property
    def milestones(self) -> Milestones:
        """All dated happenings, by summit."""
        records, summits = self._gathered(
            lambda group: group.summit.milestones,
            lambda apart: apart.milestones,
        )
        return Milestones(records, summits=summits, names=self.names)

    @cached_property
    def documents(self) -> Documents:
        """The source texts, by id."""
        owner = {m.extraction.document.id: group.id for group in self.groups for m in group.members}
        found = [extraction.document for extraction in self.extractions]
        return Documents(found, summits=[owner.get(document.id) for document in found], names=self.names)

    def summit(self, key: SummitKey) -> Summit:
        """The summit that a key names.

        Args:
            key: an id, a summit, "extraordinary-6", "6th extraordinary", a title ("Lahore Summit"), or a day on which
                exactly one summit sat.

        Raises:
            NotFoundError: no summit is meant; the error names the nearest.
            AmbiguousNameError: several are ("6th"); the error names them.
        """
        return find_summit(self._ordered, key)

    def predecessor(self, summit: SummitKey) -> Summit | None:
        """The summit before another in its series, or None at the beginning and where the one before is not known."""
        return neighbour(self._ordered, self.summit(summit), -1)

    def successor(self, summit: SummitKey) -> Summit | None:
        """The summit after another in its series, or None at the end and where the one after is not known."""
        return neighbour(self._ordered, self.summit(summit), 1)

    def chain(
        self, summit: SummitKey | None = None, *, series: Series | str | None = None, organisation: str = "OIC"
    ) -> Summits:
        """A whole series in order, summits without any document included.

        Args:
            summit: any summit of the series.
            series: or the series itself: ordinary or extraordinary.
            organisation: whose series, where `series` is given.

        Raises:
            InvalidValueError: neither or both of `summit` and `series` are given, or there is no such series.
        """
        if (summit is None) == (series is None):
            raise InvalidValueError(
                "a chain is named by a summit or by a series", hint="give one: chain(series='ordinary')"
            )
        if summit is not None:
            named = self.summit(summit).id
            organisation, wanted = named.organisation, named.series
        else:
            wanted = _series(str(series))
        found = [group.summit for group in chain_of(self._ordered, organisation, wanted)]
        return Summits(found, summits=[s.id for s in found], names=self.names)

    def by_state(self, name: StateName) -> StateView:
        """What the archive knows of a state, given as a code, name, demonym or other form, or as a `State`.

        Raises:
            NotFoundError: no state bears the name.
            AmbiguousNameError: several do ("Guinean").
        """
        return StateView(self, state(name))

    def by_leader(self, name: LeaderName) -> LeaderView:
        """What the archive knows of a leader, whatever the spelling: "Erdogan", "ERDOĞAN", "al-Sisi", "Sisi".

        Whole words of the name count, never parts of words. Somebody whom the texts name is meant before somebody whom
        only the built-in terms of office know.

        Raises:
            NotFoundError: nobody bears the name; the error names the nearest.
            AmbiguousNameError: several people do; the error names them.
        """
        return LeaderView(self, self.names.leader(name))

    def check(self) -> tuple[Finding, ...]:
        """What does not fit: gaps, contradictions, leaders not in office, wrong counts, broken evidence."""
        from oic_summits.archive.checks import check_all

        return check_all(self.groups, self.extractions)

    def overview(self) -> str:
        """The chain of summits as a plain-text table: dates, places, participants, declarations, reactions, sources."""
        from oic_summits.archive.overview import overview

        return overview(self.summits, len(self.extractions))

    def __repr__(self) -> str:
        summits, documents = len(self.groups), len(self.extractions)
        return (
            f"<Archive: {summits} summit{'' if summits == 1 else 's'}, "
            f"{documents} document{'' if documents == 1 else 's'}>"
        )

    def _repr_html_(self) -> str:
        return f"<p>{escape(repr(self)[1:-1])}</p>{self.summits.to_html()}"


def _series(text: str) -> Series:
    from oic_summits.archive.collections import member_of

    found: Series = member_of(Series, text, "series")
    return found


def _actors_of(summit: Summit) -> Iterable[Actor]:
    yield from (actor for actor in (summit.convener, summit.chair, summit.host) if actor is not None)
    yield from (participant.actor for participant in summit.participants)


def _actors_of_extraction(extraction: Extraction) -> Iterable[Actor]:
    if extraction.header is not None:
        yield from _actors_of(extraction.header)
    yield from (p.actor for p in (*extraction.people, *extraction.collectives))
    yield from (r.actor for r in extraction.reactions)
    yield from (q.speaker for q in extraction.quotations if q.speaker is not None)
    for reaction in extraction.reactions:
        yield from (q.speaker for q in reaction.quotations if q.speaker is not None)
    yield from (m.actor for m in extraction.milestones if m.actor is not None)


@cache
def load() -> Archive:
    """The embedded archive: every summit of the OIC since 1969, and the seed texts that come with the package.

    Example:
        >>> load().summit("extraordinary-6").cities
        ('Istanbul',)
    """
    from oic_summits._seeds import seed_manifest, seed_text
    from oic_summits.parser import parse
    from oic_summits.reference import roster

    extractions = [parse(seed_text(seed.id), id=seed.id, kind=seed.kind) for seed in seed_manifest()]
    return Archive(roster=roster(), extractions=tuple(extractions))


__all__ = ["Archive", "SummitId", "load"]
