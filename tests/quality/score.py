"""Compare two folders of facts files: what a careful reader found with what a program found.

    python tests/quality/score.py GOLD_DIR FOUND_DIR [--json] [--errors]

Both folders hold NAME.json; every NAME in GOLD_DIR is scored, and a missing found file counts as an empty one.
Prints one row for each kind of fact with precision, recall and F1 summed over all documents, then the accuracy of
scalars, and of attributes on matched items. Only the standard library is used. The exit status is 0 whatever the
scores, 2 on unreadable input. The form of a facts file is described in the README beside this file.
"""

import argparse
import json
import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Item = dict[str, Any]

KINDS = ("people", "quotes", "acts", "declarations", "provisions", "events", "instruments")
SUMMIT_FIELDS = ("organisation", "series", "ordinal", "start", "end", "cities", "country", "follows", "precedes")
ATTENDANCE_FIELDS = ("representatives", "member_states", "heads_of_state")
ATTRIBUTES = {
    "people": ("office", "state", "organisation", "attended", "capacity"),
    "quotes": ("speaker",),
    "declarations": ("kind",),
    "provisions": ("issuer",),
    "instruments": ("body",),
}
# What the summit, its communiqué, its declaration or its organisation says is one voice.
_ONE_VOICE = frozenset({"summit", "communique", "declaration", "oic", "final communique"})
_TRANSLITERATE = str.maketrans(
    {"ı": "i", "İ": "i", "ø": "o", "ł": "l", "đ": "d", "ə": "e", "ʿ": "", "ʾ": "", "’": "'", "‘": "'", "`": "'"}
)
_STOP = frozenset(
    "the a an of to in on at by for and or its his her their that this with from as is was were be been has have had "
    "it he she they".split()
)
_IRREGULAR = {
    **dict.fromkeys(("said", "says", "saying"), "say"),
    **dict.fromkeys(("told", "tells"), "tell"),
    **dict.fromkeys(("held", "holds", "holding"), "hold"),
    **dict.fromkeys(("called", "calls", "calling"), "call"),
    "made": "make",
    "spoke": "speak",
    "gave": "give",
    "met": "meet",
    "sent": "send",
    "took": "take",
    "rose": "rise",
    "sought": "seek",
    "thought": "think",
    "felt": "feel",
    "wrote": "write",
}


def fold(text: str | None) -> str:
    """Words in small letters, without diacritics and marks, one space between."""
    text = unicodedata.normalize("NFKD", (text or "").translate(_TRANSLITERATE))
    text = "".join(c for c in text if not unicodedata.combining(c)).casefold()
    return " ".join(re.findall(r"[^\W_]+", text))


def words(text: str | None) -> set[str]:
    """The content words of a text, folded."""
    return {word for word in fold(text).split() if word not in _STOP}


def stem(verb: str | None) -> str:
    """First content word of the verb, cut to a rough stem: condemned, condemns, condemning -> condemn."""
    tokens = [word for word in fold(verb).split() if word not in _STOP] or fold(verb).split()
    if not tokens:
        return ""
    word = _IRREGULAR.get(tokens[0], tokens[0])
    word = re.sub(r"(ies|ied)$", "y", word)
    word = re.sub(r"is(e|es|ed|ing|ation)$", r"iz\1", word)
    if len(word) > 4:
        return re.sub(r"(ations?|ions?|ments?|ing|ed|es|s|e)$", "", word)
    return re.sub(r"s$", "", word)


def overlap(a: str | None, b: str | None) -> float:
    """Shared content words over those of the shorter side: 1.0 where one contains the other."""
    x, y = words(a), words(b)
    return len(x & y) / min(len(x), len(y)) if x and y else 0.0


def same_name(a: str | None, b: str | None) -> bool:
    """Whether two names are equal when folded, or one holds the other's two or more words."""
    x, y = fold(a), fold(b)
    if not x or not y:
        return False
    small, large = sorted((set(x.split()), set(y.split())), key=len)
    return x == y or (len(small) >= 2 and small <= large)


