"""Files, bytes and strings: what is read, and what is refused with which words."""

from pathlib import Path

import pytest

from oic_summits.errors import (
    EmptyTextError,
    EncodingError,
    InvalidValueError,
    NotFoundError,
    ParseInputError,
    TextTooLargeError,
)
from oic_summits.model import DocumentKind, PartialDate
from oic_summits.parser import reading
from oic_summits.parser.reading import read, read_page

SEEDS = Path(__file__).parents[2] / "seeds"


def test_a_file_keeps_its_line_ends_and_gives_its_name(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_bytes("\ufeffIt met.\r\nIt left.\r\n".encode())
    document = read(path)
    assert (document.id, document.text) == ("note", "\ufeffIt met.\r\nIt left.\r\n")
    assert read(str(path)) == document


def test_the_same_text_has_the_same_name_in_any_form() -> None:
    assert read("It met.").id == read(b"It met.").id == "text-" + read("It met.").digest[:12]


def test_arguments_win() -> None:
    page = read_page("It met.", id="x", kind="communique", published=PartialDate.parse("2017-12-13"), language="fr")
    document = page.document
    assert (document.id, document.kind, document.language) == ("x", DocumentKind.COMMUNIQUE, "fr")
    assert str(document.published) == "2017-12-13"


@pytest.mark.parametrize("text", ["", " \n\t", "\ufeff", "\u200f\n", b"", b"\xef\xbb\xbf\n"])
def test_nothing_to_read(text: str | bytes) -> None:
    with pytest.raises(EmptyTextError, match="the text is empty"):
        read(text)


def test_an_empty_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.write_bytes(b"\n")
    with pytest.raises(EmptyTextError, match=r"the text is empty \(empty\); give a text"):
        read(path)


def test_bytes_that_are_not_utf8_are_refused_with_their_place(tmp_path: Path) -> None:
    path = tmp_path / "latin.txt"
    path.write_bytes(b"communiqu\xe9 of")
    with pytest.raises(
        EncodingError, match=r"byte 0xE9 at offset 9 is not UTF-8: .*latin\.txt\); save the text as UTF-8"
    ):
        read(path)


def test_a_missing_file_is_not_taken_for_a_text() -> None:
    with pytest.raises(NotFoundError, match=r"no file is called 'no/such/file\.txt' \(looked in "):
        read("no/such/file.txt")
    with pytest.raises(NotFoundError, match="no file is called"):
        read(Path("no-such-file"))


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ParseInputError, match=r"this is a folder \(.*\); give the path of one text file in it"):
        read(tmp_path)


@pytest.mark.parametrize("text", ["It met. See note.txt", "a.txt b.txt", "\x00", "x" * 5000])
def test_a_text_is_not_taken_for_a_path(text: str) -> None:
    assert read(text, id="x").text == text


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(
        InvalidValueError, match="there is no kind of document 'essay'; give one of: encyclopedia, wikitext"
    ):
        read("It met.", kind="essay")


def test_a_text_over_the_cap_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_CHARACTERS", 10)
    with pytest.raises(TextTooLargeError, match="the text has 11 characters, more than the 10 that are read"):
        read("It met. Yes", id="x")
    with pytest.raises(TextTooLargeError, match="the text has 41 bytes, more than the 40 that are read"):
        read(b"x" * 41)


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem[:3])
def test_every_word_of_the_seeds_stands_in_a_block(path: Path) -> None:
    page = read_page(path)
    source = page.document.text
    covered = [False] * len(source)
    for block in page.blocks:
        first, last = page.view.span(block.start, block.end)
        covered[first:last] = [True] * (last - first)
    left = "".join(char for char, inside in zip(source, covered, strict=True) if not inside)
    keys = "".join(field.key for field in page.document.fields)
    assert sorted(filter(str.isalpha, left)) == sorted(filter(str.isalpha, keys))
