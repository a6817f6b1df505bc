"""What stands before an office or a name: determiners, owners ("Jordan's", "his"), "the host"."""

import attrs

from oic_summits.parser.lexicon import POSSESSIVES
from oic_summits.parser.line import Line, words_of
from oic_summits.parser.names import name_end, skip_honorifics
from oic_summits.parser.offices import OfficePhrase, owner_of, parse_office

_OWN_BODIES = frozenset("organisation organization bloc group body league union".split())


@attrs.frozen(kw_only=True)
class Lead:
    """What stands before an office or a name: determiner, owner, hints."""

    end: int
    determined: bool = False
    owner: str | None = None
    owner_state: str | None = None
    owner_organisation: str | None = None
    hints: tuple[str, ...] = ()


def read_lead(line: Line, text: str, i: int) -> Lead:
    """Read ``[the | his | Jordan's | Bush's] [host leader]``; without any of it the lead is empty."""
    j = i
    determined = False
    owner = state = organisation = None
    if line.lower(j) in ("the", "a", "an", "its") or line.lower(j) in POSSESSIVES:
        owner = line.lower(j) if line.lower(j) in POSSESSIVES else None
        determined = True
        j += 1
    known = line.known[j] if j < len(line) else None
    if known is not None and line.possessive(known.end):
        if known.state is not None:
            state = known.state.alpha3
        elif known.organisation is not None:
            state, organisation = owner_of(known, None)
        j, determined = known.end + 1, True
    elif determined and line.lower(j) in _OWN_BODIES and line.possessive(j + 1):
        organisation, j = "self", j + 2  # "the organisation's secretary-general"
    elif known is None:
        end = name_end(line, j)
        if end is not None and line.possessive(end):
            owner, j, determined = words_of(line, text, j, end), end + 1, True
    titled = skip_honorifics(line, j)
    if titled > j and parse_office(line, titled) is not None:
        j = titled  # "His Majesty King X", "H.R.H. Prince Y"
    hints: list[str] = []
    while line.lower(j) in ("host", "leader", "guest", "fellow"):
        if line.lower(j) == "leader" and not hints:
            break
        hints.append("host" if line.lower(j) == "host" else "")
        j += 1
    return Lead(
        end=j,
        determined=determined,
        owner=owner,
        owner_state=state,
        owner_organisation=organisation,
        hints=tuple(hint for hint in hints if hint),
    )


def _counterpart_at(line: Line, i: int, k: int) -> OfficePhrase | None:
    """As in "his counterpart at the Arab League": the office of whoever was named before, in another body or state."""
    k += line.lower(k) == "the"
    known = line.known[k] if k < len(line) else None
    if known is None:
        return None
    state, organisation = (known.state.alpha3, None) if known.state is not None else owner_of(known, None)
    return OfficePhrase(start=i, end=known.end, title="@same", state=state, organisation=organisation)


def read_counterpart(line: Line, i: int) -> OfficePhrase | None:
    """As in "his Yemeni counterpart", "her Philippine colleague": the office of whoever was named before."""
    known = line.known[i] if i < len(line) else None
    j = known.end if known is not None else i
    if line.lower(j) == "counterpart" and line.lower(j + 1) in ("at", "of", "in", "from"):
        return _counterpart_at(line, i, j + 2)
    if [line.lower(j), line.lower(j + 1)] == ["opposite", "number"] and line.lower(j + 2) in ("at", "of", "in", "from"):
        return _counterpart_at(line, i, j + 3)
    if line.lower(j) in ("counterpart", "colleague", "deputy", "successor", "predecessor") and known is not None:
        state = known.state.alpha3 if known.state is not None else None
        return OfficePhrase(start=i, end=j + 1, title="@same", state=state)
    return None
