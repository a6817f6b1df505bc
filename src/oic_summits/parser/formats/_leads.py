"""What leads a list item: the flag of a state, its code and name, or nothing where the flag got lost."""

import re
from typing import NamedTuple

__all__ = ["Lead", "lead_of", "state_of"]

_LOST = re.compile(r":\s+(?=\S)")
_NAMED = re.compile(r"(?P<name>[^:\n]{2,60}?)\s*(?::|\s[–—-])\s+(?=\S)")
_CODED = re.compile(r"(?P<code>[A-Z]{3})\s+(?=[A-Z])")
# Codes of sports bodies, which flag templates take as well, where they differ from ISO 3166.
_OTHER_CODES = {
    "ALG": "DZA", "BAN": "BGD", "BRU": "BRN", "CRO": "HRV", "DEN": "DNK", "GAM": "GMB", "GER": "DEU", "GRE": "GRC",
    "GUI": "GIN", "INA": "IDN", "IRI": "IRN", "KSA": "SAU", "KUW": "KWT", "LBA": "LBY", "LIB": "LBN", "MAS": "MYS",
    "MDV": "MDV", "MTN": "MRT", "NED": "NLD", "NGR": "NGA", "NIG": "NER", "OMA": "OMN", "PHI": "PHL", "PLE": "PSE",
    "POR": "PRT", "RSA": "ZAF", "SUD": "SDN", "SUI": "CHE", "TOG": "TGO", "UAE": "ARE", "VIE": "VNM", "BIH": "BIH",
    "BUR": "BFA", "CHA": "TCD", "TAN": "TZA", "ZAM": "ZMB", "ZIM": "ZWE",
}  # fmt: skip


class Lead(NamedTuple):
    """Where the text of an item begins after its lead, the state that leads it, and whether its flag got lost."""

    start: int
    state: str | None = None
    lost: bool = False


def state_of(name: str) -> str | None:
    """Alpha-3 code of the state that a flag template or an item's lead names, or None.

    Example:
        >>> state_of("Indonesia"), state_of("SUD"), state_of("the summit")
        ('IDN', 'SDN', None)
    """
    from oic_summits.reference import find_state

    name = " ".join(name.split())
    state = find_state(name)
    if state is not None:
        return state.alpha3
    return _OTHER_CODES.get(name) if len(name) == 3 else None


def lead_of(text: str, start: int, end: int) -> Lead:
    """Find the lead of the item that stands at a stretch of the text.

    Example:
        >>> lead_of(": President Abbas said no.", 0, 26)
        Lead(start=2, state=None, lost=True)
        >>> lead_of("SAU Saudi Arabia: It agreed.", 0, 28)
        Lead(start=18, state='SAU', lost=False)
    """
    lost = _LOST.match(text, start, end)
    if lost:
        return Lead(lost.end(), lost=True)
    named = _NAMED.match(text, start, end)
    if named:
        name = named["name"]
        code, _, rest = name.partition(" ")
        state = state_of(name) or (state_of(rest) if rest and _is_code(code) else None)
        if state:
            return Lead(named.end(), state)
    coded = _CODED.match(text, start, end)
    if coded and _is_code(coded["code"]):
        return Lead(coded.end(), state_of(coded["code"]))
    return Lead(start)


def _is_code(code: str) -> bool:
    """Whether three capitals are the code of a state, and not its abbreviation in prose."""
    return len(code) == 3 and code.isupper() and (state_of(code) == code or code in _OTHER_CODES)
