"""Wikitext markup that pairs up, and the rest of it masked, so that parsing takes time linear in the text.

A parser that has to find out for each opening mark whether it closes somewhere may try again and again: sixty thousand
characters of tables without an end took it two minutes. One pass with a stack settles beforehand which marks are pairs.
What is not is replaced by filler of the same length, so that no offset moves.
"""

import re
from typing import NamedTuple

from oic_summits.parser.encoding import Edit

__all__ = ["Balanced", "balance"]

_FILLER = "\ue000"
_DEEPEST = 30
_RAW = ("ce", "chem", "math", "nowiki", "pre", "score", "syntaxhighlight", "templatedata", "timeline")
_ALONE = frozenset(("br", "hr", "wbr", "img", "references", "section", "nowiki", "templatestyles"))
_MARK = re.compile(
    r"(?P<comment><!--)"
    r"|(?P<tag><(?P<slash>/?)(?P<name>[A-Za-z][A-Za-z0-9]*)(?:[\s/][^<>]{0,2000})?>)"
    r"|(?P<open>\{\{|\[\[)|(?P<close>\}\}|\]\])"
    r"|^[ \t:*]*(?P<table>\{\|)|^[ \t]*(?P<end>\|\}(?!\}))"
    r"|(?P<link>\[(?=(?:https?:)?//))|(?P<stray><)",
    re.MULTILINE,
)
_PAIRS = {"}}": "{{", "]]": "[[", "|}": "{|"}


class Balanced(NamedTuple):
    """A text whose markup pairs up.

    Attributes:
        text: the source with every unpaired mark, and every ``<`` that begins no tag, replaced by filler of one length.
        dropped: edits that leave the unpaired marks out of the view.
    """

    text: str
    dropped: tuple[Edit, ...]


class _Open(NamedTuple):
    mark: str
    start: int
    end: int


class _Stack:
    """The marks that are open, and the stretches that turned out to be unpaired."""

    def __init__(self) -> None:
        self.unpaired: list[tuple[int, int]] = []
        self._open: list[_Open] = []
        self._count: dict[str, int] = {}

    def push(self, mark: str, start: int, end: int) -> None:
        self._open.append(_Open(mark, start, end))
        self._count[mark] = self._count.get(mark, 0) + 1

    def pop(self, mark: str, start: int, end: int) -> None:
        if not self._count.get(mark):
            self.unpaired.append((start, end))
            return
        while True:
            top = self._open.pop()
            self._count[top.mark] -= 1
            if top.mark == mark:
                break
            self.unpaired.append(top[1:])
        if len(self._open) >= _DEEPEST:  # a pair, but too deep to be read
            self.unpaired += [top[1:], (start, end)]

    def finish(self) -> None:
        self.unpaired += [one[1:] for one in self._open]
        self.unpaired.sort()


def balance(source: str) -> Balanced:
    """Mask the marks that have no partner, or stand deeper than thirty levels.

    Example:
        >>> balance("{{flag|Egypt}} and [[Cairo").dropped
        (Edit(start=19, end=21, text=''),)
    """
    stack = _Stack()
    stray: list[tuple[int, int]] = []
    endings: dict[str, int] = {}
    position = 0
    while (match := _MARK.search(source, position)) is not None:
        position = match.end()
        if match["comment"]:
            end = _find(source, "-->", position, endings)
            if end < 0:
                stack.unpaired.append(match.span())
            else:
                position = end + 3
        elif match["tag"]:
            position = _take_tag(source, match, stack, endings)
        elif match["open"]:
            stack.push(match["open"], *match.span("open"))
        elif match["table"]:
            stack.push("{|", *match.span("table"))
        elif match["stray"]:
            stray.append(match.span())
        elif match["link"]:
            close, line = _find(source, "]", position, endings), _find(source, "\n", position, endings)
            if close < 0 or 0 <= line < close:
                stack.unpaired.append(match.span())
        else:
            group = "close" if match["close"] else "end"
            stack.pop(_PAIRS[match[group]], *match.span(group))
    stack.finish()
    dropped = tuple(Edit(start, end, "") for start, end in stack.unpaired)
    return Balanced(_masked(source, sorted(stack.unpaired + stray)), dropped)


def _take_tag(source: str, match: re.Match[str], stack: _Stack, endings: dict[str, int]) -> int:
    """Deal with a tag; returns where to go on."""
    name = match["name"].lower()
    start, end = match.span("tag")
    if name in _RAW and not match["slash"] and not match["tag"].endswith("/>"):
        closing = re.compile(rf"</{name}\s*>", re.IGNORECASE)
        if endings.get(name, 0) >= 0 and (found := closing.search(source, end)) is not None:
            return found.end()
        endings[name] = -1  # none follows: never search for it again
        stack.unpaired.append((start, end))
    elif match["slash"]:
        stack.pop("<" + name, start, end)
    elif not match["tag"].endswith("/>") and name not in _ALONE:
        stack.push("<" + name, start, end)
    return end


def _find(source: str, what: str, position: int, cache: dict[str, int]) -> int:
    """The next place of a text, remembered until it is passed, so that all calls together read the source once."""
    known = cache.get(what, 0)
    if known < 0 or (known >= position > 0 and what in cache):
        return known
    cache[what] = source.find(what, position)
    return cache[what]


def _masked(source: str, stretches: list[tuple[int, int]]) -> str:
    pieces: list[str] = []
    position = 0
    for start, end in stretches:
        pieces += [source[position:start], _FILLER * (end - start)]
        position = end
    return "".join([*pieces, source[position:]])
