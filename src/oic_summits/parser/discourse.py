"""Who is who within one document: names gathered into people, short forms and pronouns traced back to them."""

from collections.abc import Callable, Iterable
from functools import cache

import attrs

from oic_summits.model import Basis, Inference, PartialDate, Term
from oic_summits.parser.gazetteer import folded
from oic_summits.parser.mentions import Mention
from oic_summits.parser.wordlists import ROMAN
from oic_summits.reference import holders, terms, terms_of

_IGNORED = frozenset("al el ul bin ibn bint abu de von van the".split())
_GIVEN_NAME_TITLES = frozenset(
    "king queen emir amir sultan prince crown prince princess pope sheikh patriarch".split()
) | {"crown prince", "deputy crown prince"}


@attrs.define(eq=False)
class Entity:
    """A person as one document knows them; grows while the document is read."""

    name: str
    keys: tuple[str, ...]
    office: str | None = None
    state: str | None = None
    organisation: str | None = None
    aliases: set[str] = attrs.field(factory=set[str])
    inferred: dict[str, Inference] = attrs.field(factory=dict[str, Inference])
    owner: "Entity | None" = None
    past: bool = False  # whether the text calls them a former or retired holder of their office
    terms: tuple[Term, ...] | None = None
    pronoun: str | None = None  # "he" or "she", where the text has used it or the office tells it
    last: int = 0  # when it was last mentioned; 0 for not yet
    places: list[tuple[int, int]] = attrs.field(factory=list[tuple[int, int]])  # view spans of full mentions


def name_keys(name: str) -> tuple[str, ...]:
    """Folded words of a name without articles and particles; a Roman numeral stays."""
    words: list[str] = []
    for word in name.split():
        if word in ROMAN:
            words.append(word)
            continue
        words += folded(word).split()
    kept = tuple(word for word in words if word not in _IGNORED)
    return kept or tuple(words)


class People:
    """The people of a document, looked up by any form of their names."""

    def __init__(self) -> None:
        self.entities: list[Entity] = []
        self._by_key: dict[str, list[Entity]] = {}

    def find(
        self, name: str, *, office: str | None = None, state: str | None = None, named: bool = False
    ) -> Entity | None:
        """The person that a name, with what office and state stand beside it, can mean; the best fit, or None.

        With ``named``, a short form means whom the text has named already, if anybody fits.
        """
        keys = name_keys(name)
        if not keys:
            return None
        candidates: dict[int, Entity] = {}
        for key in keys:
            for entity in self._by_key.get(key, ()):
                candidates[id(entity)] = entity
        best: Entity | None = None
        best_score = 0
        for entity in candidates.values():
            score = _fit(keys, entity, office, state)
            if named and score >= 2 and len(keys) == 1 and entity.last:
                score += 3
            if score >= best_score and score > 0:
                best, best_score = entity, score
        return best

    def note(self, name: str, *, office: str | None, state: str | None, organisation: str | None) -> Entity:
        """The person of a mention: a known one, enriched, or a new one."""
        entity = self.find(name, office=office, state=state)
        if entity is None:
            entity = Entity(name=name, keys=name_keys(name))
            self.entities.append(entity)
        self._learn(entity, name)
        if entity.office is None and office is not None:
            entity.office = office
        if entity.state is None and state is not None:
            entity.state = state
        if entity.organisation is None and organisation is not None:
            entity.organisation = organisation
        return entity

    def _learn(self, entity: Entity, name: str) -> None:
        keys = name_keys(name)
        if len(keys) > len(entity.keys) or (len(keys) == len(entity.keys) and len(name) > len(entity.name)):
            entity.aliases.add(entity.name)
            entity.name, entity.keys = name, keys
        elif name != entity.name:
            entity.aliases.add(name)
        for key in {*keys, *entity.keys}:
            known = self._by_key.setdefault(key, [])
            if entity not in known:
                known.append(entity)

    def of_office(self, office: str, state: str | None, organisation: str | None) -> Entity | None:
        """The last person noted who holds an office ("the prince" also means a crown prince)."""
        recent = sorted((e for e in self.entities if e.last), key=lambda e: -e.last)
        for entity in [*recent, *(e for e in self.entities if not e.last)]:
            if entity.office is None or (state and entity.state and entity.state != state):
                continue
            if organisation and entity.organisation and organisation not in ("self", entity.organisation):
                continue
            if state and entity.state is None:
                continue
            if same_office(office, entity.office):
                return entity
        return None


_SYNONYMS = (
    {"premier", "prime minister"},
    {"emir", "amir"},
    {"top diplomat", "foreign minister"},
    {"chief diplomat", "foreign minister"},
    {"foreign minister", "minister of foreign affairs"},
    {"monarch", "king"},
)


def same_office(printed: str, known: str) -> bool:
    """Whether a short form of an office can mean a known one: "prince" a crown prince, "minister" any minister."""
    if printed == known or {printed, known} in _SYNONYMS:
        return True
    if printed == "monarch":
        return known in ("king", "queen", "sultan", "shah")
    if printed in ("leader", "ruler", "head of state", "head of government"):
        return known in _LEADERS
    if printed in ("prince", "minister", "spokesman", "spokeswoman", "envoy", "adviser"):
        return known.endswith(printed)
    return known.startswith(printed + " of ")


