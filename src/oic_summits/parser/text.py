"""Tokens, sentences and quotations of a block, in offsets of the view."""

import re
from collections.abc import Iterator, Sequence

import attrs

from oic_summits.parser.lexicon import ADVERBS, MONTHS, verb_forms
from oic_summits.parser.wordlists import FUNCTION_WORDS

_TOKEN = re.compile(
    r"""
    [@\#]\w+                                             # handle, hashtag
  | (?:[A-Z]\.){2,}(?:[A-Z]\b)?                          # U.S., H.E.
  | \d+(?:st|nd|rd|th)\b
  | \d+-[A-Za-z]+(?:-[A-Za-z]+)*                         # 57-member, 81-year-old
  | \d+(?:[.,/:]\d+)*%?
  | (?:['’]s\b)                                          # possessive
  | n['’]t\b                                             # the end of a contraction
  | (?:[Dd]o|[Dd]oes|[Dd]id|[Hh]as|[Hh]ave|[Hh]ad|[Ii]s|[Aa]re|[Ww]as|[Ww]ere|[Ww]ould|[Cc]ould|[Ss]hould|[Ww]o|[Cc]a)
    (?=n['’]t\b)
  | [^\W\d_]+(?:(?:['’](?!s\b)|-)[^\W\d_]+)*             # words with hyphens and inner apostrophes
  | ``|''|--+|\.\.\.
  | \S
    """,
    re.VERBOSE,
)
_ABBREVIATIONS = frozenset(
    "dr mr mrs ms prof gen col lt capt sgt maj brig adm sen rep gov st hon rev h.e h.h h.m h.r.h hrh vs etc no nos art "
    "al jr sr u.s u.n u.k u.a.e mt inc ltd co corp".split()
) | frozenset(month for month in MONTHS if len(month) <= 4)
MAX_SENTENCE_TOKENS = 300
_MAX_QUOTATION = 3_000


@attrs.frozen
class Token:
    """A word, number, mark or whole quotation, in offsets of the view."""

    start: int
    end: int
    text: str
    lower: str
    kind: str  # word, number, mark, quote, possessive, tag

    @property
    def capital(self) -> bool:
        """Whether it begins like a name: a capital, or an article such as "al-" before one."""
        text = self.text
        if text[0].isupper():
            return True
        head, hyphen, tail = text.partition("-")
        return bool(hyphen) and head in _ARTICLES and tail[:1].isupper()


_ARTICLES = frozenset("al el ar as ad an ash at az ul ud".split())


@attrs.frozen
class QuotationMark:
    """A pair of quotation marks: offsets of the opening mark, the words, and the end of the closing mark."""

    open: int
    start: int
    end: int
    close: int


@attrs.frozen
class Sentence:
    """A sentence of a block: its tokens, with each direct quotation folded into one token."""

    start: int
    end: int
    tokens: tuple[Token, ...]


_CLOSING = {"“": "”", "„": "“”", "«": "»", '"': '"', "``": "''", "‘": "’", "'": "'", "‹": "›"}
_OPENER = re.compile(r"``|[“„«\"‘'‹]")


def find_quotations(text: str, start: int, end: int) -> tuple[list[QuotationMark], list[int]]:
    """Quotations between start and end, and the offsets of opening marks that are never closed.

    A single mark counts only where it opens before a word and closes after one, so that apostrophes are left alone.
    A quotation that runs to the end of its block unclosed (as in news prose that quotes several paragraphs) is kept as
    unclosed and not as a quotation.
    """
    found: list[QuotationMark] = []
    unclosed: list[int] = []
    position = start
    exhausted: set[str] = set()
    while True:
        match = _OPENER.search(text, position, end)
        if match is None:
            return found, unclosed
        mark, opening, inner = match.group(), match.start(), match.end()
        single = mark in "'‘"
        position = inner
        if single and not _opens(text, opening, inner, start, end):
            continue
        if mark in exhausted:
            continue
        closing = _closing(text, mark, inner, end, single=single)
        if closing is None:
            if not single:
                exhausted.add(mark)
                unclosed.append(opening)
            continue
        close = closing + (2 if mark == "``" else 1)
        if closing > inner:
            found.append(QuotationMark(opening, inner, closing, close))
        position = close


def _opens(text: str, opening: int, inner: int, start: int, end: int) -> bool:
    before = opening == start or not text[opening - 1].isalnum()
    return before and inner < end and text[inner].isalnum()


def _closing(text: str, mark: str, inner: int, end: int, *, single: bool) -> int | None:
    limit = min(end, inner + (400 if single else _MAX_QUOTATION))
    closers = _CLOSING[mark]
    position = inner
    while position < limit:
        if mark == "``":
            found = text.find("''", position, limit)
        else:
            places = [text.find(c, position, limit) for c in closers]
            found = min((p for p in places if p >= 0), default=-1)
        if found < 0:
            return None
        if not single:
            return found
        after = found + 1
        if (after >= end or not text[after].isalnum()) and not text[found - 1].isspace():
            if text[found - 1] == "s" and _another_closer(text, closers, after, limit):
                position = after  # a plural possessive inside the quotation
                continue
            return found
        position = after
    return None


