"""Errors say what, where and what next; they compare by value, and survive pickling and copying."""

import copy
import inspect
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oic_summits import errors
from oic_summits.errors import (
    AmbiguousNameError,
    CodecError,
    CodecProblem,
    DataFileError,
    EmptyTextError,
    EncodingError,
    EvidenceError,
    InvalidValueError,
    MissingExtraError,
    NotFoundError,
    OicSummitsError,
    ParseInputError,
    TextTooLargeError,
)

GOLDEN: list[tuple[OicSummitsError, str]] = [
    (OicSummitsError("the date is impossible"), "the date is impossible"),
    (
        OicSummitsError("the date is impossible", where="line 3", hint="write it as 2017-12-13"),
        "the date is impossible (line 3); write it as 2017-12-13",
    ),
    (ParseInputError("no text", hint="give one"), "no text; give one"),
    (
        EmptyTextError(),
        "the text is empty; give a text with at least one word, or the path of a file that has one",
    ),
    (
        EmptyTextError(source="communique.txt"),
        "the text is empty (communique.txt); give a text with at least one word, or the path of a file that has one",
    ),
    (
        EncodingError(offset=0, byte=0x0A),
        "byte 0x0A at offset 0 is not UTF-8; save the text as UTF-8, or decode it yourself and pass a string",
    ),
    (
        EncodingError(offset=17, byte=0xE9, source="notes.txt", reason="invalid continuation byte"),
        (
            "byte 0xE9 at offset 17 is not UTF-8: invalid continuation byte (notes.txt); "
            "save the text as UTF-8, or decode it yourself and pass a string"
        ),
    ),
    (
        TextTooLargeError(size=9_000_001, limit=8_000_000, source="dump.txt"),
        (
            "the text has 9,000,001 characters, more than the 8,000,000 that are read (dump.txt); "
            "split it and read its parts"
        ),
    ),
    (
        TextTooLargeError(size=11, limit=10, unit="bytes"),
        "the text has 11 bytes, more than the 10 that are read; split it and read its parts",
    ),
    (
        EvidenceError("the quote 'Istanbul' does not stand at 4:12", where="document 'a'"),
        "the quote 'Istanbul' does not stand at 4:12 (document 'a')",
    ),
    (InvalidValueError("month 13", where="2017-13-01", hint="give 1 to 12"), "month 13 (2017-13-01); give 1 to 12"),
    (DataFileError("the roster is missing", where="roster.csv"), "the roster is missing (roster.csv)"),
    (CodecError("this is no JSON"), "this is no JSON ($)"),
    (
        CodecError("unknown key 'nmae'", path="$.extractions[0].people[2]", hint="did you mean 'name'?"),
        "unknown key 'nmae' ($.extractions[0].people[2]); did you mean 'name'?",
    ),
    (
        CodecError.from_problems((CodecProblem("$.a", "expected text, found 5"),)),
        "expected text, found 5 ($.a)",
    ),
    (
        CodecError.from_problems(
            (CodecProblem("$.a", "no"), CodecProblem("$.b", "no"), CodecProblem("$.c", "no")), hint="see the schema"
        ),
        "no, and 2 more problems ($.a); see the schema",
    ),
    (
        NotFoundError(kind="state", query="Turky", candidates=("Turkey", "Turkmenistan")),
        "no state is called 'Turky'; the nearest are: Turkey, Turkmenistan",
    ),
    (
        NotFoundError(kind="leader", query="Rouhanni", candidates=("Hassan Rouhani",), where="this archive"),
        "no leader is called 'Rouhanni' (this archive); the nearest is: Hassan Rouhani",
    ),
    (NotFoundError(kind="summit", query="?"), "no summit is called '?'; nothing comes near it: check the spelling"),
    (
        AmbiguousNameError(kind="state", query="Guinean", candidates=("Guinea", "Guinea-Bissau")),
        "'Guinean' fits more than one state; say which: Guinea, Guinea-Bissau",
    ),
    (
        AmbiguousNameError(kind="leader", query="Al Thani", candidates=tuple(f"No {n}" for n in range(12))),
        (
            "'Al Thani' fits more than one leader; say which: "
            "No 0, No 1, No 2, No 3, No 4, No 5, No 6, No 7, No 8, No 9 and 2 more"
        ),
    ),
    (
        MissingExtraError(extra="tables", package="pandas", purpose="data frames"),
        'data frames need the package pandas, which is not installed; run: pip install "oic-summits[tables]"',
    ),
]
CASES = [pytest.param(error, message, id=f"{type(error).__name__}-{n}") for n, (error, message) in enumerate(GOLDEN)]
BUILT_IN: list[tuple[type[OicSummitsError], type[Exception]]] = [
    (ParseInputError, ValueError),
    (EmptyTextError, ParseInputError),
    (EncodingError, ParseInputError),
    (TextTooLargeError, ParseInputError),
    (EvidenceError, ValueError),
    (InvalidValueError, ValueError),
    (CodecError, ValueError),
    (NotFoundError, LookupError),
    (AmbiguousNameError, LookupError),
    (MissingExtraError, ImportError),
]


