"""Which format a text has, by cheap evidence."""

import re

from oic_summits.model import DocumentKind
from oic_summits.parser.formats._rendered import looks_rendered

__all__ = ["detect_kind"]
_LOOKED_AT = 200_000
_MARKUP = re.compile(r"\{\{|\[\[|'''|<ref[ >/]|^\{\|", re.MULTILINE)
_STRONG_MARKUP = re.compile(
    r"\{\{\s*(?:infobox|flag|flagicon|reflist|cite|short description)\b|\[\[(?:Category|File)\s*:", re.IGNORECASE
)
_TITLE = re.compile(r"=[^=\n][^\n]{0,300}=[ \t]*(?:\n|\Z)")
_SECTION = re.compile(r"^={2,6}[^=\n][^\n]{0,300}?={2,6}[ \t\r]*$", re.MULTILINE)
_BOX = re.compile(
    r"^[-*] (?:Country|Date|Cities|City|Follows|Precedes|Venues?|Participants|Chair\w*|Compactnav)\s*:", re.MULTILINE
)
_OFFICIAL_HEAD = re.compile(
    r"\b(?:FINAL\s+)?(?:COMMUNIQU[EÉ]|DECLARATION|RESOLUTIONS?|STATEMENT|CHARTER|PROGRAMME\s+OF\s+ACTION|OUTCOME\s+DOCUMENT)\b"
)
_RELEASE = re.compile(
    r"(?:press|news) (?:release|note|statement)(?: no\.? ?[\d/-]+)?|for immediate release", re.IGNORECASE
)
_PREAMBULAR = re.compile(
    r"^[ \t]*(?:We, |(?:[A-Z][a-z]+ly )?(?:[A-Z][a-z]{3,}ing|Convinced|Guided|Aware|Mindful|Conscious|Concerned"
    r"|Determined|Inspired|Committed|Alarmed|Deeply|Gravely)\b)[^\n]*[,;][ \t]*$",
    re.MULTILINE,
)
# "21.40 GMT", "15.10 - ": the times of a live page
_TIME = r"(?:[01]?\d|2[0-3])[.:][0-5]\d\s*(?:[-–—|]|[A-Z]{3,4}\b|[ap]\.?m\b)"
_OPERATIVE = re.compile(
    rf"^[ \t]*(?!{_TIME})(?:\(?\d{{1,3}}[.)]|\(?[a-z][.)]|\([ivx]+\)|\d{{1,2}}\.\d{{1,2}}\.?|OP\s?\d+\.?"
    r"|[ivxIVX]{1,5}\.)[ \t]+\S",
    re.MULTILINE,
)


def detect_kind(text: str) -> DocumentKind:
    r"""Say which format a text has; only its first part is looked at.

    Example:
        >>> detect_kind("= First Session =\n\nIt met.").value
        'encyclopedia'
        >>> detect_kind("{{Infobox summit meeting\n| country = [[Egypt]]\n}}").value
        'wikitext'
        >>> detect_kind("DAKAR - Leaders met on Friday.").value
        'news'
    """
    head = text[:_LOOKED_AT].lstrip("\ufeff\u200e\u200f \t\r\n")
    if _STRONG_MARKUP.search(head) or len(_MARKUP.findall(head)) >= 3:
        return DocumentKind.WIKITEXT
    if _TITLE.match(head) or len(_BOX.findall(head)) >= 2:
        return DocumentKind.ENCYCLOPEDIA
    if looks_rendered(head):
        return DocumentKind.ENCYCLOPEDIA
    if _is_official(head):
        return DocumentKind.COMMUNIQUE
    return DocumentKind.ENCYCLOPEDIA if _SECTION.search(head) else DocumentKind.NEWS


def _is_official(head: str) -> bool:
    opening = [line.strip() for line in head[:3000].splitlines() if line.strip()][:12]
    if any(_RELEASE.fullmatch(line) for line in opening):
        return False
    titled = any(line.isupper() and _OFFICIAL_HEAD.search(line) for line in opening)
    titled = titled or any(_is_mixed_title(line) for line in opening[:3])
    titled = titled or any(_OFFICIAL_HEAD.match(line.upper()) and _is_mixed_title(line) for line in opening[:8])
    operative = len(_OPERATIVE.findall(head))
    if titled and len(_PREAMBULAR.findall(head)) >= 2:
        return True
    return operative >= 2 if titled else operative >= 6 and operative * 3 >= head.count("\n\n")


def _is_mixed_title(line: str) -> bool:
    """Whether a line in mixed case is the title of an outcome document: "Final Communiqué of the Fourth Session …"."""
    if len(line) > 200 or line[-1] in ".,;:!?" or not line[0].isupper():
        return False
    found = _OFFICIAL_HEAD.search(line.upper())
    capitals = sum(word[0].isupper() for word in line.split() if len(word) > 3)
    return found is not None and capitals * 3 >= 2 * sum(len(word) > 3 for word in line.split())
