"""What the clauses of a document tell: who does what, in order, with the extent of each clause."""

from collections.abc import Iterable, Mapping, Sequence

import attrs

from oic_summits.model import ActKind, Basis, Inference
from oic_summits.parser.clauses import Chunk, Clause, Piece, VerbGroup
from oic_summits.parser.dates import DateMention
from oic_summits.parser.discourse import Entity
from oic_summits.parser.mentions import Kind, Mention
from oic_summits.parser.names import name_end, parse_office, skip_honorifics
from oic_summits.parser.page import Block, BlockKind
from oic_summits.parser.reading_order import Unit
from oic_summits.parser.resolve import Ref, Resolver, infer_state

_NOMINAL = (Chunk.MENTION, Chunk.NOUN)


@attrs.define(eq=False)
class Deed:
    """One clause with its subjects resolved.

    Attributes:
        unit: the sentence.
        clause: the clause.
        verb: its verb group.
        refs: what its subjects stand for.
        start, end: token indexes of the clause.
        reported: whether it stands inside what somebody else says.
        date: a date within the clause, or None.
        speaker_of: quotations (indexes into unit.quotations) that its subject says.
    """

    unit: Unit
    clause: Clause
    verb: VerbGroup
    refs: tuple[Ref, ...]
    start: int
    end: int
    reported: bool = False
    date: DateMention | None = None
    by_agent: bool = False

    def view_span(self) -> tuple[int, int]:
        """View offsets of the clause."""
        return self.unit.offsets(self.start, self.end)

    @property
    def word(self) -> str:
        """The main verb as printed."""
        return self.unit.sentence.tokens[self.verb.main].text


def tell(units: Sequence[Unit], resolver: Resolver) -> list[Deed]:
    """Resolve the clauses of all sentences, in the order of the text."""
    deeds: list[Deed] = []
    block: Block | None = None
    for unit in units:
        if unit.block is not block:
            item = unit.block.kind in (BlockKind.ITEM, BlockKind.ROW, BlockKind.NUMBERED)
            resolver.focus.close_block(prose=not item and (block is None or block.section == unit.block.section))
            block = unit.block
        before = resolver.focus.person
        thing = resolver.focus.thing
        own = _unit_deeds(unit, resolver)
        deeds.extend(own)
        _mention_people(unit, resolver, own, before)
        _belong(unit, resolver, own, thing)
    return deeds


def _mention_people(unit: Unit, resolver: Resolver, deeds: Sequence[Deed], before: Entity | None) -> None:
    """Let the last person mentioned be what "he" can mean where no person was a subject; learn whose aide is whose."""
    for mention in unit.mentions:
        if mention.kind in (Kind.STATE, Kind.PERSON) and mention.state is not None:
            states = resolver.focus.states
            if mention.state in states:
                states.remove(mention.state)
            states.append(mention.state)
        if mention.kind is Kind.PERSON and mention.owner in ("his", "her"):
            _aide(resolver, mention, deeds, before)
        if mention.kind in (Kind.PERSON, Kind.NAME):
            ref = resolver.mention(mention)
            if ref is not None and ref.entity is not None:
                resolver.focus.mentioned = ref.entity
                resolver.focus.clock += 1
                ref.entity.last = resolver.focus.clock
        if mention.kind is Kind.DOCUMENT and mention.name is not None and not resolver.focus.voice:
            resolver.focus.voice = "declaration"


def _aide(resolver: Resolver, mention: Mention, deeds: Sequence[Deed], before: Entity | None) -> None:
    """ "his foreign minister, X": X belongs to the state of the last person who was a subject."""
    ref = resolver.mention(mention)
    entity = ref.entity if ref is not None else None
    if entity is None or entity.state is not None or entity.organisation is not None:
        return
    subjects = [r.entity for deed in deeds for r in deed.refs if r.entity is not None and r.entity is not entity]
    beside = resolver.focus.mentioned if resolver.focus.mentioned is not entity else None
    principal = subjects[-1] if subjects else before or beside
    if principal is not None and principal is not entity and principal.state is not None:
        reason = f"named as {mention.owner} {mention.office} beside {principal.name}"
        infer_state(entity, principal.state, Basis.DOCUMENT, reason)


_FOR_STATES = frozenset("represent lead head accompany".split())


