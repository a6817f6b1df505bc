"""Which noun phrase is the subject of which verb: walking left from each verb over the pieces of a sentence."""

from collections.abc import Sequence

from oic_summits.model import ActKind
from oic_summits.parser.clauses import Chunk, Clause, Parsed, Piece, apposed, chunk
from oic_summits.parser.mentions import Kind, Mention
from oic_summits.parser.names import Line

_NOMINAL = (Chunk.MENTION, Chunk.NOUN)
_MAX_STEPS = 60
_SPEECH_LEMMAS = frozenset(
    "say tell state add note declare announce claim remark observe explain comment mention report reply respond answer ask "
    "insist argue maintain contend recall repeat reiterate affirm stress emphasize emphasise underline warn caution complain "
    "write tweet post joke quip whisper shout cry exclaim retort conclude continue go predict promise vow lament concede admit "
    "acknowledge reveal urge assert believe think hope fear suggest charge quote".split()
)


def parse_sentence(line: Line, mentions: Sequence[Mention]) -> Parsed:
    """Pieces and clauses of a sentence."""
    pieces = chunk(line, mentions)
    clauses: list[Clause] = []
    for index, piece in enumerate(pieces):
        if piece.kind is Chunk.VERB:
            clauses.append(_clause(pieces, clauses, index))
    _attach_agents(pieces, clauses)
    return Parsed(line=line, pieces=pieces, clauses=tuple(clauses))


def _clause(pieces: Sequence[Piece], clauses: list[Clause], v: int) -> Clause:
    inverted = _inverted_subject(pieces, clauses, v)
    if inverted:
        return Clause(verb=v, subjects=inverted, inverted=True)
    k = _skip_left(pieces, v - 1)
    if k < 0:
        return Clause(verb=v)
    piece = pieces[k]
    if piece.kind in _NOMINAL:
        return _nominal_subject(pieces, clauses, v, k)
    if piece.kind is Chunk.RELATIVE:
        return Clause(verb=v, subjects=_antecedent(pieces, k), relative=True, subordinate=piece.word)
    if piece.kind is Chunk.COORDINATOR:
        return _shared(pieces, clauses, v, k)
    if piece.kind is Chunk.COMMA:
        return _after_comma(pieces, clauses, v, k)
    if piece.kind in (Chunk.QUOTE, Chunk.BREAK):
        return _shared(pieces, clauses, v, k)
    return Clause(verb=v)


def _skip_left(pieces: Sequence[Piece], k: int) -> int:
    """Skip adverbs, and adverbial phrases such as "on Tuesday" or "in advance" after a nominal."""
    while k >= 0 and pieces[k].kind is Chunk.ADVERB:
        k -= 1
    return k


def _inverted_subject(pieces: Sequence[Piece], clauses: list[Clause], v: int) -> tuple[int, ...]:
    """ "…," said X: a verb of speech after a quotation or a comma, with its subject behind it."""
    verb = pieces[v].verb
    if verb is None or verb.copula or verb.sense.lemma not in _SPEECH_LEMMAS or v + 1 >= len(pieces):
        return ()
    after = pieces[v + 1]
    if after.kind is not Chunk.MENTION and after.word not in ("the", "a", "an", "one"):
        return ()
    before = _skip_left(pieces, v - 1)
    if before < 0:
        return ()
    if pieces[before].kind is Chunk.QUOTE:
        return (v + 1,)
    quoted = pieces[before].kind is Chunk.COMMA and before > 0 and pieces[before - 1].kind is Chunk.QUOTE
    if quoted and not _continues(pieces, clauses, v):
        return (v + 1,)
    return ()


def _continues(pieces: Sequence[Piece], clauses: list[Clause], v: int) -> bool:
    return False


def _nominal_subject(pieces: Sequence[Piece], clauses: list[Clause], v: int, k: int) -> Clause:
    head, subjects = _head(pieces, clauses, k)
    if head is None:
        return Clause(verb=v)
    governor, subordinate = _governor(pieces, clauses, min(subjects))
    return Clause(verb=v, subjects=subjects, governor=governor, subordinate=subordinate)


