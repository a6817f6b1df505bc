"""Whether a form in "-ed" is a past tense or a participle, by what stands around it."""

from oic_summits.parser.clauses import NOMINAL, Chunk, Piece, closes_aside, last_content
from oic_summits.parser.lexicon import BE, DETERMINERS, HAVE, MODALS, PARENTHETICAL, verb_forms
from oic_summits.parser.line import Line
from oic_summits.parser.mentions import Kind
from oic_summits.parser.neighbours import skip_adverbs


def _past_before(pieces: list[Piece]) -> bool:
    """Whether an earlier verb of the sentence is past or perfect, so that a form in "-ed" can be joined to it."""
    return any(
        p.verb is not None and (p.verb.tense == "past" or not p.verb.bare) and p.verb.tense != "modal" for p in pieces
    )


def closes_short_relative(pieces: list[Piece]) -> bool:
    """As in "The resolution that followed": a relative clause of one verb, and no other verb before."""
    verbs = [piece for piece in pieces if piece.kind is Chunk.VERB]
    return (
        len(pieces) > 2 and verbs == [pieces[-1]] and pieces[-2].kind is Chunk.RELATIVE and pieces[-3].kind in NOMINAL
    )


def may_be_finite(line: Line, pieces: list[Piece], i: int) -> bool:
    """Whether a form in "-ed" is a past tense and no participle.

    "territories occupied since 1967", "a text adopted by the summit": a participle after a noun that is an object, or
    before "by". "The summit adopted a text": a past tense after a subject.
    """
    last = last_content(pieces)
    if last is None:
        return line.implied
    following, _ = skip_adverbs(line, i + 1)
    if last.kind in (Chunk.RELATIVE, Chunk.QUOTE, Chunk.BREAK) or closes_short_relative(pieces):
        return True
    if last.kind is Chunk.COORDINATOR:
        return _past_before(pieces)
    if last.kind is Chunk.COMMA:
        return _finite_after_comma(line, pieces, i, following)
    if _is_subject_pronoun(pieces):
        return True  # "it stood by the country"
    if pieces[0].word in ("mindful", "conscious", "desirous", "aware") and line.lower(i + 1) == ",":
        return False  # "Mindful of cities lately struck, it …"
    if last.kind not in NOMINAL or last.word in ("modifier", "'s") or line.lower(last.end - 1) in DETERMINERS:
        return False
    if line.lower(following) == "by" or (_suffered(line, i) and line.lower(following) in _CLOSING):
        return False
    return not is_object(pieces)


_CLOSING = (",", ";", ".", "and", ":")


def _suffered(line: Line, i: int) -> bool:
    """As in "King Omar assassinated, his heir an outcast": what nobody does without an object."""
    form = verb_forms().get(line.lower(i))
    return (form.sense.lemma if form is not None else line.lower(i)) in _VIOLENT


_VIOLENT = frozenset(
    "assassinate assassinated hang hanged execute executed murder murdered kill killed oust ousted depose deposed "
    "overthrow overthrown jail jailed topple toppled imprison imprisoned".split()
)


def _is_subject_pronoun(pieces: list[Piece]) -> bool:
    """Whether a pronoun that opens a clause stands at the end."""
    last = last_content(pieces)
    if last is None or last.mention is None or last.mention.kind is not Kind.PRONOUN or last is not pieces[-1]:
        return False
    return len(pieces) == 1 or pieces[-2].kind in (Chunk.COMMA, Chunk.BREAK, Chunk.COORDINATOR, Chunk.SUBORDINATOR)


def _is_aside_of_name(line: Line, pieces: list[Piece], i: int) -> bool:
    """Whether a name that opens a clause stands before the comma, and a verb behind the next comma."""
    opens = len(pieces) == 2 or (len(pieces) > 2 and pieces[-3].kind is Chunk.COMMA)
    if len(pieces) < 2 or pieces[-2].kind is not Chunk.MENTION or not opens:
        return False
    comma = next((k for k in range(i, len(line)) if line.lower(k) == ","), None)
    return comma is not None and line.lower(comma + 1) in BE | HAVE | MODALS


def _finite_after_comma(line: Line, pieces: list[Piece], i: int, following: int) -> bool:
    """Whether a form in "-ed" behind a comma is finite: ", adopted unanimously, demanded" has both."""
    semicolon = max((k for k, piece in enumerate(pieces) if piece.word == ";"), default=-1)
    if pieces[semicolon + 1 : -1]:
        pieces = pieces[semicolon + 1 :]
    if _after_quotation(pieces) or opens_parenthesis(line, i):
        return True  # '"…", said X', "The date, said X, would be fixed"
    if _is_aside_of_name(line, pieces, i):
        return False  # ", Egypt, suspended for its peace, was not let in"
    if len(pieces) > 2 and pieces[-2].apposition and pieces[-3].kind is Chunk.RELATIVE:
        return line.lower(following) != "by"  # "which X, the president, read out"
    if closes_aside(pieces) and _no_verb_yet(pieces) and line.lower(following) != "by":
        return True  # "The session, the biggest that we ever held, ended in Banjul"
    if any(p.kind is Chunk.VERB for p in pieces):
        if _closes_relative(pieces) and line.lower(following) != "by":
            return True  # "Tunisia, which holds the purse, rejected"
        copular = _last_verb_is_copula(pieces) and not closes_aside(pieces)
        joined = line.lower(following) != "by" and not copular and not _placed_aside(line, following)
        return joined and _past_before(pieces) and not _participle_aside(pieces)
    return closes_aside(pieces)


