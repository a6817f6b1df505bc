"""What mentions and pronouns stand for, and the actors that records name."""

from collections.abc import Iterable

from oic_summits.model import Actor, ActorKind, Basis, Inference, Office, PartialDate, Person
from oic_summits.parser.clauses import Chunk, Piece
from oic_summits.parser.discourse import Entity, Focus, People, Ref, infer_state, same_office
from oic_summits.parser.mentions import Kind, Mention
from oic_summits.parser.reading_order import Unit
from oic_summits.parser.wordlists import honorary_titles
from oic_summits.reference import holders
from oic_summits.reference import state as state_record

_OWN_NAMES = frozenset("group bloc organisation organization body grouping league union 57-member_bloc".split())
_MUSLIM_WORLD = frozenset(
    {"muslim nations", "muslim countries", "muslim states", "islamic nations", "islamic countries"}
)
_STYLED = {
    "king": frozenset("king queen sultan emir amir".split()),
    "prince": frozenset({"prince", "crown prince", "emir", "amir", "princess"}),
}
_ANONYMOUS = frozenset(
    "delegate source aide analyst resident witness adviser advisor officer negotiator participant member".split()
)
_PERSON_NOUNS = frozenset(
    "cricketer leader politician premier ruler monarch statesman diplomat veteran prince king official minister "
    "general cleric host chairman chairwoman spokesman spokeswoman envoy".split()
)


_GENERAL = ("leader", "ruler", "head of state", "head of government", "monarch", "minister", "official", "prince")
_SOVEREIGNS = ("king", "emir", "amir", "sultan")


def _held(entity: Entity, office: str, state: str | None) -> bool:
    """Whether the tables know a person by an office of a state."""
    if entity.organisation is not None or (state is not None and entity.state not in (None, state)):
        return False
    return any(
        term.organisation is None
        and same_office(office, term.office.title)
        and term.state in (None, state or term.state)
        for term in entity.terms or ()
    )


