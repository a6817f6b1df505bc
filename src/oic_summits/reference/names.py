"""Names of persons in transliteration: which spellings are one name."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from oic_summits.reference._data import listed, rows
from oic_summits.reference.fold import fold

_PARTICLES = frozenset({"al", "el"})
_SERVANTS = frozenset({"abd", "abdul", "abdel", "abdal", "abdoul", "abdi"})


def without_particles(folded: str) -> str:
    """A folded name without the words "al" and "el", unless nothing else is in it.

    Example:
        >>> without_particles("bashar al assad"), without_particles("al")
        ('bashar assad', 'al')
    """
    if "al" not in folded and "el" not in folded:
        return folded
    return " ".join(word for word in folded.split() if word not in _PARTICLES) or folded


def name_key(name: str) -> str:
    """The key of a full name under which common spellings of its given names are one.

    Looser than folding: two people can share a key, so it serves to propose that two names are one, not to prove it.
    A single word is only folded.

    Example:
        >>> name_key("Mohammad Javad Zarif") == name_key("Mohamed Javad Zarif")
        True
        >>> name_key("Yousef bin Ahmad Al-Othaimeen") == name_key("Youssef ibn Ahmed al Othaimeen")
        True
        >>> name_key("Abdel Fattah el-Sisi") == name_key("Abdelfattah al-Sisi")
        True
    """
    words = without_particles(fold(name)).split()
    if len(words) < 2:
        return " ".join(words)
    joined: list[str] = []
    for word in words:
        if joined and joined[-1] in _SERVANTS:
            joined[-1] = f"abdul{word}"
        else:
            joined.append(word)
    spellings = _spellings()
    return " ".join(spellings.get(word, word) for word in joined)


@cache
def _spellings() -> Mapping[str, str]:
    return MappingProxyType(
        {fold(also): row["name"] for row in rows("given-names.csv") for also in listed(row["also"])}
    )
