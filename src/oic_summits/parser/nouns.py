"""Noun phrases that are no names of persons: the summit itself, its documents, bodies that act, groups."""

import attrs

from oic_summits.parser.gazetteer import Known
from oic_summits.parser.lexicon import POSSESSIVES, verb_forms
from oic_summits.parser.names import Line, name_end, owner_of
from oic_summits.parser.wordlists import BODY_HEADS, FUNCTION_WORDS, GOVERNMENT_HEADS, GROUP_HEADS, THINGS

_SUMMIT_HEADS = frozenset("summit conference session gathering meeting".split())
_SUMMIT_MODIFIERS = frozenset(
    "islamic extraordinary ordinary emergency special joint arab-islamic present current one-day two-day three-day annual "
    "oic opening closing concluding same lahore urgent landmark historic tripartite".split()
)
_FOREIGN_MODIFIERS = frozenset(
    "news press peace donors donor donors' ministerial non-aligned telephone international world parallel bilateral "
    "earlier previous next cabinet emergency-un working plenary preparatory climate un academic scientific".split()
)
_LEADERS = frozenset("leaders delegates participants heads kings presidents monarchs rulers sovereigns".split())
_LEADER_MODIFIERS = frozenset("muslim islamic assembled gathered visiting attending summit oic participating".split())

DOCUMENT_KINDS = {
    "declaration": "declaration",
    "charter": "declaration",
    "communique": "final communique",
    "communiqué": "final communique",
    "statement": "declaration",
    "resolution": "resolution",
    "resolutions": "resolution",
    "pact": "declaration",
    "programme": "declaration",
    "program": "declaration",
    "plan": "declaration",
}
_GENERIC_DOCUMENTS = {"text": None, "document": None, "texts": None}
_DOCUMENT_MODIFIERS = frozenset(
    "final closing concluding joint summit separate draft adopted same resulting own main political official formal "
    "conclusive seven-page strongly-worded new".split()
)
_FINAL = frozenset("final closing concluding conclusive".split())
_CONNECTORS = frozenset("of on for the and in to against towards toward with from by".split())


@attrs.frozen
class SummitPhrase:
    """The summit itself: "the conference", "leaders of the Muslim world"."""

    end: int
    word: str
    plural: bool = False


@attrs.frozen
class DocumentPhrase:
    """A document: its kind, and where its title begins (-1 where it has none)."""

    end: int
    kind: str | None
    title_start: int = -1
    plural: bool = False


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


@attrs.frozen(kw_only=True)
class GroupPhrase:
    """A group of states or officials."""

    end: int
    name_start: int
    organisation: str | None = None
    state: str | None = None


def parse_summit(line: Line, i: int) -> SummitPhrase | None:
    """``the [ordinal | Islamic | extraordinary …]* summit [of the …]``, or the leaders assembled there."""
    tokens = line.tokens
    j = i
    definite = line.lower(j) in ("the", "this", "its", "both", "our")
    if definite:
        j += 1
    modified = False
    while j < len(tokens) and j - i < 9:
        known = line.known[j]
        lower = line.lower(j)
        if known is not None and known.organisation is not None and _is_summit_name(known):
            return SummitPhrase(_summit_tail(line, known.end), "summit")
        if lower in _SUMMIT_HEADS:
            if not (definite or (modified and tokens[j].text[0].isupper())):
                return None
            return SummitPhrase(_summit_tail(line, j + 1), lower)
        if lower in _LEADERS:
            return _leaders(line, i, j, definite=definite, modified=modified)
        if lower in _FOREIGN_MODIFIERS:
            return None
        ordinal = lower[:1].isdigit() or lower in _ORDINAL_WORDS
        proper = tokens[j].text[0].isupper() and tokens[j].kind == "word" and lower not in FUNCTION_WORDS
        if not (lower in _SUMMIT_MODIFIERS or ordinal or lower in _LEADER_MODIFIERS or proper):
            return None
        modified = True
        j += 1
    return None


_ORDINAL_WORDS = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth".split()
)


def _is_summit_name(known: Known) -> bool:
    organisation = known.organisation
    return organisation is not None and "Summit" in organisation.name


def _summit_tail(line: Line, j: int) -> int:
    """ "of the Islamic Summit Conference", "of the Organisation …": what belongs to the name of the summit."""
    while line.lower(j) in _SUMMIT_HEADS:
        j += 1
    if line.lower(j) == "of":
        k = j + 1
        if line.lower(k) == "the":
            k += 1
        known = line.known[k] if k < len(line) else None
        if known is not None and known.organisation is not None:
            end = known.end
            if line.lower(end) == "(" and line.lower(end + 2) == ")":
                end += 3
            while line.lower(end) in _SUMMIT_HEADS:
                end += 1
            return end
        if line.lower(k) == "islamic":
            while k < len(line) and (line.tokens[k].text[0].isupper()):
                k += 1
            return k
    return j


