"""What a text says of one person's part in the summit, and the capacity that follows from it."""

import attrs

from oic_summits.model import Capacity
from oic_summits.parser.discourse import Entity

_HEAD_OFFICES = (
    *("president", "king", "emir", "amir", "sultan", "prime minister", "premier", "crown prince", "foreign minister"),
    *("vice president", "prince", "queen", "ruler", "supreme leader", "chairman", "deputy prime minister", "minister"),
)


@attrs.define
class Presence:
    """What the text says of one person's part in the summit.

    Attributes:
        attended: True, False, or None where nothing says so.
        hints: capacities that words give, with the view span of the first of them.
        spans: view spans of the words on which it rests.
        spoke: whether they act where the text tells of the summit.
        posted: whether only a post of their own places them there.
        implied: whether attendance follows from their acts alone, no word says it.
        presumed: whether nothing but their place in the news of the summit tells it.
    """

    attended: bool | None = None
    hints: dict[str, tuple[int, int]] = attrs.field(factory=dict[str, tuple[int, int]])
    spans: list[tuple[int, int]] = attrs.field(factory=list[tuple[int, int]])
    spoke: bool = False
    posted: bool = False
    implied: bool = False
    presumed: bool = False

    def hint(self, capacity: str, span: tuple[int, int]) -> None:
        """The words give a capacity."""
        self.hints.setdefault(capacity, span)

    def yes(self, span: tuple[int, int]) -> None:
        """The words say that they attended."""
        if self.attended is None:
            self.attended = True
        self.spans.append(span)

    def no(self, span: tuple[int, int]) -> None:
        """The words say that they did not attend."""
        self.attended = False
        self.spans.append(span)


def capacity_of(
    entity: Entity,
    presence: Presence,
    *,
    organisation: str | None,
    host_state: str | None,
    observers: frozenset[str],
    members: frozenset[str],
) -> Capacity | None:
    """The capacity in which a person takes part, or None for who is not said to have attended."""
    if not presence.attended:
        own_officer = entity.organisation is not None and entity.organisation == organisation and presence.spoke
        return Capacity.ORGANISATION if own_officer and presence.attended is None else None
    hints = presence.hints
    for hint in ("chair", "host", "observer", "guest"):
        if hint in hints:
            return Capacity(hint)
    if entity.organisation is not None and entity.state is None:
        if entity.organisation == "PLO":
            return Capacity.MEMBER
        return Capacity.ORGANISATION
    if entity.state is None:
        return None
    if entity.office is None and presence.posted:
        return None
    if entity.state in members or entity.state == host_state:
        return Capacity.MEMBER
    return Capacity.OBSERVER if entity.state in observers else Capacity.GUEST


def is_of_rank(entity: Entity) -> bool:
    """Whether somebody holds an office whose holders sit at summits, by the text or by the reference tables."""
    office = entity.office or ""
    ranked = any(office == head or office.endswith(head) for head in _HEAD_OFFICES)
    return ranked or (not office and bool(entity.terms))


def settle(
    entity: Entity,
    presence: Presence,
    *,
    news: bool,
    members: frozenset[str],
    absent_states: set[str],
    organisation: str,
) -> None:
    """Who spoke at the occasion attended it, where the office is one that attends summits and the state is a member."""
    if presence.attended is not None or not presence.spoke or entity.state in absent_states or entity.past:
        return
    office = entity.office or ""
    attends = is_of_rank(entity) or (entity.office is None and bool(presence.hints))
    member = entity.state in members or entity.organisation == "PLO"
    if news:
        officer = office.endswith("secretary-general") and entity.organisation == organisation and bool(presence.spans)
        presence.attended = True if (attends and member) or officer else None
        presence.implied = presence.attended is not None
    elif presence.spans and (member or entity.organisation is not None):
        presence.attended = True
        presence.implied = True
