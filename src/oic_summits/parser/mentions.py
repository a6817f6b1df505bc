"""Mentions: who and what a sentence names, found in one pass from left to right."""

from collections.abc import Sequence
from enum import StrEnum

import attrs

from oic_summits.parser.dates import DateMention
from oic_summits.parser.gazetteer import Known, match_known
from oic_summits.parser.lexicon import BE, HAVE, MODALS, POSSESSIVES, verb_forms
from oic_summits.parser.names import (
    Line,
    OfficePhrase,
    name_end,
    owner_of,
    parse_office,
    skip_honorifics,
)
from oic_summits.parser.nouns import parse_body, parse_document, parse_group, parse_summit
from oic_summits.parser.text import Token
from oic_summits.parser.wordlists import GROUP_HEADS, NAME_HONORIFICS, PARTICLES


class Kind(StrEnum):
    """What a mention names."""

    PERSON = "person"  # a name with office, honorific, state or the like beside it
    NAME = "name"  # a bare name, a person only if something else says so
    OFFICE = "office"  # "the Turkish president"
    STATE = "state"
    ORGANISATION = "organisation"
    BODY = "body"
    GROUP = "group"
    SUMMIT = "summit"
    DOCUMENT = "document"
    PRONOUN = "pronoun"


@attrs.frozen(kw_only=True)
class Mention:
    """A stretch of tokens that names somebody or something.

    Attributes:
        kind: what it names.
        start, end: token indexes, determiner and apposition included.
        name: the name alone, or the words of a body, group or document title.
        name_start, name_end: token indexes of the name.
        office: title in lower case, or None.
        state: alpha-3 code, or None.
        organisation: short name, or ``self`` for the organisation the document is about.
        owner: a possessive pronoun or a name before the office ("his deputy", "Bush's adviser").
        possessive: whether a possessive mark follows.
        demonym: whether a state is named by its adjective or by its people.
        plural: whether it is grammatically plural.
        place: whether a state is named by a city.
        own: for an organisation or summit, whether it is generic ("the bloc", "the summit").
        hints: capacities that the words give: host, chair, guest, observer.
        states: states of a plural office.
        document: kind of a document.
    """

    kind: Kind
    start: int
    end: int
    name: str | None = None
    name_start: int = -1
    name_end: int = -1
    office: str | None = None
    state: str | None = None
    organisation: str | None = None
    owner: str | None = None
    possessive: bool = False
    demonym: bool = False
    plural: bool = False
    place: bool = False
    own: bool = False
    hints: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    document: str | None = None


def make_line(tokens: Sequence[Token], dates: Sequence[DateMention] = ()) -> Line:
    """Match the known names over the tokens of a sentence, and mark the tokens of its dates."""
    known: list[Known | None] = [None] * len(tokens)
    starts = {token.start: index for index, token in enumerate(tokens)}
    spans = {}
    for date in dates:
        first = starts.get(date.start)
        if first is not None:
            last = first
            while last < len(tokens) and tokens[last].start < date.end:
                last += 1
            spans[first] = last
    i = 0
    while i < len(tokens):
        found = match_known(tokens, i)
        if found is None:
            i += 1
            continue
        known[i] = found
        i = found.end
    return Line(tokens, known, spans)


def find_mentions(line: Line, text: str) -> tuple[Mention, ...]:
    """All mentions of a sentence, in order, without overlaps."""
    found: list[Mention] = []
    i = 0
    while i < len(line):
        token = line.tokens[i]
        if i in line.dates:
            i = line.dates[i]
            continue
        if token.kind not in ("word", "number"):
            i += 1
            continue
        pair = _plural_office(line, text, i)
        if pair:
            found.extend(pair)
            i = pair[-1].end
            continue
        if i == 0 and line.implied and (form := verb_forms().get(token.lower)) is not None and form.past:
            i += 1
            continue
        mention = _mention_at(line, text, i)
        if mention is None:
            i += 1
            continue
        if line.possessive(mention.end):
            mention = attrs.evolve(mention, possessive=True)
        found.append(mention)
        i = max(mention.end, i + 1)
    return tuple(found)


def _plural_office(line: Line, text: str, i: int) -> tuple[Mention, ...]:
    """ "the presidents of Chad and Sudan, A and B": one person for each state, in order."""
    j = i + 1 if line.lower(i) == "the" else i
    if j >= len(line) or line.known[j] is not None:
        return ()
    office = parse_office(line, j)
    if office is None or not office.plural or len(office.states) < 2:
        return ()
    k = office.end + 1 if line.lower(office.end) == "," else office.end
    people: list[Mention] = []
    start = i
    for state in office.states:
        while line.lower(k) in (",", "and"):
            k += 1
        begin = skip_honorifics(line, k)
        end = name_end(line, begin)
        if end is None:
            return ()
        people.append(
            Mention(
                kind=Kind.PERSON,
                start=start,
                end=end,
                name=_words(line, text, begin, end),
                name_start=begin,
                name_end=end,
                office=office.title,
                state=state,
            )
        )
        start = k = end
        while line.lower(start) in (",", "and"):
            start += 1
    return tuple(people)


