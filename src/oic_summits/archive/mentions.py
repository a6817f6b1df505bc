"""Which states a stretch of text speaks of, by any form of their names."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from types import MappingProxyType

from oic_summits.archive.names import LeaderName, Names, StateName
from oic_summits.archive.people import name_words, words_of
from oic_summits.errors import NotFoundError
from oic_summits.model import Document, Evidence, State
from oic_summits.model._base import frozen
from oic_summits.reference import StateForm, find_organisation, find_state, fold, state_forms

_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|\w+")
_PLACES = frozenset({"capital", "city"})
_LONGEST = 8

TextTest = Callable[[str], bool]


@frozen
class StateMention:
    """A form of a state's name in a text, at these offsets (code points from 0, end exclusive)."""

    start: int
    end: int
    state: str


@cache
def _forms() -> tuple[Mapping[str, tuple[StateForm, ...]], frozenset[str]]:
    """Folded form -> whose it is; and the first words of all forms."""
    forms: dict[str, tuple[StateForm, ...]] = {}
    for form, bearers in state_forms().items():
        named = tuple(bearer for bearer in bearers if bearer.kind not in _PLACES)
        if named:
            forms[form] = named
    return MappingProxyType(forms), frozenset(form.split(" ", 1)[0] for form in forms)


def state_mentions(text: str) -> tuple[StateMention, ...]:
    """Every place where a text names a state or its people, the longest form first, without overlaps.

    Example:
        >>> [mention.state for mention in state_mentions("Iranians and the United States")]
        ['IRN', 'USA']
    """
    tokens = list(_TOKEN.finditer(text))
    found: list[StateMention] = []
    at = 0
    while at < len(tokens):
        length, code = _longest(text, tokens, at)
        if code is not None:
            found.append(StateMention(start=tokens[at].start(), end=tokens[at + length - 1].end(), state=code))
        at += max(1, length)
    return tuple(found)


def _longest(text: str, tokens: Sequence[re.Match[str]], at: int) -> tuple[int, str | None]:
    """How many tokens from `at` on make the longest form, and whose it is: None where several states share it."""
    forms, heads = _forms()
    first = fold(tokens[at].group()).split(" ", 1)[0]
    if first not in heads or tokens[at].group()[0].islower():
        return 0, None
    for last in range(min(at + _LONGEST, len(tokens)) - 1, at - 1, -1):
        printed = text[tokens[at].start() : tokens[last].end()]
        bearers = forms.get(fold(printed), ())
        codes = {b.state.alpha3 for b in bearers if printed.isupper() or not b.cased}
        if codes:
            return last - at + 1, codes.pop() if len(codes) == 1 else None
    return 0, None


def mentions_in(document: Document, code: str) -> tuple[Evidence, ...]:
    """Every place where a document names a state or its people."""
    return tuple(
        Evidence(
            document=document.id,
            start=mention.start,
            end=mention.end,
            text=document.text[mention.start : mention.end],
            rule="state mention",
        )
        for mention in state_mentions(document.text)
        if mention.state == code
    )


def has_words(words: str) -> TextTest:
    """Whether a text holds these words one after another, whatever their case and accents."""
    wanted = f" {' '.join(words_of(words))} "
    return lambda text: wanted in f" {' '.join(words_of(text))} "


def speaks_of(name: StateName | LeaderName, names: Names) -> TextTest:
    """Whether a text speaks of a state, an organisation or a leader, by any form of the name.

    Raises:
        NotFoundError: nothing bears the name.
        AmbiguousNameError: several people do.
    """
    found = name if isinstance(name, State) else find_state(name) if isinstance(name, str) else None
    if found is not None:
        code = found.alpha3
        return lambda text: any(mention.state == code for mention in state_mentions(text))
    assert not isinstance(name, State)
    if isinstance(name, str):
        organisation = find_organisation(name)
        if organisation is not None:
            tests = [has_words(form) for form in (organisation.short_name, organisation.name, *organisation.aliases)]
            return lambda text: any(test(text) for test in tests)
        other = [form for words, form in names.others if words == " ".join(words_of(name))]
        if other:
            return has_words(other[0])
    return _of_leader(name, names)


def _of_leader(name: LeaderName, names: Names) -> TextTest:
    try:
        identity = names.leader(name)
    except NotFoundError as error:
        raise NotFoundError(
            kind="state, organisation or leader",
            query=error.query,
            candidates=error.candidates,
            where="any other words are found by containing()",
        ) from None
    forms = {" ".join(name_words(form)) for form in identity.forms}
    surname = identity.person.surname or name_words(identity.person.name)[-1]
    tests = [has_words(form) for form in {*forms, fold(surname)} if form]
    return lambda text: any(test(text) for test in tests)
