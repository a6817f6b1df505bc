"""Which noun phrase is the subject of which verb: walking left from each verb over the pieces of a sentence."""

from collections.abc import Sequence

from oic_summits.parser.asides import subject_after_comma
from oic_summits.parser.chunks import chunk
from oic_summits.parser.clauses import NOMINAL, Chunk, Clause, Parsed, Piece, joined_names, noun_start
from oic_summits.parser.heads import SPEECH_LEMMAS, antecedent_of, nominal_subject
from oic_summits.parser.lexicon import PARENTHETICAL, POSSESSIVES
from oic_summits.parser.line import Line
from oic_summits.parser.mentions import Kind, Mention
from oic_summits.parser.sharing import shared_subject


def parse_sentence(line: Line, mentions: Sequence[Mention]) -> Parsed:
    """Pieces and clauses of a sentence."""
    pieces = chunk(line, mentions)
    clauses: list[Clause] = []
    for index, piece in enumerate(pieces):
        if piece.kind is Chunk.VERB:
            clause = _clause(line, pieces, clauses, index)
            if not clause.subordinate and clause.subjects and _follows_time(line, pieces, min(clause.subjects)):
                clause.subordinate = "when"
            clauses.append(clause)
    _attach_agents(pieces, clauses)
    return Parsed(line=line, pieces=pieces, clauses=tuple(clauses))


def _of_several(pieces: Sequence[Piece], k: int) -> bool:
    """As in "King X and President Y, both of whom spoke": several people behind "of whom"."""
    if k < 4 or pieces[k].word != "whom" or pieces[k - 1].word != "of":
        return False
    several = pieces[k - 2]
    if (several.mention.name if several.mention is not None else several.word) not in ("both", "all", "most"):
        return False
    return pieces[k - 3].kind is Chunk.COMMA and pieces[k - 4].kind is Chunk.MENTION


def _first_of_joined(pieces: Sequence[Piece], k: int) -> int:
    """The first piece of "A and B" or "A, B and C" that ends at k."""
    joints = (Chunk.COORDINATOR, Chunk.COMMA)
    while k >= 2 and pieces[k - 1].kind in joints and pieces[k - 2].kind is Chunk.MENTION:
        k -= 2
    return k


_TIMES = frozenset("day moment time year night morning month week hour".split())


def _follows_time(line: Line, pieces: Sequence[Piece], k: int) -> bool:
    """As in "on May 14, the day Portugal opened its embassy": a clause that belongs to a noun of time."""
    begin = noun_start(pieces, k)
    if begin < 2 or pieces[k].kind is not Chunk.MENTION or pieces[begin - 1].kind is not Chunk.NOUN:
        return False
    opened = pieces[begin - 2].kind in (Chunk.COMMA, Chunk.PREPOSITION)
    return opened and line.lower(pieces[begin - 1].end - 1) in _TIMES


def _clause(line: Line, pieces: Sequence[Piece], clauses: list[Clause], v: int) -> Clause:
    inverted = _inverted_subject(line, pieces, v)
    if inverted:
        return Clause(verb=v, subjects=inverted, inverted=True)
    k = _skip_left(pieces, v - 1)
    if k < 0:
        return Clause(verb=v)
    piece = pieces[k]
    if piece.kind in NOMINAL:
        return nominal_subject(pieces, clauses, v, k)
    if piece.kind is Chunk.RELATIVE and _of_several(pieces, k):
        subjects = tuple(range(_first_of_joined(pieces, k - 4), k - 3, 2))
        return Clause(verb=v, subjects=subjects, relative=True, subordinate="who")
    if piece.kind is Chunk.RELATIVE:
        subjects = antecedent_of(pieces, k)
        if subjects and joined_names(pieces, subjects[0]) and _is_plural(pieces[v]):
            subjects = (subjects[0] - 2, *subjects)
        return Clause(verb=v, subjects=subjects, relative=True, subordinate=piece.word)
    if piece.kind is Chunk.COORDINATOR:
        return shared_subject(pieces, clauses, v, k)
    if piece.kind is Chunk.COMMA:
        return subject_after_comma(pieces, clauses, v, k)
    if piece.kind is Chunk.VERB and k >= 2 and pieces[k - 1].kind is Chunk.RELATIVE and pieces[k - 2].kind in NOMINAL:
        return nominal_subject(pieces, clauses, v, k - 2)  # "The resolution that followed asked"
    dash = _dash_before(pieces, k) if piece.word in _DASHES else None
    if dash is not None:
        return nominal_subject(pieces, clauses, v, dash - 1)
    if piece.kind in (Chunk.QUOTE, Chunk.BREAK):
        return shared_subject(pieces, clauses, v, k)
    return Clause(verb=v)


_DASHES = ("-", "–", "—", "--")


def _dash_before(pieces: Sequence[Piece], k: int) -> int | None:
    """The dash that opens the aside which a dash closes: "The emir - his government mediates - asked"."""
    for index in range(k - 1, 0, -1):
        if pieces[index].word in _DASHES and pieces[index].kind is Chunk.BREAK:
            subject = pieces[index - 1]
            return index if subject.kind is Chunk.MENTION and not _has_verb(pieces, index) else None
    return None


def _has_verb(pieces: Sequence[Piece], k: int) -> bool:
    """Whether a verb stands before a dash in the same clause."""
    begin = noun_start(pieces, k - 1)
    if begin > 0 and pieces[begin - 1].kind in (Chunk.COMMA, Chunk.SUBORDINATOR):
        return False  # ", while X - he is a minister - suggested"
    for index in range(k - 1, -1, -1):
        if pieces[index].kind is Chunk.BREAK:
            return False
        if pieces[index].kind is Chunk.VERB:
            return True
    return False


