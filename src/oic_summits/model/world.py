"""States, organisations, persons, offices and terms of office."""

from oic_summits.errors import InvalidValueError
from oic_summits.model._base import frozen
from oic_summits.model.dates import PartialDate


@frozen
class Membership:
    """A period in which a state or body stands in one relation to the Organisation of Islamic Cooperation.

    Attributes:
        status: ``member``, ``observer``, ``suspended`` or ``withdrawn``.
        start: first day, as exact as known, or None.
        end: day on which it ended, or None where it still holds.
        note: doubts, in words.
    """

    status: str
    start: PartialDate | None = None
    end: PartialDate | None = None
    note: str | None = None


@frozen
class State:
    """A state or territory of ISO 3166-1.

    Attributes:
        alpha2: two-letter code.
        alpha3: three-letter code, by which all records name a state.
        name: short English name.
        official_name: formal English name.
        demonyms: adjectives and nouns of the English press, commonest first.
        aliases: other spellings, abbreviations and former names.
        capital: seat of government in English, or None.
        memberships: relations to the OIC, in order of time.
    """

    alpha2: str
    alpha3: str
    name: str
    official_name: str
    demonyms: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    capital: str | None = None
    memberships: tuple[Membership, ...] = ()

    def __attrs_post_init__(self) -> None:
        if not (len(self.alpha2) == 2 and len(self.alpha3) == 3 and (self.alpha2 + self.alpha3).isupper()):
            raise InvalidValueError(f"{self.alpha2!r}, {self.alpha3!r}: state codes are two and three capital letters")

    def __repr__(self) -> str:
        return f"<State {self.alpha3} {self.name}>"


@frozen
class Organisation:
    """An organisation, organ, parliament or movement.

    Attributes:
        short_name: the name by which records refer to it, such as ``OIC``.
        name: the full name.
        aliases: other names, former ones among them.
        kind: what sort of body it is, or None.
        parent: short name of the body that it belongs to, or None.
        note: doubts, in words.
    """

    short_name: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: str | None = None
    parent: str | None = None
    note: str | None = None


@frozen
class Person:
    """A natural person.

    Attributes:
        name: the usual or fullest name.
        aliases: other forms of it.
        surname: the form used on second mention, or None.
    """

    name: str
    aliases: tuple[str, ...] = ()
    surname: str | None = None


@frozen
class Office:
    """An office that a person holds.

    Attributes:
        title: in lower case, such as ``president`` or ``foreign minister``.
        kind: ``head of state``, ``head of government``, ``heir``, ``minister``, ``official`` or None where unknown.
    """

    title: str
    kind: str | None = None


@frozen
class Term:
    """A term of office: who held which office of which state or organisation, from when until when.

    Attributes:
        person: the holder.
        office: the office.
        state: ISO 3166-1 alpha-3 code, or None for an office of an organisation.
        organisation: short name, or None for an office of a state.
        start: first day, as exact as known.
        end: last day, or None while the term lasts.
        confidence: ``high``, ``medium`` or ``low``: how sure the dates are.
        note: doubts, in words.
        source: address of a page, or ``general knowledge``.
    """

    person: Person
    office: Office
    state: str | None = None
    organisation: str | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    confidence: str = "high"
    note: str | None = None
    source: str | None = None

    def may_include(self, day: PartialDate) -> bool:
        """Whether the term can include some day that `day` can mean, given how exact its own dates are."""
        begins = self.start is None or self.start.first_day <= day.last_day
        return begins and (self.end is None or day.first_day <= self.end.last_day)

    def surely_includes(self, day: PartialDate) -> bool:
        """Whether the term includes every day that `day` can mean, however its own dates are read."""
        begins = self.start is not None and self.start.last_day <= day.first_day
        return begins and (self.end is None or day.last_day <= self.end.first_day)
