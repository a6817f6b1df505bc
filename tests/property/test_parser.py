"""Laws of reading: rendered facts are read back, noise adds none, evidence is verbatim, no text breaks the reader."""

from contextlib import suppress
from typing import Any, cast

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from oic_summits.codec import dump_extraction, load_extraction
from oic_summits.errors import ParseInputError
from oic_summits.model import DocumentKind, Evidence, Extraction, Participant, State, Summit
from oic_summits.parser import parse
from tests.rendered import host_states
from tests.strategies import RenderedSummit, hostile_texts, noise_paragraphs, rendered_summits

RECORDS = tuple(field.name for field in attrs.fields(cast("Any", Extraction)) if field.name != "document")


def _header(text: str) -> Summit:
    header = parse(text, id="article").header
    assert header is not None
    return header


@given(rendered_summits())
def test_the_box_of_a_rendered_summit_is_read_back(rendered: tuple[str, RenderedSummit]) -> None:
    text, expected = rendered
    header = _header(text)
    assert (header.id.organisation, header.id.series, header.id.ordinal) == (
        "OIC",
        expected["series"],
        expected["ordinal"],
    )
    assert (str(header.start), str(header.end)) == (expected["start"], expected["end"])
    assert (header.cities, header.country) == ((expected["city"],), expected["country"])


@given(rendered_summits())
def test_the_neighbours_of_a_rendered_summit_are_read_back(rendered: tuple[str, RenderedSummit]) -> None:
    text, expected = rendered
    header = _header(text)
    follows = header.follows and (header.follows.series, header.follows.ordinal)
    precedes = header.precedes and (header.precedes.series, header.precedes.ordinal)
    assert follows == (expected["follows"] and (expected["series"], expected["follows"]))
    assert precedes == (expected["series"], expected["precedes"])


@given(rendered_summits())
def test_the_participants_of_a_rendered_summit_are_read_back(rendered: tuple[str, RenderedSummit]) -> None:
    text, expected = rendered
    people = parse(text, id="article").people
    assert [_who(person) for person in people] == [
        (person["name"], person["office"], person["state"], True, person["capacity"])
        for person in expected["participants"]
    ]


PRESENTATIONS = (
    ("{state}'s King {given} II", "king", "{given} II"),
    ("{demonym} president {given} {surname}", "president", "{given} {surname}"),
    ("{demonym} Prime Minister {given} {surname}", "prime minister", "{given} {surname}"),
    ("President {given} {surname} of {state}", "president", "{given} {surname}"),
    ("Crown Prince {given} {surname} of {state}", "crown prince", "{given} {surname}"),
    ("{given} {surname}, president of {state}", "president", "{given} {surname}"),
    ("{demonym} foreign minister {given} {surname}", "foreign minister", "{given} {surname}"),
)
LEADERS = [
    pytest.param(state, presentation, id=f"{state.alpha3}-{presentation[0]}")
    for state, _ in host_states()
    for presentation in PRESENTATIONS
]


@pytest.mark.parametrize(("state", "presentation"), LEADERS)
def test_a_leader_of_every_member_is_read(state: State, presentation: tuple[str, str, str]) -> None:
    printed, office, name = presentation
    parts = {"state": state.name, "demonym": state.demonyms[0], "given": "Béchira", "surname": "Doruşan"}
    title = "= Sixth Extraordinary Session of the Islamic Summit Conference ="
    sentence = f"Amongst the heads of state were Bruneian president Oumar Ouldabré and {printed.format(**parts)}."
    _, *people = parse(f"{title}\n\n==Participants==\n{sentence}", id="article").people
    assert [(p.actor.name, p.actor.office and p.actor.office.title, p.actor.state, p.attended) for p in people] == [
        (name.format(**parts), office, state.alpha3, True)
    ]


def _who(person: Participant) -> tuple[object, ...]:
    actor = person.actor
    return actor.name, actor.office and actor.office.title, actor.state, person.attended, person.capacity


