"""Who is who: names in many spellings, brought together as one person where nothing speaks against it.

Two names are one person when the built-in terms of office know both as forms of the same name (on the day in
question, where that is needed to tell them apart), or when one is a shorter form of the other and fits nobody else.
The order in which names arrive never matters.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from types import MappingProxyType

from oic_summits.model import Actor, ActorKind, PartialDate, Person, Term
from oic_summits.model._base import frozen
from oic_summits.reference import find_state, fold, holders, terms, terms_of

_WORD = re.compile(r"\w+")
_ARTICLES = frozenset({"al", "el", "ul"})
_PATRONYMIC = frozenset({"bin", "ibn", "ben", "bint"})
_PARTICLES = _ARTICLES | _PATRONYMIC
_NUMERAL = re.compile(r"[ivx]+\Z")

ActorKey = tuple[str, str, str]


@lru_cache(maxsize=1 << 16)
def words_of(text: str) -> tuple[str, ...]:
    """The folded words of a text, in order.

    Example:
        >>> words_of("Abdel Fattah al-Sisi")
        ('abdel', 'fattah', 'al', 'sisi')
    """
    return tuple(_WORD.findall(fold(text)))


def name_words(name: str) -> tuple[str, ...]:
    """The folded words of a name without its particles (al-, el-, bin, ibn).

    Example:
        >>> name_words("Abdel Fattah El-Sisi") == name_words("abdel fattah al Sisi")
        True
    """
    words = words_of(name)
    return tuple(word for word in words if word not in _PARTICLES) or words


def form_words(name: str) -> tuple[str, ...]:
    """The folded words of a name without articles, every patronymic as "bin": two spellings of one form are equal.

    Example:
        >>> form_words("Hamad ibn Khalifa al-Thani") == form_words("Hamad bin Khalifa Al Thani")
        True
        >>> form_words("Salman") == form_words("bin Salman")
        False
    """
    words = tuple("bin" if word in _PATRONYMIC else word for word in words_of(name) if word not in _ARTICLES)
    return words or words_of(name)


def actor_key(actor: Actor) -> ActorKey:
    """What tells one actor from another within an archive: folded name, state and organisation."""
    return (" ".join(words_of(actor.name)), actor.state or "", actor.organisation or "")


def _runs_in(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the words of `short` stand in `long` in the same order."""
    rest = iter(long)
    return all(word in rest for word in short)


def short_for(short: str, long: str) -> bool:
    """Whether one name is a shorter form of another (or the same): whole words, in their order, never substrings.

    A single word is the surname, or the given name of a ruler. After a patronymic the given name must agree, since
    the father's name is no name of the son.

    Example:
        >>> short_for("Erdogan", "Recep Tayyip Erdoğan"), short_for("Abbas", "Shahid Khaqan Abbasi")
        (True, False)
        >>> short_for("Hamad Al Thani", "Tamim bin Hamad Al Thani")
        False
    """
    brief, full = name_words(short), name_words(long)
    if not brief or not _runs_in(brief, full):
        return False
    words = [word for word in words_of(long) if word not in _ARTICLES]
    patronymic = bool(_PATRONYMIC & set(words))
    ruler = patronymic or bool(_NUMERAL.match(full[-1]))
    if len(brief) == 1:
        surname = len(full) == 1 or words[-2] not in _PATRONYMIC
        return (surname and brief[0] == full[-1]) or (ruler and brief[0] == full[0])
    return brief[0] == full[0] or not patronymic


@frozen
class Identity:
    """One person, as the terms of office and the texts know them.

    Attributes:
        person: usual name, with every form known.
        states: alpha-3 codes of the states they are known to belong to or speak for.
        organisations: short names of organisations they are known to speak for.
        actors: keys of the actors of texts who are this person.
        known: whether the built-in terms of office know them.
    """

    person: Person
    states: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    actors: frozenset[ActorKey] = frozenset()
    known: bool = False

    @property
    def forms(self) -> tuple[str, ...]:
        """Every form of the name, the usual one first."""
        surname = (self.person.surname,) if self.person.surname else ()
        return (self.person.name, *self.person.aliases, *surname)

    @property
    def label(self) -> str:
        """The name for people, with the state or organisation."""
        place = ", ".join(self.states or self.organisations)
        return f"{self.person.name} ({place})" if place else self.person.name


