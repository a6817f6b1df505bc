"""Reading: from a file, bytes or a text to a page that the grammar can read."""

import hashlib
from pathlib import Path

from oic_summits.errors import (
    EmptyTextError,
    EncodingError,
    InvalidValueError,
    NotFoundError,
    ParseInputError,
    TextTooLargeError,
)
from oic_summits.model import Document, DocumentKind, PartialDate
from oic_summits.parser.detect import detect_kind
from oic_summits.parser.formats import read_layout
from oic_summits.parser.page import Page

__all__ = ["MAX_CHARACTERS", "read", "read_page"]
MAX_CHARACTERS = 5_000_000
"""Characters of the longest text that is read."""

_LONGEST_PATH = 1000
_SUFFIXES = (".txt", ".wiki", ".md")


def read(
    source: Path | str | bytes,
    *,
    id: str | None = None,  # noqa: A002
    kind: DocumentKind | str | None = None,
    language: str = "en",
) -> Document:
    r"""Read a source text and find out its form.

    Args:
        source: A path, the text itself, or its bytes in UTF-8. A string is a path where it names an existing file.
        id: Name for evidence to refer to; by default the stem of the file, else one made from the text.
        kind: ``encyclopedia``, ``wikitext``, ``news`` or ``communique``; by default it is detected.
        language: ISO 639-1 code of the language it is in.

    Returns:
        The document, its text unchanged.

    Raises:
        EmptyTextError: there is no word in it.
        EncodingError: the bytes are not UTF-8.
        TextTooLargeError: it has more than `MAX_CHARACTERS` characters.
        NotFoundError: the string looks like a path, and no such file exists.
        ParseInputError: the path is a folder or cannot be opened.
        InvalidValueError: no such kind exists.

    Example:
        >>> document = read("= First Session =\n\n- Country: PAK Pakistan\n- Cities: Islamabad\n\nIt met.", id="note")
        >>> document.title, [(field.key, field.value) for field in document.fields]
        ('First Session', [('Country', 'PAK Pakistan'), ('Cities', 'Islamabad')])
    """
    return read_page(source, id=id, kind=kind, language=language).document


def read_page(
    source: Path | str | bytes,
    *,
    id: str | None = None,  # noqa: A002
    kind: DocumentKind | str | None = None,
    published: PartialDate | None = None,
    language: str = "en",
) -> Page:
    """Read a source text and lay it out for the grammar; arguments and errors as for `read`.

    Args:
        source: A path, the text itself, or its bytes in UTF-8.
        id: Name for evidence to refer to.
        kind: The format, or None to detect it.
        published: Day of publication, where it is known from elsewhere.
        language: ISO 639-1 code of the language it is in.

    Returns:
        The document, its view, its blocks and its problems.

    Example:
        >>> page = read_page("MECCA: Leaders met on Friday.", id="note")
        >>> [(block.kind.value, page.view.text[block.start : block.end]) for block in page.blocks]
        [('dateline', 'MECCA:'), ('paragraph', 'Leaders met on Friday.')]
    """
    chosen = None if kind is None else _kind_of(kind)
    text, name = _load(source)
    where = id or name or ""
    if len(text) > MAX_CHARACTERS:
        raise TextTooLargeError(size=len(text), limit=MAX_CHARACTERS, source=where)
    document = id or name or f"text-{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"
    if not text.strip("\ufeff\u200b\u200e\u200f \t\r\n\f\v\u00a0") or text.isspace():
        raise EmptyTextError(source=where)
    return read_layout(text, document, chosen or detect_kind(text), published=published, language=language)


def _kind_of(kind: DocumentKind | str) -> DocumentKind:
    try:
        return DocumentKind(kind)
    except ValueError:
        known = ", ".join(DocumentKind)
        raise InvalidValueError(f"there is no kind of document {kind!r}", hint=f"give one of: {known}") from None


def _load(source: Path | str | bytes) -> tuple[str, str | None]:
    """The text, and the stem of its file if it has one."""
    if isinstance(source, bytes):
        return _decoded(source, ""), None
    if isinstance(source, Path):
        return _load_file(source), source.stem
    if len(source) > _LONGEST_PATH or "\n" in source or not source.strip():
        return source, None
    if _exists(source):
        return _load_file(Path(source)), Path(source).stem
    if source.endswith(_SUFFIXES) and not any(char.isspace() for char in source):
        _refuse_missing(Path(source))
    return source, None


def _exists(text: str) -> bool:
    try:
        return Path(text).is_file()
    except (OSError, ValueError):  # too long for a name, or a character that no name has
        return False


def _load_file(path: Path) -> str:
    if path.is_dir():
        raise ParseInputError("this is a folder", where=str(path), hint="give the path of one text file in it")
    if not path.exists():
        _refuse_missing(path)
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise ParseInputError(
            f"the file cannot be opened: {error.strerror or error}", where=str(path), hint="check its permissions"
        ) from error
    return _decoded(raw, str(path))


def _refuse_missing(path: Path) -> None:
    raise NotFoundError(kind="file", query=str(path), where=f"looked in {path.parent.resolve()}")


def _decoded(raw: bytes, where: str) -> str:
    if len(raw) > 4 * MAX_CHARACTERS:
        raise TextTooLargeError(size=len(raw), limit=4 * MAX_CHARACTERS, source=where, unit="bytes")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise EncodingError.from_decode_error(error, source=where) from None
