"""Office phrases: what stands before a title, and the state, organisation or organ that it belongs to."""

import attrs

from oic_summits.model import State
from oic_summits.parser.gazetteer import Known, weak_demonym
from oic_summits.parser.lexicon import COORDINATORS
from oic_summits.parser.line import Line
from oic_summits.parser.names import name_end, skip_honorifics
from oic_summits.parser.titles import title_at
from oic_summits.parser.wordlists import FUNCTION_WORDS, portfolios
from oic_summits.reference import find_state, organisation_state

_STATUS = frozenset(
    "former outgoing then late current new visiting incoming newly ailing exiled embattled veteran fellow ex "
    "incumbent long-time longtime retired junior onetime host".split()
)
_PROVISIONAL = frozenset("interim acting transitional caretaker".split())


@attrs.frozen(kw_only=True)
class OfficePhrase:
    """An office as a text names it.

    Attributes:
        start, end: token indexes.
        title: in lower case, without what it belongs to.
        state: alpha-3 code, or None.
        organisation: short name, or None; ``self`` where only "the organisation" is printed.
        plural: whether several holders are named ("the presidents of Chad and Sudan").
        states: for a plural, the states in order.
    """

    start: int
    end: int
    title: str
    state: str | None = None
    organisation: str | None = None
    plural: bool = False
    states: tuple[str, ...] = ()


_SECTS = frozenset("orthodox catholic christian shia shiite sunni coptic maronite anglican druze greek".split())


def _sect(line: Line, j: int) -> bool:
    return line.lower(j) in _SECTS and title_at(line, j + 1) is not None


def parse_office(line: Line, i: int) -> OfficePhrase | None:
    """The office phrase at i: premodifiers, title, and what it belongs to.

    ``[state | organisation | status]* title (of|for what)*``
    """
    before = _premodifiers(line, i)
    found = title_at(line, before.end) if before.end < len(line) else None
    if found is None:
        return None
    end, title, plural = found
    if line.possessive(end):
        return None
    title = f"{before.title} {title}".strip()
    end = end if plural else _second_title(line, end)
    phrase = attrs.evolve(before, end=end, title=title, plural=plural)
    if title == "shah" and title_is_name(line, end) and line.lower(i - 1) != "the":
        return None  # "Foreign Minister Shah Mahmood X": a given name
    if title in ("king", "prince", "emir", "sultan") and title_is_name(line, end):
        return phrase
    return _complement(line, phrase)


def _premodifiers(line: Line, i: int) -> OfficePhrase:
    """What stands before a title; its own title is "interim", "acting" or the like, or empty."""
    phrase = OfficePhrase(start=i, end=i, title="")
    while phrase.end < len(line):
        j, token, known = phrase.end, line.tokens[phrase.end], line.known[phrase.end]
        if known is not None and not known.is_place and title_at(line, j) is None:
            if known.state is not None:
                phrase = attrs.evolve(phrase, state=known.state.alpha3)
            elif known.organisation is not None:
                state, organisation = owner_of(known, phrase.state)
                phrase = attrs.evolve(phrase, state=state, organisation=organisation)
            phrase = attrs.evolve(phrase, end=known.end + line.possessive(known.end))
        elif token.lower in _PROVISIONAL and title_at(line, j + 1) is not None:
            phrase = attrs.evolve(phrase, end=j + 1, title=token.lower)
        elif token.lower in _STATUS or _sect(line, j):
            phrase = attrs.evolve(phrase, end=j + 1)
        elif (owner := _weak_owner(line, j, known)) is not None and title_at(line, j + 1) is not None:
            state = owner.alpha3 if isinstance(owner, State) else phrase.state
            phrase = attrs.evolve(phrase, end=j + 1, state=state)
        else:
            break
    return phrase


def _weak_owner(line: Line, j: int, known: Known | None) -> State | bool | None:
    """As in "Indian", which is clear before an office, and "Guinean", which several states share."""
    token = line.tokens[j]
    return weak_demonym(token.text) if known is None and token.text[0].isupper() else None


def _second_title(line: Line, end: int) -> int:
    """The end of "deputy prime minister and foreign minister X", else the same end."""
    second = title_at(line, end + 1) if line.lower(end) == "and" else None
    if second is not None and not second[2] and title_is_name(line, second[0]):
        return second[0]
    return end