def _another_closer(text: str, closers: str, start: int, limit: int) -> bool:
    """Whether the next single mark can close too, and nothing opens between."""
    for index in range(start, limit):
        if text[index] in closers:
            return not text[index - 1].isspace() and (index + 1 >= limit or not text[index + 1].isalnum())
    return False


def tokenise(text: str, start: int, end: int, quotations: Sequence[QuotationMark] = ()) -> Iterator[Token]:
    """Tokens of a stretch of the view; each quotation becomes one token, but one that holds the verb is read."""
    position = start
    before: list[Token] = []
    for quotation in quotations:
        if quotation.open < position or quotation.close > end:
            continue
        before += _plain_tokens(text, position, quotation.open)
        if _is_predicate(text, quotation, before):
            before += _plain_tokens(text, quotation.start, quotation.end)
        else:
            words = text[quotation.open : quotation.close]
            before.append(Token(quotation.open, quotation.close, words, words.lower(), "quote"))
        position = quotation.close
    yield from before
    yield from _plain_tokens(text, position, end)


def _is_predicate(text: str, quotation: QuotationMark, before: Sequence[Token]) -> bool:
    """As in 'The communiqué "condemns in the strongest terms" the attack': the subject stands before the marks."""
    last = next((token for token in reversed(before) if token.lower not in ADVERBS), None)
    if last is None or last.kind != "word" or (last.lower in FUNCTION_WORDS and last.lower != "it"):
        return False
    words = (token.text for token in _plain_tokens(text, quotation.start, quotation.end))
    first = next((word for word in words if not word.endswith("ly")), "")
    form = verb_forms().get(first)
    if form is None or form.gerund:
        return False
    earlier = (verb_forms().get(token.lower) for token in before)
    alone = not any(f is not None and (f.past or f.third or f.participle) for f in earlier)
    return (alone or (last.lower in _VOICES and form.third)) and (form.third or form.past)


_VOICES = frozenset("communique communiqué declaration resolution text document statement summit conference it".split())


def _plain_tokens(text: str, start: int, end: int) -> Iterator[Token]:
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        first = word[0]
        if word in ("'s", "’s"):
            kind = "possessive"
        elif first in "@#" and len(word) > 1:
            kind = "tag"
        elif first.isdigit():
            kind = "number" if not word[-1].isalpha() or word[-2:] in ("st", "nd", "rd", "th") else "word"
        elif first.isalpha():
            kind = "word"
        else:
            kind = "mark"
        yield Token(match.start(), match.end(), word, word.lower().replace("’", "'"), kind)


def sentences(text: str, start: int, end: int, quotations: Sequence[QuotationMark] = ()) -> Iterator[Sentence]:
    """Sentences of a block. Ends inside a quotation do not count, unless the quotation ends the sentence."""
    for first, last in _boundaries(text, start, end, quotations):
        inside = [q for q in quotations if first <= q.open and q.close <= last]
        tokens = tuple(tokenise(text, first, last, inside))
        for part in range(0, len(tokens), MAX_SENTENCE_TOKENS):
            piece = tokens[part : part + MAX_SENTENCE_TOKENS]
            yield Sentence(piece[0].start, piece[-1].end, piece)


def _boundaries(text: str, start: int, end: int, quotations: Sequence[QuotationMark]) -> list[tuple[int, int]]:
    import sentencex

    masked = list(text[start:end])
    for quotation in quotations:
        last = quotation.end - 1
        stop = last if text[last] in ".?!" else last + 1
        for index in range(quotation.start - start, stop - start):
            masked[index] = "x"
    plain = "".join("x" if 0xD800 <= ord(c) <= 0xDFFF else c for c in masked)
    spans: list[tuple[int, int]] = []
    position = 0
    for piece in sentencex.segment("en", plain):
        begin, position = position, position + len(piece)
        words = plain[begin:position].strip()
        if not words:
            continue
        if spans and _joins(plain[spans[-1][0] : spans[-1][1]].rstrip(), words):
            spans[-1] = (spans[-1][0], position)
        else:
            spans.append((begin, position))
    return [_trim(text, start + first, start + last) for first, last in spans]


def _joins(before: str, after: str) -> bool:
    """Whether a boundary was set inside a sentence: after an abbreviation, or before a small letter."""
    if after[0].islower() or after[0] in ",;)":
        return True
    word = before.rsplit(None, 1)[-1].lstrip("(\"'“‘").rstrip(".").lower()
    return before.endswith(".") and (word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha()))


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