def _belong(unit: Unit, resolver: Resolver, deeds: Sequence[Deed], thing: Mention | None) -> None:
    """States that a sentence gives to people without saying so beside the name.

    "Iraq was represented by X"; "its chairman, X"; a spokesman in a passage on one state; "A together with the minister B".
    """
    for deed in deeds:
        if deed.by_agent and deed.verb.sense.lemma in _FOR_STATES:
            owner = _subject_mention(unit, deed)
            for ref in deed.refs:
                if ref.entity is not None and owner is not None:
                    _give(ref.entity, owner, f"said to represent {owner.name}")
    for deed in deeds:
        _predicate(unit, resolver, deed)
        if deed.verb.sense.lemma in ("head", "lead") and not deed.verb.passive:
            led = next(
                (m for m in unit.mentions if deed.verb.main < m.start <= deed.verb.main + 2 and m.kind is Kind.STATE),
                None,
            )
            for ref in deed.refs:
                if led is not None and ref.entity is not None:
                    _give(ref.entity, led, "said to lead the delegation")
    previous: Entity | None = None
    for mention in unit.mentions:
        if mention.kind is not Kind.PERSON:
            continue
        ref = resolver.mention(mention)
        entity = ref.entity if ref is not None else None
        if entity is None:
            continue
        if mention.owner == "its":
            owner = _owner_before(unit, mention.start) or thing
            if owner is not None:
                _give(entity, owner, f"named as an officer of {owner.name}")
        if entity.state is None and entity.organisation is None and mention.office is not None:
            joined = unit.parsed.line.lower(mention.start - 1) in ("and", "with")
            if previous is not None and previous.state is not None and joined and "minister" in mention.office:
                infer_state(entity, previous.state, Basis.DOCUMENT, f"named together with {previous.name}")
            elif thing is not None and thing.state is not None and _serves_state(mention.office):
                infer_state(entity, thing.state, Basis.DOCUMENT, f"named in a passage on {thing.name}")
        previous = entity


_NAMING = frozenset("elect appoint name become nominate choose".split())


def _predicate(unit: Unit, resolver: Resolver, deed: Deed) -> None:
    """ "had been elected president of Iran", "was elected secretary-general", "who as foreign minister spoke"."""
    line = unit.parsed.line
    if deed.verb.sense.lemma in _NAMING and (deed.verb.passive or deed.verb.sense.lemma == "become"):
        office = parse_office(line, deed.verb.main + 1)
        refs = deed.refs or _subjects(unit, resolver, deed.clause)
    elif deed.verb.copula and deed.verb.sense.lemma == "be" and not deed.verb.negated and not deed.reported:
        after = unit.parsed.pieces[deed.clause.verb].end
        after += line.lower(after) in ("the", "a", "an")
        office, refs = parse_office(line, after), deed.refs
        if office is not None and name_end(line, skip_honorifics(line, office.end)) is not None:
            return  # "the host was Prime Minister X"
    elif deed.clause.relative and line.lower(deed.start + 1) == "as":
        office, refs = parse_office(line, deed.start + 2), deed.refs
    else:
        return
    entity = next((ref.entity for ref in refs if ref.entity is not None), None)
    if office is None or entity is None or office.plural:
        return
    if entity.office is None:
        entity.office = office.title
    organisation = resolver.organisation if office.organisation == "self" else office.organisation
    if organisation is None and office.title == "secretary-general" and office.state is None:
        organisation = resolver.organisation
    if organisation is not None and entity.organisation is None:
        entity.organisation, entity.state = organisation, None
    elif office.state is not None and entity.state is None and entity.organisation is None:
        entity.state = office.state


def _serves_state(office: str) -> bool:
    return "minister" in office or "ministry" in office or office.startswith("spokes")


def _subject_mention(unit: Unit, deed: Deed) -> Mention | None:
    for k in deed.clause.subjects:
        mention = unit.parsed.pieces[k].mention
        if mention is not None and mention.kind in (Kind.STATE, Kind.ORGANISATION):
            return mention
    return None


def _owner_before(unit: Unit, start: int) -> Mention | None:
    owners = [m for m in unit.mentions if m.kind in (Kind.STATE, Kind.ORGANISATION) and m.end <= start]
    return owners[-1] if owners else None