def _mention_at(line: Line, text: str, i: int) -> Mention | None:
    if line.lower(i) in ("his", "her") and line.lower(i + 1) in (
        "majesty",
        "highness",
        "excellency",
        "holiness",
        "eminence",
    ):
        if name_end(line, skip_honorifics(line, i)) is None and parse_office(line, i + 2) is None:
            return Mention(kind=Kind.PRONOUN, start=i, end=i + 2, name="he")
    person = parse_person(line, text, i)
    if person is not None and person.kind is not Kind.NAME:
        return person
    document = parse_document(line, i)
    if document is not None:
        return Mention(
            kind=Kind.DOCUMENT,
            start=i,
            end=document.end,
            name=_words(line, text, document.title_start, document.end) if document.title_start >= 0 else None,
            name_start=document.title_start,
            name_end=document.end,
            document=document.kind,
            plural=document.plural,
        )
    summit = parse_summit(line, i)
    if summit is not None:
        return Mention(kind=Kind.SUMMIT, start=i, end=summit.end, own=True, plural=summit.plural, name=summit.word)
    group = parse_group(line, i) if line.lower(i) in GROUP_HEADS else None
    body = parse_body(line, i) if group is None else None
    if body is not None:
        kind = Kind.STATE if body.acts_for_state else Kind.BODY
        owner = line.lower(i) if body.owned else None
        return Mention(
            kind=kind,
            start=i,
            end=body.end,
            name=None if kind is Kind.STATE else _words(line, text, body.name_start, body.end),
            state=body.state,
            owner=owner,
            plural=body.plural,
            organisation=body.organisation,
        )
    group = group or parse_group(line, i)
    if group is not None:
        return Mention(
            kind=Kind.GROUP,
            start=i,
            end=group.end,
            name=_words(line, text, group.name_start, group.end),
            plural=True,
            organisation=group.organisation,
            state=group.state,
        )
    known = _known_at(line, text, i)
    if known is not None:
        return known
    if person is not None:
        return person
    if line.lower(i) in ("he", "she", "it", "they", "who", "which", "both"):
        return Mention(
            kind=Kind.PRONOUN, start=i, end=i + 1, name=line.lower(i), plural=line.lower(i) in ("they", "both")
        )
    return None


def _known_at(line: Line, text: str, i: int) -> Mention | None:
    k = i + 1 if line.lower(i) == "the" else i
    known = line.known[k] if k < len(line) else None
    if known is None:
        return None
    words = _words(line, text, k, known.end)
    if known.organisation is not None:
        end = _parenthesis(line, known.end)
        return Mention(kind=Kind.ORGANISATION, start=i, end=end, name=words, organisation=known.organisation.short_name)
    assert known.state is not None
    plural = known.is_demonym and words.endswith("s")
    name = known.state.name if known.is_demonym or known.is_place or known.form == "code" else words
    return Mention(
        kind=Kind.STATE,
        start=i,
        end=known.end,
        name=name,
        state=known.state.alpha3,
        demonym=known.is_demonym,
        place=known.is_place,
        plural=plural,
    )


def _parenthesis(line: Line, i: int) -> int:
    """The index after an acronym in brackets: "(OIC)"."""
    if line.lower(i) == "(" and line.lower(i + 2) == ")" and line.tokens[i + 1].text.isupper():
        return i + 3
    return i


def _words(line: Line, text: str, start: int, end: int) -> str:
    return " ".join(text[line.tokens[start].start : line.tokens[end - 1].end].split())


@attrs.frozen(kw_only=True)
class _Lead:
    """What stands before an office or a name: determiner, owner, hints."""

    end: int
    determined: bool = False
    owner: str | None = None
    owner_state: str | None = None
    owner_organisation: str | None = None
    hints: tuple[str, ...] = ()


