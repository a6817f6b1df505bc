"""Every example in the README and the documentation prints what it says."""

from pathlib import Path

import pytest

from oic_summits import load
from oic_summits.export import timeline
from tests.docs.examples import ROOT, TIMELINE, folder_with_seeds, pages, run


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.relative_to(ROOT).as_posix())
def test_examples_print_what_the_page_says(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    with folder_with_seeds():
        examples, _ = run(page.read_text(encoding="utf-8"))
    wrong = [
        f"{page.relative_to(ROOT)}:{example.line}: {example.prompt}printed:\n{example.printed}real:\n{example.real}"
        for example in examples
        if not example.holds
    ]
    assert not wrong, "\n\n".join([*wrong, "if this is meant: python -m tests.docs.examples, and read the diff"])


@pytest.mark.parametrize("page", ["README.md", "docs/tutorial.md", "docs/how-to/command-line.md"])
def test_pages_that_teach_have_examples(page: str) -> None:
    with folder_with_seeds():
        examples, _ = run((ROOT / page).read_text(encoding="utf-8"))
    assert len([example for example in examples if example.printed]) >= 3


def test_a_wrong_output_is_found_and_mended() -> None:
    page = "Text\n\n```pycon\n>>> 1 + 1\n3\n>>> x = 2\n\n>>> x\n2\n>>> int('a')\n```\n"
    examples, renewed = run(page)
    assert [(example.line, example.holds) for example in examples if not example.holds] == [(4, False), (10, False)]
    error = "Traceback (most recent call last):\n    ...\nValueError: invalid literal for int() with base 10: 'a'\n"
    assert renewed == page.replace("3\n", "2\n").replace(">>> int('a')\n", f">>> int('a')\n{error}")
    assert all(example.holds for example in run(renewed)[0])


def test_console_examples_run_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    page = "```console\n$ oic-summits chain nothing\nwrong\n$ echo $?\n0\n```\n"
    examples, _ = run(page)
    assert "invalid choice: 'nothing'" in examples[0].real
    assert examples[1].real == "2\n"


def test_the_timeline_in_the_documentation_is_the_archives() -> None:
    assert TIMELINE.read_text(encoding="utf-8") == timeline(load())
