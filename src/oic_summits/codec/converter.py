"""The cattrs converter of the model: strict in every type, one hook for each class, built up front.

cattrs' stock converter takes ``"false"`` for true and ``5`` for ``"5"``; the hooks here refuse every type but the one
that the schema names. They raise faults and no errors of their own: `faults` gathers them with their paths.
"""

from __future__ import annotations

from difflib import get_close_matches
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, cast, get_args, get_origin

import attrs
from cattrs import Converter
from cattrs.errors import IterableValidationError, IterableValidationNote
from cattrs.gen import make_dict_structure_fn

from oic_summits import model
from oic_summits.errors import OicSummitsError
from oic_summits.model import Extraction, PartialDate, Summit, SummitId

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "ArchiveParts",
    "FaultError",
    "RepeatedKeys",
    "make_converter",
    "model_classes",
    "shared_converter",
    "type_name",
    "unknown_key",
]


@attrs.frozen(kw_only=True)
class ArchiveParts:
    """What the dump of an archive holds beside its envelope.

    Attributes:
        roster: the built-in list of summits that the archive was made with.
        extractions: what each document tells, with the document itself.
        summits: the summits assembled from both, for readers; may be left out, and is checked where it is given.
    """

    roster: tuple[Summit, ...]
    extractions: tuple[Extraction, ...]
    summits: tuple[Summit, ...] | None = None


class FaultError(ValueError):
    """One thing wrong with one element; whoever walks the document knows its path."""


class RepeatedKeys(dict[str, Any]):
    """A JSON object in which a key stands more than once; the last value is the one it holds."""

    repeated: tuple[str, ...] = ()


def type_name(value: object) -> str:
    """What JSON calls the type of a decoded value.

    Example:
        >>> type_name(True), type_name(1.5), type_name([]), type_name(None)
        ('a boolean', 'a fraction', 'an array', 'null')
    """
    names: dict[type, str] = {
        bool: "a boolean",
        int: "an integer",
        float: "a fraction",
        str: "a string",
        list: "an array",
        dict: "an object",
        RepeatedKeys: "an object",
        type(None): "null",
    }
    return names.get(type(value), type(value).__name__)


def model_classes() -> tuple[type[Any], ...]:
    """Every record class of the model, in the order of ``model.__all__``.

    Example:
        >>> [cls.__name__ for cls in model_classes()][:3]
        ['Act', 'Actor', 'Attendance']
    """
    return tuple(cls for cls in _exported() if attrs.has(cls))


def _vocabularies() -> tuple[type[StrEnum], ...]:
    return tuple(cls for cls in _exported() if issubclass(cls, StrEnum))


def _exported() -> tuple[type[Any], ...]:
    items = (cast("object", getattr(model, name)) for name in model.__all__)
    return tuple(item for item in items if isinstance(item, type))


def make_converter() -> Converter:
    """Build a converter for every class of the model, with all hooks in place.

    Returns:
        A new cattrs converter. Keys that a class does not have and values of another type are errors; fields that
        equal their default are left out of the result.

    Example:
        >>> from oic_summits.model import Office
        >>> converter = make_converter()
        >>> converter.unstructure(Office(title="emir"))
        {'title': 'emir'}
        >>> converter.structure({"title": "emir"}, Office)
        Office(title='emir', kind=None)
    """
    converter = Converter(detailed_validation=True, forbid_extra_keys=True)
    for kind, expected in ((str, "a string"), (int, "an integer"), (bool, "a boolean")):
        converter.register_structure_hook(kind, _exactly(kind, expected))
    for vocabulary in _vocabularies():
        # One by one: they are strings as well, and would fall to the hook for strings.
        converter.register_structure_hook(vocabulary, _structure_enum)
        converter.register_unstructure_hook(vocabulary, _enum_value)
    _register_tuples(converter)
    _register_records(converter)
    for value_class in (PartialDate, SummitId):
        converter.register_unstructure_hook(value_class, str)
        converter.register_structure_hook(value_class, _text_form(value_class))
    for cls in (*model_classes(), ArchiveParts):
        converter.get_structure_hook(cls)
        converter.get_unstructure_hook(cls)
    return converter


@cache
def shared_converter() -> Converter:
    """The one converter that dumps and loads share; it is built on first use and never changed."""
    return make_converter()


