"""Gathering the people of a document: names with an office or a state first, then bare names that fit or are known."""

from collections.abc import Iterable

from oic_summits.model import ActKind, Basis, Inference, PartialDate, Term
from oic_summits.parser.discourse import (
    Entity,
    People,
    infer_state,
    name_keys,
    reference_terms,
    same_office,
    single_owner,
)
from oic_summits.parser.mentions import Kind, Mention
from oic_summits.parser.reading_order import Unit
from oic_summits.parser.wordlists import WORDS_OF, honorary_titles
from oic_summits.reference import fold, person_forms, terms_of


def gather_people(units: Iterable[Unit], organisation: str | None) -> People:
    """Everybody whom the document names: names with an office or a state first, then bare names that fit."""
    people = People()
    units = list(units)
    previous: Entity | None = None
    for unit in units:
        for mention in unit.mentions:
            if mention.kind is Kind.PERSON and mention.name is not None:
                entity = _note(people, mention, organisation, unit)
                _relative_office(entity, mention, previous)
                previous = entity
                entity.places.append(unit.offsets(mention.start, mention.end))
                words = {unit.parsed.line.lower(i) for i in range(mention.start, mention.end)}
                entity.past = entity.past or bool(words & {"former", "retired", "ex", "onetime"})
    for several in (True, False):
        for unit in units:
            for mention in unit.mentions:
                if mention.kind is Kind.NAME and (mention.name_end - mention.name_start >= 2) is several:
                    _bare_name(people, mention, unit, several=several)
    return people


_OCCUPATIONS = ("historian", "political scientist")  # what somebody does for a living is no office


def _note(people: People, mention: Mention, organisation: str | None, unit: Unit) -> Entity:
    assert mention.name is not None
    office = None if mention.office == "@same" or mention.office in _OCCUPATIONS else mention.office
    own = organisation if mention.organisation == "self" else mention.organisation
    state = mention.state
    honour = honorary_titles().get(office or "")
    if honour is not None:
        office, state = honour
    if office == "secretary-general" and own is None:
        bodies = {term.organisation for term in terms_of(mention.name)} - {None}
        own = bodies.pop() if len(bodies) == 1 else organisation
    if own is not None and office is not None and state is not None and own == organisation:
        state = None  # who speaks for an organisation speaks for no state
    if state is None and own is None and unit.block.lead_state is not None and _leads(unit, mention):
        state = unit.block.lead_state
    return people.note(mention.name, office=office, state=state, organisation=own)


def _leads(unit: Unit, mention: Mention) -> bool:
    """Whether the mention opens an item, so that the item's flag is its own."""
    return unit.index == 0 and all(other.start >= mention.start for other in unit.mentions)


def _relative_office(entity: Entity, mention: Mention, previous: Entity | None) -> None:
    """As in "his Yemeni counterpart", "his foreign minister": office or state taken from whoever was named before."""
    if previous is None or previous is entity:
        return
    if mention.office == "@same" and entity.office is None and previous.office is not None:
        entity.office = previous.office
        entity.inferred["office"] = Inference(
            field="office", value=previous.office, basis=Basis.DOCUMENT, reason=f"the counterpart of {previous.name}"
        )
    if mention.owner is not None and mention.owner not in ("his", "her", "its", "their") and entity.state is None:
        owner = previous if set(name_keys(mention.owner)) & set(previous.keys) else None
        if owner is not None and owner.state is not None:
            infer_state(entity, owner.state, Basis.DOCUMENT, f"named as {mention.owner}'s {mention.office}")
        else:
            entity.owner = previous if owner is None else owner


def _bare_name(people: People, mention: Mention, unit: Unit, *, several: bool) -> None:
    assert mention.name is not None
    known = people.find(mention.name)
    if known is not None and (
        several is False
        or len(known.keys) <= len(name_keys(mention.name))
        or set(name_keys(mention.name)) <= set(known.keys)
    ):
        if several:
            people.note(mention.name, office=mention.office, state=mention.state, organisation=None)
        known.places.append(unit.offsets(mention.start, mention.end))
        return
    if several:
        if _known_to_reference(mention.name) or _speaks(unit, mention):
            entity = people.note(mention.name, office=None, state=None, organisation=None)
            entity.places.append(unit.offsets(mention.start, mention.end))
    elif _surname_of_reference(mention.name) and not _modifies(unit, mention):
        entity = people.note(mention.name, office=None, state=None, organisation=None)
        entity.places.append(unit.offsets(mention.start, mention.end))


