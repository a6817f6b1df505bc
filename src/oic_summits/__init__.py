"""Summits of the Organisation of Islamic Cooperation as typed records, each with the words that prove it.

Example:
    >>> import oic_summits as oic
    >>> archive = oic.load()
    >>> archive.summit("6th extraordinary")
    <Summit oic-extraordinary-6 2017-12-13 Istanbul>
"""

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from oic_summits import errors, export, model, reference
    from oic_summits.archive import Archive, LeaderView, StateView, load
    from oic_summits.codec import from_json, json_schema, to_json
    from oic_summits.errors import AmbiguousNameError, CodecError, InvalidValueError, NotFoundError, OicSummitsError
    from oic_summits.model import Document, Evidence, Extraction, Finding, PartialDate, Problem, Summit, SummitId
    from oic_summits.parser import parse, read

    __version__: str

__all__ = [
    "AmbiguousNameError",
    "Archive",
    "CodecError",
    "Document",
    "Evidence",
    "Extraction",
    "Finding",
    "InvalidValueError",
    "LeaderView",
    "NotFoundError",
    "OicSummitsError",
    "PartialDate",
    "Problem",
    "StateView",
    "Summit",
    "SummitId",
    "__version__",
    "errors",
    "export",
    "from_json",
    "json_schema",
    "load",
    "model",
    "parse",
    "read",
    "reference",
    "to_json",
]

_ROOMS = {
    "archive": ("Archive", "LeaderView", "StateView", "load"),
    "codec": ("from_json", "json_schema", "to_json"),
    "errors": ("AmbiguousNameError", "CodecError", "InvalidValueError", "NotFoundError", "OicSummitsError"),
    "model": ("Document", "Evidence", "Extraction", "Finding", "PartialDate", "Problem", "Summit", "SummitId"),
    "parser": ("parse", "read"),
}
_MODULES = ("errors", "export", "model", "reference")


def __getattr__(name: str) -> Any:
    """Load a public name when it is first used, so that importing the package costs next to nothing."""
    if name in _MODULES:
        return import_module(f"{__name__}.{name}")
    if name == "__version__":
        from importlib.metadata import version

        return version("oic-summits")
    for room, names in _ROOMS.items():
        if name in names:
            found = getattr(import_module(f"{__name__}.{room}"), name)
            setattr(sys.modules[__name__], name, found)
            return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """The public names."""
    return sorted(__all__)
