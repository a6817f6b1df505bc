"""Persons in a sentence: an office with a name, an office alone, a name with or without signs that it is a person's."""

import attrs

from oic_summits.parser.appositions import after_name
from oic_summits.parser.leads import Lead, read_counterpart, read_lead
from oic_summits.parser.line import Line, words_of
from oic_summits.parser.mentions import Kind, Mention
from oic_summits.parser.names import name_end, skip_honorifics
from oic_summits.parser.offices import OfficePhrase, organ_of_state, parse_office
from oic_summits.parser.titles import title_at
from oic_summits.parser.wordlists import NAME_HONORIFICS, PARTICLES, honorary_titles

_GENERIC_OFFICES = frozenset(
    {"head of state", "head of government", "leader", "official", "guest", "ruler", "chief"}
) | {"monarch", "sovereign"}


def parse_person(line: Line, text: str, i: int) -> Mention | None:
    """A person at i: ``[lead] [office] [,] [honorific] name [of state] [, apposition]``; or an office alone."""
    among = _one_of_several(line, text, i) or _of_delegation(line, text, i) or _described(line, text, i)
    if among is not None:
        return among
    lead = read_lead(line, text, i)
    office = parse_office(line, lead.end)
    owned = lead.owner is not None or not lead.determined or line.lower(lead.end - 1) in ("'s", "’s", "'")
    if office is None and owned:
        office = read_counterpart(line, lead.end)
    if office is None:
        return _bare(line, text, i, lead)
    if office.plural or line.lower(office.end) == "after":
        return None  # "Speaker after speaker"
    second = parse_office(line, office.end)
    if second is not None and not second.plural:
        kept = (
            second if office.title in _GENERIC_OFFICES else office
        )  # "head of state President X", "minister Prince X"
        office = attrs.evolve(kept, end=second.end, state=second.state or office.state)
    state = office.state or lead.owner_state
    organisation = office.organisation or lead.owner_organisation
    base = Mention(
        kind=Kind.OFFICE,
        start=i,
        end=office.end,
        office=office.title,
        state=state,
        organisation=organisation,
        owner=lead.owner,
        hints=lead.hints,
    )
    named = _name_after(line, text, base, office, lead)
    if named is not None:
        return named
    if line.lower(office.end) == ",":
        # "the Custodian of the Two Holy Mosques, King X": the second title stands with the name
        again = parse_office(line, skip_honorifics(line, office.end + 1))
        if again is not None and not again.plural:
            # "the Crown Prince, Prince X", "Foreign Minister, Prince X"; but "Jordan's monarch, King X"
            title = again.title if office.title in _GENERIC_OFFICES | honorary_titles().keys() else office.title
            base = attrs.evolve(base, end=again.end, office=title, state=state or again.state)
            named = _name_after(line, text, base, attrs.evolve(again, end=again.end), lead)
            if named is not None and named.end > again.end and line.lower(again.end) != ",":
                return named
            base = attrs.evolve(base, end=office.end, office=office.title, state=state)
    definite = lead.determined or office.state is not None or line.tokens[office.start].text[0].isupper()
    if definite and line.lower(i) not in ("a", "an") and not _is_apposition_slot(line, i):
        return base
    return None


def _one_of_several(line: Line, text: str, i: int) -> Mention | None:
    """As in "one of its diplomats, X": the office in the singular."""
    if line.lower(i) != "one" or line.lower(i + 1) != "of":
        return None
    lead = read_lead(line, text, i + 2)
    office = parse_office(line, lead.end)
    if office is None or not office.plural or line.lower(office.end) != ",":
        return None
    base = Mention(
        kind=Kind.OFFICE,
        start=i,
        end=office.end,
        office=office.title,
        state=office.state or lead.owner_state,
        organisation=office.organisation or lead.owner_organisation,
        owner=lead.owner,
    )
    return _name_after(line, text, base, attrs.evolve(office, plural=False), lead)


def _described(line: Line, text: str, i: int) -> Mention | None:
    """As in "an Australian sheep-shearer, X,": a name behind words that give a nationality and no office."""
    known = line.known[i + 1] if line.lower(i) in ("a", "an") and i + 1 < len(line) else None
    if known is None or known.state is None or not known.is_demonym or parse_office(line, i + 1) is not None:
        return None
    k = known.end
    while k < len(line) and line.tokens[k].kind == "word" and line.tokens[k].text[0].islower() and k - known.end < 3:
        k += 1
    start = skip_honorifics(line, k + 1)
    end = name_end(line, start) if k > known.end and line.lower(k) == "," else None
    if end is None or end - start < 2 or not _closes_apposition(line, end):
        return None
    name = words_of(line, text, start, end)
    state = known.state.alpha3
    return Mention(kind=Kind.PERSON, start=i, end=end, name=name, name_start=start, name_end=end, state=state)


