"""JSON Schema (draft 2020-12), made from the classes themselves, so that it cannot fall behind them."""

from __future__ import annotations

import inspect
import re
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

import attrs

from oic_summits.codec.converter import ArchiveParts, shared_converter
from oic_summits.codec.dumps import FORMATS, VERSION, Kind
from oic_summits.errors import InvalidValueError
from oic_summits.model import Extraction, PartialDate, Summit, SummitId

__all__ = ["json_schema"]

Schema = dict[str, Any]

_DATE = "[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?"
_NAME = "(?:[a-z][a-z0-9]*(?:-[a-z]+)*|=[A-Za-z0-9%;]+)"
_PATTERNS: dict[type, tuple[str, str, str]] = {
    PartialDate: (
        "A date known to the day, the month or the year.",
        f"^{_DATE}$",
        "2017-12-13",
    ),
    SummitId: (
        "The name of a summit: organisation, series, and number or, where no number is known, day.",
        f"^{_NAME}(?:-(?:ordinary|extraordinary))?(?:-(?:[1-9][0-9]{{0,2}}|{_DATE}))?$",
        "oic-extraordinary-6",
    ),
}
_ATTRIBUTE = re.compile(r"(?P<name>\w+): (?P<text>.+)")


def json_schema(kind: Kind = "archive") -> Schema:
    """The JSON Schema that every dump of one kind obeys.

    Args:
        kind: ``archive``, ``extraction`` or ``summit``.

    Returns:
        A schema of draft 2020-12 as a new dictionary, ready for ``json.dumps``. Keys that are not required may be left
        out, and then have the value given as ``default``.

    Raises:
        InvalidValueError: there is no such kind of dump.

    Example:
        >>> schema = json_schema("summit")
        >>> schema["properties"]["format"], schema["required"]
        ({'const': 'oic_summits.summit'}, ['format', 'version', 'id'])
        >>> schema["$defs"]["Evidence"]["properties"]["start"]
        {'description': 'offset of the first code point.', 'type': 'integer'}
    """
    roots: dict[str, type[Any]] = {"archive": ArchiveParts, "extraction": Extraction, "summit": Summit}
    if kind not in roots:
        raise InvalidValueError(f"{kind!r} is no kind of dump", hint=f"give one of: {', '.join(roots)}")
    definitions: dict[str, Schema] = {}
    body = _record(roots[kind], definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:oic-summits:{kind}:{VERSION}",
        "title": FORMATS[kind],
        **body,
        "properties": {"format": {"const": FORMATS[kind]}, "version": {"const": VERSION}, **body["properties"]},
        "required": ["format", "version", *body["required"]],
        "$defs": dict(sorted(definitions.items())),
    }


def _record(cls: type[Any], definitions: dict[str, Schema]) -> Schema:
    """The schema of one class; the classes of its fields are added to the definitions."""
    summary, described = _documentation(cls)
    hints = get_type_hints(cls)
    properties: Schema = {}
    required: list[str] = []
    for field in attrs.fields(cls):
        about: Schema = {"description": described[field.name]} if field.name in described else {}
        properties[field.name] = about | _typed(hints[field.name], definitions)
        if field.default is attrs.NOTHING:
            required.append(field.name)
        else:
            properties[field.name]["default"] = _plain(shared_converter().unstructure(field.default))
    return {
        "description": summary,
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _plain(value: object) -> object:
    return list(cast("tuple[object, ...]", value)) if isinstance(value, tuple) else value


def _typed(hint: Any, definitions: dict[str, Schema]) -> Schema:
    """The schema of the type of a field."""
    simple = {str: "string", int: "integer", bool: "boolean", NoneType: "null"}
    if hint in simple:
        return {"type": simple[hint]}
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _typed(get_args(hint)[0], definitions)}
    if get_origin(hint) in (Union, UnionType):
        return {"anyOf": [_typed(option, definitions) for option in get_args(hint)]}
    name = cast("str", hint.__name__)
    if name not in definitions:
        definitions[name] = {}  # holds the place while the class is read
        definitions[name] = _definition(hint, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _definition(cls: type[Any], definitions: dict[str, Schema]) -> Schema:
    if cls in _PATTERNS:
        description, pattern, example = _PATTERNS[cls]
        return {"description": description, "type": "string", "pattern": pattern, "examples": [example]}
    if issubclass(cls, StrEnum):
        return {"description": _documentation(cls)[0], "type": "string", "enum": [member.value for member in cls]}
    return _record(cls, definitions)


def _documentation(cls: type[Any]) -> tuple[str, dict[str, str]]:
    """The first sentence of a docstring, and what it says of each attribute."""
    lines = inspect.cleandoc(cls.__doc__ or "").split("\n")
    described: dict[str, str] = {}
    name = ""
    if "Attributes:" in lines:
        for line in lines[lines.index("Attributes:") + 1 :]:
            if not line.startswith("    "):
                break
            match = _ATTRIBUTE.fullmatch(line.strip())
            if match and not line.startswith("     "):
                name = match["name"]
                described[name] = match["text"]
            elif name:
                described[name] += " " + line.strip()
    return lines[0], {key: text.replace("``", "`") for key, text in described.items()}
