"""A sentence as tokens with what is known of them: names of states and organisations, dates, possessive marks."""

from collections.abc import Mapping, Sequence

from oic_summits.parser.dates import DateMention
from oic_summits.parser.gazetteer import Known, match_known
from oic_summits.parser.text import Token


class Line:
    """The tokens of a sentence with the known names among them."""

    __slots__ = ("covered", "dates", "implied", "known", "tokens")

    def __init__(
        self, tokens: Sequence[Token], known: Sequence[Known | None], dates: Mapping[int, int] | None = None
    ) -> None:
        self.tokens = tokens
        self.known = known
        self.implied = False  # whether the sentence may lack its subject, as a lettered item does
        self.dates: Mapping[int, int] = dates or {}
        covered = [False] * len(tokens)
        for entry in known:
            if entry is not None:
                for index in range(entry.start, entry.end):
                    covered[index] = True
        self.covered = covered

    def __len__(self) -> int:
        return len(self.tokens)

    def lower(self, i: int) -> str:
        """The word at i in lower case, or an empty string beyond the end."""
        return self.tokens[i].lower if 0 <= i < len(self.tokens) else ""

    def possessive(self, i: int) -> bool:
        """Whether a possessive mark stands at i."""
        if not 0 <= i < len(self.tokens):
            return False
        token = self.tokens[i]
        if token.kind == "possessive":
            return True
        before = self.tokens[i - 1] if i else None
        return (
            token.text in ("'", "’") and before is not None and before.end == token.start and before.lower.endswith("s")
        )


def make_line(tokens: Sequence[Token], dates: Sequence[DateMention] = ()) -> Line:
    """Match the known names over the tokens of a sentence, and mark the tokens of its dates."""
    known: list[Known | None] = [None] * len(tokens)
    starts = {token.start: index for index, token in enumerate(tokens)}
    spans: dict[int, int] = {}
    for date in dates:
        first = starts.get(date.start)
        if first is not None:
            last = first
            while last < len(tokens) and tokens[last].start < date.end:
                last += 1
            spans[first] = last
    i = 0
    while i < len(tokens):
        found = match_known(tokens, i)
        if found is None:
            i += 1
            continue
        known[i] = found
        i = found.end
    return Line(tokens, known, spans)


def words_of(line: Line, text: str, start: int, end: int) -> str:
    """The words of a stretch of tokens as printed, on one line."""
    return " ".join(text[line.tokens[start].start : line.tokens[end - 1].end].split())