def _leaders(line: Line, i: int, j: int, *, definite: bool, modified: bool) -> SummitPhrase | None:
    lower = line.lower(j)
    end = j + 1
    if lower == "heads":
        if line.lower(end) != "of" or line.lower(end + 1) not in ("state", "government"):
            return None
        end += 2
        while line.lower(end) in ("and", "or", "government", "of", "state"):
            end += 1
    if lower in ("kings", "presidents", "monarchs", "rulers", "sovereigns"):
        if not definite or line.lower(end) != "and" or line.lower(end + 1) not in _LEADERS | {"emirs", "princes"}:
            return None
        end += 2
        while line.lower(end) in ("of", "state", "and", "government") and line.lower(end + 1) in (
            "state",
            "government",
            "and",
        ):
            end += 2
    if line.lower(end) == "of":
        tail = _leaders_of(line, end + 1)
        if tail is None:
            return None
        return SummitPhrase(tail, "leaders", plural=True)
    if definite or modified:
        return SummitPhrase(end, "leaders", plural=True)
    return None


def _leaders_of(line: Line, i: int) -> int | None:
    """ "of the Muslim world", "of Islamic countries", "of the OIC member states", "of the 57 member states"."""
    j = i
    words: list[str] = []
    while j < len(line) and j - i < 8 and line.tokens[j].kind in ("word", "number"):
        lower = line.lower(j)
        known = line.known[j]
        if known is not None and known.organisation is not None:
            words.append("oic")
            j = known.end
            continue
        if known is not None or lower in ("and", "on", "in", "at"):
            break
        words.append(lower)
        j += 1
        if lower in ("world", "countries", "states", "nations"):
            break
    if {"muslim", "islamic", "oic", "member", "arab"} & set(words):
        return j
    return None


def parse_document(line: Line, i: int) -> DocumentPhrase | None:
    """A document by its title ("the Lahore Declaration") or as a common noun ("its final communiqué")."""
    j = i
    definite = line.lower(j) in ("the", "a", "an", "this", "its", "their", "both") or line.lower(j) in POSSESSIVES
    if definite:
        j += 1
    title = _titled_document(line, j)
    if title is not None:
        return title
    start = j
    words: set[str] = set()
    while line.lower(j) in _DOCUMENT_MODIFIERS:
        words.add(line.lower(j))
        j += 1
    lower = line.lower(j)
    if lower not in DOCUMENT_KINDS and lower not in _GENERIC_DOCUMENTS:
        return None
    if lower in ("plan", "program", "programme", "pact", "charter") and not words:
        return None
    if not definite and not words & (_FINAL | {"joint"}):
        return None
    following = line.lower(j + 1)
    if following[:1].isdigit() or following in ("no", "number", "made") or line.possessive(j + 1):
        return None
    if following == "of" and lower in ("declaration", "statement", "charter"):
        return None  # a declaration of independence is an event
    if lower == "statement" and not words and not definite:
        return None
    kind = DOCUMENT_KINDS.get(lower)
    if lower == "statement" and words & _FINAL:
        kind = "final communique"
    del start
    return DocumentPhrase(j + 1, kind, plural=lower.endswith("s"))


def _titled_document(line: Line, i: int) -> DocumentPhrase | None:
    """Capitalised words around a document noun, with small connecting words between."""
    tokens = line.tokens
    j = i
    kind: str | None = None
    capitals = 0
    while j < len(tokens) and j - i < 24:
        token = tokens[j]
        if token.kind == "mark" and token.text in ("-", "–") and capitals:
            j += 1
            continue
        if token.kind == "number":
            if capitals and kind is not None and tokens[j - 1].lower in ("the",):
                j += 1
                continue
            break
        if token.kind != "word":
            break
        if token.text[0].isupper():
            lower = token.lower
            if capitals == 0 and lower in FUNCTION_WORDS:
                return None
            capitals += 1
            if kind is None and lower in DOCUMENT_KINDS:
                kind = DOCUMENT_KINDS[lower]
                if lower in ("plan", "programme", "program") and line.lower(j + 1) not in ("of", "for"):
                    kind = None
                if lower == "statement" and capitals > 1 and tokens[j - 1].lower in _FINAL:
                    kind = "final communique"
            j += 1
            continue
        if token.lower in _CONNECTORS and _capital_follows(line, j):
            if kind is None and token.lower != "of":
                break  # connectors join a title only after its noun, or "Programme of Action"
            j += 1
            continue
        if token.lower[:2].isdigit():
            j += 1
            continue
        break
    while (
        j > i
        and (tokens[j - 1].lower in _CONNECTORS or tokens[j - 1].kind != "word")
        and tokens[j - 1].text[0].islower()
    ):
        j -= 1
    if kind is None or capitals < 2 or _outside(line, i, j):
        return None
    return DocumentPhrase(j, kind, title_start=i)


def _capital_follows(line: Line, j: int) -> bool:
    k = j + 1
    while k < len(line) and line.lower(k) in _CONNECTORS and k - j < 3:
        k += 1
    return (
        k < len(line)
        and line.tokens[k].kind in ("word", "number")
        and (line.tokens[k].text[0].isupper() or line.tokens[k].text[0].isdigit())
    )


