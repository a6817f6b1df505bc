"""What a parse or an integrity check has to say."""

from oic_summits.model._base import frozen
from oic_summits.model.evidence import Evidence
from oic_summits.model.ids import SummitId


@frozen
class Problem:
    """Something in a document that could not be read, with its place. Nothing is dropped without one.

    Attributes:
        kind: short name, such as ``impossible date`` or ``unknown key``.
        message: what, and what was done about it, in one sentence.
        document: id of the document.
        start: offset in the source, in code points from 0.
        end: offset after the last character.
        text: the words at that place (the first 200 characters).
        line: line of the start, from 1.
        column: column of the start in code points, from 1.
    """

    kind: str
    message: str
    document: str
    start: int
    end: int
    text: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.document}:{self.line}:{self.column}: {self.kind}: {self.message}"


@frozen
class Finding:
    """What an integrity check of an archive found.

    Attributes:
        kind: short name, such as ``leader not in office`` or ``contradiction``.
        message: one sentence for people, with the figures or names in question.
        summit: the summit concerned, or None.
        evidence: the words concerned, of every side of a contradiction.
    """

    kind: str
    message: str
    summit: SummitId | None = None
    evidence: tuple[Evidence, ...] = ()

    def __str__(self) -> str:
        return f"{self.summit}: {self.kind}: {self.message}" if self.summit else f"{self.kind}: {self.message}"
