"""From parsed wikitext to a view: what a reader of the page would see, each character with its place in the source."""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from oic_summits.parser.formats._cleaning import Cleaning
from oic_summits.parser.page import BlockKind, ViewBuilder

__all__ = ["Flag", "Piece", "Walker"]

_SILENT_TAGS = frozenset(
    "ref references gallery math syntaxhighlight score timeline imagemap templatestyles templatedata chem ce graph "
    "mapframe maplink hr section style script noinclude includeonly".split()
)
_FILES = ("file:", "image:", "media:")
_NO_PROSE = ("category:", "template:", "wikipedia:", "help:", "portal:", "special:", "user:", "draft:")
_LANGUAGE = re.compile(r"(?:[a-z]{2,3}|simple|zh-[a-z-]+|be-tarask|roa-rup|map-bms|nds-nl|fiu-vro|bat-smg|cbk-zam):")
_FILE_OPTION = re.compile(
    r"\s*(?:thumb(?:nail)?|frame(?:d|less)?|border|right|left|center|none|baseline|sub|super|(?:text-)?(?:top|bottom)|middle"
    r"|upright(?:=.*)?"
    r"|\d*x?\d+\s*px|(?:link|alt|page|class|lang|thumb|start|end|thumbtime)=.*)\s*\Z",
    re.DOTALL,
)
_MAGIC = re.compile(r"__[A-Z]{3,20}__")


class Flag(NamedTuple):
    """A flag in the view: where its name stands (nowhere, for a mere picture) and whose it is."""

    start: int
    end: int
    state: str | None
    name: str = ""


class Piece(NamedTuple):
    """A stretch of the view whose part is known from the markup."""

    kind: BlockKind
    start: int
    end: int
    key: str | None = None
    lead_state: str | None = None
    key_start: int = 0


