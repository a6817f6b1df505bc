"""The collections of what is said and done: reactions, quotations, provisions, milestones."""

from collections.abc import Callable, Sequence
from typing import Any, ClassVar, Self, TypeVar

from oic_summits.archive.base import Entry, Records, Row, quotes
from oic_summits.archive.collections import DateLike, member_of
from oic_summits.archive.mentions import TextTest, has_words, speaks_of
from oic_summits.archive.names import LeaderName, Names, StateName, state_code
from oic_summits.model import (
    Act,
    ActKind,
    Actor,
    Medium,
    Milestone,
    Modality,
    PartialDate,
    Polarity,
    Provision,
    Quotation,
    Reaction,
)

T_co = TypeVar("T_co", covariant=True)


def _starts_after(date: PartialDate | None, limit: PartialDate) -> bool:
    return date is not None and date.first_day > limit.last_day


def _ends_before(date: PartialDate | None, limit: PartialDate) -> bool:
    return date is not None and date.last_day < limit.first_day


def _can_be_on(date: PartialDate | None, day: PartialDate) -> bool:
    return date is not None and day.covers(date)


class _Spoken(Records[T_co]):
    """What reactions, quotations and milestones share: somebody does or says it, in words, perhaps on a day."""

    __slots__ = ()

    @classmethod
    def _actor(cls, record: Any) -> Actor | None:
        raise NotImplementedError

    @classmethod
    def _words(cls, record: Any) -> tuple[str, ...]:
        """The texts in which filters look for words and names."""
        raise NotImplementedError

    @classmethod
    def _own_names(cls, records: Sequence[Any]) -> Names:
        found = [cls._actor(record) for record in records]
        return Names.of((actor, None) for actor in found if actor is not None)

    def by(self, name: LeaderName | StateName) -> Self:
        """What one leader, state, organisation or body said or did, in any spelling of the name.

        Raises:
            NotFoundError: nothing bears the name.
            AmbiguousNameError: several people do.
        """
        matches = self._names.actor(name)
        return self._keep(lambda entry: (actor := self._actor(entry.record)) is not None and matches(actor))

    def of_state(self, state: StateName) -> Self:
        """What a state, its leaders and its bodies said or did."""
        code = state_code(state)
        return self._keep(lambda entry: (actor := self._actor(entry.record)) is not None and actor.state == code)

    def about(self, name: StateName | LeaderName) -> Self:
        """Those that speak of a state, an organisation or a leader, by any form of the name (also "Israeli").

        Raises:
            NotFoundError: nothing bears the name.
            AmbiguousNameError: several people do.
        """
        return self._telling(speaks_of(name, self._names))

    def containing(self, words: str) -> Self:
        """Those that hold these words one after another, whatever their case and accents."""
        return self._telling(has_words(words))

    def _telling(self, test: TextTest) -> Self:
        return self._keep(lambda entry: any(test(text) for text in self._words(entry.record)))


class Reactions(_Spoken[Reaction]):
    """What states, leaders and bodies did and said, by summit and place in the text.

    Example:
        >>> from oic_summits import load
        >>> erdogan = load().reactions.by("Erdoğan")
        >>> erdogan.about("United States").quoting() == erdogan.quoting().about("United States")
        True
    """

    __slots__ = ()
    _noun: ClassVar[str] = "reaction"

    @classmethod
    def _actor(cls, record: Reaction) -> Actor:
        return record.actor

    @classmethod
    def _words(cls, record: Reaction) -> tuple[str, ...]:
        return tuple(text for act in record.acts for text in (act.content, act.addressee or "", act.verb))

    @classmethod
    def _row(cls, record: Reaction) -> Row:
        return {
            "actor": record.actor.name,
            "office": record.actor.office.title if record.actor.office else None,
            "state": record.actor.state,
            "acts": "; ".join(f"{act.verb} {act.content}".strip() for act in record.acts),
            "quotations": len(record.quotations),
            "medium": record.medium.value if record.medium else None,
            "date": str(record.date) if record.date else None,
            **quotes(record.evidence),
        }

    @classmethod
    def _brief(cls, record: Reaction) -> str:
        return f"{record.actor.name} {record.acts[0].verb}" if record.acts else record.actor.name

    def _acting(self, keep: Callable[[Act], bool]) -> Self:
        return self._keep(lambda entry: any(keep(act) for act in entry.record.acts))

    def quoting(self) -> Self:
        """Reactions with a direct quotation."""
        return self._keep(lambda entry: bool(entry.record.quotations))

    def of_kind(self, kind: ActKind | str) -> Self:
        """Reactions with an act of a kind: say, support, criticise, demand, decide, pledge, participate or do."""
        wanted = member_of(ActKind, kind, "kind of act")
        return self._acting(lambda act: act.kind is wanted)

    def with_polarity(self, polarity: Polarity | str) -> Self:
        """Reactions with an act for, against, or neutral."""
        wanted = member_of(Polarity, polarity, "polarity")
        return self._acting(lambda act: act.polarity is wanted)

    def with_modality(self, modality: Modality | str) -> Self:
        """Reactions with an act that is done, planned, expected or not done."""
        wanted = member_of(Modality, modality, "modality")
        return self._acting(lambda act: act.modality is wanted)

    def addressed_to(self, name: StateName | LeaderName) -> Self:
        """Reactions with an act addressed to a state, an organisation or a leader."""
        test = speaks_of(name, self._names)
        return self._acting(lambda act: test(act.addressee or ""))

    def in_medium(self, medium: Medium | str) -> Self:
        """Reactions uttered in a speech, a statement, a tweet and so on."""
        wanted = member_of(Medium, medium, "medium")
        return self._keep(lambda entry: entry.record.medium is wanted)

    def after(self, date: DateLike) -> Self:
        """Reactions dated after a day; those without a date are left out."""
        limit = PartialDate.of(date)
        return self._keep(lambda entry: any(_starts_after(day, limit) for day in _days(entry.record)))

    def before(self, date: DateLike) -> Self:
        """Reactions dated before a day; those without a date are left out."""
        limit = PartialDate.of(date)
        return self._keep(lambda entry: any(_ends_before(day, limit) for day in _days(entry.record)))

    def on(self, date: DateLike) -> Self:
        """Reactions dated on a day, or within a month or year."""
        day = PartialDate.of(date)
        return self._keep(lambda entry: any(_can_be_on(found, day) for found in _days(entry.record)))


