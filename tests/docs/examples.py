"""Runs the examples of the documentation: sessions in Python and on the command line, in README.md and docs/.

A page's examples run in order, in one namespace, in a folder that holds a copy of ``seeds/``. To bring the printed
output of all pages up to date after a change that is meant: ``python -m tests.docs.examples``, then read the diff.
"""

import contextlib
import doctest
import io
import os
import re
import shlex
import shutil
import sys
import tempfile
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from oic_summits import load
from oic_summits.cli import main
from oic_summits.export import timeline

ROOT = Path(__file__).resolve().parents[2]
TIMELINE = ROOT / "docs" / "images" / "timeline.svg"
_FENCE = re.compile(r"^```(?P<kind>pycon|console)\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
_CHECKER = doctest.OutputChecker()


class Example(NamedTuple):
    """One prompt with its output, as printed and as it really is."""

    line: int
    prompt: str
    printed: str
    real: str

    @property
    def holds(self) -> bool:
        """Whether the page prints what really comes; ``...`` stands for anything."""
        return _CHECKER.check_output(self.printed, self.real, doctest.ELLIPSIS)


def pages() -> tuple[Path, ...]:
    """All pages with prose: the README and those of docs/."""
    return (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))


def run(page: str) -> tuple[list[Example], str]:
    """Run the examples of a page; give each with its real output, and the page with that output in place."""
    names: dict[str, object] = {"__name__": "__main__"}
    examples: list[Example] = []

    def renewed(fence: re.Match[str]) -> str:
        line = page.count("\n", 0, fence.start("code")) + 1
        session = _python(fence["code"], names) if fence["kind"] == "pycon" else _console(fence["code"])
        renewed_code = ""
        for example in session:
            examples.append(example._replace(line=line + example.line))
            renewed_code += example.prompt + (example.printed if example.holds else example.real)
        return f"```{fence['kind']}\n{renewed_code}```"

    text = _FENCE.sub(renewed, page)
    return examples, text


def _python(code: str, names: dict[str, object]) -> Iterator[Example]:
    parsed = doctest.DocTestParser().get_examples(code)
    ends = [example.lineno for example in parsed[1:]] + [code.count("\n")]
    lines = code.splitlines(keepends=True)
    for example, end in zip(parsed, ends, strict=True):
        stop = example.lineno + example.source.count("\n")
        printed = "".join(lines[stop:end])
        real = re.sub(r"^$(?=\n)", "<BLANKLINE>", _run_python(example.source, names), flags=re.MULTILINE)
        # A blank line within a session is part of the page, not of the output.
        gap = printed[len(printed.rstrip("\n")) + 1 :] if printed.strip() else printed
        yield Example(example.lineno, "".join(lines[example.lineno : stop]), printed.removesuffix(gap), real)
        if gap:
            yield Example(stop, gap, "", "")


def _run_python(source: str, names: dict[str, object]) -> str:
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        try:
            exec(compile(source, "<example>", "single"), names)
        except Exception as error:  # noqa: BLE001
            summary = "".join(traceback.format_exception_only(error))
            return f"{output.getvalue()}Traceback (most recent call last):\n    ...\n{summary}"
    return output.getvalue()


def _console(code: str) -> Iterator[Example]:
    last = 0
    for part in re.split(r"^(?=\$ )", code, flags=re.MULTILINE):
        if not part:
            continue
        command, _, printed = part.partition("\n")
        line = code.count("\n", 0, code.index(part))
        if command == "$ echo $?":
            real = f"{last}\n"
        else:
            real, last = _run_console(shlex.split(command.removeprefix("$ ")))
        yield Example(line, command + "\n", printed, real)


def _run_console(words: list[str]) -> tuple[str, int]:
    assert words[0] == "oic-summits", f"only oic-summits can be run in an example, not {words[0]}"
    output = io.StringIO()
    with contextlib.redirect_stdout(output), contextlib.redirect_stderr(output):
        try:
            code = main(words[1:])
        except SystemExit as left:
            code = int(left.code or 0)
    return output.getvalue(), code


@contextlib.contextmanager
def folder_with_seeds() -> Iterator[Path]:
    """Work in a new folder that holds a copy of the source texts, as a reader of the pages does."""
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as name:
        shutil.copytree(ROOT / "seeds", Path(name) / "seeds")
        os.chdir(name)
        try:
            yield Path(name)
        finally:
            os.chdir(before)


def _renew() -> int:
    """Write real output into all pages; and draw the timeline anew; give the number of files changed."""
    changed = 0
    if not TIMELINE.exists() or TIMELINE.read_text(encoding="utf-8") != timeline(load()):
        TIMELINE.write_text(timeline(load()), encoding="utf-8")
        changed = 1
    for path in pages():
        text = path.read_text(encoding="utf-8")
        with folder_with_seeds():
            _, renewed = run(text)
        if renewed != text:
            path.write_text(renewed, encoding="utf-8")
            print(path.relative_to(ROOT))
            changed += 1
    return changed


if __name__ == "__main__":
    sys.exit(1 if _renew() else 0)