def _head(pieces: Sequence[Piece], clauses: list[Clause], k: int) -> tuple[int | None, tuple[int, ...]]:
    """Climb from the noun next to the verb over "of", "in" and the like to the head of the subject."""
    n = k
    for _ in range(_MAX_STEPS):
        begin = _noun_start(pieces, n)
        before = pieces[begin - 1] if begin > 0 else None
        if before is not None and before.kind is Chunk.PREPOSITION:
            climbed = _climb(pieces, begin - 1)
            if climbed is None and begin >= 2 and pieces[begin - 2].kind is Chunk.RELATIVE:
                antecedent = _antecedent(pieces, begin - 2)
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


def _noun_start(pieces: Sequence[Piece], n: int) -> int:
    """Where the noun phrase that ends at n begins: its modifiers are pieces of their own."""
    begin = n
    while begin > 0 and pieces[begin - 1].kind is Chunk.NOUN and pieces[begin - 1].word in ("modifier", "'s"):
        begin -= 1
    return begin


def _climb(pieces: Sequence[Piece], p: int) -> int | None:
    """The noun before a preposition, over adverbs and participles ("the generals fighting in Sudan"), or None."""
    k = p - 1
    while k >= 0 and pieces[k].kind in (Chunk.ADVERB, Chunk.GERUND):
        k -= 1
    if k >= 0 and pieces[k].kind in _NOMINAL:
        return k
    return None


def _compound(pieces: Sequence[Piece], clauses: list[Clause], k: int) -> tuple[int, ...]:
    """The earlier parts of "France and Greece", "A, B and C", unless a verb already governs them."""
    parts: list[int] = []
    if k > 0 and pieces[k].kind is Chunk.COMMA and pieces[k - 1].kind is Chunk.MENTION:
        k -= 1  # "Syria's leader, X, and Premier Y were there"; "A, B, and C"
    while k >= 0 and pieces[k].kind in _NOMINAL:
        begin = _noun_start(pieces, k)
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
        if before is not None and before.kind is Chunk.COMMA and begin >= 2 and pieces[begin - 2].kind in _NOMINAL:
            k = begin - 2
            continue
        break
    return tuple(reversed(parts))


def _governor(pieces: Sequence[Piece], clauses: list[Clause], first: int) -> tuple[int | None, str]:
    """The clause of speech in which a new clause is reported, and the subordinator that opens it."""
    begin = _noun_start(pieces, first)
    k = begin - 1
    while k >= 0 and pieces[k].kind in (Chunk.ADVERB,):
        k -= 1
    if k < 0:
        return None, ""
    before = pieces[k]
    if before.kind is Chunk.SUBORDINATOR:
        index = _clause_before(clauses, k)
        if before.word in ("that", "whether", "why", "how") and index is not None:
            if before.word == "that" and pieces[k - 1].kind in _NOMINAL and not _tells(pieces[clauses[index].verb]):
                return None, before.word  # "a charge that Khartoum denied"
            return index, before.word
        return None, before.word
    if before.kind is Chunk.RELATIVE:
        return None, before.word
    if before.kind is Chunk.VERB:
        index = _clause_of(clauses, k)
        if index is not None and before.verb is not None and before.verb.sense.kind is ActKind.SAY:
            return index, ""
    if before.kind is Chunk.PREPOSITION and before.word in ("before", "after", "since", "until", "as"):
        return None, before.word
    if before.kind is Chunk.COORDINATOR:
        # "said that A did and B does": the second clause may still be reported
        index = _clause_before(clauses, k)
        if index is not None and clauses[index].governor is not None and pieces[first].kind is not Chunk.MENTION:
            return clauses[index].governor, ""
    if before.kind in (*_NOMINAL, Chunk.QUOTE):
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


def _clause_of(clauses: list[Clause], verb: int) -> int | None:
    for index in range(len(clauses) - 1, -1, -1):
        if clauses[index].verb == verb:
            return index
    return None


def _antecedent(pieces: Sequence[Piece], r: int) -> tuple[int, ...]:
    """The noun that a relative pronoun stands for: the one next to it, heads of "of" phrases included for "which"."""
    k = r - 1
    if k >= 0 and pieces[k].kind is Chunk.COMMA:
        k -= 1
    if k < 0 or pieces[k].kind not in _NOMINAL:
        return ()
    mention = pieces[k].mention
    if mention is not None and mention.kind in (Kind.PERSON, Kind.NAME, Kind.OFFICE) and pieces[k].word != "modifier":
        return (k,)
    if pieces[r].word in ("which", "that", "who"):
        return (k,)
    return ()