@pytest.mark.parametrize(("error", "message"), CASES)
def test_message_is_golden(error: OicSummitsError, message: str) -> None:
    assert str(error) == message
    assert error.message == message
    assert error.args == (message,)


@pytest.mark.parametrize(("error", "message"), CASES)
@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_pickled_error_is_the_same(error: OicSummitsError, message: str, protocol: int) -> None:
    back = pickle.loads(pickle.dumps(error, protocol))
    assert type(back) is type(error)
    assert back == error
    assert hash(back) == hash(error)
    assert str(back) == message


@pytest.mark.parametrize(("error", "message"), CASES)
def test_copied_error_is_the_same(error: OicSummitsError, message: str) -> None:
    for twin in (copy.copy(error), copy.deepcopy(error)):
        assert twin is not error
        assert twin == error
        assert str(twin) == message


@pytest.mark.parametrize(("error", "message"), CASES)
def test_repr_builds_the_error_again(error: OicSummitsError, message: str) -> None:
    names = {name: getattr(errors, name) for name in errors.__all__}
    assert eval(repr(error), names) == error


def test_each_golden_error_differs_from_all_others() -> None:
    assert len({error for error, _ in GOLDEN}) == len(GOLDEN)


def test_same_parts_in_another_class_are_another_error() -> None:
    assert EvidenceError("no") != InvalidValueError("no")
    assert OicSummitsError("no") != "no"


@pytest.mark.parametrize(("ours", "built_in"), BUILT_IN)
def test_error_is_also_a_built_in(ours: type[OicSummitsError], built_in: type[Exception]) -> None:
    assert issubclass(ours, built_in)


def test_every_public_error_has_one_root_and_a_golden_message() -> None:
    public = {value for name in errors.__all__ if inspect.isclass(value := getattr(errors, name))} - {CodecProblem}
    assert all(issubclass(error, OicSummitsError) for error in public)
    assert {type(error) for error, _ in GOLDEN} == public


def test_notes_survive_pickling() -> None:
    error = EmptyTextError(source="a")
    error.add_note("while reading a folder")
    assert pickle.loads(pickle.dumps(error)).__notes__ == ["while reading a folder"]


def test_structured_parts_are_attributes() -> None:
    found = NotFoundError(kind="state", query="Turky", candidates=("Turkey",))
    assert (found.kind, found.query, found.candidates, found.where) == ("state", "Turky", ("Turkey",), "")
    coded = CodecError("no", path="$.a", problems=(CodecProblem("$.a", "no"),))
    assert (coded.path, coded.problems, coded.where) == ("$.a", (("$.a", "no"),), "$.a")
    missing = MissingExtraError(extra="graph", package="networkx", purpose="graphs")
    assert (missing.extra, missing.package, missing.name) == ("graph", "networkx", "networkx")


def test_no_problems_make_no_codec_error() -> None:
    with pytest.raises(InvalidValueError, match=r"^no problems to report \(problems\); give at least one$"):
        CodecError.from_problems(())


def test_encoding_error_names_the_byte_that_the_decoder_stopped_at() -> None:
    with pytest.raises(UnicodeDecodeError) as raised:
        "Dáil".encode("latin-1").decode("utf-8")
    error = EncodingError.from_decode_error(raised.value, source="news.txt")
    assert (error.offset, error.byte, error.source) == (1, 0xE1, "news.txt")


@given(st.text(max_size=400))
def test_message_never_holds_a_whole_document_nor_a_line_end(query: str) -> None:
    message = str(NotFoundError(kind="summit", query=query))
    assert len(message.splitlines()) == 1
    # Ten characters are the longest escape of one code point.
    assert len(message) < 80 * 10 + 80


@given(st.binary(max_size=40))
def test_bytes_are_utf8_or_the_error_points_at_the_first_that_is_not(data: bytes) -> None:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as raised:
        error = EncodingError.from_decode_error(raised)
        assert data[error.offset] == error.byte
        assert data[: error.offset].decode("utf-8").encode("utf-8") == data[: error.offset]
    else:
        assert data.decode("utf-8").encode("utf-8") == data
