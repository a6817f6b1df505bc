"""Known names of states and organisations, matched over tokens, longest first."""

from collections.abc import Sequence
from functools import cache, lru_cache

import attrs

from oic_summits.model import Organisation, State
from oic_summits.parser.text import Token
from oic_summits.parser.wordlists import CALENDAR_WORDS, FUNCTION_WORDS, THINGS
from oic_summits.reference import city_state, find_state, fold, organisation_forms, state_forms


@lru_cache(maxsize=1 << 15)
def folded(word: str) -> str:
    """A word folded as the reference tables fold names."""
    return fold(word)


@attrs.frozen(kw_only=True)
class Known:
    """A stretch of tokens that names a state or an organisation.

    Attributes:
        start, end: token indexes.
        state: the state, or None.
        organisation: the organisation, or None.
        form: name, demonym, capital, city, code or organisation.
    """

    start: int
    end: int
    state: State | None = None
    organisation: Organisation | None = None
    form: str

    @property
    def is_demonym(self) -> bool:
        """Whether it is an adjective or a noun of nationality."""
        return self.form == "demonym"

    @property
    def is_place(self) -> bool:
        """Whether it is a city, which may stand for the government that sits there."""
        return self.form in ("capital", "city")


class _Index:
    """Folded names by their first word."""

    def __init__(self) -> None:
        self.entries: dict[str, Known] = {}
        self.longest: dict[str, int] = {}

    def enter(self, form: str, known: Known) -> None:
        words = form.split()
        if not words:
            return
        self.entries.setdefault(form, known)
        self.longest[words[0]] = max(self.longest.get(words[0], 0), len(words))


_RANK = {"name": 0, "alias": 1, "demonym": 2, "code": 3, "capital": 4, "city": 5}
# organisations whose short forms are common words: only the capitals count
_CASE_BOUND = frozenset("who is pa ec icc eco una idb it us as".split())


@cache
def _index() -> _Index:
    index = _Index()
    for form, found in organisation_forms().items():
        if len(form) > 1:
            index.enter(form, Known(start=0, end=0, organisation=found[0].organisation, form="organisation"))
    for form, entries in state_forms().items():
        owners = {entry.state.alpha3 for entry in entries}
        best = min(entries, key=lambda entry: _RANK.get(entry.kind, 9))
        if best.kind in ("name", "alias", "demonym") and (best.weak or find_state(best.text) is None):
            continue
        kind = "name" if best.kind == "alias" else best.kind
        if len(owners) > 1 and kind not in ("capital", "city"):
            continue  # an ambiguous form never resolves alone
        if len(owners) > 1 and city_state(form) is None:
            continue
        if best.kind == "code" and len(form) == 2 and form not in ("us", "uk"):
            continue
        index.enter(form, Known(start=0, end=0, state=best.state, form=kind))
    return index


@lru_cache(maxsize=1 << 12)
def weak_demonym(word: str) -> State | bool | None:
    """The state of an adjective that means something else too ("Indian"); True where several share it ("Guinean")."""
    if not any(entry.kind == "demonym" for entry in state_forms().get(folded(word), ())):
        return None
    return find_state(word) or True


def match_known(tokens: Sequence[Token], i: int) -> Known | None:
    """The longest known name that begins at token i, or None."""
    index = _index()
    token = tokens[i]
    if token.kind not in ("word", "number") or not (
        token.text[0].isupper() or token.text[0].isdigit() or token.capital
    ):
        return None
    first = folded(token.text).split()
    if not first:
        return None
    limit = index.longest.get(first[0], 0)
    if limit == 0:
        return None
    words = list(first)
    best: Known | None = None
    j = i + 1
    grown = True
    while True:
        known = index.entries.get(" ".join(words)) if grown else None
        if known is not None and _case_fits(tokens, i, j, known):
            best = attrs.evolve(known, start=i, end=j)
        grown = True
        if j >= len(tokens) or len(words) >= limit:
            return best
        nxt = tokens[j]
        if nxt.kind == "mark" and nxt.text in "’'.-–" and tokens[j - 1].end == nxt.start:
            j, grown = j + 1, False
            continue
        if nxt.kind not in ("word", "number"):
            return best
        words += folded(nxt.text).split()
        j += 1


def _opens_name(tokens: Sequence[Token], j: int) -> bool:
    """Whether a capitalised word that can continue a personal name follows."""
    if j >= len(tokens) or tokens[j].kind != "word" or not tokens[j].text[0].isupper():
        return False
    lower = tokens[j].lower
    return (
        lower not in THINGS
        and lower not in FUNCTION_WORDS
        and lower not in CALENDAR_WORDS
        and not tokens[j].text.isupper()
    )


def _case_fits(tokens: Sequence[Token], i: int, j: int, known: Known) -> bool:
    """Whether the capitals are those of a name: codes and acronyms in capitals, other words capitalised."""
    text = tokens[i].text
    if j == i + 1:
        if known.is_place and _opens_name(tokens, j):
            return False  # "Victoria Nuland" is no capital
        if known.form == "code" or tokens[i].lower in _CASE_BOUND:
            return text.isupper() and (known.form != "code" or len(text) >= 2)
        return text[0].isupper() or tokens[i].capital
    capitals = sum(1 for token in tokens[i:j] if token.text[0].isupper())
    return text[0].isupper() and (
        any(c.isupper() for c in tokens[j - 1].text) or capitals * 2 > j - i or known.organisation is not None
    )
