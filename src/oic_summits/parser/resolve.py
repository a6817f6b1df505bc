"""Resolving mentions: from short forms, titles and pronouns to people, states, bodies and the voice of the summit."""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import attrs

from oic_summits.model import Actor, ActorKind, Basis, Inference, Office, PartialDate, Person
from oic_summits.parser.clauses import Chunk, Piece
from oic_summits.parser.discourse import Entity, Focus, People, name_keys, reference_terms, same_office, single_owner
from oic_summits.parser.mentions import Kind, Mention
from oic_summits.parser.reading_order import Unit

_OWN_NAMES = frozenset("group bloc organisation organization body grouping league union 57-member_bloc".split())
_ANONYMOUS = frozenset(
    "delegate source aide analyst resident witness adviser advisor officer negotiator participant member".split()
)
_PERSON_NOUNS = frozenset(
    "cricketer leader politician premier ruler monarch statesman diplomat veteran prince king official minister general "
    "cleric host chairman chairwoman spokesman spokeswoman envoy".split()
)


@attrs.frozen(kw_only=True)
class Ref:
    """What a mention stands for.

    Attributes:
        kind: person, state, organisation, body, collective, or voice (of the summit, its organisation or documents).
        entity: the person.
        name: the name of anything else, or the issuer for a voice.
        state: alpha-3 code of a state or of a body's state.
        organisation: short name of an organisation.
        plural: whether it is grammatically plural.
    """

    kind: str
    entity: Entity | None = None
    name: str = ""
    state: str | None = None
    organisation: str | None = None
    plural: bool = False
    anonymous: bool = False

    @property
    def voice(self) -> bool:
        """Whether it is the summit, its organisation or one of its documents that speaks."""
        return self.kind == "voice"


