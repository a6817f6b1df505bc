"""Laws of the JSON form: load after dump is identity, every dump obeys the schema, and so does all that loads."""

import copy
import json
from contextlib import suppress
from itertools import pairwise
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from oic_summits.archive import Archive
from oic_summits.codec import (
    dump_extraction,
    dump_summit,
    from_json,
    json_schema,
    load_archive,
    load_extraction,
    load_summit,
    to_json,
)
from oic_summits.codec.converter import make_converter
from oic_summits.errors import CodecError
from oic_summits.model import Extraction, Summit
from tests.strategies import RECORDS, any_text, archives, extractions, hostile_texts, summits

CONVERTER = make_converter()
ARCHIVE_SCHEMA = Draft202012Validator(json_schema("archive"))
EXTRACTION_SCHEMA = Draft202012Validator(json_schema("extraction"))
SUMMIT_SCHEMA = Draft202012Validator(json_schema("summit"))


@pytest.mark.parametrize("cls", RECORDS, ids=lambda cls: cls.__name__)
@given(data=st.data())
def test_every_record_comes_back_from_json(cls: type[Any], data: st.DataObject) -> None:
    value = data.draw(RECORDS[cls])
    text = json.dumps(CONVERTER.unstructure(value))
    back = CONVERTER.structure(json.loads(text), cls)
    assert back == value
    assert _types(back) == _types(value)
    assert json.dumps(CONVERTER.unstructure(back)) == text


@given(extractions())
def test_an_extraction_comes_back_and_obeys_the_schema(extraction: Extraction) -> None:
    text = to_json(extraction)
    assert load_extraction(text) == extraction
    assert _types(load_extraction(text)) == _types(extraction)
    assert from_json(text) == extraction
    assert to_json(load_extraction(text)) == text
    assert EXTRACTION_SCHEMA.is_valid(json.loads(text))


@given(summits(), st.none() | st.integers(0, 4))
def test_a_summit_comes_back_and_obeys_the_schema(summit: Summit, indent: int | None) -> None:
    text = dump_summit(summit, indent=indent)
    assert load_summit(text) == summit
    assert SUMMIT_SCHEMA.is_valid(json.loads(text))


@given(archives())
def test_an_archive_comes_back_and_obeys_the_schema(archive: Archive) -> None:
    text = to_json(archive)
    back = load_archive(text)
    assert back == archive
    assert tuple(back.summits) == tuple(archive.summits)
    assert to_json(back) == text
    assert ARCHIVE_SCHEMA.is_valid(json.loads(text))


@given(extractions())
def test_dumps_can_be_written_as_utf8(extraction: Extraction) -> None:
    text = dump_extraction(extraction)
    halves = [a + b for a, b in pairwise(text) if "\ud800" <= a < "\udc00" <= b <= "\udfff"]
    if not halves:
        assert load_extraction(text.encode().decode()) == extraction


@given(extractions(), st.data())
def test_what_loads_obeys_the_schema(extraction: Extraction, data: st.DataObject) -> None:
    changed = _with_one_change(json.loads(dump_extraction(extraction)), data)
    with suppress(CodecError):
        loaded = load_extraction(json.dumps(changed))
        assert EXTRACTION_SCHEMA.is_valid(changed)
        assert load_extraction(dump_extraction(loaded)) == loaded


@given(summits(), st.data())
def test_what_the_schema_refuses_does_not_load(summit: Summit, data: st.DataObject) -> None:
    changed = _with_one_change(json.loads(dump_summit(summit)), data)
    if not SUMMIT_SCHEMA.is_valid(changed):
        with pytest.raises(CodecError, match=r"\(\$"):
            load_summit(json.dumps(changed))


@given(any_text() | hostile_texts())
def test_any_string_is_refused_with_our_error(text: str) -> None:
    with pytest.raises(CodecError, match=r"\(\$"):
        from_json(text)


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@given(JSON_VALUES)
def test_any_json_is_refused_with_our_error(value: Any) -> None:
    with pytest.raises(CodecError, match=r"\(\$"):
        from_json(json.dumps(value))


def _types(value: Any) -> Any:
    """The types of everything in a record: a word of a vocabulary equals a plain string, and is none."""
    if isinstance(value, tuple):
        return tuple(_types(item) for item in value)
    if attrs.has(type(value)):
        return type(value), tuple(_types(getattr(value, field.name)) for field in attrs.fields(type(value)))
    return type(value)


def _places(value: Any) -> list[tuple[Any, Any]]:
    """Every container below a value, with each of its keys or indexes."""
    if isinstance(value, dict):
        return [(value, key) for key in value] + [place for item in value.values() for place in _places(item)]
    if isinstance(value, list):
        return [(value, i) for i in range(len(value))] + [place for item in value for place in _places(item)]
    return []


def _with_one_change(value: Any, data: st.DataObject) -> Any:
    """Another value, a missing key or one more key, somewhere in a document."""
    changed = copy.deepcopy(value)
    holder, key = data.draw(st.sampled_from(_places(changed)))
    change = data.draw(st.sampled_from(("replace", "delete", "add")))
    if change == "replace":
        holder[key] = data.draw(JSON_VALUES)
    elif change == "delete":
        del holder[key]
    elif isinstance(holder, dict):
        holder[data.draw(st.text(max_size=4))] = data.draw(JSON_VALUES)
    else:
        holder.append(data.draw(JSON_VALUES))
    return changed
