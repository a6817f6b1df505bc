"""Dump and load archives, extractions and summits as JSON, with an envelope that names format and version."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Literal, NoReturn, TypeVar, cast

from oic_summits.codec.converter import ArchiveParts, RepeatedKeys, shared_converter, type_name
from oic_summits.codec.faults import to_codec_error
from oic_summits.codec.spans import check_spans
from oic_summits.errors import CodecError, InvalidValueError, OicSummitsError
from oic_summits.model import Extraction, Summit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from oic_summits.archive import Archive

__all__ = [
    "FORMATS",
    "VERSION",
    "Kind",
    "dump_archive",
    "dump_extraction",
    "dump_summit",
    "from_json",
    "load_archive",
    "load_extraction",
    "load_summit",
    "to_json",
]

Kind = Literal["archive", "extraction", "summit"]
"""What a dump can hold."""

VERSION = 1
"""The version of the JSON form that this release writes, and the only one it reads."""

FORMATS: Mapping[Kind, str] = {
    "archive": "oic_summits.archive",
    "extraction": "oic_summits.extraction",
    "summit": "oic_summits.summit",
}
"""The name in the envelope of each kind of dump."""

_T = TypeVar("_T")

# A lone half of a surrogate pair cannot be written as UTF-8, so it is escaped. The second of two halves that stand
# apart in the text is left as it is: escaped, both would be read back as the one character that they spell.
_LONE_HALF = re.compile("[\ud800-\udbff]|(?<![\ud800-\udbff])[\udc00-\udfff]")


def to_json(value: Archive | Extraction | Summit, *, indent: int | None = None) -> str:
    r"""Write an archive, an extraction or a summit as JSON.

    Fields stand in the order of the classes, and those that equal their default (None, empty) are left out, so equal
    values give equal text. Dates and summit ids are written in their text forms. `from_json` is the inverse.

    Args:
        value: What to write.
        indent: Spaces for each level, or None for the compact form on one line.

    Returns:
        JSON text; characters beyond ASCII are written as they are.

    Raises:
        CodecError: a span in the value does not fit the text that it points into.
        InvalidValueError: the value is none of the three, or no archive can be made of its parts.

    Example:
        >>> from oic_summits.model import Summit, SummitId
        >>> print(to_json(Summit(id=SummitId.parse("extraordinary-6"), cities=("Istanbul",)), indent=1))
        {
         "format": "oic_summits.summit",
         "version": 1,
         "id": "oic-extraordinary-6",
         "cities": [
          "Istanbul"
         ]
        }
    """
    if isinstance(value, Extraction):
        return dump_extraction(value, indent=indent)
    if isinstance(value, Summit):
        return dump_summit(value, indent=indent)
    from oic_summits.archive import Archive

    if isinstance(cast("object", value), Archive):
        return dump_archive(value, indent=indent)
    raise InvalidValueError(
        f"{type(value).__name__} has no JSON form of its own", hint="give an archive, an extraction or a summit"
    )


def from_json(text: str) -> Archive | Extraction | Summit:
    r"""Read back what `to_json` wrote, whichever of the three it is.

    Args:
        text: JSON text.

    Returns:
        A value equal to the one that was dumped.

    Raises:
        CodecError: the text is no JSON, or does not describe our records; `CodecError.problems` lists every fault.

    Example:
        >>> text = '{"format": "oic_summits.summit", "version": 1, "id": "oic-extraordinary-6", "cities": ["Istanbul"]}'
        >>> from_json(text)
        <Summit oic-extraordinary-6 Istanbul>
        >>> from_json(text.replace('"Istanbul"', "34"))
        Traceback (most recent call last):
        oic_summits.errors.CodecError: expected a string, found an integer ($.cities[0])
    """
    kind, body = _opened(text)
    if kind == "extraction":
        return _extraction(body)
    return _structured(body, Summit) if kind == "summit" else _archive(body)


def dump_summit(summit: Summit, *, indent: int | None = None) -> str:
    """Write one summit as JSON, without the texts that its evidence points into.

    Example:
        >>> from oic_summits.model import SummitId
        >>> dump_summit(Summit(id=SummitId.parse("ordinary-1")))
        '{"format":"oic_summits.summit","version":1,"id":"oic-ordinary-1"}'
    """
    return _written("summit", summit, indent)


def load_summit(text: str) -> Summit:
    """Read a summit that `dump_summit` wrote.

    Raises:
        CodecError: as for `from_json`, or the text holds something else than a summit.

    Example:
        >>> load_summit('{"format":"oic_summits.summit","version":1,"id":"oic-ordinary-1"}')
        <Summit oic-ordinary-1>
    """
    return _structured(_opened(text, "summit")[1], Summit)


def dump_extraction(extraction: Extraction, *, indent: int | None = None) -> str:
    """Write what one document tells as JSON, with the whole document.

    Raises:
        CodecError: a span does not fit the text of the document.

    Example:
        >>> from oic_summits.model import Document, DocumentKind
        >>> dump_extraction(Extraction(document=Document(id="note", kind=DocumentKind.NEWS, text="It rained.")))
        '{"format":"oic_summits.extraction","version":1,"document":{"id":"note","kind":"news","text":"It rained."}}'
    """
    check_spans([((), extraction)])
    return _written("extraction", extraction, indent)


def load_extraction(text: str) -> Extraction:
    """Read an extraction that `dump_extraction` wrote, and hold its evidence against its text.

    Raises:
        CodecError: as for `from_json`, or the text holds something else than an extraction.
    """
    return _extraction(_opened(text, "extraction")[1])


def dump_archive(archive: Archive, *, indent: int | None = None) -> str:
    """Write an archive as JSON: its roster, its extractions with their documents, and the summits made of them.

    Raises:
        CodecError: a span does not fit the text that it points into.
    """
    parts = ArchiveParts(roster=archive.roster, extractions=archive.extractions, summits=tuple(archive.summits))
    _check_archive(parts)
    return _written("archive", parts, indent)


def load_archive(text: str) -> Archive:
    """Read an archive that `dump_archive` wrote.

    The summits are assembled anew; where the text holds ``summits`` too, they must be the same.

    Raises:
        CodecError: as for `from_json`, or the text holds something else than an archive, or other summits than those
            that its roster and extractions make.
    """
    return _archive(_opened(text, "archive")[1])


def _written(kind: Kind, value: object, indent: int | None) -> str:
    body = cast("dict[str, Any]", shared_converter().unstructure(value))
    envelope = {"format": FORMATS[kind], "version": VERSION, **body}
    separators = (",", ":") if indent is None else (",", ": ")
    text = json.dumps(envelope, ensure_ascii=False, allow_nan=False, indent=indent, separators=separators)
    return _LONE_HALF.sub(lambda half: f"\\u{ord(half[0]):04x}", text)


def _opened(text: str, expected: Kind | None = None) -> tuple[Kind, dict[str, Any]]:
    """Decode JSON, check its envelope, and return what is inside."""
    data = _decoded(text)
    if isinstance(data, RepeatedKeys):
        raise CodecError(f"the key {data.repeated[0][:60]!r} stands more than once")
    if type(data) is not dict:
        raise CodecError(f"expected an object, found {type_name(data)}", hint="give text that to_json wrote")
    body = cast("dict[str, Any]", data)
    kind = _kind(body, expected)
    _check_version(body)
    return kind, {key: value for key, value in body.items() if key not in ("format", "version")}


def _kind(body: dict[str, Any], expected: Kind | None) -> Kind:
    known = ", ".join(FORMATS.values())
    if "format" not in body:
        raise CodecError("the key 'format' is missing", hint=f"its value is one of: {known}")
    given = body["format"]
    for kind, name in FORMATS.items():
        if given != name:
            continue
        if expected is not None and expected != kind:
            raise CodecError(
                f"expected {FORMATS[expected]}, found {name}",
                path="$.format",
                hint=f"read it with load_{kind} or from_json",
            )
        return kind
    found = repr(given[:60]) if isinstance(given, str) else type_name(given)
    raise CodecError(f"{found} is no format of this package", path="$.format", hint=f"known are: {known}")


def _check_version(body: dict[str, Any]) -> None:
    if "version" not in body:
        raise CodecError("the key 'version' is missing", hint=f"this release reads version {VERSION}")
    version = body["version"]
    if type(version) is not int:
        raise CodecError(f"expected an integer, found {type_name(version)}", path="$.version")
    if version != VERSION:
        raise CodecError(
            f"version {_shown_integer(version)} is not read; this release reads version {VERSION}",
            path="$.version",
            hint="load it with the release that wrote it, or write it again",
        )


def _shown_integer(number: int) -> str:
    return str(number) if abs(number) < 10**12 else "with that number"


def _decoded(text: str) -> object:
    if not isinstance(cast("object", text), str):
        raise CodecError(f"expected JSON text, found {type(text).__name__}", hint="decode bytes first, as UTF-8")
    try:
        return json.loads(text, object_pairs_hook=_object, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise CodecError(f"this is no JSON: {error.msg} at {place}", hint="give text that to_json wrote") from None
    except RecursionError:
        raise CodecError("the JSON is nested too deeply", hint="give text that to_json wrote") from None
    except ValueError as error:
        # Python itself refuses to read integers of thousands of digits.
        raise CodecError(f"this is no JSON of ours: {error}", hint="give text that to_json wrote") from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Keep a key that stands twice in view: JSON readers differ in which value they take."""
    made = dict(pairs)
    if len(made) == len(pairs):
        return made
    keys = [key for key, _ in pairs]
    repeated = RepeatedKeys(made)
    repeated.repeated = tuple(dict.fromkeys(key for key in keys if keys.count(key) > 1))
    return repeated


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON number")


