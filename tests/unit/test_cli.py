"""The command line: what it prints, where, and with which exit code; one bad file never loses the rest."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from oic_summits import cli
from oic_summits._inputs import SUFFIXES, inputs
from oic_summits._terminal import padded, plain
from oic_summits.codec import load_extraction, load_summit
from oic_summits.errors import EmptyTextError
from tests.docs.examples import ROOT

NOTE = "The Tenth Session of the Islamic Summit Conference was held in Putrajaya on 16 October 2003."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with two readable texts, one in bytes that are no UTF-8, and one that is no text file."""
    (tmp_path / "texts" / "deep").mkdir(parents=True)
    (tmp_path / "texts" / "one.txt").write_text(NOTE, encoding="utf-8")
    (tmp_path / "texts" / "deep" / "two.wiki").write_text("'''Nothing''' about a summit.", encoding="utf-8")
    (tmp_path / "texts" / "bad.md").write_bytes("Communiqué".encode("latin-1"))
    (tmp_path / "texts" / "picture.png").write_bytes(b"\x89PNG")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = cli.main(words)
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_parse_says_what_each_text_tells(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "parse", "texts/one.txt")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0] == "texts/one.txt"
    assert "news, 92 characters" in lines[1]
    assert any(line.startswith("  summit") and "oic-ordinary-10" in line for line in lines)


def test_one_unreadable_file_never_loses_the_rest(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "parse", "texts", "gone.txt")
    assert code == cli.SOME_UNREAD == 1
    assert [line for line in out.splitlines() if not line.startswith(" ")] == [
        "texts/deep/two.wiki",
        "texts/one.txt",
        f"2 texts read, {out.splitlines()[-1].split(', ')[1]}",
    ]
    first, second = err.splitlines()
    assert first.startswith("oic-summits: texts/bad.md: byte 0xE9 at offset 9 is not UTF-8")
    assert second == "oic-summits: gone.txt: No such file or directory; check the name and the permissions"


def test_when_no_file_can_be_read_the_code_is_its_own(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "parse", "gone.txt")[0] == cli.NONE_READ == 3
    assert run(capsys, "parse", "texts/bad.md", "gone.txt")[0] == 3


def test_an_empty_folder_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "empty").mkdir()
    code, out, err = run(capsys, "parse", "empty")
    message = "the folder holds no file that ends in .txt, .wiki, .md; name the files themselves"
    assert (code, out, err) == (3, "", f"oic-summits: empty: {message}\n")


def test_an_empty_file_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "empty.txt").write_text(" \n", encoding="utf-8")
    code, _, err = run(capsys, "parse", "empty.txt")
    assert (code, err) == (3, f"oic-summits: empty.txt: {EmptyTextError().message}\n")


def test_json_is_one_object_a_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "parse", "texts", "--json")
    assert code == 1
    read = [load_extraction(line) for line in out.splitlines()]
    assert [extraction.document.id for extraction in read] == ["two", "one"]
    assert read[1].document.text == NOTE


def test_out_writes_a_file_for_each_text(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "other").mkdir()
    (folder / "other" / "one.txt").write_text("Another text.", encoding="utf-8")
    code, _, _ = run(capsys, "parse", "texts/one.txt", "other", "--out", "made/here")
    assert code == 0
    written = sorted(path.name for path in (folder / "made" / "here").iterdir())
    assert written == ["other--one.txt.json", "texts--one.txt.json"]
    for name in written:
        assert load_extraction((folder / "made" / "here" / name).read_text(encoding="utf-8")).document.text


def test_out_over_a_file_is_an_error_in_one_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "taken").write_text("", encoding="utf-8")
    code, _, err = run(capsys, "parse", "texts/one.txt", "--out", "taken")
    assert (code, err) == (2, "oic-summits: taken: File exists; check the place and the permissions\n")


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(NOTE.encode())))
    code, out, _ = run(capsys, "parse", "-", "--json")
    assert code == 0
    assert json.loads(out)["document"]["id"] == "standard-input"


def test_the_kind_can_be_given(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "parse", "texts/one.txt", "--kind", "communique")
    assert "communique, 92 characters" in out