def _lead(line: Line, text: str, i: int) -> _Lead:
    """``[the | his | Jordan's | Bush's] [host leader]``"""
    j = i
    determined = False
    owner = state = organisation = None
    if line.lower(j) in ("the", "a", "an", "its") or line.lower(j) in POSSESSIVES:
        owner = line.lower(j) if line.lower(j) in POSSESSIVES else None
        determined = True
        j += 1
    known = line.known[j] if j < len(line) else None
    if known is not None and line.possessive(known.end):
        if known.state is not None:
            state = known.state.alpha3
        elif known.organisation is not None:
            state, organisation = owner_of(known, None)
        j, determined = known.end + 1, True
    elif determined and line.lower(j) in _OWN_BODIES and line.possessive(j + 1):
        organisation, j = "self", j + 2  # "the organisation's secretary-general"
    elif known is None:
        end = name_end(line, j)
        if end is not None and line.possessive(end):
            owner, j, determined = _words(line, text, j, end), end + 1, True
    titled = skip_honorifics(line, j)
    if titled > j and parse_office(line, titled) is not None:
        j = titled  # "His Majesty King X", "H.R.H. Prince Y"
    hints: list[str] = []
    while line.lower(j) in ("host", "leader", "guest", "fellow"):
        if line.lower(j) == "leader" and not hints:
            break
        hints.append("host" if line.lower(j) == "host" else "")
        j += 1
    return _Lead(
        end=j,
        determined=determined,
        owner=owner,
        owner_state=state,
        owner_organisation=organisation,
        hints=tuple(hint for hint in hints if hint),
    )


def parse_person(line: Line, text: str, i: int) -> Mention | None:
    """A person at i: ``[lead] [office] [,] [honorific] name [of state] [, apposition]``; or an office without a name."""
    lead = _lead(line, text, i)
    office = parse_office(line, lead.end)
    if office is None and lead.owner is None and lead.determined and line.lower(lead.end - 1) not in ("'s", "’s", "'"):
        counterpart = None
    else:
        counterpart = None if office is not None else _counterpart(line, lead.end)
    if office is None and counterpart is None:
        return _bare(line, text, i, lead)
    if office is None:
        assert counterpart is not None
        office = counterpart
    if office.plural:
        return None
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
        again = parse_office(line, office.end + 1)
        if again is not None and not again.plural:
            base = attrs.evolve(base, end=again.end, office=again.title, state=state or again.state)
            named = _name_after(line, text, base, attrs.evolve(again, end=again.end), lead)
            if named is not None and named.end > again.end and line.lower(again.end) != ",":
                return named
            base = attrs.evolve(base, end=office.end, office=office.title, state=state)
    definite = lead.determined or office.state is not None or line.tokens[office.start].text[0].isupper()
    if definite and line.lower(i) not in ("a", "an") and not _is_apposition_slot(line, i):
        return base
    return None


_OWN_BODIES = frozenset("organisation organization bloc group body league union".split())
_GENERIC_OFFICES = frozenset({"head of state", "head of government", "leader", "official", "guest", "ruler", "chief"})
_RANKS = frozenset({"prince", "princess", "general", "senator", "crown prince"})


def _is_apposition_slot(line: Line, i: int) -> bool:
    """Whether "as president", "became president" stands here: a predicate, not a mention."""
    return line.lower(i - 1) in ("as", "become", "became", "elected", "appointed", "named") and line.lower(i) != "the"


def _counterpart(line: Line, i: int) -> OfficePhrase | None:
    """ "his Yemeni counterpart", "her Philippine colleague": the office of whoever was named before."""
    known = line.known[i] if i < len(line) else None
    j = known.end if known is not None else i
    if line.lower(j) in ("counterpart", "colleague", "deputy", "successor", "predecessor") and known is not None:
        state = known.state.alpha3 if known.state is not None else None
        return OfficePhrase(start=i, end=j + 1, title="@same", state=state)
    return None


def _name_after(line: Line, text: str, base: Mention, office: OfficePhrase, lead: _Lead) -> Mention | None:
    j = office.end
    comma = line.lower(j) == "," and (lead.determined or office.end > office.start)
    if comma:
        j += 1
    elif line.lower(j) == "(":
        return None
    start = skip_honorifics(line, j)
    end = name_end(line, start)
    if end is None and start > j and line.tokens[start - 1].text[0].isupper() and not comma:
        return None
    if end is None:
        return None
    if comma and not _closes_apposition(line, end):
        return None
    mention = attrs.evolve(
        base, kind=Kind.PERSON, end=end, name=_words(line, text, start, end), name_start=start, name_end=end
    )
    return _after_name(line, text, mention, own_office=True)


def _closes_apposition(line: Line, end: int) -> bool:
    return end >= len(line) or line.lower(end) in (",", ".", ";", ")", "and", "–", "—", "who", ":", "!")


def _after_name(line: Line, text: str, mention: Mention, *, own_office: bool) -> Mention:
    """ "of Saudi Arabia", "(Emir of Qatar)", ", Jordan's foreign minister", ", the host"."""
    j = mention.end
    known = line.known[j + 1] if j + 1 < len(line) and line.lower(j) == "of" else None
    if known is None and line.lower(j) == "of" and line.lower(j + 1) == "the" and j + 2 < len(line):
        known = line.known[j + 2]
    if known is not None and known.state is not None and not known.is_demonym and not line.possessive(known.end):
        mention = attrs.evolve(mention, end=known.end, state=mention.state or known.state.alpha3)
        j = mention.end
    if line.lower(j) == "(":
        return _bracketed(line, text, mention)
    if line.lower(j) != ",":
        return mention
    return _apposition(line, text, mention, own_office=own_office)


