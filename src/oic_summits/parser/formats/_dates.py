"""Full dates as date lines print them."""

import re

from oic_summits.errors import InvalidValueError
from oic_summits.model import PartialDate

__all__ = ["DATE", "HIJRI", "full_date"]

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DAYS = rf"{_DAY}(?:\s?(?:[-–—/&]|to|and)\s?{_DAY})?"
_WEEKDAY = r"(?:(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun)\.?,?\s+)?"
# "March 14, 2008", "14 March 2008", "7-8 DECEMBER 2005", "2008-03-14"; the year may be missing.
DATE = (
    rf"(?i:{_WEEKDAY}(?:{_MONTH}\s+{_DAYS}(?:,?\s+\d{{4}})?|{_DAYS}(?:\s+of)?\s+{_MONTH}(?:,?\s+\d{{4}})?"
    r"|\d{4}-\d{2}-\d{2}))"
)
_HIJRI_MONTH = (
    r"(?:Muharram|Safar|Rabi[`'’‘]?\s*(?:ul|al|-|I|II|Al)[-\w\s]*?|Jumad[ai]\w*(?:[-\s](?:al|ul)?[-\s]?\w+)?|Rajab|Sha[`'’‘]?[a`'’‘]*ban"
    r"|Ramad[h]?an|Shaww?al|(?:Dh?ul?|Zh?ul?|Thul)[-\s`'’‘]*(?:al[-\s])?(?:Qa?[`'’‘]?i?e?dah?|Hijj?ah?|Qi\w+|Ka\w+))"
)
HIJRI = rf"(?i:{_DAYS}\s+{_HIJRI_MONTH},?\s+\d{{4}}\s?(?:A?\.?H\.?)?)"
_FULL = re.compile(
    rf"(?i)(?:(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<month2>{_MONTH}),?\s+(?P<year2>\d{{4}})"
    r"|(?P<iso>\d{4}-\d{2}-\d{2}))\b"
)


def full_date(text: str) -> PartialDate | None:
    """The first full Gregorian date in a short text, or None where there is none or no such day exists.

    Example:
        >>> full_date("DAKAR, March 14, 2008 - ")
        PartialDate('2008-03-14')
        >>> full_date("DAKAR, March 14 - ") is None
        True
    """
    match = _FULL.search(text)
    if match is None:
        return None
    try:
        if match["iso"]:
            return PartialDate.parse(match["iso"])
        name = (match["month"] or match["month2"]).casefold()[:3]
        month = next(index for index, known in enumerate(_MONTHS, 1) if known.startswith(name))
        return PartialDate(
            year=int(match["year"] or match["year2"]), month=month, day=int(match["day"] or match["day2"])
        )
    except InvalidValueError:  # "31 February": the grammar reports it
        return None
