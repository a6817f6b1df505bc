"""The records are closed, frozen and complete, and their values are checked."""

import inspect
import re
from typing import Any

import attrs
import pytest
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

from oic_summits import model
from oic_summits.errors import EvidenceError, InvalidValueError
from oic_summits.model import (
    Actor,
    ActorKind,
    Capacity,
    Claim,
    Document,
    DocumentKind,
    Evidence,
    Extraction,
    Finding,
    Membership,
    Office,
    PartialDate,
    Participant,
    Person,
    Problem,
    Repair,
    Section,
    Series,
    Source,
    State,
    Summit,
    SummitId,
    Term,
    evolve,
)
from oic_summits.model.ordinals import ORDINAL_WORDS, ordinal_number, ordinal_text
from tests.strategies import RECORDS

EVERY_RECORD = pytest.mark.parametrize("cls", RECORDS, ids=lambda cls: cls.__name__)


def test_every_record_class_has_a_strategy() -> None:
    exported = {getattr(model, name) for name in model.__all__}
    assert set(RECORDS) == {item for item in exported if inspect.isclass(item) and attrs.has(item)}


@EVERY_RECORD
def test_records_are_not_to_be_subclassed(cls: type[Any]) -> None:
    with pytest.raises(TypeError, match=f"^{cls.__name__} is closed: compose it in a class of your own"):
        type("Own", (cls,), {})


@EVERY_RECORD
@given(data=st.data())
def test_records_are_frozen_and_slotted(cls: type[Any], data: st.DataObject) -> None:
    value = data.draw(RECORDS[cls])
    field = attrs.fields(cls)[0].name
    with pytest.raises(FrozenInstanceError):
        setattr(value, field, None)
    with pytest.raises(FrozenInstanceError):
        delattr(value, field)
    assert not hasattr(value, "__dict__")


@EVERY_RECORD
def test_records_take_keywords_only(cls: type[Any]) -> None:
    kinds = {parameter.kind for parameter in inspect.signature(cls).parameters.values()}
    assert kinds == {inspect.Parameter.KEYWORD_ONLY}


TUPLE_FIELDS = [
    pytest.param(cls, field.name, id=f"{cls.__name__}.{field.name}")
    for cls in RECORDS
    for field in attrs.fields(cls)
    if str(field.type).startswith("tuple[")
]


@pytest.mark.parametrize(("cls", "field"), TUPLE_FIELDS)
def test_lists_are_refused_for_tuples(cls: type[Any], field: str) -> None:
    required = {other.name: () for other in attrs.fields(cls) if other.default is attrs.NOTHING}
    with pytest.raises(TypeError, match=f"'{field}' must be <class 'tuple'>"):
        cls(**{**required, field: []})


@EVERY_RECORD
def test_no_field_holds_what_cannot_be_hashed(cls: type[Any]) -> None:
    types = " ".join(str(field.type) for field in attrs.fields(cls))
    assert not re.search(r"\b(list|dict|set|bytearray|Any)\b", types)


@EVERY_RECORD
def test_docstrings_describe_every_field_or_none(cls: type[Any]) -> None:
    described = set(re.findall(r"^    (?:    )?(\w+): ", inspect.getdoc(cls) or "", re.MULTILINE))
    names = {field.name for field in attrs.fields(cls)}
    if "Attributes:" in (cls.__doc__ or ""):
        assert names <= described
    else:
        assert cls.__doc__


ACTOR = Actor(name="Béchira Doruşan", kind=ActorKind.PERSON)
REPRS: list[tuple[object, str]] = [
    (PartialDate(year=974), "PartialDate('0974')"),
    (PartialDate(year=2017, month=12, day=13), "PartialDate('2017-12-13')"),
    (SummitId(series=Series.EXTRAORDINARY, ordinal=6), "SummitId('oic-extraordinary-6')"),
    (SummitId(organisation="Arab League", ordinal=29), "SummitId('arab-league-29')"),
    (SummitId(organisation="Arab League"), "SummitId('=Arab%20;League')"),
    (Summit(id=SummitId(ordinal=6), cities=("Fez", "Rabat")), "<Summit oic-6 Fez, Rabat>"),
    (Document(id="note", kind=DocumentKind.NEWS, text="abc"), "<Document note: news, 3 characters>"),
    (
        Extraction(document=Document(id="note", kind=DocumentKind.NEWS, text="abc")),
        "<Extraction of note on no summit: 0 people, 0 reactions, 0 quotations, 0 problems>",
    ),
    (State(alpha2="TR", alpha3="TUR", name="Turkey", official_name="Republic"), "<State TUR Turkey>"),
    (Office(title="emir"), "Office(title='emir', kind=None)"),
]