def _exactly(kind: type, expected: str) -> Callable[[object, object], object]:
    def structure(value: object, _: object) -> object:
        if type(value) is not kind:
            raise FaultError(f"expected {expected}, found {type_name(value)}")
        return value

    return structure


def _enum_value(member: StrEnum) -> str:
    return member.value


def _structure_enum(value: object, cls: type[StrEnum]) -> StrEnum:
    if type(value) is not str:
        raise FaultError(f"expected a string, found {type_name(value)}")
    try:
        return cls(value)
    except ValueError:
        known = ", ".join(member.value for member in cls)
        raise FaultError(f"{_short(value)} is none of: {known}") from None


def _text_form(cls: type[PartialDate | SummitId]) -> Callable[[object, object], PartialDate | SummitId]:
    """Read a value from its text form, and from no other spelling: what loads is dumped alike."""

    def structure(value: object, _: object) -> PartialDate | SummitId:
        if type(value) is not str:
            raise FaultError(f"expected a string, found {type_name(value)}")
        try:
            parsed = cls.parse(value)
        except OicSummitsError as error:
            raise FaultError(error.what) from None
        if str(parsed) != value:
            raise FaultError(f"{_short(value)} is not the plain form; write {str(parsed)!r}")
        return parsed

    return structure


def _is_tuple(cls: object) -> bool:
    return get_origin(cls) is tuple


def _register_tuples(converter: Converter) -> None:
    """Tuples are arrays, and nothing else that can be iterated is."""

    def make_hook(cls: Any, inner: Converter) -> Callable[[object, object], tuple[object, ...]]:
        item_class = get_args(cls)[0]
        structure_item = inner.get_structure_hook(item_class)

        def structure(value: object, _: object) -> tuple[object, ...]:
            if type(value) is not list:
                raise FaultError(f"expected an array, found {type_name(value)}")
            items: list[object] = []
            errors: list[Exception] = []
            for index, item in enumerate(cast("list[object]", value)):
                try:
                    items.append(structure_item(item, item_class))
                except Exception as error:  # noqa: BLE001  # gathered, with its place, and raised together
                    error.add_note(IterableValidationNote("item", index, item_class))
                    errors.append(error)
            if errors:
                raise IterableValidationError("items", errors, cls)  # pyright: ignore[reportCallIssue]
            return tuple(items)

        return structure

    converter.register_structure_hook_factory(_is_tuple, make_hook)


def _register_records(converter: Converter) -> None:
    """Records are objects with the keys of their fields, each at most once, in the order of the class."""

    def make_hook(cls: type[Any], inner: Converter) -> Callable[[object, object], object]:
        fill = cast(
            "Callable[[dict[str, Any], type[Any]], object]",
            make_dict_structure_fn(cls, inner, _cattrs_forbid_extra_keys=True, _cattrs_detailed_validation=True),
        )

        def structure(value: object, _: object) -> object:
            if isinstance(value, RepeatedKeys):
                raise FaultError(f"the key {_short(value.repeated[0])} stands more than once")
            if type(value) is not dict:
                raise FaultError(f"expected an object, found {type_name(value)}")
            return fill(cast("dict[str, Any]", value), cls)

        return structure

    def make_unstructure_hook(cls: type[Any], inner: Converter) -> Callable[[object], dict[str, object]]:
        fields = tuple((field.name, cast("object", field.default)) for field in attrs.fields(cls))

        def unstructure(value: object) -> dict[str, object]:
            made: dict[str, object] = {}
            for name, default in fields:
                part = cast("object", getattr(value, name))
                if default is attrs.NOTHING or part != default:
                    made[name] = inner.unstructure(part)
            return made

        return unstructure

    converter.register_structure_hook_factory(attrs.has, make_hook)
    converter.register_unstructure_hook_factory(attrs.has, make_unstructure_hook)


def _short(text: str) -> str:
    return repr(text if len(text) <= 60 else text[:59] + "…")


def unknown_key(key: str, cls: type[Any]) -> str:
    """Say that a class has no such key, and which one may be meant.

    Example:
        >>> from oic_summits.model import Person
        >>> unknown_key("nmae", Person)
        "unknown key 'nmae' (did you mean 'name'?)"
    """
    near = get_close_matches(key[:60], [field.name for field in attrs.fields(cls)], n=1)
    return f"unknown key {_short(key)}" + (f" (did you mean {near[0]!r}?)" if near else "")