def _bracketed(line: Line, text: str, mention: Mention) -> Mention:
    j = mention.end + 1
    hints = mention.hints
    office = parse_office(line, j)
    if office is not None and line.lower(office.end) == ")":
        return attrs.evolve(
            mention,
            end=office.end + 1,
            office=mention.office or office.title,
            state=mention.state or office.state,
            organisation=mention.organisation or office.organisation,
        )
    if line.lower(j) in ("chair", "host", "observer", "guest") and line.lower(j + 1) == ")":
        return attrs.evolve(mention, end=j + 2, hints=(*hints, line.lower(j)))
    known = line.known[j] if j < len(line) else None
    if known is not None and known.state is not None and line.lower(known.end) == ")":
        return attrs.evolve(mention, end=known.end + 1, state=mention.state or known.state.alpha3)
    return mention


_ADVERBIAL = frozenset("until shortly before then now later at the time long-time formerly once himself as".split())


def _apposition(line: Line, text: str, mention: Mention, *, own_office: bool) -> Mention:
    j = mention.end + 1
    if j < len(line) and line.tokens[j].text.isdigit() and line.lower(j + 1) == ",":
        j += 2  # an age
    if (
        line.lower(j) == "the"
        and line.lower(j + 1) in ("host", "chair", "chairman")
        and line.lower(j + 2) in (",", "of")
    ):
        hint = "host" if line.lower(j + 1) == "host" else "chair"
        if line.lower(j + 2) == ",":
            return attrs.evolve(mention, end=j + 2, hints=(*mention.hints, hint))
        mention = attrs.evolve(mention, hints=(*mention.hints, hint))
    k = j
    while line.lower(k) in _ADVERBIAL and k - j < 4 and line.lower(k) != "the":
        k += 1
    lead = _lead(line, text, k)
    office = parse_office(line, lead.end) or (_counterpart(line, lead.end) if lead.owner else None)
    if office is None or office.plural or (own_office and mention.office not in _RANKS):
        return mention
    if name_end(line, skip_honorifics(line, office.end)) is not None:
        return mention  # another person follows: "X, President Y"
    if not _apposition_closes(line, office.end):
        return mention
    end = office.end
    if line.lower(end) == "and":
        second = parse_office(line, end + 1)  # "President of X and Chairman of Y"
        end = second.end if second is not None else end
    return attrs.evolve(
        mention,
        kind=Kind.PERSON,
        end=end,
        office=office.title,
        state=mention.state or office.state or lead.owner_state,
        organisation=office.organisation or lead.owner_organisation,
        owner=mention.owner or lead.owner,
        hints=(*mention.hints, *lead.hints),
    )


_CLOSERS = frozenset(", . ; ) and who : – — !".split())


def _apposition_closes(line: Line, end: int) -> bool:
    """Whether an apposition ends here, or after a few small words that belong to the office."""
    for k in range(end, end + 8):
        if k >= len(line) or line.lower(k) in _CLOSERS:
            return True
        if line.tokens[k].kind not in ("word", "number") or is_finite_word(line.lower(k)):
            return False
    return False


def _bare(line: Line, text: str, i: int, lead: _Lead) -> Mention | None:
    """A name without an office before it: after an honorific, after "Egypt's", or alone."""
    if lead.determined and lead.owner_state is None:
        return None
    start = lead.end if lead.owner_state is not None else i
    name_start = skip_honorifics(line, start)
    end = name_end(line, name_start)
    if end is None:
        return None
    honorific = name_start > start
    if not honorific and line.tokens[start].lower in NAME_HONORIFICS and end - start > 1:
        honorific = True
    if lead.owner_state is not None and end - name_start < 2:
        return None
    strong = honorific or lead.owner_state is not None
    mention = Mention(
        kind=Kind.PERSON if strong else Kind.NAME,
        start=i,
        end=end,
        name=_words(line, text, name_start, end),
        name_start=name_start,
        name_end=end,
        state=lead.owner_state,
        hints=lead.hints,
    )
    several = end - name_start >= 2
    extended = several or strong or line.lower(end) == "," or (line.lower(end) == "of" and i > 0)
    full = _after_name(line, text, mention, own_office=False) if extended else mention
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


def is_finite_word(word: str) -> bool:
    """Whether a word is an auxiliary or a past tense."""
    form = verb_forms().get(word)
    return word in BE | HAVE | MODALS or (form is not None and form.past)


def _particle_inside(line: Line, start: int, end: int) -> bool:
    return any(line.tokens[k].lower in PARTICLES - {"al", "el", "de", "di", "du"} for k in range(start + 1, end))
