"""Every error that this package raises on purpose.

All of them derive from `OicSummitsError`, so one ``except`` catches them. Errors about a value are also `ValueError`,
errors about a name that cannot be looked up are also `LookupError`, so code that knows nothing of this package still
handles them sensibly.

Each message is one line that says what is wrong, where (in brackets), and what to try next. The parts are attributes
too; two errors with the same parts are equal, hash alike, and survive pickling and copying.
"""

from __future__ import annotations

from typing import Any, ClassVar, NamedTuple, Self

__all__ = [
    "AmbiguousNameError",
    "CodecError",
    "CodecProblem",
    "DataFileError",
    "EmptyTextError",
    "EncodingError",
    "EvidenceError",
    "InvalidValueError",
    "MissingExtraError",
    "NotFoundError",
    "OicSummitsError",
    "ParseInputError",
    "TextTooLargeError",
]

_EXCERPT = 80
_LISTED = 10


def _shown(value: str) -> str:
    """Quote a value for a message, shortened so that a whole document never lands in one."""
    return repr(value if len(value) <= _EXCERPT else value[: _EXCERPT - 1] + "…")


def _listed(names: tuple[str, ...]) -> str:
    """List names for a message, the first ten and how many more there are."""
    more = len(names) - _LISTED
    return ", ".join(names[:_LISTED]) + (f" and {more} more" if more > 0 else "")


def _rebuilt(cls: type[OicSummitsError], parts: dict[str, Any]) -> OicSummitsError:
    return cls(**parts)


class OicSummitsError(Exception):
    """The root of all errors of this package.

    Args:
        what: What is wrong, in a few words and without a full stop.
        where: The place: a file, an offset, a path into JSON. Empty when there is none.
        hint: What to try next. Empty when there is nothing to say.

    Example:
        >>> print(OicSummitsError("the date is impossible", where="line 3", hint="write it as 2017-12-13"))
        the date is impossible (line 3); write it as 2017-12-13
    """

    _parts: ClassVar[tuple[str, ...]] = ("what", "where", "hint")

    what: str
    """What is wrong."""
    where: str
    """The place, or an empty string."""
    hint: str
    """What to try next, or an empty string."""

    def __init__(self, what: str, *, where: str = "", hint: str = "") -> None:
        self.what = what
        self.where = where
        self.hint = hint
        super().__init__(self.message)

    @property
    def message(self) -> str:
        """The whole message: what, where in brackets, what next."""
        place = f" ({self.where})" if self.where else ""
        advice = f"; {self.hint}" if self.hint else ""
        return f"{self.what}{place}{advice}"

    def _values(self) -> tuple[object, ...]:
        return tuple(getattr(self, part) for part in self._parts)

    def __str__(self) -> str:
        return self.message

    def __repr__(self) -> str:
        shown = ", ".join(f"{part}={value!r}" for part, value in zip(self._parts, self._values(), strict=True))
        return f"{type(self).__name__}({shown})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, OicSummitsError) or type(other) is not type(self):
            return NotImplemented
        return self._values() == other._values()

    def __hash__(self) -> int:
        return hash((type(self), self._values()))

    def __reduce__(self) -> tuple[object, ...]:
        parts = dict(zip(self._parts, self._values(), strict=True))
        # The attribute dictionary goes along so that notes added with `add_note` are kept.
        return _rebuilt, (type(self), parts), self.__dict__


class ParseInputError(OicSummitsError, ValueError):
    """A text that cannot be read at all; the branches say why."""


class EmptyTextError(ParseInputError):
    """A text without a single word.

    Args:
        source: The file or document that was empty, when known.

    Example:
        >>> print(EmptyTextError(source="communique.txt"))
        the text is empty (communique.txt); give a text with at least one word, or the path of a file that has one
    """

    _parts: ClassVar[tuple[str, ...]] = ("source",)

    source: str
    """The file or document, or an empty string."""

    def __init__(self, *, source: str = "") -> None:
        self.source = source
        super().__init__(
            "the text is empty",
            where=source,
            hint="give a text with at least one word, or the path of a file that has one",
        )