def _shared(pieces: Sequence[Piece], clauses: list[Clause], v: int, k: int) -> Clause:
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


def _after_comma(pieces: Sequence[Piece], clauses: list[Clause], v: int, comma: int) -> Clause:
    """A verb right after a comma: the comma closes an aside behind the subject, or separates co-ordinated verbs."""
    if apposed(pieces, comma - 1) and not _has_main_verb(pieces, clauses, comma):
        return _nominal_subject(pieces, clauses, v, comma - 1)
    for names_only in (True, False):
        found = _aside_subject(pieces, clauses, v, comma, names_only=names_only)
        if found is not None:
            return found
    return _shared(pieces, clauses, v, comma)


def _aside_subject(
    pieces: Sequence[Piece], clauses: list[Clause], v: int, comma: int, *, names_only: bool
) -> Clause | None:
    """The subject before an aside that the comma closes: a name that has no verb yet, else any noun."""
    opening = comma - 1
    for _ in range(_MAX_STEPS):
        while opening >= 0 and pieces[opening].kind is not Chunk.COMMA:
            if pieces[opening].kind is Chunk.BREAK and pieces[opening].word in (";", ":"):
                opening = -1
                break
            opening -= 1
        if opening <= 0:
            break
        before = pieces[opening - 1]
        fits = before.kind is Chunk.MENTION if names_only else before.kind in _NOMINAL
        if fits and _is_aside(pieces, clauses, opening, comma):
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
            head, subjects = _head(pieces, clauses, opening - 1)
            if head is None:
                break
            governor, subordinate = _governor(pieces, clauses, min(subjects))
            if spoken:
                governor = clauses.index(next(c for c in inner if _is_speech(pieces[c.verb])))
            return Clause(verb=v, subjects=subjects, governor=governor, subordinate=subordinate)
        opening -= 1
    return None


def _is_speech(piece: Piece) -> bool:
    return piece.verb is not None and piece.verb.sense.lemma in _SPEECH_LEMMAS


def _is_aside(pieces: Sequence[Piece], clauses: list[Clause], opening: int, comma: int) -> bool:
    """Whether what stands between two commas is an apposition, a relative clause, a participle or an adverbial."""
    first = pieces[opening + 1] if opening + 1 < comma else None
    if first is None:
        return False
    if first.kind is Chunk.VERB:
        return first.verb is not None and first.verb.bare  # "adopted unanimously"
    return True


def _has_main_verb(pieces: Sequence[Piece], clauses: list[Clause], opening: int) -> bool:
    """Whether the nominal before the opening comma already belongs to a clause with a verb."""
    start = _compound_start(pieces, opening - 1)
    if start > 0 and pieces[start - 1].kind is Chunk.COMMA:
        return False  # "When it failed, he and X, …, left": the clause begins with the name
    start = opening - 1
    while start >= 0 and pieces[start].kind not in (Chunk.SUBORDINATOR, Chunk.BREAK):
        if pieces[start].kind is Chunk.VERB:
            clause = _clause_of(clauses, start)
            return clause is not None and bool(clauses[clause].subjects)
        if pieces[start].kind is Chunk.COORDINATOR and pieces[start + 1].kind in _NOMINAL and start > 0:
            if pieces[start - 1].kind is Chunk.COMMA:
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


def _attach_agents(pieces: Sequence[Piece], clauses: list[Clause]) -> None:
    """ "was convened by X": the noun after "by" acts."""
    for clause in clauses:
        verb = pieces[clause.verb].verb
        if verb is None or not verb.passive:
            continue
        for k in range(clause.verb + 1, min(clause.verb + 8, len(pieces))):
            if pieces[k].kind in (Chunk.VERB, Chunk.BREAK, Chunk.COMMA, Chunk.COORDINATOR):
                break
            if pieces[k].word == "by" and k + 1 < len(pieces) and pieces[k + 1].kind is Chunk.MENTION:
                clause.agent = k + 1
                break