@cache
def known_people() -> Mapping[str, Identity]:
    """Everybody whom the built-in terms of office know, by name."""
    held: dict[str, list[Term]] = {}
    for term in terms():
        held.setdefault(term.person.name, []).append(term)
    return MappingProxyType({name: _of_terms(found) for name, found in held.items()})


@cache
def _known_by_word() -> Mapping[str, tuple[Identity, ...]]:
    found: dict[str, dict[str, Identity]] = {}
    for name, identity in known_people().items():
        for form in identity.forms:
            for word in name_words(form):
                found.setdefault(word, {})[name] = identity
    return MappingProxyType({word: tuple(people.values()) for word, people in found.items()})


def known_with(name: str) -> tuple[Identity, ...]:
    """Those known people in one of whose names each word of `name` stands."""
    index = _known_by_word()
    people = [index.get(word, ()) for word in name_words(name)]
    if not people:
        return ()
    return tuple(one for one in min(people, key=len) if all(one in others for others in people))


def _of_terms(found: Sequence[Term]) -> Identity:
    return Identity(
        person=found[0].person,
        states=tuple(sorted({term.state for term in found if term.state})),
        organisations=tuple(sorted({term.organisation for term in found if term.organisation})),
        known=True,
    )


def find_terms(actor: Actor, day: PartialDate | None) -> tuple[Term, ...]:
    """The terms of office of the one person who can be meant by an actor; empty where none or several can.

    Args:
        actor: a person as a text names them.
        day: when they are spoken of, which tells namesakes apart.
    """
    found = terms_of(actor.name)
    if actor.state:
        found = tuple(term for term in found if actor.state in known_people()[term.person.name].states) or tuple(
            # An officer of an organisation belongs to a state without holding an office of it.
            term
            for term in found
            if term.organisation and not known_people()[term.person.name].states
        )
    if actor.organisation and not actor.state:
        found = tuple(term for term in found if term.organisation == actor.organisation) or found
    if len({term.person.name for term in found}) > 1:
        found = tuple(term for term in found if _has_form(term.person, actor.name)) or found
    if len({term.person.name for term in found}) > 1 and day is not None:
        found = tuple(term for term in found if term.may_include(day))
    if len({term.person.name for term in found}) != 1:
        return _by_office(actor, day)
    if not actor.state and not actor.organisation and len(name_words(actor.name)) == 1 and day is not None:
        # A lone surname proves little: it counts only for who was in office on the day.
        return found if any(term.may_include(day) for term in found) else ()
    return found


def _by_office(actor: Actor, day: PartialDate | None) -> tuple[Term, ...]:
    """The terms of whoever held the stated office on the day, if the name is a short form of theirs alone."""
    if day is None or actor.office is None or actor.state is None or find_state(actor.state) is None:
        return ()
    found = holders(day=day, state=actor.state, office=actor.office.title)
    fits = {
        term.person.name
        for term in found
        if any(short_for(actor.name, form) for form in (term.person.name, *term.person.aliases))
    }
    return tuple(term for term in terms_of(next(iter(fits))) if term.person.name in fits) if len(fits) == 1 else ()


def _has_form(person: Person, name: str) -> bool:
    words = form_words(name)
    return any(form_words(form) == words for form in (person.name, *person.aliases))


def _merged(parts: Iterable[Identity]) -> Identity:
    """One identity out of several: the known name, else the fullest, with every other form as an alias."""
    ordered = sorted(parts, key=lambda identity: (not identity.known, *_rank(identity)))
    first = ordered[0]
    forms = dict.fromkeys(form for identity in ordered for form in (identity.person.name, *identity.person.aliases))
    forms.pop(first.person.name, None)
    surname = next((i.person.surname for i in ordered if i.person.surname), None)
    return Identity(
        person=Person(name=first.person.name, aliases=tuple(forms), surname=surname),
        states=tuple(sorted({state for i in ordered for state in i.states})),
        organisations=tuple(sorted({organisation for i in ordered for organisation in i.organisations})),
        actors=frozenset(key for i in ordered for key in i.actors),
        known=first.known,
    )


