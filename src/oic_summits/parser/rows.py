"""Rows of a table of attending leaders: one person, with the state and the office of the other cells."""

import attrs

from oic_summits.parser.line import Line, words_of
from oic_summits.parser.mentions import Kind, Mention
from oic_summits.parser.names import name_end, skip_honorifics
from oic_summits.parser.offices import parse_office

_HINTS = {
    "chair": "chair",
    "chairman": "chair",
    "chairperson": "chair",
    "host": "host",
    "observer": "observer",
    "guest": "guest",
}


def row_mentions(line: Line, text: str, lead_state: str | None) -> tuple[Mention, ...]:
    """The person of a row, or nothing where no cell is a name alone."""
    cells = _cells(line)
    person: Mention | None = None
    state = lead_state
    office: str | None = None
    hints: list[str] = []
    organisation: str | None = None
    for start, end in cells:
        known = line.known[start]
        if known is not None and known.end == end:
            if known.state is not None and not known.is_place:
                state = state or known.state.alpha3
            elif known.organisation is not None:
                organisation = known.organisation.short_name
            continue
        hints += [
            _HINTS[line.lower(k)]
            for k in range(start, end)
            if line.lower(k) in _HINTS and (end - start > 1 or k == start)
        ]
        phrase = parse_office(line, start)
        if phrase is not None and phrase.end <= end:
            named = name_end(line, skip_honorifics(line, phrase.end))
            if named is not None and named <= end and person is None:
                person = _person(line, text, skip_honorifics(line, phrase.end), named)
            office = office or phrase.title
            state = state or phrase.state
            organisation = organisation or phrase.organisation
            continue
        begin = skip_honorifics(line, start)
        named = name_end(line, begin)
        if person is None and named is not None and named <= end and named - begin >= 1:
            person = _person(line, text, begin, named)
    if person is None or (state is None and office is None and organisation is None):
        return ()
    return (
        attrs.evolve(
            person, state=state, office=office, organisation=organisation if state is None else None, hints=tuple(hints)
        ),
    )


def _cells(line: Line) -> list[tuple[int, int]]:
    """Token ranges between the bars."""
    cells: list[tuple[int, int]] = []
    start = 0
    for i, token in enumerate(line.tokens):
        if token.text == "|":
            if i > start:
                cells.append((start, i))
            start = i + 1
    if start < len(line.tokens):
        cells.append((start, len(line.tokens)))
    return cells


def _person(line: Line, text: str, start: int, end: int) -> Mention:
    name = words_of(line, text, start, end)
    return Mention(kind=Kind.PERSON, start=start, end=end, name=name, name_start=start, name_end=end)
