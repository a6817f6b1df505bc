"""Laws of the records: they hash, compare, copy and pickle by value, and text forms read back."""

import copy
import pickle
from contextlib import suppress
from typing import Any

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from oic_summits.errors import InvalidValueError
from oic_summits.model import Evidence, Extraction, PartialDate, Series, SummitId, evolve
from tests.strategies import (
    RECORDS,
    any_text,
    evidences,
    extractions,
    hostile_texts,
    partial_dates,
    summit_ids,
    summits,
)

EVERY_RECORD = pytest.mark.parametrize("cls", RECORDS, ids=lambda cls: cls.__name__)


@EVERY_RECORD
@given(data=st.data())
def test_equal_parts_make_equal_records_with_equal_hashes(cls: type[Any], data: st.DataObject) -> None:
    value = data.draw(RECORDS[cls])
    twin = cls(**{field.name: getattr(value, field.name) for field in attrs.fields(cls)})
    assert twin == value
    assert hash(twin) == hash(value)
    assert len({twin, value}) == 1


@EVERY_RECORD
@given(data=st.data())
def test_copies_and_pickles_are_equal(cls: type[Any], data: st.DataObject) -> None:
    value = data.draw(RECORDS[cls])
    copies = [copy.copy(value), copy.deepcopy(value), evolve(value)]
    copies += [pickle.loads(pickle.dumps(value, protocol)) for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1)]
    for made in copies:
        assert type(made) is cls
        assert made == value
        assert hash(made) == hash(value)


@EVERY_RECORD
@given(data=st.data())
def test_a_record_with_another_part_is_another_record(cls: type[Any], data: st.DataObject) -> None:
    value, other = data.draw(RECORDS[cls]), data.draw(RECORDS[cls])
    parts, others = attrs.asdict(value, recurse=False), attrs.asdict(other, recurse=False)
    assert (value == other) == (parts == others)
    assert value != tuple(parts.values())


@given(partial_dates())
def test_a_date_reads_its_own_text(date: PartialDate) -> None:
    assert PartialDate.parse(str(date)) == date
    assert PartialDate.of(str(date)) == date
    assert date.covers(PartialDate.of(date.first_day))
    assert date.covers(PartialDate.of(date.last_day))
    assert (date.exact is None) == (date.day is None)


@given(partial_dates(), partial_dates())
def test_dates_are_ordered_like_their_texts(one: PartialDate, other: PartialDate) -> None:
    assert (one < other) == (str(one) < str(other))
    assert (one <= other) == (one < other or one == other)
    assert (one > other) == (other < one)
    assert (one >= other) == (other <= one)


@given(partial_dates(), partial_dates())
def test_covering_is_a_partial_order(one: PartialDate, other: PartialDate) -> None:
    assert one.covers(one)
    if one.covers(other) and other.covers(one):
        assert (one.first_day, one.last_day) == (other.first_day, other.last_day)


@example(SummitId(organisation="Arab League"))
@example(SummitId(organisation="Arab League", ordinal=3))
@example(SummitId(organisation="Ordinary", series=Series.ORDINARY))
@example(SummitId(organisation="2017", ordinal=3))
@example(SummitId(organisation="OIC", date=PartialDate(year=2017)))
@given(summit_ids())
def test_a_summit_id_reads_its_own_text(summit: SummitId) -> None:
    assert SummitId.parse(str(summit)) == summit


@given(summit_ids(), summit_ids())
def test_two_summits_never_share_a_text(one: SummitId, other: SummitId) -> None:
    assert (str(one) == str(other)) == (one == other)


@given(summit_ids(), summit_ids())
def test_of_two_summit_ids_one_comes_first(one: SummitId, other: SummitId) -> None:
    assert not (one < other < one)
    if not one < other and not other < one:
        assert one.organisation.casefold() == other.organisation.casefold()
        assert str(one).casefold() == str(other).casefold() or one.organisation != other.organisation


@given(summit_ids(complete=True))
def test_the_next_summit_comes_later(summit: SummitId) -> None:
    assert summit.complete
    assert summit < summit.next
    assert not summit.next < summit


@given(any_text(min_size=1), st.data())
def test_evidence_slices_back_to_its_words(text: str, data: st.DataObject) -> None:
    evidence = data.draw(evidences(text))
    assert text[evidence.start : evidence.end] == evidence.text
    assert evidence.holds_in(text)
    assert evidence.holds_in(text + " and more")


@given(extractions())
def test_the_summit_of_an_extraction_holds_its_records(extraction: Extraction) -> None:
    summit = extraction.summit
    if extraction.header is None:
        assert summit is None
        return
    assert summit is not None
    assert summit.reactions == extraction.reactions
    assert {p.actor for p in summit.participants} <= {p.actor for p in extraction.people + extraction.collectives}
    assert evolve(summit, **dict.fromkeys(_RECORD_FIELDS, ())) == extraction.header


_RECORD_FIELDS = (
    "participants",
    "declarations",
    "provisions",
    "reactions",
    "quotations",
    "milestones",
    "instruments",
)


@given(summits(), st.data())
def test_evolving_changes_one_field_of_a_copy(summit: Any, data: st.DataObject) -> None:
    motto = data.draw(any_text())
    changed = evolve(summit, motto=motto)
    assert changed.motto == motto
    assert evolve(changed, motto=summit.motto) == summit


@given(any_text(min_size=1) | hostile_texts())
def test_any_text_names_a_summit_or_raises_our_error(text: str) -> None:
    with suppress(InvalidValueError):
        parsed = SummitId.parse(text)
        assert SummitId.parse(str(parsed)) == parsed


@given(extractions())
def test_every_span_of_an_extraction_slices_back(extraction: Extraction) -> None:
    for evidence in _evidence(extraction):
        assert extraction.document.text[evidence.start : evidence.end] == evidence.text


def _evidence(value: Any) -> list[Evidence]:
    if isinstance(value, Evidence):
        return [value]
    if isinstance(value, tuple):
        return [found for item in value for found in _evidence(item)]
    if attrs.has(type(value)):
        return [found for field in attrs.fields(type(value)) for found in _evidence(getattr(value, field.name))]
    return []
