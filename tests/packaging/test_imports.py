"""What the package imports is declared, and `import oic_summits` itself is cheap: no heavy module, no file read."""

import ast
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.packaging.conftest import ROOT

SOURCES = sorted((ROOT / "src").rglob("*.py"))
PROBE = """
import json, sys
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
before = set(sys.modules)
import oic_summits
modules = sorted({name.split(".")[0] for name in set(sys.modules) - before})
files = sorted({path for path in opened if path.endswith((".csv", ".txt", ".toml", ".json"))})
print(json.dumps({"modules": modules, "files": files}))
"""


def _name(requirement: str) -> str:
    """Name of a requirement such as ``pyright[nodejs]>=1.1``, in its normal form."""
    return re.sub(r"[-_.]+", "-", re.split(r"[\[<>=!~;\s]", requirement, maxsplit=1)[0]).lower()


def _project() -> dict[str, set[str]]:
    """Distributions that the package declares: ``core`` and one entry for each extra."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {extra: set(map(_name, names)) for extra, names in project["optional-dependencies"].items()}
    return declared | {"core": set(map(_name, project["dependencies"]))}


def _imports(node: ast.AST, *, deferred: bool = False) -> Iterator[tuple[str, bool]]:
    """Yield the top-level modules that a tree imports, and whether only a call (or a type checker) imports them."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            yield from ((alias.name.split(".")[0], deferred) for alias in child.names)
        elif isinstance(child, ast.ImportFrom) and not child.level and child.module:
            yield child.module.split(".")[0], deferred
        typing_only = isinstance(child, ast.If) and "TYPE_CHECKING" in ast.dump(child.test)
        inside = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef) or typing_only
        yield from _imports(child, deferred=deferred or inside)


def _third_party() -> set[tuple[str, str, bool]]:
    """Every import of somebody else's module: file, distribution, and whether it is deferred."""
    distributions = packages_distributions()
    found = set[tuple[str, str, bool]]()
    for path in SOURCES:
        for module, deferred in _imports(ast.parse(path.read_text(encoding="utf-8"))):
            if module != "oic_summits" and module not in sys.stdlib_module_names:
                for distribution in distributions.get(module, [module]):
                    found.add((path.relative_to(ROOT).as_posix(), _name(distribution), deferred))
    return found


def test_the_walk_sees_imports_at_the_top_and_inside_functions() -> None:
    tree = ast.parse("import a.b\nif TYPE_CHECKING:\n    import t\ndef f():\n    from c import d\nfrom . import e\n")
    assert list(_imports(tree)) == [("a", False), ("t", True), ("c", True)]


def test_every_import_is_a_declared_dependency() -> None:
    project = _project()
    declared = project["core"] | project["cli"] | project["tables"] | project["graph"]
    assert sorted(use for use in _third_party() if use[1] not in declared) == []


def test_extras_are_imported_only_where_they_are_used() -> None:
    core = _project()["core"]
    assert sorted(use for use in _third_party() if use[1] not in core and not use[2]) == []


def test_every_dependency_is_used() -> None:
    assert _project()["core"] - {distribution for _, distribution, _ in _third_party()} == set()


@pytest.fixture(scope="module")
def imported() -> dict[str, list[str]]:
    """What a fresh interpreter loads and opens for `import oic_summits` alone."""
    command: list[str | Path] = [sys.executable, "-W", "error", "-c", PROBE]
    done = subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    assert done.returncode == 0, done.stderr
    found: dict[str, list[str]] = json.loads(done.stdout)
    return found


def test_import_loads_nothing_heavy(imported: dict[str, list[str]]) -> None:
    heavy = {"cattrs", "mwparserfromhell", "networkx", "pandas", "polars", "pyarrow", "rich", "sentencex"}
    assert heavy.intersection(imported["modules"]) == set()
    assert "oic_summits" in imported["modules"]


def test_import_reads_no_data(imported: dict[str, list[str]]) -> None:
    assert imported["files"] == []