def _alone(actor: Actor) -> Identity:
    aliases = (actor.person.name, *actor.person.aliases) if actor.person else ()
    return Identity(
        person=Person(
            name=actor.name,
            aliases=tuple(dict.fromkeys(alias for alias in aliases if alias != actor.name)),
            surname=actor.person.surname if actor.person else None,
        ),
        states=(actor.state,) if actor.state else (),
        organisations=(actor.organisation,) if actor.organisation else (),
        actors=frozenset({actor_key(actor)}),
    )


def _agree(one: Identity, other: Identity) -> bool:
    """Whether states and organisations allow two names to be one person."""
    if one.states and other.states:
        return bool(set(one.states) & set(other.states))
    if one.organisations and other.organisations:
        return bool(set(one.organisations) & set(other.organisations))
    return True


class NameIndex:
    """Numbers under names, so that only names that can be forms of one another are compared."""

    def __init__(self) -> None:
        self._by_word: dict[str, set[int]] = {}
        self._by_last: dict[str, set[int]] = {}

    def add(self, number: int, forms: Iterable[str]) -> None:
        """Put a number under each form of a name."""
        for form in forms:
            words = name_words(form)
            for word in words:
                self._by_word.setdefault(word, set()).add(number)
            if words:
                self._by_last.setdefault(words[-1], set()).add(number)

    def near(self, name: str) -> list[int]:
        """Numbers of the names that have all words of `name`, or that end in a word of it; perhaps some more."""
        words = name_words(name)
        if not words:
            return []
        found = min((self._by_word.get(word, set[int]()) for word in words), key=len)
        return sorted(found.union(*(self._by_last.get(word, ()) for word in words)))


def identify(actors: Iterable[tuple[Actor, PartialDate | None]]) -> tuple[Identity, ...]:
    """Bring the persons among actors together: one identity for each, in a canonical order.

    Args:
        actors: actors of texts, each with the day on which they are spoken of, where known.
    """
    groups: dict[str, list[Identity]] = {}
    loose: list[Identity] = []
    for actor, day in dict.fromkeys(actors):
        if actor.kind is not ActorKind.PERSON:
            continue
        found = find_terms(actor, day)
        if found:
            name = found[0].person.name
            groups.setdefault(name, [known_people()[name]]).append(_alone(actor))
        else:
            loose.append(_alone(actor))
    clusters = [_merged(group) for group in groups.values()]
    index = NameIndex()
    for number, cluster in enumerate(clusters):
        index.add(number, cluster.forms)
    for one in sorted(_one_for_each_key(loose), key=_rank):
        homes = [n for n in index.near(one.person.name) if _agree(one, clusters[n]) and _one_person(one, clusters[n])]
        homes = [n for n in homes if one.actors <= clusters[n].actors] or homes
        if len(homes) > 1:
            homes = [n for n in homes if _has_form(clusters[n].person, one.person.name)]
        if len(homes) == 1:
            home = homes[0]
            clusters[home] = _merged((clusters[home], one))
        else:
            home = len(clusters)
            clusters.append(one)
        index.add(home, one.forms)
    return tuple(sorted(clusters, key=lambda identity: (identity.person.name, *_rank(identity))))


def _rank(identity: Identity) -> tuple[object, ...]:
    """A total order: fuller names first, then those with a state, then by everything that is known."""
    person = identity.person
    known = (person.name, identity.states, identity.organisations, tuple(sorted(identity.actors)))
    return (-len(name_words(person.name)), not identity.states, *known, person.aliases, person.surname or "")


def _one_for_each_key(identities: Iterable[Identity]) -> list[Identity]:
    """Actors of one name, state and organisation are one person, whatever else their records say."""
    groups: dict[frozenset[ActorKey], list[Identity]] = {}
    for identity in identities:
        groups.setdefault(identity.actors, []).append(identity)
    return [_merged(group) for group in groups.values()]


def _one_person(one: Identity, cluster: Identity) -> bool:
    """Whether a name no table knows is a form of a person, or the person's name a short form of it."""
    name = one.person.name
    if any(short_for(name, form) for form in cluster.forms):
        return True
    full = cluster.person.name
    return bool(one.states) and len(name_words(full)) > 1 and short_for(full, name)
