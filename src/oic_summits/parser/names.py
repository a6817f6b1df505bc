"""The shape of personal names: capitalised words, initials, particles and numerals, with honorifics before them."""

from oic_summits.parser.lexicon import verb_forms
from oic_summits.parser.line import Line
from oic_summits.parser.titles import office_at
from oic_summits.parser.wordlists import (
    CALENDAR_WORDS,
    FUNCTION_WORDS,
    HONORIFIC_WORDS,
    NAME_HONORIFICS,
    PARTICLES,
    ROMAN,
    THINGS,
)
from oic_summits.reference import fold, person_forms

_STARTING_PARTICLES = frozenset("al el abu abd bin ibn van von".split())

_TITLES_AND_SURNAMES = frozenset("shah sultan king prince emir amir".split())


def is_initial(line: Line, i: int) -> bool:
    """Whether an initial with its full stop stands at i ("W.")."""
    tokens = line.tokens
    if i + 1 >= len(tokens):
        return False
    token = tokens[i]
    return (
        len(token.text) == 1 and token.text.isupper() and tokens[i + 1].text == "." and tokens[i + 1].start == token.end
    )


def name_end(line: Line, i: int) -> int | None:
    """The token index after the personal name that begins at i, or None where none does."""
    tokens = line.tokens
    j, words, thing = i, 0, False
    while j < len(tokens) and j - i < 9:
        token = tokens[j]
        if token.kind != "word" and not (words and _nickname(line, j)):
            break
        if words and token.text in ROMAN:
            j += 1
            break
        if is_initial(line, j) and (words or _is_name_word(line, j + 2)):
            words, j = words + 1, j + 2
            continue
        if words and _nickname(line, j):
            words, j = words + 1, j + 3
            continue
        particle = token.lower in PARTICLES and (words > 0 or token.lower in _STARTING_PARTICLES)
        if particle and j + 1 < len(tokens) and _is_name_word(line, j + 1):
            j += 1
            continue
        if not _is_name_word(line, j) or (j > i and office_at(line, j) and not _title_as_surname(line, j)):
            break
        thing = thing or (token.lower in THINGS and not _thing_as_name(line, j, words))
        words, j = words + 1, j + 1
    if words == 0 or thing or (j == i + 1 and tokens[i].text in ROMAN):
        return None
    return j


_MARKS = ('"', "“", "”", "'", "‘", "’")


def _nickname(line: Line, i: int) -> bool:
    """As in 'Joko "Jokowi" Widodo': one word in marks before another word of the name."""
    if i + 3 >= len(line) or line.tokens[i].text not in _MARKS or line.tokens[i + 2].text not in _MARKS:
        return False
    return _is_name_word(line, i + 1) and _is_name_word(line, i + 3)


def _thing_as_name(line: Line, i: int, words: int) -> bool:
    """As in "Bill Clinton", "Taha Ramadan": words for things that are given names or surnames too."""
    lower = line.lower(i)
    return (lower == "bill" and words == 0 and _is_name_word(line, i + 1)) or (lower == "ramadan" and words > 0)


def _title_as_surname(line: Line, i: int) -> bool:
    """Whether a title that is a surname too ends a name: "Omar Shah said", not "Omar King Salman", "Omar, Shah of"."""
    lower, after = line.lower(i), line.lower(i + 1)
    if lower not in _TITLES_AND_SURNAMES or after == "of":
        return False
    return lower == "shah" or not _is_name_word(line, i + 1)


def _verb_in_capitals(line: Line, i: int) -> bool:
    """Whether a verb is printed in capitals among small letters, as official texts do: "The Conference REAFFIRMED"."""
    form = verb_forms().get(line.lower(i))
    before = line.tokens[i - 1].text if i else ""
    if form is not None and form.base and before.lower() == "we":
        return True  # "We PLEDGE"
    return form is not None and (form.past or form.third) and not (before.isupper() and len(before) > 1)


def _is_name_word(line: Line, i: int) -> bool:
    if i >= len(line.tokens):
        return False
    token = line.tokens[i]
    if token.kind != "word" or not token.capital or line.covered[i]:
        return False
    lower = token.lower
    form = verb_forms().get(lower) if i == 0 else None
    if form is not None and form.gerund and not (len(line) > 1 and line.tokens[1].capital):
        return False  # "Condemning, he said", "Taking the chair, he said"
    if token.text.isupper() and len(token.text) > 3 and _verb_in_capitals(line, i):
        return False
    if lower in CALENDAR_WORDS or (lower in FUNCTION_WORDS and lower not in PARTICLES):
        return False
    return not token.text[0].isdigit() and "." not in token.text


def _bears_honorific(line: Line, start: int, end: int) -> bool:
    """As in "Sheikh Hasina": whether the tables know the name by its honorific."""
    name = " ".join(token.text for token in line.tokens[start:end])
    return any(
        form.kind == "full" and fold(form.person.name).startswith(fold(line.tokens[start].text))
        for form in person_forms().get(fold(name), ())
    )


def skip_honorifics(line: Line, i: int) -> int:
    """The index after honorifics such as "H.E. Prof." or "Dato' Seri"; those that belong to the name are kept."""
    tokens = line.tokens
    j = i
    while j < len(tokens):
        token = tokens[j]
        lower = token.lower.rstrip(".")
        if lower not in HONORIFIC_WORDS and token.lower not in HONORIFIC_WORDS:
            break
        if not (token.text[0].isupper()):
            break
        j += 1
        while j < len(tokens) and tokens[j].text in (".", "'", "’") and tokens[j].start == tokens[j - 1].end:
            j += 1
    if j > i and tokens[j - 1].lower in NAME_HONORIFICS:
        end = name_end(line, j)
        if end is not None and _bears_honorific(line, j - 1, end):
            return j - 1
        # "Sheikh Tamim bin Hamad" is Tamim bin Hamad; a mere "Sheikh Tamim" too
        return j if end is not None else i
    return j
