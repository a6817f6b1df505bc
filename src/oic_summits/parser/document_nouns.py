"""Noun phrases that name the documents of the summit: by title, or as common nouns."""

import re

import attrs

from oic_summits.parser.lexicon import POSSESSIVES
from oic_summits.parser.line import Line
from oic_summits.parser.wordlists import FUNCTION_WORDS

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
    if not _is_document_noun(lower, words, article=line.lower(i)):
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


def _is_document_noun(word: str, modifiers: set[str], *, article: str) -> bool:
    """Whether a common noun names a document; a plan or a charter only with a word such as "final" before it."""
    if word == "pact":
        return article == "the"
    known = word in DOCUMENT_KINDS or word in _GENERIC_DOCUMENTS
    return known and (bool(modifiers) or word not in ("plan", "program", "programme", "charter"))


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
