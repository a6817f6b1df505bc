"""The API reference has every public name, and nothing that does not exist."""

import importlib
import re
from inspect import isclass, isroutine

import attrs
import pytest

from tests.docs.examples import ROOT

REFERENCE = ROOT / "docs" / "reference"
MODULES = (
    "oic_summits",
    "oic_summits.archive",
    "oic_summits.codec",
    "oic_summits.errors",
    "oic_summits.export",
    "oic_summits.model",
    "oic_summits.parser",
    "oic_summits.reference",
)
_DIRECTIVE = re.compile(r"^\.\. (?:auto(?:class|exception|function|data|attribute)|py:data):: (\S+)$", re.MULTILINE)


def documented() -> dict[str, int]:
    """Names that the reference documents, each with how often."""
    names: dict[str, int] = {}
    for page in sorted(REFERENCE.glob("*.md")):
        for name in _DIRECTIVE.findall(page.read_text(encoding="utf-8")):
            names[name] = names.get(name, 0) + 1
    return names


def resolve(name: str) -> object:
    """The object that a dotted name means."""
    module, _, attribute = name.rpartition(".")
    return getattr(importlib.import_module(module), attribute)


@pytest.mark.parametrize("module", MODULES)
def test_every_public_name_is_in_the_reference(module: str) -> None:
    # A name that two modules give is one object: it need be documented once.
    known = {id(resolve(name)) for name in documented()}
    told = set(documented())
    public = importlib.import_module(module).__all__
    missing = [
        name
        for name in public
        if f"{module}.{name}" not in told
        and id(resolve(f"{module}.{name}")) not in known
        and not _is_module(module, name)
    ]
    assert not missing, f"public, but not in docs/reference/: {', '.join(f'{module}.{name}' for name in missing)}"


def _is_module(module: str, name: str) -> bool:
    return f"{module}.{name}" in MODULES


def test_every_documented_name_exists_and_stands_once() -> None:
    for name, count in documented().items():
        assert resolve(name) is not None
        assert count == 1, f"{name} stands {count} times in docs/reference/"


@pytest.mark.parametrize("module", MODULES)
def test_public_names_stand_once_and_have_docstrings(module: str) -> None:
    loaded = importlib.import_module(module)
    assert len(loaded.__all__) == len(set(loaded.__all__))
    found = {name: getattr(loaded, name) for name in loaded.__all__}
    bare = [name for name, it in found.items() if (isroutine(it) or isclass(it)) and not it.__doc__]
    assert not bare


def test_cached_properties_which_autodoc_cannot_see_are_written_down() -> None:
    pages = "\n".join(page.read_text(encoding="utf-8") for page in sorted(REFERENCE.glob("*.md")))
    told = {
        (owner, name)
        for owner, block in re.findall(r"^\.\. autoclass:: \S+\.(\w+)\n((?:(?:   .*)?\n)*)", pages, re.MULTILINE)
        for name in re.findall(r"^   \.\. py:property:: (\w+)$", block, re.MULTILINE)
    }
    missing = set()
    for name in documented():
        cls = resolve(name)
        if isinstance(cls, type) and attrs.has(cls):
            fields = {field.name for field in attrs.fields(cls)}
            hidden = {slot for slot in vars(cls).get("__slots__", ()) if not slot.startswith("_")} - fields
            missing |= {(cls.__name__, slot) for slot in hidden} - told
    assert not missing
