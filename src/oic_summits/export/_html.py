"""A page that shows a text with its evidence marked where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import pairwise

from oic_summits.errors import InvalidValueError
from oic_summits.export._common import printable
from oic_summits.model import Document, Evidence, Extraction
from oic_summits.model._base import frozen

_STYLE = """
body{font:16px/1.6 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem;color:#1d2330;background:#fff}
h1{font-size:1.3rem}pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;margin:1.5rem 0}
mark{color:inherit;background:var(--c);border-bottom:2px solid rgb(0 0 0/.25)}
mark[data-n]:not([data-n="1"]){box-shadow:inset 0 -3px rgb(0 0 0/.35)}
.key{padding:0;list-style:none;display:flex;flex-wrap:wrap;gap:.4rem}.key li{padding:0 .5rem;background:var(--c)}
.header{--c:#fde68a}.person{--c:#bfdbfe}.declaration{--c:#bbf7d0}.provision{--c:#99f6e4}.act{--c:#fecaca}
.quotation{--c:#ddd6fe}.milestone{--c:#fed7aa}.instrument{--c:#e5e7eb}.problem{--c:#fca5a5}.repair{--c:#fbcfe8}
@media(prefers-color-scheme:dark){body{color:#e6e8ee;background:#14171f}mark,.key li{color:#14171f}}
""".strip()

_LABELS = {
    "header": "summit",
    "person": "people",
    "declaration": "declarations",
    "provision": "provisions",
    "act": "acts",
    "quotation": "quotations",
    "milestone": "milestones",
    "instrument": "instruments",
    "repair": "mended words",
    "problem": "problems",
}
_ORDER = {kind: place for place, kind in enumerate(_LABELS)}


@frozen
class _Mark:
    """A stretch of the text that a record rests on, and what to say of it."""

    start: int
    end: int
    kind: str
    note: str


def html(document: Document, extraction: Extraction) -> str:
    """Show a text as a page in which every word that proves something is marked, with what it proves on hover.

    The page is complete and needs nothing else: no script, no outside file. Marks may overlap and nest; the text is
    shown whole and in order, its characters escaped.

    Args:
        document: The text to show.
        extraction: What was read from it.

    Returns:
        An HTML page, to be written as UTF-8.

    Raises:
        InvalidValueError: If the extraction is of another text.

    Example:
        >>> import oic_summits as oic
        >>> extraction = oic.parse("The summit adopted UNSC resolution 478.", id="note")
        >>> page = html(extraction.document, extraction)
        >>> page.startswith("<!DOCTYPE html>"), "<script" in page
        (True, False)
    """
    if extraction.document != document:
        raise InvalidValueError(
            f"the extraction is of {extraction.document.id!r}, not of {document.id!r}",
            hint="pass extraction.document",
        )
    title = escape(printable(document.title or document.id))
    marks = tuple(_marks(extraction))
    kinds = sorted({mark.kind for mark in marks}, key=lambda kind: _ORDER[kind])
    legend = "".join(f'<li class="{kind}">{_LABELS[kind]}</li>' for kind in kinds)
    body = "".join(_segments(document.text, marks))
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(printable(document.language))}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width,initial-scale=1">\n<title>{title}</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
        f'<ul class="key">{legend}</ul>\n<pre dir="auto">\n{body}</pre>\n</body>\n</html>\n'
    )


def _marks(extraction: Extraction) -> Iterator[_Mark]:
    yield from _header_marks(extraction)
    yield from _outcome_marks(extraction)
    yield from _speech_marks(extraction)
    for milestone in extraction.milestones:
        yield _mark(milestone.evidence, "milestone", str(milestone.date))
    for instrument in extraction.instruments:
        yield _mark(instrument.evidence, "instrument", f"{instrument.body} {instrument.number}")
    for repair in extraction.document.repairs:
        yield _Mark(start=repair.start, end=repair.end, kind="repair", note=f"read as {repair.meant}")
    for problem in extraction.problems:
        if problem.start < problem.end:
            yield _Mark(start=problem.start, end=problem.end, kind="problem", note=f"{problem.kind}: {problem.message}")


def _header_marks(extraction: Extraction) -> Iterator[_Mark]:
    header = extraction.header
    for claim in (*header.claims, *header.attendance.claims) if header else ():
        if claim.evidence:
            yield _mark(claim.evidence, "header", f"{claim.field}: {claim.value}")
    for person in (*extraction.people, *extraction.collectives):
        office = f", {person.actor.office.title}" if person.actor.office else ""
        state = f", {person.actor.state}" if person.actor.state else ""
        yield from _each(person.evidence, "person", f"{person.actor.name}{office}{state}")


def _outcome_marks(extraction: Extraction) -> Iterator[_Mark]:
    for declaration in extraction.declarations:
        yield from _each(declaration.evidence, "declaration", f"{declaration.kind.value}: {declaration.title or ''}")
    for provision in (*(p for d in extraction.declarations for p in d.provisions), *extraction.provisions):
        yield from _each(provision.evidence, "provision", f"{provision.issuer} · {provision.verb}")


def _speech_marks(extraction: Extraction) -> Iterator[_Mark]:
    for reaction in extraction.reactions:
        for act in reaction.acts:
            yield _mark(act.evidence, "act", f"{reaction.actor.name} · {act.verb} ({act.kind.value})")
    for quotation in extraction.quotations:
        speaker = quotation.speaker.name if quotation.speaker else "speaker left open"
        yield _mark(quotation.evidence, "quotation", speaker)


def _each(evidence: Iterable[Evidence], kind: str, note: str) -> Iterator[_Mark]:
    return (_mark(item, kind, note) for item in evidence)


def _mark(evidence: Evidence, kind: str, note: str) -> _Mark:
    return _Mark(start=evidence.start, end=evidence.end, kind=kind, note=note)


def _segments(text: str, marks: Iterable[_Mark]) -> Iterator[str]:
    """Cut the text wherever a mark begins or ends; each piece knows all marks that cover it, so overlaps survive."""
    begins: dict[int, list[_Mark]] = {}
    ends: dict[int, list[_Mark]] = {}
    for mark in marks:
        begins.setdefault(mark.start, []).append(mark)
        ends.setdefault(mark.end, []).append(mark)
    # Line ends become one character each without a change in length, so that no cut can fall within one.
    text = printable(text).replace("\r\n", " \n").replace("\r", "\n")
    cuts = sorted({0, len(text), *begins, *ends})
    # The innermost mark, the shortest one, gives the colour; the others are named in the hover text. A list of marks
    # would hold equal marks twice and must lose them one by one, so counts are kept.
    open_marks: dict[_Mark, int] = {}
    for start, end in pairwise(cuts):
        for mark in ends.get(start, ()):
            open_marks[mark] -= 1
            if not open_marks[mark]:
                del open_marks[mark]
        for mark in begins.get(start, ()):
            open_marks[mark] = open_marks.get(mark, 0) + 1
        yield _piece(text[start:end], tuple(open_marks))


def _piece(text: str, marks: tuple[_Mark, ...]) -> str:
    shown = escape(text, quote=False)
    if not marks or not text.strip():
        return shown
    inner = sorted(marks, key=lambda mark: (mark.end - mark.start, _ORDER[mark.kind], mark.note))
    note = escape(printable("\n".join(f"{_LABELS[mark.kind]}: {mark.note}" for mark in inner)))
    return f'<mark class="{inner[0].kind}" data-n="{len(marks)}" title="{note}">{shown}</mark>'
