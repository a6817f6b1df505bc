"""What the command line reads: files, folders and standard input, one after the other, none lost for another."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from oic_summits.errors import EmptyTextError, OicSummitsError, ParseInputError, TextTooLargeError
from oic_summits.model import DocumentKind, Extraction
from oic_summits.model._base import frozen

SUFFIXES = (".txt", ".wiki", ".md")
"""Endings of the files that are read from a folder."""


@frozen
class Input:
    """One text to read: how it is called on the terminal, the id of its document, and its file."""

    label: str
    id: str
    path: Path | None = None
    """None for standard input."""


@frozen
class Outcome:
    """What became of one input: an extraction, or one line that says why there is none."""

    label: str
    id: str
    extraction: Extraction | None = None
    trouble: str | None = None


def inputs(names: Iterable[str]) -> tuple[tuple[Input, ...], tuple[Outcome, ...]]:
    """Find the texts behind names of files and folders (and ``-``), and what is wrong with names that hold none.

    Folders are searched through, in order of path. Files of one stem get their whole path as id, so that each text
    has an id of its own; a file named twice is read once.
    """
    paths: dict[Path, str] = {}
    troubles: list[Outcome] = []
    standard_input = False
    for name in names:
        path = Path(name)
        if name == "-":
            standard_input = True
        elif path.is_dir():
            found = sorted(file for file in path.rglob("*") if file.suffix.lower() in SUFFIXES and file.is_file())
            paths |= {file: str(file) for file in found if file not in paths}
            if not found:
                endings = ", ".join(SUFFIXES)
                hint = f"the folder holds no file that ends in {endings}; name the files themselves"
                troubles.append(Outcome(label=name, id=name, trouble=hint))
        else:
            paths.setdefault(path, name)
    stems = Counter(path.stem for path in paths)
    texts = [
        Input(label=label, id=path.stem if stems[path.stem] == 1 else path.as_posix(), path=path)
        for path, label in paths.items()
    ]
    if standard_input:
        texts.append(Input(label="standard input", id="standard-input"))
    return tuple(texts), tuple(troubles)


def read_one(text: Input, kind: DocumentKind | None) -> Outcome:
    """Read one text; whatever goes wrong becomes one line, so that the other texts are still read."""
    from oic_summits.parser import parse

    try:
        extraction = parse(_data(text), id=text.id, kind=kind)
    except OSError as error:
        trouble = f"{error.strerror or error}; check the name and the permissions"
    except EmptyTextError as error:
        trouble = f"{error.what}; {error.hint}"
    except OicSummitsError as error:
        trouble = str(error)
    except Exception as error:  # noqa: BLE001
        # A fault of ours on one text must not lose the other thousand.
        trouble = f"internal error, {type(error).__name__}: {error}; please report it, with the text if you may"
    else:
        return Outcome(label=text.label, id=text.id, extraction=extraction)
    return Outcome(label=text.label, id=text.id, trouble=trouble)


def _data(text: Input) -> bytes:
    from oic_summits.parser import MAX_CHARACTERS

    if text.path is None:
        return sys.stdin.buffer.read()
    if text.path.exists() and not text.path.is_file():
        raise ParseInputError("this is no plain file", where=text.label, hint="name a file, a folder or - instead")
    # A character takes at most four bytes, so a larger file is surely over the cap, and is not even opened.
    size = text.path.stat().st_size
    if size > 4 * MAX_CHARACTERS:
        raise TextTooLargeError(size=size, limit=4 * MAX_CHARACTERS, source=text.label, unit="bytes")
    return text.path.read_bytes()


def read_all(texts: Iterable[Input], kind: DocumentKind | None) -> Iterator[Outcome]:
    """Read the texts one after the other; only one is in memory at a time."""
    return (read_one(text, kind) for text in texts)
