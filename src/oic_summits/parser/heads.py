"""The head of a subject: climbing from the noun next to a verb, its joined parts, and the speech that reports it."""

from collections.abc import Sequence

from oic_summits.model import ActKind
from oic_summits.parser.clauses import NOMINAL, Chunk, Clause, Piece, joined_names, noun_start
from oic_summits.parser.mentions import Kind

MAX_STEPS = 60
SPEECH_LEMMAS = frozenset(
    "say tell state add note declare announce claim remark observe explain comment mention report reply respond "
    "answer ask insist argue maintain contend recall repeat reiterate affirm stress emphasize emphasise underline "
    "warn caution complain write tweet post joke quip whisper shout cry exclaim retort conclude continue go predict "
    "promise vow lament concede admit acknowledge reveal urge assert believe think hope fear suggest "
    "charge quote".split()
)


def nominal_subject(pieces: Sequence[Piece], clauses: list[Clause], v: int, k: int) -> Clause:
    """The clause of a verb whose subject ends at piece k."""
    head, subjects = subject_head(pieces, k, clauses)
    if head is None:
        return Clause(verb=v)
    owner = _owner_of(pieces, head)
    if owner:
        return Clause(verb=v, subjects=owner, relative=True, subordinate="whose")
    governor, subordinate = governor_of(pieces, clauses, min(subjects))
    return Clause(verb=v, subjects=subjects, governor=governor, subordinate=subordinate)


_SPOKESMEN = frozenset("delegation delegates government representative representatives envoy parliament".split())


def _owner_of(pieces: Sequence[Piece], head: int) -> tuple[int, ...]:
    """As in "Sudan, whose delegation had objected": the state before "whose"."""
    begin = noun_start(pieces, head)
    if begin < 1 or pieces[begin - 1].word != "whose" or pieces[head].word not in _SPOKESMEN:
        return ()
    k = begin - 2 - (begin >= 2 and pieces[begin - 2].kind is Chunk.COMMA)
    mention = pieces[k].mention if k >= 0 else None
    return (k,) if mention is not None and mention.kind is Kind.STATE and pieces[k].kind is Chunk.MENTION else ()


def _is_person(piece: Piece) -> bool:
    return piece.kind is Chunk.MENTION and piece.mention is not None and piece.mention.kind is Kind.PERSON


def subject_head(pieces: Sequence[Piece], k: int, clauses: Sequence[Clause]) -> tuple[int | None, tuple[int, ...]]:
    """Climb from the noun next to the verb over "of", "in" and the like to the head of the subject."""
    n = k
    for _ in range(MAX_STEPS):
        begin = noun_start(pieces, n)
        before = pieces[begin - 1] if begin > 0 else None
        if before is not None and before.kind is Chunk.PREPOSITION:
            if before.word == "as" and _is_person(pieces[n]) and all(p.kind is not Chunk.VERB for p in pieces[:n]):
                return n, (n,)  # "In his last year as president, Kamal, 78, said"
            climbed = _climb(pieces, begin - 1)
            if climbed is None and begin >= 2 and pieces[begin - 2].kind is Chunk.RELATIVE:
                antecedent = antecedent_of(pieces, begin - 2)
                return (antecedent[0], antecedent) if antecedent else (None, ())
            if climbed is None:
                # a fronted phrase: "In his opening speech Widodo said" has the name next to the verb
                return (n, (n,)) if begin < n and pieces[n].kind is Chunk.MENTION else (None, ())
            n = climbed
            continue
        if before is not None and before.kind is Chunk.GERUND and begin > 1 and pieces[begin - 2].kind in NOMINAL:
            n = begin - 2  # "Leaders attending the summit included"
            continue
        if before is not None and before.kind is Chunk.VERB:
            outer = _restricted(pieces, clauses, begin - 1)
            if outer:
                return outer[0], outer
        alone = pieces[n].mention is not None and pieces[n].word in ("we", "he", "she", "they")
        if before is not None and before.kind is Chunk.COORDINATOR and before.word in ("and", "&") and not alone:
            compound = _compound(pieces, begin - 2)
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


def _compound(pieces: Sequence[Piece], k: int) -> tuple[int, ...]:
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
    while k >= 0 and pieces[k].kind is Chunk.ADVERB:
        k -= 1
    if k < 0:
        return None, ""
    before = pieces[k]
    if before.kind is Chunk.SUBORDINATOR:
        return _reporting(pieces, clauses, k), before.word
    if before.kind is Chunk.RELATIVE or (before.kind is Chunk.PREPOSITION and before.word in _OPENING):
        return None, before.word
    named = pieces[first].kind is Chunk.MENTION
    return _reporting_unmarked(pieces, clauses, k, named=named, told=pieces[begin - 1].kind is Chunk.MENTION), ""