def title_is_name(line: Line, end: int) -> bool:
    """Whether a name follows directly, so that no "of" phrase belongs to the office."""
    return name_end(line, skip_honorifics(line, end)) is not None


def owner_of(known: Known, state: str | None) -> tuple[str | None, str | None]:
    """The state behind a government body ("State Department"), or the organisation."""
    organisation = known.organisation
    assert organisation is not None
    parent = organisation.parent or ""
    if parent.endswith(" government"):
        owner = find_state(parent.removesuffix(" government"))
        if owner is not None:
            return owner.alpha3, None
    if organisation.kind == "liberation movement":  # its officers speak for it
        return None, organisation.short_name
    organ_of = organisation_state(organisation.short_name)
    if organ_of is not None:
        return organ_of.alpha3, None
    return state, organisation.short_name


_GENERIC_BODIES = frozenset("organisation organization league bloc union body group conference".split())
_POSTED = frozenset("ambassador envoy representative consul".split())


def _complement(line: Line, phrase: OfficePhrase) -> OfficePhrase:
    """Read "of Malaysia", "of the OIC", "of the Revolutionary Command Council", "for foreign affairs"."""
    more = True
    steps = 0
    while more and steps < 3:
        phrase, more = _next_complement(line, phrase)
        steps += 1
    return phrase


# officers whom a text calls by where they come from: "a delegate from Niger"
_SENT = frozenset("delegate diplomat official analyst negotiator lawmaker politician adviser advisor envoy".split())
_ORGAN_HEADS = frozenset("ministry government delegation mission embassy consulate authorities side office".split())
_ORGAN_ADJECTIVES = frozenset("foreign defence defense interior information official diplomatic permanent".split())


def organ_of_state(line: Line, i: int) -> tuple[int, str] | None:
    """As in "for the Malaysian foreign ministry", "in Mali's delegation", "from Niger": the end, and the state."""
    if line.lower(i) not in ("of", "for", "in", "with", "at", "from"):
        return None
    at = i + 1 + (line.lower(i + 1) == "the")
    known = line.known[at] if at < len(line) else None
    if known is None or known.state is None or known.is_place:
        return None
    k = known.end + line.possessive(known.end)
    if k == known.end and not known.is_demonym and line.lower(k) not in _ORGAN_HEADS:
        return (known.end, known.state.alpha3) if line.lower(i) == "from" else None
    while line.lower(k) in _ORGAN_ADJECTIVES or line.lower(k) in portfolios():
        k += 1
    return (k + 1, known.state.alpha3) if line.lower(k) in _ORGAN_HEADS else None


def _next_complement(line: Line, phrase: OfficePhrase) -> tuple[OfficePhrase, bool]:
    """The phrase with one complement more, and whether another may follow."""
    organ = organ_of_state(line, phrase.end)
    sent = line.lower(phrase.end) != "from" or phrase.title.split()[-1] in _SENT
    if organ is not None and phrase.state is None and sent:
        return attrs.evolve(phrase, end=organ[0], state=organ[1]), False
    preposition = line.lower(phrase.end)
    article = line.lower(phrase.end + 1) in ("the", "our")
    k = phrase.end + 2 if article else phrase.end + 1
    known = line.known[k] if k < len(line) else None
    if phrase.title.split()[-1] in _POSTED and preposition in ("in", "to", "at"):
        return (phrase, False) if known is None else (attrs.evolve(phrase, end=known.end), True)
    if preposition not in ("of", "for", "to") or k >= len(line):
        return phrase, False
    if known is not None and known.organisation is not None:
        state, organisation = owner_of(known, phrase.state)
        end = known.end
        if line.lower(end) == "(" and line.lower(end + 2) == ")":
            end += 3
        return attrs.evolve(phrase, end=end, state=state, organisation=organisation), True
    if known is not None:
        return _of_state(line, phrase, k, known)
    if article and line.lower(k) in _GENERIC_BODIES:
        own = "Arab League" if line.lower(k) == "league" else "self"
        return attrs.evolve(phrase, end=k + 1, organisation=own), False
    minister = phrase.title.endswith(("minister", "secretary"))
    body = _title_words(line, k, minister=minister) if preposition != "to" else None
    if body is None:
        return phrase, False
    return _belonging(phrase, preposition, body, article=article), True


