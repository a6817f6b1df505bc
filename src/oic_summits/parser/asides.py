"""Subjects before an aside: "Turkey, serving as president, called …"."""

from collections.abc import Sequence

from oic_summits.parser.clauses import NOMINAL, Chunk, Clause, Piece, apposed, noun_start
from oic_summits.parser.heads import MAX_STEPS, SPEECH_LEMMAS, clause_of, governor_of, nominal_subject, subject_head
from oic_summits.parser.mentions import Kind
from oic_summits.parser.sharing import shared_subject


def subject_after_comma(pieces: Sequence[Piece], clauses: list[Clause], v: int, comma: int) -> Clause:
    """A verb right after a comma: the comma closes an aside behind the subject, or separates co-ordinated verbs."""
    if pieces[1].kind is Chunk.RELATIVE and pieces[0].kind is Chunk.MENTION and len(clauses) == 1:
        return nominal_subject(pieces, clauses, v, 0)  # "X, an official who deals with it, told"
    if apposed(pieces, comma - 1) and not _has_main_verb(pieces, clauses, comma):
        return nominal_subject(pieces, clauses, v, comma - 1)
    spoken = _parenthetical(pieces, clauses, comma)
    if spoken is not None:
        return _around_speech(pieces, clauses, v, spoken)
    for names_only in (True, False):
        found = _aside_subject(pieces, clauses, v, comma, names_only=names_only)
        if found is not None:
            return found
    return shared_subject(pieces, clauses, v, comma)


def _parenthetical(pieces: Sequence[Piece], clauses: list[Clause], comma: int) -> int | None:
    """The clause of ", he argued," before a comma, or None."""
    index = clause_of(clauses, comma - 1)
    if index is None or not clauses[index].subjects or not _is_speech(pieces[comma - 1]):
        return None
    begin = noun_start(pieces, min(clauses[index].subjects))
    short = clauses[index].shares is None and comma - begin <= 4
    return index if short and begin > 0 and pieces[begin - 1].kind is Chunk.COMMA else None


def _around_speech(pieces: Sequence[Piece], clauses: list[Clause], v: int, spoken: int) -> Clause:
    """As in "The plan, he argued, would fail": the subject before the speech, reported by it."""
    opening = noun_start(pieces, min(clauses[spoken].subjects)) - 1
    if opening > 0 and pieces[opening - 1].kind in NOMINAL:
        head, subjects = subject_head(pieces, opening - 1, clauses)
        if head is not None:
            return Clause(verb=v, subjects=subjects, governor=spoken)
    return Clause(verb=v, governor=spoken)


def _aside_subject(
    pieces: Sequence[Piece], clauses: list[Clause], v: int, comma: int, *, names_only: bool
) -> Clause | None:
    """The subject before an aside that the comma closes: a name that has no verb yet, else any noun."""
    opening = comma - 1
    for _ in range(MAX_STEPS):
        while opening >= 0 and pieces[opening].kind is not Chunk.COMMA:
            if pieces[opening].kind is Chunk.BREAK and pieces[opening].word in (";", ":"):
                opening = -1
                break
            opening -= 1
        if opening <= 0:
            break
        before = pieces[opening - 1]
        fits = before.kind is Chunk.MENTION if names_only else before.kind in NOMINAL
        tells = any(opening - 1 in c.subjects and opening < c.verb < comma and not c.relative for c in clauses)
        if fits and not tells and _is_aside(pieces, opening, comma):
            inner = [c for c in clauses if opening < c.verb < comma]
            spoken = any(
                not c.relative and _is_speech(pieces[c.verb]) and c.subjects and min(c.subjects) > opening
                for c in inner
            )
            if _has_main_verb(pieces, clauses, opening) and not any(c.relative for c in inner):
                if names_only:
                    opening -= 1
                    continue
                break
            head, subjects = subject_head(pieces, opening - 1, clauses)
            if head is None:
                break
            if comma == opening + 2 and before.kind is Chunk.NOUN and _is_name(pieces[opening + 1]):
                head, subjects = opening + 1, (opening + 1,)  # "a pharmacist, X, said"
            governor, subordinate = governor_of(pieces, clauses, min(subjects))
            if spoken:
                governor = clauses.index(next(c for c in inner if _is_speech(pieces[c.verb])))
            return Clause(verb=v, subjects=subjects, governor=governor, subordinate=subordinate)
        opening -= 1
    return None


def _is_name(piece: Piece) -> bool:
    named = (Kind.PERSON, Kind.NAME, Kind.DOCUMENT)
    return piece.kind is Chunk.MENTION and piece.mention is not None and piece.mention.kind in named


def _is_speech(piece: Piece) -> bool:
    return piece.verb is not None and piece.verb.sense.lemma in SPEECH_LEMMAS


def _is_aside(pieces: Sequence[Piece], opening: int, comma: int) -> bool:
    """Whether what stands between two commas is an apposition, a relative clause, a participle or an adverbial."""
    first = pieces[opening + 1] if opening + 1 < comma else None
    if first is None:
        return False
    if first.kind is Chunk.VERB:
        return first.verb is not None and first.verb.bare  # "adopted unanimously"
    if first.mention is not None and first.mention.kind is Kind.PRONOUN and first.kind is Chunk.MENTION:
        return (
            pieces[opening + 2].kind is not Chunk.VERB or pieces[0].kind is not Chunk.GERUND
        )  # "Opening it, he said …,"
    return True


def _has_main_verb(pieces: Sequence[Piece], clauses: list[Clause], opening: int) -> bool:
    """Whether the nominal before the opening comma already belongs to a clause with a verb."""
    start = _compound_start(pieces, opening - 1)
    if start > 0 and pieces[start - 1].kind is Chunk.COMMA:
        return False  # "When it failed, he and X, …, left": the clause begins with the name
    start = opening - 1
    if start > 0 and pieces[noun_start(pieces, start) - 1].kind is Chunk.RELATIVE:
        return False  # "an aircraft which X, president of Chad, had lent"
    while start >= 0 and pieces[start].kind not in (Chunk.SUBORDINATOR, Chunk.BREAK):
        if pieces[start].kind is Chunk.VERB:
            clause = clause_of(clauses, start)
            return clause is not None and bool(clauses[clause].subjects)
        joined = start > 0 and pieces[start].kind is Chunk.COORDINATOR and pieces[start + 1].kind in NOMINAL
        if joined and pieces[start - 1].kind is Chunk.COMMA:
            return False  # ", and X, who …, did": a new clause
        start -= 1
    return False


def _compound_start(pieces: Sequence[Piece], k: int) -> int:
    """The first piece of "A and B" that ends at k."""
    while (
        k >= 2
        and pieces[k].kind is Chunk.MENTION
        and pieces[k - 1].kind is Chunk.COORDINATOR
        and pieces[k - 2].kind is Chunk.MENTION
    ):
        k -= 2
    return k
