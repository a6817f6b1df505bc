"""The seed texts are those that the manifest describes, byte for byte."""

import hashlib
from pathlib import Path

import pytest

from oic_summits import _seeds
from oic_summits._seeds import seed_manifest, seed_text
from oic_summits.errors import DataFileError, NotFoundError
from oic_summits.model import DocumentKind

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
ENTRY = """format = 1
[[seed]]
id = "a"
file = "a.txt"
sha256 = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"
kind = "news"
language = "en"
description = "a letter"
licence_note = "none"
"""


@pytest.fixture
def other_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of seeds with one letter in it, in the place of the real one."""
    (tmp_path / "manifest.toml").write_text(ENTRY, encoding="utf-8")
    (tmp_path / "a.txt").write_bytes(b"a")
    monkeypatch.setattr(_seeds, "_folder", lambda: tmp_path)
    monkeypatch.setattr(_seeds, "seed_manifest", _seeds.seed_manifest.__wrapped__)
    return tmp_path


def test_the_folder_holds_the_manifest_and_what_it_lists() -> None:
    listed = {seed.file for seed in seed_manifest()}
    assert {path.name for path in SEEDS.iterdir()} == listed | {"manifest.toml"}


@pytest.mark.parametrize("seed", seed_manifest(), ids=lambda seed: seed.id)
def test_each_file_has_the_digest_of_its_manifest(seed: _seeds.Seed) -> None:
    data = (SEEDS / seed.file).read_bytes()
    assert hashlib.sha256(data).hexdigest() == seed.sha256
    assert seed_text(seed.id).encode("utf-8") == data


def test_the_manifest_says_what_is_known_and_what_is_not() -> None:
    seeds = seed_manifest()
    assert [(seed.kind, seed.language) for seed in seeds] == [
        (DocumentKind.ENCYCLOPEDIA, "en"),
        (DocumentKind.ENCYCLOPEDIA, "en"),
        (DocumentKind.NEWS, "en"),
    ]
    for seed in seeds:
        assert seed.file == f"{seed.id}.txt"
        assert seed.description
        assert seed.licence_note
        assert ("publisher" in seed.unknown) == (seed.publisher is None)
        assert ("title" in seed.unknown) == (seed.title is None)
        assert seed.title is None or seed_text(seed.id).startswith(f"= {seed.title} =\n")


def test_broken_characters_are_kept_as_published() -> None:
    assert "Mevlüt ÇavuÅŸoÄŸlu" in seed_text("002_14e51861c7d10678")


def test_line_ends_are_not_translated(other_folder: Path) -> None:
    data = b"one\r\ntwo\rthree\n"
    digest = hashlib.sha256(data).hexdigest()
    (other_folder / "a.txt").write_bytes(data)
    manifest = ENTRY.replace("ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb", digest)
    (other_folder / "manifest.toml").write_text(manifest, encoding="utf-8")
    assert seed_text("a") == "one\r\ntwo\rthree\n"


def test_unknown_seed_names_the_known_ones() -> None:
    with pytest.raises(NotFoundError) as raised:
        seed_text("003")
    assert str(raised.value) == (
        "no seed is called '003'; the nearest are: 000_8259268b590c4456, 001_ead79a6903b0961d, 002_14e51861c7d10678"
    )


def test_a_changed_text_is_refused(other_folder: Path) -> None:
    (other_folder / "a.txt").write_bytes(b"b")
    with pytest.raises(DataFileError) as raised:
        seed_text("a")
    assert str(raised.value) == (
        f"the source text a is not the one that the manifest describes ({other_folder / 'a.txt'}); "
        "undo the change to it, or reinstall with: pip install --force-reinstall oic-summits"
    )


def test_a_missing_text_says_where_it_should_be(other_folder: Path) -> None:
    (other_folder / "a.txt").unlink()
    with pytest.raises(DataFileError) as raised:
        seed_text("a")
    assert str(raised.value) == (
        f"the source text a is missing ({other_folder / 'a.txt'}); "
        "reinstall with: pip install --force-reinstall oic-summits"
    )


def test_a_missing_folder_says_both_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module = tmp_path / "src" / "oic_summits" / "_seeds.py"
    inside = tmp_path / "package"
    monkeypatch.setattr(_seeds, "__file__", str(module))
    monkeypatch.setattr(_seeds, "files", lambda _package: inside)
    with pytest.raises(DataFileError) as raised:
        _seeds._folder()
    assert str(raised.value) == (
        f"the source texts are missing ({inside / 'seeds'} and {tmp_path / 'seeds'}); "
        "reinstall with: pip install --force-reinstall oic-summits"
    )


def test_the_package_folder_comes_before_the_checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "manifest.toml").write_text(ENTRY, encoding="utf-8")
    monkeypatch.setattr(_seeds, "files", lambda _package: tmp_path)
    assert _seeds._folder() == tmp_path / "seeds"


@pytest.mark.parametrize(
    ("manifest", "what"),
    [
        (b"format = ", "it is no TOML: Invalid value (at end of document)"),
        (b"\xff", "it is not UTF-8: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte"),
        (b"format = 2", "its format is 2, not 1"),
        (ENTRY.replace("news", "poem").encode(), "a: 'poem' is not a valid DocumentKind"),
        (
            ENTRY.replace('language = "en"\n', "").encode(),
            "a: Seed.__init__() missing 1 required keyword-only argument: 'language'",
        ),
        ((ENTRY + "lines = 3\n").encode(), "a: Seed.__init__() got an unexpected keyword argument 'lines'"),
    ],
    ids=["no-toml", "no-utf8", "format", "kind", "missing", "unknown"],
)
def test_a_damaged_manifest_says_what_is_wrong(other_folder: Path, manifest: bytes, what: str) -> None:
    (other_folder / "manifest.toml").write_bytes(manifest)
    with pytest.raises(DataFileError) as raised:
        _seeds.seed_manifest()
    assert str(raised.value) == (
        f"the manifest of the source texts is damaged, {what} (seeds/manifest.toml); "
        "reinstall with: pip install --force-reinstall oic-summits"
    )
