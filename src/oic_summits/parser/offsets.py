"""Days counted from another day that a text prints: "two days later", "the day before", "a day after the vote"."""

import datetime as dt
import re
from collections.abc import Iterator

import attrs

from oic_summits.model import PartialDate

_NUMBERS = {
    word: number
    for number, words in enumerate(("a one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 1)
    for word in words.split()
}
_COUNTED = re.compile(
    rf"\b(?P<n>\d{{1,2}}|{'|'.join(_NUMBERS)}) days? (?P<way>later|afterwards|earlier|before|after|previously)\b"
    r"|\bthe (?P<day>day|previous day) ?(?P<side>before|after)?\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\s*(?:[.,;:)]|$|\b(?:and|but|when|as|in|at|by|with|the two)\b)")


@attrs.frozen
class Offset:
    """Words that count days from another day.

    Attributes:
        start, end: offsets in the view.
        days: how many, negative for earlier ones.
        of_another: whether what is counted from stands behind the words: "a day after the vote".
    """

    start: int
    end: int
    days: int
    of_another: bool = False

    def on(self, told: PartialDate | None, *, back: bool = False) -> PartialDate | None:
        """The day that lies so far from one told, or, going back, from which that one lies so far; None without one."""
        if told is None or told.exact is None:
            return None
        return PartialDate.of(told.exact + dt.timedelta(days=-self.days if back else self.days))


def find_offsets(text: str, start: int, end: int) -> Iterator[Offset]:
    """All such words between start and end."""
    for match in _COUNTED.finditer(text, start, end):
        behind = _ENDS.match(text, match.end(), end) is None
        if match["n"]:
            number = _NUMBERS.get(match["n"].lower()) or int(match["n"])
            way = match["way"].lower()
            later = way in ("later", "afterwards", "after")
            yield Offset(
                match.start(), match.end(), number if later else -number, behind and way in ("after", "before")
            )
        elif match["side"]:
            yield Offset(match.start(), match.end(), 1 if match["side"].lower() == "after" else -1, behind)
        elif match["day"].lower() == "previous day":
            yield Offset(match.start(), match.end(), -1)