class EncodingError(ParseInputError):
    """Bytes that are not UTF-8.

    Args:
        offset: Index of the first bad byte, counted in bytes from 0.
        byte: Value of that byte, 0 to 255.
        source: The file or document, when known.
        reason: What the decoder said of it, when known.

    Example:
        >>> print(EncodingError(offset=4, byte=0xE9, source="notes.txt"))
        byte 0xE9 at offset 4 is not UTF-8 (notes.txt); save the text as UTF-8, or decode it yourself and pass a string
    """

    _parts: ClassVar[tuple[str, ...]] = ("offset", "byte", "source", "reason")

    offset: int
    """Index of the first bad byte, in bytes from 0."""
    byte: int
    """Value of that byte."""
    source: str
    """The file or document, or an empty string."""
    reason: str
    """What the decoder said, or an empty string."""

    def __init__(self, *, offset: int, byte: int, source: str = "", reason: str = "") -> None:
        self.offset = offset
        self.byte = byte
        self.source = source
        self.reason = reason
        super().__init__(
            f"byte 0x{byte:02X} at offset {offset} is not UTF-8" + (f": {reason}" if reason else ""),
            where=source,
            hint="save the text as UTF-8, or decode it yourself and pass a string",
        )

    @classmethod
    def from_decode_error(cls, error: UnicodeDecodeError, *, source: str = "") -> Self:
        r"""Build the error from what Python's own decoder raised.

        Example:
            >>> try:
            ...     b"Al-Quds \xff".decode()
            ... except UnicodeDecodeError as error:
            ...     print(EncodingError.from_decode_error(error).what)
            byte 0xFF at offset 8 is not UTF-8: invalid start byte
        """
        return cls(offset=error.start, byte=error.object[error.start], source=source, reason=error.reason)


class TextTooLargeError(ParseInputError):
    """A text above the stated size cap.

    Args:
        size: Size of the text.
        limit: The largest size that is read.
        source: The file or document, when known.
        unit: What the two sizes count.

    Example:
        >>> print(TextTooLargeError(size=9_000_001, limit=8_000_000))
        the text has 9,000,001 characters, more than the 8,000,000 that are read; split it and read its parts
    """

    _parts: ClassVar[tuple[str, ...]] = ("size", "limit", "source", "unit")

    size: int
    """Size of the text, in `unit`."""
    limit: int
    """The largest size that is read, in `unit`."""
    source: str
    """The file or document, or an empty string."""
    unit: str
    """What the two sizes count: ``characters`` or ``bytes``."""

    def __init__(self, *, size: int, limit: int, source: str = "", unit: str = "characters") -> None:
        self.size = size
        self.limit = limit
        self.source = source
        self.unit = unit
        super().__init__(
            f"the text has {size:,} {unit}, more than the {limit:,} that are read",
            where=source,
            hint="split it and read its parts",
        )


class EvidenceError(OicSummitsError, ValueError):
    """A quote that does not stand in its document at the offsets it claims."""


class InvalidValueError(OicSummitsError, ValueError):
    """A value that a record, a filter or an option cannot have."""


class DataFileError(OicSummitsError):
    """A data file that the package ships is missing or damaged."""


class CodecProblem(NamedTuple):
    """One fault in JSON: where it stands and what is wrong there.

    Example:
        >>> CodecProblem("$.summits[0].year", "expected an integer, found text").path
        '$.summits[0].year'
    """

    path: str
    """Path of the element, from ``$``, such as ``$.extractions[0].people[2].name``."""
    message: str
    """What is wrong there."""