def _of_delegation(line: Line, text: str, i: int) -> Mention | None:
    """As in "a member of the Malian delegation, X": somebody without an office, and the state."""
    if line.lower(i) not in ("a", "an", "one", "another") or line.lower(i + 1) not in ("member", "delegate"):
        return None
    organ = organ_of_state(line, i + 2)
    if organ is None or line.lower(organ[0]) != ",":
        return None
    start = skip_honorifics(line, organ[0] + 1)
    end = name_end(line, start)
    if end is None:
        return None
    name = words_of(line, text, start, end)
    return Mention(
        kind=Kind.PERSON,
        start=i,
        end=end,
        name=name,
        name_start=start,
        name_end=end,
        state=organ[1],
        hints=("delegate",),
    )


def _is_apposition_slot(line: Line, i: int) -> bool:
    """Whether "as president", "became president" stands here: a predicate, not a mention."""
    return line.lower(i - 1) in ("as", "become", "became", "elected", "appointed", "named") and line.lower(i) != "the"


def _name_after(line: Line, text: str, base: Mention, office: OfficePhrase, lead: Lead) -> Mention | None:
    j = office.end
    comma = line.lower(j) == "," and (lead.determined or office.end > office.start)
    if comma:
        j += 1
    elif line.lower(j) == "(":
        return None
    start = skip_honorifics(line, j)
    if comma and title_at(line, start) is not None:
        return None  # "the Crown Prince, His Royal Highness Prince X": a second title
    end = name_end(line, start)
    if end is None and start > j and line.tokens[start - 1].text[0].isupper() and not comma:
        return None
    if end is None:
        return None
    if comma and not _closes_apposition(line, _after_state(line, end)):
        return None
    mention = attrs.evolve(
        base, kind=Kind.PERSON, end=end, name=words_of(line, text, start, end), name_start=start, name_end=end
    )
    return after_name(line, text, mention, own_office=True)


def _after_state(line: Line, end: int) -> int:
    """The index after "of Chad" behind a name, else the same index."""
    at = end + 2 if line.lower(end + 1) == "the" else end + 1
    known = line.known[at] if line.lower(end) == "of" and at < len(line) else None
    return known.end if known is not None and known.state is not None else end


def _closes_apposition(line: Line, end: int) -> bool:
    return end >= len(line) or line.lower(end) in (",", ".", ";", ")", "and", "-", "–", "—", "who", ":", "!")


def _bare(line: Line, text: str, i: int, lead: Lead) -> Mention | None:
    """A name without an office before it: after an honorific, after "Egypt's", or alone."""
    owned = lead.owner_state is not None or (lead.owner_organisation not in (None, "self"))
    if lead.determined and not owned:
        return None
    start = lead.end if owned else i
    name_start = skip_honorifics(line, start)
    end = name_end(line, name_start)
    if end is None:
        return None
    honorific = name_start > start
    if not honorific and line.tokens[start].lower in NAME_HONORIFICS and end - start > 1:
        honorific = True
    if owned and end - name_start < 2:
        return None
    strong = honorific or owned
    mention = Mention(
        kind=Kind.PERSON if strong else Kind.NAME,
        start=i,
        end=end,
        name=words_of(line, text, name_start, end),
        name_start=name_start,
        name_end=end,
        state=lead.owner_state,
        organisation=lead.owner_organisation if owned and lead.owner_state is None else None,
        hints=lead.hints,
    )
    several = end - name_start >= 2
    extended = several or strong or line.lower(end) == "," or (line.lower(end) == "of" and i > 0)
    full = after_name(line, text, mention, own_office=False) if extended else mention
    if full.kind is Kind.NAME and end - name_start == 2 and line.tokens[name_start].text in ("Al", "El"):
        return full  # "Al Jazeera"; a person of that shape is known by other words
    located = line.lower(i - 1) in ("at", "in", "near", "from", "towards")
    if (
        full.kind is Kind.NAME
        and not several
        and full.state is not None
        and not line.tokens[name_start].lower.endswith("s")
        and i > 0
    ):
        full = attrs.evolve(full, kind=Kind.PERSON)  # "Faisal of Saudi Arabia"
    if (
        full.kind is Kind.NAME
        and several
        and (full.state is not None or (_particle_inside(line, name_start, end) and not located))
    ):
        full = attrs.evolve(full, kind=Kind.PERSON)
    return full


def _particle_inside(line: Line, start: int, end: int) -> bool:
    return any(line.tokens[k].lower in PARTICLES - {"al", "el", "de", "di", "du"} for k in range(start + 1, end))
