"""Several persons under one plural office: "the presidents of Chad and Sudan, A and B"."""

from oic_summits.parser.line import Line, words_of
from oic_summits.parser.mentions import Kind, Mention
from oic_summits.parser.names import name_end, skip_honorifics
from oic_summits.parser.offices import OfficePhrase, parse_office


def parse_names_with_offices(line: Line, text: str, i: int) -> tuple[Mention, ...]:
    """As in "A and B, the presidents of Chad and Sudan": names in order, then one plural office with their states."""
    names: list[tuple[int, int, int]] = []
    k = i
    while len(names) < _MOST_NAMES:
        begin = skip_honorifics(line, k)
        end = name_end(line, begin)
        if end is None or line.lower(end) not in (",", "and"):
            return ()
        names.append((k, begin, end))
        k = end + 1 + (line.lower(end) == "," and line.lower(end + 1) == "and")
        office = parse_office(line, k + (line.lower(k) == "the")) if line.lower(end) == "," else None
        if office is not None and office.plural and len(office.states) == len(names) > 1:
            return _with_states(line, text, names, office)
    return ()


_MOST_NAMES = 6


def _with_states(line: Line, text: str, names: list[tuple[int, int, int]], office: OfficePhrase) -> tuple[Mention, ...]:
    """One mention for each name, in the order of the states; the last one takes the office along."""
    return tuple(
        Mention(
            kind=Kind.PERSON,
            start=start,
            end=office.end if place == len(names) - 1 else end,
            name=words_of(line, text, begin, end),
            name_start=begin,
            name_end=end,
            office=office.title,
            state=office.states[place],
        )
        for place, (start, begin, end) in enumerate(names)
    )


def parse_shared_office(line: Line, text: str, i: int) -> tuple[Mention, ...]:
    """As in "the presidents of Chad and Sudan, A and B": one person for each state, in order."""
    j = i + 1 if line.lower(i) == "the" else i
    if j >= len(line) or line.known[j] is not None:
        return ()
    office = parse_office(line, j)
    if office is None or not office.plural:
        return ()
    if len(office.states) < 2:
        return _each_with_state(line, text, i, office)
    k = office.end + (line.lower(office.end) in (",", "-", "--", "–", "—", ":", "("))
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
                name=words_of(line, text, begin, end),
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


def _each_with_state(line: Line, text: str, i: int, office: OfficePhrase) -> tuple[Mention, ...]:
    """As in "presidents A of Algeria, B of Lebanon and C of Turkey": each name brings its own state."""
    people: list[Mention] = []
    start, k = i, office.end
    while True:
        begin = skip_honorifics(line, k)
        end = name_end(line, begin)
        if end is None or line.lower(end) != "of":
            break
        at = end + 2 if line.lower(end + 1) == "the" else end + 1
        known = line.known[at] if at < len(line) else None
        if known is None or known.state is None or known.is_demonym:
            break
        people.append(
            Mention(
                kind=Kind.PERSON,
                start=start,
                end=known.end,
                name=words_of(line, text, begin, end),
                name_start=begin,
                name_end=end,
                office=office.title,
                state=known.state.alpha3,
            )
        )
        k = known.end
        while line.lower(k) in (",", "and"):
            k += 1
        start = k
    return tuple(people) if len(people) > 1 else ()
