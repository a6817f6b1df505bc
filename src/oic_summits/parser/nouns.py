"""Noun phrases that name the summit itself, its leaders and its documents."""

import re

import attrs

from oic_summits.parser.gazetteer import Known
from oic_summits.parser.lexicon import POSSESSIVES
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


DOCUMENT_KINDS = {
    "declaration": "declaration",
    "charter": "declaration",
    "communique": "final communique",
    "communiqué": "final communique",
    "statement": "declaration",
    "resolution": "resolution",
    "resolutions": "resolution",
    "pact": "declaration",
    "programme": "declaration",
    "program": "declaration",
    "plan": "declaration",
}
_GENERIC_DOCUMENTS = frozenset(["text", "document", "texts", "paper"])
_DOCUMENT_MODIFIERS = frozenset(
    "final closing concluding joint summit separate draft adopted same resulting own main political official formal "
    "conclusive seven-page strongly-worded new".split()
)
_COUNTED = re.compile(r"\d+-(?:point|page|paragraph|article)")
_FINAL = frozenset("final closing concluding conclusive".split())
_CONNECTORS = frozenset("of on for the and in to against towards toward with from by".split())


@attrs.frozen
class DocumentPhrase:
    """A document: its kind, and where its title begins (-1 where it has none)."""

    end: int
    kind: str | None
    title_start: int = -1
    plural: bool = False


def parse_document(line: Line, i: int) -> DocumentPhrase | None:
    """A document by its title ("the Lahore Declaration") or as a common noun ("its final communiqué")."""
    j = i
    definite = line.lower(j) in ("the", "a", "an", "this", "its", "their", "both") or line.lower(j) in POSSESSIVES
    if definite:
        j += 1
    title = _titled_document(line, j)
    if title is not None:
        return title
    words: set[str] = set()
    while line.lower(j) in _DOCUMENT_MODIFIERS or _COUNTED.fullmatch(line.lower(j)):
        words.add(line.lower(j))
        j += 1
    lower = line.lower(j)
    if lower not in DOCUMENT_KINDS and lower not in _GENERIC_DOCUMENTS:
        return None
    if lower in ("plan", "program", "programme", "charter") and not words:
        return None
    if lower == "pact" and line.lower(i) != "the":
        return None
    if not definite and not words & (_FINAL | {"joint"}):
        return None
    following = line.lower(j + 1)
    if following[:1].isdigit() or following in ("no", "number", "made") or line.possessive(j + 1):
        return None
    of_summit = line.lower(j + 2) == "the" and line.lower(j + 3) in ("conference", "summit", "session")
    if following == "of" and lower in ("declaration", "statement", "charter") and of_summit:
        return DocumentPhrase(j + 4, DOCUMENT_KINDS.get(lower))
    if following == "of" and lower in ("declaration", "statement", "charter"):
        return None  # a declaration of independence is an event
    if lower == "statement" and not words and not definite:
        return None
    kind = DOCUMENT_KINDS.get(lower)
    if lower == "statement" and words & _FINAL:
        kind = "final communique"
    return DocumentPhrase(j + 1, kind, plural=lower.endswith("s"))


def _titled_document(line: Line, i: int) -> DocumentPhrase | None:
    """Capitalised words around a document noun, with small connecting words between."""
    tokens = line.tokens
    j = i
    kind: str | None = None
    capitals = 0
    while j < len(tokens) and j - i < 24:
        token = tokens[j]
        if token.kind == "word" and token.text[0].isupper():
            if capitals == 0 and token.lower in FUNCTION_WORDS:
                return None
            capitals += 1
            kind = kind or _kind_in_title(line, j, capitals)
        elif not _joins_title(line, j, kind, opened=capitals > 0):
            break
        j += 1
    while (
        j > i
        and (tokens[j - 1].lower in _CONNECTORS or tokens[j - 1].kind != "word")
        and tokens[j - 1].text[0].islower()
    ):
        j -= 1
    if kind is None or capitals < 2 or _outside(line, i, j):
        return None
    return DocumentPhrase(j, kind, title_start=i)


def _kind_in_title(line: Line, j: int, capitals: int) -> str | None:
    """The kind of document that a capitalised word of a title names."""
    lower = line.lower(j)
    if lower in ("plan", "programme", "program") and line.lower(j + 1) not in ("of", "for"):
        return None
    if lower == "statement" and capitals > 1 and line.lower(j - 1) in _FINAL:
        return "final communique"
    return DOCUMENT_KINDS.get(lower)


def _joins_title(line: Line, j: int, kind: str | None, *, opened: bool) -> bool:
    """Whether a token that is no capitalised word can stand inside a title."""
    token = line.tokens[j]
    if token.kind == "mark":
        return opened and token.text in ("-", "–")
    if token.kind == "number":
        return opened and kind is not None and line.lower(j - 1) == "the"
    if token.kind != "word":
        return False
    if token.lower in _CONNECTORS and capital_follows(line, j):
        return kind is not None or token.lower == "of"  # "Programme of Action"; others only after the noun
    return token.lower[:2].isdigit()


def capital_follows(line: Line, j: int) -> bool:
    """Whether a capitalised word or a number follows, over small connecting words."""
    k = j + 1
    while k < len(line) and line.lower(k) in _CONNECTORS and k - j < 3:
        k += 1
    return (
        k < len(line)
        and line.tokens[k].kind in ("word", "number")
        and (line.tokens[k].text[0].isupper() or line.tokens[k].text[0].isdigit())
    )


_OUTSIDE_WORDS = frozenset("balfour universal vienna geneva millennium charter_of_the_un nato camp oslo".split())


def _outside(line: Line, i: int, j: int) -> bool:
    """Whether the title names a document of somebody else (the UN Charter, a resolution with a number)."""
    for k in range(i, j):
        known = line.known[k]
        if known is not None and known.organisation is not None:
            short = known.organisation.short_name
            if short.startswith("UN") or known.organisation.parent == "UN" or short in ("Arab League", "EU", "AU"):
                return True
        if line.lower(k) in _OUTSIDE_WORDS:
            return True
    return line.lower(j)[:1].isdigit()
