"""Graph, linked data and timeline: what they hold, that it is all of it, and that it is well-formed."""

import itertools
import json
import re
import sys
from pathlib import Path
from types import ModuleType
from typing import Any
from xml.etree import ElementTree as ET

import networkx as nx
import pytest
from hypothesis import given

from oic_summits.archive import Archive
from oic_summits.errors import MissingExtraError
from oic_summits.export import graph, jsonld, timeline
from oic_summits.model import Extraction
from oic_summits.reference import roster
from tests.strategies import extractions
from tests.unit.made import TEXT, made_archive

SIXTH = "oic-extraordinary-6"


def edges(relation: str) -> list[tuple[str, str, dict[str, Any]]]:
    found = graph(made_archive()).edges(data=True)
    return [(one, other, data) for one, other, data in found if data["relation"] == relation]


def test_the_graph_holds_people_states_and_summits() -> None:
    attended = edges("attended")
    assert [(one, other, data["capacity"]) for one, other, data in attended] == [
        ("person:Ada Örnek (TUR)", f"summit:{SIXTH}", "host")
    ]
    first = TEXT.index("President Ada")
    assert attended[0][2]["evidence"].startswith(f"made[{first}:{first + 38}]; made[")
    assert attended[0][2]["words"] == "President Ada Örnek of Turkey attended | ÖrneÄŸi"
    assert ("person:Ada Örnek (TUR)", "state:TUR") in {(one, other) for one, other, _ in edges("belongs_to")}
    assert ("state:TUR", f"summit:{SIXTH}") in {(one, other) for one, other, _ in edges("hosted")}
    assert [data["verb"] for _, _, data in edges("reacted_to")] == ["said", "ended"]


def test_the_chain_in_the_graph_is_the_archives_chain() -> None:
    archive = made_archive()
    pairs = {(one, other) for one, other, _ in edges("precedes")}
    for series in ("ordinary", "extraordinary"):
        ids = [f"summit:{summit.id}" for summit in archive.chain(series=series)]
        assert pairs.issuperset(itertools.pairwise(ids))


def test_a_text_about_no_summit_is_a_node_too() -> None:
    assert graph(made_archive()).nodes["document:note"]["form"] == "news"


def test_the_graph_can_be_stored(tmp_path: Path) -> None:
    network = graph(made_archive())
    nx.write_graphml(network, tmp_path / "graph.graphml")
    nx.write_gexf(network, tmp_path / "graph.gexf")
    again = nx.read_graphml(tmp_path / "graph.graphml", force_multigraph=True)
    assert sorted(again.nodes(data="kind")) == sorted(network.nodes(data="kind"))
    assert again.number_of_edges() == network.number_of_edges()


def test_a_missing_networkx_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    blocked: dict[str, ModuleType | None] = {"networkx": None}
    monkeypatch.setattr(sys, "modules", {**sys.modules, **blocked})
    with pytest.raises(MissingExtraError, match=r'graphs need the package networkx.*"oic-summits\[graph\]"'):
        graph(made_archive())


def test_linked_data_is_json_with_selectors_that_hold() -> None:
    document = jsonld(made_archive())
    nodes = {node["@id"]: node for node in json.loads(json.dumps(document))["@graph"]}
    sixth = nodes[f"urn:oic-summits:summit:{SIXTH}"]
    assert (sixth["@type"], sixth["startDate"], sixth["location"]) == (
        "Event",
        "2017-12-13",
        [{"@type": "City", "name": "Istanbul"}],
    )
    quote, position = sixth["attendee"][0]["evidence"][0]["oa:hasSelector"]
    assert TEXT[position["oa:start"] : position["oa:end"]] == quote["oa:exact"]
    assert sixth["attendee"][0]["attendee"]["@id"] in nodes
    assert nodes["urn:oic-summits:document:made"]["name"] == "A <b> session"


def test_every_link_in_linked_data_leads_somewhere() -> None:
    document = jsonld(made_archive())
    names = {node["@id"] for node in document["@graph"]}
    linked = set(re.findall(r'"@id": "(urn:oic-summits:[^"]*)"', json.dumps(document["@graph"])))
    assert linked == names


@given(extractions())
def test_any_extraction_becomes_linked_data_and_a_graph(extraction: Extraction) -> None:
    archive = Archive(roster=roster(), extractions=(extraction,))
    assert json.dumps(jsonld(archive), ensure_ascii=False).encode()
    network = graph(archive)
    assert f"document:{extraction.document.id}" in network
    assert all(isinstance(value, str) for *_, data in network.edges(data=True) for value in data.values())


def test_the_timeline_is_xml_with_a_dot_for_each_summit() -> None:
    root = ET.fromstring(timeline(made_archive()))
    circles = [node for node in root.iter() if node.tag.endswith("circle")]
    dots = [node for node in circles if len(node)]
    assert len(dots) == 25
    assert [node[0].text for node in dots if node.get("class") == "known"] == [
        "Sixth Extraordinary Session of the Islamic Summit Conference · 2017-12-13 · Istanbul · 2 sources"
    ]
    across = [float(node.get("cx", "nan")) for node in dots[:15]]
    assert across == sorted(across)


def test_an_empty_archive_has_an_empty_timeline() -> None:
    root = ET.fromstring(timeline(Archive.empty()))
    assert root.get("aria-label") == "0 summits, 1970 to 1980, by series and year"