def _give(entity: Entity, owner: Mention, reason: str) -> None:
    if entity.state is not None or entity.organisation is not None:
        return
    if owner.kind is Kind.STATE and owner.state is not None:
        infer_state(entity, owner.state, Basis.DOCUMENT, reason)
    elif owner.organisation is not None:
        entity.organisation = owner.organisation
        value = Inference(field="organisation", value=owner.organisation, basis=Basis.DOCUMENT, reason=reason)
        entity.inferred["organisation"] = value


def _unit_deeds(unit: Unit, resolver: Resolver) -> list[Deed]:
    parsed = unit.parsed
    deeds: list[Deed] = []
    by_clause: dict[int, tuple[Ref, ...]] = {}
    for index, clause in enumerate(parsed.clauses):
        verb = parsed.pieces[clause.verb].verb
        assert verb is not None
        if clause.shares is not None and clause.shares in by_clause:
            refs = by_clause[clause.shares]
        else:
            refs = _subjects(unit, resolver, clause)
        if not refs and unit.parsed.line.implied and _opens_item(unit, index, by_clause):
            refs = (Ref(kind="voice", name="summit"),)
        by_clause[index] = refs
        reported = clause.governor is not None
        acting = _agent(unit, resolver, clause) if clause.agent is not None else refs
        if (
            acting
            and not reported
            and not clause.relative
            and (not clause.subordinate or all(ref.kind == "person" for ref in acting))
            and (not verb.passive or clause.agent is not None)
            and not clause.agent
        ):
            _attend(unit, resolver, clause, acting)
        elif refs and verb.passive and not reported and refs[0].voice:
            resolver.attend(refs[0], None)
        start, end = _extent(unit, index)
        deeds.append(
            Deed(
                unit=unit,
                clause=clause,
                verb=verb,
                refs=acting,
                start=start,
                end=end,
                reported=reported,
                by_agent=clause.agent is not None,
            )
        )
    return deeds


def _subjects(unit: Unit, resolver: Resolver, clause: Clause) -> tuple[Ref, ...]:
    found = []
    for k in clause.subjects:
        piece = unit.parsed.pieces[k]
        if piece.word == "modifier" and piece.mention is not None:
            continue
        if piece.mention is not None and piece.mention.kind is Kind.GROUP:
            pair = resolver.pair(piece.mention)
            if pair:
                found.extend(pair)
                continue
        ref = resolver.piece(unit, piece) or _meeting_of(unit, resolver, k)
        if ref is not None:
            found.append(ref)
    return tuple(found)


def _opens_item(unit: Unit, index: int, earlier: Mapping[int, tuple[Ref, ...]]) -> bool:
    """Whether a clause of a lettered item lacks its subject: "(a) invited members …, and urged …"."""
    clause = unit.parsed.clauses[index]
    verb = unit.parsed.pieces[clause.verb].verb
    if clause.subjects or verb is None or verb.passive or verb.copula:
        return False
    if unit.parsed.pieces[clause.verb].start <= 1 and unit.index == 0:
        return verb.sense.operative or _summit_verb(verb)
    return bool(earlier) and any(ref.voice for ref in earlier.get(index - 1, ()))


def _summit_verb(verb: VerbGroup) -> bool:
    return verb.sense.lemma in ("hold", "take", "pay", "set")


def _meeting_of(unit: Unit, resolver: Resolver, k: int) -> Ref | None:
    """ "emergency meetings of Gulf leaders accused": the group that meets acts."""
    pieces = unit.parsed.pieces
    if k + 2 >= len(pieces) or pieces[k].kind is not Chunk.NOUN or pieces[k + 1].word != "of":
        return None
    head = unit.sentence.tokens[pieces[k].end - 1].lower
    inner = pieces[k + 2].mention
    if (
        head in ("meeting", "meetings", "group", "delegation", "delegations", "gathering")
        and inner is not None
        and inner.kind is Kind.GROUP
    ):
        return resolver.mention(inner)
    return None


def _agent(unit: Unit, resolver: Resolver, clause: Clause) -> tuple[Ref, ...]:
    assert clause.agent is not None
    ref = resolver.piece(unit, unit.parsed.pieces[clause.agent])
    return (ref,) if ref is not None else ()