_OPENING = frozenset("before after since until as".split())
_REPORTING = frozenset("that whether why how".split())
_TELLING = frozenset("tell remind assure inform warn".split())


def _reporting(pieces: Sequence[Piece], clauses: list[Clause], k: int) -> int | None:
    """The clause of speech before a subordinator at piece k, or None: "a charge that Khartoum denied"."""
    index = _clause_before(clauses, k)
    if index is None or pieces[k].word not in _REPORTING:
        return None
    modifies = pieces[k].word == "that" and k > 0 and pieces[k - 1].kind in NOMINAL
    return None if modifies and not _tells(pieces[clauses[index].verb]) else index


def _reporting_unmarked(
    pieces: Sequence[Piece], clauses: list[Clause], k: int, *, named: bool, told: bool
) -> int | None:
    """The clause of speech that governs a clause without a subordinator, with what stands before it at piece k."""
    before = pieces[k]
    if before.kind is Chunk.VERB:
        says = before.verb is not None and before.verb.sense.kind is ActKind.SAY
        return clause_of(clauses, k) if says else None
    index = _clause_before(clauses, k)
    if index is None:
        return None
    if before.kind is Chunk.COORDINATOR and not named:
        return clauses[index].governor  # "said that A did and B does": the second clause may still be reported
    verb = pieces[clauses[index].verb].verb
    tells = verb is not None and verb.sense.lemma in _TELLING
    return index if tells and told and before.kind in (*NOMINAL, Chunk.QUOTE) else None


def _tells(piece: Piece) -> bool:
    """Whether the verb takes somebody told and a clause: "told Khatami that"."""
    return piece.verb is not None and piece.verb.sense.kind in (ActKind.SAY, ActKind.PLEDGE)


def _clause_before(clauses: list[Clause], piece: int) -> int | None:
    for index in range(len(clauses) - 1, -1, -1):
        if clauses[index].verb < piece:
            return index
    return None


def clause_of(clauses: list[Clause], verb: int) -> int | None:
    """The index of the clause of a verb's piece."""
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
    if pieces[k].kind is Chunk.NOUN and pieces[r].word == "who":
        named = _apposed_to(pieces, k)
        if named is not None:
            return (named,)
    mention = pieces[k].mention
    if mention is not None and mention.kind in (Kind.PERSON, Kind.NAME, Kind.OFFICE) and pieces[k].word != "modifier":
        return (k,)
    if pieces[r].word in ("which", "that", "who"):
        first = k - 2 * joined_names(pieces, k)
        about = first >= 2 and pieces[first - 1].word in ("on", "about", "concerning") and pieces[r].word != "who"
        document = about and (_is_document(pieces[first - 2]) or first < k)
        return (first - 2,) if document else (k,)  # "a resolution on Palestine, which renews"
    return ()


def _is_document(piece: Piece) -> bool:
    named = piece.mention is not None and piece.mention.kind is Kind.DOCUMENT
    return named or piece.word in ("resolution", "declaration", "text", "statement")


def _apposed_to(pieces: Sequence[Piece], k: int) -> int | None:
    """As in "X, the Turkish scholar who …": the person before the comma."""
    begin = noun_start(pieces, k)
    if begin < 2 or pieces[begin - 1].kind is not Chunk.COMMA:
        return None
    mention = pieces[begin - 2].mention
    named = mention is not None and mention.kind in (Kind.PERSON, Kind.NAME)
    return begin - 2 if named and pieces[begin - 2].kind is Chunk.MENTION else None


def _restricted(pieces: Sequence[Piece], clauses: Sequence[Clause], v: int) -> tuple[int, ...]:
    """The noun that a relative clause without commas restricts: "Member states that had taken steps were invited"."""
    inner = next((clause for clause in clauses if clause.verb == v and clause.relative and clause.subjects), None)
    if inner is None or min(inner.subjects) >= inner.verb - 1 or _comma_between(pieces, inner):
        return ()
    return inner.subjects


def _comma_between(pieces: Sequence[Piece], clause: Clause) -> bool:
    """Whether a comma stands between the noun and its relative clause."""
    return any(piece.kind is Chunk.COMMA for piece in pieces[min(clause.subjects) : clause.verb])
