"""The source texts that ship with the package, found alike in a wheel and in a checkout.

A wheel carries them inside the package; an editable install reads them from the top of the checkout. Nothing else in
the package knows the difference.
"""

from __future__ import annotations

import hashlib
import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from oic_summits.errors import DataFileError, EncodingError, NotFoundError
from oic_summits.model import DocumentKind
from oic_summits.model._base import frozen

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

__all__ = ["Seed", "seed_manifest", "seed_text"]

_MANIFEST = "manifest.toml"
_FORMAT = 1


@frozen
class Seed:
    """One source text, as its manifest describes it. What is unknown is `None` or empty, and named in `unknown`."""

    id: str
    """Stable name of the text; also the id of the document read from it."""
    file: str
    """File name beside the manifest."""
    sha256: str
    """Digest of the file's bytes, in hexadecimal."""
    kind: DocumentKind
    """What kind of text it is."""
    language: str
    """Language of the text, as an ISO 639-1 code."""
    description: str
    """What the text is."""
    licence_note: str
    """What can be said of its licence."""
    title: str | None = None
    """Title that the text bears."""
    publisher: str | None = None
    """Who published it."""
    unknown: tuple[str, ...] = ()
    """What the text does not say of itself."""
    doubts: tuple[str, ...] = ()
    """Statements in the text that its readers doubted. They are reported, never changed."""


def _folder() -> Traversable:
    """The folder with the seeds: inside the package, else at the top of the checkout.

    Raises:
        DataFileError: If neither place has a manifest.
    """
    inside = files("oic_summits") / "seeds"
    checkout = Path(__file__).resolve().parents[2] / "seeds"
    for folder in (inside, checkout):
        if (folder / _MANIFEST).is_file():
            return folder
    raise DataFileError(
        "the source texts are missing",
        where=f"{inside} and {checkout}",
        hint="reinstall with: pip install --force-reinstall oic-summits",
    )


def _seed(entry: dict[str, Any]) -> Seed:
    """Build one seed from its manifest table, with lists as tuples."""
    parts: dict[str, Any] = {
        key: tuple(cast("list[str]", value)) if isinstance(value, list) else value for key, value in entry.items()
    }
    name = parts.get("id", "an entry without id")
    try:
        parts["kind"] = DocumentKind(str(parts.get("kind")))
        return Seed(**parts)
    except (TypeError, ValueError) as error:
        raise _damaged(f"{name}: {error}") from error


def _damaged(what: str) -> DataFileError:
    return DataFileError(
        f"the manifest of the source texts is damaged, {what}",
        where=f"seeds/{_MANIFEST}",
        hint="reinstall with: pip install --force-reinstall oic-summits",
    )


def _parsed(text: str) -> tuple[Seed, ...]:
    """Read the manifest's text.

    Raises:
        DataFileError: If it is no TOML, of another format, or an entry lacks a field or has one too many.
    """
    try:
        manifest = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _damaged(f"it is no TOML: {error}") from error
    if manifest.get("format") != _FORMAT:
        raise _damaged(f"its format is {manifest.get('format')!r}, not {_FORMAT}")
    return tuple(_seed(entry) for entry in manifest.get("seed", []))


@cache
def seed_manifest() -> tuple[Seed, ...]:
    """Describe the source texts that ship with the package, in the order of the manifest.

    Raises:
        DataFileError: If the texts are not where the package keeps them, or their manifest is damaged.

    Example:
        >>> for seed in seed_manifest():
        ...     print(seed.id, seed.kind)
        000_8259268b590c4456 encyclopedia
        001_ead79a6903b0961d encyclopedia
        002_14e51861c7d10678 news
    """
    try:
        return _parsed((_folder() / _MANIFEST).read_bytes().decode("utf-8"))
    except UnicodeDecodeError as error:
        raise _damaged(f"it is not UTF-8: {error}") from error


def _seed_bytes(seed: Seed) -> bytes:
    """Read a seed's bytes and check that they are those that the manifest describes."""
    source = _folder() / seed.file
    if not source.is_file():
        raise DataFileError(
            f"the source text {seed.id} is missing",
            where=str(source),
            hint="reinstall with: pip install --force-reinstall oic-summits",
        )
    data = source.read_bytes()
    if hashlib.sha256(data).hexdigest() != seed.sha256:
        raise DataFileError(
            f"the source text {seed.id} is not the one that the manifest describes",
            where=str(source),
            hint="undo the change to it, or reinstall with: pip install --force-reinstall oic-summits",
        )
    return data


def seed_text(seed_id: str) -> str:
    """Give a source text exactly as published: every line end and every broken character as it stands in the file.

    Args:
        seed_id: The seed's id in the manifest.

    Raises:
        NotFoundError: If no seed has that id.
        DataFileError: If its file is missing or was changed.

    Example:
        >>> seed_text("000_8259268b590c4456").splitlines()[0]
        '= Sixth Extraordinary Session of the Islamic Summit Conference ='
    """
    seeds = {seed.id: seed for seed in seed_manifest()}
    if seed_id not in seeds:
        raise NotFoundError(kind="seed", query=seed_id, candidates=tuple(seeds))
    try:
        return _seed_bytes(seeds[seed_id]).decode("utf-8")
    except UnicodeDecodeError as error:
        raise EncodingError.from_decode_error(error, source=seeds[seed_id].file) from error
