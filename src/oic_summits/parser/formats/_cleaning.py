"""What is cleaned in every format: line ends, invisible characters, odd spaces, tokenised punctuation."""

import re
from array import array
from bisect import bisect_left, bisect_right
from operator import itemgetter

from oic_summits.parser.encoding import Edit, mend
from oic_summits.parser.page import View, ViewBuilder

__all__ = ["Cleaning", "clean"]

# Directional marks, zero-width characters, soft hyphens and byte order marks. Joiners stay between letters of scripts
# that need them (Persian, Urdu, Devanagari) and inside emoji.
_INVISIBLE = (
    "[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
    "|(?<![\u0590-\U0010ffff])[\u200c\u200d]|[\u200c\u200d](?![\u0590-\U0010ffff])"
)
_MECHANICAL = re.compile(
    "(?P<line>\r\n?|[\u0085\u2028\u2029\f\v])"
    f"|(?P<gone>{_INVISIBLE})"
    "|(?P<space>[\u00a0\u2000-\u200a\u202f\u205f\u3000])"
    "|(?P<lone>[\ud800-\udfff])"
    "|(?P<note>(?<=[^\\s\\[\\](])\\["
    "(?:\\d{1,3}|[a-z]|(?:note|nb|lower-alpha) \\d{1,2}|citation needed|edit(?:\\s*\\|[^\\]\n]{0,40})?)\\])"
)
_TOKENISED = re.compile(r"-(?:LRB|RRB|LSB|RSB|LCB|RCB)-|``|''")
_BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}"}
_TOKENS = re.compile(
    r"(?P<sign>(?P<left> )?-(?P<opens>[LR])[RSC]B-(?P<right> )?)"
    r"|(?P<open>``)(?P<inner> )?"
    r"|(?P<outer> )?(?P<close>'')"
    r"|(?P<before> )(?=[,.;:?!%](?:\s|\Z)|'(?:s|re|ve|ll|d|m)?(?:\s|\Z)|n't\b)"
)
_JOINED = (",", ".", ";", ":", "?", "!")
_START = itemgetter(0)


class Cleaning:
    """The edits of one source, in order, and the views made through them."""

    __slots__ = ("_starts", "edits", "mended", "source", "surrogates")

    def __init__(
        self, source: str, edits: tuple[Edit, ...], mended: tuple[Edit, ...], surrogates: tuple[int, ...]
    ) -> None:
        self.source = source
        self.edits = edits
        self.mended = mended
        self.surrogates = surrogates
        self._starts = array("q", map(_START, edits))

    def take(self, builder: ViewBuilder, start: int, end: int) -> None:
        """Add a stretch of the source to a view, cleaned; an edit that crosses its bounds is left out."""
        position = start
        for index in range(bisect_left(self._starts, start), bisect_right(self._starts, end)):
            edit = self.edits[index]
            if edit.end > end or edit.start < position:
                continue
            if edit.start > position:
                builder.copy(position, edit.start)
            if edit.text:
                builder.put(edit.text, edit.start, edit.end)
            position = edit.end
        if position < end:
            builder.copy(position, end)

    def view(self) -> View:
        """The whole source as a view."""
        builder = ViewBuilder(self.source)
        self.take(builder, 0, len(self.source))
        return builder.build()


def clean(source: str, *, tokens: bool = True, dropped: tuple[Edit, ...] = ()) -> Cleaning:
    """Find everything that is not shown as it is printed.

    Args:
        source: The text as published.
        tokens: Whether punctuation set apart by a tokeniser is joined again; wikitext has other uses for ``''``.
        dropped: Further edits, such as markup without a partner.

    Returns:
        The edits: sound text has none.
    """
    mended = mend(source)
    edits: list[Edit] = [*mended, *dropped]
    surrogates: list[int] = []
    for match in _MECHANICAL.finditer(source):
        edits.append(Edit(match.start(), match.end(), _plain(match)))
        if match.lastgroup == "lone":
            surrogates.append(match.start())
    if tokens and _is_tokenised(source):
        edits.extend(_token_edits(source))
    return Cleaning(source, _disjoint(edits), mended, tuple(surrogates))


def _plain(match: re.Match[str]) -> str:
    return {"line": "\n", "gone": "", "note": "", "space": " ", "lone": "\ufffd"}[match.lastgroup or "gone"]


def _is_tokenised(source: str) -> bool:
    """Whether a tokeniser has been at work: bracket names, or both kinds of its quotation marks."""
    found = {match.group() for match in _TOKENISED.finditer(source)}
    return bool(found & _BRACKETS.keys()) or {"``", "''"} <= found


def _token_edits(source: str) -> list[Edit]:
    """One edit for each sign of a tokeniser, and one for each space that it put in."""
    edits: list[Edit] = []
    for match in _TOKENS.finditer(source):
        if match["sign"]:
            spare = "right" if match["opens"] == "L" or source[match.end() : match.end() + 1] in _JOINED else ""
            spares = [spare] if match["opens"] == "L" else ["left", spare]
            sign = match["sign"].strip()
            start = match.start() + len(match["left"] or "")
            edits.append(Edit(start, start + len(sign), _BRACKETS[sign]))
        elif match["open"]:
            spares = ["inner"]
            edits.append(Edit(*match.span("open"), "“"))
        elif match["close"]:
            spares = ["outer"]
            edits.append(Edit(*match.span("close"), "”"))
        else:
            spares = ["before"]
        edits += [Edit(*match.span(spare), "") for spare in spares if spare and match[spare]]
    return edits


def _disjoint(edits: list[Edit]) -> tuple[Edit, ...]:
    """Put edits in order; where two overlap, the earlier one wins, and of two that begin together the first found."""
    edits.sort(key=_START)
    kept: list[Edit] = []
    end = 0
    for edit in edits:
        if edit.start >= end:
            kept.append(edit)
            end = edit.end
    return tuple(kept)
