"""Finite verbs without auxiliary: whether a form is a verb here, and whether one in "-ed" is past or a participle."""

from oic_summits.model import ActKind, Modality, Polarity
from oic_summits.parser.clauses import NOMINAL, Chunk, Piece, VerbGroup, closes_aside, joined_names, last_content
from oic_summits.parser.lexicon import (
    BE,
    DETERMINERS,
    HAVE,
    MODALS,
    PARENTHETICAL,
    PREPOSITIONS,
    VerbSense,
    guess_verb,
    verb_forms,
)
from oic_summits.parser.line import Line
from oic_summits.parser.mentions import Kind
from oic_summits.parser.neighbours import skip_adverbs

_NOT_AFTER = (
    DETERMINERS
    | (PREPOSITIONS - {"as", "than", "like", "out", "up", "down", "off", "about", "around"})
    | frozenset(["to", "very", "so"])
)
# forms in "-s" that are oftener plural nouns
_PLURAL_NOUNS = frozenset(
    "heads ties talks positions plans calls efforts measures visits attacks demands supports claims reports remarks "
    "comments moves votes leads hopes fears views questions answers threats acts works speaks faces rights strikes "
    "raids rallies protests marches results returns attempts shares charges costs aims needs desires wishes ranks "
    "forms names notes states addresses offers orders requests appeals reviews studies tests trades exports imports "
    "supplies funds trains arms changes turns stops starts ends deals decides_ contacts links interests benefits "
    "losses gains tours guards bombs shows displays estimates forecasts limits mandates promises pledges proposals "
    "records releases rules sanctions spokes stands steps struggles targets transfers updates wars delegates "
    "presidents houses places stages hosts guests meets concerns crimes crises lands abuses clashes "
    "blasts uses probes".split()
)
_PLURAL_SUBJECTS = frozenset("they we you i both".split())


def plain_verb(line: Line, pieces: list[Piece], i: int, *, before_person: bool = False) -> tuple[int, VerbGroup] | None:
    """A finite verb without auxiliary, where its neighbours allow one."""
    lower = line.lower(i)
    token = line.tokens[i]
    if token.kind != "word" or (token.text[0].isupper() and not token.text.isupper() and i > 0):
        return None
    form = verb_forms().get(lower)
    if form is None and _verb_of_relative(line, pieces, i):
        sense = VerbSense(lower.removesuffix("s"), ActKind.DO, Polarity.NEUTRAL, operative=False)
        return i + 1, _bare_group(line, i, sense, "present")
    if form is None:
        form = guess_verb(lower) if lower.endswith("ed") and _subject_before(line, pieces, i) else None
        if form is None:
            return None
    if i > 0 and (line.lower(i - 1) in _NOT_AFTER or line.possessive(i - 1)) and not _after_pronoun(pieces):
        return None
    fronted = bool(pieces) and pieces[0].kind is Chunk.PREPOSITION and form.sense.lemma in _INVERTING
    if before_person and form.past and (fronted or _opens_parenthesis(line, i, person=True)):
        return i + 1, _bare_group(line, i, form.sense, "past")  # "Around the table sat X"
    if form.past and (not form.base or _subject_before(line, pieces, i)):
        if form.participle and not _may_be_finite(line, pieces, i):
            return None
        return i + 1, _bare_group(line, i, form.sense, "past")
    if form.third and _goes_on_after_break(line, pieces, i):
        return i + 1, _bare_group(line, i, form.sense, "present")
    if form.third and lower in _PLURAL_NOUNS and not _clear_singular(pieces) and not (line.implied and i == 0):
        return None
    if form.third and lower in _PLURAL_NOUNS and line.lower(i + 1) in ("to", "in", ",", ".") and _is_object(pieces):
        return None  # "asked for UN sanctions to be kept"
    if form.third and _subject_before(line, pieces, i) and not _plural_before(pieces):
        return i + 1, _bare_group(line, i, form.sense, "present")
    if lower == "present" or (lower == "back" and not _object_follows(line, i + 1)):
        return None
    if form.base and (_subjunctive(pieces) or (_subject_before(line, pieces, i) and _plural_before(pieces))):
        return i + 1, _bare_group(line, i, form.sense, "present")
    return None


def _object_follows(line: Line, i: int) -> bool:
    return i < len(line) and line.tokens[i].kind in ("word", "number") and line.lower(i) not in PREPOSITIONS