def _modifies(unit: Unit, mention: Mention) -> bool:
    """As in "Houthi militia": a name that modifies a noun."""
    return any(piece.mention is mention and piece.word == "modifier" for piece in unit.parsed.pieces) and not (
        mention.possessive
    )


def _known_to_reference(name: str) -> bool:
    return any(form.kind != "surname" for form in person_forms().get(fold(name), ()))


def _surname_of_reference(name: str) -> bool:
    """Whether a single word is the surname of somebody in the tables, and neither a word nor a given name."""
    forms = person_forms().get(fold(name), ())
    return len(name) > 3 and any(form.kind == "surname" and not form.word and not form.given for form in forms)


def _speaks(unit: Unit, mention: Mention) -> bool:
    """Whether a bare name is the subject of a verb of speech, which people and hardly anything else are."""
    parsed = unit.parsed
    words = (mention.name or "").split()
    if len(words) == 2 and words[0] in ("Al", "El"):
        return False  # "Al Jazeera"
    for clause in parsed.clauses:
        verb = parsed.pieces[clause.verb].verb
        if clause.inverted and any(parsed.pieces[k].mention is mention for k in clause.subjects):
            return True
        if (
            verb is None
            or verb.sense.kind not in (ActKind.SAY, ActKind.CRITICISE, ActKind.SUPPORT, ActKind.DEMAND)
            or verb.passive
        ):
            continue
        if any(parsed.pieces[k].mention is mention for k in clause.subjects):
            return True
    return _follows_source(unit, mention)


def _follows_source(unit: Unit, mention: Mention) -> bool:
    """As in "According to X, who follows the talks,": a person whose words are told."""
    line = unit.parsed.line
    told = line.lower(mention.start - 1) == "to" and line.lower(mention.start - 2) == "according"
    how = [line.lower(mention.start - 2), line.lower(mention.start - 1)]
    if how in (["is", "how"], ["was", "how"], ["all", "that"]) and unit.quotations:
        return True
    said = line.lower(mention.start - 1) == "of" and line.lower(mention.start - 2) in WORDS_OF
    return (told and line.lower(mention.end + 1) == "who") or (said and bool(unit.quotations))


def complete_people(people: People, day: PartialDate | None) -> None:
    """Fill states that the words leave out from the owner named in the document, then from the reference tables."""
    for entity in people.entities:
        if entity.state is None and entity.organisation is None and entity.owner is not None and entity.owner.state:
            infer_state(entity, entity.owner.state, Basis.DOCUMENT, f"named as an aide of {entity.owner.name}")
    for entity in people.entities:
        if entity.terms is not None:
            continue
        entity.terms = reference_terms(entity, day)
        if entity.state is not None or entity.organisation is not None or not entity.terms:
            continue
        terms = entity.terms
        if entity.office is not None:
            fitting = tuple(
                term
                for term in terms
                if same_office(entity.office, term.office.title) or _kin(entity.office, term.office.title)
            )
            terms = fitting or terms
        if len({term.person.name for term in terms}) == 1:
            _fill_from_terms(entity, terms)


def _fill_from_terms(entity: Entity, terms: tuple[Term, ...]) -> None:
    """Fill the state of a person, or the body of somebody who held no office of a state."""
    national = tuple(term for term in terms if term.state is not None and " of the " not in term.office.title)
    bodies = {term.organisation for term in terms if term.organisation is not None}
    reason = f"{terms[0].person.name} was {terms[0].office.title}"
    if not national and len(bodies) == 1:
        body = bodies.pop()
        entity.organisation = body
        entity.inferred["organisation"] = Inference(
            field="organisation", value=body, basis=Basis.REFERENCE, reason=f"{reason} of {body}"
        )
        return
    state = single_owner(national or terms, lambda term: term.state)
    if state is not None:
        infer_state(entity, state, Basis.REFERENCE, f"{reason} of {state}")


def _kin(one: str, other: str) -> bool:
    return one.rsplit(maxsplit=1)[-1] == other.rsplit(maxsplit=1)[-1]
