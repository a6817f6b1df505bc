"""The prose of a page, sentence by sentence, with mentions and clauses."""

import re
from collections.abc import Iterator

import attrs

from oic_summits.model import Problem
from oic_summits.parser.clauses import Parsed
from oic_summits.parser.dates import DateMention, find_dates
from oic_summits.parser.finder import find_mentions
from oic_summits.parser.line import make_line
from oic_summits.parser.mentions import Mention
from oic_summits.parser.page import Block, BlockKind, Page
from oic_summits.parser.rows import row_mentions
from oic_summits.parser.subjects import parse_sentence
from oic_summits.parser.text import QuotationMark, Sentence, find_quotations, sentences

PROSE = frozenset(
    {
        BlockKind.PARAGRAPH,
        BlockKind.ITEM,
        BlockKind.NUMBERED,
        BlockKind.PREAMBLE,
        BlockKind.ROW,
        BlockKind.TITLE,
        BlockKind.POST,
    }
)


@attrs.define(eq=False)
class Unit:
    """A sentence with all that the grammar found in it.

    Attributes:
        block: the block it stands in.
        index: number of the sentence within its block.
        sentence: its tokens.
        mentions: who and what it names.
        parsed: its pieces and clauses.
        dates: its dates.
        quotations: direct quotations (marks with at least two words between them that are no title).
    """

    block: Block
    index: int
    sentence: Sentence
    mentions: tuple[Mention, ...]
    parsed: Parsed
    dates: tuple[DateMention, ...]
    quotations: tuple[QuotationMark, ...]

    def offsets(self, start: int, end: int) -> tuple[int, int]:
        """View offsets of a stretch of tokens."""
        tokens = self.sentence.tokens
        return tokens[start].start, tokens[end - 1].end


def read_units(page: Page) -> tuple[list[Unit], list[Problem]]:
    """All sentences of a page in order, and problems with marks that never close."""
    units: list[Unit] = []
    problems: list[Problem] = []
    for block in page.blocks:
        if block.kind in PROSE:
            units.extend(_block_units(page, block, problems))
    return units, problems


def _block_units(page: Page, block: Block, problems: list[Problem]) -> Iterator[Unit]:
    text = page.view.text
    marks, unclosed = find_quotations(text, block.start, block.end)
    problems.extend(
        problem(page, "unbalanced quotation mark", offset, offset + 1, "the words after it are read as prose")
        for offset in unclosed
    )
    quotations = [mark for mark in marks if is_quotation(text, mark)]
    for index, sentence in enumerate(sentences(text, block.start, block.end, quotations)):
        dates = tuple(
            date
            for date in find_dates(text, sentence.start, sentence.end)
            if not any(q.open <= date.start < q.close for q in quotations)
        )
        line = make_line(sentence.tokens, dates)
        line.implied = index == 0 and block.kind in (BlockKind.ITEM, BlockKind.NUMBERED)
        mentions = find_mentions(line, text)
        parsed = parse_sentence(line, mentions)
        inside = tuple(q for q in quotations if sentence.start <= q.open < sentence.end)
        if block.kind is BlockKind.ROW:
            mentions = row_mentions(line, text, block.lead_state) or mentions
        yield Unit(block, index, sentence, mentions, parsed, dates, inside)


# words behind which marks hold a name
_THEME = re.compile(
    r"\b(?:theme|motto|slogan|banner|titled|entitled|title|dubbed|headlined)(?: of)?[:,]?\s*'*\Z", re.IGNORECASE
)


def is_quotation(text: str, mark: QuotationMark) -> bool:
    """Whether marks hold a direct quotation: two words or more, and no title."""
    words = [word.strip(".,;:!?-–—'’\"") for word in text[mark.start : mark.end].split()]
    words = [word for word in words if any(c.isalnum() for c in word)]
    if len(words) < 2:
        return False
    before = text[max(0, mark.open - 2) : mark.open].rstrip()
    if _THEME.search(text, max(0, mark.open - 40), mark.open):
        return False
    if before[-1:] in (":", ",") and text[mark.end - 1] in ".?!,":
        return True
    weighty = [word for word in words if len(word) > 3 or word[0].isupper()]
    titled = sum(1 for word in weighty if word[0].isupper())
    return not (len(weighty) >= 2 and titled == len(weighty) and words[0][0].isupper() and len(words) <= 14)


def problem(page: Page, kind: str, start: int, end: int, done: str) -> Problem:
    """A problem at a stretch of the view."""
    first, last = page.view.span(start, max(start + 1, end))
    line, column = page.document.position(first)
    words = page.document.text[first:last][:200]
    return Problem(
        kind=kind,
        message=f"{words[:60]!r}: {done}",
        document=page.document.id,
        start=first,
        end=last,
        text=words,
        line=line,
        column=column,
    )