class Walker:
    """Walks over parsed wikitext with a running offset and writes the view."""

    def __init__(self, cleaning: Cleaning, text: str) -> None:
        self.cleaning = cleaning
        self.builder = ViewBuilder(cleaning.source)
        self.flags: list[Flag] = []
        self.pieces: list[Piece] = []
        self.unread: list[tuple[str, int, int]] = []
        self.bold: tuple[int, int] | None = None
        self._text = text
        self.in_field = False  # flags show their code there
        self._depth = 0  # inside a cell or a field: no line structure
        self._item_open = False  # a list mark was written and no text after it
        self._empty_from = 0  # where the inline piece began, to know whether a separator is needed

    def walk(self, code: Any, offset: int) -> int:
        """Write parsed wikitext that stands at an offset of the source; returns the offset after it."""
        for node in code.nodes:
            length = len(str(node))
            handler = _HANDLERS.get(type(node).__name__)
            if handler is not None:
                handler(self, node, offset, offset + length)
            offset += length
        return offset

    def copy(self, start: int, end: int) -> None:
        """Write a stretch of the source, cleaned."""
        if start < end:
            if self._text[start:end].strip():
                self._item_open = False
            self.cleaning.take(self.builder, start, end)

    def put(self, text: str, start: int, end: int) -> None:
        """Write other words for a stretch of the source."""
        if text.strip():
            self._item_open = False
        self.builder.put(text, start, end)

    def apart(self, offset: int) -> None:
        """End the paragraph, outside cells and fields."""
        self.builder.put(" " if self._depth else "\n\n", offset, offset)

    def inline(self, write: Callable[[], object], *, field: bool = False) -> tuple[int, int]:
        """Write something without line structure; returns its stretch of the view."""
        before = self.in_field, self._empty_from
        self._depth += 1
        self.in_field = self.in_field or field
        self._empty_from = start = len(self.builder)
        write()
        self._depth -= 1
        self.in_field, self._empty_from = before
        return start, len(self.builder)

    # Nodes -----------------------------------------------------------------------------------------------------------

    def text(self, _: Any, start: int, end: int) -> None:
        """Plain text; switches for the software are left out."""
        position = start
        for match in _MAGIC.finditer(self._text, start, end):
            self.copy(position, match.start())
            position = match.end()
        self.copy(position, end)

    def entity(self, node: Any, start: int, end: int) -> None:
        """A character by name or number."""
        try:
            char = node.normalize()
        except (ValueError, OverflowError):  # a number that is no character
            self.copy(start, end)
            return
        self.put(" " if char in "\u00a0\u2009\u202f\u2002\u2003" else char, start, end)

    def heading(self, node: Any, start: int, end: int) -> None:
        """A section heading; its marks are kept for the reader of lines."""
        self.apart(start)
        self.copy(start, start + node.level)
        self.inline(lambda: self.walk(node.title, start + node.level))
        self.copy(end - node.level, end)
        self.apart(end)

    def argument(self, node: Any, start: int, _: int) -> None:
        """A parameter of a template page: its default, if it has one."""
        if node.default is not None:
            self.walk(node.default, start + 3 + len(str(node.name)) + 1)

    def external(self, node: Any, start: int, end: int) -> None:
        """A link to another site: its words, or its address."""
        if node.title is not None:
            self.walk(node.title, end - 1 - len(str(node.title)))
        elif not node.brackets:
            self.copy(start, end)

    def link(self, node: Any, start: int, end: int) -> None:
        """A link to another page: its words; files give a caption, categories and other languages nothing."""
        title = str(node.title)
        target = title.strip().casefold()
        if target.startswith(_FILES):
            self._file(node, start, end)
        elif target.startswith(_NO_PROSE) or _LANGUAGE.match(target):
            return
        elif node.text is not None and str(node.text).strip():
            self.walk(node.text, start + 2 + len(title) + 1)
        else:
            first = start + 2 + (1 if title.startswith(":") else 0)
            self.copy(first, start + 2 + len(title))

    def _file(self, node: Any, start: int, end: int) -> None:
        if node.text is None or self._depth:
            return
        text = str(node.text)
        caption = text.rfind("|") + 1
        parts = text.split("|")
        if _FILE_OPTION.match(parts[-1]):
            return
        offset = end - 2 - len(text)
        if any(mark in text for mark in ("{{", "[[")):
            caption = _last_part(text)
        self.apart(start)
        first = len(self.builder)
        inner = _parse(text[caption:])
        self.inline(lambda: self.walk(inner, offset + caption))
        self.pieces.append(Piece(BlockKind.CAPTION, first, len(self.builder)))
        self.apart(end)

    @property
    def is_inline(self) -> bool:
        """Whether a cell or a field is being written."""
        return self._depth > 0

    def tag(self, node: Any, start: int, end: int) -> None:
        """A tag, or wiki marks that stand for one."""
        name = str(node.tag).strip().casefold()
        if name in _SILENT_TAGS:
            return
        if name == "table":
            from oic_summits.parser.formats._tables import write_table

            write_table(self, node, start, end)
        elif name in ("li", "dd", "dt") and node.self_closing:
            self._list_mark(name, start, end)
        elif name in ("br", "p", "li", "dd", "dt", "tr", "div", "blockquote", "poem"):
            self._structure(name, node, start, end)
        elif node.contents is not None and not node.self_closing:
            first = len(self.builder)
            self.walk(node.contents, contents_start(node, end))
            if name == "b" and self.bold is None and not self._depth and len(self.builder) > first:
                self.bold = first, len(self.builder)

    def _structure(self, name: str, node: Any, start: int, end: int) -> None:
        if name == "br":
            self.put("; " if self.in_field else " ", start, end)
            return
        if name == "li" and not self._depth:
            self.put("\n* ", start, start + 1)
        elif self._depth:
            self.separate(start)
        else:
            self.apart(start)
        if node.contents is not None and not node.self_closing:
            self.walk(node.contents, contents_start(node, end))
        if not self._depth:
            self.apart(end)

    def _list_mark(self, name: str, start: int, end: int) -> None:
        if self._depth:
            self.separate(start)
            return
        at_start = start == 0 or self._text[start - 1] in "\n*#:;"
        if name == "li" and not self._item_open:
            self.put("* ", start, end)
            self._item_open = True
        elif not at_start:
            self.put(":", start, end)

    def separate(self, offset: int) -> None:
        """Write what parts list items inside a cell or a field, unless nothing stands before it yet."""
        if self.builder.since(self._empty_from).strip():
            self.builder.put("; ", offset, offset)
            self._empty_from = len(self.builder)

    def template(self, node: Any, start: int, end: int) -> None:
        """A template: what it shows, or nothing."""
        from oic_summits.parser.formats._shown import write_template

        write_template(self, node, start, end)


def contents_start(node: Any, end: int) -> int:
    """Offset of what a tag holds."""
    close = (node.closing_wiki_markup or "") if node.wiki_markup else f"</{node.closing_tag}>"
    return end - len(close) - len(str(node.contents))


def _last_part(text: str) -> int:
    """Where the last parameter of a file link begins, links inside it left whole."""
    depth = 0
    for position in range(len(text) - 1, -1, -1):
        if text[position] in "]}":
            depth += 1
        elif text[position] in "[{":
            depth -= 1
        elif text[position] == "|" and depth == 0:
            return position + 1
    return 0


def _parse(text: str) -> Any:
    import mwparserfromhell

    return mwparserfromhell.parse(text)


_HANDLERS: dict[str, Callable[[Walker, Any, int, int], None]] = {
    "Text": Walker.text,
    "HTMLEntity": Walker.entity,
    "Heading": Walker.heading,
    "Argument": Walker.argument,
    "ExternalLink": Walker.external,
    "Wikilink": Walker.link,
    "Tag": Walker.tag,
    "Template": Walker.template,
}
