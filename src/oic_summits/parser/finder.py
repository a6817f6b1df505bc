"""Finding mentions: who and what a sentence names, in one pass from left to right."""

import attrs

from oic_summits.parser.bodies import parse_body, parse_group
from oic_summits.parser.document_nouns import parse_document
from oic_summits.parser.lexicon import verb_forms
from oic_summits.parser.line import Line, words_of
from oic_summits.parser.mentions import Kind, Mention
from oic_summits.parser.names import name_end, skip_honorifics
from oic_summits.parser.nouns import parse_summit
from oic_summits.parser.offices import parse_office
from oic_summits.parser.persons import parse_person
from oic_summits.parser.several_persons import parse_names_with_offices, parse_shared_office
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
        pair = parse_shared_office(line, text, i) or (
            parse_names_with_offices(line, text, i) if token.text[0].isupper() else ()
        )
        if pair:
            found.extend(pair)
            i = pair[-1].end
            continue
        if i == 0 and line.implied and _opens_with_verb(line):
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


def _opens_with_verb(line: Line) -> bool:
    """As in an item "called on all states", "Demands a halt": its first word is no name."""
    form = verb_forms().get(line.lower(0))
    return form is not None and (form.past or (form.third and len(line) > 1 and not line.tokens[1].capital))


_STYLES = frozenset("majesty highness excellency holiness eminence".split())
_PRONOUNS = frozenset("he she it they we who which both".split())


def _mention_at(line: Line, text: str, i: int) -> Mention | None:
    """What begins at a token: persons with a sign before all, bare names and pronouns last."""
    if _is_style_alone(line, i):
        royal = line.lower(i + 1) == "royal"
        style = {"majesty": "king", "highness": "prince"}.get(line.lower(i + 1 + royal))
        return Mention(kind=Kind.PRONOUN, start=i, end=i + 2 + royal, name="he", office=style)
    person = parse_person(line, text, i)
    if person is not None and person.kind is not Kind.NAME:
        return person
    found = _document_at(line, text, i) or _summit_at(line, i) or _actor_at(line, text, i) or _known_at(line, text, i)
    return found or person or _pronoun_at(line, i)


def _is_style_alone(line: Line, i: int) -> bool:
    """As in "His Majesty" without a name or an office behind it."""
    k = i + 1 + (line.lower(i + 1) == "royal")
    if line.lower(i) not in ("his", "her") or line.lower(k) not in _STYLES:
        return False
    return name_end(line, skip_honorifics(line, i)) is None and parse_office(line, i + 2) is None


def _document_at(line: Line, text: str, i: int) -> Mention | None:
    document = parse_document(line, i)
    if document is None:
        return None
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


def _summit_at(line: Line, i: int) -> Mention | None:
    summit = parse_summit(line, i)
    if summit is None:
        return None
    return Mention(kind=Kind.SUMMIT, start=i, end=summit.end, own=True, plural=summit.plural, name=summit.word)


def _actor_at(line: Line, text: str, i: int) -> Mention | None:
    """A body or a group; a word that heads groups begins one."""
    group = parse_group(line, i) if line.lower(i) in GROUP_HEADS else None
    body = parse_body(line, i) if group is None else None
    if body is not None:
        kind = Kind.STATE if body.acts_for_state else Kind.BODY
        return Mention(
            kind=kind,
            start=i,
            end=body.end,
            name=None if kind is Kind.STATE else words_of(line, text, body.name_start, body.end),
            state=body.state,
            owner=line.lower(i) if body.owned else None,
            plural=body.plural,
            organisation=body.organisation,
        )
    group = group or parse_group(line, i)
    if group is None:
        return None
    return Mention(
        kind=Kind.GROUP,
        start=i,
        end=group.end,
        name=words_of(line, text, group.name_start, group.end),
        plural=True,
        organisation=group.organisation,
        state=group.state,
    )


def _pronoun_at(line: Line, i: int) -> Mention | None:
    word = line.lower(i)
    if word not in _PRONOUNS:
        return None
    return Mention(kind=Kind.PRONOUN, start=i, end=i + 1, name=word, plural=word in ("they", "we", "both"))


def _known_at(line: Line, text: str, i: int) -> Mention | None:
    k = i + 1 if line.lower(i) == "the" and line.known[i] is None else i
    known = line.known[k] if k < len(line) else None
    if known is None:
        return None
    first = k + 1 if line.lower(k) == "the" and known.end > k + 1 else k
    words = words_of(line, text, first, known.end)
    if known.organisation is not None:
        end = _parenthesis(line, known.end)
        name = words.replace("United Nations ", "UN ", 1) if words.startswith("United Nations ") else words
        return Mention(kind=Kind.ORGANISATION, start=i, end=end, name=name, organisation=known.organisation.short_name)
    assert known.state is not None
    if known.form == "city" and not line.possessive(known.end):
        return None  # only the seat of a government stands for it
    plural = known.is_demonym and words.endswith("s")
    name = known.state.name if known.is_demonym or known.is_place or known.form == "code" else words
    return Mention(
        kind=Kind.STATE,
        start=i,
        end=known.end,
        name=name,
        state=known.state.alpha3,
        demonym=known.is_demonym,
        printed=words if known.is_demonym else None,
        place=known.is_place,
        plural=plural,
    )


def _parenthesis(line: Line, i: int) -> int:
    """The index after an acronym in brackets: "(OIC)"."""
    if line.lower(i) == "(" and line.lower(i + 2) == ")" and line.tokens[i + 1].text.isupper():
        return i + 3
    return i
