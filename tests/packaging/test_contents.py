"""What the wheel and the sdist hold: everything that the package needs, and nothing else."""

import re
import tarfile
import zipfile
from email.message import Message
from email.parser import Parser
from pathlib import Path

import pytest

from tests.packaging.conftest import ROOT

PACKAGE = ROOT / "src" / "oic_summits"
pytestmark = pytest.mark.slow


def _contents(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _metadata(wheel: Path) -> Message:
    (name,) = [name for name in _contents(wheel) if name.endswith(".dist-info/METADATA")]
    return Parser().parsestr(_contents(wheel)[name].decode("utf-8"))


def _source_files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_wheel_holds_the_package_and_the_seeds_byte_for_byte(wheel: Path) -> None:
    expected = {f"oic_summits/{name}": data for name, data in _source_files(PACKAGE).items()}
    expected |= {f"oic_summits/seeds/{name}": data for name, data in _source_files(ROOT / "seeds").items()}
    found = {name: data for name, data in _contents(wheel).items() if ".dist-info/" not in name}
    assert sorted(found) == sorted(expected)
    assert found == expected


def test_wheel_is_typed_and_carries_its_data(wheel: Path) -> None:
    names = _contents(wheel).keys()
    assert "oic_summits/py.typed" in names
    assert "oic_summits/seeds/manifest.toml" in names
    assert [name for name in names if name.startswith("oic_summits/reference/") and not name.endswith(".py")]
    assert not [name for name in names if name.split("/")[0] in {"tests", "docs", "seeds"}]


def test_wheel_of_the_sdist_is_the_wheel_of_the_checkout(wheel: Path, wheel_of_sdist: Path) -> None:
    assert wheel_of_sdist.name == wheel.name
    assert _contents(wheel_of_sdist) == _contents(wheel)


def test_sdist_holds_what_stands_at_the_top(sdist: Path) -> None:
    with tarfile.open(sdist) as archive:
        names = [member.name.split("/", 1)[1] for member in archive.getmembers() if member.isfile()]
    visible = {name.split("/")[0] for name in names if not name.startswith(".")}
    assert visible == {
        "CHANGELOG.md",
        "LICENSE",
        "PKG-INFO",
        "README.md",
        "docs",
        "pyproject.toml",
        "seeds",
        "src",
        "tests",
    }
    assert not [name for name in names if "__pycache__" in name or "_build" in name]


def test_metadata_says_licence_versions_extras_and_command(wheel: Path) -> None:
    metadata = _metadata(wheel)
    assert metadata["Name"] == "oic-summits"
    assert metadata["License-Expression"] == "MIT"
    assert metadata["License-File"] == "LICENSE"
    assert metadata["Requires-Python"] == ">=3.11"
    assert metadata["Description-Content-Type"] == "text/markdown"
    assert set(metadata.get_all("Provides-Extra", [])) == {"cli", "dev", "docs", "graph", "tables", "test"}
    assert "Typing :: Typed" in metadata.get_all("Classifier", [])
    (entry_points,) = [data for name, data in _contents(wheel).items() if name.endswith("entry_points.txt")]
    assert entry_points.decode().splitlines() == ["[console_scripts]", "oic-summits = oic_summits.cli:main"]


def test_a_plain_install_is_light(wheel: Path) -> None:
    requires = [line for line in _metadata(wheel).get_all("Requires-Dist", []) if "extra ==" not in line]
    names = {re.split("[<>=]", line)[0] for line in requires}
    assert names == {"attrs", "cattrs", "mwparserfromhell", "python-dateutil", "sentencex"}
