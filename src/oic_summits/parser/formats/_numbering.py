"""Numbers of operative paragraphs: a letter below paragraph 5 is "5.a", a small roman number below that "5.a.ii"."""

import re

__all__ = ["Numbering"]

_LABEL = re.compile(r"\s*(?:(?:paragraph|para\.?|article)\s+)?(\(?)([\w.]*\w)([.)]*)")
_ROMAN = re.compile(r"[ivxlc]+\Z")
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


class Numbering:
    """Where in the numbering of an official text the last paragraph stood.

    Example:
        >>> numbering = Numbering()
        >>> [numbering.next(label) for label in ("5.", "a)", "b)", "i.", "ii.", "6.", "12.3", "(a)")]
        ['5', '5.a', '5.b', '5.b.i', '5.b.ii', '6', '12.3', '12.3.a']
    """

    def __init__(self) -> None:
        self._style: str | None = None
        self._top: str | None = None
        self._sub: int = 0
        self._letter: str | None = None
        self._roman: int = 0

    @property
    def current(self) -> str | None:
        """Number of the numbered paragraph that is open, or None."""
        return self._top

    def leave(self) -> None:
        """A heading stands between: nothing is below the last number any more."""
        self._top, self._letter, self._sub, self._roman = None, None, 0, 0

    def next(self, label: str) -> str:
        """Take the label of the next paragraph as printed; returns its full number."""
        match = _LABEL.match(label)
        if match is None:
            return label.strip()
        bracket, name, close = match.groups()
        if name[0].isdigit():
            return self._digits(name, bracket + close[:1])
        return self._lettered(name)

    def _digits(self, name: str, style: str) -> str:
        below = self._top is not None and "." not in name and self._style != style and int(name) == self._sub + 1
        if below:
            self._sub += 1
            self._letter = None
            return f"{self._top}.{name}"
        self._style = style
        self._top, self._letter, self._sub, self._roman = name, None, 0, 0
        return name

    def _lettered(self, name: str) -> str:
        small = name.lower()
        follows = chr(ord(self._letter) + 1) if self._letter else "a"
        roman = _roman(small) if _ROMAN.match(small) else 0
        if len(small) == 1 and (small == follows or not roman or roman != self._roman + 1):
            self._letter, self._roman = small, 0
            return self._below(name)
        self._roman = roman
        return self._below(f"{self._letter}.{name}" if self._letter else name)

    def _below(self, name: str) -> str:
        return f"{self._top}.{name}" if self._top else name


def _roman(name: str) -> int:
    values = [_VALUES[char] for char in name]
    return sum(-value if value < max(values[index:]) else value for index, value in enumerate(values))
