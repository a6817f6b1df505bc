"""The README's session is real, and its test command is the one that the checks run."""

import doctest
import re

import pytest

from tests.packaging.conftest import ROOT

README = ROOT / "README.md"
FENCE = re.compile(r"^```(?:python|pycon)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^<!-- test-command -->\n+```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_every_python_session_prints_what_it_shows() -> None:
    text = README.read_text(encoding="utf-8")
    sessions = [fence for fence in FENCE.finditer(text) if ">>> " in fence[1]]
    assert sessions, "README.md shows no session in Python"
    names: dict[str, object] = {"__name__": "readme"}
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    report: list[str] = []
    for session in sessions:
        # Run fence by fence, so that a closing fence is never taken for output; the names go on from one to the next.
        line = text.count("\n", 0, session.start(1))
        test = doctest.DocTestParser().get_doctest(session[1], names, "README.md", str(README), line)
        runner.run(test, out=report.append, clear_globs=False)
        names = test.globs
    assert runner.summarize(verbose=False).failed == 0, "".join(report)


def test_the_test_command_is_marked_and_runs_pytest_in_its_own_environment() -> None:
    commands = COMMAND.findall(README.read_text(encoding="utf-8"))
    assert len(commands) == 1, "README.md needs one ```sh block after <!-- test-command -->"
    assert "python3 -m venv .venv" in commands[0]
    assert commands[0].rstrip().endswith("-m pytest")


def test_the_checks_read_their_command_from_the_readme() -> None:
    runner = ROOT / ".ci" / "run"
    if not runner.exists():
        pytest.skip("an unpacked sdist has no .ci folder")
    text = runner.read_text(encoding="utf-8")
    assert "<!-- test-command -->" in text
    assert "-m pytest" not in text
