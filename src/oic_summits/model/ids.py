"""The name of a summit: organisation, series and number, or the day where no number is known."""

import re

from oic_summits.errors import InvalidValueError
from oic_summits.model._base import frozen
from oic_summits.model.dates import PartialDate
from oic_summits.model.ordinals import ORDINAL_PATTERN, ordinal_number, ordinal_text
from oic_summits.model.vocabulary import Series

_ORDER = {Series.ORDINARY: 0, Series.EXTRAORDINARY: 1, None: 2}
_SERIES_WORDS = re.compile(r"\b(extraordinary|emergency|special|exceptional)\b", re.IGNORECASE)
_ORDINARY_WORDS = re.compile(r"\bordinary\b|\bislamic summit\b|\bsession\b", re.IGNORECASE)
_ORDINAL = re.compile(rf"\b({ORDINAL_PATTERN})\b", re.IGNORECASE)
_TEXT_FORM = re.compile(
    r"(?:(?P<organisation>[^\s-]+(?:-(?!(?:ordinary|extraordinary)\b)[a-z]+)*)(?:-|\Z))??"
    r"(?:(?P<series>ordinary|extraordinary)(?:-|\Z))?"
    r"(?:(?P<ordinal>\d{1,3})|(?P<date>\d{4}(?:-\d{2}(?:-\d{2})?)?))?\Z"
)


@frozen
class SummitId:
    """The name of a summit; ordered by organisation, series and number.

    A text may tell less than the full name: then `series` is None, and `date` stands where no number is known.

    Attributes:
        organisation: short name, such as ``OIC``.
        series: ordinary or extraordinary, or None where unknown.
        ordinal: number within the series, or None.
        date: first day, used only where there is no number.

    Raises:
        InvalidValueError: the organisation is empty, the number is not 1 to 999, or both number and date are given.

    Example:
        >>> sixth = SummitId.parse("Sixth Extraordinary Session of the Islamic Summit Conference")
        >>> str(sixth), sixth == SummitId.parse("oic-extraordinary-6"), sixth.next.ordinal
        ('oic-extraordinary-6', True, 7)
    """

    organisation: str = "OIC"
    series: Series | None = None
    ordinal: int | None = None
    date: PartialDate | None = None

    def __attrs_post_init__(self) -> None:
        if not self.organisation.strip() or self.organisation != " ".join(self.organisation.split()):
            raise InvalidValueError(f"{self.organisation!r} names no organisation; give a short name such as 'OIC'")
        if self.ordinal is not None and not 1 <= self.ordinal <= 999:
            raise InvalidValueError(f"no summit is number {self.ordinal}; give a number from 1 to 999")
        if self.ordinal is not None and self.date is not None:
            raise InvalidValueError("a summit is named by its number or, where it has none, by its date; give one")

    @classmethod
    def parse(cls, text: str) -> "SummitId":
        """Read the text form, a title, or an ordinal.

        Takes ``oic-extraordinary-6``, ``extraordinary-6``, ``6th extraordinary``, ``Sixth Extraordinary Session …``,
        ``Second Islamic Summit Conference`` (ordinary) and ``6th`` (series left open).

        Raises:
            InvalidValueError: the text names no summit.
        """
        stripped = text.strip()
        match = _TEXT_FORM.match(stripped)
        if match and stripped and (match["series"] or match["date"] or match["ordinal"] or "-" not in stripped):
            organisation = match["organisation"]
            numbered = match["series"] or match["ordinal"] or match["date"]
            if numbered or (organisation and ordinal_number(organisation) is None and _is_slug(organisation)):
                return cls(
                    organisation=_unslug(organisation) if organisation else "OIC",
                    series=Series(match["series"]) if match["series"] else None,
                    ordinal=int(match["ordinal"]) if match["ordinal"] else None,
                    date=PartialDate.parse(match["date"]) if match["date"] else None,
                )
        ordinal = _ORDINAL.search(stripped)
        number = ordinal_number(ordinal.group(1)) if ordinal else None
        if number is None:
            raise InvalidValueError(
                f"{text[:80]!r} names no summit; write 'extraordinary-6', '6th extraordinary' or a title with its "
                f"number"
            )
        series = None
        if _SERIES_WORDS.search(stripped):
            series = Series.EXTRAORDINARY
        elif _ORDINARY_WORDS.search(stripped):
            series = Series.ORDINARY
        return cls(series=series, ordinal=number)

    @property
    def complete(self) -> bool:
        """Whether the name tells one summit from all others: by series and number, or by series and day."""
        exact = self.date is not None and self.date.exact is not None
        return self.series is not None and (self.ordinal is not None or exact)

    @property
    def next(self) -> "SummitId":
        """The id with the next number of the series; raises InvalidValueError where there is no number."""
        if self.ordinal is None:
            raise InvalidValueError(f"{self} has no number, so no next one; ask an archive for its successor")
        return SummitId(organisation=self.organisation, series=self.series, ordinal=self.ordinal + 1)

    def __lt__(self, other: "SummitId") -> bool:
        return self._key() < other._key()

    def _key(self) -> tuple[str, int, int, str]:
        return (self.organisation.casefold(), _ORDER[self.series], self.ordinal or 10_000, str(self.date or ""))

    def __str__(self) -> str:
        alone = self.series is None and self.ordinal is None and self.date is None
        parts = [_slug(self.organisation, alone=alone)]
        if self.series is not None:
            parts.append(self.series.value)
        if self.ordinal is not None:
            parts.append(str(self.ordinal))
        elif self.date is not None:
            parts.append(str(self.date))
        return "-".join(parts)

    def __repr__(self) -> str:
        return f"SummitId({str(self)!r})"

    @property
    def label(self) -> str:
        """The name for people, such as ``6th extraordinary``."""
        number = ordinal_text(self.ordinal) if self.ordinal else str(self.date or "unnumbered")
        return f"{number} {self.series.value}" if self.series else number


def _slug(organisation: str, *, alone: bool) -> str:
    """Lower case where that can be undone (an acronym, or several capitalised words), else the name itself.

    Several words that stand alone are not lowered: "arab-league" could be any two words of a title.
    """
    plain = re.fullmatch(r"[A-Z][A-Z0-9]*|[A-Z][a-z]+(?: [A-Z][a-z]+)+", organisation)
    lower = organisation.lower().replace(" ", "-")
    if plain and not (alone and "-" in lower) and not re.search(r"(?:^|-)(?:ordinary|extraordinary)(?:-|$)", lower):
        return lower
    return "=" + "".join(c if c.isalnum() and c.isascii() else f"%{ord(c):x};" for c in organisation)


def _unslug(slug: str) -> str:
    if slug.startswith("="):
        return re.sub(r"%([0-9a-f]+);", lambda match: chr(int(match.group(1), 16)), slug[1:])
    words = slug.split("-")
    return slug.upper() if len(words) == 1 else " ".join(word.capitalize() for word in words)


def _is_slug(text: str) -> bool:
    return text.startswith("=") or (text[0].isalpha() and (text == text.lower() or text.isupper()))
