"""The head of a subject: climbing from the noun next to a verb, its co-ordinated parts, and the speech that reports it."""

from collections.abc import Sequence

from oic_summits.model import ActKind
from oic_summits.parser.clauses import NOMINAL, Chunk, Clause, Piece, noun_start
from oic_summits.parser.mentions import Kind

MAX_STEPS = 60
SPEECH_LEMMAS = frozenset(
    "say tell state add note declare announce claim remark observe explain comment mention report reply respond "
    "answer ask insist argue maintain contend recall repeat reiterate affirm stress emphasize emphasise underline "
    "warn caution complain write tweet post joke quip whisper shout cry exclaim retort conclude continue go predict "
    "promise vow lament concede admit acknowledge reveal urge assert believe think hope fear suggest charge quote".split()
)


def nominal_subject(pieces: Sequence[Piece], clauses: list[Clause], v: int, k: int) -> Clause:
    head, subjects = subject_head(pieces, clauses, k)
    if head is None:
        return Clause(verb=v)
    governor, subordinate = governor_of(pieces, clauses, min(subjects))
    return Clause(verb=v, subjects=subjects, governor=governor, subordinate=subordinate)


def subject_head(pieces: Sequence[Piece], clauses: list[Clause], k: int) -> tuple[int | None, tuple[int, ...]]:
    """Climb from the noun next to the verb over "of", "in" and the like to the head of the subject."""
    n = k
    for _ in range(MAX_STEPS):
        begin = noun_start(pieces, n)
        before = pieces[begin - 1] if begin > 0 else None
        if before is not None and before.kind is Chunk.PREPOSITION:
            climbed = _climb(pieces, begin - 1)
            if climbed is None and begin >= 2 and pieces[begin - 2].kind is Chunk.RELATIVE:
                antecedent = antecedent_of(pieces, begin - 2)
                return (antecedent[0], antecedent) if antecedent else (None, ())
            if climbed is None:
                # a fronted phrase: "In his opening speech Widodo said" has the name next to the verb
                return (n, (n,)) if begin < n and pieces[n].kind is Chunk.MENTION else (None, ())
            n = climbed
            continue
        if before is not None and before.kind is Chunk.COORDINATOR and before.word in ("and", "&"):
            compound = _compound(pieces, clauses, begin - 2)
            if compound:
                return n, (*compound, n)
        return n, (n,)
    return n, (n,)


def _climb(pieces: Sequence[Piece], p: int) -> int | None:
    """The noun before a preposition, over adverbs and participles ("the generals fighting in Sudan"), or None."""
    k = p - 1
    while k >= 0 and pieces[k].kind in (Chunk.ADVERB, Chunk.GERUND):
        k -= 1
    if k >= 0 and pieces[k].kind in NOMINAL:
        return k
    return None


def _compound(pieces: Sequence[Piece], clauses: list[Clause], k: int) -> tuple[int, ...]:
    """The earlier parts of "France and Greece", "A, B and C", unless a verb already governs them."""
    parts: list[int] = []
    if k > 0 and pieces[k].kind is Chunk.COMMA and pieces[k - 1].kind is Chunk.MENTION:
        k -= 1  # "Syria's leader, X, and Premier Y were there"; "A, B, and C"
    while k >= 0 and pieces[k].kind in NOMINAL:
        begin = noun_start(pieces, k)
        before = pieces[begin - 1] if begin > 0 else None
        if before is not None and before.kind in (Chunk.VERB, Chunk.INFINITIVE, Chunk.GERUND):
            return ()
        if before is not None and before.kind is Chunk.PREPOSITION:
            climbed = _climb(pieces, begin - 1) if before.word == "of" else None
            if climbed is None:
                break  # "At a summit in Brussels, France and Greece"
            k = climbed
            continue
        parts.append(k)
        if before is not None and before.kind is Chunk.COMMA and begin >= 2 and pieces[begin - 2].kind in NOMINAL:
            k = begin - 2
            continue
        break
    return tuple(reversed(parts))


def governor_of(pieces: Sequence[Piece], clauses: list[Clause], first: int) -> tuple[int | None, str]:
    """The clause of speech in which a new clause is reported, and the subordinator that opens it."""
    begin = noun_start(pieces, first)
    k = begin - 1
    while k >= 0 and pieces[k].kind == Chunk.ADVERB:
        k -= 1
    if k < 0:
        return None, ""
    before = pieces[k]
    if before.kind is Chunk.SUBORDINATOR:
        index = _clause_before(clauses, k)
        if before.word in ("that", "whether", "why", "how") and index is not None:
            if before.word == "that" and pieces[k - 1].kind in NOMINAL and not _tells(pieces[clauses[index].verb]):
                return None, before.word  # "a charge that Khartoum denied"
            return index, before.word
        return None, before.word
    if before.kind is Chunk.RELATIVE:
        return None, before.word
    if before.kind is Chunk.VERB:
        index = clause_of(clauses, k)
        if index is not None and before.verb is not None and before.verb.sense.kind is ActKind.SAY:
            return index, ""
    if before.kind is Chunk.PREPOSITION and before.word in ("before", "after", "since", "until", "as"):
        return None, before.word
    if before.kind is Chunk.COORDINATOR:
        # "said that A did and B does": the second clause may still be reported
        index = _clause_before(clauses, k)
        if index is not None and clauses[index].governor is not None and pieces[first].kind is not Chunk.MENTION:
            return clauses[index].governor, ""
    if before.kind in (*NOMINAL, Chunk.QUOTE):
        index = _clause_before(clauses, k)
        if index is not None:
            verb = pieces[clauses[index].verb].verb
            tells = verb is not None and verb.sense.lemma in ("tell", "remind", "assure", "inform", "warn")
            if tells and pieces[begin - 1].kind is Chunk.MENTION:
                return index, ""
    return None, ""


def _tells(piece: Piece) -> bool:
    """Whether the verb takes somebody told and a clause: "told Khatami that"."""
    return piece.verb is not None and piece.verb.sense.kind in (ActKind.SAY, ActKind.PLEDGE)


def _clause_before(clauses: list[Clause], piece: int) -> int | None:
    for index in range(len(clauses) - 1, -1, -1):
        if clauses[index].verb < piece:
            return index
    return None


def clause_of(clauses: list[Clause], verb: int) -> int | None:
    for index in range(len(clauses) - 1, -1, -1):
        if clauses[index].verb == verb:
            return index
    return None


def antecedent_of(pieces: Sequence[Piece], r: int) -> tuple[int, ...]:
    """The noun that a relative pronoun stands for: the one next to it, heads of "of" phrases included for "which"."""
    k = r - 1
    if k >= 0 and pieces[k].kind is Chunk.COMMA:
        k -= 1
    if k < 0 or pieces[k].kind not in NOMINAL:
        return ()
    mention = pieces[k].mention
    if mention is not None and mention.kind in (Kind.PERSON, Kind.NAME, Kind.OFFICE) and pieces[k].word != "modifier":
        return (k,)
    if pieces[r].word in ("which", "that", "who"):
        return (k,)
    return ()