class CodecError(OicSummitsError, ValueError):
    """JSON that does not describe our records.

    Args:
        what: What is wrong, in a few words.
        path: Path of the first bad element, from ``$``.
        problems: Every fault found, in the order of the JSON; may be empty when `what` says it all.
        hint: What to try next.

    Example:
        >>> print(CodecError("unknown key 'nmae'", path="$.people[2]", hint="did you mean 'name'?"))
        unknown key 'nmae' ($.people[2]); did you mean 'name'?
    """

    _parts: ClassVar[tuple[str, ...]] = ("what", "path", "problems", "hint")

    path: str
    """Path of the first bad element, from ``$``."""
    problems: tuple[CodecProblem, ...]
    """Every fault found, in the order of the JSON."""

    def __init__(self, what: str, *, path: str = "$", problems: tuple[CodecProblem, ...] = (), hint: str = "") -> None:
        self.path = path
        self.problems = problems
        super().__init__(what, where=path, hint=hint)

    @classmethod
    def from_problems(cls, problems: tuple[CodecProblem, ...], *, hint: str = "") -> Self:
        """Build one error from all faults; the first gives the path, the others are counted.

        Example:
            >>> first, second = CodecProblem("$.a", "expected text"), CodecProblem("$.b", "unknown key")
            >>> print(CodecError.from_problems((first, second)))
            expected text, and 1 more problem ($.a)
        """
        if not problems:
            raise InvalidValueError("no problems to report", where="problems", hint="give at least one")
        more = len(problems) - 1
        rest = f", and {more} more problem{'s' if more > 1 else ''}" if more else ""
        return cls(problems[0].message + rest, path=problems[0].path, problems=problems, hint=hint)


class _NameError(OicSummitsError, LookupError):
    """What the two errors about names share."""

    _parts: ClassVar[tuple[str, ...]] = ("kind", "query", "candidates", "where")

    kind: str
    """What was looked for: ``summit``, ``state``, ``leader`` …"""
    query: str
    """The name as it was given."""
    candidates: tuple[str, ...]
    """Names that could be meant, the likeliest first; may be empty."""


class NotFoundError(_NameError):
    """A name that nothing bears.

    Args:
        kind: What was looked for: ``summit``, ``state``, ``leader`` …
        query: The name as it was given.
        candidates: The nearest names, the likeliest first.
        where: Where it was looked for, when that helps.

    Example:
        >>> print(NotFoundError(kind="state", query="Turky", candidates=("Turkey", "Turkmenistan")))
        no state is called 'Turky'; the nearest are: Turkey, Turkmenistan
    """

    def __init__(self, *, kind: str, query: str, candidates: tuple[str, ...] = (), where: str = "") -> None:
        self.kind = kind
        self.query = query
        self.candidates = candidates
        near = "the nearest is" if len(candidates) == 1 else "the nearest are"
        super().__init__(
            f"no {kind} is called {_shown(query)}",
            where=where,
            hint=f"{near}: {_listed(candidates)}" if candidates else "nothing comes near it: check the spelling",
        )


class AmbiguousNameError(_NameError):
    """A name that several things bear.

    Args:
        kind: What was looked for: ``summit``, ``state``, ``leader`` …
        query: The name as it was given.
        candidates: Everything that the name fits.
        where: Where it was looked for, when that helps.

    Example:
        >>> print(AmbiguousNameError(kind="state", query="Guinean", candidates=("Guinea", "Guinea-Bissau")))
        'Guinean' fits more than one state; say which: Guinea, Guinea-Bissau
    """

    def __init__(self, *, kind: str, query: str, candidates: tuple[str, ...], where: str = "") -> None:
        self.kind = kind
        self.query = query
        self.candidates = candidates
        super().__init__(
            f"{_shown(query)} fits more than one {kind}", where=where, hint=f"say which: {_listed(candidates)}"
        )


class MissingExtraError(OicSummitsError, ImportError):
    """A function that needs an optional package which is not installed.

    Args:
        extra: The extra of this distribution that brings the package.
        package: The package that could not be imported.
        purpose: What needs it, such as ``data frames``.

    Example:
        >>> print(MissingExtraError(extra="tables", package="pandas", purpose="data frames"))
        data frames need the package pandas, which is not installed; run: pip install "oic-summits[tables]"
    """

    _parts: ClassVar[tuple[str, ...]] = ("extra", "package", "purpose")

    extra: str
    """The extra that brings the package."""
    package: str
    """The package that could not be imported."""
    purpose: str
    """What needs it."""

    def __init__(self, *, extra: str, package: str, purpose: str) -> None:
        self.extra = extra
        self.package = package
        self.purpose = purpose
        super().__init__(
            f"{purpose} need the package {package}, which is not installed",
            hint=f'run: pip install "oic-summits[{extra}]"',
        )
        # What `ImportError` itself calls the module, for code that only knows the built-in.
        self.name = package