def same_actor(a: str | None, b: str | None) -> bool:
    """Whether two actors are the same, one of them perhaps named in fewer words."""
    if same_name(a, b) or (words(a) and words(a) == words(b)):
        return True
    return overlap(a, b) >= 0.99 and bool(words(a) & words(b))


def same_quote(a: str, b: str) -> bool:
    """Whether two quotations have the same words, or one is a large part of the other."""
    short, long = sorted((fold(a), fold(b)), key=len)
    return short == long or (len(short) >= 12 and short in long and len(short) / len(long) >= 0.8)


def match(kind: str, gold: Item, found: Item) -> bool:
    """Whether the found item is the one expected."""
    evidence = overlap(gold.get("evidence"), found.get("evidence"))
    if kind in ("acts", "provisions"):
        if gold.get("optional") and evidence >= 0.6:
            return True
        same_verb = stem(gold.get("verb")) == stem(found.get("verb"))
        right_actor = kind == "provisions" or same_actor(gold.get("actor"), found.get("actor"))
        return same_verb and right_actor and evidence >= 0.6
    if kind == "people":
        return same_name(gold.get("name"), found.get("name"))
    if kind == "quotes":
        return same_quote(gold.get("text", ""), found.get("text", ""))
    if kind == "declarations":
        if gold.get("title") and found.get("title"):
            return overlap(gold["title"], found["title"]) >= 0.7
        return bool(gold.get("kind") == found.get("kind"))
    if kind == "events":
        same_date = str(gold.get("date")) == str(found.get("date"))
        return same_date and (evidence >= 0.4 or same_actor(gold.get("actor"), found.get("actor")))
    return fold(str(gold.get("number"))) == fold(str(found.get("number")))


def same_attribute(name: str, gold: Item, found: Item) -> bool | None:
    """Whether an attribute of a matched item is right; None where neither side gives it."""
    expected, got = gold.get(name), found.get(name)
    if name == "attended":
        return bool(expected) == bool(got)
    if name == "speaker":
        also = gold.get("speaker_also") or []
        accepted = [expected, *([also] if isinstance(also, str) else also)]
        return any(same_actor(e, got) or {fold(e), fold(got)} <= _ONE_VOICE for e in accepted)
    if name == "issuer":
        return bool(got) if expected else True
    if expected is None and got is None:
        return None
    return fold(str(expected or "")) == fold(str(got or ""))


class Tally:
    """The counts over all documents, and a line for each difference."""

    def __init__(self) -> None:
        self.totals = {kind: {"tp": 0, "fn": 0, "fp": 0} for kind in KINDS}
        self.scalars: dict[str, list[int]] = {}
        self.attributes: dict[str, list[int]] = {}
        self.log: list[str] = []

    def document(self, name: str, gold: Item, found: Item) -> None:
        """Count one document."""
        for field, expected, got, right in _scalars(gold, found):
            _count(self.scalars, "attendance" if field.startswith("attendance.") else field, right)
            if not right:
                self.log.append(f"{name} {field}: expected {expected!r}, found {got!r}")
        for kind in KINDS:
            self._items(name, kind, gold.get(kind) or [], list(found.get(kind) or []))

    def _items(self, name: str, kind: str, gold: list[Item], left: list[Item]) -> None:
        want = sorted(gold, key=lambda item: bool(item.get("optional")))
        for item in want:
            hit = next((candidate for candidate in left if match(kind, item, candidate)), None)
            if hit is not None:
                left.remove(hit)
            if item.get("optional"):
                continue
            if hit is not None:
                self.totals[kind]["tp"] += 1
                self._attributes(name, kind, item, hit)
            else:
                self.totals[kind]["fn"] += 1
                self.log.append(f"{name} {kind}: missed {json.dumps(item, ensure_ascii=False)}")
        for item in left:
            if any(match(kind, expected, item) for expected in want):
                continue  # a second mention of what was matched already is no error
            self.totals[kind]["fp"] += 1
            shown = json.dumps(item, ensure_ascii=False)[:300]
            self.log.append(f"{name} {kind}: not in the text as read: {shown}")

    def _attributes(self, document: str, kind: str, gold: Item, found: Item) -> None:
        for name in ATTRIBUTES.get(kind, ()):
            right = same_attribute(name, gold, found)
            if right is None:
                continue
            _count(self.attributes, f"{kind}.{name}", right)
            if not right:
                what = gold.get("name") or gold.get("text") or gold.get("evidence")
                self.log.append(
                    f"{document} {kind}.{name} of {what!r}: expected {gold.get(name)!r}, found {found.get(name)!r}"
                )