_OUTSIDE_WORDS = frozenset("balfour universal vienna geneva millennium charter_of_the_un nato camp oslo".split())


def _outside(line: Line, i: int, j: int) -> bool:
    """Whether the title names a document of somebody else (the UN Charter, a resolution with a number)."""
    for k in range(i, j):
        known = line.known[k]
        if known is not None and known.organisation is not None:
            short = known.organisation.short_name
            if short.startswith("UN") or known.organisation.parent == "UN" or short in ("Arab League", "EU", "AU"):
                return True
        if line.lower(k) in _OUTSIDE_WORDS:
            return True
    return line.lower(j)[:1].isdigit()


def parse_body(line: Line, i: int) -> BodyPhrase | None:
    """ "the Iranian parliament", "the US administration", "his government", "Pakistan Post", "Ministry of the Interior"."""
    j = i
    owned = False
    if line.lower(j) in ("the", "a", "an"):
        j += 1
    elif line.lower(j) in POSSESSIVES:
        owned = True
        j += 1
    known = line.known[j] if j < len(line) else None
    if owned:
        if line.lower(j) in ("government", "country", "delegation", "administration"):
            return BodyPhrase(end=j + 1, name_start=i, owned=True, acts_for_state=True)
        return None
    if known is not None and known.state is not None and not line.possessive(known.end):
        return _state_body(line, i, j, known)
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
    return _seated_body(line, j) or _named_paper(line, j) or _proper_body(line, i, j)


_PAPERS = frozenset(
    "newspaper daily weekly magazine channel broadcaster agency station website newsletter tabloid".split()
)


def _named_paper(line: Line, j: int) -> BodyPhrase | None:
    """ "the newspaper Al-Thawra", "the state news agency QNA"."""
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
    """ "the foreign ministry in Yerevan", "the Government of Pakistan": a state by its government."""
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
    "military opposition foreign interior defence defense armed ruling new interim transitional supreme national federal "
    "central lower upper state political religious northern southern eastern western rival security government islamic "
    "peace-keeping parliamentary constitutional senior general".split()
)


def _state_body(line: Line, i: int, j: int, known: Known) -> BodyPhrase | None:
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


def _proper_body(line: Line, i: int, j: int) -> BodyPhrase | None:
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
        if capital and token.lower in FUNCTION_WORDS and k == j:
            return None
        if capital:
            thing = thing or token.lower in THINGS or token.lower in BODY_HEADS
            capitals += 1
            k += 1
        elif (
            token.lower in ("of", "for", "and", "the")
            and capitals
            and _capital_follows(line, k)
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
    "forces guard guards police union league organisation organization group parliament senate congress assembly house "
    "office secretariat government authority institute institution university foundation society association federation "
    "chamber television tv radio news press mission church quartet brotherhood coalition alliance network guardian "
    "gazette journal herald tribune telegraph international watch board bureau service corps academy centre center "
    "presidency cabinet forum panel tribune daily newspaper company corporation state administration delegation".split()
)


def _agentive(line: Line, start: int, end: int) -> bool:
    """Whether one of the words names something that can act."""
    return any(line.lower(k) in _AGENTIVE for k in range(start, end))


_QUANTIFIERS = frozenset("many several some most few all both two three four five six other various".split())


def parse_group(line: Line, i: int) -> GroupPhrase | None:
    """ "Western governments", "many states", "the foreign ministers of the OIC", "officials of the Taliban embassy"."""
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
            return _finish_group(line, i, j, start, words, organisation, state, determined=determined)
        if lower in FUNCTION_WORDS and lower not in _QUANTIFIERS and lower != "and":
            return None
        if (lower == "and" and not words) or _is_finite_form(lower):
            return None
        if j == start and not determined and _past_form(lower):
            return None
        words += 1
        j += 1
    return None


def _is_finite_form(word: str) -> bool:
    form = verb_forms().get(word)
    return form is not None and (form.past or form.third) and word not in _ADJECTIVAL


def _past_form(word: str) -> bool:
    form = verb_forms().get(word)
    return form is not None and form.past and word != "united"


_ADJECTIVAL = frozenset(
    "united concerned interested assembled invited allied developed non-aligned aligned armed".split()
)


def _finish_group(
    line: Line, i: int, j: int, start: int, words: int, organisation: str | None, state: str | None, *, determined: bool
) -> GroupPhrase | None:
    end = j + 1
    if line.possessive(end) or line.lower(end) in ("level", "meeting", "summit"):
        return None
    if line.lower(end) == "of":
        k = end + 1
        if line.lower(k) == "the":
            k += 1
        known = line.known[k] if k < len(line) else None
        if known is not None:
            if known.organisation is not None:
                organisation = known.organisation.short_name
            elif known.state is not None:
                state = known.state.alpha3
            end = known.end
            while line.lower(end) in BODY_HEADS | GOVERNMENT_HEADS or line.lower(end) in ("embassy", "consulate"):
                end += 1
    if not (words or determined or end > j + 1 or line.tokens[j].text[0].isupper()):
        return None
    return GroupPhrase(end=end, name_start=start, organisation=organisation, state=state)