def _is_plural(piece: Piece) -> bool:
    """Whether the form of a verb has a plural subject: "Sudan and Iran, which deny …"."""
    verb = piece.verb
    return verb is not None and verb.tense == "present" and verb.bare and not piece.word.endswith("s")


def _skip_left(pieces: Sequence[Piece], k: int) -> int:
    """Skip adverbs, and adverbial phrases such as "on Tuesday" or "in advance" after a nominal."""
    while k >= 0 and pieces[k].kind is Chunk.ADVERB:
        k -= 1
    return k


def _follows_speech(line: Line, pieces: Sequence[Piece], before: int, speaker: int) -> bool:
    """As in '"…," shrugged X': after a quotation that a comma closes, any verb with a person behind it is of speech."""
    quote = pieces[before - 1] if pieces[before].kind is Chunk.COMMA and before > 0 else pieces[before]
    mention = pieces[speaker].mention
    person = mention is not None and mention.kind in (Kind.PERSON, Kind.NAME, Kind.OFFICE)
    if quote.kind is not Chunk.QUOTE or not person:
        return False
    return pieces[before].kind is Chunk.COMMA or line.tokens[quote.start].text[-2:-1] in (",", "?", "!", "…")


def _inverted_subject(line: Line, pieces: Sequence[Piece], v: int) -> tuple[int, ...]:
    """As in "…," said X: a verb of speech after a quotation or a comma, with its subject behind it."""
    verb = pieces[v].verb
    if verb is None or verb.copula or verb.passive or not verb.bare or v + 1 >= len(pieces):
        return ()
    after = pieces[v + 1]
    if after.kind is not Chunk.MENTION and after.word not in ("the", "a", "an", "one"):
        return ()
    among = [piece.word for piece in pieces[v + 1 : v + 3]] == ["one", "of"] and v + 5 < len(pieces)
    if among and pieces[v + 4].kind is Chunk.COMMA and pieces[v + 5].kind is Chunk.MENTION:
        return (v + 5,)  # '"…," grumbled one of them, X'

    before = _skip_left(pieces, v - 1)
    if before < 0:
        return ()
    if _is_parenthetical(pieces, v, before):
        return (v + 1,)
    if verb.sense.lemma not in SPEECH_LEMMAS and not _follows_speech(line, pieces, before, _speaker(pieces, v + 1)):
        return ()
    quoted = pieces[before].kind is Chunk.COMMA and before > 0 and pieces[before - 1].kind is Chunk.QUOTE
    return (_speaker(pieces, v + 1),) if quoted or pieces[before].kind is Chunk.QUOTE else ()


_AFTER_SPEAKER = (Chunk.COMMA, Chunk.BREAK, Chunk.QUOTE, Chunk.RELATIVE)


def _is_parenthetical(pieces: Sequence[Piece], v: int, before: int) -> bool:
    """As in "The date, said X, would be fixed": speech set between commas, with its speaker behind the verb."""
    verb, mention = pieces[v].verb, pieces[v + 1].mention
    named = mention is not None and mention.kind in (Kind.PERSON, Kind.NAME, Kind.OFFICE)
    lemma = verb.sense.lemma if verb is not None else ""
    closed = v + 2 >= len(pieces) or pieces[v + 2].kind in _AFTER_SPEAKER
    return pieces[before].kind is Chunk.COMMA and lemma in PARENTHETICAL and named and closed


def _speaker(pieces: Sequence[Piece], k: int) -> int:
    """The person at the end of "a West African delegate, X": modifiers that no table knows are pieces of their own."""
    last = k
    while last + 1 < len(pieces) and pieces[last].kind is Chunk.NOUN:
        last += 1
    mention = pieces[last].mention
    return last if mention is not None and mention.kind is Kind.PERSON and pieces[last].kind is Chunk.MENTION else k


def _agent_before(pieces: Sequence[Piece], clause: Clause) -> int | None:
    """As in "X, by whom the raid was condemned": the antecedent acts."""
    begin = noun_start(pieces, min(clause.subjects)) if clause.subjects and not clause.relative else 0
    if begin < 3 or pieces[begin - 1].kind is not Chunk.RELATIVE or pieces[begin - 2].word != "by":
        return None
    k = begin - 3 - (pieces[begin - 3].kind is Chunk.COMMA)
    return k if k >= 0 and pieces[k].kind is Chunk.MENTION else None


def _attach_agents(pieces: Sequence[Piece], clauses: list[Clause]) -> None:
    """As in "was convened by X": the noun after "by" acts."""
    for clause in clauses:
        verb = pieces[clause.verb].verb
        if verb is None or not verb.passive:
            continue
        clause.agent = _agent_before(pieces, clause)
        for k in range(clause.verb + 1, min(clause.verb + 8, len(pieces))):
            if pieces[k].kind in (Chunk.VERB, Chunk.BREAK, Chunk.COMMA, Chunk.COORDINATOR):
                break
            if pieces[k].word == "by" and k + 1 < len(pieces) and pieces[k + 1].kind is Chunk.MENTION:
                clause.agent = k + 1
                break
            apposed_name = pieces[k + 1 : k + 4]  # "by his brother, Prince X"
            kinds = [piece.kind for piece in apposed_name]
            if pieces[k].word == "by" and kinds == [Chunk.NOUN, Chunk.COMMA, Chunk.MENTION]:
                clause.agent = k + 3
                break
            kin = (
                pieces[k].word == "by"
                and kinds[:2] == [Chunk.NOUN, Chunk.MENTION]
                and apposed_name[0].word in POSSESSIVES
            )
            if kin:  # "by his half-brother Prince X"
                clause.agent = k + 2
                break