def _count(cells: dict[str, list[int]], name: str, right: bool) -> None:
    cell = cells.setdefault(name, [0, 0])
    cell[0] += right
    cell[1] += 1


def _scalars(gold: Item, found: Item) -> Iterator[tuple[str, Any, Any, bool]]:
    """Each scalar to be scored: its name, what was expected, what was found, and whether that is right."""
    for field in SUMMIT_FIELDS:
        expected, got = ((side.get("summit") or {}).get(field) for side in (gold, found))
        if expected in (None, []) and got in (None, []):
            continue
        if field == "cities":
            right = {fold(city) for city in expected or []} == {fold(city) for city in got or []}
        else:
            right = fold(str(expected)) == fold(str(got))
        yield f"summit.{field}", expected, got, right
    for field in ATTENDANCE_FIELDS:
        expected, got = ((side.get("attendance") or {}).get(field) for side in (gold, found))
        if expected is not None:
            yield f"attendance.{field}", expected, got, expected == got


def score(gold_dir: Path, found_dir: Path, *, errors: bool = False) -> dict[str, Any]:
    """Score a folder of found facts against a folder of expected ones."""
    tally = Tally()
    for path in sorted(gold_dir.glob("*.json")):
        other = found_dir / path.name
        found = json.loads(other.read_text("utf-8")) if other.exists() else {}
        tally.document(path.stem, json.loads(path.read_text("utf-8")), found)
    result: dict[str, Any] = {
        "facts": {kind: _row(total) for kind, total in tally.totals.items()},
        "attributes": _shares(tally.attributes),
        "scalars": _shares(tally.scalars),
    }
    if errors:
        result["errors"] = tally.log
    return result


def _row(total: dict[str, int]) -> dict[str, float]:
    right, missed, wrong = total["tp"], total["fn"], total["fp"]
    precision = right / (right + wrong) if right + wrong else 1.0
    recall = right / (right + missed) if right + missed else 1.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {**total, "precision": round(precision, 3), "recall": round(recall, 3), "f1": round(f1, 3)}


def _shares(cells: dict[str, list[int]]) -> dict[str, tuple[int, int, float]]:
    return {name: (good, total, round(good / total, 3)) for name, (good, total) in sorted(cells.items())}


def table(result: dict[str, Any]) -> str:
    """The scores as lines for people."""
    lines = [f"{'facts':14}{'found':>7}{'missed':>8}{'wrong':>7}{'precision':>11}{'recall':>8}{'F1':>7}"]
    for kind, row in result["facts"].items():
        counts = f"{kind:14}{row['tp']:7}{row['fn']:8}{row['fp']:7}"
        lines.append(f"{counts}{row['precision']:11.3f}{row['recall']:8.3f}{row['f1']:7.3f}")
    for part in ("scalars", "attributes"):
        for name, (good, total, share) in result[part].items():
            lines.append(f"{name:24}{good:4} of {total:<4}{share:6.3f}")
    return "\n".join([*lines, *result.get("errors", ())])


def main() -> int:
    """Print the scores."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("found", type=Path)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--errors", action="store_true", help="list every difference")
    args = parser.parse_args()
    try:
        result = score(args.gold, args.found, errors=args.errors)
    except (OSError, ValueError) as problem:
        print(f"score.py: {problem}", file=sys.stderr)
        return 2
    print(json.dumps(result, ensure_ascii=False, indent=1) if args.json else table(result))
    return 0


if __name__ == "__main__":
    sys.exit(main())
