"""Who says a quotation: the subject of the clause that governs it, or of a sentence beside it."""

from collections.abc import Sequence

import attrs

from oic_summits.model import ActKind
from oic_summits.parser.clauses import Chunk, Piece, noun_start
from oic_summits.parser.deeds import Deed, deeds_by_unit
from oic_summits.parser.discourse import Ref
from oic_summits.parser.lexicon import BE
from oic_summits.parser.mentions import Kind, Mention
from oic_summits.parser.page import Block, BlockKind
from oic_summits.parser.reading_order import Unit
from oic_summits.parser.resolve import Resolver
from oic_summits.parser.wordlists import WORDS_OF


@attrs.define(eq=False)
class Spoken:
    """A direct quotation with who says it."""

    unit: Unit
    open: int
    start: int
    end: int
    ref: Ref | None
    deed: Deed | None


def attribute(units: Sequence[Unit], deeds: Sequence[Deed], resolver: Resolver) -> list[Spoken]:
    """Each quotation with its speaker: the subject of the clause that governs it, or of the sentence beside it."""
    by_unit = deeds_by_unit(deeds)
    spoken: list[Spoken] = []
    last: tuple[Ref, Block] | None = None
    for position, unit in enumerate(units):
        own = by_unit.get(id(unit), [])
        for quotation in unit.quotations:
            governing = _governing(unit, own, quotation.open)
            ref = governing.refs[0] if governing is not None else None
            if governing is not None and ref is not None and governing.clause.inverted:
                last = (ref, unit.block)
            ref = ref or _introduced(unit, resolver, quotation.open)
            if ref is None and unit.block.kind is not BlockKind.POST:
                ref = _in_words_of(own)
            if ref is None:
                ref = _in_document(unit, own, resolver)
            if ref is None and not _has_prose(unit):
                ref = _beside(units, position, by_unit, last, resolver)
            elif ref is None:
                ref = _opening_mention(unit, resolver, quotation.open)
            spoken.append(Spoken(unit, quotation.open, quotation.start, quotation.end, ref, governing))
        speakers = [deed for deed in own if deed.refs and not deed.reported and deed.verb.sense.kind is ActKind.SAY]
        if speakers:
            last = (speakers[-1].refs[0], unit.block)
    return spoken


def _governing(unit: Unit, deeds: Sequence[Deed], open_: int) -> Deed | None:
    """The deed whose clause holds the quotation: said after it, else the nearest main clause before it."""
    pieces = unit.parsed.pieces
    place = next((k for k, piece in enumerate(pieces) if unit.sentence.tokens[piece.start].start >= open_), None)
    if place is None:
        return None
    if unit.sentence.tokens[pieces[place].start].start > open_:  # the verb itself stands within the marks
        inside = [deed for deed in deeds if deed.clause.verb >= place and _can_speak(deed)]
        return inside[0] if inside else None
    after = _said_after(pieces, deeds, place)
    if after is not None:
        return after
    candidates = [deed for deed in deeds if deed.clause.verb < place and _can_speak(deed)]
    for candidate in reversed(candidates):
        if not candidate.reported and not _closed_before(pieces, candidate, place):
            return candidate
    later = [deed for deed in deeds if deed.clause.verb > place and _can_speak(deed) and not deed.reported]
    return later[0] if later else None


def _can_speak(deed: Deed) -> bool:
    if not deed.refs or deed.verb.copula:
        return False
    return deed.clause.subordinate not in ("if", "unless", "whether")


def _closed_before(pieces: Sequence[Piece], deed: Deed, place: int) -> bool:
    """Whether a relative or other subordinate clause ended before the quotation."""
    if not (deed.clause.relative or deed.clause.subordinate):
        return False
    between = pieces[deed.clause.verb : place]
    return any(piece.kind is Chunk.COMMA for piece in between) or any(piece.kind is Chunk.VERB for piece in between[1:])


_BEHIND_QUOTATIONS = (ActKind.SAY, ActKind.DEMAND, ActKind.PLEDGE, ActKind.CRITICISE, ActKind.DO)


