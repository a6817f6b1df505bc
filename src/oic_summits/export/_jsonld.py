"""Linked data: summits as schema.org events, evidence as selectors of the Web Annotation vocabulary."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import quote

from oic_summits.export._common import Keys, storable
from oic_summits.model import Actor, ActorKind, Declaration, Evidence, Participant, Quotation, Reaction, Summit

if TYPE_CHECKING:
    from oic_summits.archive import Archive

Node: TypeAlias = dict[str, Any]

_CONTEXT: Node = {
    "@vocab": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "oic": "urn:oic-summits:term:",
    "evidence": {"@id": "oic:evidence", "@container": "@list"},
    "capacity": "oic:capacity",
    "rule": "oic:rule",
    "modality": "oic:modality",
    "polarity": "oic:polarity",
    "sha256": "oic:sha256",
}
_TYPES = {ActorKind.PERSON: "Person", ActorKind.STATE: "Country"}


def jsonld(archive: Archive) -> dict[str, Any]:
    """Give an archive as one JSON-LD document.

    Summits are ``Event``, people ``Person``, bodies ``Organization``, states ``Country``, texts and outcome documents
    ``CreativeWork``, quotations ``Quotation``, acts ``Action``. Everything that rests on words has ``evidence``: a list
    of ``oa:SpecificResource`` whose selectors are an ``oa:TextQuoteSelector`` (the words) and an
    ``oa:TextPositionSelector`` (offsets in code points from 0, end exclusive). Names of nodes are URNs that hold within
    this archive; no address is made up.

    Example:
        >>> from oic_summits import load
        >>> nodes = {node["@id"]: node for node in jsonld(load())["@graph"]}
        >>> sixth = nodes["urn:oic-summits:summit:oic-extraordinary-6"]
        >>> sixth["@type"], sixth["startDate"]
        ('Event', '2017-12-13')
    """
    nodes = _Nodes(archive)
    for extraction in archive.extractions:
        document = extraction.document
        name = _iri("document", document.id)
        nodes[name] = _lean(
            {
                "@id": name,
                "@type": "CreativeWork",
                "name": document.title,
                "identifier": document.id,
                "genre": document.kind.value,
                "inLanguage": document.language,
                "datePublished": str(document.published) if document.published else None,
                "sha256": document.digest,
            }
        )
    for summit in archive.summits:
        _summit(nodes, summit, archive)
    return {"@context": _CONTEXT, "@graph": list(nodes.values())}


class _Nodes(dict[str, Node]):
    """All nodes by name, and what tells one actor from another."""

    def __init__(self, archive: Archive) -> None:
        super().__init__()
        self.keys_of = Keys(archive)


def _iri(kind: str, name: str) -> str:
    return f"urn:oic-summits:{kind}:{quote(storable(name), safe='')}"


def _lean(node: Node) -> Node:
    """Drop what is unknown, and make text fit for UTF-8."""
    return {
        key: storable(value) if isinstance(value, str) else value
        for key, value in node.items()
        if value not in (None, [], ())
    }


def _evidence(spans: Iterable[Evidence]) -> list[Node]:
    return [
        {
            "@type": "oa:SpecificResource",
            "oa:hasSource": {"@id": _iri("document", span.document)},
            "oa:hasSelector": [
                {"@type": "oa:TextQuoteSelector", "oa:exact": storable(span.text)},
                {"@type": "oa:TextPositionSelector", "oa:start": span.start, "oa:end": span.end},
            ],
            "rule": span.rule,
        }
        for span in spans
    ]


def _summit(nodes: _Nodes, summit: Summit, archive: Archive) -> None:
    name = _iri("summit", str(summit.id))
    neighbours = (archive.predecessor(summit), archive.successor(summit)) if _chained(summit) else (None, None)
    before, after = (_link("summit", str(other.id)) if other else None for other in neighbours)
    node = {
        "@id": name,
        "@type": "Event",
        "identifier": str(summit.id),
        "name": summit.title,
        "startDate": str(summit.start) if summit.start else None,
        "endDate": str(summit.end) if summit.end else None,
        "location": [{"@type": "City", "name": storable(city)} for city in summit.cities],
        "oic:follows": before,
        "oic:precedes": after,
        "organizer": _actor(nodes, summit.host) if summit.host else None,
        "oic:chair": _actor(nodes, summit.chair) if summit.chair else None,
        "oic:convener": _actor(nodes, summit.convener) if summit.convener else None,
        "oic:country": summit.country,
        "attendee": [_participant(nodes, participant) for participant in summit.participants],
        "workFeatured": [_declaration(nodes, summit, i, d) for i, d in enumerate(summit.declarations, start=1)],
        "oic:reaction": [action for reaction in summit.reactions for action in _actions(nodes, reaction)],
        "subjectOf": [_link("document", s.id) for s in summit.sources if _iri("document", s.id) in nodes],
        "oic:quotation": [_quotation(nodes, quotation) for quotation in summit.quotations],
        "evidence": _evidence(claim.evidence for claim in summit.claims if claim.evidence),
    }
    nodes[name] = _lean(node)


def _chained(summit: Summit) -> bool:
    return summit.id.organisation == "OIC" and summit.id.complete


def _link(kind: str, name: str) -> Node:
    return {"@id": _iri(kind, name)}


def _actor(nodes: _Nodes, actor: Actor) -> Node:
    kind, _, rest = nodes.keys_of.of(actor).partition(":")
    name = _iri(kind, rest)
    if name not in nodes:
        nodes[name] = _lean(
            {
                "@id": name,
                "@type": _TYPES.get(actor.kind, "Organization"),
                "name": actor.name,
                "alternateName": list(actor.person.aliases) if actor.person else None,
                "jobTitle": actor.office.title if actor.office else None,
                "oic:state": actor.state,
                "affiliation": _lean({"@type": "Organization", "name": actor.organisation})
                if actor.organisation and actor.kind is ActorKind.PERSON
                else None,
            }
        )
    return {"@id": name}


def _participant(nodes: _Nodes, participant: Participant) -> Node:
    return _lean(
        {
            "@type": "Role",
            "attendee": _actor(nodes, participant.actor),
            "capacity": participant.capacity.value if participant.capacity else None,
            "evidence": _evidence(participant.evidence),
        }
    )


def _declaration(nodes: _Nodes, summit: Summit, number: int, declaration: Declaration) -> Node:
    name = _iri("declaration", f"{summit.id}/{number}")
    provisions = [
        _lean({"@type": "Statement", "text": f"{p.verb} {p.content}", "evidence": _evidence(p.evidence)})
        for p in declaration.provisions
    ]
    nodes[name] = _lean(
        {
            "@id": name,
            "@type": "CreativeWork",
            "name": declaration.title,
            "genre": declaration.kind.value,
            "hasPart": provisions,
            "evidence": _evidence(declaration.evidence),
        }
    )
    return {"@id": name}


def _actions(nodes: _Nodes, reaction: Reaction) -> list[Node]:
    return [
        _lean(
            {
                "@type": "Action",
                "agent": _actor(nodes, reaction.actor),
                "name": act.verb,
                "description": act.content,
                "startTime": str(act.date) if act.date else None,
                "modality": act.modality.value,
                "polarity": act.polarity.value,
                "evidence": _evidence((act.evidence,)),
            }
        )
        for act in reaction.acts
    ]


def _quotation(nodes: _Nodes, quotation: Quotation) -> Node:
    return _lean(
        {
            "@type": "Quotation",
            "text": quotation.text,
            "creator": _actor(nodes, quotation.speaker) if quotation.speaker else None,
            "evidence": _evidence((quotation.evidence,)),
        }
    )
