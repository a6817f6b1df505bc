"""The source text, untouched, and what is known of its form."""

import hashlib
from bisect import bisect_right
from functools import cached_property

import attrs

from oic_summits.errors import EvidenceError, InvalidValueError
from oic_summits.model._base import frozen
from oic_summits.model.dates import PartialDate
from oic_summits.model.evidence import Evidence
from oic_summits.model.vocabulary import DocumentKind


@frozen
class Repair:
    """Broken encoding, mended in values and left alone in evidence.

    Attributes:
        start: offset of the broken word in the source, in code points from 0.
        end: offset after it.
        printed: the word as printed, such as ``ÇavuÅŸoÄŸlu``.
        meant: the word as meant, such as ``Çavuşoğlu``.
    """

    start: int
    end: int
    printed: str
    meant: str

    def __attrs_post_init__(self) -> None:
        if self.start < 0 or self.end - self.start != len(self.printed) or not self.printed:
            raise EvidenceError(f"repair of {self.printed!r}: the span {self.start}:{self.end} does not fit it")


@frozen
class Field:
    """One line of an information box.

    Attributes:
        key: the key as printed, such as ``Cities``.
        value: the value, mended.
        evidence: the line, verbatim.
    """

    key: str
    value: str
    evidence: Evidence


@frozen
class Section:
    """A stretch of a document under one heading.

    Attributes:
        title: the heading, or None for what stands before the first one.
        level: 1 for the title of the document, 2 for its sections, and so on; 0 where there is no heading.
        start: offset of the section in the source, heading included, in code points from 0.
        end: offset after its last character.
    """

    title: str | None
    level: int
    start: int
    end: int

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.start <= self.end or self.level < 0:
            raise InvalidValueError(f"section {self.title!r}: {self.start}:{self.end} at level {self.level} is no span")


@frozen
class Document:
    r"""A source text as published, and its form. The text is never changed.

    Attributes:
        id: name that evidence refers to.
        kind: encyclopedia, wikitext, news or communique.
        text: the source text, code point for code point.
        title: title as printed, or None.
        language: ISO 639-1 code.
        published: day of publication where the text tells it.
        fields: lines of its information box, in order.
        sections: its sections, in order.
        repairs: broken words and what they mean, in order.

    Example:
        >>> from oic_summits import read
        >>> document = read("= First Session =\n\nIt met.", id="note")
        >>> document.title, document.kind.value, document.position(19)
        ('First Session', 'encyclopedia', (3, 1))
    """

    id: str
    kind: DocumentKind
    text: str = attrs.field(repr=False)
    title: str | None = None
    language: str = "en"
    published: PartialDate | None = None
    fields: tuple[Field, ...] = ()
    sections: tuple[Section, ...] = ()
    repairs: tuple[Repair, ...] = ()

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the text in UTF-8 (lone surrogates kept), in hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @cached_property
    def _line_starts(self) -> tuple[int, ...]:
        starts = [0]
        position = self.text.find("\n")
        while position >= 0:
            starts.append(position + 1)
            position = self.text.find("\n", position + 1)
        return tuple(starts)

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1, columns in code points."""
        line = bisect_right(self._line_starts, max(0, offset)) - 1
        return line + 1, offset - self._line_starts[line] + 1

    def section_at(self, offset: int) -> Section | None:
        """The innermost section that holds an offset, or None."""
        found = None
        for section in self.sections:
            if section.start <= offset < section.end and (found is None or section.level >= found.level):
                found = section
        return found

    def __repr__(self) -> str:
        title = f" {self.title!r}" if self.title else ""
        return f"<Document {self.id}{title}: {self.kind.value}, {len(self.text)} characters>"