def _said_after(pieces: Sequence[Piece], deeds: Sequence[Deed], place: int) -> Deed | None:
    """As in "…," X said / said X: a clause right behind the quotation."""
    k = place + 1
    while k < len(pieces) and pieces[k].kind in (Chunk.COMMA, Chunk.ADVERB):
        k += 1
    if k >= len(pieces):
        return None
    for deed in deeds:
        clause = deed.clause
        if not _can_speak(deed) or deed.verb.sense.kind not in _BEHIND_QUOTATIONS:
            continue
        begins = (
            clause.verb
            if clause.inverted
            else (min(clause.subjects) if clause.subjects and clause.shares is None else -1)
        )
        # "…" and X did something else: only a verb of speech takes a quotation before it
        speaks = deed.verb.sense.kind is ActKind.SAY or clause.inverted or k > place + 1
        if speaks and noun_start(pieces, begins) == k:
            return deed
    return None


def _in_document(unit: Unit, deeds: Sequence[Deed], resolver: Resolver) -> Ref | None:
    """As in 'The raid was called "an act of war" in the communiqué': what a passive leaves out."""
    passive = any(deed.verb.passive and not deed.by_agent and deed.verb.sense.kind is not ActKind.DO for deed in deeds)
    line = unit.parsed.line
    named = [m for m in unit.mentions if m.kind is Kind.DOCUMENT and line.lower(m.start - 1) in ("in", "by")]
    return resolver.mention(named[0]) if passive and named else None


def _in_words_of(deeds: Sequence[Deed]) -> Ref | None:
    return next((deed.refs[0] for deed in deeds if _can_speak(deed)), None)


def _beside(
    units: Sequence[Unit],
    position: int,
    by_unit: dict[int, list[Deed]],
    last: tuple[Ref, Block] | None,
    resolver: Resolver,
) -> Ref | None:
    """A sentence that is all quotation: the speaker of the sentence after it or before it in the same block."""
    unit = units[position]
    if position + 1 < len(units) and units[position + 1].block is unit.block:
        pointed = _pointed_at(units[position + 1], by_unit, resolver)
        if pointed is not None:
            return pointed
    if position + 1 < len(units) and units[position + 1].block is unit.block:
        following = by_unit.get(id(units[position + 1]), [])
        if (
            following
            and following[0].verb.sense.kind is ActKind.SAY
            and following[0].refs
            and _short(units[position + 1])
        ):
            return following[0].refs[0]
    before = units[position - 1] if position > 0 and units[position - 1].block is unit.block else None
    told = _told_of(before, by_unit, resolver) if before is not None and not before.quotations else None
    if told is not None:
        return told
    if last is not None and (last[1] is unit.block or last[1].section == unit.block.section):
        return last[0]
    return None


def _pointed_at(unit: Unit, by_unit: dict[int, list[Deed]], resolver: Resolver) -> Ref | None:
    """As in '"…" That was how X put it.', '"…" The words are those of X.': a sentence that points back."""
    line = unit.parsed.line
    if not _short(unit) or line.lower(0) not in ("that", "this", "so", "thus", "the"):
        return None
    if line.lower(0) == "the":
        words = line.lower(1) in WORDS_OF and "of" in {line.lower(i) for i in range(len(line))}
        people = [m for m in unit.mentions if m.kind is Kind.PERSON]
        return resolver.mention(people[-1]) if words and people else None
    people_refs = [ref for deed in by_unit.get(id(unit), []) for ref in deed.refs if ref.kind == "person"]
    return people_refs[0] if people_refs else None


