"""What the command line prints: plain lines for people, safe for any terminal."""

from __future__ import annotations

import io
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from oic_summits.model import Act, Actor, Evidence, Extraction, Participant, Provision, Summit

_T = TypeVar("_T")

# Controls could steer the terminal, and marks of direction could make a line read as what it does not say.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_MANY = 3


def plain(text: str, width: int | None = None) -> str:
    """Put text from a document on one safe line, shortened to a width in characters if one is given."""
    line = _UNSAFE.sub("�", " ".join(text.split()))
    return line if width is None or len(line) <= width else line[: width - 1] + "…"


def padded(text: str, width: int) -> str:
    """Fill text with blanks up to a width in columns; combining marks take none, wide characters two."""
    columns = sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )
    return text + " " * max(0, width - columns)


def prepare_streams() -> None:
    """Let both streams take any text: what a terminal's encoding lacks is written as an escape, not as a crash."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def prepare_json() -> None:
    """JSON is UTF-8 with line feeds, whatever the terminal's settings."""
    for stream in (sys.stdout,):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", newline="\n")


def complain(message: str) -> None:
    """Write one line about what went wrong to standard error."""
    sys.stderr.write(f"oic-summits: {plain(message)}\n")
    sys.stderr.flush()


def tracked(items: Sequence[_T], *, what: str) -> Iterator[_T]:
    """Go through items with a progress bar on standard error: for many, if somebody watches and rich is there."""
    if len(items) < _MANY or not sys.stderr.isatty():
        yield from items
        return
    try:
        from rich.console import Console
        from rich.progress import Progress
    except ModuleNotFoundError:
        yield from items
        return
    # Lines for a terminal pass above the bar; those for a file or a pipe must go there untouched.
    watched = sys.stdout.isatty()
    with Progress(console=Console(stderr=True), transient=True, redirect_stdout=watched) as progress:
        yield from progress.track(items, description=what)


def table(rows: Iterable[tuple[str, str]], indent: int = 2) -> list[str]:
    """Two columns, the first as wide as its widest cell; rows without a value are left out."""
    kept = [(name, value) for name, value in rows if value]
    width = max((len(name) for name, _ in kept), default=0) + 2
    return [" " * indent + padded(name, width) + value for name, value in kept]


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: 1 file, 2 files."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def place_of(evidence: Evidence) -> str:
    """Where words stand: document and offsets, in code points from 0."""
    return f"{plain(evidence.document)}[{evidence.start}:{evidence.end}]"


def actor_line(actor: Actor) -> str:
    """Who, with office and state or organisation."""
    more = [actor.office.title if actor.office else None, actor.state or actor.organisation]
    return plain(", ".join([actor.name, *(part for part in more if part)]))


def participant_line(participant: Participant) -> str:
    """Who took part, and in what capacity."""
    capacity = f" ({participant.capacity.value})" if participant.capacity else ""
    return actor_line(participant.actor) + capacity


def act_line(actor: Actor, act: Act) -> str:
    """Who did what, with a note where it has not happened."""
    note = "" if act.modality == "done" else f" [{act.modality.value}]"
    return plain(f"{actor.name}: {act.verb} {act.content}", 160) + note


def provision_line(provision: Provision) -> str:
    """Who decides what, with the number of the paragraph if it has one."""
    number = f"{provision.number}. " if provision.number else ""
    return plain(f"{number}{provision.issuer}: {provision.verb} {provision.content}", 160)


def summit_line(summit: Summit) -> str:
    """Name, day and place of a summit."""
    when = str(summit.start or "no date")
    if summit.end and summit.end != summit.start:
        when += f" to {summit.end}"
    return "  ".join(
        [padded(plain(str(summit.id)), 28), padded(when, 24), plain(", ".join(summit.cities)) or "no place"]
    ).rstrip()


def extraction_lines(extraction: Extraction) -> list[str]:
    """What one text tells, in figures, and its problems with their places."""
    document = extraction.document
    summit = extraction.summit
    attended = sum(1 for person in extraction.people if person.attended)
    provisions = len(extraction.provisions) + sum(len(item.provisions) for item in extraction.declarations)
    rows = [
        ("text", f"{document.kind.value}, {len(document.text):,} characters"),
        ("title", plain(document.title or "", 100)),
        ("summit", summit_line(summit) if summit else "none: the text is about no summit"),
        ("people", f"{len(extraction.people)}, of whom {attended} attended"),
        ("quotations", str(len(extraction.quotations))),
        ("acts", str(sum(len(reaction.acts) for reaction in extraction.reactions))),
        ("declarations", f"{len(extraction.declarations)}, provisions {provisions}"),
        ("milestones", str(len(extraction.milestones))),
        ("instruments", plain(", ".join(f"{item.body} {item.number}" for item in extraction.instruments), 100)),
        ("mended words", str(len(document.repairs) or "")),
        ("problems", str(len(extraction.problems))),
    ]
    places = (f"{item.line}:{item.column}: {item.kind}: {item.message}" for item in extraction.problems)
    return [*table(rows), *(f"    {plain(place, 200)}" for place in places)]
