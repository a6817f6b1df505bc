"""Finding mentions: who and what a sentence names, in one pass from left to right."""

import attrs

from oic_summits.parser.bodies import parse_body, parse_group
from oic_summits.parser.lexicon import verb_forms
from oic_summits.parser.line import Line, words_of
from oic_summits.parser.mentions import Kind, Mention
from oic_summits.parser.names import name_end, skip_honorifics
from oic_summits.parser.nouns import parse_document, parse_summit
from oic_summits.parser.offices import parse_office
from oic_summits.parser.persons import parse_person, parse_shared_office
from oic_summits.parser.wordlists import GROUP_HEADS


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
        pair = parse_shared_office(line, text, i)
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


def _mention_at(line: Line, text: str, i: int) -> Mention | None:
    if (
        line.lower(i) in ("his", "her")
        and line.lower(i + 1)
        in (
            "majesty",
            "highness",
            "excellency",
            "holiness",
            "eminence",
        )
        and name_end(line, skip_honorifics(line, i)) is None
        and parse_office(line, i + 2) is None
    ):
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
            name=words_of(line, text, document.title_start, document.end) if document.title_start >= 0 else None,
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
            name=None if kind is Kind.STATE else words_of(line, text, body.name_start, body.end),
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
            name=words_of(line, text, group.name_start, group.end),
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
    words = words_of(line, text, k, known.end)
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
