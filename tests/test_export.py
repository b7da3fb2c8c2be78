"""Files for network programs: what readers other than ours find in them."""

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import cast

import networkx as nx
import pytest
from click.testing import CliRunner

from graph.cli import main
from graph.export.write import Takes, export, format_of, formats
from graph.export.xmltext import xml_safe
from graph.show.drawing import Drawing, draw
from graph.show.network import Network, load_network
from ontology.errors import PactgraphError
from ontology.schema import load_schema

GRAPH = Path(__file__).parent / "data" / "network.ttl"
HOSTILE = "a\x00b\x1bc\ufffe <&>\"' ]]> \\ \u202e d\n\te \ud800"
Row = dict[str, object]
Rows = dict[str, Row]
GEXF = "{http://gexf.net/1.3}"


@pytest.fixture(scope="module")
def drawing() -> Drawing:
    return draw(load_network(str(GRAPH), load_schema(), documents=True), load_schema())


def read(kind: str, path: Path) -> Network:
    """What networkx reads."""
    return cast("Network", nx.read_gexf(path) if kind == "gexf" else nx.read_graphml(path))


def parsed(data: bytes) -> ET.Element:
    """The root of an XML file of our own."""
    return ET.fromstring(data)  # noqa: S314


@pytest.mark.parametrize("kind", formats(Takes.DRAWING))
def test_networkx_reads_as_much_as_was_written(drawing: Drawing, kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"network.{kind}"
    path.write_bytes(export(drawing, kind))
    found = read(kind, path)
    assert {n: d["label"] for n, d in found.nodes(data=True)} == {node.path: node.label for node in drawing.nodes}
    edges = {data["id"]: (s, t, data["label"], data["weight"]) for s, t, data in found.edges(data=True)}
    assert edges == {edge.id: (edge.source, edge.target, edge.kind, edge.weight) for edge in drawing.edges}
    assert found.nodes["state/NOR"]["label_zh"] == "挪威"
    assert found.nodes["state/NOR"]["statements"] == 4


@pytest.mark.parametrize("kind", formats(Takes.DRAWING))
def test_the_same_network_gives_the_same_bytes(drawing: Drawing, kind: str) -> None:
    assert export(drawing, kind) == export(drawing, kind)


def test_gexf_keeps_parallel_edges_apart_by_kind(drawing: Drawing) -> None:
    edges = parsed(export(drawing, "gexf")).findall(f".//{GEXF}edge")
    kinds = {edge.get("kind") for edge in edges if edge.get("source") == "state/USA"}
    assert kinds == {"ratified (negated)", "signed"}
    assert len({(edge.get("source"), edge.get("target"), edge.get("kind")) for edge in edges}) == len(edges) == 9


def test_gexf_has_dates_that_xml_schema_knows(drawing: Drawing) -> None:
    root = parsed(export(drawing, "gexf"))
    starts = {edge.get("label"): edge.get("start") for edge in root.iter(f"{GEXF}edge") if edge.get("start")}
    assert starts == {"ratified": "2014-02-20", "signed": "1996-09-01", "established": "2017-08-29"}
    assert root[1].attrib == {
        "defaultedgetype": "directed",
        "mode": "dynamic",
        "timeformat": "date",
        "timerepresentation": "interval",
    }
    assert b"lastmodified" not in export(drawing, "gexf")


def test_gexf_declares_what_it_uses(drawing: Drawing) -> None:
    graph = parsed(export(drawing, "gexf"))[1]
    for group, owner in ((graph[0], "node"), (graph[1], "edge")):
        assert group.get("class") == owner
        declared = [attribute.get("id") for attribute in group]
        used = {value.get("for") for value in graph.iterfind(f".//{GEXF}{owner}/{GEXF}attvalues/{GEXF}attvalue")}
        assert used <= set(declared)
        # Readers put the values beside those of the element itself: one name for both, and one of them is lost.
        assert not {*declared} & {"id", "label", "kind", "weight", "source", "target", "x", "y", "z", "size", "color"}


def test_gephi_lite_reads_what_networkx_reads(
    drawing: Drawing, tmp_path: Path, node: Callable[..., dict[str, Rows]]
) -> None:
    path = tmp_path / "network.gexf"
    path.write_bytes(export(drawing, "gexf"))
    found, known = node("gexf.mjs", path), read("gexf", path)
    assert sorted(found["nodes"]) == sorted(known)
    assert len(found["edges"]) == known.number_of_edges() == len(drawing.edges)
    for edge in drawing.edges:
        source, target, data = cast("dict[str, tuple[str, str, Row]]", found["edges"])[edge.id]
        assert (source, target) == (edge.source, edge.target)
        assert (data["kind"], data["label"], data["weight"]) == (edge.kind, edge.kind, edge.weight)
        assert (data["statements"], data["status"]) == (len(edge.facts), edge.status)
    norway = found["nodes"]["state/NOR"]
    own = next(n for n in drawing.nodes if n.path == "state/NOR")
    assert (norway["label_ar"], norway["class"], norway["names"]) == ("النرويج", "State", ["Kingdom of Norway"])
    assert (norway["x"], norway["y"], norway["size"], norway["statements"]) == (own.x, -own.y, own.size, 4)


def hostile(folder: Path) -> Path:
    """The test graph with a name full of characters that break files."""
    text = GRAPH.read_text(encoding="utf-8")
    name = json.dumps(HOSTILE.replace("\ud800", ""))
    path = folder / "hostile.ttl"
    path.write_text(re.sub('"Kingdom of Norway"', lambda _: name, text).replace('"Norway"', name), encoding="utf-8")
    return path


@pytest.mark.parametrize("kind", formats(Takes.DRAWING))
def test_hostile_names_come_back_without_control_characters(kind: str, tmp_path: Path) -> None:
    written = draw(load_network(str(hostile(tmp_path)), load_schema()), load_schema())
    path = tmp_path / f"network.{kind}"
    path.write_bytes(export(written, kind))
    found = read(kind, path).nodes["state/NOR"]
    assert found["label"] == found["label_en"] == "abc <&>\"' ]]> \\ \u202e d\n\te "


def test_a_list_survives_quotes_and_backslashes(tmp_path: Path, node: Callable[..., dict[str, Rows]]) -> None:
    text = GRAPH.read_text(encoding="utf-8").replace('"Kingdom of Norway"@en', r'"a \"b\", [c] \\ d"@en, "e | f"@en')
    graph, path = tmp_path / "graph.ttl", tmp_path / "network.gexf"
    graph.write_text(text, encoding="utf-8")
    path.write_bytes(export(draw(load_network(str(graph), load_schema()), load_schema()), "gexf"))
    assert node("gexf.mjs", path)["nodes"]["state/NOR"]["names"] == [r'a "b", [c] \ d', "e | f"]


def test_xml_safe_drops_what_xml_forbids_and_nothing_else() -> None:
    assert xml_safe(HOSTILE) == "abc <&>\"' ]]> \\ \u202e d\n\te "
    assert xml_safe("中 🕊 \ue000\ufffd") == "中 🕊 \ue000\ufffd"


@pytest.mark.parametrize(("name", "expected"), [("a.gexf", "gexf"), ("b/c.GraphML", "graphml"), ("d.nt", "nt")])
def test_the_suffix_tells_the_format(name: str, expected: str) -> None:
    assert format_of(name) == expected


@pytest.mark.parametrize("name", ["a.gefx", "a", "a.gexf.gz", "a.csv"])
def test_another_suffix_is_refused_with_the_known_ones(name: str) -> None:
    with pytest.raises(PactgraphError, match=r"\.gexf, \.graphml, \.jsonld, \.nt, \.trig"):
        format_of(name)


def test_the_command_writes_a_file(tmp_path: Path) -> None:
    path = tmp_path / "network.gexf"
    done = CliRunner().invoke(main, ["export", str(GRAPH), "-o", str(path)])
    assert (done.exit_code, done.output) == (0, "")
    assert len(read("gexf", path)) == 8


def test_the_command_writes_a_folder(tmp_path: Path) -> None:
    for _ in range(2):
        done = CliRunner().invoke(
            main, ["export", str(GRAPH), "--format", "csv", "-o", str(tmp_path / "new" / "tables")]
        )
        assert (done.exit_code, done.output) == (0, "")
    assert {path.name for path in (tmp_path / "new" / "tables").iterdir()} == {
        "nodes.csv",
        "edges.csv",
        "statements.csv",
    }


def test_the_command_writes_to_standard_output() -> None:
    done = CliRunner().invoke(main, ["export", str(GRAPH), "--format", "graphml"])
    assert done.exit_code == 0
    assert len(parsed(done.stdout_bytes)) > 0


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        ([str(GRAPH)], 2, "--format"),
        ([str(GRAPH), "-o", "network.gefx"], 2, ".gexf, .graphml"),
        ([str(GRAPH), "-o", "tables.csv"], 2, "--format"),
        ([str(GRAPH), "--format", "csv"], 2, "name a folder"),
        ([str(GRAPH), "-o", "graph.nt", "--mode", "one"], 2, "is all triples"),
        (["nothing.ttl", "-o", "network.gexf"], 3, "nothing.ttl"),
    ],
)
def test_misuse_is_told_and_leaves_no_file(
    arguments: list[str], code: int, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["export", *arguments])
    assert (done.exit_code, done.stdout) == (code, "")
    assert words in done.stderr
    assert list(tmp_path.iterdir()) == []
