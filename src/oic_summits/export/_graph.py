"""A graph of summits, states, people, organisations, outcome documents and texts."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from oic_summits.export._common import Keys, optional, printable
from oic_summits.model import Actor, Evidence, Summit
from oic_summits.reference import find_state

if TYPE_CHECKING:
    import networkx as nx

    from oic_summits.archive import Archive


def graph(archive: Archive) -> nx.MultiDiGraph[str]:
    """Lay out an archive as a directed graph with parallel edges.

    Nodes are named ``summit:…``, ``state:TUR``, ``organisation:OIC``, ``person:NAME (TUR)``, ``body:…``,
    ``collective:…``, ``declaration:…`` and ``document:…``; each has ``kind`` and ``label``. Edges have a ``relation``:
    ``precedes`` (along a series), ``hosted`` (state to summit), ``attended`` (with ``capacity``), ``hosts``,
    ``chaired`` and ``convened`` (actor to summit), ``belongs_to`` (actor to state or organisation), ``reacted_to`` (one
    for each act, with verb, kind, content, addressee, polarity and modality), ``adopted`` (summit to declaration) and
    ``reported_in`` (summit to document). Edges that rest on words carry ``evidence`` ("DOCUMENT[START:END]", apart by
    semicolons) and ``words``. All attributes are text, so that every graph format can store them.

    Raises:
        MissingExtraError: If networkx is not installed (extra ``graph``).

    Example:
        >>> from oic_summits import load
        >>> from oic_summits.export import graph
        >>> network = graph(load())
        >>> [
        ...     state
        ...     for state, summit, edge in network.in_edges("summit:oic-extraordinary-6", data=True)
        ...     if edge["relation"] == "hosted"
        ... ]
        ['state:TUR']
    """
    networkx = optional("networkx", extra="graph", purpose="graphs")
    network = networkx.MultiDiGraph()
    keys = Keys(archive)
    for summit in archive.summits:
        _summit(network, summit)
        _people(network, keys, summit)
    for series in ("ordinary", "extraordinary"):
        chain = tuple(archive.chain(series=series))
        for earlier, later in pairwise(chain):
            _edge(network, f"summit:{earlier.id}", f"summit:{later.id}", "precedes")
    for extraction in archive.extractions:
        document = extraction.document
        _node(network, f"document:{document.id}", "document", document.title or document.id, form=document.kind.value)
    return network  # type: ignore[no-any-return]


def _edge(network: Any, one: str, other: str, relation: str, evidence: Iterable[Evidence] = (), **more: object) -> None:
    """Add an edge; what is unknown is left out, since no graph format can store None."""
    spans = tuple(evidence)
    proof = {
        "evidence": "; ".join(f"{span.document}[{span.start}:{span.end}]" for span in spans),
        "words": " | ".join(span.text for span in spans),
    }
    known = {key: printable(str(value)) for key, value in {**more, **proof}.items() if value not in (None, "")}
    network.add_edge(one, other, relation=relation, **known)


def _node(network: Any, name: str, kind: str, label: str, **more: object) -> str:
    known = {key: printable(str(value)) for key, value in more.items() if value is not None}
    network.add_node(name, kind=kind, label=printable(label), **known)
    return name


def _summit(network: Any, summit: Summit) -> None:
    name = _node(
        network,
        f"summit:{summit.id}",
        "summit",
        summit.title or str(summit.id),
        series=summit.id.series.value if summit.id.series else None,
        start=str(summit.start) if summit.start else None,
        end=str(summit.end) if summit.end else None,
        cities="; ".join(summit.cities) or None,
    )
    if summit.country:
        state = _state(network, summit.country)
        _edge(network, state, name, "hosted", summit.proof("country"))
    for source in summit.sources:
        _node(network, f"document:{source.id}", "document", source.id)
        _edge(network, name, f"document:{source.id}", "reported_in", reason=source.reason)
    for number, declaration in enumerate(summit.declarations, start=1):
        label = declaration.title or declaration.kind.value
        outcome = _node(network, f"declaration:{summit.id}/{number}", "declaration", label, form=declaration.kind.value)
        _edge(network, name, outcome, "adopted", declaration.evidence)


def _people(network: Any, keys: Keys, summit: Summit) -> None:
    name = f"summit:{summit.id}"
    for relation, actor in (("hosts", summit.host), ("chaired", summit.chair), ("convened", summit.convener)):
        if actor:
            field = {"hosts": "host", "chaired": "chair", "convened": "convener"}[relation]
            _edge(network, _actor(network, keys, actor), name, relation, summit.proof(field))
    for participant in summit.participants:
        capacity = participant.capacity.value if participant.capacity else None
        who = _actor(network, keys, participant.actor)
        _edge(network, who, name, "attended", participant.evidence, capacity=capacity)
    for reaction in summit.reactions:
        who = _actor(network, keys, reaction.actor)
        for act in reaction.acts:
            _edge(
                network,
                who,
                name,
                "reacted_to",
                (act.evidence,),
                verb=act.verb,
                act=act.kind.value,
                content=act.content,
                addressee=act.addressee,
                polarity=act.polarity.value,
                modality=act.modality.value,
            )


def _state(network: Any, code: str) -> str:
    known = find_state(code)
    return _node(network, f"state:{code}", "state", known.name if known else code)


def _actor(network: Any, keys: Keys, actor: Actor) -> str:
    name = keys.of(actor)
    if name.startswith("state:") and actor.state:
        return _state(network, actor.state)
    seen = name in network
    _node(network, name, actor.kind.value, actor.name, office=actor.office.title if actor.office else None)
    if not seen:
        home = _state(network, actor.state) if actor.state else None
        if home is None and actor.organisation and name != f"organisation:{actor.organisation}":
            home = _node(network, f"organisation:{actor.organisation}", "organisation", actor.organisation)
        if home is not None:
            _edge(network, name, home, "belongs_to")
    return name
