"""The law of evidence, held against the texts that a dump carries."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import attrs

from oic_summits.codec.faults import Path, path_text
from oic_summits.errors import CodecError, CodecProblem
from oic_summits.model import Evidence, Problem, Repair, Section

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from oic_summits.model import Extraction, Summit

__all__ = ["check_spans"]

_SHOWN = 60


def check_spans(extractions: Sequence[tuple[Path, Extraction]], summits: Sequence[tuple[Path, Summit]] = ()) -> None:
    """Hold every span in extractions, and in summits beside them, against the text it points into.

    Raises:
        CodecError: some span lies outside its text or quotes other words; all such spans are listed.
    """
    texts = {extraction.document.id: extraction.document.text for _, extraction in extractions}
    problems: list[CodecProblem] = []
    for path, extraction in extractions:
        own = {**texts, extraction.document.id: extraction.document.text}
        form = extraction.document
        for part_path, part in _spans(extraction, path):
            message = _form_fault(part, form.text) if isinstance(part, Section | Repair) else _fault(part, own)
            if message:
                problems.append(CodecProblem(path_text(part_path), message))
    for path, summit in summits:
        for part_path, part in _spans(summit, path):
            message = None if isinstance(part, Section | Repair) else _fault(part, texts)
            if message:
                problems.append(CodecProblem(path_text(part_path), message))
    if problems:
        raise CodecError.from_problems(
            tuple(problems), hint="offsets count code points of the text as published, from 0, and the end is exclusive"
        )


def _spans(value: object, path: Path) -> Iterator[tuple[Path, Evidence | Problem | Section | Repair]]:
    """Every span below a record, with its path, in the order of the fields."""
    if isinstance(value, Evidence | Problem | Section | Repair):
        yield path, value
    elif isinstance(value, tuple):
        for index, item in enumerate(cast("tuple[object, ...]", value)):
            yield from _spans(item, (*path, index))
    elif attrs.has(cls := type(value)):
        for field in attrs.fields(cls):
            yield from _spans(cast("object", getattr(value, field.name)), (*path, field.name))


def _fault(span: Evidence | Problem, texts: Mapping[str, str]) -> str | None:
    source = texts.get(span.document)
    if source is None:
        return f"points into the document {span.document!r}, which is not in this dump"
    if not 0 <= span.start <= span.end <= len(source):
        return f"the span {span.start}:{span.end} lies outside its text of {len(source)} characters"
    if isinstance(span, Evidence) and not span.holds_in(source):
        return _other_words(span.text, source, span.start, span.end)
    return None


def _form_fault(span: Section | Repair, source: str) -> str | None:
    if span.end > len(source):
        return f"the span {span.start}:{span.end} lies outside its text of {len(source)} characters"
    if isinstance(span, Repair) and source[span.start : span.end] != span.printed:
        return _other_words(span.printed, source, span.start, span.end)
    return None


def _other_words(expected: str, source: str, start: int, end: int) -> str:
    return f"expected {expected[:_SHOWN]!r} at {start}:{end}, but there stands {source[start:end][:_SHOWN]!r}"
