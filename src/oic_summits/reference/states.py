"""States and territories of ISO 3166-1, the names the English press has for them, and their cities."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from types import MappingProxyType
from typing import Literal

from oic_summits.errors import AmbiguousNameError, NotFoundError
from oic_summits.model import Membership, State
from oic_summits.model._base import frozen
from oic_summits.reference._data import date, listed, rows
from oic_summits.reference.fold import fold

StateFormKind = Literal["code", "name", "demonym", "alias", "capital", "city"]


@frozen
class StateForm:
    """One way to refer to a state.

    Attributes:
        state: the state.
        kind: what the form is; ``capital`` and ``city`` are places in the state, ``code`` is its ISO code.
        text: the form as printed.
        plural: whether it is a plural demonym, and so names people ("Iraqis").
        weak: whether it also means something else, so that its neighbours must confirm it ("Georgia", "Persian").
        cased: whether it is an abbreviation or a code, which counts only in its own capitals ("US", not "us").
    """

    state: State
    kind: StateFormKind
    text: str
    plural: bool = False
    weak: bool = False
    cased: bool = False


@frozen
class City:
    """A city or another place, by its usual English name.

    Attributes:
        name: usual English name.
        states: alpha-3 codes; more than one where states share the name or dispute the place.
        aliases: other spellings.
        weak: whether the name also means something else ("Nice").
    """

    name: str
    states: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    weak: bool = False


@frozen
class _Ruling:
    """What is to be done with a form that means several things."""

    states: tuple[str, ...]
    never: bool
    other: str


@cache
def states() -> tuple[State, ...]:
    """All states and territories, in the order of their alpha-3 codes.

    Example:
        >>> len(states()), states()[0].name
        (250, 'Aruba')
    """
    memberships = _memberships()
    return tuple(
        State(
            alpha2=row["alpha2"],
            alpha3=row["alpha3"],
            name=row["name"],
            official_name=row["official_name"],
            demonyms=listed(row["demonyms"]),
            aliases=listed(row["aliases"]),
            capital=row["capital"] or None,
            memberships=tuple(memberships.get(row["alpha3"], ())),
        )
        for row in _state_rows()
    )


@cache
def cities() -> tuple[City, ...]:
    """Capitals, chief cities and the places where summits met.

    Example:
        >>> [city.name for city in cities() if len(city.states) > 1][:2]
        ['Birmingham', 'Cartagena']
    """
    return tuple(
        City(
            name=row["city"],
            states=listed(row["states"]),
            aliases=listed(row["aliases"]),
            weak=row["rule"] == "context",
        )
        for row in sorted(rows("cities.csv"), key=lambda row: fold(row["city"]))
    )


def state(name: State | str) -> State:
    """Look up a state by code, name, official name, demonym, other or former name.

    Codes count only in capitals. Otherwise case, diacritics, apostrophes, hyphens and a leading "the" make no
    difference.

    Args:
        name: a name, or a state, which is given back.

    Raises:
        NotFoundError: no state has the name; the nearest names are given.
        AmbiguousNameError: several states have it, or it names another body as well.

    Example:
        >>> state("Turkey") == state("TR") == state("TUR") == state("türkiye") == state("Turkish")
        True
        >>> state("Guinean")
        Traceback (most recent call last):
        ...
        oic_summits.errors.AmbiguousNameError: 'Guinean' fits more than one state; say which: Guinea, Guinea-Bissau, ...
    """
    if isinstance(name, State):
        return name
    found = _matches(name)
    if len(found) == 1:
        return found[0]
    ruling = _rulings().get(_key(name))
    if ruling is not None and ruling.never:
        named = [_by_code()[code].name for code in ruling.states]
        other = (ruling.other,) if ruling.other else ()
        raise AmbiguousNameError(kind="state", query=name, candidates=(*named, *other))
    if found:
        raise AmbiguousNameError(kind="state", query=name, candidates=tuple(each.name for each in found))
    raise NotFoundError(kind="state", query=name, candidates=_nearest(name))


def find_state(name: State | str) -> State | None:
    """The state that a name means, or None where none or several bear it.

    Example:
        >>> find_state("Iraqis"), find_state("Korean"), find_state("Ruritania")
        (<State IRQ Iraq>, None, None)
    """
    if isinstance(name, State):
        return name
    found = _matches(name)
    return found[0] if len(found) == 1 else None


@cache
def state_forms() -> Mapping[str, tuple[StateForm, ...]]:
    """Every form of every state under its folded key: names, demonyms with their plurals, codes, capitals and cities.

    Example:
        >>> [(form.state.alpha3, form.kind) for form in state_forms()["palestinians"]]
        [('PSE', 'demonym')]
        >>> [(form.state.alpha3, form.kind) for form in state_forms()["ankara"]]
        [('TUR', 'capital')]
    """
    found: dict[str, list[StateForm]] = defaultdict(list)
    for form in _all_forms():
        group = found[fold(form.text)]
        if not any(form.state is other.state and form.kind == other.kind for other in group):
            group.append(form)
    return MappingProxyType({key: tuple(group) for key, group in found.items()})


def find_city(name: str) -> City | None:
    """The city that a name means, or None where none or several bear it.

    Example:
        >>> find_city("Makkah Al-Mukarramah").name
        'Mecca'
    """
    found = _city_index().get(_key(name), ())
    return found[0] if len(found) == 1 else None


def same_city(one: str, other: str) -> bool:
    """Whether two names are spellings of one city.

    Example:
        >>> same_city("Istanbul", "İstanbul"), same_city("Makkah Al-Mukarramah", "Mecca"), same_city("Mecca", "Medina")
        (True, True, False)
    """
    if fold(one) == fold(other):
        return True
    known = find_city(one)
    return known is not None and known == find_city(other)


def city_state(city: str) -> State | None:
    """The state in which a city lies; None where it is unknown, shared by several states, or disputed.

    Example:
        >>> city_state("Sharm El-Sheikh"), city_state("Jerusalem")
        (<State EGY Egypt>, None)
    """
    codes = {code for found in _city_index().get(_key(city), ()) for code in found.states}
    return _by_code()[codes.pop()] if len(codes) == 1 else None


def is_cased(text: str) -> bool:
    """Whether a form is an abbreviation, which counts only in its own capitals.

    Example:
        >>> is_cased("US"), is_cased("U.S."), is_cased("D-8"), is_cased("Oman")
        (True, True, True, False)
    """
    bare = without_article(text)
    return len(bare) <= 8 and bare.isupper() and " " not in bare


def without_article(text: str) -> str:
    """A name without a leading "the".

    Example:
        >>> without_article("The UK"), without_article("Thessaly")
        ('UK', 'Thessaly')
    """
    return text[4:].lstrip() if text[:4].casefold() == "the " else text


@cache
def _state_rows() -> tuple[dict[str, str], ...]:
    return tuple(rows("states.csv"))


def _memberships() -> dict[str, list[Membership]]:
    found: dict[str, list[Membership]] = defaultdict(list)
    for row in rows("memberships.csv"):
        if row["state"]:
            found[row["state"]].append(
                Membership(
                    status=row["status"],
                    start=date(row["start"], "memberships.csv"),
                    end=date(row["end"], "memberships.csv"),
                    note=row["note"] or None,
                )
            )
    return found


@cache
def _by_code() -> Mapping[str, State]:
    codes = {each.alpha3: each for each in states()}
    return MappingProxyType(codes | {each.alpha2: each for each in states()})


@cache
def _rulings() -> Mapping[str, _Ruling]:
    return MappingProxyType(
        {
            _key(row["form"]): _Ruling(states=listed(row["states"]), never=row["rule"] == "never", other=row["other"])
            for row in rows("ambiguous.csv")
        }
    )


@cache
def _city_index() -> Mapping[str, tuple[City, ...]]:
    found: dict[str, list[City]] = defaultdict(list)
    for city in cities():
        for key in {_key(text) for text in (city.name, *city.aliases)}:
            found[key].append(city)
    return MappingProxyType({key: tuple(group) for key, group in found.items()})


@cache
def _name_index() -> Mapping[str, tuple[StateForm, ...]]:
    found: dict[str, list[StateForm]] = defaultdict(list)
    for form in _named_forms():
        found[_key(form.text)].append(form)
    return MappingProxyType({key: tuple(group) for key, group in found.items()})


def _key(text: str) -> str:
    folded = fold(text)
    return folded.removeprefix("the ") or folded


def _matches(name: str) -> tuple[State, ...]:
    """The states that a name can mean; empty also for a form that is never to be resolved alone."""
    text = name.strip()
    if len(text) in (2, 3) and text.isascii() and text.isupper() and text in _by_code():
        return (_by_code()[text],)
    key = _key(text)
    ruling = _rulings().get(key)
    if ruling is not None and ruling.never:
        return tuple(_by_code()[code] for code in ruling.states) if len(ruling.states) > 1 else ()
    shouted = without_article(text).isupper()
    found = {
        form.state.alpha3: form.state
        for form in _name_index().get(key, ())
        if shouted or not (form.cased and (form.weak or len(key) <= 2))
    }
    return tuple(found.values())


def _named_forms() -> Iterator[StateForm]:
    rulings = _rulings()

    def forms(owner: State, kind: StateFormKind, texts: Iterable[str], plural: bool = False) -> Iterator[StateForm]:
        for text in texts:
            weak = _key(text) in rulings
            yield StateForm(state=owner, kind=kind, text=text, plural=plural, weak=weak, cased=is_cased(text))

    for owner, row in zip(states(), _state_rows(), strict=True):
        yield from forms(owner, "name", (owner.name, owner.official_name))
        yield from forms(owner, "demonym", owner.demonyms)
        yield from forms(owner, "demonym", listed(row["plurals"]), plural=True)
        yield from forms(owner, "alias", owner.aliases)


def _all_forms() -> Iterator[StateForm]:
    for group in _name_index().values():
        yield from group
    yield from _claimed_forms()
    for owner in states():
        for code in (owner.alpha2, owner.alpha3):
            yield StateForm(state=owner, kind="code", text=code, cased=True)
    for city in cities():
        for code in city.states:
            owner = _by_code()[code]
            kind: StateFormKind = "capital" if city.name == owner.capital else "city"
            for text in (city.name, *city.aliases):
                yield StateForm(state=owner, kind=kind, text=text, weak=city.weak, cased=is_cased(text))


def _claimed_forms() -> Iterator[StateForm]:
    """Forms such as "the Kingdom", which several states bear, for those whose own lists lack them."""
    for row in rows("ambiguous.csv"):
        owners = {form.state.alpha3 for form in _name_index().get(_key(row["form"]), ())}
        for code in listed(row["states"]):
            if code not in owners:
                text = row["form"]
                yield StateForm(state=_by_code()[code], kind="alias", text=text, weak=True, cased=is_cased(text))


def _nearest(name: str) -> tuple[str, ...]:
    """Printed names near an unknown one, one for each state; for a city, the states it lies in."""
    lying = [_by_code()[code].name for city in _city_index().get(_key(name), ()) for code in city.states]
    if lying:
        return tuple(dict.fromkeys(lying))
    texts: dict[str, StateForm] = {}
    for key, group in _name_index().items():
        texts.setdefault(key, group[0])
    near: dict[str, str] = {}
    for key in get_close_matches(_key(name)[:80], texts, n=6, cutoff=0.72):
        near.setdefault(texts[key].state.alpha3, texts[key].text)
    return tuple(near.values())[:3]
