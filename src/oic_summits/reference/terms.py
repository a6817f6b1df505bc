"""Terms of office: leaders, ministers and officers of organisations, by name and by day."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal

from oic_summits.errors import DataFileError
from oic_summits.model import Office, Organisation, PartialDate, Person, State, Term
from oic_summits.model._base import frozen
from oic_summits.reference._data import date, listed, rows
from oic_summits.reference.fold import fold
from oic_summits.reference.names import name_key, without_particles
from oic_summits.reference.offices import same_office
from oic_summits.reference.organisations import organisation as _organisation
from oic_summits.reference.states import state as _state

PersonFormKind = Literal["full", "alias", "surname"]


@frozen
class PersonForm:
    """One way to refer to a person who held an office.

    Attributes:
        person: the person.
        kind: the full name, another form of it, or the form used alone on second mention.
        text: the form as printed.
        terms: the person's terms of office, in order of time.
        word: whether a surname is also a word of English ("May", "Key"), so that its neighbours must confirm it.
        given: whether a surname is also a given name of other people ("Abdullah").
    """

    person: Person
    kind: PersonFormKind
    text: str
    terms: tuple[Term, ...]
    word: bool = False
    given: bool = False


@cache
def persons() -> tuple[Person, ...]:
    """Everybody whose terms of office are known, in the order of the folded names.

    Example:
        >>> [person.surname for person in persons() if person.name == "Ekmeleddin İhsanoğlu"]
        ['İhsanoğlu']
    """
    return tuple(
        Person(name=row["name"], aliases=listed(row["aliases"]), surname=row["surname"] or None)
        for row in _person_rows()
    )


@cache
def terms() -> tuple[Term, ...]:
    """All terms of office, by state, then organisation, office and start.

    Example:
        >>> sum(term.organisation == "OIC" for term in terms())
        13
    """
    known = {person.name: person for person in persons()}
    offices: dict[tuple[str, str], Office] = {}
    found: list[Term] = []
    for row in rows("terms.csv"):
        person = known.get(row["name"])
        if person is None:
            raise DataFileError(f"{row['name']!r} stands in no row of people.csv", where="terms.csv")
        title, kind = row["office"], row["kind"]
        found.append(
            Term(
                person=person,
                office=offices.setdefault((title, kind), Office(title=title, kind=kind or None)),
                state=row["state"] or None,
                organisation=row["organisation"] or None,
                start=date(row["start"], "terms.csv"),
                end=date(row["end"], "terms.csv"),
                confidence=row["confidence"],
                note=row["note"] or None,
                source=row["source"] or None,
            )
        )
    return tuple(found)


def terms_of(
    name: Person | str,
    *,
    day: PartialDate | dt.date | str | None = None,
    state: State | str | None = None,
    organisation: Organisation | str | None = None,
    office: str | None = None,
) -> tuple[Term, ...]:
    """The terms of everybody who bears a name, in order of time; empty where nobody does.

    Case, diacritics, apostrophes, hyphens and the particles al- and el- make no difference, nor, in a full name that is
    not known as written, do common spellings of given names. A surname shared by several people gives the terms of them
    all: narrow it by day, state or office.

    Args:
        name: full name, another form of it, a surname, or a person.
        day: a day, month or year that the term can include.
        state: state of the office, in any form that `state` takes.
        organisation: organisation of the office, in any form that `organisation` takes.
        office: title of the office, matched as `same_office` does.

    Raises:
        NotFoundError: the state or the organisation is unknown.
        AmbiguousNameError: the state or the organisation is not clear.

    Example:
        >>> {term.person.name for term in terms_of("El-Sisi")} == {term.person.name for term in terms_of("sisi")}
        True
        >>> [term.office.title for term in terms_of("Abbas", day="2017-12-13", office="president")]
        ['president']
    """
    key = fold(name.name) if isinstance(name, Person) else fold(name)
    forms = person_forms().get(key) or person_forms().get(without_particles(key)) or _loose_forms(key)
    if isinstance(name, Person):
        forms = tuple(form for form in forms if form.person == name)
    found = {id(term): term for form in forms for term in form.terms}
    return _chosen(found.values(), day=day, state=state, organisation=organisation, office=office)


def holders(
    *,
    day: PartialDate | dt.date | str,
    state: State | str | None = None,
    organisation: Organisation | str | None = None,
    office: str | None = None,
    kind: str | None = None,
) -> tuple[Term, ...]:
    """Who can have held an office on a day.

    On the day of a handover both the old and the new holder are given; so are all whose dates are known less exactly.

    Args:
        day: a day, month or year.
        state: state of the office, in any form that `state` takes.
        organisation: organisation of the office, in any form that `organisation` takes.
        office: title of the office, matched as `same_office` does.
        kind: kind of office, such as ``head of state``.

    Raises:
        NotFoundError: the state or the organisation is unknown.
        AmbiguousNameError: the state or the organisation is not clear.

    Example:
        >>> [term.person.name for term in holders(day="2017-12-13", state="Qatar", office="emir")]
        ['Tamim bin Hamad Al Thani']
        >>> [term.person.surname for term in holders(day="2017-12-13", organisation="OIC", office="secretary-general")]
        ['Al-Othaimeen']
    """
    if state is not None:
        known = _by_owner().get(_state(state).alpha3, ())
    elif organisation is not None:
        known = _by_owner().get(_organisation(organisation).short_name, ())
    else:
        known = terms()
    found = _chosen(known, day=day, state=state, organisation=organisation, office=office)
    return tuple(term for term in found if kind is None or term.office.kind == kind)


@cache
def person_forms() -> Mapping[str, tuple[PersonForm, ...]]:
    """Every form of every person under its folded key, and again under that key without the particles al- and el-.

    Example:
        >>> sorted({form.kind for form in person_forms()["sisi"]})
        ['surname']
    """
    held: dict[str, list[Term]] = defaultdict(list)
    for term in terms():
        held[term.person.name].append(term)
    found: dict[str, dict[str, PersonForm]] = defaultdict(dict)
    for person, row in zip(persons(), _person_rows(), strict=True):
        own = tuple(sorted(held[person.name], key=_by_start))
        texts: list[tuple[PersonFormKind, str]] = [("full", person.name)]
        if person.surname:
            texts.append(("surname", person.surname))
        texts.extend(("surname", variant) for variant in listed(row["surname_variants"]))
        texts.extend(("alias", alias) for alias in person.aliases)
        surname_key = fold(person.surname or "")
        for kind, text in texts:
            key = fold(text)
            if person.name in found[key]:
                continue  # another spelling of the same key
            marked = row["surname_is"] if key == surname_key else ""
            form = PersonForm(
                person=person, kind=kind, text=text, terms=own, word=marked == "word", given=marked == "given"
            )
            found[key][person.name] = form
            found[without_particles(key)].setdefault(person.name, form)
    return MappingProxyType({key: tuple(group.values()) for key, group in found.items()})


def _loose_forms(key: str) -> tuple[PersonForm, ...]:
    return _loose_index().get(name_key(key), ()) if " " in key else ()


@cache
def _loose_index() -> Mapping[str, tuple[PersonForm, ...]]:
    found: dict[str, dict[str, PersonForm]] = defaultdict(dict)
    for key, forms in person_forms().items():
        loose = found[name_key(key)]
        for form in forms:
            loose.setdefault(form.person.name, form)
    return MappingProxyType({key: tuple(group.values()) for key, group in found.items()})


@cache
def _person_rows() -> tuple[dict[str, str], ...]:
    return tuple(rows("people.csv"))


@cache
def _by_owner() -> Mapping[str, tuple[Term, ...]]:
    found: dict[str, list[Term]] = defaultdict(list)
    for term in terms():
        found[term.state or term.organisation or ""].append(term)
    return MappingProxyType({key: tuple(group) for key, group in found.items()})


def _by_start(term: Term) -> dt.date:
    return term.start.first_day if term.start else dt.date.min


def _chosen(
    known: Iterable[Term],
    *,
    day: PartialDate | dt.date | str | None,
    state: State | str | None,
    organisation: Organisation | str | None,
    office: str | None,
) -> tuple[Term, ...]:
    when = None if day is None else PartialDate.of(day)
    code = None if state is None else _state(state).alpha3
    short = None if organisation is None else _organisation(organisation).short_name
    found = (
        term
        for term in known
        if (code is None or term.state == code)
        and (short is None or term.organisation == short)
        and (when is None or term.may_include(when))
        and (office is None or same_office(office, term.office))
    )
    return tuple(sorted(found, key=_by_start))