@given(rendered_summits(), noise_paragraphs())
def test_a_paragraph_about_something_else_changes_no_record(rendered: tuple[str, RenderedSummit], noise: str) -> None:
    before = parse(rendered[0], id="article")
    after = parse(f"{rendered[0]}\n\n{noise}\n", id="article")
    for name in RECORDS:
        assert getattr(after, name) == getattr(before, name), name


@given(rendered_summits(), noise_paragraphs())
def test_a_paragraph_about_something_else_before_the_sections_adds_no_fact(
    rendered: tuple[str, RenderedSummit], noise: str
) -> None:
    text = rendered[0]
    before = parse(text, id="article")
    after = parse(text.replace("\n==Participants", f"\n{noise}\n\n==Participants"), id="article")
    for name in RECORDS:
        assert _without_evidence(getattr(after, name)) == _without_evidence(getattr(before, name)), name


@given(noise_paragraphs(), st.sampled_from(["", "= Weather =\n\n", "\n\n"]))
def test_noise_alone_is_about_no_summit(noise: str, lead: str) -> None:
    extraction = parse(lead + noise, id="note")
    assert extraction.header is None
    assert [name for name in RECORDS if name not in ("header", "problems") and getattr(extraction, name)] == []


@given(rendered_summits() | st.tuples(hostile_texts(), st.none()), noise_paragraphs())
def test_every_evidence_slices_back_to_its_words(rendered: tuple[str, Any], noise: str) -> None:
    text = f"{rendered[0]}\n{noise}"
    extraction = parse(text, id="article")
    assert extraction.document.text == text
    for evidence in _evidence(extraction):
        assert evidence.document == "article"
        assert text[evidence.start : evidence.end] == evidence.text


@given(hostile_texts(), st.none() | st.sampled_from(DocumentKind))
def test_any_text_is_read_or_refused_with_our_error(text: str, kind: DocumentKind | None) -> None:
    with suppress(ParseInputError):
        extraction = parse(text, id="note", kind=kind)
        assert extraction.document.text == text
        assert load_extraction(dump_extraction(extraction)) == extraction


@given(rendered_summits(), hostile_texts(), st.data())
def test_an_article_with_anything_in_it_is_read(
    rendered: tuple[str, RenderedSummit], hostile: str, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(rendered[0])))
    text = rendered[0][:place] + hostile + rendered[0][place:]
    extraction = parse(text, id="article")
    assert extraction.document.text == text
    assert load_extraction(dump_extraction(extraction)) == extraction


@given(rendered_summits())
def test_reading_twice_gives_the_same(rendered: tuple[str, RenderedSummit]) -> None:
    one, other = parse(rendered[0]), parse(rendered[0])
    assert one == other
    assert hash(one) == hash(other)


@given(rendered_summits())
def test_line_endings_change_no_fact(rendered: tuple[str, RenderedSummit]) -> None:
    text = rendered[0]
    unix, windows = parse(text, id="article"), parse(text.replace("\n", "\r\n"), id="article")
    for name in RECORDS:
        assert _without_evidence(getattr(windows, name)) == _without_evidence(getattr(unix, name)), name


def _evidence(value: Any) -> list[Evidence]:
    if isinstance(value, Evidence):
        return [value]
    if isinstance(value, tuple):
        return [found for item in value for found in _evidence(item)]
    if attrs.has(type(value)):
        return [found for field in attrs.fields(type(value)) for found in _evidence(getattr(value, field.name))]
    return []


def _without_evidence(value: Any) -> Any:
    """A record as plain data, with the words of its evidence but not their place."""
    if isinstance(value, Evidence):
        return value.text, value.rule
    if isinstance(value, tuple):
        return tuple(_without_evidence(item) for item in value)
    if attrs.has(type(value)):
        return tuple(_without_evidence(getattr(value, field.name)) for field in attrs.fields(type(value)))
    return value
