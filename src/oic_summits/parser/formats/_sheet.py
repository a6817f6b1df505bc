"""What all formats write on: blocks, headings, fields and problems in offsets of the view, until the page is done."""

from typing import NamedTuple

from oic_summits.model import Document, DocumentKind, Field, PartialDate, Problem, Section
from oic_summits.parser.encoding import repairs
from oic_summits.parser.formats._cleaning import Cleaning
from oic_summits.parser.page import Block, BlockKind, Page, View

__all__ = ["APPARATUS", "Sheet"]

_SHOWN = 200
_STRUCTURE = (BlockKind.TITLE, BlockKind.HEADING)
# Sections that list sources and pages, and tell nothing themselves.
APPARATUS = frozenset(
    (
        "references", "external links", "see also", "further reading", "notes", "bibliography", "sources", "citations",
        "footnotes", "notes and references", "works cited", "related pages",
    )
)  # fmt: skip


class _Heading(NamedTuple):
    title: str
    level: int
    start: int


class Sheet:
    """One document while it is being read. All offsets are those of the view."""

    def __init__(self, cleaning: Cleaning, view: View, document: str) -> None:
        self.cleaning = cleaning
        self.view = view
        self.text = view.text
        self.document = document
        self.title: str | None = None
        self.published: PartialDate | None = None
        self._blocks: list[Block] = []
        self._headings: list[_Heading] = []
        self._open: list[_Heading] = []
        self._titles: set[tuple[str, int]] = set()
        self._fields: list[Field] = []
        self._problems: list[Problem] = []

    def add(
        self,
        kind: BlockKind,
        start: int,
        end: int,
        *,
        key: str | None = None,
        number: str | None = None,
        lead_state: str | None = None,
        lead_lost: bool = False,
    ) -> None:
        """Add a block in the section that is open, trimmed of white space; an empty one is left out."""
        start, end = self.trimmed(start, end)
        if start >= end:
            return
        headings = tuple(heading.title for heading in self._open if heading.level > 1)
        if kind not in _STRUCTURE and any(heading.casefold() in APPARATUS for heading in headings):
            kind = BlockKind.OTHER
        self._blocks.append(
            Block(
                kind=kind,
                start=start,
                end=end,
                section=headings[-1] if headings else None,
                headings=headings,
                key=key,
                number=number,
                lead_state=lead_state,
                lead_lost=lead_lost,
            )
        )

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """The same stretch without white space at its ends."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return start, end

    def head(self, kind: BlockKind, start: int, end: int, level: int, line_start: int) -> None:
        """Add a heading and open its section; the title of the document has level 1."""
        start, end = self.trimmed(start, end)
        title = " ".join(self.text[start:end].split())
        if not title:
            return
        while self._open and self._open[-1].level >= level:
            self._open.pop()
        self.add(kind, start, end)
        heading = _Heading(title, level, line_start)
        if (title.casefold(), level) in self._titles:
            self.problem("repeated heading", f"the heading {title!r} stands again; both sections are kept", start, end)
        self._titles.add((title.casefold(), level))
        self._headings.append(heading)
        self._open.append(heading)

    def field(self, key: str, start: int, end: int, line_start: int, *, kind: BlockKind = BlockKind.FIELD) -> None:
        """Add one line of the information box: key as printed, value in the view, kind of its block."""
        start, end = self.trimmed(start, end)
        value = self.text[start:end]
        place = (start, end) if value else (line_start, max(end, line_start + 1))
        evidence = self.view.evidence(self.document, *place, "box")
        self._fields.append(Field(key=key, value=value, evidence=evidence))
        self.add(kind, start, end, key=key)

    def problem(self, kind: str, message: str, start: int, end: int) -> None:
        """Note what could not be read as it should, at a place of the view."""
        if start < end <= len(self.view.starts):
            self.source_problem(kind, message, *self.view.span(start, end))

    def source_problem(self, kind: str, message: str, start: int, end: int) -> None:
        """Note what could not be read as it should, at a place of the source; line and column follow later."""
        shown = self.cleaning.source[start : min(end, start + _SHOWN)]
        self._problems.append(
            Problem(
                kind=kind,
                message=message,
                document=self.document,
                start=start,
                end=end,
                text=shown,
                line=1,
                column=1,
            )
        )

    def page(self, kind: DocumentKind, *, language: str = "en", published: PartialDate | None = None) -> Page:
        """The finished page."""
        source = self.cleaning.source
        for offset in self.cleaning.surrogates:
            message = "half of a surrogate pair, which is no character; it is shown as U+FFFD"
            self.source_problem("lone surrogate", message, offset, offset + 1)
        document = Document(
            id=self.document,
            kind=kind,
            text=source,
            title=self.title,
            language=language,
            published=published or self.published,
            fields=tuple(self._fields),
            sections=self._sections(),
            repairs=repairs(source, self.cleaning.mended),
        )
        view = _unwrapped(self.view, self._blocks)
        return Page(document=document, view=view, blocks=tuple(self._blocks), problems=self._placed(document))

    def _placed(self, document: Document) -> tuple[Problem, ...]:
        placed: list[Problem] = []
        for problem in sorted(self._problems, key=lambda one: (one.start, one.end)):
            line, column = document.position(problem.start)
            placed.append(
                Problem(
                    kind=problem.kind,
                    message=problem.message,
                    document=problem.document,
                    start=problem.start,
                    end=problem.end,
                    text=problem.text,
                    line=line,
                    column=column,
                )
            )
        return tuple(placed)

    def _sections(self) -> tuple[Section, ...]:
        """Sections in the source: each ends where the next one of its level or above begins."""
        source = self.cleaning.source
        starts = [self.view.starts[heading.start] for heading in self._headings]
        sections: list[Section] = []
        first = starts[0] if starts else len(source)
        if source[:first].strip("\ufeff \t\r\n"):
            sections.append(Section(title=None, level=0, start=0, end=first))
        ends = [len(source)] * len(starts)
        waiting: list[int] = []
        for index, heading in enumerate(self._headings):
            while waiting and self._headings[waiting[-1]].level >= heading.level:
                ends[waiting.pop()] = starts[index]
            waiting.append(index)
        for heading, start, end in zip(self._headings, starts, ends, strict=True):
            sections.append(Section(title=heading.title, level=heading.level, start=start, end=end))
        return tuple(sections)


def _unwrapped(view: View, blocks: list[Block]) -> View:
    """The view with line ends inside blocks shown as spaces, so that a wrapped paragraph reads as one."""
    pieces: list[str] = []
    position = 0
    changed = False
    for block in blocks:
        inside = view.text[block.start : block.end]
        if "\n" in inside:
            pieces += [view.text[position : block.start], inside.replace("\n", " ")]
            position = block.end
            changed = True
    if not changed:
        return view
    return View(view.source, "".join([*pieces, view.text[position:]]), view.starts, view.ends)
