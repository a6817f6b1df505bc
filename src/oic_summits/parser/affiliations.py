"""States, offices and organisations that sentences give to people without saying so beside the name."""

from collections.abc import Sequence

from oic_summits.model import Basis, Inference
from oic_summits.parser.deeds import Deed, subjects_of
from oic_summits.parser.discourse import Entity, Ref, infer_state
from oic_summits.parser.mentions import Kind, Mention
from oic_summits.parser.names import name_end, skip_honorifics
from oic_summits.parser.offices import OfficePhrase, parse_office
from oic_summits.parser.reading_order import Unit
from oic_summits.parser.resolve import Resolver


def learn_aide(resolver: Resolver, mention: Mention, deeds: Sequence[Deed], before: Entity | None) -> None:
    """As in "his foreign minister, X": X belongs to the state of the last person who was a subject."""
    ref = resolver.mention(mention)
    entity = ref.entity if ref is not None else None
    if entity is None or (mention.office != "@same" and (entity.state is not None or entity.organisation is not None)):
        return
    subjects = [r.entity for deed in deeds for r in deed.refs if r.entity is not None and r.entity is not entity]
    beside = resolver.focus.mentioned if resolver.focus.mentioned is not entity else None
    principal = subjects[-1] if subjects else before or beside
    if principal is not None and mention.office == "@same" and principal is not entity and principal.office:
        entity.office = principal.office
        reason = f"named as {mention.owner} counterpart beside {principal.name}"
        value = Inference(field="office", value=principal.office, basis=Basis.DOCUMENT, reason=reason)
        entity.inferred["office"] = value
    if principal is not None and principal is not entity and principal.state is not None and entity.state is None:
        reason = f"named as {mention.owner} {mention.office} beside {principal.name}"
        infer_state(entity, principal.state, Basis.DOCUMENT, reason)


_FOR_STATES = frozenset("represent lead head accompany assist flank".split())


def learn_affiliations(unit: Unit, resolver: Resolver, deeds: Sequence[Deed], thing: Mention | None) -> None:
    """States that a sentence gives to people without saying so beside the name."""
    for deed in deeds:
        _represented(unit, resolver, deed)
        _elected(unit, resolver, deed)
        _sent(unit, resolver, deed)
    for deed in deeds:
        _predicate(unit, resolver, deed)
        _led(unit, deed)
    _beside_others(unit, resolver, thing)


def _elected(unit: Unit, resolver: Resolver, deed: Deed) -> None:
    """As in "The Conference elected the Emir of Qatar to succeed him": he is "the Chairman" from then on."""
    if deed.verb.sense.lemma != "elect" or not deed.refs or not deed.refs[0].voice:
        return
    for mention in unit.mentions:
        if mention.start > deed.verb.main and mention.kind in (Kind.PERSON, Kind.NAME, Kind.OFFICE):
            ref = resolver.mention(mention)
            resolver.chair = ref.entity if ref is not None else None
            return


def _sent(unit: Unit, resolver: Resolver, deed: Deed) -> None:
    """As in "King X of Chad sent Crown Prince Y in his stead": Y belongs to the state of X."""
    if deed.verb.sense.lemma not in ("send", "dispatch", "depute", "delegate") or deed.verb.passive or not deed.refs:
        return
    sender = deed.refs[0].entity.state if deed.refs[0].entity is not None else deed.refs[0].state
    for mention in unit.mentions:
        if mention.kind is Kind.PERSON and deed.verb.main < mention.start < deed.end and sender is not None:
            ref = resolver.mention(mention)
            entity = ref.entity if ref is not None else None
            if entity is not None and entity.state is None and entity.organisation is None:
                infer_state(entity, sender, Basis.DOCUMENT, "sent by the leader of the state")


def _represented(unit: Unit, resolver: Resolver, deed: Deed) -> None:
    """As in "Iraq was represented by X"."""
    if not deed.by_agent or deed.verb.sense.lemma not in _FOR_STATES:
        return
    owner = _subject_mention(unit, deed)
    principal = next((ref.entity for ref in subjects_of(unit, resolver, deed.clause) if ref.entity is not None), None)
    for ref in deed.refs:
        if ref.entity is not None and owner is not None:
            _give(ref.entity, owner, f"said to represent {owner.name}")
        elif ref.entity is not None and principal is not None and principal.state and ref.entity.state is None:
            infer_state(ref.entity, principal.state, Basis.DOCUMENT, f"said to represent {principal.name}")


