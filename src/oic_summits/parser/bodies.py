"""Noun phrases that name bodies and groups: parliaments, ministries, newspapers, "Western governments"."""

import attrs

from oic_summits.parser.document_nouns import capital_follows
from oic_summits.parser.gazetteer import Known
from oic_summits.parser.lexicon import POSSESSIVES, verb_forms
from oic_summits.parser.line import Line
from oic_summits.parser.names import name_end
from oic_summits.parser.offices import owner_of
from oic_summits.parser.wordlists import (
    BODY_HEADS,
    CALENDAR_WORDS,
    FUNCTION_WORDS,
    GOVERNMENT_HEADS,
    GROUP_HEADS,
    THINGS,
)


@attrs.frozen(kw_only=True)
class BodyPhrase:
    """A body that acts: its words, and the state for which it acts."""

    end: int
    name_start: int
    state: str | None = None
    organisation: str | None = None
    acts_for_state: bool = False
    owned: bool = False
    plural: bool = False


def parse_body(line: Line, i: int) -> BodyPhrase | None:
    """As in "the Iranian parliament", "the US administration", "his government", "Ministry of the Interior"."""
    j = i
    owned = False
    if line.lower(j) in ("the", "a", "an"):
        j += 1
    elif line.lower(j) in POSSESSIVES:
        owned = True
        j += 1
    known = line.known[j] if j < len(line) else None
    if owned:
        if line.lower(j) in ("foreign", "defence", "interior") and line.lower(j + 1) == "ministry":
            return BodyPhrase(end=j + 2, name_start=i, owned=True, acts_for_state=True)
        if line.lower(j) in ("government", "country", "delegation", "administration"):
            return BodyPhrase(end=j + 1, name_start=i, owned=True, acts_for_state=True)
        return None
    if known is not None and known.state is not None and not line.possessive(known.end):
        return _state_body(line, j, known)
    if known is not None and known.state is not None and line.possessive(known.end):
        head = line.lower(known.end + 1)
        k = known.end + 1
        while head in ("new", "military", "then", "ruling", "federal", "interim", "lower", "foreign") and k < len(line):
            k += 1
            head = line.lower(k)
        if head in GOVERNMENT_HEADS | BODY_HEADS and not line.possessive(k + 1):
            return BodyPhrase(
                end=k + 1, name_start=j, state=known.state.alpha3, acts_for_state=head in GOVERNMENT_HEADS
            )
        return None
    if known is not None and known.organisation is not None and not line.possessive(known.end):
        return None
    if i > 0 and j < len(line) and line.tokens[j].text in _LONE_BODIES and not line.tokens[i - 1].text[0].isupper():
        return BodyPhrase(end=j + 1, name_start=j)  # "has not been enacted by Government"
    return _seated_body(line, j) or _named_paper(line, j) or _proper_body(line, j)


_LONE_BODIES = frozenset("Government Parliament Cabinet Congress Senate".split())
_PAPERS = frozenset(
    "newspaper daily weekly magazine channel broadcaster agency station website newsletter tabloid".split()
)


def _named_paper(line: Line, j: int) -> BodyPhrase | None:
    """As in "the newspaper Al-Thawra", "the state news agency QNA"."""
    k = j
    while (
        line.lower(k) in ("state", "state-run", "official", "news", "government", "semi-official", "leading")
        and k - j < 3
    ):
        k += 1
    if line.lower(k) not in _PAPERS:
        return None
    end = name_end(line, k + 1)
    return BodyPhrase(end=end, name_start=k + 1) if end is not None else None


def _seated_body(line: Line, j: int) -> BodyPhrase | None:
    """As in "the foreign ministry in Yerevan", "the Government of Pakistan": a state by its government."""
    k = j
    while (
        line.lower(k) in ("foreign", "defence", "defense", "interior", "military", "new", "information") and k - j < 2
    ):
        k += 1
    if line.lower(k) not in ("ministry", "government", "authorities", "leadership", "administration", "regime"):
        return None
    if line.lower(k + 1) not in ("of", "in"):
        return None
    at = k + 3 if line.lower(k + 2) == "the" else k + 2
    seat = line.known[at] if at < len(line) else None
    if seat is None or seat.state is None or seat.is_demonym or line.possessive(seat.end):
        return None
    return BodyPhrase(end=seat.end, name_start=at, state=seat.state.alpha3, acts_for_state=True)


_BODY_ADJECTIVES = frozenset(
    "military opposition foreign interior defence defense armed ruling new interim transitional supreme national "
    "federal central lower upper state political religious northern southern eastern western rival security "
    "islamic peace-keeping parliamentary constitutional senior general".split()
)


def _listed_states(line: Line, end: int) -> int:
    """The end of "Tunisia, Mali and Chad", of which the first state has been read."""
    k = end
    while line.lower(k) in (",", "and"):
        k += 1
        known = line.known[k] if k < len(line) else None
        if known is None and line.lower(k) not in (",", "and"):
            break
        if known is not None and (known.state is None or known.is_demonym):
            break
        if known is not None:
            k = end = known.end
    return end


def _state_body(line: Line, j: int, known: Known) -> BodyPhrase | None:
    assert known.state is not None
    k = known.end
    while line.lower(k) in _BODY_ADJECTIVES and k - known.end < 3:
        k += 1
    head = line.lower(k)
    if line.possessive(k + 1):
        return None
    if head in GOVERNMENT_HEADS:
        if head in ("people", "republic", "kingdom", "state", "nation", "side") and k > known.end:
            return None
        return BodyPhrase(
            end=k + 1, name_start=j, state=known.state.alpha3, acts_for_state=True, plural=head.endswith("s")
        )
    if head in BODY_HEADS:
        end = k + 1
        while line.lower(end) in BODY_HEADS:
            end += 1
        return BodyPhrase(end=end, name_start=j, state=known.state.alpha3, plural=head.endswith("s"))
    return None