def _structured(body: dict[str, Any], cls: type[_T]) -> _T:
    try:
        return shared_converter().structure(body, cls)
    except Exception as error:  # noqa: BLE001  # whatever a hook raises becomes one error with paths
        raise to_codec_error(error, body) from None


def _extraction(body: dict[str, Any]) -> Extraction:
    extraction = _structured(body, Extraction)
    check_spans([((), extraction)])
    return extraction


def _check_archive(parts: ArchiveParts) -> None:
    check_spans(
        [(("extractions", index), extraction) for index, extraction in enumerate(parts.extractions)],
        [(("roster", index), summit) for index, summit in enumerate(parts.roster)],
    )


def _archive(body: dict[str, Any]) -> Archive:
    from oic_summits.archive import Archive

    parts = _structured(body, ArchiveParts)
    _check_archive(parts)
    try:
        archive = Archive(roster=parts.roster, extractions=parts.extractions)
    except OicSummitsError as error:
        raise CodecError(f"no archive can be made of these parts: {error.message}", path="$.extractions") from error
    if len(archive.extractions) != len(parts.extractions):
        raise CodecError("two of the documents hold the same text", path="$.extractions", hint="keep one of them")
    if parts.summits is not None and parts.summits != tuple(archive.summits):
        raise CodecError(
            "the summits are not those that the roster and the extractions make",
            path="$.summits",
            hint="drop the key 'summits' and load again: it is made anew",
        )
    return archive
