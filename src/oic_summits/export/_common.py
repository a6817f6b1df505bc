"""What the exports share: walking an archive, writing values as text, and bringing in optional packages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any

from oic_summits.archive.people import actor_key
from oic_summits.errors import MissingExtraError
from oic_summits.model import Actor, ActorKind, Extraction, Inference, Summit, SummitId

if TYPE_CHECKING:
    from oic_summits.archive import Archive

_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")


def optional(package: str, *, extra: str, purpose: str) -> Any:
    """Import an optional package.

    Raises:
        MissingExtraError: If it is not installed.
    """
    try:
        return import_module(package)
    except ModuleNotFoundError as error:
        root = package.partition(".")[0]
        if error.name not in (root, package):
            raise
        raise MissingExtraError(extra=extra, package=root, purpose=purpose) from error


def storable(text: str) -> str:
    """Make text fit for files in UTF-8: a lone surrogate becomes U+FFFD, one code point for one."""
    return _SURROGATE.sub("\ufffd", text)


def printable(text: str) -> str:
    """Make text fit for HTML and XML: characters that these forbid become U+FFFD, one code point for one."""
    return _CONTROL.sub("\ufffd", text)


def joined(values: Iterable[object]) -> str | None:
    """Write several values in one cell, apart by semicolons; None for no value at all."""
    return "; ".join(str(value) for value in values) or None


def text_of(value: object) -> str | None:
    """Write a value that may be absent."""
    return None if value is None else str(value)


def filled(inferences: Iterable[Inference]) -> str | None:
    """Say which values the words left out and what they were filled from."""
    return joined(f"{item.field}={item.value} ({item.basis}: {item.reason})" for item in inferences)


def orphans(archive: Archive) -> Iterator[tuple[Extraction, Summit]]:
    """Texts that no summit of the archive rests on, with a nameless stand-in that holds their records."""
    used = {source.id for summit in archive.summits for source in summit.sources}
    for extraction in archive.extractions:
        if extraction.document.id not in used:
            yield extraction, _stand_in(extraction)


def _stand_in(extraction: Extraction) -> Summit:
    return Summit(
        id=SummitId(),
        declarations=extraction.declarations,
        provisions=extraction.provisions,
        reactions=extraction.reactions,
        quotations=extraction.quotations,
        milestones=extraction.milestones,
        instruments=extraction.instruments,
    )


class Keys:
    """One key for each actor, the same for one person in all spellings that the archive brings together."""

    def __init__(self, archive: Archive) -> None:
        self._people = {key: one.label for one in archive.names.people for key in one.actors}

    def of(self, actor: Actor) -> str:
        """The key of an actor: its kind and a name, with state or organisation so that namesakes stay apart."""
        if actor.kind is ActorKind.STATE and actor.state:
            return f"state:{actor.state}"
        if actor.kind is ActorKind.ORGANISATION and actor.organisation:
            return f"organisation:{actor.organisation}"
        home = actor.state or actor.organisation
        own = actor.name + (f" ({home})" if home else "")
        return f"{actor.kind.value}:{self._people.get(actor_key(actor), own)}"
