"""What stands behind a name and belongs to it: "of Saudi Arabia", "(Emir of Qatar)", ", Jordan's foreign minister"."""

import attrs

from oic_summits.parser.leads import read_counterpart, read_lead
from oic_summits.parser.line import Line
from oic_summits.parser.mentions import Kind, Mention
from oic_summits.parser.names import name_end, skip_honorifics
from oic_summits.parser.neighbours import is_finite_word
from oic_summits.parser.offices import organ_of_state, parse_office

_RANKS = frozenset(
    {"prince", "princess", "general", "senator", "crown prince", "chairman", "chairperson", "chair", "guest", "leader"}
)


def after_name(line: Line, text: str, mention: Mention, *, own_office: bool) -> Mention:
    """As in "of Saudi Arabia", "(Emir of Qatar)", ", Jordan's foreign minister", ", the host"."""
    j = mention.end
    known = line.known[j + 1] if j + 1 < len(line) and line.lower(j) == "of" else None
    if known is None and line.lower(j) == "of" and line.lower(j + 1) == "the" and j + 2 < len(line):
        known = line.known[j + 2]
    if known is not None and known.state is not None and not known.is_demonym and not line.possessive(known.end):
        mention = attrs.evolve(mention, end=known.end, state=mention.state or known.state.alpha3)
        j = mention.end
    organ = organ_of_state(line, j)
    if organ is not None and mention.state is None:
        mention = attrs.evolve(mention, kind=Kind.PERSON, end=organ[0], state=organ[1])
        j = mention.end
    if line.lower(j) == "(":
        return _bracketed(line, mention)
    dashed = line.lower(j) in ("–", "—", "--") and not own_office and parse_office(line, j + 1) is not None
    if line.lower(j) != "," and not dashed:
        return mention
    return _apposition(line, text, mention, own_office=own_office)


def _bracketed(line: Line, mention: Mention) -> Mention:
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


_ADVERBIAL = frozenset("until shortly before then now later long-time formerly once himself as".split())


def _of_delegation(line: Line, mention: Mention, j: int) -> Mention:
    """As in ", a member of the Malian delegation": the state for which somebody takes part."""
    for k in range(j, j + 8):
        if k >= len(line) or line.lower(k) in _CLOSERS:
            break
        if line.lower(k) in ("delegation", "delegations") and line.lower(j) in ("a", "an", "one"):
            organ = next((o for o in (organ_of_state(line, i) for i in range(j, k)) if o is not None), None)
            state = mention.state or (organ[1] if organ is not None else None)
            return attrs.evolve(mention, kind=Kind.PERSON, state=state, hints=(*mention.hints, "delegate"))
    return mention


def _by_origin(line: Line, mention: Mention, j: int) -> Mention:
    """As in ", a retired Moroccan teacher", ", a Kuwaiti who teaches": the state that an adjective gives."""
    if mention.state is not None or mention.organisation is not None or line.lower(j) not in ("a", "an"):
        return mention
    for k in range(j + 1, j + 5):
        known = line.known[k] if k < len(line) else None
        if known is not None and known.state is not None and known.is_demonym:
            return attrs.evolve(mention, kind=Kind.PERSON, state=known.state.alpha3)
        if k >= len(line) or line.tokens[k].text[0].isupper() or line.tokens[k].kind != "word":
            break
        origin = organ_of_state(line, k)
        if origin is not None:
            return attrs.evolve(mention, kind=Kind.PERSON, state=origin[1])
    return mention


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
    k = j + 3 if [line.lower(j + n) for n in range(3)] in (["at", "the", "time"], ["in", "those", "days"]) else j
    while line.lower(k) in _ADVERBIAL and k - j < 4:
        k += 1
    mention = _by_origin(line, _of_delegation(line, mention, k), k)
    lead = read_lead(line, text, k)
    office = parse_office(line, lead.end) or (read_counterpart(line, lead.end) if lead.owner else None)
    if office is None or office.plural or (own_office and mention.office not in _RANKS):
        return mention
    if name_end(line, skip_honorifics(line, office.end)) is not None:
        return mention  # another person follows: "X, President Y"
    end = office.end
    if line.lower(end) == "and":
        second = parse_office(line, end + 1)  # "President of X and Chairman of Y"
        end = second.end if second is not None else _second_part(line, end)
    closing = _closing_of(line, end)
    if closing is None:
        return mention
    end = closing if line.lower(closing) not in ("and", "who") else end
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


def _second_part(line: Line, end: int) -> int:
    """The comma after "and stand-in for X" behind an office, or the same index where something else is joined."""
    if end + 1 >= len(line) or not line.tokens[end + 1].text[0].islower() or is_finite_word(line.lower(end + 1)):
        return end
    for k in range(end + 1, end + 9):
        if k >= len(line) or is_finite_word(line.lower(k)):
            return end
        if line.lower(k) in (",", "."):
            return k
    return end


_CLOSERS = frozenset(", . ; ) and who : – — -- !".split())


def _closing_of(line: Line, end: int) -> int | None:
    """Where an apposition ends: here, or after a few words that belong to the office; None where it does not."""
    for k in range(end, end + 8):
        if k >= len(line) or line.lower(k) in _CLOSERS:
            return k
        if line.tokens[k].kind not in ("word", "number") or is_finite_word(line.lower(k)):
            return None
    return None
