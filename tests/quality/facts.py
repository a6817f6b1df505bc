"""Write, for every ``*.txt`` of a folder, a facts file of what the parser finds in that text alone.

    python tests/quality/facts.py IN_DIR OUT_DIR

The form of a facts file is described in the README beside this file; ``score.py`` compares two folders.
"""

import json
import sys
from pathlib import Path
from typing import Any

from oic_summits.model import Actor, ActorKind, Extraction, Participant, Provision
from oic_summits.parser import parse


def facts(extraction: Extraction) -> dict[str, Any]:
    """The facts of one extraction."""
    return {
        "id": extraction.document.id,
        "kind": extraction.document.kind.value,
        "summit": _summit(extraction),
        "attendance": _attendance(extraction),
        "repaired": {repair.printed: repair.meant for repair in extraction.document.repairs},
        "people": [_person(person) for person in extraction.people],
        "quotes": [{"speaker": _speaker(q.speaker), "text": q.text} for q in extraction.quotations],
        "acts": [
            {
                "actor": reaction.actor.name,
                "verb": act.verb,
                "evidence": _mended(extraction, act.evidence.start, act.evidence.end),
            }
            for reaction in extraction.reactions
            for act in reaction.acts
        ],
        "declarations": [
            {"kind": d.kind.value, "title": d.title, "evidence": d.evidence[0].text if d.evidence else ""}
            for d in extraction.declarations
        ],
        "provisions": [_provision(p) for d in extraction.declarations for p in d.provisions]
        + [_provision(p) for p in extraction.provisions],
        "events": [
            {"date": str(m.date), "actor": m.actor.name if m.actor else None, "evidence": m.evidence.text}
            for m in extraction.milestones
        ],
        "instruments": [
            {"body": i.body, "number": i.number, "evidence": i.evidence.text} for i in extraction.instruments
        ],
    }


def _summit(extraction: Extraction) -> dict[str, Any] | None:
    header = extraction.header
    if header is None:
        return None
    return {
        "organisation": header.id.organisation,
        "series": header.id.series.value if header.id.series else None,
        "ordinal": header.id.ordinal,
        "title": header.title,
        "start": str(header.start) if header.start else None,
        "end": str(header.end) if header.end else None,
        "cities": list(header.cities),
        "country": header.country,
        "follows": header.follows.ordinal if header.follows else None,
        "precedes": header.precedes.ordinal if header.precedes else None,
    }


def _attendance(extraction: Extraction) -> dict[str, int | None]:
    attendance = extraction.header.attendance if extraction.header else None
    return {name: getattr(attendance, name, None) for name in ("representatives", "member_states", "heads_of_state")}


def _person(person: Participant) -> dict[str, Any]:
    actor = person.actor
    return {
        "name": actor.name,
        "office": actor.office.title if actor.office else None,
        "state": actor.state,
        "organisation": actor.organisation,
        "attended": bool(person.attended),
        "capacity": person.capacity.value if person.capacity else None,
    }


def _speaker(actor: Actor | None) -> str | None:
    if actor is None:
        return None
    if actor.name == "resolution":
        return "summit"  # facts files know no voice of a resolution
    return actor.organisation if actor.kind is ActorKind.ORGANISATION and actor.organisation else actor.name


def _provision(provision: Provision) -> dict[str, Any]:
    return {
        "issuer": provision.issuer,
        "verb": provision.verb,
        "evidence": provision.evidence[0].text if provision.evidence else "",
    }


def _mended(extraction: Extraction, start: int, end: int) -> str:
    """The words of a span with broken encoding mended, as facts files print them."""
    text = extraction.document.text
    parts, position = [], start
    for repair in extraction.document.repairs:
        if start <= repair.start and repair.end <= end:
            parts += [text[position : repair.start], repair.meant]
            position = repair.end
    return "".join([*parts, text[position:end]])


def main(arguments: list[str]) -> int:
    """Write the facts files."""
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    source, target = Path(arguments[0]), Path(arguments[1])
    target.mkdir(parents=True, exist_ok=True)
    for path in sorted(source.glob("*.txt")):
        result = facts(parse(path, id=path.stem))
        (target / f"{path.stem}.json").write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
