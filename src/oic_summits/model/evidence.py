"""Evidence: the exact words of a text that prove a record."""

import attrs

from oic_summits.errors import EvidenceError
from oic_summits.model._base import frozen


@frozen
class Evidence:
    """A span of a source text, with the words that stand there and the rule that found them.

    Law: ``document.text[start:end] == text``, where offsets count code points of the source text as published, from 0,
    and `end` is exclusive. The words are verbatim: broken encoding and markup are kept as printed.

    Attributes:
        document: id of the document.
        start: offset of the first code point.
        end: offset after the last code point.
        text: the words, letter for letter.
        rule: name of the rule of grammar that found them.

    Raises:
        EvidenceError: the span is empty, negative, or of another length than its words.

    Example:
        >>> Evidence(document="note", start=4, end=10, text="summit", rule="example").length
        6
    """

    document: str
    start: int
    end: int
    text: str = attrs.field(repr=lambda text: repr(text if len(text) <= 60 else text[:57] + "..."))
    rule: str

    def __attrs_post_init__(self) -> None:
        if self.start < 0 or self.end <= self.start or self.end - self.start != len(self.text):
            raise EvidenceError(
                f"evidence in {self.document!r}: the span {self.start}:{self.end} does not fit its {len(self.text)} "
                f"characters; offsets count code points from 0 and the end is exclusive"
            )

    @property
    def length(self) -> int:
        """Number of code points."""
        return self.end - self.start

    def holds_in(self, source: str) -> bool:
        """Whether the law holds in this source text."""
        return source[self.start : self.end] == self.text

    def check(self, source: str) -> None:
        """Hold the law against the source text.

        Raises:
            EvidenceError: other words stand at that place, or the text ends before it.
        """
        if self.holds_in(source):
            return
        if self.end > len(source):
            found = f"the text ends at {len(source)}"
        else:
            found = f"there stands {source[self.start : min(self.end, self.start + 60)]!r}"
        raise EvidenceError(
            f"evidence in {self.document!r} at {self.start}:{self.end}: expected {self.text[:60]!r}, but {found}; "
            f"read the document again, or load the dump together with the text it was made from"
        )

    def __lt__(self, other: "Evidence") -> bool:
        return self._key() < other._key()

    def _key(self) -> tuple[str, int, int, str]:
        return (self.document, self.start, self.end, self.rule)