def _told_of(unit: Unit, by_unit: dict[int, list[Deed]], resolver: Resolver) -> Ref | None:
    """As in 'X was blunt. "…"', 'Not so, replied X. "…"': the one person of whom the sentence before tells."""
    main = [deed for deed in by_unit.get(id(unit), []) if not (deed.reported or deed.clause.relative)]
    people = [deed.refs[0] for deed in main if len(deed.refs) == 1 and deed.refs[0].kind == "person"]
    if people:
        return people[-1]
    named = [m for m in unit.mentions if m.kind is Kind.PERSON and m.name is not None and not m.possessive]
    fronted = len(named) == 1 and named[0].start == 1 and unit.parsed.line.lower(0) in ("for", "to")
    return resolver.mention(named[0]) if fronted else None


def _introduced(unit: Unit, resolver: Resolver, open_: int) -> Ref | None:
    """As in 'X was cautious: "…"', 'According to X, the text was "…"': who is named before and says it."""
    line, tokens = unit.parsed.line, unit.sentence.tokens
    place = next((i for i, token in enumerate(tokens) if token.start >= open_), len(tokens))
    people = [m for m in unit.mentions if m.kind in (Kind.PERSON, Kind.NAME, Kind.OFFICE) and m.end <= place]
    for named in people:
        if named.start <= 2 and [line.lower(named.start - 2), line.lower(named.start - 1)] == ["according", "to"]:
            return resolver.mention(named)
    after = _verdict_of(unit, resolver, place)
    if after is not None:
        return after
    if line.lower(place - 1) != ":":
        return None
    for clause in unit.parsed.clauses:
        verb, subject = unit.parsed.pieces[clause.verb].verb, clause.subjects[:1]
        mention = unit.parsed.pieces[subject[0]].mention if subject else None
        if verb is not None and verb.copula and mention is not None and mention in people:
            return resolver.mention(mention)
    return None


def _verdict_of(unit: Unit, resolver: Resolver, place: int) -> Ref | None:
    """As in '"…" was the verdict of X', 'was, in the words of X, "…"': a noun that means speech, and who speaks."""
    line = unit.parsed.line
    for mention in unit.mentions:
        if mention.kind not in (Kind.PERSON, Kind.NAME, Kind.OFFICE):
            continue
        lead = [line.lower(mention.start - 2), line.lower(mention.start - 1)]
        if mention.possessive and line.lower(mention.end + 1) in WORDS_OF and line.lower(mention.start - 1) in BE:
            return resolver.mention(mention)  # '"…" was X's verdict'
        if mention.kind is Kind.PERSON and _stands_alone(unit, mention, place):
            return resolver.mention(mention)
        if mention.start > place and lead in (["is", "how"], ["was", "how"], ["all", "that"]):
            return resolver.mention(mention)  # "… is how X sums it up", "… was all that X had to say"
        if lead[1] != "of":
            continue
        said = line.lower(mention.start - 2) in WORDS_OF
        if said and (mention.start > place or line.lower(mention.start - 4) == "in"):
            return resolver.mention(mention)
    return None


def _stands_alone(unit: Unit, mention: Mention, place: int) -> bool:
    """As in '"…" (X)', '"…" — X': nothing but a name behind the quotation."""
    tokens = unit.sentence.tokens
    others = [t for i, t in enumerate(tokens) if t.kind == "word" and not mention.start <= i < mention.end]
    marked = mention.start > place and tokens[mention.start - 1].text in ("(", "-", "--", "–", "—")
    return marked and not others


def _has_prose(unit: Unit) -> bool:
    """Whether the sentence has words outside its quotations."""
    return any(token.kind == "word" for token in unit.sentence.tokens)


def _opening_mention(unit: Unit, resolver: Resolver, open_: int) -> Ref | None:
    """The document, summit or person with which a sentence begins, where no verb could be read."""
    for mention in unit.mentions:
        if mention.start > 2 or unit.offsets(mention.start, mention.end)[0] > open_:
            return None
        if (
            mention.kind in (Kind.DOCUMENT, Kind.SUMMIT, Kind.PERSON, Kind.NAME, Kind.ORGANISATION, Kind.STATE)
            and not mention.possessive
        ):
            return resolver.mention(mention)
    return None


def _short(unit: Unit) -> bool:
    return len(unit.sentence.tokens) <= 12