class Resolver:
    """Reads the mentions of a document in order and says what each stands for."""

    def __init__(self, people: People, organisation: str | None, state_names: dict[str, str]) -> None:
        self.people = people
        self.organisation = organisation
        self.state_names = state_names
        self.focus = Focus()
        self.day: PartialDate | None = None

    # --- single mentions ----------------------------------------------------------------------------------------------

    def mention(self, mention: Mention) -> Ref | None:
        """What a mention stands for here, or None where it cannot be told."""
        if mention.kind in (Kind.PERSON, Kind.NAME):
            return self._person(mention)
        if mention.kind is Kind.OFFICE:
            return self._office(mention)
        if mention.kind is Kind.STATE:
            return self._state(mention)
        if mention.kind is Kind.ORGANISATION:
            return self._organisation(mention)
        if mention.kind is Kind.BODY:
            return Ref(
                kind="body",
                name=mention.name or "",
                state=mention.state,
                organisation=mention.organisation,
                plural=mention.plural,
            )
        if mention.kind is Kind.GROUP:
            return Ref(
                kind="collective",
                name=mention.name or "",
                state=mention.state,
                organisation=mention.organisation,
                plural=True,
            )
        if mention.kind is Kind.SUMMIT:
            return Ref(kind="voice", name="summit", plural=mention.plural)
        if mention.kind is Kind.DOCUMENT:
            return Ref(kind="voice", name=_issuer(mention.document), plural=mention.plural)
        return self._pronoun(mention.name or "")

    def _person(self, mention: Mention) -> Ref | None:
        if mention.name is None:
            return None
        entity = self.people.find(mention.name, office=mention.office, state=mention.state)
        return Ref(kind="person", entity=entity) if entity is not None else None

    def _office(self, mention: Mention) -> Ref | None:
        office, state = mention.office or "", mention.state
        honour = honorary_titles().get(office)
        if honour is not None:
            office, state = honour
        if mention.owner in ("his", "her") and state is None and self.focus.person is not None:
            state = self.focus.person.state
        organisation = self.organisation if mention.organisation == "self" else mention.organisation
        entity = self.people.of_office(office, state, organisation)
        if entity is None and state is not None:
            entity = self._holder(office, state)
            if entity is not None and entity.office is None and entity.organisation is None:
                entity.office = office
        if entity is not None:
            return Ref(kind="person", entity=entity)
        return Ref(kind="body", name=mention.name or office, state=state, organisation=organisation)

    def _holder(self, office: str, state: str) -> Entity | None:
        """A person of the document who held the office on the day, by the reference tables."""
        from oic_summits.reference import holders

        for entity in self.people.entities:
            if entity.office is None and entity.state == state and entity.terms:
                if any(same_office(office, term.office.title) for term in entity.terms):
                    return entity
        if self.day is None:
            return None
        for term in holders(day=self.day, state=state, office=office):
            entity = self.people.find(term.person.name, state=state)
            if entity is not None and (entity.office is None or same_office(office, entity.office)):
                return entity
        return None

    def _state(self, mention: Mention) -> Ref | None:
        state = mention.state
        if mention.owner is not None and state is None:
            owner = self.focus.person or self.focus.mentioned
            if mention.owner == "its" and self.focus.thing is not None:
                state = self.focus.thing.state
            elif owner is not None:
                state = owner.state
        if state is None:
            return None
        name = self.state_names.get(state) or (
            _state_name(state) if mention.owner or not mention.name else mention.name
        )
        return Ref(kind="state", name=name, state=state, plural=mention.plural)

    def _organisation(self, mention: Mention) -> Ref:
        if mention.organisation == self.organisation:
            return Ref(kind="voice", name=self.organisation or "organisation")
        return Ref(kind="organisation", name=mention.name or "", organisation=mention.organisation)

    def _pronoun(self, word: str) -> Ref | None:
        focus = self.focus
        if word in ("he", "she"):
            entity = focus.person or focus.mentioned
            return Ref(kind="person", entity=entity) if entity is not None else None
        if word == "it":
            if focus.thing is not None:
                return self.mention(focus.thing)
            return Ref(kind="voice", name=focus.voice) if focus.voice else None
        if word in ("they", "both"):
            if focus.plural is not None:
                return self.mention(focus.plural)
            if focus.plural_voice or focus.voice:
                return Ref(kind="voice", name=focus.plural_voice or focus.voice or "summit", plural=True)
        return None

    # --- pieces and focus ---------------------------------------------------------------------------------------------

    def piece(self, unit: Unit, piece: Piece) -> Ref | None:
        """What a piece of a sentence stands for as a subject."""
        if piece.kind is Chunk.MENTION and piece.mention is not None:
            ref = self.mention(piece.mention)
            if ref is None and piece.mention.kind is Kind.NAME:
                return self._noun(unit, piece)
            return ref
        if piece.kind is Chunk.NOUN:
            return self._noun(unit, piece)
        return None

    def _noun(self, unit: Unit, piece: Piece) -> Ref | None:
        """Common nouns that stand for somebody: "the group", "the 81-year-old", "the former cricketer"."""
        words = [token.lower for token in unit.sentence.tokens[piece.start : piece.end]]
        head = words[-1]
        if head in ("discussions", "talks", "deliberations") and len(words) <= 2:
            return Ref(kind="voice", name="summit", plural=True)
        if (
            words[0] in ("a", "an", "one")
            and piece.mention is None
            and len(words) > 1
            and head in _PERSON_NOUNS | _ANONYMOUS
        ):
            return Ref(
                kind="body",
                name=" ".join(t.text for t in unit.sentence.tokens[piece.start + 1 : piece.end]),
                anonymous=True,
            )
        if piece.mention is not None or words[0] not in ("the", "this", "discussions", "its"):
            return None
        if head in _OWN_NAMES or words[-1].endswith("-member"):
            return Ref(kind="voice", name=self.organisation or "organisation")
        if head == "kingdom":
            person = self.focus.person
            if person is not None and person.state is not None:
                return Ref(kind="state", name=self.state_names.get(person.state, person.state), state=person.state)
        if head.endswith("-year-old") or (
            len(words) > 2 and words[1] in ("former", "veteran", "outgoing") and head in _PERSON_NOUNS
        ):
            return self._pronoun("he")
        return None

    def pair(self, mention: Mention) -> tuple[Ref, ...]:
        """ "The two neighbours": the last two states that were named, in the order of the text."""
        words = (mention.name or "").lower().split()
        if (
            len(words) != 2
            or words[0] not in ("two", "both")
            or words[1] not in ("neighbours", "neighbors", "countries", "states", "nations")
        ):
            return ()
        last = self.focus.states[-2:]
        if len(last) < 2:
            return ()
        return tuple(Ref(kind="state", name=self.state_names.get(s) or _state_name(s), state=s) for s in last)

    def attend(self, ref: Ref, mention: Mention | None) -> None:
        """Remember a subject, so that later pronouns find it."""
        focus = self.focus
        if ref.kind == "person" and ref.entity is not None:
            focus.person = focus.mentioned = ref.entity
            return
        if ref.voice:
            focus.voice = ref.name
            focus.thing = None
            if ref.plural:
                focus.plural_voice, focus.plural = ref.name, None
            return
        if mention is not None and mention.kind is not Kind.PRONOUN:
            if ref.plural:
                focus.plural = mention
            else:
                focus.thing = mention

    # --- records ------------------------------------------------------------------------------------------------------

    def actor(self, ref: Ref) -> Actor:
        """The actor of a record."""
        if ref.entity is not None:
            return person_actor(ref.entity)
        if ref.kind == "state":
            return Actor(name=ref.name, kind=ActorKind.STATE, state=ref.state)
        if ref.kind == "organisation":
            return Actor(name=ref.name, kind=ActorKind.ORGANISATION, organisation=ref.organisation)
        if ref.voice:
            if ref.name == self.organisation:
                return Actor(name=ref.name, kind=ActorKind.ORGANISATION, organisation=self.organisation)
            return Actor(name=ref.name, kind=ActorKind.BODY, organisation=self.organisation)
        kind = ActorKind.BODY if ref.kind == "body" else ActorKind.COLLECTIVE
        return Actor(name=ref.name, kind=kind, state=ref.state, organisation=ref.organisation)