def _led(unit: Unit, deed: Deed) -> None:
    """As in "X headed the Turkish delegation"."""
    if deed.verb.sense.lemma not in ("head", "lead") or deed.verb.passive:
        return
    main = deed.verb.main
    led = next((m for m in unit.mentions if main < m.start <= main + 2 and m.kind is Kind.STATE), None)
    for ref in deed.refs:
        if led is not None and ref.entity is not None:
            _give(ref.entity, led, "said to lead the delegation")


def _beside_others(unit: Unit, resolver: Resolver, thing: Mention | None) -> None:
    """As in "its chairman, X"; "A together with the minister B"; a spokesman in a passage on one state."""
    previous: Entity | None = None
    for mention in unit.mentions:
        ref = resolver.mention(mention) if mention.kind is Kind.PERSON else None
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
    """As in "had been elected president of Iran", "was elected secretary-general", "who as foreign minister spoke"."""
    whose = _whose_officer(unit, resolver, deed)
    if whose is not None:
        person, title, owner = whose
        person.office = person.office or title.title
        if owner.organisation is not None:
            person.organisation, person.state = owner.organisation, None
        elif person.state is None:
            person.state = owner.state
        return
    office, refs = _office_of_predicate(unit, resolver, deed)
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


def _office_of_predicate(unit: Unit, resolver: Resolver, deed: Deed) -> tuple[OfficePhrase | None, tuple[Ref, ...]]:
    """The office that a clause gives to somebody, and to whom."""
    line, verb = unit.parsed.line, deed.verb
    if verb.sense.lemma in _NAMING and (verb.passive or verb.sense.lemma == "become"):
        return parse_office(line, verb.main + 1), deed.refs or subjects_of(unit, resolver, deed.clause)
    if verb.copula and verb.sense.lemma == "be" and not verb.negated and not deed.reported:
        after = unit.parsed.pieces[deed.clause.verb].end
        office = parse_office(line, after + (line.lower(after) in ("the", "a", "an")))
        follows = office is not None and name_end(line, skip_honorifics(line, office.end)) is not None
        return (None, ()) if follows else (office, deed.refs)  # "the host was Prime Minister X"
    if verb.sense.lemma in _NAMING and not verb.negated:  # "elected X President"
        people = (m for m in unit.mentions if m.start > verb.main and m.kind in (Kind.PERSON, Kind.NAME))
        named = next(people, None)
        ref = resolver.mention(named) if named is not None else None
        return (parse_office(line, named.end), (ref,)) if named is not None and ref is not None else (None, ())
    if deed.clause.relative and line.lower(deed.start + 1) == "as":
        return parse_office(line, deed.start + 2), deed.refs
    return None, ()


def _whose_officer(unit: Unit, resolver: Resolver, deed: Deed) -> tuple[Entity, OfficePhrase, Mention] | None:
    """As in "the League, whose secretary general is X of Chad": the person behind the verb, the office, the owner."""
    line = unit.parsed.line
    main = deed.verb.main
    place = next((i for i in range(main - 1, max(-1, main - 8), -1) if line.lower(i) == "whose"), None)
    office = parse_office(line, place + 1) if place is not None and deed.verb.copula else None
    if place is None or office is None or office.end != unit.parsed.pieces[deed.clause.verb].start:
        return None
    owners = [m for m in unit.mentions if m.end <= place and (m.organisation is not None or m.state is not None)]
    owner = owners[-1] if owners else None
    named = next((m for m in unit.mentions if m.start == unit.parsed.pieces[deed.clause.verb].end), None)
    ref = resolver.mention(named) if named is not None and named.kind in (Kind.PERSON, Kind.NAME) else None
    if ref is None or ref.entity is None or owner is None:
        return None
    return ref.entity, office, owner


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
