"""Ordinal numbers as English prints them: "6th", "Sixth", "twenty-first"."""

import re

_UNITS = "first second third fourth fifth sixth seventh eighth ninth".split()
_TEENS = "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split()
_TENS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split()
_TENS_STEMS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def _words() -> dict[str, int]:
    words = {word: number for number, word in enumerate(_UNITS + _TEENS, start=1)}
    words |= {word: 10 * number for number, word in enumerate(_TENS, start=2)}
    for tens, stem in enumerate(_TENS_STEMS, start=2):
        for unit, word in enumerate(_UNITS, start=1):
            words[f"{stem}-{word}"] = words[f"{stem} {word}"] = 10 * tens + unit
    return words


ORDINAL_WORDS = _words()
ORDINAL_PATTERN = r"\d{1,3}(?:st|nd|rd|th)|" + "|".join(
    re.escape(word) for word in sorted(ORDINAL_WORDS, key=len, reverse=True)
)


def ordinal_number(text: str) -> int | None:
    """The number that an ordinal names, or None where the text is no ordinal.

    Example:
        >>> ordinal_number("Sixth"), ordinal_number("21st"), ordinal_number("six")
        (6, 21, None)
    """
    folded = text.strip().casefold()
    match = re.fullmatch(r"(\d{1,3})(?:st|nd|rd|th)", folded)
    if match:
        return int(match.group(1)) or None
    return ORDINAL_WORDS.get(folded)


def ordinal_text(number: int) -> str:
    """A number with its English ending.

    Example:
        >>> ordinal_text(3), ordinal_text(12), ordinal_text(21)
        ('3rd', '12th', '21st')
    """
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