def _attend(unit: Unit, resolver: Resolver, clause: Clause, refs: tuple[Ref, ...]) -> None:
    for k, ref in zip(clause.subjects, refs, strict=False):
        resolver.attend(ref, unit.parsed.pieces[k].mention)


def _extent(unit: Unit, index: int) -> tuple[int, int]:
    """Token indexes of a clause: from its subject (or what stands before it) to the next clause of its own level."""
    parsed = unit.parsed
    pieces, clauses = parsed.pieces, parsed.clauses
    clause = clauses[index]
    start = _start(pieces, clauses, index)
    end = len(unit.sentence.tokens)
    for later in clauses[index + 1 :]:
        inner = (
            later.governor is not None
            or later.relative
            or later.subordinate not in ("", "while", "whereas", "although", "though")
        )
        if inner and not clause.relative:
            continue
        if later.shares is not None and clauses[later.shares].relative and not clause.relative:
            continue
        if clause.governor is not None and later.governor == clause.governor:
            pass
        begin = _own_start(pieces, later)
        if begin > clause.verb:
            end = pieces[begin].start
            break
    if clause.relative:
        comma = next((p for p in pieces[clause.verb :] if p.kind is Chunk.COMMA and p.start < end), None)
        if comma is not None:
            end = min(end, comma.start)
    end = max(end, pieces[clause.verb].end)
    while end > start + 1 and _trims(unit, end - 1) and end > pieces[clause.verb].end:
        end -= 1
    return start, end


def _trims(unit: Unit, i: int) -> bool:
    token = unit.sentence.tokens[i]
    return token.text in (",", ";", "–", "—", ".", ":") or token.lower in (
        "and",
        "but",
        "or",
        "while",
        "where",
        "although",
        "after",
        "when",
    )


def _own_start(pieces: Sequence[Piece], clause: Clause) -> int:
    """The piece at which a clause begins by itself."""
    if clause.shares is not None or clause.relative or not clause.subjects or clause.inverted:
        begin = clause.verb
    else:
        begin = min(*clause.subjects, clause.verb) if clause.subjects else clause.verb
        while begin > 0 and pieces[begin - 1].kind is Chunk.NOUN and pieces[begin - 1].word in ("modifier", "'s"):
            begin -= 1
    while begin > 0 and pieces[begin - 1].kind in (Chunk.ADVERB, Chunk.RELATIVE):
        begin -= 1
    return begin


def _start(pieces: Sequence[Piece], clauses: Sequence[Clause], index: int) -> int:
    clause = clauses[index]
    if index == 0 and not clause.relative:
        return 0
    begin = _own_start(pieces, clause)
    if clause.inverted or (clause.subjects and clause.shares is None and not clause.relative):
        # a quotation right before "X said" belongs to the clause
        while begin > 0 and pieces[begin - 1].kind in (Chunk.QUOTE, Chunk.COMMA) and _quote_near(pieces, begin - 1):
            begin -= 1
    return pieces[begin].start


def _quote_near(pieces: Sequence[Piece], k: int) -> bool:
    return pieces[k].kind is Chunk.QUOTE or (k > 0 and pieces[k - 1].kind is Chunk.QUOTE)


# --- speakers ---------------------------------------------------------------------------------------------------------


@attrs.define(eq=False)
class Spoken:
    """A direct quotation with who says it."""

    unit: Unit
    open: int
    start: int
    end: int
    ref: Ref | None
    deed: Deed | None


def attribute(units: Sequence[Unit], deeds: Sequence[Deed], resolver: Resolver | None = None) -> list[Spoken]:
    """Each quotation with its speaker: the subject of the clause that governs it, or of the sentence beside it."""
    by_unit: dict[int, list[Deed]] = {}
    for deed in deeds:
        by_unit.setdefault(id(deed.unit), []).append(deed)
    spoken: list[Spoken] = []
    last: tuple[Ref, Block] | None = None
    for position, unit in enumerate(units):
        own = by_unit.get(id(unit), [])
        for quotation in unit.quotations:
            deed = _governing(unit, own, quotation.open)
            ref = deed.refs[0] if deed is not None else None
            if ref is None and unit.block.kind is not BlockKind.POST:
                ref = _in_words_of(unit, quotation.open, own)
            if ref is None and not _has_prose(unit):
                ref = _beside(units, position, by_unit, last)
            elif ref is None and resolver is not None:
                ref = _opening_mention(unit, resolver, quotation.open)
            spoken.append(Spoken(unit, quotation.open, quotation.start, quotation.end, ref, deed))
        speakers = [deed for deed in own if deed.refs and not deed.reported and deed.verb.sense.kind is ActKind.SAY]
        if speakers:
            last = (speakers[-1].refs[0], unit.block)
    return spoken


