"""From parsed wikitext to a view: what a reader of the page would see, each character with its place in the source."""

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from oic_summits.parser.formats import _templates as templates
from oic_summits.parser.formats._cleaning import Cleaning
from oic_summits.parser.formats._leads import state_of
from oic_summits.parser.page import BlockKind, ViewBuilder

__all__ = ["Flag", "Piece", "Walker"]

_SILENT_TAGS = frozenset(
    ("ref", "references", "gallery", "math", "syntaxhighlight", "score", "timeline", "imagemap", "templatestyles", "templatedata", "chem", "ce",
     "graph", "mapframe", "maplink", "hr", "section", "style", "script", "noinclude", "includeonly")
)  # fmt: skip
_FILES = ("file:", "image:", "media:")
_NO_PROSE = ("category:", "template:", "wikipedia:", "help:", "portal:", "special:", "user:", "draft:")
_LANGUAGE = re.compile(r"(?:[a-z]{2,3}|simple|zh-[a-z-]+|be-tarask|roa-rup|map-bms|nds-nl|fiu-vro|bat-smg|cbk-zam):")
_FILE_OPTION = re.compile(
    r"\s*(?:thumb(?:nail)?|frame(?:d|less)?|border|right|left|center|none|baseline|sub|super|top|text-top|middle|bottom|text-bottom|upright(?:=.*)?"
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
    line: int = 0


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
        self._inline = 0  # inside a cell or a field: no line structure
        self._field = False  # inside a field: flags show their code
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
        self.builder.put(" " if self._inline else "\n\n", offset, offset)

    def inline(self, write: Callable[[], object], *, field: bool = False) -> tuple[int, int]:
        """Write something without line structure; returns its stretch of the view."""
        before = self._field, self._empty_from
        self._inline += 1
        self._field = self._field or field
        self._empty_from = start = len(self.builder)
        write()
        self._inline -= 1
        self._field, self._empty_from = before
        return start, len(self.builder)

    # Nodes -----------------------------------------------------------------------------------------------------------

    def text(self, node: Any, start: int, end: int) -> None:
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

    def argument(self, node: Any, start: int, end: int) -> None:
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
        if node.text is None or self._inline:
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
        return self._inline > 0

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
            self.walk(node.contents, contents_start(node, start, end))
            if name == "b" and self.bold is None and not self._inline and len(self.builder) > first:
                self.bold = first, len(self.builder)

    def _structure(self, name: str, node: Any, start: int, end: int) -> None:
        if name == "br":
            self.put("; " if self._field else " ", start, end)
            return
        if name == "li" and not self._inline:
            self.put("\n* ", start, start + 1)
        elif self._inline:
            self._separate(start)
        else:
            self.apart(start)
        if node.contents is not None and not node.self_closing:
            self.walk(node.contents, contents_start(node, start, end))
        if not self._inline:
            self.apart(end)

    def _list_mark(self, name: str, start: int, end: int) -> None:
        if self._inline:
            self._separate(start)
            return
        at_start = start == 0 or self._text[start - 1] in "\n*#:;"
        if name == "li" and not self._item_open:
            self.put("* ", start, end)
            self._item_open = True
        elif not at_start:
            self.put(":", start, end)

    def _separate(self, offset: int) -> None:
        """Write the separator of list items inside a cell or a field, unless nothing stands before it yet."""
        if len(self.builder) > self._empty_from:
            self.builder.put("; ", offset, offset)
            self._empty_from = len(self.builder)

    # Templates -------------------------------------------------------------------------------------------------------

    def template(self, node: Any, start: int, end: int) -> None:
        """A template: what it shows, or nothing."""
        name = templates.template_name(str(node.name))
        values = list(_parameters(node, start))
        unnamed = [value for value in values if not value.shown or value.name.isdecimal()]
        if templates.is_infobox(name):
            self._infobox(values, start, end)
        elif name in templates.FLAG_ICONS:
            self._flag_icon(unnamed, start, end)
        elif name in templates.FLAGS:
            self._flag(unnamed)
        elif name in templates.SIGNS:
            self.put(templates.SIGNS[name], start, end)
        elif name in templates.BREAKS:
            self.put(" ", start, end)
        elif name in templates.DATES:
            self._date(unnamed, start, end)
        elif name in templates.PLAIN_LISTS or name in templates.LISTS:
            self._list(unnamed, start, end)
        elif name in templates.QUOTES:
            self._quote(values, unnamed, start, end)
        elif name in ("convert", "cvt") and len(unnamed) > 1:
            self.walk(unnamed[0].code, unnamed[0].offset)
            self.put(" ", unnamed[0].offset, unnamed[1].offset)
            self.walk(unnamed[1].code, unnamed[1].offset)
        elif name == "as of":
            self.put("As of " + " ".join(value.plain for value in unnamed), start, end)
        elif name in templates.TEXT or name.startswith("lang-"):
            shown = unnamed[min(templates.TEXT.get(name, 1), len(unnamed)) - 1] if unnamed else None
            if shown is not None:
                self.walk(shown.code, shown.offset)
        else:
            self._other(name, unnamed, start, end)

    def _infobox(self, values: list["_Value"], start: int, end: int) -> None:
        if self._inline:  # a box inside a box
            self.unread.append(("infobox", start, end))
            return
        for value in values:
            if not value.shown:
                continue
            self.builder.put("\n\n", value.start, value.start)
            first, last = self.inline(lambda one=value: self.walk(one.code, one.offset), field=True)  # type: ignore[misc]
            self.pieces.append(Piece(BlockKind.FIELD, first, last, key=value.name, line=value.start))
        self.builder.put("\n\n", end, end)

    def _flag_icon(self, unnamed: list["_Value"], start: int, end: int) -> None:
        state = state_of(unnamed[0].plain) if unnamed else None
        first = len(self.builder)
        if self._field and unnamed:
            gap = "" if self._text[end : end + 1].isspace() else " "
            self.put((state or unnamed[0].plain) + gap, start, end)
        if state:
            self.flags.append(Flag(first, len(self.builder), state))

    def _flag(self, unnamed: list["_Value"]) -> None:
        if not unnamed:
            return
        first = len(self.builder)
        self.walk(unnamed[0].code, unnamed[0].offset)
        self.flags.append(Flag(first, len(self.builder), state_of(unnamed[0].plain), self.builder.since(first).strip()))

    def _date(self, unnamed: list["_Value"], start: int, end: int) -> None:
        values = [value.plain for value in unnamed]
        iso = templates.iso_date(values)
        second = templates.iso_date(values[3:6])
        if iso:
            self.put(f"{iso} – {second}" if second else iso, start, end)
        elif unnamed:
            self.walk(unnamed[0].code, unnamed[0].offset)

    def _list(self, unnamed: list["_Value"], start: int, end: int) -> None:
        for value in unnamed:
            if not value.plain:
                continue
            if self._inline:
                self._separate(value.offset)
                self.walk(value.code, value.offset)
            elif "*" in value.plain[:1]:
                self.builder.put("\n", value.offset, value.offset)
                self.walk(value.code, value.offset)
            else:
                self.put("\n* ", value.start, value.offset)
                self.walk(value.code, value.offset)
        if not self._inline:
            self.builder.put("\n", end, end)

    def _quote(self, values: list["_Value"], unnamed: list["_Value"], start: int, end: int) -> None:
        shown = next(
            (value for value in values if value.name in ("text", "quote", "content")), unnamed[0] if unnamed else None
        )
        if shown is None:
            return
        source = next((value for value in values if value.name in ("author", "sign", "by", "source", "char")), None)
        if source is None and shown in unnamed and len(unnamed) > 1:
            source = unnamed[unnamed.index(shown) + 1] if unnamed[-1] is not shown else None
        self.apart(start)
        self.put("“", start, start + 2)
        self.inline(lambda: self.walk(shown.code, shown.offset))
        if source is not None and source.start > shown.start and source.plain:
            self.put("” — ", source.start, source.offset)
            self.inline(lambda: self.walk(source.code, source.offset))
        else:
            self.put("”", end - 2, end)
        self.apart(end)

    def _other(self, name: str, unnamed: list["_Value"], start: int, end: int) -> None:
        """A template of no known sort: the name of a state (``{{TUR}}``), nothing, or a problem."""
        printed = name.upper()
        if not unnamed and len(printed) == 3 and (state := state_of(printed)) is not None:
            first = len(self.builder)
            from oic_summits.reference import find_state

            found = find_state(state)
            shown = found.name if found else printed
            self.put(shown, start, end)
            self.flags.append(Flag(first, len(self.builder), state, shown))
        elif unnamed and not templates.shows_nothing(name):
            self.unread.append((name, start, end))


class _Value(NamedTuple):
    """A parameter of a template: name, parsed value and where it stands."""

    name: str
    code: Any
    start: int
    offset: int
    shown: bool

    @property
    def plain(self) -> str:
        return str(self.code).strip()


def _parameters(node: Any, start: int) -> Iterator[_Value]:
    position = start + 2 + len(str(node.name))
    for param in node.params:
        first = position
        position += 1
        name = str(param.name)
        if param.showkey:
            position += len(name) + 1
        yield _Value(name.strip(), param.value, first, position, param.showkey)
        position += len(str(param.value))


def contents_start(node: Any, start: int, end: int) -> int:
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
