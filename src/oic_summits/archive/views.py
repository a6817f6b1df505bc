"""What an archive knows of one state, and of one leader."""

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from oic_summits.archive.collections import Participants, Summits
from oic_summits.archive.mentions import mentions_in
from oic_summits.archive.names import is_person
from oic_summits.archive.people import Identity
from oic_summits.archive.speech import Milestones, Provisions, Quotations, Reactions
from oic_summits.model import Actor, Capacity, Evidence, Person, State, Summit, Term
from oic_summits.reference import terms

if TYPE_CHECKING:
    from oic_summits.archive.core import Archive


class StateView:
    """What an archive knows of one state.

    Example:
        >>> from oic_summits import load
        >>> load().by_state("Turkish").hosted.of_series("ordinary")
        <Summits: 1 summit: oic-ordinary-13>
    """

    def __init__(self, archive: "Archive", state: State) -> None:
        self._archive = archive
        self._state = state

    @property
    def state(self) -> State:
        """The state itself: codes, names, memberships."""
        return self._state

    @property
    def hosted(self) -> Summits:
        """Summits held in the state."""
        return self._archive.summits.hosted_by(self._state)

    @property
    def attended(self) -> Summits:
        """Summits of which a text says that somebody of the state attended."""
        return self._archive.summits.attended_by(self._state)

    @property
    def participants(self) -> Participants:
        """Those who attended for the state."""
        return self._archive.participants.of_state(self._state)

    @property
    def people(self) -> Participants:
        """Everybody of the state whom the texts name, whether they attended or not."""
        return self._archive.people.of_state(self._state)

    @property
    def reactions(self) -> Reactions:
        """What the state, its leaders and its bodies said and did."""
        return self._archive.reactions.of_state(self._state)

    @property
    def quotations(self) -> Quotations:
        """What the state, its leaders and its bodies are quoted with."""
        return self._archive.quotations.of_state(self._state)

    @property
    def provisions(self) -> Provisions:
        """What summits declared about the state or demanded of it."""
        return self._archive.provisions.about(self._state)

    @property
    def milestones(self) -> Milestones:
        """Dated happenings that the state, its leaders or its bodies brought about."""
        return self._archive.milestones.of_state(self._state)

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """Terms of office of its leaders, by date."""
        return _by_date(term for term in terms() if term.state == self._state.alpha3)

    @cached_property
    def mentions(self) -> tuple[Evidence, ...]:
        """Every place where a text names the state or its people, by document."""
        return tuple(
            mention for document in self._archive.documents for mention in mentions_in(document, self._state.alpha3)
        )

    def __repr__(self) -> str:
        return (
            f"<StateView {self._state.alpha3} {self._state.name}: {len(self.hosted)} hosted, "
            f"{len(self.attended)} attended, {len(self.reactions)} reactions>"
        )


class LeaderView:
    """What an archive knows of one leader.

    Example:
        >>> from oic_summits import load
        >>> load().by_leader("ERDOĞAN").person.name
        'Recep Tayyip Erdoğan'
    """

    def __init__(self, archive: "Archive", identity: Identity) -> None:
        self._archive = archive
        self._identity = identity
        self._matches = is_person(identity)

    @property
    def person(self) -> Person:
        """Usual name, other forms, and the form used on second mention."""
        return self._identity.person

    @property
    def states(self) -> tuple[str, ...]:
        """Alpha-3 codes of the states they belong to or speak for."""
        return self._identity.states

    @property
    def organisations(self) -> tuple[str, ...]:
        """Short names of the organisations they speak for."""
        return self._identity.organisations

    @property
    def participants(self) -> Participants:
        """Their appearances in the texts, one for each summit, whether they attended or not."""
        return self._archive.people.where(lambda record: self._matches(record.actor))

    @property
    def attended(self) -> Summits:
        """Summits of which a text says that they attended."""
        return self._summits(lambda summit: any(self._matches(p.actor) for p in summit.participants))

    @property
    def hosted(self) -> Summits:
        """Summits that they hosted."""
        return self._summits(lambda summit: self._plays(summit, summit.host, Capacity.HOST))

    @property
    def chaired(self) -> Summits:
        """Summits that they chaired."""
        return self._summits(lambda summit: self._plays(summit, summit.chair, Capacity.CHAIR))

    @property
    def convened(self) -> Summits:
        """Summits that they called."""
        return self._summits(lambda summit: summit.convener is not None and self._matches(summit.convener))

    @property
    def reactions(self) -> Reactions:
        """What they said and did."""
        return self._archive.reactions.where(lambda record: self._matches(record.actor))

    @property
    def quotations(self) -> Quotations:
        """What they are quoted with."""
        return self._archive.quotations.where(
            lambda record: record.speaker is not None and self._matches(record.speaker)
        )

    @property
    def milestones(self) -> Milestones:
        """Dated happenings that they brought about."""
        return self._archive.milestones.where(lambda record: record.actor is not None and self._matches(record.actor))

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """Their terms of office, by date; empty where the built-in tables do not know them."""
        if not self._identity.known:
            return ()
        return _by_date(term for term in terms() if term.person.name == self.person.name)

    def _summits(self, keep: Callable[[Summit], bool]) -> Summits:
        return self._archive.summits.where(keep)

    def _plays(self, summit: Summit, actor: Actor | None, capacity: Capacity) -> bool:
        if actor is not None and self._matches(actor):
            return True
        return any(p.capacity is capacity and self._matches(p.actor) for p in summit.participants)

    def __repr__(self) -> str:
        return (
            f"<LeaderView {self._identity.label}: {len(self.attended)} attended, {len(self.reactions)} reactions, "
            f"{len(self.quotations)} quotations>"
        )


def _by_date(found: Iterable[Term]) -> tuple[Term, ...]:
    return tuple(sorted(found, key=lambda term: (str(term.start or ""), term.person.name, term.office.title)))
