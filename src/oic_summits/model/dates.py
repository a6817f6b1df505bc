"""Dates as exact as a text gives them: a day, a month or a year."""

import datetime as dt
import re
from calendar import monthrange

from oic_summits.errors import InvalidValueError
from oic_summits.model._base import frozen

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z")


@frozen
class PartialDate:
    """A Gregorian date known to the day, the month or the year, and no further.

    Attributes:
        year: 1 to 9999.
        month: 1 to 12, or None where only the year is known.
        day: 1 to 31, or None where only the month is known.

    Raises:
        InvalidValueError: no such day exists, or a day stands without a month.

    Example:
        >>> day = PartialDate.parse("2017-12-13")
        >>> str(day), day.exact
        ('2017-12-13', datetime.date(2017, 12, 13))
        >>> PartialDate.parse("2014").exact is None
        True
        >>> PartialDate.parse("2017-12").covers(day)
        True
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __attrs_post_init__(self) -> None:
        if self.month is None and self.day is not None:
            raise InvalidValueError(f"a day ({self.day}) without a month in {self.year}; give the month too")
        try:
            dt.date(self.year, self.month or 1, self.day or 1)
        except (ValueError, OverflowError):
            parts = "-".join(str(part) for part in (self.year, self.month, self.day) if part is not None)
            raise InvalidValueError(f"there is no date {parts}; give an existing day, month or year") from None

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read the ISO forms ``2017``, ``2017-12`` and ``2017-12-13``.

        Raises:
            InvalidValueError: the text has another form, or names no existing date.
        """
        match = _ISO.match(text)
        if match is None:
            raise InvalidValueError(f"{text!r} is no date; write it as 2017, 2017-12 or 2017-12-13")
        year, month, day = match.groups()
        return cls(year=int(year), month=int(month) if month else None, day=int(day) if day else None)

    @classmethod
    def of(cls, value: "PartialDate | dt.date | str") -> "PartialDate":
        """Take a date in any of the forms that users have: ours, Python's, or ISO text."""
        if isinstance(value, PartialDate):
            return value
        if isinstance(value, dt.date):
            return cls(year=value.year, month=value.month, day=value.day)
        return cls.parse(value)

    @property
    def exact(self) -> dt.date | None:
        """The day, or None where the date is less exact than a day."""
        return self.first_day if self.day is not None else None

    @property
    def first_day(self) -> dt.date:
        """The first day that the date can mean."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> dt.date:
        """The last day that the date can mean."""
        month = self.month or 12
        return dt.date(self.year, month, self.day or monthrange(self.year, month)[1])

    def covers(self, other: "PartialDate") -> bool:
        """Whether every day that `other` can mean lies within this date."""
        return self.first_day <= other.first_day and other.last_day <= self.last_day

    def __lt__(self, other: "PartialDate") -> bool:
        return self._key() < other._key()

    def __le__(self, other: "PartialDate") -> bool:
        return self._key() <= other._key()

    def __gt__(self, other: "PartialDate") -> bool:
        return self._key() > other._key()

    def __ge__(self, other: "PartialDate") -> bool:
        return self._key() >= other._key()

    def _key(self) -> tuple[int, int, int]:
        return (self.year, self.month or 0, self.day or 0)

    def __str__(self) -> str:
        text = f"{self.year:04d}"
        if self.month is not None:
            text += f"-{self.month:02d}"
        if self.day is not None:
            text += f"-{self.day:02d}"
        return text

    def __repr__(self) -> str:
        return f"PartialDate({str(self)!r})"
