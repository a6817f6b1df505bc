"""Finite verbs without auxiliary: whether a form is a verb here."""

from oic_summits.model import ActKind, Modality, Polarity
from oic_summits.parser.clauses import NOMINAL, Chunk, Piece, VerbGroup, closes_aside, joined_names, last_content
from oic_summits.parser.lexicon import (
    DETERMINERS,
    PREPOSITIONS,
    VerbForm,
    VerbSense,
    guess_verb,
    verb_forms,
)
from oic_summits.parser.line import Line
from oic_summits.parser.mentions import Kind
from oic_summits.parser.participles import closes_short_relative, is_object, may_be_finite, opens_parenthesis

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
    token = line.tokens[i]
    if token.kind != "word" or (token.text[0].isupper() and not token.text.isupper() and i > 0):
        return None
    form = _form_at(line, pieces, i)
    if form is None:
        return None
    floating = bool(pieces) and pieces[-1].kind is Chunk.ADVERB and pieces[-1].word in ("all", "both", "each")
    barred = i > 0 and (line.lower(i - 1) in _NOT_AFTER or line.possessive(i - 1))
    if barred and not floating and not _after_pronoun(pieces):
        return None
    fronted = bool(pieces) and pieces[0].kind is Chunk.PREPOSITION and form.sense.lemma in _INVERTING
    if before_person and form.past and (fronted or opens_parenthesis(line, i, person=True)):
        return i + 1, _bare_group(line, i, form.sense, "past")  # "Around the table sat X"
    if form.past and (not form.base or _subject_before(line, pieces, i)):
        if form.participle and not may_be_finite(line, pieces, i):
            return None
        return i + 1, _bare_group(line, i, form.sense, "past")
    return (i + 1, _bare_group(line, i, form.sense, "present")) if _is_present(line, pieces, i, form) else None


def _form_at(line: Line, pieces: list[Piece], i: int) -> VerbForm | None:
    """The form of a known verb, else one that its ending and its place tell."""
    lower = line.lower(i)
    form = verb_forms().get(lower)
    if form is not None:
        return form
    if _verb_of_relative(line, pieces, i):
        sense = VerbSense(lower.removesuffix("s"), ActKind.DO, Polarity.NEUTRAL, operative=False)
        return VerbForm(sense, third=True)
    return guess_verb(lower) if lower.endswith("ed") and _subject_before(line, pieces, i) else None


def _is_present(line: Line, pieces: list[Piece], i: int, form: VerbForm) -> bool:
    """Whether a form in "-s", or a base form after a plural, is a verb here and no noun."""
    lower = line.lower(i)
    if form.third:
        if _goes_on_after_break(line, pieces, i):
            return True
        noun = lower in _PLURAL_NOUNS
        if noun and not _clear_singular(pieces) and not (line.implied and i == 0):
            return False
        if noun and line.lower(i + 1) in ("to", "in", ",", ".") and is_object(pieces):
            return False  # "asked for UN sanctions to be kept"
        if _subject_before(line, pieces, i) and not _plural_before(pieces):
            return True
    if lower == "present" or (lower == "back" and not _object_follows(line, i + 1)):
        return False
    return form.base and (_subjunctive(pieces) or (_subject_before(line, pieces, i) and _plural_before(pieces)))


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
        return any(p.kind is Chunk.VERB for p in pieces) or closes_aside(pieces) or opens_parenthesis(line, i)
    return last.kind in (Chunk.QUOTE, Chunk.BREAK) or closes_short_relative(pieces)


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