class Resolver:
    """Reads the mentions of a document in order and says what each stands for."""

    def __init__(self, people: People, organisation: str | None, state_names: dict[str, str]) -> None:
        self.people = people
        self.organisation = organisation
        self.state_names = state_names
        self.focus = Focus()
        self.day: PartialDate | None = None
        self.lead_in: Ref | None = None  # whose deeds the items tell: "The Prime Minister:"
        self.news = False  # whether a report tells what "Muslim nations" did together
        self.chair: Entity | None = None  # whom the conference elected
        self.first_person: str | None = None  # the issuer that says "we"

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
            return self._group(mention)
        if mention.kind is Kind.SUMMIT:
            return Ref(kind="voice", name="summit", plural=mention.plural)
        if mention.kind is Kind.DOCUMENT:
            return Ref(kind="voice", name=_issuer(mention.document), plural=mention.plural)
        return self._styled(mention) or self._pronoun(mention.name or "")

    def _group(self, mention: Mention) -> Ref:
        name = mention.name or ""
        together = self.news and name.lower() in _MUSLIM_WORLD
        if together or (mention.organisation == self.organisation and _is_membership(name)):
            return Ref(kind="voice", name="summit", plural=True)
        return Ref(kind="collective", name=name, state=mention.state, organisation=mention.organisation, plural=True)

    def _styled(self, mention: Mention) -> Ref | None:
        """As in "His Majesty", "His Highness": of whom was last spoken so."""
        styled = _STYLED.get(mention.office or "", frozenset())
        bearers = [e for e in self.people.entities if e.last and e.office in styled]
        if not bearers or (self.focus.person is not None and self.focus.person.office in styled):
            return None
        return Ref(kind="person", entity=max(bearers, key=lambda e: e.last))

    def _person(self, mention: Mention) -> Ref | None:
        if mention.name is None:
            return None
        entity = self.people.find(mention.name, office=mention.office, state=mention.state, named=True)
        return Ref(kind="person", entity=entity) if entity is not None else None

    def _office(self, mention: Mention) -> Ref | None:
        office, state = mention.office or "", mention.state
        if office in ("chairman", "chairperson", "chair") and state is None and self.chair is not None:
            return Ref(kind="person", entity=self.chair)
        honour = honorary_titles().get(office)
        if honour is not None:
            office, state = honour
        if mention.owner in ("his", "her") and state is None and self.focus.person is not None:
            state = self.focus.person.state
        organisation = self.organisation if mention.organisation == "self" else mention.organisation
        entity = self._spoken_of(office, state, organisation) or self.people.of_office(office, state, organisation)
        if entity is None and state is not None:
            entity = self._holder(office, state)
            if entity is not None and entity.office is None and entity.organisation is None:
                entity.office = office
        if entity is None and mention.start == 0 and state is not None:
            entity = self._named_before(office, state)
        if entity is not None:
            return Ref(kind="person", entity=entity)
        return Ref(kind="body", name=mention.name or office, state=state, organisation=organisation)

    def _spoken_of(self, office: str, state: str | None, organisation: str | None) -> Entity | None:
        """As in "Mr X got up. The president argued": whom was last spoken of, if the tables know them by the office."""
        for entity in (self.focus.mentioned, self.focus.person):
            if entity is None or entity.office is not None or (state and entity.state not in (None, state)):
                continue
            if self.day is None and len(entity.terms or ()) > 1:
                continue
            for term in entity.terms or ():
                own = organisation is None or term.organisation == organisation
                if own and same_office(office, term.office.title) and term.state in (None, state or term.state):
                    reason = f"{term.person.name} was {term.office.title}"
                    value = Inference(field="office", value=office, basis=Basis.REFERENCE, reason=reason)
                    entity.office, entity.inferred["office"] = office, value
                    return entity
        return None

    def _named_before(self, office: str, state: str) -> Entity | None:
        """As in "X is next. The US secretary of state, …": the only person of the sentence before."""
        last = self.focus.mentioned
        if last is None or not self.focus.fresh or last.office is not None or last.organisation is not None:
            return None
        if last.state not in (None, state):
            return None
        last.office = office
        if last.state is None:
            infer_state(last, state, Basis.DOCUMENT, "the next sentence goes on with the office")
        return last

    def _holder(self, office: str, state: str) -> Entity | None:
        """A person of the document who held the office on the day, by the reference tables."""
        for entity in self.people.entities:
            terms = entity.terms or ()
            fits = entity.office is None and entity.state == state
            if fits and any(same_office(office, term.office.title) for term in terms):
                return entity
        if self.day is None:
            return None
        for term in holders(day=self.day, state=state, office=office):
            holder = self.people.find(term.person.name, state=state)
            if holder is not None and (holder.office is None or same_office(office, holder.office)):
                return holder
        return None

    def learn_offices(self, mentions: Iterable[Mention]) -> None:
        """Give people the offices by which the text calls them elsewhere: "X … the Turkish president", "the emir"."""
        for mention in mentions:
            office = mention.office or ""
            if mention.kind is not Kind.OFFICE or mention.plural or mention.owner is not None or not office:
                continue
            if honorary_titles().get(office) is not None or mention.organisation is not None or office in _GENERAL:
                continue
            if self.people.of_office(office, mention.state, None) is not None:
                continue
            fitting = [e for e in self.people.entities if e.office is None and _held(e, office, mention.state)]
            if len(fitting) == 1 and (mention.state is not None or office in _SOVEREIGNS):
                (entity,) = fitting
                reason = f"called {office} elsewhere, as {entity.name} was"
                value = Inference(field="office", value=office, basis=Basis.REFERENCE, reason=reason)
                entity.office, entity.inferred["office"] = office, value

    def _compatriot(self, state: str | None) -> Ref | None:
        """As in "the Egyptian had been critical": the last person named of that state."""
        known = [entity for entity in self.people.entities if entity.last and entity.state == state]
        return Ref(kind="person", entity=max(known, key=lambda e: e.last)) if known else None

    def _state(self, mention: Mention) -> Ref | None:
        state = mention.state
        one = mention.demonym and not mention.plural and mention.end - mention.start == 2 and mention.owner is None
        if one and not (mention.printed or "").endswith(("sh", "ch", "ese", "ss")):
            return self._compatriot(state)
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
        if word == "we":
            return Ref(kind="voice", name=self.first_person, plural=True) if self.first_person else None
        if word in ("he", "she"):
            return self._he_or_she(word)
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

    def _he_or_she(self, word: str) -> Ref | None:
        """The last person who was a subject, else the last one mentioned, if the text does not call them otherwise."""
        known = sorted((entity for entity in self.people.entities if entity.last), key=lambda e: -e.last)
        for entity in (self.focus.person, self.focus.mentioned, *known[:3]):
            if entity is not None and entity.pronoun in (None, word):
                entity.pronoun = entity.pronoun or _pronoun_of(entity.office) or (word if word == "she" else None)
                if entity.pronoun in (None, word):
                    return Ref(kind="person", entity=entity)
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
        if words == ["the", "latter"]:
            return self._latter(unit, piece)
        if words == ["the", "former"]:
            return self._former()
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

    def _latter(self, unit: Unit, piece: Piece) -> Ref | None:
        """The last person or state that was named before."""
        named = [m for m in unit.mentions if m.end <= piece.start and m.kind in (Kind.PERSON, Kind.NAME, Kind.STATE)]
        if named:
            return self.mention(named[-1])
        return Ref(kind="person", entity=self.focus.mentioned) if self.focus.mentioned is not None else None

    def _former(self) -> Ref | None:
        """The person that was named before the last one, up to the sentence before."""
        known = sorted((entity for entity in self.people.entities if entity.last), key=lambda e: -e.last)
        return Ref(kind="person", entity=known[1]) if len(known) > 1 else None

    def several(self, mention: Mention) -> tuple[Ref, ...]:
        """Whom "they", "both" and "the two neighbours" stand for, where those are several."""
        if mention.kind is Kind.PRONOUN:
            return self.focus.several if mention.name in ("they", "both") else ()
        return self._pair(mention)

    def _pair(self, mention: Mention) -> tuple[Ref, ...]:
        """As in "The two neighbours": the last two states that were named, in the order of the text."""
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
                focus.plural_voice, focus.plural, focus.several = ref.name, None, ()
            return
        if mention is not None and mention.kind is not Kind.PRONOUN:
            if ref.plural:
                focus.plural, focus.several = mention, ()
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


def _pronoun_of(office: str | None) -> str | None:
    """The pronoun that an office tells: "king" he, "queen" and "spokeswoman" she."""
    last = (office or "").split()[-1:] or [""]
    if last[0] in ("queen", "princess", "chairwoman", "congresswoman") or last[0].endswith("woman"):
        return "she"
    return "he" if last[0] in ("king", "prince", "emir", "amir", "sultan", "shah", "imam", "spokesman") else None


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
    return state_record(alpha3).name


def _is_membership(name: str | None) -> bool:
    """As in "OIC member states": all members of the organisation together, who speak for the summit."""
    words = (name or "").lower().split()
    return (
        bool(words)
        and words[-1] in ("states", "countries", "members", "leaders")
        and not any(c.isdigit() for c in name or "")
    )


def _issuer(kind: str | None) -> str:
    return {"final communique": "communique", "resolution": "resolution"}.get(
        kind or "", "declaration" if kind else "communique"
    )