@pytest.mark.parametrize(("value", "expected"), REPRS)
def test_representations_are_short(value: object, expected: str) -> None:
    assert repr(value) == expected


def test_the_representation_of_a_long_quote_is_cut() -> None:
    evidence = Evidence(document="note", start=0, end=100, text="x" * 100, rule="clause")
    assert repr(evidence) == f"Evidence(document='note', start=0, end=100, text='{'x' * 57}...', rule='clause')"


IMPOSSIBLE: list[tuple[type[Any], dict[str, Any], str]] = [
    (
        PartialDate,
        {"year": 2017, "month": 2, "day": 31},
        "there is no date 2017-2-31; give an existing day, month or year",
    ),
    (PartialDate, {"year": 0}, "there is no date 0; give an existing day, month or year"),
    (PartialDate, {"year": 2017, "month": 13}, "there is no date 2017-13; give an existing day, month or year"),
    (PartialDate, {"year": 2017, "day": 3}, "a day (3) without a month in 2017; give the month too"),
    (SummitId, {"ordinal": 0}, "no summit is number 0; give a number from 1 to 999"),
    (SummitId, {"organisation": " "}, "' ' names no organisation; give a short name such as 'OIC'"),
    (
        SummitId,
        {"ordinal": 1, "date": PartialDate(year=2017)},
        "a summit is named by its number or, where it has none, by its date; give one",
    ),
    (
        State,
        {"alpha2": "tr", "alpha3": "TUR", "name": "Turkey", "official_name": ""},
        "'tr', 'TUR': state codes are two and three capital letters",
    ),
    (
        Section,
        {"title": "A", "level": 1, "start": 5, "end": 4},
        "section 'A': 5:4 at level 1 is no span",
    ),
]


@pytest.mark.parametrize(("cls", "parts", "message"), IMPOSSIBLE)
def test_impossible_values_are_refused(cls: type[Any], parts: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidValueError, match=f"^{re.escape(message)}$"):
        cls(**parts)


@pytest.mark.parametrize(("start", "end", "text"), [(-1, 2, "abc"), (3, 3, ""), (0, 2, "abc"), (5, 4, "a")])
def test_a_span_fits_its_words(start: int, end: int, text: str) -> None:
    with pytest.raises(
        EvidenceError, match=f"^evidence in 'note': the span {start}:{end} does not fit its {len(text)}"
    ):
        Evidence(document="note", start=start, end=end, text=text, rule="clause")
    with pytest.raises(EvidenceError, match=f"the span {start}:{end} does not fit it$"):
        Repair(start=start, end=end, printed=text, meant="x")


def test_evidence_is_held_against_its_text() -> None:
    evidence = Evidence(document="note", start=4, end=10, text="summit", rule="clause")
    evidence.check("The summit met.")
    with pytest.raises(
        EvidenceError, match=r"^evidence in 'note' at 4:10: expected 'summit', but there stands 'Summit'; "
    ):
        evidence.check("The Summit met.")
    with pytest.raises(
        EvidenceError, match=r"^evidence in 'note' at 4:10: expected 'summit', but the text ends at 7; "
    ):
        evidence.check("The sum")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("oic-extraordinary-6", "oic-extraordinary-6"),
        ("extraordinary-6", "oic-extraordinary-6"),
        ("6th extraordinary", "oic-extraordinary-6"),
        ("Sixth Extraordinary Session of the Islamic Summit Conference", "oic-extraordinary-6"),
        ("Second Islamic Summit Conference", "oic-ordinary-2"),
        ("Twenty-first Session", "oic-ordinary-21"),
        (" 6th ", "oic-6"),
        ("ordinary", "oic-ordinary"),
        ("2023-11-11", "oic-2023-11-11"),
        ("oic-extraordinary-2023-11-11", "oic-extraordinary-2023-11-11"),
        ("arab-league-ordinary-29", "arab-league-ordinary-29"),
    ],
)
def test_summits_are_named_in_many_ways(text: str, expected: str) -> None:
    assert str(SummitId.parse(text)) == expected


@pytest.mark.parametrize("text", ["", "   ", "the summit", "Cairo, Egypt", "0th", "000th extraordinary session"])
def test_what_names_no_summit_is_refused(text: str) -> None:
    with pytest.raises(
        InvalidValueError, match=r"names no summit; write 'extraordinary-6', '6th extraordinary' or a title"
    ):
        SummitId.parse(text)


