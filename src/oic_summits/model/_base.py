"""The one decorator of the model: closed, frozen, slotted, keyword-only values."""

from typing import Any, NoReturn, TypeVar, cast, dataclass_transform

import attrs

_C = TypeVar("_C", bound=type[Any])
_T = TypeVar("_T")


def _refuse_subclass(cls: type[Any], /, **_: object) -> NoReturn:
    raise TypeError(f"{cls.__mro__[1].__name__} is closed: compose it in a class of your own instead of subclassing it")


def _tuples_only(_: type[Any], fields: list["attrs.Attribute[Any]"]) -> list["attrs.Attribute[Any]"]:
    """Give each field annotated as a tuple a check, so that no list makes an object unhashable."""
    checked: list[attrs.Attribute[Any]] = []
    for field in fields:
        if str(field.type).startswith("tuple["):
            validators: list[Any] = [attrs.validators.instance_of(tuple)]
            if field.validator is not None:
                validators.append(field.validator)
            field = field.evolve(validator=attrs.validators.and_(*validators))
        checked.append(field)
    return checked


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(attrs.field,))
def frozen(cls: _C) -> _C:
    """Make a model class: frozen, slotted, keyword-only, hashable, not to be subclassed."""
    made = attrs.frozen(kw_only=True, slots=True, field_transformer=_tuples_only)(cls)
    type.__setattr__(made, "__init_subclass__", classmethod(_refuse_subclass))
    return made


def evolve(value: _T, **changes: Any) -> _T:
    """Return a copy of a model object with some fields replaced; the original stays as it is.

    Example:
        >>> from oic_summits.model import PartialDate
        >>> evolve(PartialDate(year=2017, month=12), day=13)
        PartialDate('2017-12-13')
    """
    return cast(_T, attrs.evolve(cast(Any, value), **changes))
