"""Print how well the parser reads a folder of texts whose facts are known.

    python -m tests.quality.table [seeds | corpus | pages | aside | DIR] [--errors]    one table
    python -m tests.quality.table --write                                              all, into the README beside

Run it at the top of the project.
"""

import argparse
import re
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.quality import facts, score

HERE = Path(__file__).parent
README = HERE / "README.md"
# Where the facts files of a set stand, and its texts.
SETS = {
    "seeds": (HERE / "seeds", HERE.parents[1] / "seeds"),
    "corpus": (HERE / "corpus", HERE / "corpus"),
    "pages": (HERE / "pages", HERE / "pages"),
    "aside": (HERE / "aside", HERE / "aside"),
}
_TABLE = re.compile(r"(?P<mark><!-- table:(?P<name>\w+) -->\n```text\n)(?P<body>.*?)(?=\n```)", re.DOTALL)


def measure(gold: Path, texts: Path, *, errors: bool = False) -> dict[str, Any]:
    """Parse every text of a folder and score what was found against the facts files."""
    with tempfile.TemporaryDirectory() as found:
        facts.main([str(texts), found])
        return score.score(gold, Path(found), errors=errors)


def printed(readme: str) -> dict[str, str]:
    """The tables that stand in a README, by name of the set."""
    return {match["name"]: match["body"] for match in _TABLE.finditer(readme)}


def rewritten(readme: str, tables: dict[str, str]) -> str:
    """The README with its tables replaced."""
    return _TABLE.sub(lambda match: match["mark"] + tables[match["name"]], readme)


def main() -> int:
    """Print one table, or write all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "set", nargs="?", default="corpus", help="seeds, corpus, pages, aside, or a folder of NAME.txt and NAME.json"
    )
    parser.add_argument("--errors", action="store_true", help="list every difference; not for the texts set aside")
    parser.add_argument("--write", action="store_true", help="write all tables into the README")
    args = parser.parse_args()
    if args.write:
        tables = {name: score.table(measure(*folders)) for name, folders in SETS.items()}
        README.write_text(rewritten(README.read_text("utf-8"), tables), "utf-8")
        return 0
    if args.errors and args.set == "aside":
        print("table.py: the texts set aside are measured, and their differences not shown", file=sys.stderr)
        return 2
    gold, texts = SETS.get(args.set, (Path(args.set), Path(args.set)))
    if not gold.is_dir():
        print(f"table.py: there is no folder {gold}; give seeds, corpus, pages, aside or a folder", file=sys.stderr)
        return 2
    print(score.table(measure(gold, texts, errors=args.errors)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
