"""From what cattrs raises to one error that lists every fault with its path."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from cattrs.errors import (
    AttributeValidationNote,
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)

from oic_summits.codec.converter import FaultError, unknown_key
from oic_summits.errors import CodecError, CodecProblem, OicSummitsError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Path", "path_text", "to_codec_error"]

_Step = str | int
Path = tuple[_Step, ...]
"""Keys and indexes from the root to an element."""


def path_text(path: Path) -> str:
    """Write a path the way errors show it.

    Example:
        >>> path_text(("extractions", 0, "people", 2, "actor", "name"))
        '$.extractions[0].people[2].actor.name'
    """
    return "$" + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)


def to_codec_error(error: Exception, data: object) -> CodecError:
    """Gather every fault below an error of cattrs, in the order in which the elements stand in the JSON.

    Args:
        error: What structuring raised.
        data: The decoded JSON that was structured.

    Returns:
        One error; its first problem gives the path.
    """
    faults = sorted(_faults(error, ()), key=lambda fault: _order(fault[0], data))
    return CodecError.from_problems(tuple(CodecProblem(path_text(path), message) for path, message in faults))


def _faults(error: Exception, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(error, ClassValidationError | IterableValidationError):
        for inner in error.exceptions:
            step = _step(inner)
            if isinstance(inner, KeyError) and isinstance(step, str):
                yield path, f"the key {step!r} is missing"
            else:
                yield from _faults(inner, path if step is None else (*path, step))
    elif isinstance(error, ForbiddenExtraKeysError):
        for key in sorted(error.extra_fields):
            yield path, unknown_key(key, error.cl)
    elif isinstance(error, OicSummitsError):
        yield path, error.what
    elif isinstance(error, FaultError):
        yield path, str(error)
    else:
        yield path, f"{type(error).__name__}: {error}"


def _step(error: Exception) -> _Step | None:
    """The key or index that cattrs, or our hook for arrays, has noted on an error."""
    for note in cast("list[str]", getattr(error, "__notes__", [])):
        if isinstance(note, AttributeValidationNote):
            return note.name
        if isinstance(note, IterableValidationNote):
            return note.index
    return None


def _order(path: Path, data: object) -> tuple[int, ...]:
    """The place of each step of a path among its neighbours."""
    places: list[int] = []
    here = data
    for step in path:
        if isinstance(step, int) and isinstance(here, list):
            places.append(step)
            here = cast("list[object]", here)[step]
        elif isinstance(step, str) and isinstance(here, dict):
            keys = cast("dict[str, object]", here)
            places.append(list(keys).index(step) if step in keys else len(keys))
            here = keys.get(step)
    return tuple(places)
