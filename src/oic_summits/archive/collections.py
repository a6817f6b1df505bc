"""The collections of an archive: summits, participants, declarations, documents."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, ClassVar, Self

from oic_summits.archive.base import Entry, Records, Row, quotes
from oic_summits.archive.mentions import has_words, speaks_of
from oic_summits.archive.names import LeaderName, Names, StateName, state_code
from oic_summits.archive.people import words_of
from oic_summits.errors import AmbiguousNameError, InvalidValueError, NotFoundError
from oic_summits.model import (
    Capacity,
    Declaration,
    DeclarationKind,
    Document,
    DocumentKind,
    PartialDate,
    Participant,
    Series,
    State,
    Summit,
)
from oic_summits.reference import find_state, same_city

DateLike = PartialDate | dt.date | str


def member_of(vocabulary: Any, value: str, what: str) -> Any:
    """A member of a closed vocabulary; raises InvalidValueError, naming the members."""
    try:
        return vocabulary(value.casefold())
    except ValueError:
        known = ", ".join(member.value for member in vocabulary)
        raise InvalidValueError(f"{value!r} is no {what}; give one of: {known}") from None


class Summits(Records[Summit]):
    """Summits, in the order of organisation, series and date.

    Example:
        >>> from oic_summits import load
        >>> load().summits.hosted_by("Türkiye").of_series("extraordinary").after("2018")
        <Summits: 0 summits>
    """

    __slots__ = ()
    _noun: ClassVar[str] = "summit"

    @classmethod
    def _own_names(cls, records: Sequence[Any]) -> Names:
        found = [(p.actor, summit.start) for summit in records for p in summit.participants]
        return Names.of(found, (city for summit in records for city in summit.cities))

    @classmethod
    def _row(cls, record: Summit) -> Row:
        return {
            "title": record.title,
            "start": str(record.start) if record.start else None,
            "end": str(record.end) if record.end else None,
            "cities": ", ".join(record.cities) or None,
            "country": record.country,
            "participants": len(record.participants),
            "declarations": len(record.declarations),
            "reactions": len(record.reactions),
            "sources": ", ".join(source.id for source in record.sources) or None,
        }

    @classmethod
    def _brief(cls, record: Summit) -> str:
        return str(record.id)

    def hosted_by(self, state: StateName) -> Self:
        """Summits held in a state, given in any form of its name.

        Raises:
            NotFoundError: no state bears the name.
            AmbiguousNameError: several do.
        """
        code = state_code(state)
        return self._keep(lambda entry: entry.record.country == code)

    def attended_by(self, name: LeaderName | StateName) -> Self:
        """Summits that a leader attended, or anybody of a state or organisation.

        Raises:
            NotFoundError: nothing bears the name.
            AmbiguousNameError: several people do.
        """
        found = name if isinstance(name, State) else find_state(name) if isinstance(name, str) else None
        if found is not None:
            code = found.alpha3
            return self._keep(lambda entry: any(p.actor.state == code for p in entry.record.participants))
        matches = self._names.actor(name)
        return self._keep(lambda entry: any(matches(p.actor) for p in entry.record.participants))

    def after(self, date: DateLike) -> Self:
        """Summits that began after a day, or after the last day of a month or year."""
        limit = PartialDate.of(date).last_day
        return self._keep(lambda entry: entry.record.start is not None and entry.record.start.first_day > limit)

    def before(self, date: DateLike) -> Self:
        """Summits that had ended before a day, or before the first day of a month or year."""
        limit = PartialDate.of(date).first_day
        return self._keep(lambda entry: (last := _last(entry.record)) is not None and last.last_day < limit)

    def on(self, date: DateLike) -> Self:
        """Summits that sat on a day, or on some day of a month or year."""
        day = PartialDate.of(date)
        return self._keep(lambda entry: sat_on(entry.record, day))

    def in_city(self, city: str) -> Self:
        """Summits held in a city, in any of its spellings; raises NotFoundError for a city nobody knows."""
        wanted = self._names.city(city)
        return self._keep(lambda entry: any(same_city(wanted, held) for held in entry.record.cities))

    def of_series(self, series: Series | str) -> Self:
        """Summits of the ordinary or of the extraordinary series."""
        wanted = member_of(Series, series, "series")
        return self._keep(lambda entry: entry.record.id.series is wanted)

    def of_organisation(self, organisation: str) -> Self:
        """Summits of one organisation, by its short name."""
        wanted = organisation.casefold()
        return self._keep(lambda entry: entry.record.id.organisation.casefold() == wanted)

    def documented(self) -> Self:
        """Summits of which some document tells, not the built-in list alone."""
        return self._keep(lambda entry: not entry.record.from_roster_only)


def _last(summit: Summit) -> PartialDate | None:
    return summit.end or summit.start


def sat_on(summit: Summit, day: PartialDate) -> bool:
    """Whether a summit sat on some day that `day` can mean; its own dates must be known to the day."""
    begins, ends = summit.start or summit.end, _last(summit)
    if begins is None or ends is None or begins.exact is None or ends.exact is None:
        return False
    return begins.exact <= day.last_day and day.first_day <= ends.exact


class Participants(Records[Participant]):
    """People and collectives around summits, by summit and place in the text."""

    __slots__ = ()
    _noun: ClassVar[str] = "participant"

    @classmethod
    def _own_names(cls, records: Sequence[Any]) -> Names:
        return Names.of((record.actor, None) for record in records)

    @classmethod
    def _row(cls, record: Participant) -> Row:
        return {
            "name": record.actor.name,
            "kind": record.actor.kind.value,
            "office": record.actor.office.title if record.actor.office else None,
            "state": record.actor.state,
            "organisation": record.actor.organisation,
            "attended": record.attended,
            "capacity": record.capacity.value if record.capacity else None,
            **quotes(record.evidence),
        }

    @classmethod
    def _brief(cls, record: Participant) -> str:
        return record.actor.name

    def of_state(self, state: StateName) -> Self:
        """Participants of a state, given in any form of its name; raises as `Summits.hosted_by` does."""
        code = state_code(state)
        return self._keep(lambda entry: entry.record.actor.state == code)

    def of_organisation(self, name: str) -> Self:
        """Participants who speak for an organisation, by its short name as the records have it."""
        wanted = words_of(name)
        return self._keep(lambda entry: words_of(entry.record.actor.organisation or "") == wanted)

    def in_capacity(self, capacity: Capacity | str) -> Self:
        """Participants in a capacity: host, chair, member, guest, observer or organisation."""
        wanted = member_of(Capacity, capacity, "capacity")
        return self._keep(lambda entry: entry.record.capacity is wanted)

    def in_office(self, title: str) -> Self:
        """Participants whom the texts present in an office, such as "president"."""
        wanted = words_of(title)
        return self._keep(lambda entry: (o := entry.record.actor.office) is not None and words_of(o.title) == wanted)

    def named(self, name: LeaderName) -> Self:
        """The appearances of one leader, in any spelling; raises NotFoundError or AmbiguousNameError."""
        matches = self._names.actor(name)
        return self._keep(lambda entry: matches(entry.record.actor))

    def attended(self, attended: bool | None = True) -> Self:
        """Those of whom a text says that they attended (or, with False, that they did not; with None, neither)."""
        return self._keep(lambda entry: entry.record.attended is attended)

    def reported_by(self, documents: int) -> Self:
        """Those on whom at least so many documents agree."""
        return self._keep(lambda entry: len({e.document for e in entry.record.evidence}) >= documents)


class Declarations(Records[Declaration]):
    """Outcome documents, by summit."""

    __slots__ = ()
    _noun: ClassVar[str] = "declaration"

    @classmethod
    def _row(cls, record: Declaration) -> Row:
        return {
            "kind": record.kind.value,
            "title": record.title,
            "provisions": len(record.provisions),
            **quotes(record.evidence),
        }

    @classmethod
    def _brief(cls, record: Declaration) -> str:
        return record.title or f"untitled {record.kind.value}"

    def of_kind(self, kind: DeclarationKind | str) -> Self:
        """Declarations, final communiques or resolutions."""
        wanted = member_of(DeclarationKind, "".join(_plain(kind)), "kind of outcome document")
        return self._keep(lambda entry: entry.record.kind is wanted)

    def titled(self, words: str) -> Self:
        """Those whose title holds these words, whatever their case and accents."""
        test = has_words(words)
        return self._keep(lambda entry: entry.record.title is not None and test(entry.record.title))

    def about(self, name: StateName | LeaderName) -> Self:
        """Those with a provision that speaks of a state, an organisation or a leader."""
        test = speaks_of(name, self._names)
        return self._keep(
            lambda entry: any(test(p.content) or test(p.addressee or "") for p in entry.record.provisions)
        )


def _plain(text: str) -> str:
    """Accents dropped, so that "final communiqué" names the kind too."""
    return " ".join(words_of(text))


class Documents(Records[Document]):
    """The source texts, by id."""

    __slots__ = ()
    _noun: ClassVar[str] = "document"

    @classmethod
    def _row(cls, record: Document) -> Row:
        return {
            "id": record.id,
            "kind": record.kind.value,
            "title": record.title,
            "language": record.language,
            "published": str(record.published) if record.published else None,
            "characters": len(record.text),
        }

    @classmethod
    def _brief(cls, record: Document) -> str:
        return record.id

    def of_kind(self, kind: DocumentKind | str) -> Self:
        """Texts of a kind: encyclopedia, wikitext, news or communique."""
        wanted = member_of(DocumentKind, _plain(kind), "kind of document")
        return self._keep(lambda entry: entry.record.kind is wanted)

    def containing(self, words: str) -> Self:
        """Texts that hold these words one after another, whatever their case and accents."""
        test = has_words(words)
        return self._keep(lambda entry: test(entry.record.text))

    def called(self, name: str) -> Document:
        """The text with this id.

        Raises:
            NotFoundError: no text has it.
        """
        found = [entry.record for entry in self._entries if entry.record.id == name]
        if not found:
            raise NotFoundError(kind="document", query=name, candidates=tuple(e.record.id for e in self._entries))
        if len(found) > 1:
            raise AmbiguousNameError(kind="document", query=name, candidates=tuple(d.digest[:12] for d in found))
        return found[0]


__all__ = ["DateLike", "Declarations", "Documents", "Entry", "Participants", "Summits", "member_of", "sat_on"]
