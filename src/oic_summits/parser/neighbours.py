"""Small questions that the lexicon alone answers: what a word of a sentence can be, given its neighbours."""

from oic_summits.parser.lexicon import (
    ADVERBS,
    BE,
    COORDINATORS,
    DETERMINERS,
    DO,
    HAVE,
    MODALS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    guess_verb,
    verb_forms,
)
from oic_summits.parser.line import Line

CLOSED = ADVERBS | BE | HAVE | DO | MODALS | PREPOSITIONS | COORDINATORS | SUBORDINATORS | RELATIVES | DETERMINERS


def open_word(line: Line, i: int) -> bool:
    """Whether a word of an open class follows (a noun, an adjective, a verb)."""
    if i >= len(line) or line.tokens[i].kind != "word" or i in line.dates:
        return False
    return line.lower(i) not in CLOSED


def noun_follows(line: Line, i: int) -> bool:
    """Whether a common noun or adjective follows, so that what stands before is its modifier."""
    if i >= len(line):
        return False
    token = line.tokens[i]
    if token.kind != "word" or token.text[0].isupper():
        return False
    return token.lower not in CLOSED and not is_verbal(line, i)


def is_verbal(line: Line, i: int) -> bool:
    """Whether a word can only be a verb after a name: a past, a third person, a bare participle."""
    form = verb_forms().get(line.lower(i))
    if form is None:
        word = line.lower(i)
        return word.endswith("ed") and guess_verb(word) is not None
    return form.past or form.third or (form.participle and not form.base)


def noun_before(line: Line, i: int) -> bool:
    """Whether a determiner or a possessive mark stands before, so that the word is a noun."""
    before = line.lower(i - 1)
    return i > 0 and (before in DETERMINERS or line.possessive(i - 1)) and line.tokens[i - 1].kind != "mark"


def verb_starts(line: Line, i: int) -> bool:
    """Whether a verb follows, over adverbs."""
    j = i
    while line.lower(j) in ADVERBS:
        j += 1
    word = line.lower(j)
    form = verb_forms().get(word)
    return word in BE | HAVE | MODALS | DO or (form is not None and (form.past or form.third or form.base))


def clause_follows(line: Line, i: int) -> bool:
    """Whether a finite verb comes soon enough that "after", "as" and the like open a clause."""
    for j in range(i, min(i + 12, len(line))):
        token = line.tokens[j]
        if token.kind in ("mark", "quote"):
            return False
        lower = token.lower
        if lower in BE | HAVE | MODALS | DO:
            return j > i
        form = verb_forms().get(lower)
        if form is not None and form.past and j > i and line.lower(j - 1) not in DETERMINERS | PREPOSITIONS:
            return True
    return False


_SPANS = frozenset("hour day week month year decade".split())


def skip_adverbs(line: Line, i: int) -> tuple[int, bool]:
    """The index after adverbs, and whether one of them negates."""
    negated = False
    while i < len(line):
        lower = line.lower(i)
        if lower == "no" and line.lower(i + 1) == "longer":
            negated = True
            i += 2
            continue
        if line.lower(i + 2) in ("earlier", "before", "ago", "later") and line.lower(i + 1).rstrip("s") in _SPANS:
            i += 3  # "had a week earlier offered"
            continue
        if lower in ("long", "largely", "hitherto"):
            i += 1
            continue
        if lower in ("not", "never", "n't"):
            negated = True
        elif not (lower in ADVERBS or (lower.endswith("ly") and len(lower) > 4)):
            break
        i += 1
    return i, negated


def is_finite_word(word: str) -> bool:
    """Whether a word is an auxiliary or a past tense."""
    form = verb_forms().get(word)
    return word in BE | HAVE | MODALS or (form is not None and form.past)
