"""Organisations, organs, parliaments and movements that appear around the summits."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from types import MappingProxyType
from typing import Literal

from oic_summits.errors import AmbiguousNameError, NotFoundError
from oic_summits.model import Organisation, PartialDate, State
from oic_summits.model._base import frozen
from oic_summits.reference._data import date, listed, rows
from oic_summits.reference.fold import fold
from oic_summits.reference.states import is_cased, state, without_article

OrganisationFormKind = Literal["short", "name", "alias", "former"]


@frozen
class OrganisationForm:
    """One way to refer to an organisation.

    Attributes:
        organisation: the organisation.
        kind: short name, full name, another name, or a former name.
        text: the form as printed.
        weak: whether it also means something else, so that its neighbours must confirm it ("Congress").
        cased: whether it is an abbreviation, which counts only in its own capitals ("WHO", not "who").
    """

    organisation: Organisation
    kind: OrganisationFormKind
    text: str
    weak: bool = False
    cased: bool = False


@frozen
class FormerName:
    """A name that an organisation had before its present one, with the days on which it began and ended, if known."""

    organisation: str
    name: str
    start: PartialDate | None = None
    end: PartialDate | None = None


@cache
def organisations() -> tuple[Organisation, ...]:
    """All organisations, the OIC and its organs first. Former names stand among the aliases.

    Example:
        >>> organisations()[0].short_name
        'OIC'
    """
    former = former_names()
    return tuple(
        Organisation(
            short_name=row["short_name"],
            name=row["name"],
            aliases=listed(row["aliases"]) + tuple(each.name for each in former.get(row["short_name"], ())),
            kind=row["kind"] or None,
            parent=row["parent"] or None,
            note=row["note"] or None,
        )
        for row in _rows()
    )


@cache
def former_names() -> Mapping[str, tuple[FormerName, ...]]:
    """The former names of organisations, by short name.

    Example:
        >>> [(each.name, str(each.end)) for each in former_names()["OIC"]][0]
        ('Organisation of the Islamic Conference', '2011-06-28')
    """
    found: dict[str, list[FormerName]] = defaultdict(list)
    for row in rows("organisation-names.csv"):
        found[row["organisation"]].append(
            FormerName(
                organisation=row["organisation"],
                name=row["name"],
                start=date(row["start"], "organisation-names.csv"),
                end=date(row["end"], "organisation-names.csv"),
            )
        )
    return MappingProxyType({key: tuple(group) for key, group in found.items()})


def organisation(name: Organisation | str) -> Organisation:
    """Look up an organisation by short name, full name, another or a former name.

    Raises:
        NotFoundError: no organisation has the name; the nearest names are given.
        AmbiguousNameError: several organisations have it.

    Example:
        >>> organisation("Organization of the Islamic Conference").short_name
        'OIC'
        >>> organisation("Arab Leage")
        Traceback (most recent call last):
        ...
        oic_summits.errors.NotFoundError: no organisation is called 'Arab Leage'; the nearest is: Arab League
    """
    if isinstance(name, Organisation):
        return name
    found = _matches(name)
    if len(found) == 1:
        return found[0]
    if found:
        raise AmbiguousNameError(kind="organisation", query=name, candidates=tuple(each.short_name for each in found))
    index = _index()
    near = get_close_matches(_key(name)[:80], index, n=4, cutoff=0.75)
    candidates = dict.fromkeys(index[key][0].text for key in near)
    raise NotFoundError(kind="organisation", query=name, candidates=tuple(candidates))


def find_organisation(name: Organisation | str) -> Organisation | None:
    """The organisation that a name means, or None where none or several bear it.

    Example:
        >>> find_organisation("who"), find_organisation("WHO").short_name
        (None, 'WHO')
    """
    if isinstance(name, Organisation):
        return name
    found = _matches(name)
    return found[0] if len(found) == 1 else None


@cache
def organisation_forms() -> Mapping[str, tuple[OrganisationForm, ...]]:
    """Every form of every organisation under its folded key.

    Example:
        >>> [(form.organisation.short_name, form.weak) for form in organisation_forms()["senate"]]
        [('US Senate', True)]
    """
    found: dict[str, list[OrganisationForm]] = defaultdict(list)
    for form in _forms():
        group = found[fold(form.text)]
        if not any(form.organisation is other.organisation for other in group):
            group.append(form)
    return MappingProxyType({key: tuple(group) for key, group in found.items()})


def organisation_state(name: Organisation | str) -> State | None:
    """The state whose organ an organisation is, or None for an organisation of several states or of none.

    Raises:
        NotFoundError: no organisation has the name.

    Example:
        >>> organisation_state("Knesset"), organisation_state("OIC")
        (<State ISR Israel>, None)
    """
    code = _states().get(organisation(name).short_name, "")
    return state(code) if code else None


@cache
def _rows() -> tuple[dict[str, str], ...]:
    return tuple(rows("organisations.csv"))


@cache
def _states() -> Mapping[str, str]:
    return MappingProxyType({row["short_name"]: row["state"] for row in _rows()})


def _forms() -> Iterator[OrganisationForm]:
    former = former_names()
    for owner, row in zip(organisations(), _rows(), strict=True):
        weak = {_key(text) for text in listed(row["context"])}
        texts: list[tuple[OrganisationFormKind, str]] = [("short", owner.short_name), ("name", owner.name)]
        texts.extend(("alias", text) for text in listed(row["aliases"]))
        texts.extend(("former", each.name) for each in former.get(owner.short_name, ()))
        for kind, text in texts:
            yield OrganisationForm(
                organisation=owner, kind=kind, text=text, weak=_key(text) in weak, cased=is_cased(text)
            )


@cache
def _index() -> Mapping[str, tuple[OrganisationForm, ...]]:
    found: dict[str, list[OrganisationForm]] = defaultdict(list)
    for form in _forms():
        found[_key(form.text)].append(form)
    return MappingProxyType({key: tuple(group) for key, group in found.items()})


def _key(text: str) -> str:
    folded = fold(text)
    return folded.removeprefix("the ") or folded


def _matches(name: str) -> tuple[Organisation, ...]:
    text = name.strip()
    key = _key(text)
    shouted = without_article(text).isupper()
    found = {
        form.organisation.short_name: form.organisation
        for form in _index().get(key, ())
        if shouted or not (form.cased and (form.weak or len(key) <= 2))
    }
    return tuple(found.values())
