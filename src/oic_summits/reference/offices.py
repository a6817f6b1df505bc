"""Offices: the many titles of one office, and whether an office that a text names is one that somebody held."""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from oic_summits.model import Office
from oic_summits.reference._data import listed, rows
from oic_summits.reference.fold import fold
from oic_summits.reference.states import find_state

_STANDING = re.compile(r"^(?:acting|interim|caretaker|transitional|provisional|the|then|current|incumbent|outgoing) ")
_KINDS = frozenset({"head of state", "head of government"})
_LEADERS = frozenset({"leader", "ruler"})


def canonical_office(title: str) -> str:
    """The usual title of an office, folded, without "acting" and its like.

    Example:
        >>> canonical_office("Minister of Foreign Affairs"), canonical_office("caretaker premier")
        ('foreign minister', 'prime minister')
    """
    folded = fold(title)
    while True:
        bare = _STANDING.sub("", folded)
        if bare == folded:
            break
        folded = bare
    return _synonyms().get(folded, folded)


def same_office(asked: str, office: Office) -> bool:
    """Whether an office that a text names can be this one.

    A short title fits a longer one of the same head ("president" fits "president of South Yemen"); "head of state" and
    "head of government" fit by the kind of office; "of" and a state at the end of what is asked is left aside.

    Example:
        >>> same_office("premier", Office(title="acting prime minister", kind="head of government"))
        True
        >>> same_office("Emir of Qatar", Office(title="emir", kind="head of state"))
        True
        >>> same_office("president", Office(title="vice president", kind="heir"))
        False
    """
    wanted = _wanted(asked)
    if wanted in _KINDS:
        return wanted == office.kind
    if wanted in _LEADERS:
        return office.kind in _KINDS
    return wanted in _readings(office.title)


@cache
def _synonyms() -> Mapping[str, str]:
    known = {fold(also): fold(row["office"]) for row in rows("offices.csv") for also in listed(row["also"])}
    return MappingProxyType(known)


@cache
def _readings(title: str) -> frozenset[str]:
    """What a recorded title answers to: itself, its parts, and the head of each part."""
    found = {canonical_office(title)}
    for part in re.split(r" and |, ", title):
        found.add(canonical_office(part))
        found.add(canonical_office(part.split(" of ")[0]))
    return frozenset(found)


def _wanted(asked: str) -> str:
    canonical = canonical_office(asked)
    head, separator, owner = asked.rpartition(" of ")
    if separator and canonical not in _synonyms().values() and find_state(owner) is not None:
        return canonical_office(head)
    return canonical