def test_a_fault_of_ours_on_one_text_loses_no_other(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import oic_summits.parser as room

    real = room.parse

    def failing(source: bytes, **more: object) -> object:
        if b"Tenth" in source:
            raise ZeroDivisionError("by nought")
        return real(source, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(room, "parse", failing)
    code, out, err = run(capsys, "parse", "texts/one.txt", "texts/deep/two.wiki")
    assert code == 1
    assert "texts/deep/two.wiki" in out
    assert "texts/one.txt: internal error, ZeroDivisionError: by nought; please report it" in err


def test_a_text_over_the_cap_is_not_even_opened(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (folder / "huge.txt").open("wb") as file:
        file.truncate(30_000_000)
    code, _, err = run(capsys, "parse", "huge.txt")
    assert code == 3
    assert "the text has 30,000,000 bytes, more than the 20,000,000 that are read" in err


def test_files_are_found_in_order_once_and_with_ids_of_their_own(folder: Path) -> None:
    (folder / "texts" / "deep" / "one.txt").write_text("x", encoding="utf-8")
    found, troubles = inputs(["texts", "texts/one.txt", "-"])
    assert [text.id for text in found] == ["bad", "texts/deep/one.txt", "two", "texts/one.txt", "standard-input"]
    assert troubles == ()
    assert all(text.path is None or text.path.suffix in SUFFIXES for text in found)


def test_check_has_findings_and_says_so_in_its_code(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "check")
    assert code == cli.FINDINGS == 4
    assert "not in office" in out
    assert out.splitlines()[-1].endswith("findings")


def test_check_of_unreadable_files_says_so_first(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "check", "gone.txt")[0] == 3
    assert run(capsys, "check", "gone.txt", "texts/one.txt")[0] == 1


def test_a_text_that_takes_the_id_of_another_is_told_and_loses_no_other(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "000_8259268b590c4456.txt").write_text("Another text.", encoding="utf-8")
    code, out, err = run(capsys, "check", "000_8259268b590c4456.txt", "texts/one.txt")
    assert code == 1
    assert err.startswith(
        "oic-summits: 000_8259268b590c4456.txt: two different texts are called '000_8259268b590c4456'"
    )
    assert "not in office" in out


def test_show_gives_the_summit_as_people_or_programs_read_it(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "show", "6th extraordinary", "--evidence")
    assert code == 0
    assert out.startswith("oic-extraordinary-6: ")
    assert "000_8259268b590c4456[" in out
    code, out, _ = run(capsys, "show", "6th extraordinary", "--json")
    assert str(load_summit(out).id) == "oic-extraordinary-6"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["show", "6th"], "'6th' fits more than one summit"),
        (["state", "Turky"], "no state is called 'Turky'; the nearest"),
        (["state", "Guinean"], "'Guinean' fits more than one state"),
        (["leader", "Erdogann"], "no leader is called 'Erdogann'"),
    ],
)
def test_names_that_fit_nothing_or_too_much(words: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, *words)
    assert (code, out) == (cli.NO_SUCH_NAME, "")
    assert err.startswith(f"oic-summits: {message}")
    assert err.count("\n") == 1


def test_chain_gives_the_series_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    _, ordinary, _ = run(capsys, "chain", "ordinary")
    _, both, _ = run(capsys, "chain")
    assert [line.split()[0] for line in ordinary.splitlines()][:2] == ["oic-ordinary-1", "oic-ordinary-2"]
    assert both.startswith(ordinary)
    assert len(both.splitlines()) == 25


def test_state_and_leader_tell_what_they_did(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "state", "Türkiye")
    assert code == 0
    assert "(TUR, " in out
    assert "hosted (" in out
    code, out, _ = run(capsys, "leader", "ERDOĞAN")
    assert code == 0
    assert out.startswith("Recep Tayyip Erdoğan\n")
    assert "offices (" in out


def test_schema_is_a_schema(capsys: pytest.CaptureFixture[str]) -> None:
    for kind in ("archive", "extraction", "summit"):
        code, out, _ = run(capsys, "schema", kind)
        assert code == 0
        assert json.loads(out)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("words", [[], ["parse"], ["nothing"], ["parse", "x", "--kind", "poem"], ["chain", "third"]])
def test_wrong_usage_is_code_2(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match=r"^2$"):
        cli.main(words)
    assert capsys.readouterr().err.startswith("usage: oic-summits")


def test_help_lists_every_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match=r"^0$"):
        cli.main(["--help"])
    told = capsys.readouterr().out
    codes = [0, cli.SOME_UNREAD, cli.USAGE, cli.NONE_READ, cli.FINDINGS, cli.NO_SUCH_NAME]
    for code in [*codes, cli.INTERRUPTED, cli.BROKEN_PIPE]:
        assert f"\n  {code:<4} " in told


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match=r"^0$"):
        cli.main(["--version"])
    assert capsys.readouterr().out.startswith("oic-summits 0.")


def process(*words: str, **environment: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "oic_summits", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, **environment},
        cwd=ROOT,
    )


def test_a_reader_that_goes_away_is_no_traceback() -> None:
    with process("schema") as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        error = running.stderr.read()
        assert (running.wait(timeout=60), error) == (cli.BROKEN_PIPE, b"")


def test_a_terminal_without_the_letters_gets_escapes_and_json_stays_utf8() -> None:
    out, error = process("leader", "erdogan", PYTHONIOENCODING="ascii").communicate(timeout=60)
    assert out.startswith(b"Recep Tayyip Erdo\\u011fan")
    assert error == b""
    out, error = process("show", "extraordinary-6", "--json", PYTHONIOENCODING="ascii").communicate(timeout=60)
    assert "Erdoğan" in out.decode("utf-8")
    assert error == b""


def test_nothing_from_a_text_can_steer_the_terminal() -> None:
    assert plain("a\x1b[31mb\u202ec\nd \ud800") == "a�[31mb�c d �"
    assert plain("abcdef", 4) == "abc…"
    assert (padded("é", 3), padded("e\u0301", 3), padded("語", 3)) == ("é  ", "e\u0301  ", "語 ")