_LEADERS = frozenset("president king emir amir sultan ruler queen premier chancellor monarch shah leader".split()) | {
    "prime minister",
    "crown prince",
    "supreme leader",
    "interim president",
    "acting president",
    "head of state",
}


def _fit(keys: tuple[str, ...], entity: Entity, office: str | None, state: str | None) -> int:
    if state and entity.state and state != entity.state:
        return 0
    if office and entity.office and _rival_offices(office, entity.office) and keys != entity.keys:
        return 0
    numerals = {k for k in keys if k in ROMAN} ^ {k for k in entity.keys if k in ROMAN}
    if keys == entity.keys:
        return 5
    if numerals and len(keys) == len([k for k in entity.keys if k not in ROMAN]) == 1 and not (state and entity.state):
        if office is not None and office == entity.office:
            return 2  # "King Hassan" where only Hassan II was named
        return 0  # "King Abdullah" is not "King Abdullah II" unless the state says so
    small, large = (keys, entity.keys) if len(keys) <= len(entity.keys) else (entity.keys, keys)
    if len(small) >= 2:
        return 4 if _in_order(small, large) else 0
    if not small:
        return 0
    key = small[0]
    titled = (office in _GIVEN_NAME_TITLES) or (entity.office in _GIVEN_NAME_TITLES)
    plain = [k for k in large if k not in ROMAN]
    if plain and key == plain[-1]:
        return 3
    if plain and key == plain[0]:
        return 3 if titled else 2
    if key in large:
        return 1
    return 0


def _rival_offices(one: str, other: str) -> bool:
    """Whether two offices speak for two people who share a name."""
    crowns = {"king", "emir", "sultan", "queen"}
    return (one in crowns) != (other in crowns) and (
        "minister" in one + other or "president" in one + other or "prince" in one + other
    )


def _in_order(small: tuple[str, ...], large: tuple[str, ...]) -> bool:
    position = 0
    for key in large:
        if position < len(small) and small[position] == key:
            position += 1
    return position == len(small)


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


@attrs.define
class Focus:
    """What pronouns can mean at a point of the text."""

    person: Entity | None = None  # the last person who was a subject
    mentioned: Entity | None = None  # the last person mentioned
    voice: str | None = None  # what "it" means among summit, document, organisation: an issuer
    thing: Mention | None = None  # the last state, organisation or body that was a subject
    plural: Mention | None = None  # the last plural subject
    plural_voice: str | None = None
    states: list[str] = attrs.field(factory=list[str])  # states named, the last one last
    several: tuple[Ref, ...] = ()  # the last subjects that were more than one
    clock: int = 0
    fresh: bool = False  # whether the sentence before names one person and no other

    def close_block(self, *, prose: bool) -> None:
        """Forget what does not carry over a paragraph."""
        self.fresh = False
        if not prose:
            self.person = self.mentioned = None
        self.thing = None
        self.several = ()


def reference_terms(entity: Entity, day: PartialDate | None) -> tuple[Term, ...]:
    """Terms of office that a name can mean on a day, from the reference tables."""
    found = terms_of(entity.name)
    if entity.office is not None and len([k for k in entity.keys if k not in ROMAN]) == 1:
        found = terms_of(f"{entity.office} {entity.name}") or found
    if not found and len(entity.keys) > 1:
        for alias in sorted(entity.aliases, key=len, reverse=True):
            if len(name_keys(alias)) > 1:
                found = terms_of(alias)
                if found:
                    break
    if not found and day is not None and entity.office in _GIVEN_NAME_TITLES and len(entity.keys) == 1:
        found = tuple(
            term for term in holders(day=day, office=entity.office) if name_keys(term.person.name)[0] == entity.keys[0]
        )
    single = len([k for k in entity.keys if k not in ROMAN]) == 1
    if found and single and entity.state is None and entity.office in _GIVEN_NAME_TITLES:
        found = _not_shared(entity, found, day)
    if entity.state:
        found = tuple(term for term in found if term.state == entity.state)
    if day is not None:
        now = tuple(term for term in found if term.may_include(day))
        if now:
            return now
    return found


def _not_shared(entity: Entity, found: tuple[Term, ...], day: PartialDate | None) -> tuple[Term, ...]:
    """The same terms, or none where somebody else of that given name bore the title too: "Crown Prince Salman"."""
    bearers = holders(day=day, office=entity.office) if day is not None else _ever(entity.office)
    namesakes = {t.person.name for t in bearers if name_keys(t.person.name)[0] == entity.keys[0]}
    return () if namesakes - {t.person.name for t in found} else found


@cache
def _ever(office: str | None) -> tuple[Term, ...]:
    return tuple(term for term in terms() if term.office.title == office)


def single_owner(terms: Iterable[Term], get: Callable[[Term], str | None]) -> str | None:
    """The one value that all terms share, or None."""
    values = {get(term) for term in terms}
    return values.pop() if len(values) == 1 else None


def infer_state(entity: Entity, state: str, basis: Basis, reason: str) -> None:
    """Fill the state of a person, and say what it was filled from."""
    entity.state = state
    entity.inferred["state"] = Inference(field="state", value=state, basis=basis, reason=reason)
