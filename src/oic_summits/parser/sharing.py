"""Co-ordinated verbs: which earlier verb a verb after "and", "but" or a comma shares its subject with."""

from collections.abc import Sequence

from oic_summits.model import ActKind
from oic_summits.parser.clauses import Chunk, Clause, Piece


def shared_subject(pieces: Sequence[Piece], clauses: list[Clause], v: int, k: int) -> Clause:
    """A verb after "and", "but" or a comma takes the subject of the verb it is co-ordinated with."""
    index = _coordinate(pieces, clauses, v, k)
    if index is None:
        return Clause(verb=v)
    other = clauses[index]
    return Clause(
        verb=v,
        subjects=other.subjects,
        shares=index,
        governor=other.governor,
        relative=other.relative,
        subordinate=other.subordinate,
    )


_WEIGHTY = (
    ActKind.SAY,
    ActKind.DEMAND,
    ActKind.SUPPORT,
    ActKind.CRITICISE,
    ActKind.PLEDGE,
    ActKind.DECIDE,
)
_INNER = frozenset("which who whom where when".split())
_ADVERBIAL = frozenset("if whether because when after before as while since where".split())


def _coordinate(pieces: Sequence[Piece], clauses: list[Clause], v: int, k: int) -> int | None:
    """The nearest earlier clause with a subject and a verb of the same tense, main clauses before reported ones.

    A comma before the co-ordinator closes a relative clause: the verb then belongs to the clause outside it.
    """
    verb = pieces[v].verb
    assert verb is not None
    closes = pieces[k].kind is Chunk.COORDINATOR and k > 0 and pieces[k - 1].kind is Chunk.COMMA
    closes = closes or pieces[k].word == ";"
    candidates = [i for i in range(len(clauses) - 1, -1, -1) if clauses[i].subjects]
    for same_tense in (True, False):
        for i in candidates:
            other = pieces[clauses[i].verb].verb
            if other is None or (same_tense and verb.tense != other.tense):
                continue
            if closes and _is_inner(clauses[i]) and any(_is_main(clauses[j]) for j in candidates if j < i):
                continue
            governor = clauses[i].governor
            if governor is not None and verb.sense.kind in _WEIGHTY:
                lead = pieces[clauses[governor].verb].verb
                if lead is not None and verb.tense == lead.tense:
                    return governor
                continue
            if clauses[i].subordinate in _ADVERBIAL and any(not clauses[j].subordinate for j in candidates):
                continue
            return i
    return candidates[0] if candidates else None


def _is_inner(clause: Clause) -> bool:
    """Whether a clause belongs to a noun of another one."""
    return clause.relative or clause.subordinate in _INNER or (clause.subordinate == "that" and clause.governor is None)


def _is_main(clause: Clause) -> bool:
    return not clause.relative and not clause.subordinate
