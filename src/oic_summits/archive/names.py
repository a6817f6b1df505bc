"""What users call people, states, organisations and cities, resolved once for all collections of an archive.

A name resolves to a *matcher*, which says whether an actor is meant. A name that nobody knows, or that fits several,
raises: a slip of the pen must not look like an empty answer.
"""

import difflib
from collections.abc import Callable, Iterable

from oic_summits.archive.people import (
    ActorKey,
    Identity,
    actor_key,
    form_words,
    identify,
    known_people,
    known_with,
    name_words,
    short_for,
    words_of,
)
from oic_summits.errors import AmbiguousNameError, NotFoundError
from oic_summits.model import Actor, ActorKind, PartialDate, Person, State
from oic_summits.model._base import frozen
from oic_summits.reference import city_state, find_city, find_organisation, find_state, state

LeaderName = str | Person | Actor
StateName = str | State
Matcher = Callable[[Actor], bool]


@frozen
class Names:
    """Everybody and every place that an archive knows by name.

    Attributes:
        people: the persons of the texts, each once.
        others: folded names of the bodies, organisations and collectives of the texts, with a printed form of each.
        cities: cities of the summits.
    """

    people: tuple[Identity, ...] = ()
    others: tuple[tuple[str, str], ...] = ()
    cities: tuple[str, ...] = ()

    @classmethod
    def of(cls, actors: Iterable[tuple[Actor, PartialDate | None]], cities: Iterable[str] = ()) -> "Names":
        """Gather the names of actors, each with the day on which they are spoken of."""
        found = tuple(dict.fromkeys(actors))
        others = {" ".join(words_of(a.name)): a.name for a, _ in found if a.kind is not ActorKind.PERSON}
        return cls(people=identify(found), others=tuple(sorted(others.items())), cities=tuple(sorted(set(cities))))

    def leader(self, name: LeaderName) -> Identity:
        """The one person a name means: somebody in the texts before somebody whom only the terms of office know.

        Raises:
            NotFoundError: nobody bears the name.
            AmbiguousNameError: several people do.
        """
        found = self.find_leaders(name)
        query = name if isinstance(name, str) else name.name
        if not found:
            raise NotFoundError(kind="leader", query=query, candidates=self._near(query))
        only, *others = found
        if others:
            raise AmbiguousNameError(kind="leader", query=query, candidates=tuple(i.label for i in found))
        return only

    def find_leaders(self, name: LeaderName) -> tuple[Identity, ...]:
        """Everybody whom a name can mean, of the closest kind of fit; empty where it means nobody."""
        if isinstance(name, Actor):
            key = actor_key(name)
            return tuple(i for i in self.people if key in i.actors) or self.find_leaders(name.name)
        query = name if isinstance(name, str) else name.name
        if not words_of(query):
            return ()
        in_texts = {identity.person.name for identity in self.people if identity.known}
        elsewhere = tuple(identity for identity in known_with(query) if identity.person.name not in in_texts)
        for people in (self.people, elsewhere):
            for fits in (_is_form, _is_short_form, _stands_in):
                found = tuple(identity for identity in people if fits(query, identity))
                if found:
                    return found
        return ()

    def actor(self, name: LeaderName | StateName) -> Matcher:
        """Who is meant by a name: a body of the texts, a state, an organisation or a person.

        Raises:
            NotFoundError: nothing bears the name.
            AmbiguousNameError: several people do.
        """
        if isinstance(name, State):
            return _is_state(name.alpha3)
        if not isinstance(name, str):
            return is_person(self.leader(name))
        words = " ".join(words_of(name))
        found = find_state(name)
        if found is not None:
            return _is_state(found.alpha3)
        if any(words == other for other, _ in self.others):
            return lambda actor: actor.kind is not ActorKind.PERSON and " ".join(words_of(actor.name)) == words
        organisation = find_organisation(name)
        if organisation is not None:
            return lambda actor: (
                actor.kind is not ActorKind.PERSON
                and organisation.short_name
                in (
                    actor.organisation,
                    actor.name,
                )
            )
        try:
            return is_person(self.leader(name))
        except NotFoundError as error:
            raise NotFoundError(kind="leader, state or organisation", query=name, candidates=error.candidates) from None

    def city(self, name: str) -> str:
        """A city as users name it.

        Raises:
            NotFoundError: neither a summit nor the built-in list of cities knows it.
        """
        words = words_of(name)
        known = find_city(name) is not None or city_state(name) is not None
        if known or any(words_of(city) == words for city in self.cities):
            return name
        raise NotFoundError(kind="city", query=name, candidates=nearest(name, self.cities))

    def _near(self, query: str) -> tuple[str, ...]:
        forms = [form for identity in (*self.people, *known_people().values()) for form in identity.forms]
        return nearest(query, forms)


def state_code(name: StateName) -> str:
    """The alpha-3 code of a state in any form; raises as `oic_summits.reference.state` does."""
    return name.alpha3 if isinstance(name, State) else state(name).alpha3


def is_person(identity: Identity) -> Matcher:
    """Whether an actor is this person."""
    keys: frozenset[ActorKey] = identity.actors
    return lambda actor: actor.kind is ActorKind.PERSON and actor_key(actor) in keys


def _is_state(code: str) -> Matcher:
    """Whether an actor is the state itself, not somebody who belongs to it."""
    return lambda actor: actor.kind is ActorKind.STATE and actor.state == code


def nearest(query: str, names: Iterable[str], count: int = 5) -> tuple[str, ...]:
    """The names closest to a query in spelling, the likeliest first."""
    by_fold: dict[str, str] = {}
    for name in names:
        by_fold.setdefault(" ".join(name_words(name)), name)
    close = difflib.get_close_matches(" ".join(name_words(query)), list(by_fold), n=count, cutoff=0.6)
    return tuple(by_fold[found] for found in close)


def _is_form(query: str, identity: Identity) -> bool:
    """The query is a form of the name, a surname included."""
    words = form_words(query)
    if any(form_words(form) == words for form in identity.forms):
        return True
    return len(words) == 1 and short_for(query, identity.person.name)


def _is_short_form(query: str, identity: Identity) -> bool:
    """The query is the name with some words left out."""
    return any(short_for(query, form) for form in identity.forms)


def _stands_in(query: str, identity: Identity) -> bool:
    """Every word of the query stands in the name."""
    words = set(name_words(query))
    return any(words <= set(name_words(form)) for form in identity.forms)