def _of_state(line: Line, phrase: OfficePhrase, k: int, known: Known) -> tuple[OfficePhrase, bool]:
    """As in "of Malaysia", "of the Malaysian Senate", "of Chad and Sudan": the state that is named at k."""
    state = known.state
    if state is None:
        return phrase, False
    if known.is_demonym and line.lower(known.end) == "opposition":
        title = f"{phrase.title} of the opposition"
        return attrs.evolve(phrase, end=known.end + 1, title=title, state=state.alpha3), False
    if known.is_demonym:
        body = _title_words(line, known.end)
        if body is None:
            return phrase, False
        title = f"{phrase.title} of the {body[1]}"
        return attrs.evolve(phrase, end=body[0], title=title, state=state.alpha3), True
    if phrase.plural and line.lower(known.end) in (",", "and"):
        return _plural_states(line, phrase, k), False
    if line.lower(phrase.end) == "to":  # an ambassador has been read above
        return phrase, False
    return attrs.evolve(phrase, end=known.end, state=state.alpha3), False


_ORGANS = frozenset(
    "council senate presidency parliament assembly command cabinet committee congress house chamber majlis state "
    "interior justice defence staff court navy army police board bureau".split()
)


def _belonging(phrase: OfficePhrase, preposition: str, body: tuple[int, str], *, article: bool) -> OfficePhrase:
    """What follows "of": an organ or a portfolio belongs to the title; anything else is the body one is officer of."""
    end, words = body
    lower = {word.lower() for word in words.split()}
    if lower & (_ORGANS | portfolios()) and words[:3].lower() != "al-":
        if lower & portfolios():
            words = words.lower()
        title = f"{phrase.title} {preposition} {'the ' if article else ''}{words}"
        return attrs.evolve(phrase, end=end, title=title)
    several = len(words.split()) > 1 or words[:3].lower() in ("al-", "el-")
    owner = (
        words
        if preposition == "of" and several and phrase.state is None and phrase.organisation is None
        else phrase.organisation
    )
    return attrs.evolve(phrase, end=end, organisation=owner)


def _title_words(line: Line, i: int, *, minister: bool = False) -> tuple[int, str] | None:
    """Words that complete a title: capitalised ones, or portfolios in small letters."""
    tokens = line.tokens
    j = i
    of_portfolio = False  # "Minister of Foreign Affairs X": only portfolios belong to the title
    while j < len(tokens) and j - i < 9:
        token = tokens[j]
        if line.covered[j] and j > i and line.known[j] is not None:
            break
        nxt = tokens[j + 1] if j + 1 < len(tokens) else None
        if token.kind != "word":
            break
        portfolio = token.lower in portfolios()
        if portfolio or (token.text[0].isupper() and token.lower not in FUNCTION_WORDS and not of_portfolio):
            of_portfolio = of_portfolio or (minister and portfolio and j == i)
            j += 1
            continue
        joins = token.lower in ("and", "of", "for", "the") and nxt is not None and nxt.kind == "word" and j > i
        if (
            joins
            and nxt is not None
            and (nxt.text[0].isupper() or nxt.lower in portfolios())
            and not line.covered[j + 1]
        ):
            # "Minister of Justice and President X" ends before the next office
            if token.lower in COORDINATORS and title_at(line, j + 1) is not None:
                break
            j += 1
            continue
        break
    if j == i:
        # lower-case parts of a title: "member of the presidency"
        if i < len(tokens) and tokens[i].lower in (
            "presidency",
            "senate",
            "parliament",
            "assembly",
            "cabinet",
            "church",
        ):
            return i + 1, tokens[i].lower
        return None
    original = [token.text for token in tokens[i:j]]
    return j, " ".join(original)


def _plural_states(line: Line, phrase: OfficePhrase, k: int) -> OfficePhrase:
    states: list[str] = []
    end = phrase.end
    while k < len(line):
        known = line.known[k]
        if known is not None and known.state is not None and not known.is_demonym:
            states.append(known.state.alpha3)
            k = end = known.end
        elif line.lower(k) in (",", "and", "the"):
            k += 1
        else:
            break
    return attrs.evolve(phrase, end=end, states=tuple(states))
