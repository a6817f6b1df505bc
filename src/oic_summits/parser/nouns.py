"""Noun phrases that name the summit itself, its leaders and its documents."""

import attrs

from oic_summits.parser.gazetteer import Known
from oic_summits.parser.line import Line
from oic_summits.parser.neighbours import verb_starts
from oic_summits.parser.wordlists import FUNCTION_WORDS

_SUMMIT_HEADS = frozenset("summit conference session gathering meeting".split())
_SUMMIT_MODIFIERS = frozenset(
    "islamic extraordinary ordinary emergency special joint arab-islamic present current one-day two-day three-day "
    "annual oic opening closing concluding same lahore urgent landmark historic tripartite".split()
)
_OWN_MARKS = frozenset("islamic arab-islamic oic extraordinary emergency".split())
_FOREIGN_MODIFIERS = frozenset(
    "news press peace donors donor donors' ministerial non-aligned telephone international world parallel bilateral "
    "earlier previous next cabinet emergency-un working plenary preparatory climate un academic scientific".split()
)
_LEADERS = frozenset("leaders delegates participants heads kings presidents monarchs rulers sovereigns".split())
_LEADER_MODIFIERS = frozenset("muslim islamic assembled gathered visiting attending summit oic participating".split())
_ORDINAL_WORDS = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth".split()
)


@attrs.frozen
class SummitPhrase:
    """The summit itself: "the conference", "leaders of the Muslim world"."""

    end: int
    word: str
    plural: bool = False


def parse_summit(line: Line, i: int) -> SummitPhrase | None:
    """``the [ordinal | Islamic | extraordinary …]* summit [of the …]``, or the leaders assembled there."""
    tokens = line.tokens
    j = i
    if i == 0 and line.lower(0) in ("leaders", "participants") and verb_starts(line, 1):
        return SummitPhrase(1, "leaders", plural=True)
    definite = line.lower(j) in ("the", "this", "its", "both", "our")
    indefinite = line.lower(j) in ("a", "an")
    if definite or indefinite:
        j += 1
    modified = False
    while j < len(tokens) and j - i < 9:
        known = line.known[j]
        lower = line.lower(j)
        if known is not None and known.organisation is not None and _is_summit_name(known):
            return SummitPhrase(_summit_tail(line, known.end), "summit")
        if indefinite and (lower in _SUMMIT_HEADS or lower in _LEADERS):
            return _one_summit(line, i, j)
        if lower in _SUMMIT_HEADS:
            if not (definite or (modified and tokens[j].text[0].isupper())):
                return None
            return SummitPhrase(_summit_tail(line, j + 1), lower)
        if lower in _LEADERS:
            return _leaders(line, j, definite=definite, modified=modified)
        if lower in _FOREIGN_MODIFIERS:
            return None
        ordinal = lower[:1].isdigit() or lower in _ORDINAL_WORDS
        proper = tokens[j].text[0].isupper() and tokens[j].kind == "word" and lower not in FUNCTION_WORDS
        if lower == "and" and modified and line.lower(j + 1) in _LEADER_MODIFIERS | {"arab", "african"}:
            j += 1
            continue
        if not (lower in _SUMMIT_MODIFIERS or ordinal or lower in _LEADER_MODIFIERS or proper):
            return None
        modified = True
        j += 1
    return None


def _one_summit(line: Line, i: int, j: int) -> SummitPhrase | None:
    """As in "a two-day summit of the OIC", "an emergency Islamic summit": new to the reader, and yet the one."""
    if line.lower(j) != "summit":
        return None
    end = _summit_tail(line, j + 1)
    marked = {line.lower(k) for k in range(i + 1, j)} & _OWN_MARKS
    return SummitPhrase(end, "summit") if marked or end > j + 1 else None


def _is_summit_name(known: Known) -> bool:
    organisation = known.organisation
    return organisation is not None and "Summit" in organisation.name


def _summit_tail(line: Line, j: int) -> int:
    """As in "of the Islamic Summit Conference", "of the Organisation …": what belongs to the name of the summit."""
    while line.lower(j) in _SUMMIT_HEADS:
        j += 1
    if line.lower(j) == "of":
        k = j + 1
        if line.lower(k) == "the":
            k += 1
        known = line.known[k] if k < len(line) else None
        if known is not None and known.organisation is not None:
            end = known.end
            if line.lower(end) == "(" and line.lower(end + 2) == ")":
                end += 3
            while line.lower(end) in _SUMMIT_HEADS:
                end += 1
            return end
        if line.lower(k) == "islamic":
            while k < len(line) and (line.tokens[k].text[0].isupper()):
                k += 1
            return k
    return j


def _leaders(line: Line, j: int, *, definite: bool, modified: bool) -> SummitPhrase | None:
    lower = line.lower(j)
    end = j + 1
    if lower == "heads":
        if line.lower(end) != "of" or line.lower(end + 1) not in ("state", "government"):
            return None
        end += 2
        while line.lower(end) in ("and", "or", "government", "of", "state"):
            end += 1
    titles = _listed_titles(line, j) if definite else None
    if titles is not None:
        return SummitPhrase(titles, "leaders", plural=True)
    if lower in ("kings", "presidents", "monarchs", "rulers", "sovereigns"):
        if not definite or line.lower(end) != "and" or line.lower(end + 1) not in _LEADERS | {"emirs", "princes"}:
            return None
        end += 2
        while line.lower(end) in ("of", "state", "and", "government") and line.lower(end + 1) in (
            "state",
            "government",
            "and",
        ):
            end += 2
    if line.lower(end) == "of":
        tail = _leaders_of(line, end + 1)
        if tail is None:
            return None
        return SummitPhrase(tail, "leaders", plural=True)
    if definite or modified:
        return SummitPhrase(end, "leaders", plural=True)
    return None


_RULERS = frozenset("kings emirs amirs presidents monarchs rulers sovereigns sultans premiers princes sheikhs".split())


def _listed_titles(line: Line, j: int) -> int | None:
    """The end of "Kings, Emirs and Heads of State and Government of the Member States", or None."""
    k, titles = j, 0
    while line.lower(k) in _RULERS or (titles and line.lower(k) in (",", "and")):
        titles += line.lower(k) in _RULERS
        k += 1
    if titles < 1 or line.lower(k) != "heads" or line.lower(k + 1) != "of":
        return None
    k += 2
    while line.lower(k) in ("state", "government", "states", "and", "or", "of"):
        if line.lower(k) == "of":
            return _leaders_of(line, k + 1) or k
        k += 1
    return k


def _leaders_of(line: Line, i: int) -> int | None:
    """As in "of the Muslim world", "of Islamic countries", "of the OIC member states", "of the 57 member states"."""
    j = i
    words: list[str] = []
    while j < len(line) and j - i < 8 and line.tokens[j].kind in ("word", "number"):
        lower = line.lower(j)
        known = line.known[j]
        if known is not None and known.organisation is not None:
            words.append("oic")
            j = known.end
            if line.lower(j) not in ("member", "members", "countries", "states", "nations"):
                break
            continue
        if known is not None or lower in ("and", "on", "in", "at"):
            break
        words.append(lower)
        j += 1
        if lower in ("world", "countries", "states", "nations"):
            break
    if {"muslim", "islamic", "oic", "member", "arab"} & set(words):
        return j
    return None
