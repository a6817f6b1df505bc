"""A document laid out for the grammar: clean text, the way back to the source, and blocks.

Cleaning never moves evidence: the view is a second text (markup gone, broken encoding mended, entities resolved), and
each of its characters knows the span of the source it came from. The grammar speaks in view offsets; `View.evidence`
turns them into spans of the source.
"""

from array import array
from enum import StrEnum

import attrs

from oic_summits.model import Document, Evidence, PartialDate, Problem


class BlockKind(StrEnum):
    """The part that a block plays in its document."""

    TITLE = "title"  # the title line, or a news headline
    HEADING = "heading"  # a section heading
    FIELD = "field"  # one line of an information box (its value)
    PARAGRAPH = "paragraph"
    ITEM = "item"  # a list item
    ROW = "row"  # a table row; cells are joined by " | " in the view
    NUMBERED = "numbered"  # an operative paragraph of an official text
    PREAMBLE = "preamble"  # a preambular paragraph of an official text ("Mindful of …")
    DATELINE = "dateline"  # place and date line
    POST = "post"  # the text of an embedded social-media post
    POST_SIGNATURE = "post signature"  # "— Name (@handle) December 13, 2017"
    CAPTION = "caption"
    OTHER = "other"  # "Read more" lines, credits, navigation: kept, and not read as prose


@attrs.frozen(kw_only=True)
class Block:
    """A stretch of the view that is read on its own.

    Attributes:
        kind: the part it plays.
        start: offset in the view.
        end: offset after it in the view.
        section: heading of the innermost section it stands in, or None in the lead.
        headings: headings of all sections it stands in, from the outermost, without the document's title.
        key: for a field, its key as printed.
        number: for a numbered paragraph, its number or letter as printed ("5", "12.a").
        lead_state: for an item or row, alpha-3 code of the state whose flag or name leads it, or None.
        lead_lost: whether an item began with an empty lead (": President …"): its flag was lost.
    """

    kind: BlockKind
    start: int
    end: int
    section: str | None = None
    headings: tuple[str, ...] = ()
    key: str | None = None
    number: str | None = None
    lead_state: str | None = None
    lead_lost: bool = False


class View:
    """Clean text in which every character knows its span of the source.

    `starts[i]` and `ends[i]` are the source span of character i; both never decrease.
    """

    __slots__ = ("ends", "source", "starts", "text")

    def __init__(self, source: str, text: str, starts: "array[int]", ends: "array[int]") -> None:
        self.source = source
        self.text = text
        self.starts = starts
        self.ends = ends

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The source span of a non-empty stretch of the view."""
        return self.starts[start], self.ends[end - 1]

    def evidence(self, document: str, start: int, end: int, rule: str) -> Evidence:
        """Evidence in the source for a stretch of the view, trimmed of white space at both ends."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        first, last = self.span(start, end)
        return Evidence(document=document, start=first, end=last, text=self.source[first:last], rule=rule)


class ViewBuilder:
    """Collects pieces of a view in the order of the source."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._text: list[str] = []
        self._starts = array("q")
        self._ends = array("q")
        self._length = 0

    def __len__(self) -> int:
        return self._length

    def copy(self, start: int, end: int) -> None:
        """Take a stretch of the source as it stands."""
        self._text.append(self._source[start:end])
        self._starts.extend(range(start, end))
        self._ends.extend(range(start + 1, end + 1))
        self._length += end - start

    def put(self, text: str, start: int, end: int) -> None:
        """Put other words for a stretch of the source; each character then stands for the whole stretch."""
        self._text.append(text)
        self._starts.extend([start] * len(text))
        self._ends.extend([end] * len(text))
        self._length += len(text)

    def since(self, start: int) -> str:
        """What was written from an offset of the view on."""
        pieces: list[str] = []
        missing = self._length - start
        for piece in reversed(self._text):
            if missing <= 0:
                break
            pieces.append(piece[-missing:])
            missing -= len(piece)
        return "".join(reversed(pieces))

    def build(self) -> View:
        """The finished view."""
        return View(self._source, "".join(self._text), self._starts, self._ends)


@attrs.frozen(kw_only=True)
class Page:
    """A document with its view and its blocks, in order, and what could not be read as it should.

    Attributes:
        document: the source and what is known of its form.
        view: the clean text, with the way back to the source.
        blocks: stretches of the view, ordered and disjoint.
        problems: unknown keys, unbalanced markup, repeated headings and the like, in the order of the source.
        written: day of writing of news, where the text leaves out its year and the summit tells it.
    """

    document: Document
    view: View
    blocks: tuple[Block, ...]
    problems: tuple[Problem, ...] = ()
    written: PartialDate | None = None


def clean(page: Page, start: int, end: int) -> str:
    """Words of the view on one line, without the marks at their ends."""
    return " ".join(page.view.text[start:end].split()).strip(" ,;")
