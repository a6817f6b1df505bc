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
        agent=None,
    )


def _coordinate(pieces: Sequence[Piece], clauses: list[Clause], v: int, k: int) -> int | None:
    """The nearest earlier clause with a subject and a verb of the same tense, main clauses before reported ones.

    A comma before the co-ordinator closes a relative clause: the verb then belongs to the clause outside it.
    """
    verb = pieces[v].verb
    assert verb is not None
    closes = pieces[k].kind is Chunk.COORDINATOR and k > 0 and pieces[k - 1].kind is Chunk.COMMA
    candidates = [i for i in range(len(clauses) - 1, -1, -1) if clauses[i].subjects]
    if not candidates:
        return None
    weighty = verb.sense.kind in (
        ActKind.SAY,
        ActKind.DEMAND,
        ActKind.SUPPORT,
        ActKind.CRITICISE,
        ActKind.PLEDGE,
        ActKind.DECIDE,
    )
    for allow_tense in (False, True):
        for i in candidates:
            other = pieces[clauses[i].verb].verb
            assert other is not None
            if not allow_tense and not _same_tense(verb.tense, other.tense, bare=verb.bare):
                continue
            inner = clauses[i].relative or clauses[i].subordinate in (
                "which",
                "who",
                "whom",
                "where",
                "when",
            )
            inner = inner or (clauses[i].subordinate == "that" and clauses[i].governor is None)
            if (
                inner
                and closes
                and any(not clauses[j].relative and not clauses[j].subordinate for j in candidates if j < i)
            ):
                continue
            if clauses[i].governor is not None and weighty:
                governor = clauses[i].governor
                assert governor is not None
                lead = pieces[clauses[governor].verb].verb
                if lead is not None and _same_tense(verb.tense, lead.tense, bare=verb.bare):
                    return governor
                continue
            if clauses[i].subordinate in (
                "if",
                "whether",
                "because",
                "when",
                "after",
                "before",
                "as",
                "while",
                "since",
                "where",
            ) and any(not clauses[j].subordinate for j in candidates):
                continue
            return i
        if allow_tense:
            break
    return candidates[0]


def _same_tense(one: str, other: str, *, bare: bool) -> bool:
    return one == other or (bare and one == "past" and other == "present" and False) or (not bare and one == other)