def opens_parenthesis(line: Line, i: int, *, person: bool = False) -> bool:
    """Whether a verb of speech after a comma has a name behind it."""
    form = verb_forms().get(line.lower(i))
    known = line.known[i + 1] if i + 1 < len(line) else None
    named = i + 1 < len(line) and line.tokens[i + 1].text[0].isupper() and (known is None or known.is_demonym)
    return form is not None and form.sense.lemma in PARENTHETICAL and (named or person) and line.lower(i - 1) == ","


_WHEN = frozenset("late early last earlier yesterday".split())


def _placed_aside(line: Line, following: int) -> bool:
    """As in "welcomed the report, adopted late on Sunday": no object, and no row of verbs that "and" ends."""
    place = line.known[following + 1] if line.lower(following) == "in" and following + 1 < len(line) else None
    when = {line.lower(following - 1), line.lower(following)} & _WHEN
    dated = {following, following + 1} & set(line.dates) and line.lower(following - 1) != ","
    if not (when or dated or (place is not None and place.is_place)):
        return False
    forms = verb_forms()
    later = (forms.get(line.lower(k + 1)) for k in range(following, len(line) - 1) if line.lower(k) == "and")
    return not any(form is not None and form.past for form in later)


def _no_verb_yet(pieces: list[Piece]) -> bool:
    """Whether the first comma stands before any verb, so that the subject still waits for its own."""
    first = next((k for k, piece in enumerate(pieces) if piece.kind in (Chunk.COMMA, Chunk.VERB)), 0)
    return pieces[first].kind is Chunk.COMMA and any(p.kind is Chunk.VERB for p in pieces)


def _closes_relative(pieces: list[Piece]) -> bool:
    """Whether the comma at the end closes a relative clause that a comma opened, or one behind "X, an official"."""
    if len(pieces) > 3 and pieces[1].kind is Chunk.RELATIVE and pieces[0].kind is Chunk.MENTION:
        return len([piece for piece in pieces if piece.kind is Chunk.VERB]) == 1
    commas = [k for k, piece in enumerate(pieces[:-1]) if piece.kind is Chunk.COMMA]
    return bool(commas) and closes_aside(pieces) and pieces[commas[-1] + 1].kind is Chunk.RELATIVE


def _after_quotation(pieces: list[Piece]) -> bool:
    """Whether a quotation and a comma end the pieces."""
    return len(pieces) > 1 and pieces[-1].kind is Chunk.COMMA and pieces[-2].kind is Chunk.QUOTE


def _last_verb_is_copula(pieces: list[Piece]) -> bool:
    verbs = [piece.verb for piece in pieces if piece.verb is not None]
    return bool(verbs) and verbs[-1].copula


def _participle_aside(pieces: list[Piece]) -> bool:
    """Whether a participle between commas stands after a subject that has no verb yet."""
    stops = (Chunk.VERB, Chunk.COMMA, Chunk.SUBORDINATOR, Chunk.BREAK)
    return all(piece.kind not in stops for piece in pieces[:-1])


_DANGLING = (Chunk.VERB, Chunk.INFINITIVE, Chunk.GERUND, Chunk.QUOTE, Chunk.ADVERB, Chunk.RELATIVE)


def _participle_of_noun(pieces: list[Piece], k: int) -> bool:
    return k > 0 and pieces[k].kind is Chunk.GERUND and pieces[k - 1].kind in NOMINAL


def is_object(pieces: list[Piece]) -> bool:
    """Whether the noun phrase at the end is an object: a verb or a dangling preposition governs it."""
    index = len(pieces) - 1
    while index >= 0 and pieces[index].kind is Chunk.ADVERB:
        index -= 1
    named = index >= 0 and pieces[index].kind is Chunk.MENTION
    while index > 0:
        while index > 0 and pieces[index].kind in NOMINAL and pieces[index - 1].kind is Chunk.NOUN:
            if pieces[index - 1].word not in ("modifier", "'s") and pieces[index].kind is Chunk.MENTION:
                return False  # "On the first day Bhutto announced"
            index -= 1
        if index == 0:
            return False
        governed = _governed(pieces, index, named=named)
        if governed is not None:
            return governed
        index -= 2
    return False


def _governed(pieces: list[Piece], index: int, *, named: bool) -> bool | None:
    """Whether what stands before a nominal makes it an object; None where the nominal two before it tells."""
    before = pieces[index - 1]
    if before.kind is Chunk.PREPOSITION:
        if index < 2:
            return not named  # "In Putrajaya leaders adopted" has a name or nothing before the verb
        return None if pieces[index - 2].kind in NOMINAL else pieces[index - 2].kind in _DANGLING
    if _participle_of_noun(pieces, index - 1):
        return None  # "Leaders attending the summit included"
    if before.kind is Chunk.COORDINATOR:
        # compound subject, or the object of a verb and a new clause: a name alone begins a clause
        joined = index >= 2 and pieces[index - 2].kind in NOMINAL
        return None if joined and not (named and _governed_by_verb(pieces, index - 2)) else False
    return before.kind in (Chunk.VERB, Chunk.INFINITIVE, Chunk.GERUND) and not _reported_start(before)


def _governed_by_verb(pieces: list[Piece], index: int) -> bool:
    return index > 0 and pieces[index - 1].kind in (Chunk.VERB, Chunk.INFINITIVE, Chunk.GERUND, Chunk.PREPOSITION)


_REPORTING = frozenset("say believe think hope fear claim insist add know warn announce".split())


def _reported_start(piece: Piece) -> bool:
    """Whether a clause without "that" may follow the verb ("said the leaders agreed")."""
    verb = piece.verb
    return verb is not None and verb.sense.lemma in _REPORTING