def _governing(unit: Unit, deeds: Sequence[Deed], open_: int) -> Deed | None:
    """The deed whose clause holds the quotation: said after it, else the nearest main clause before it."""
    pieces = unit.parsed.pieces
    place = next((k for k, piece in enumerate(pieces) if unit.sentence.tokens[piece.start].start == open_), None)
    if place is None:
        return None
    after = _said_after(pieces, deeds, place)
    if after is not None:
        return after
    candidates = [deed for deed in deeds if deed.clause.verb < place and _can_speak(deed)]
    for deed in reversed(candidates):
        if deed.reported or _closed_before(pieces, deed, place):
            continue
        return deed
    later = [deed for deed in deeds if deed.clause.verb > place and _can_speak(deed) and not deed.reported]
    return later[0] if later else None


def _can_speak(deed: Deed) -> bool:
    if not deed.refs or deed.verb.copula:
        return False
    if deed.clause.subordinate in ("if", "unless", "whether"):
        return False
    return True


def _closed_before(pieces: Sequence[Piece], deed: Deed, place: int) -> bool:
    """Whether a relative or other subordinate clause ended before the quotation."""
    if not (deed.clause.relative or deed.clause.subordinate):
        return False
    between = pieces[deed.clause.verb : place]
    return any(piece.kind is Chunk.COMMA for piece in between) or any(piece.kind is Chunk.VERB for piece in between[1:])


def _said_after(pieces: Sequence[Piece], deeds: Sequence[Deed], place: int) -> Deed | None:
    """ "…," X said / said X: a clause right behind the quotation."""
    k = place + 1
    while k < len(pieces) and pieces[k].kind in (Chunk.COMMA, Chunk.ADVERB):
        k += 1
    if k >= len(pieces):
        return None
    for deed in deeds:
        clause = deed.clause
        if not _can_speak(deed) or deed.verb.sense.kind not in (
            ActKind.SAY,
            ActKind.DEMAND,
            ActKind.PLEDGE,
            ActKind.CRITICISE,
            ActKind.DO,
        ):
            continue
        begins = (
            clause.verb
            if clause.inverted
            else (min(clause.subjects) if clause.subjects and clause.shares is None else -1)
        )
        while begins > 0 and pieces[begins - 1].kind is Chunk.NOUN and pieces[begins - 1].word in ("modifier", "'s"):
            begins -= 1
        if begins == k and place + 1 <= begins:
            # "…" and X did something else: only a verb of speech takes a quotation before it
            if deed.verb.sense.kind is ActKind.SAY or clause.inverted or pieces[place + 1 : k]:
                return deed
    return None


def _in_words_of(unit: Unit, open_: int, deeds: Sequence[Deed]) -> Ref | None:
    return next((deed.refs[0] for deed in deeds if _can_speak(deed)), None)


def _beside(
    units: Sequence[Unit], position: int, by_unit: dict[int, list[Deed]], last: tuple[Ref, Block] | None
) -> Ref | None:
    """A sentence that is all quotation: the speaker of the sentence after it or before it in the same block."""
    unit = units[position]
    if position + 1 < len(units) and units[position + 1].block is unit.block:
        following = by_unit.get(id(units[position + 1]), [])
        if (
            following
            and following[0].verb.sense.kind is ActKind.SAY
            and following[0].refs
            and _short(units[position + 1])
        ):
            return following[0].refs[0]
    if last is not None and (last[1] is unit.block or last[1].section == unit.block.section):
        return last[0]
    return None


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


def dates_of(unit: Unit, deeds: Iterable[Deed]) -> None:
    """Give each deed the first date within its extent."""
    for deed in deeds:
        first, last = deed.view_span()
        deed.date = next((date for date in unit.dates if first <= date.start < last), None)


def mention_at(unit: Unit, start: int) -> Mention | None:
    """The mention that begins at a token."""
    return next((mention for mention in unit.mentions if mention.start == start), None)