def _proper_body(line: Line, j: int) -> BodyPhrase | None:
    """Capitalised words of which one heads a thing: "Ministry of the Interior", "Amnesty International"."""
    tokens = line.tokens
    k = j
    thing = False
    capitals = 0
    while k < len(tokens) and k - j < 9:
        token = tokens[k]
        if token.kind != "word":
            break
        capital = token.text[0].isupper()
        if capital and (token.lower in FUNCTION_WORDS or token.lower in CALENDAR_WORDS) and k == j:
            return None
        if capital:
            thing = thing or token.lower in THINGS or token.lower in BODY_HEADS
            capitals += 1
            k += 1
        elif (
            token.lower in ("of", "for", "and", "the")
            and capitals
            and capital_follows(line, k)
            and token.lower != "and"
        ):
            k += 1
        else:
            break
    if not thing or capitals < 2 or line.possessive(k) or not _agentive(line, j, k):
        return None
    known = next((entry for entry in line.known[j:k] if entry is not None), None)
    state = known.state.alpha3 if known is not None and known.state is not None else None
    organisation = None
    if known is not None and known.organisation is not None:
        state, organisation = owner_of(known, state)
    return BodyPhrase(end=k, name_start=j, state=state, organisation=organisation)


_AGENTIVE = frozenset(
    "ministry department council committee commission agency post times bank court tribunal party movement front army "
    "forces guard guards police union league organisation organization group parliament senate congress assembly "
    "house office secretariat government authority institute institution university foundation society association "
    "federation chamber television tv radio news press mission church quartet brotherhood coalition alliance network "
    "guardian gazette journal herald tribune telegraph international watch board bureau service corps academy centre "
    "center presidency cabinet forum panel tribune daily newspaper company corporation state administration "
    "delegation".split()
)


def _agentive(line: Line, start: int, end: int) -> bool:
    """Whether one of the words names something that can act."""
    return any(line.lower(k) in _AGENTIVE for k in range(start, end))


@attrs.frozen(kw_only=True)
class GroupPhrase:
    """A group of states or officials."""

    end: int
    name_start: int
    organisation: str | None = None
    state: str | None = None


_QUANTIFIERS = frozenset("many several some most few all both two three four five six other various".split())


def parse_group(line: Line, i: int) -> GroupPhrase | None:
    """As in "Western governments", "the foreign ministers of the OIC", "officials of the Taliban embassy"."""
    tokens = line.tokens
    j = i
    determined = line.lower(j) in ("the", "these", "those", "its", "their")
    if determined:
        j += 1
    start = j
    words = 0
    organisation: str | None = None
    state: str | None = None
    while j < len(tokens) and j - i < 8 and tokens[j].kind in ("word", "number"):
        lower = line.lower(j)
        known = line.known[j]
        if known is not None:
            if known.organisation is not None:
                organisation = known.organisation.short_name
            elif known.state is not None:
                state = known.state.alpha3
            if line.possessive(known.end):
                return None
            j = known.end
            words += 1
            continue
        if lower in GROUP_HEADS:
            group = GroupPhrase(end=j + 1, name_start=start, organisation=organisation, state=state)
            return _finish_group(line, group, definite=determined or words > 0)
        if lower in FUNCTION_WORDS and lower not in _QUANTIFIERS and lower != "and":
            return None
        if (lower == "and" and not words) or _is_finite_form(lower):
            return None
        if j == start and not determined and (_past_form(lower) or _base_after_pronoun(line, j)):
            return None
        words += 1
        j += 1
    return None


_ADJECTIVAL = frozenset(
    "united concerned interested assembled invited allied developed non-aligned aligned armed".split()
)


def _is_finite_form(word: str) -> bool:
    form = verb_forms().get(word)
    return form is not None and (form.past or form.third) and word not in _ADJECTIVAL


def _base_after_pronoun(line: Line, i: int) -> bool:
    """As in "We invite governments": the first word is a verb."""
    form = verb_forms().get(line.lower(i))
    if i > 0 and line.lower(i - 1) in ("which", "who"):
        return line.lower(i).endswith("s")  # "which groups 52 members"
    return form is not None and form.base and i > 0 and line.lower(i - 1) in ("we", "they")


def _past_form(word: str) -> bool:
    form = verb_forms().get(word)
    return form is not None and form.past and word != "united"


def _finish_group(line: Line, group: GroupPhrase, *, definite: bool) -> GroupPhrase | None:
    """Read "of the OIC" behind the head of a group; a bare common noun is none."""
    end = group.end
    if line.possessive(end) or line.lower(end) in ("level", "meeting", "summit"):
        return None
    k = end + 2 if line.lower(end + 1) == "the" else end + 1
    known = line.known[k] if line.lower(end) == "of" and k < len(line) else None
    if known is not None:
        if known.organisation is not None:
            group = attrs.evolve(group, organisation=known.organisation.short_name)
        elif known.state is not None:
            group = attrs.evolve(group, state=known.state.alpha3)
        end = _listed_states(line, known.end) if known.state is not None and not known.is_demonym else known.end
        while line.lower(end) in BODY_HEADS | GOVERNMENT_HEADS or line.lower(end) in ("embassy", "consulate"):
            end += 1
    if not (definite or end > group.end or line.tokens[group.end - 1].text[0].isupper()):
        return None
    return attrs.evolve(group, end=end)