def test_an_incomplete_name_says_so() -> None:
    assert not SummitId.parse("6th").complete
    assert not SummitId.parse("oic-extraordinary-2023").complete
    assert SummitId.parse("oic-extraordinary-2023-11-11").complete
    with pytest.raises(InvalidValueError, match=r"^oic-2023 has no number, so no next one; ask an archive"):
        _ = SummitId.parse("2023").next


def test_ordinals_are_read_and_written() -> None:
    assert {number: ordinal_number(ordinal_text(number)) for number in range(1, 1000)} == {n: n for n in range(1, 1000)}
    assert {ordinal_number(word) for word in ORDINAL_WORDS} == set(range(1, 100))
    assert [ordinal_text(number) for number in (1, 2, 3, 4, 11, 12, 13, 21, 111, 112)] == (
        "1st 2nd 3rd 4th 11th 12th 13th 21st 111th 112th".split()
    )


def test_positions_count_from_one_and_sections_nest() -> None:
    whole, part = (Section(title=t, level=n, start=s, end=20) for t, n, s in (("A", 1, 0), ("B", 2, 8)))
    document = Document(id="note", kind=DocumentKind.NEWS, text="ab\ncd\r\nefg\nhijklmnop", sections=(whole, part))
    assert [document.position(offset) for offset in (0, 2, 3, 7, 19)] == [(1, 1), (1, 3), (2, 1), (3, 1), (4, 9)]
    assert [document.section_at(offset) for offset in (0, 8, 19, 20)] == [whole, part, part, None]
    assert document.digest == evolve(document, id="other").digest
    assert document.digest != evolve(document, text="ab").digest


def test_a_digest_of_half_a_character_can_be_taken() -> None:
    one, other = (Document(id="note", kind=DocumentKind.NEWS, text=text) for text in ("\ud800", "\udc00"))
    assert one.digest != other.digest


def test_terms_know_what_is_sure_and_what_may_be() -> None:
    term = Term(
        person=Person(name="X"),
        office=Office(title="emir"),
        start=PartialDate.parse("1995-06"),
        end=PartialDate.parse("2013-06-25"),
    )
    day = PartialDate.parse
    assert [term.may_include(day(d)) for d in ("1995-05-31", "1995-06-02", "2000", "2013", "2013-06-26")] == [
        False,
        True,
        True,
        True,
        False,
    ]
    assert [term.surely_includes(day(d)) for d in ("1995-06-02", "1995-07-01", "2000", "2013")] == [
        False,
        True,
        True,
        False,
    ]
    lasting = evolve(term, start=None, end=None)
    assert lasting.may_include(day("2030"))
    assert not lasting.surely_includes(day("2030"))


def test_an_extraction_gathers_who_attended() -> None:
    came = Participant(actor=ACTOR, attended=True, capacity=Capacity.GUEST)
    stayed, unknown = evolve(came, attended=False), evolve(came, attended=None)
    extraction = Extraction(
        document=Document(id="note", kind=DocumentKind.NEWS, text="abc"),
        header=Summit(id=SummitId(ordinal=6)),
        people=(came, stayed, unknown),
    )
    assert extraction.summit == Summit(id=SummitId(ordinal=6), participants=(came,))
    assert evolve(extraction, header=None).summit is None


def test_a_summit_gives_the_proof_of_a_field() -> None:
    evidence = Evidence(document="note", start=4, end=9, text="Cairo", rule="box")
    claims = (
        Claim(field="cities", value="Cairo", source="note", evidence=evidence),
        Claim(field="cities", value="Cairo", source="roster"),
        Claim(field="country", value="EGY", source="note", evidence=evolve(evidence, rule="place")),
    )
    summit = Summit(id=SummitId(ordinal=2), claims=claims, sources=(Source(id="roster", reason="listed"),))
    assert summit.proof("cities") == (evidence,)
    assert summit.proof("motto") == ()
    assert summit.from_roster_only


def test_problems_and_findings_read_as_one_line() -> None:
    problem = Problem(kind="unknown key", message="kept", document="note", start=0, end=3, text="abc", line=1, column=1)
    assert str(problem) == "note:1:1: unknown key: kept"
    assert str(Finding(kind="gap", message="none")) == "gap: none"
    assert str(Finding(kind="gap", message="none", summit=SummitId(ordinal=2))) == "oic-2: gap: none"


def test_a_membership_is_a_record() -> None:
    assert Membership(status="member") == Membership(status="member", start=None, end=None, note=None)