# verbs that stand before their subject where a phrase of place opens the sentence
_INVERTING = frozenset("sit stand come follow appear arrive speak go".split())
_MEANING_TO = frozenset("plan intend aim mean".split())


def _bare_group(line: Line, i: int, sense: VerbSense, tense: str) -> VerbGroup:
    """A verb without auxiliary: not done after "never", planned where it says what is meant to be done."""
    negated = line.lower(i - 1) == "never"
    modality = Modality.NOT_DONE if negated else Modality.PLANNED if sense.lemma in _MEANING_TO else Modality.DONE
    return VerbGroup(main=i, sense=sense, tense=tense, negated=negated, modality=modality)


def _clear_singular(pieces: list[Piece]) -> bool:
    """Whether a name, a singular pronoun or a relative pronoun stands right before."""
    last = last_content(pieces)
    if last is None:
        return False
    if last.kind in (Chunk.COORDINATOR, Chunk.COMMA):
        return closes_aside(pieces) or any(
            p.verb is not None and p.verb.tense == "present" and p.verb.bare for p in pieces
        )
    return last.kind is Chunk.RELATIVE or (last.kind is Chunk.MENTION and not last.plural)


def _past_before(pieces: list[Piece]) -> bool:
    """Whether an earlier verb of the sentence is past or perfect, so that a form in "-ed" can be joined to it."""
    return any(
        p.verb is not None and (p.verb.tense == "past" or not p.verb.bare) and p.verb.tense != "modal" for p in pieces
    )


def _verb_of_relative(line: Line, pieces: list[Piece], i: int) -> bool:
    """As in "which groups 52 members": a word in "-s" between a relative pronoun and a number or determiner."""
    if not pieces or pieces[-1].kind is not Chunk.RELATIVE or pieces[-1].word not in ("which", "who"):
        return False
    following = line.tokens[i + 1] if i + 1 < len(line) else None
    counted = following is not None and (following.kind == "number" or following.lower in DETERMINERS)
    return line.lower(i).endswith("s") and not line.tokens[i].capital and counted


def _goes_on_after_break(line: Line, pieces: list[Piece], i: int) -> bool:
    """As in "It resolves to end the war; calls on all states to help": the same subject behind a semicolon."""
    if not pieces or line.lower(i - 1 - (line.lower(i - 1) == "and")) != ";":
        return False
    verbs = [piece.verb for piece in pieces if piece.verb is not None]
    following = line.lower(i + 1)
    object_ = (
        following in DETERMINERS or following in ("on", "upon", "for", "that") or line.known[i + 1 : i + 2] != [None]
    )
    return bool(verbs) and verbs[0].tense == "present" and verbs[0].bare and object_


def _subjunctive(pieces: list[Piece]) -> bool:
    """As in "demanded that Israel withdraw": a base form after "that" and a name."""
    return (
        len(pieces) > 1
        and pieces[-1].kind is Chunk.MENTION
        and pieces[-2].kind is Chunk.SUBORDINATOR
        and pieces[-2].word == "that"
    )


def _after_pronoun(pieces: list[Piece]) -> bool:
    last = last_content(pieces)
    return last is not None and (
        last.kind is Chunk.RELATIVE or (last.mention is not None and last.mention.kind is Kind.PRONOUN)
    )


def _subject_before(line: Line, pieces: list[Piece], i: int) -> bool:
    """Whether something that can be a subject, a relative pronoun, a quotation or a co-ordinator stands before."""
    last = last_content(pieces)
    if last is None:
        return line.implied and (line.lower(i).endswith("s") or line.lower(i) in ("set", "put"))
    if last.kind in (Chunk.MENTION, Chunk.RELATIVE):
        return True
    if last.kind is Chunk.NOUN:
        return last.word not in ("modifier", "'s") and line.lower(last.end - 1) not in DETERMINERS
    if last.kind in (Chunk.COORDINATOR, Chunk.COMMA):
        return any(p.kind is Chunk.VERB for p in pieces) or closes_aside(pieces) or _opens_parenthesis(line, i)
    return last.kind in (Chunk.QUOTE, Chunk.BREAK) or _closes_short_relative(pieces)


def _closes_short_relative(pieces: list[Piece]) -> bool:
    """As in "The resolution that followed": a relative clause of one verb, and no other verb before."""
    verbs = [piece for piece in pieces if piece.kind is Chunk.VERB]
    return (
        len(pieces) > 2 and verbs == [pieces[-1]] and pieces[-2].kind is Chunk.RELATIVE and pieces[-3].kind in NOMINAL
    )


