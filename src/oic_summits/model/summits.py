"""A summit, and what one document tells of one."""

from functools import cached_property

from oic_summits.model._base import evolve, frozen
from oic_summits.model.dates import PartialDate
from oic_summits.model.documents import Document
from oic_summits.model.evidence import Evidence
from oic_summits.model.findings import Problem
from oic_summits.model.ids import SummitId
from oic_summits.model.records import (
    Actor,
    Attendance,
    Claim,
    Declaration,
    InstrumentReference,
    Milestone,
    Participant,
    Provision,
    Quotation,
    Reaction,
)

ROSTER = "roster"


@frozen
class Source:
    """Where a summit is known from, and why that source was joined to it.

    Attributes:
        id: id of a document, or ``roster`` for the built-in list of summits.
        reason: why the source is taken to speak of this summit, in one sentence.
        addresses: addresses of the pages behind a roster entry.
    """

    id: str
    reason: str
    addresses: tuple[str, ...] = ()


@frozen
class Summit:
    """One session of a summit: what the sources say of it, field by field, with proof.

    A field that no source states is None or empty. `claims` holds what each source says about each scalar field, and
    so the evidence for it; where sources differ, all claims are kept.

    Attributes:
        id: its name; in an extraction it may be less than complete.
        title: formal title.
        start: first day.
        end: last day, equal to `start` for a summit of one day; None where only one day of several is known.
        country: alpha-3 code of the host state.
        cities: host cities.
        venues: buildings.
        motto: official motto.
        follows: the summit before it in its series ("Follows: 5th" in the box of the sixth).
        precedes: the summit after it in its series.
        convener: who called it.
        chair: who chaired it.
        host: leader of the host state who is said to host it.
        occasion: what it was called in response to, in the words of the text.
        attendance: counts.
        participants: who attended.
        declarations: outcome documents with their provisions.
        provisions: what the summit or its organisation says outside any named document.
        reactions: what states, leaders and bodies did and said about it.
        quotations: all direct quotations.
        milestones: dated happenings around it.
        instruments: outside documents referred to.
        claims: what each source says about each field.
        sources: where it is known from.

    Example:
        >>> from oic_summits import load
        >>> sixth = load().summit("extraordinary-6")
        >>> str(sixth.start), sixth.cities, [str(e.text) for e in sixth.proof("cities")][:1]
        ('2017-12-13', ('Istanbul',), ['Istanbul'])
    """

    id: SummitId
    title: str | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    country: str | None = None
    cities: tuple[str, ...] = ()
    venues: tuple[str, ...] = ()
    motto: str | None = None
    follows: SummitId | None = None
    precedes: SummitId | None = None
    convener: Actor | None = None
    chair: Actor | None = None
    host: Actor | None = None
    occasion: str | None = None
    attendance: Attendance = Attendance()
    participants: tuple[Participant, ...] = ()
    declarations: tuple[Declaration, ...] = ()
    provisions: tuple[Provision, ...] = ()
    reactions: tuple[Reaction, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    instruments: tuple[InstrumentReference, ...] = ()
    claims: tuple[Claim, ...] = ()
    sources: tuple[Source, ...] = ()

    def proof(self, field: str) -> tuple[Evidence, ...]:
        """The evidence for a scalar field, in the order of the claims; empty where no text states it."""
        return tuple(claim.evidence for claim in self.claims if claim.field == field and claim.evidence is not None)

    @property
    def from_roster_only(self) -> bool:
        """Whether the summit is known from the built-in roster alone, and from no text."""
        return all(source.id == ROSTER for source in self.sources)

    @property
    def all_provisions(self) -> tuple[Provision, ...]:
        """Provisions of the declarations and those outside any, in that order."""
        return tuple(p for d in self.declarations for p in d.provisions) + self.provisions

    def __repr__(self) -> str:
        when = f" {self.start}" if self.start else ""
        where = f" {', '.join(self.cities)}" if self.cities else ""
        return f"<Summit {self.id}{when}{where}>"


@frozen
class Extraction:
    """What one document tells: the summit it is about, if any, records with evidence, and problems.

    Attributes:
        document: the source.
        header: what the text states of the summit itself, without its records; None where it is about no summit.
        people: everybody the text names with an office, a state or an act, whether they attended or not.
        collectives: bodies and groups said to have attended.
        declarations: outcome documents with their provisions.
        provisions: provisions outside any document.
        reactions: acts by actor and passage.
        quotations: all direct quotations.
        milestones: dated happenings.
        instruments: outside documents referred to.
        problems: what could not be read, with its place.
    """

    document: Document
    header: Summit | None = None
    people: tuple[Participant, ...] = ()
    collectives: tuple[Participant, ...] = ()
    declarations: tuple[Declaration, ...] = ()
    provisions: tuple[Provision, ...] = ()
    reactions: tuple[Reaction, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    instruments: tuple[InstrumentReference, ...] = ()
    problems: tuple[Problem, ...] = ()

    @cached_property
    def summit(self) -> Summit | None:
        """The summit with all records of this document, or None where the text is about no summit."""
        if self.header is None:
            return None
        attended = tuple(person for person in self.people if person.attended)
        return evolve(
            self.header,
            participants=attended + self.collectives,
            declarations=self.declarations,
            provisions=self.provisions,
            reactions=self.reactions,
            quotations=self.quotations,
            milestones=self.milestones,
            instruments=self.instruments,
        )

    def __repr__(self) -> str:
        about = f"on {self.header.id}" if self.header else "on no summit"
        return (
            f"<Extraction of {self.document.id} {about}: {len(self.people)} people, {len(self.reactions)} reactions, "
            f"{len(self.quotations)} quotations, {len(self.problems)} problems>"
        )
