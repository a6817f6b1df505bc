"""The columns of every table, and the rows that fill them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from oic_summits.export._common import filled, joined, orphans, text_of
from oic_summits.model import Actor, Evidence, Extraction, Participant, Provision, Summit

if TYPE_CHECKING:
    from oic_summits.archive import Archive

Cell: TypeAlias = str | int | bool | None
Cells: TypeAlias = dict[str, Cell]
Proof: TypeAlias = tuple[Evidence, ...]

_PROOF = "evidence_document evidence_start# evidence_end# evidence_text evidence_rule"
_WHO = "office office_kind state organisation"
_NAMED = f"name kind {_WHO} attended? capacity inferred"

# A trailing # marks a column of whole numbers, a trailing ? one of true and false; all others are text.
_TABLES: dict[str, str] = {
    "summits": "row# summit organisation series ordinal# title start end country cities venues motto follows precedes "
    "convener chair host occasion representatives# member_states# heads_of_state# participants# declarations# "
    f"provisions# reactions# quotations# milestones# roster_only? sources {_PROOF}",
    "participants": f"row# summit {_NAMED} {_PROOF}",
    "people": f"row# summit document {_NAMED} {_PROOF}",
    "acts": f"row# summit reaction# actor actor_kind {_WHO} verb lemma kind content addressee polarity modality date "
    f"medium handle hashtags quotations inferred {_PROOF}",
    "quotations": f"row# summit text speaker speaker_kind {_WHO} {_PROOF}",
    "provisions": "row# summit declaration_kind declaration_title issuer verb lemma kind content addressee number "
    f"polarity modality quotations {_PROOF}",
    "declarations": f"row# summit kind title provisions# {_PROOF}",
    "milestones": f"row# summit date actor actor_kind {_WHO} content inferred {_PROOF}",
    "instruments": f"row# summit body number {_PROOF}",
    "claims": f"row# summit field value qualifier source basis {_PROOF}",
    "documents": "row# summit document kind title language published characters# repairs# digest",
    "problems": "row# document kind message line# column# evidence_document evidence_start# evidence_end# "
    "evidence_text",
    "evidence": f"table table_row# place# {_PROOF}",
}
_KIND_OF = {"#": "number", "?": "flag"}
_FIRST_PROOF = tuple(column.rstrip("#") for column in _PROOF.split())

KINDS: MappingProxyType[str, MappingProxyType[str, str]] = MappingProxyType(
    {
        table: MappingProxyType({column.rstrip("#?"): _KIND_OF.get(column[-1], "text") for column in own.split()})
        for table, own in _TABLES.items()
    }
)
"""Columns of every table, in order, each with the type of its cells: ``text``, ``number`` or ``flag``."""


def all_rows(archive: Archive) -> dict[str, tuple[Cells, ...]]:
    """Rows of every table, in a stated order: by summit, then as the summit holds them."""
    filled_tables: dict[str, list[Cells]] = {name: [] for name in KINDS}

    def put(table: str, cells: Cells, proof: Proof = ()) -> None:
        number = len(filled_tables[table])
        filled_tables[table].append({"row": number} | cells | _first(proof))
        for place, item in enumerate(proof):
            filled_tables["evidence"].append(_first((item,)) | {"table": table, "table_row": number, "place": place})

    for summit in archive.summits:
        name = str(summit.id)
        put("summits", _summit(summit), tuple(c.evidence for c in summit.claims if c.evidence))
        for table, cells, proof in _records(summit):
            put(table, cells | {"summit": name}, proof)
    about = {source.id: str(summit.id) for summit in archive.summits for source in summit.sources}
    for _, stand_in in orphans(archive):
        for table, cells, proof in _records(stand_in):
            put(table, cells, proof)
    for extraction in archive.extractions:
        for table, cells, proof in _texts(extraction, about.get(extraction.document.id)):
            put(table, cells, proof)
    return {name: tuple(rows) for name, rows in filled_tables.items()}


def _first(proof: Iterable[Evidence]) -> Cells:
    for item in proof:
        return dict(zip(_FIRST_PROOF, (item.document, item.start, item.end, item.text, item.rule), strict=True))
    return {}


def _actor(actor: Actor | None, name: str, kind: str) -> Cells:
    if actor is None:
        return {}
    return {
        name: actor.name,
        kind: actor.kind.value,
        "office": actor.office.title if actor.office else None,
        "office_kind": actor.office.kind if actor.office else None,
        "state": actor.state,
        "organisation": actor.organisation,
    }


def _named(actor: Actor | None) -> str | None:
    return actor.name if actor else None


def _summit(summit: Summit) -> Cells:
    return {
        "summit": str(summit.id),
        "organisation": summit.id.organisation,
        "series": text_of(summit.id.series),
        "ordinal": summit.id.ordinal,
        "title": summit.title,
        "start": text_of(summit.start),
        "end": text_of(summit.end),
        "country": summit.country,
        "cities": joined(summit.cities),
        "venues": joined(summit.venues),
        "motto": summit.motto,
        "follows": text_of(summit.follows),
        "precedes": text_of(summit.precedes),
        "convener": _named(summit.convener),
        "chair": _named(summit.chair),
        "host": _named(summit.host),
        "occasion": summit.occasion,
        "representatives": summit.attendance.representatives,
        "member_states": summit.attendance.member_states,
        "heads_of_state": summit.attendance.heads_of_state,
        "participants": len(summit.participants),
        "declarations": len(summit.declarations),
        "provisions": len(summit.all_provisions),
        "reactions": len(summit.reactions),
        "quotations": len(summit.quotations),
        "milestones": len(summit.milestones),
        "roster_only": summit.from_roster_only,
        "sources": joined(source.id for source in summit.sources),
    }


def _records(summit: Summit) -> Iterator[tuple[str, Cells, Proof]]:
    """Every record of a summit: its table, its cells and its evidence."""
    for person in summit.participants:
        yield "participants", _participant(person), person.evidence
    yield from _acts(summit)
    for quotation in summit.quotations:
        said: Cells = {"text": quotation.text}
        yield "quotations", said | _actor(quotation.speaker, "speaker", "speaker_kind"), (quotation.evidence,)
    for declaration in summit.declarations:
        head: Cells = {"declaration_kind": declaration.kind.value, "declaration_title": declaration.title}
        counted = {"provisions": len(declaration.provisions)}
        yield (
            "declarations",
            {"kind": declaration.kind.value, "title": declaration.title} | counted,
            declaration.evidence,
        )
        for provision in declaration.provisions:
            yield "provisions", head | _provision(provision), provision.evidence
    for provision in summit.provisions:
        yield "provisions", _provision(provision), provision.evidence
    for milestone in summit.milestones:
        own: Cells = {"date": str(milestone.date), "content": milestone.content, "inferred": filled(milestone.inferred)}
        yield "milestones", own | _actor(milestone.actor, "actor", "actor_kind"), (milestone.evidence,)
    for instrument in summit.instruments:
        yield "instruments", {"body": instrument.body, "number": instrument.number}, (instrument.evidence,)
    for claim in (*summit.claims, *summit.attendance.claims):
        told: Cells = {"field": claim.field, "value": claim.value, "qualifier": claim.qualifier, "source": claim.source}
        proof = (claim.evidence,) if claim.evidence else ()
        yield "claims", told | {"basis": claim.basis.value}, proof


def _participant(person: Participant) -> Cells:
    return _actor(person.actor, "name", "kind") | {
        "attended": person.attended,
        "capacity": text_of(person.capacity),
        "inferred": filled(person.actor.inferred),
    }


def _acts(summit: Summit) -> Iterator[tuple[str, Cells, Proof]]:
    for number, reaction in enumerate(summit.reactions):
        shared: Cells = _actor(reaction.actor, "actor", "actor_kind") | {
            "reaction": number,
            "medium": text_of(reaction.medium),
            "handle": reaction.handle,
            "hashtags": joined(reaction.hashtags),
            "inferred": filled(reaction.actor.inferred),
        }
        for act in reaction.acts:
            own: Cells = {
                "verb": act.verb,
                "lemma": act.lemma,
                "kind": act.kind.value,
                "content": act.content,
                "addressee": act.addressee,
                "polarity": act.polarity.value,
                "modality": act.modality.value,
                "date": text_of(act.date or reaction.date),
                "quotations": joined(quotation.text for quotation in act.quotations),
            }
            yield "acts", shared | own, (act.evidence,)


def _provision(provision: Provision) -> Cells:
    return {
        "issuer": provision.issuer,
        "verb": provision.verb,
        "lemma": provision.lemma,
        "kind": provision.kind.value,
        "content": provision.content,
        "addressee": provision.addressee,
        "number": provision.number,
        "polarity": provision.polarity.value,
        "modality": provision.modality.value,
        "quotations": joined(quotation.text for quotation in provision.quotations),
    }


def _texts(extraction: Extraction, summit: str | None) -> Iterator[tuple[str, Cells, Proof]]:
    """What an archive knows of one text: the text itself, everybody named in it, and its problems."""
    document = extraction.document
    about: Cells = {"summit": summit, "document": document.id}
    yield (
        "documents",
        about
        | {
            "kind": document.kind.value,
            "title": document.title,
            "language": document.language,
            "published": text_of(document.published),
            "characters": len(document.text),
            "repairs": len(document.repairs),
            "digest": document.digest,
        },
        (),
    )
    for person in (*extraction.people, *extraction.collectives):
        yield "people", about | _participant(person), person.evidence
    for problem in extraction.problems:
        cells: Cells = {"document": document.id, "kind": problem.kind, "message": problem.message}
        place: Cells = {"line": problem.line, "column": problem.column, "evidence_document": problem.document}
        span: Cells = {
            "evidence_start": problem.start,
            "evidence_end": problem.end,
            "evidence_text": problem.text,
        }
        yield "problems", cells | place | span, ()