def person_actor(entity: Entity) -> Actor:
    """A person of the document as a model actor."""
    aliases = tuple(sorted(alias for alias in entity.aliases if alias != entity.name))
    return Actor(
        name=entity.name,
        kind=ActorKind.PERSON,
        person=Person(name=entity.name, aliases=aliases),
        office=Office(title=entity.office) if entity.office else None,
        state=entity.state,
        organisation=entity.organisation,
        inferred=tuple(entity.inferred[field] for field in sorted(entity.inferred)),
    )


def _state_name(alpha3: str) -> str:
    from oic_summits.reference import state

    return state(alpha3).name


@cache
def honorary_titles() -> Mapping[str, tuple[str, str]]:
    """Honorary titles of one office, with the office and the state."""
    text = files("oic_summits.parser").joinpath("data", "titles.txt").read_text("utf-8")
    rows = [line.split(" | ") for line in text.splitlines() if line and not line.startswith("#")]
    return MappingProxyType({title: (office, state) for title, office, state in rows})


def _issuer(kind: str | None) -> str:
    return {"final communique": "communique", "resolution": "resolution"}.get(
        kind or "", "declaration" if kind else "communique"
    )


# --- gathering people -------------------------------------------------------------------------------------------------


def gather_people(units: Iterable[Unit], organisation: str | None) -> People:
    """Everybody whom the document names: names with an office or a state first, then bare names that fit or are known."""
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
    for several in (True, False):
        for unit in units:
            for mention in unit.mentions:
                if mention.kind is Kind.NAME and (mention.name_end - mention.name_start >= 2) is several:
                    _bare_name(people, mention, unit, several=several)
    return people


def _note(people: People, mention: Mention, organisation: str | None, unit: Unit) -> Entity:
    assert mention.name is not None
    office = None if mention.office == "@same" else mention.office
    own = organisation if mention.organisation == "self" else mention.organisation
    state = mention.state
    honour = honorary_titles().get(office or "")
    if honour is not None:
        office, state = honour
    if office == "secretary-general" and own is None:
        own = organisation
    if own is not None and office is not None and state is not None and own == organisation:
        state = None  # who speaks for an organisation speaks for no state
    if state is None and own is None and unit.block.lead_state is not None and _leads(unit, mention):
        state = unit.block.lead_state
    return people.note(mention.name, office=office, state=state, organisation=own)


def _leads(unit: Unit, mention: Mention) -> bool:
    """Whether the mention opens an item, so that the item's flag is its own."""
    return unit.index == 0 and all(other.start >= mention.start for other in unit.mentions)


def _relative_office(entity: Entity, mention: Mention, previous: Entity | None) -> None:
    """ "his Yemeni counterpart", "his foreign minister": office or state taken from whoever was named before."""
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


def infer_state(entity: Entity, state: str, basis: Basis, reason: str) -> None:
    """Fill the state of a person, and say what it was filled from."""
    entity.state = state
    entity.inferred["state"] = Inference(field="state", value=state, basis=basis, reason=reason)


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
    elif _surname_of_reference(mention.name):
        entity = people.note(mention.name, office=None, state=None, organisation=None)
        entity.places.append(unit.offsets(mention.start, mention.end))


def _known_to_reference(name: str) -> bool:
    from oic_summits.reference import fold, person_forms

    return any(form.kind != "surname" for form in person_forms().get(fold(name), ()))


def _surname_of_reference(name: str) -> bool:
    """Whether a single word is the surname of somebody in the tables, and neither a word nor a given name."""
    from oic_summits.reference import fold, person_forms

    forms = person_forms().get(fold(name), ())
    return len(name) > 3 and any(form.kind == "surname" and not form.word and not form.given for form in forms)


def _speaks(unit: Unit, mention: Mention) -> bool:
    """Whether a bare name is the subject of a verb of speech, which people and hardly anything else are."""
    from oic_summits.model import ActKind

    parsed = unit.parsed
    for clause in parsed.clauses:
        verb = parsed.pieces[clause.verb].verb
        if (
            verb is None
            or verb.sense.kind not in (ActKind.SAY, ActKind.CRITICISE, ActKind.SUPPORT, ActKind.DEMAND)
            or verb.passive
        ):
            continue
        if any(parsed.pieces[k].mention is mention for k in clause.subjects):
            return True
    return False


def complete_people(people: People, day: PartialDate | None, headline_states: tuple[str, ...] = ()) -> None:
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
            body = single_owner(terms, lambda term: term.organisation)
            if body is not None and all(term.state is None for term in terms):
                entity.organisation = body
                entity.inferred["organisation"] = Inference(
                    field="organisation",
                    value=body,
                    basis=Basis.REFERENCE,
                    reason=f"{terms[0].person.name} was {terms[0].office.title} of {body}",
                )
                continue
        state = single_owner(terms, lambda term: term.state)
        if state is not None and len({term.person.name for term in terms}) == 1:
            infer_state(
                entity, state, Basis.REFERENCE, f"{terms[0].person.name} was {terms[0].office.title} of {state}"
            )


def _kin(one: str, other: str) -> bool:
    return one.split()[-1] == other.split()[-1]