def _days(reaction: Reaction) -> tuple[PartialDate, ...]:
    """The dates of a reaction: its own, else those of its acts."""
    if reaction.date is not None:
        return (reaction.date,)
    return tuple(act.date for act in reaction.acts if act.date is not None)


class Quotations(_Spoken[Quotation]):
    """Direct quotations, by summit and place in the text."""

    __slots__ = ()
    _noun: ClassVar[str] = "quotation"

    @classmethod
    def _actor(cls, record: Quotation) -> Actor | None:
        return record.speaker

    @classmethod
    def _words(cls, record: Quotation) -> tuple[str, ...]:
        return (record.text,)

    @classmethod
    def _row(cls, record: Quotation) -> Row:
        return {
            "speaker": record.speaker.name if record.speaker else None,
            "state": record.speaker.state if record.speaker else None,
            "text": record.text,
            **quotes((record.evidence,)),
        }

    @classmethod
    def _brief(cls, record: Quotation) -> str:
        text = record.text if len(record.text) <= 40 else record.text[:39] + "…"
        return f"{record.speaker.name}: {text!r}" if record.speaker else repr(text)


class Milestones(_Spoken[Milestone]):
    """Dated happenings around summits, by summit and place in the text."""

    __slots__ = ()
    _noun: ClassVar[str] = "milestone"

    @classmethod
    def _actor(cls, record: Milestone) -> Actor | None:
        return record.actor

    @classmethod
    def _words(cls, record: Milestone) -> tuple[str, ...]:
        return (record.content,)

    @classmethod
    def _row(cls, record: Milestone) -> Row:
        return {
            "date": str(record.date),
            "actor": record.actor.name if record.actor else None,
            "state": record.actor.state if record.actor else None,
            "content": record.content,
            **quotes((record.evidence,)),
        }

    @classmethod
    def _brief(cls, record: Milestone) -> str:
        return str(record.date)

    def after(self, date: DateLike) -> Self:
        """Happenings after a day, or after the last day of a month or year."""
        limit = PartialDate.of(date)
        return self._keep(lambda entry: _starts_after(entry.record.date, limit))

    def before(self, date: DateLike) -> Self:
        """Happenings before a day, or before the first day of a month or year."""
        limit = PartialDate.of(date)
        return self._keep(lambda entry: _ends_before(entry.record.date, limit))

    def on(self, date: DateLike) -> Self:
        """Happenings on a day, or within a month or year."""
        day = PartialDate.of(date)
        return self._keep(lambda entry: _can_be_on(entry.record.date, day))


class Provisions(Records[Provision]):
    """What summits and their documents declare, condemn and demand, by summit and place in the text."""

    __slots__ = ()
    _noun: ClassVar[str] = "provision"

    @classmethod
    def _row(cls, record: Provision) -> Row:
        return {
            "issuer": record.issuer,
            "number": record.number,
            "verb": record.verb,
            "kind": record.kind.value,
            "content": record.content,
            "addressee": record.addressee,
            "polarity": record.polarity.value,
            "modality": record.modality.value,
            **quotes(record.evidence),
        }

    @classmethod
    def _brief(cls, record: Provision) -> str:
        return f"{record.issuer} {record.verb}"

    def _telling(self, test: TextTest) -> Self:
        return self._keep(lambda entry: test(entry.record.content) or test(entry.record.addressee or ""))

    def addressed_to(self, name: StateName | LeaderName) -> Self:
        """Provisions that call on a state, an organisation or a leader; raises as `Reactions.about` does."""
        test = speaks_of(name, self._names)
        return self._keep(lambda entry: test(entry.record.addressee or ""))

    def about(self, name: StateName | LeaderName) -> Self:
        """Provisions that speak of a state, an organisation or a leader; raises as `Reactions.about` does."""
        return self._telling(speaks_of(name, self._names))

    def containing(self, words: str) -> Self:
        """Provisions that hold these words one after another, whatever their case and accents."""
        return self._telling(has_words(words))

    def of_kind(self, kind: ActKind | str) -> Self:
        """Provisions of a kind: say, support, criticise, demand, decide, pledge, participate or do."""
        wanted = member_of(ActKind, kind, "kind of act")
        return self._keep(lambda entry: entry.record.kind is wanted)

    def issued_by(self, issuer: str) -> Self:
        """Provisions of the summit, a communique, a declaration, a resolution or an organisation."""
        wanted = issuer.casefold()
        return self._keep(lambda entry: entry.record.issuer.casefold() == wanted)


__all__ = ["Entry", "Milestones", "Provisions", "Quotations", "Reactions"]
