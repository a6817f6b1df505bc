"""What a sentence is cut into: pieces, verb groups and clauses, with the few walks over them that all stages share."""

from collections.abc import Sequence
from enum import StrEnum

import attrs

from oic_summits.model import Modality
from oic_summits.parser.lexicon import VerbSense
from oic_summits.parser.line import Line
from oic_summits.parser.mentions import Kind, Mention


class Chunk(StrEnum):
    """What a stretch of a sentence is."""

    MENTION = "mention"
    NOUN = "noun"
    VERB = "verb"
    GERUND = "gerund"
    INFINITIVE = "infinitive"
    PREPOSITION = "preposition"
    COORDINATOR = "coordinator"
    COMMA = "comma"
    BREAK = "break"  # semicolon, colon, dash, bracket
    SUBORDINATOR = "subordinator"
    RELATIVE = "relative"
    ADVERB = "adverb"
    QUOTE = "quote"


NOMINAL = (Chunk.MENTION, Chunk.NOUN)


@attrs.frozen(kw_only=True)
class VerbGroup:
    """A finite verb with its auxiliaries.

    Attributes:
        main: token index of the main verb.
        sense: what the verb does.
        passive: "was convened".
        copula: a form of "be" that stands alone.
        negated: "did not attend".
        modality: done, planned, expected or not done.
        tense: past, present or modal, by which co-ordinated verbs are matched.
        bare: whether no auxiliary stands before the main verb.
    """

    main: int
    sense: VerbSense
    passive: bool = False
    copula: bool = False
    negated: bool = False
    modality: Modality = Modality.DONE
    tense: str = "past"
    bare: bool = True


@attrs.frozen(kw_only=True)
class Piece:
    """A chunk of a sentence, in token indexes."""

    kind: Chunk
    start: int
    end: int
    mention: Mention | None = None
    verb: VerbGroup | None = None
    word: str = ""
    plural: bool = False
    apposition: bool = False


@attrs.define(kw_only=True)
class Clause:
    """A verb group with its subject, in piece indexes of one sentence.

    Attributes:
        verb: index of the verb's piece.
        subjects: indexes of the subject pieces (several for a compound subject); empty where none was found.
        agent: index of the piece after "by" of a passive, or None.
        shares: index of the earlier clause whose subject it shares, or None.
        governor: index of the clause in whose reported speech it stands, or None.
        relative: whether it is a relative clause.
        inverted: whether the subject follows ("said X").
        subordinate: the subordinator that opens it, or an empty string.
    """

    verb: int
    subjects: tuple[int, ...] = ()
    agent: int | None = None
    shares: int | None = None
    governor: int | None = None
    relative: bool = False
    inverted: bool = False
    subordinate: str = ""


@attrs.frozen(kw_only=True)
class Parsed:
    """A sentence in pieces and clauses."""

    line: Line
    pieces: tuple[Piece, ...]
    clauses: tuple[Clause, ...]


def apposed(pieces: Sequence[Piece], k: int) -> bool:
    """Whether a name, or one it is joined to by "and", has an apposition that a comma must close."""
    while k >= 0 and pieces[k].kind is Chunk.MENTION:
        if pieces[k].apposition:
            return True
        if k < 2 or pieces[k - 1].kind is not Chunk.COORDINATOR:
            return False
        k -= 2
    return False


def joined_names(pieces: Sequence[Piece], k: int) -> bool:
    """Whether the name at k is joined to one before by "and": "Sudan and Iran"."""
    joined = k >= 2 and pieces[k - 1].word == "and" and pieces[k].kind is Chunk.MENTION
    return joined and pieces[k - 2].kind is Chunk.MENTION


def last_content(pieces: list[Piece]) -> Piece | None:
    """The last piece that is no adverb, or None."""
    for piece in reversed(pieces):
        if piece.kind is not Chunk.ADVERB:
            return piece
    return None


def closes_aside(pieces: list[Piece]) -> bool:
    """Whether the comma at the end closes an aside behind a noun: "Turkey, serving as president,"."""
    last = len(pieces) - 1
    while last >= 0 and pieces[last].kind is Chunk.ADVERB:
        last -= 1
    commas = [index for index, piece in enumerate(pieces) if piece.kind is Chunk.COMMA]
    if not commas or commas[-1] != last:
        return False
    if last > 0 and pieces[last - 1].kind is Chunk.MENTION and apposed(pieces, last - 1):
        return True
    if pieces[0].kind is Chunk.GERUND and commas[:-1] and _clause_opens(pieces, commas[0] + 1):
        return False  # "Opening the session, he rejected the war,"
    return any(index > 0 and pieces[index - 1].kind in NOMINAL for index in commas[:-1])


def _clause_opens(pieces: Sequence[Piece], k: int) -> bool:
    """Whether a subject and its verb stand at k."""
    verb = next((piece for piece in pieces[k + 1 : k + 3] if piece.kind is Chunk.VERB), None)
    return pieces[k].kind is Chunk.MENTION and verb is not None


def noun_start(pieces: Sequence[Piece], n: int) -> int:
    """Where the noun phrase that ends at n begins: its modifiers are pieces of their own."""
    begin = n
    while begin > 0 and (_modifies(pieces[begin - 1]) or _names_noun(pieces, begin - 1)):
        begin -= 1
    return begin


def _modifies(piece: Piece) -> bool:
    return piece.kind is Chunk.NOUN and piece.word in ("modifier", "'s")


def _names_noun(pieces: Sequence[Piece], k: int) -> bool:
    """Whether a name stands right before a noun that it modifies: "the OIC Istanbul summit"."""
    mention = pieces[k].mention
    names = mention is not None and mention.kind in (Kind.ORGANISATION, Kind.STATE) and not mention.plural
    return (
        names
        and pieces[k].kind is Chunk.MENTION
        and pieces[k + 1].kind is Chunk.NOUN
        and pieces[k + 1].word == "modifier"
    )
