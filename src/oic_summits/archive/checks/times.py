"""Checks of dates and of evidence."""

from collections.abc import Iterator, Sequence
from typing import Any, cast

import attrs

from oic_summits.archive.assembly import Group
from oic_summits.model import Document, Evidence, Extraction, Finding, Modality


def ends_before_start(group: Group) -> Iterator[Finding]:
    """A source whose last day lies before its first."""
    for member in group.members:
        header = member.extraction.header
        if header is None or header.start is None or header.end is None:
            continue
        if header.end.last_day < header.start.first_day:
            yield Finding(
                kind="end before start",
                message=f"{member.extraction.document.id}: ends on {header.end}, before it starts on {header.start}",
                summit=group.id,
                evidence=(*header.proof("start"), *header.proof("end")),
            )


def impossible_dates(group: Group) -> Iterator[Finding]:
    """Acts told as done that are dated after the publication of the text that tells of them.

    A milestone may well lie ahead ("will host the next summit in 2011"), so its date alone proves nothing.
    """
    for member in group.members:
        published = member.extraction.document.published
        if published is None:
            continue
        for act in (act for reaction in member.extraction.reactions for act in reaction.acts):
            if act.modality is Modality.DONE and act.date is not None and act.date.first_day > published.last_day:
                yield _too_late(group, str(act.date), member.extraction.document, act.evidence)


def _too_late(group: Group, date: str, document: Document, evidence: Evidence) -> Finding:
    message = f"{document.id}: told as done on {date}, after the text was published on {document.published}"
    return Finding(kind="impossible date", message=message, summit=group.id, evidence=(evidence,))


def broken_evidence(groups: Sequence[Group], extractions: Sequence[Extraction]) -> Iterator[Finding]:
    """Evidence that does not stand in its document at the place it names."""
    texts = {extraction.document.id: extraction.document.text for extraction in extractions}
    owner = {member.extraction.document.id: group.id for group in groups for member in group.members}
    for extraction in extractions:
        summit = owner.get(extraction.document.id)
        for evidence in dict.fromkeys(evidence_in(extraction)):
            source = texts.get(evidence.document)
            if source is not None and evidence.holds_in(source):
                continue
            place = f"{evidence.start}:{evidence.end}"
            what = "has other words there" if source is not None else "is not in the archive"
            message = f"{extraction.document.id}: evidence at {place} of {evidence.document!r}, which {what}"
            yield Finding(kind="broken evidence", message=message, summit=summit, evidence=(evidence,))


def evidence_in(value: object) -> Iterator[Evidence]:
    """Every evidence within a record, however deep."""
    pending: list[object] = [value]
    while pending:
        current = pending.pop()
        if isinstance(current, Evidence):
            yield current
        elif isinstance(current, tuple):
            pending.extend(cast("tuple[object, ...]", current))
        elif attrs.has(kind := cast("type[Any]", type(current))):
            pending.extend(getattr(current, field.name) for field in attrs.fields(kind))