def _plural_before(pieces: list[Piece]) -> bool:
    last = last_content(pieces)
    if last is None:
        return False
    if last.kind in (Chunk.COORDINATOR, Chunk.COMMA):
        verbs = [p for p in pieces if p.kind is Chunk.VERB and p.verb is not None]
        previous = verbs[-1].verb if verbs else None
        return (
            previous is not None and previous.tense == "present" and previous.bare and not verbs[-1].word.endswith("s")
        )
    if last.kind is Chunk.RELATIVE:
        k = len(pieces) - 2 - (len(pieces) > 1 and pieces[-2].kind is Chunk.COMMA)
        return k >= 0 and (pieces[k].plural or joined_names(pieces, k))
    if last.mention is not None and last.mention.kind is Kind.PRONOUN:
        return (last.mention.name or "") in _PLURAL_SUBJECTS
    if last.word in _PLURAL_SUBJECTS:
        return True
    index = len(pieces) - 1
    while index >= 2 and pieces[index - 1].kind is Chunk.PREPOSITION and pieces[index - 2].kind in NOMINAL:
        index -= 2
    compound = index >= 2 and pieces[index - 1].word == "and" and pieces[index - 2].kind in NOMINAL
    named = Chunk.MENTION in (pieces[index].kind, pieces[index - 2].kind) if compound else False
    return pieces[index].plural or named  # not "political and legal pressure"


def _may_be_finite(line: Line, pieces: list[Piece], i: int) -> bool:
    """Whether a form in "-ed" is a past tense and no participle.

    "territories occupied since 1967", "a text adopted by the summit": a participle after a noun that is an object, or
    before "by". "The summit adopted a text": a past tense after a subject.
    """
    last = last_content(pieces)
    if last is None:
        return line.implied
    following, _ = skip_adverbs(line, i + 1)
    if last.kind in (Chunk.RELATIVE, Chunk.QUOTE, Chunk.BREAK) or _closes_short_relative(pieces):
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
    return not _is_object(pieces)


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
    if _after_quotation(pieces) or _opens_parenthesis(line, i):
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


def _opens_parenthesis(line: Line, i: int, *, person: bool = False) -> bool:
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


def _is_object(pieces: list[Piece]) -> bool:
    """Whether the noun phrase at the end is an object: a verb or a dangling preposition governs it."""
    index = len(pieces) - 1
    while index >= 0 and pieces[index].kind is Chunk.ADVERB:
        index -= 1
    named = pieces[index].kind is Chunk.MENTION
    steps = 0
    while index >= 0 and steps < 40:
        steps += 1
        while index > 0 and pieces[index].kind in NOMINAL and pieces[index - 1].kind is Chunk.NOUN:
            if pieces[index - 1].word not in ("modifier", "'s") and pieces[index].kind is Chunk.MENTION:
                return False  # "On the first day Bhutto announced"
            index -= 1
        before = pieces[index - 1] if index > 0 else None
        if before is None:
            return False
        if before.kind is Chunk.PREPOSITION:
            index -= 2
            if index < 0:
                return not named  # "In Putrajaya leaders adopted" has a name or nothing before the verb
            if pieces[index].kind not in NOMINAL:
                return pieces[index].kind in _DANGLING
            continue
        if _participle_of_noun(pieces, index - 1):
            index -= 2  # "Leaders attending the summit included"
            continue
        if before.kind is Chunk.COORDINATOR:
            # compound subject, or the object of a verb and a new clause: a name alone begins a clause
            index -= 2
            if index < 0 or pieces[index].kind not in NOMINAL or (named and _governed_by_verb(pieces, index)):
                return False
            continue
        return before.kind in (Chunk.VERB, Chunk.INFINITIVE, Chunk.GERUND) and not _reported_start(before)
    return False


def _governed_by_verb(pieces: list[Piece], index: int) -> bool:
    return index > 0 and pieces[index - 1].kind in (Chunk.VERB, Chunk.INFINITIVE, Chunk.GERUND, Chunk.PREPOSITION)


_REPORTING = frozenset("say believe think hope fear claim insist add know warn announce".split())


def _reported_start(piece: Piece) -> bool:
    """Whether a clause without "that" may follow the verb ("said the leaders agreed")."""
    verb = piece.verb
    return verb is not None and verb.sense.lemma in _REPORTING
