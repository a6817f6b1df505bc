"""What a document tells, sentence after sentence: its deeds in order, and whom pronouns can mean on the way."""

from collections.abc import Sequence

from oic_summits.parser.affiliations import learn_affiliations, learn_aide
from oic_summits.parser.deeds import Deed, deeds_of
from oic_summits.parser.discourse import Entity, Ref
from oic_summits.parser.mentions import Kind, Mention
from oic_summits.parser.page import Block, BlockKind
from oic_summits.parser.reading_order import Unit
from oic_summits.parser.resolve import Resolver


def tell(units: Sequence[Unit], resolver: Resolver) -> list[Deed]:
    """Resolve the clauses of all sentences, in the order of the text."""
    deeds: list[Deed] = []
    block: Block | None = None
    carried: Entity | None = None  # whom "he" would mean at the beginning of the paragraph
    for unit in units:
        if unit.block is not block:
            item = unit.block.kind in (BlockKind.ITEM, BlockKind.ROW, BlockKind.NUMBERED)
            resolver.focus.close_block(prose=not item and (block is None or block.section == unit.block.section))
            block = unit.block
            if not item:
                if resolver.lead_in is not None and resolver.lead_in.entity is not None:
                    resolver.focus.person = resolver.focus.mentioned = resolver.lead_in.entity
                resolver.lead_in = None
            if block.lead_state is not None:
                resolver.focus.thing = Mention(kind=Kind.STATE, start=0, end=0, state=block.lead_state)
        before = resolver.focus.person
        if unit.index == 0:
            carried = before
        thing = resolver.focus.thing
        own = deeds_of(unit, resolver)
        deeds.extend(own)
        _mention_people(unit, resolver, own, before)
        if not any(_acts_by_name(unit, deed) for deed in own):
            _turn_to(unit, resolver, carried)
        if unit.block.kind not in (BlockKind.ITEM, BlockKind.ROW) or unit.sentence.tokens[-1].text == ":":
            resolver.lead_in = _lead_in(unit, resolver, own) or resolver.lead_in
        learn_affiliations(unit, resolver, own, thing)
    return deeds


def _acts_by_name(unit: Unit, deed: Deed) -> bool:
    """Whether a person is the subject of a clause by name or office, not by a pronoun."""
    mentions = [unit.parsed.pieces[k].mention for k in deed.clause.subjects]
    named = any(mention is not None and mention.kind is not Kind.PRONOUN for mention in mentions)
    return named and not deed.by_agent and any(ref.kind == "person" for ref in deed.refs)


def _lead_in(unit: Unit, resolver: Resolver, deeds: Sequence[Deed]) -> Ref | None:
    """As in "Addressing the leaders, the Prime Minister:": the subject of the items that follow."""
    tokens = unit.sentence.tokens
    if tokens[-1].text == ";":
        main = [d for d in deeds if not (d.reported or d.clause.relative or d.clause.subordinate) and len(d.refs) == 1]
        return main[0].refs[0] if main and unit.block.kind is BlockKind.PARAGRAPH else None
    last = len(tokens) - (tokens[-1].text in (":", ","))
    if unit.mentions and unit.mentions[-1].end == last and not unit.mentions[-1].possessive:
        return resolver.mention(unit.mentions[-1]) if tokens[-1].text != "." else None
    first = unit.mentions[0] if unit.mentions and tokens[-1].text == "," else None
    if first is None or first.kind is not Kind.DOCUMENT or any(p.verb is not None for p in unit.parsed.pieces):
        return None
    return resolver.mention(first)  # "The X Declaration, read out on 25 September,"


def _turn_to(unit: Unit, resolver: Resolver, carried: Entity | None) -> None:
    """As in "For X it was the first such meeting": a paragraph that names one person only is about that one."""
    focus = resolver.focus
    named = {
        id(m)
        for m in unit.mentions
        if not m.possessive
        and (m.kind is Kind.PERSON or (m.kind is Kind.NAME and m.name_end - m.name_start > 1 and resolver.mention(m)))
    }
    if unit.block.kind is BlockKind.PARAGRAPH and focus.person is carried and len(named) == 1 and focus.mentioned:
        focus.person = focus.mentioned


def _mention_document(resolver: Resolver, mention: Mention, deeds: Sequence[Deed]) -> None:
    """Let "it" mean a document that was named where nothing else that "it" can mean was a subject."""
    ref = resolver.mention(mention)
    acted = any(ref.kind in ("state", "organisation", "body", "voice") for deed in deeds for ref in deed.refs)
    if ref is not None and ((mention.name is not None and not resolver.focus.voice) or not acted):
        resolver.focus.voice, resolver.focus.thing = ref.name, None


def _mention_people(unit: Unit, resolver: Resolver, deeds: Sequence[Deed], before: Entity | None) -> None:
    """Let the last person mentioned be what "he" can mean where no person was a subject; learn whose aide is whose."""
    people = [m for m in unit.mentions if m.kind in (Kind.PERSON, Kind.NAME) and resolver.mention(m) is not None]
    resolver.focus.fresh = len(people) == 1 and unit.block.kind is BlockKind.PARAGRAPH
    for mention in unit.mentions:
        if mention.kind in (Kind.STATE, Kind.PERSON) and mention.state is not None:
            states = resolver.focus.states
            if mention.state in states:
                states.remove(mention.state)
            states.append(mention.state)
        if mention.kind is Kind.PERSON and mention.owner in ("his", "her"):
            learn_aide(resolver, mention, deeds, before)
        if mention.kind in (Kind.PERSON, Kind.NAME):
            ref = resolver.mention(mention)
            if ref is not None and ref.entity is not None:
                resolver.focus.mentioned = ref.entity
                resolver.focus.clock += 1
                ref.entity.last = resolver.focus.clock
        if mention.kind is Kind.DOCUMENT and not mention.plural:
            _mention_document(resolver, mention, deeds)
