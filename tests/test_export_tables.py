"""Tables of a network: what pandas and networkx read, and what a spreadsheet must not run."""

import csv
import io
import re
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pandas as pd
import pytest

from graph.export.formats.neo4j import SEPARATOR
from graph.export.tables import Tables, tables
from graph.export.write import Takes, export_tables, formats
from graph.show.network import Network, load_network
from graph.show.projection import project
from ontology.schema import load_schema

GRAPH = Path(__file__).parent / "data" / "network.ttl"
SCHEMA = load_schema()
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "－1", "'=1", "''+1", '=HYPERLINK("http://a","b")']


@pytest.fixture(scope="module")
def network() -> Network:
    return load_network(str(GRAPH), SCHEMA, documents=True)


@pytest.fixture(scope="module")
def made(network: Network) -> Tables:
    return tables(network, SCHEMA)


def frames(name: str, made: Tables) -> dict[str, pd.DataFrame]:
    """What pandas reads of the files of a format, by the stems of their names."""
    written = export_tables(made, name).items()
    if name == "parquet":
        return {Path(file).stem: pd.read_parquet(io.BytesIO(data)) for file, data in written}
    return {Path(file).stem: pd.read_csv(io.BytesIO(data), keep_default_na=False) for file, data in written}


def test_every_format_of_tables_is_read_back_here() -> None:
    assert formats(Takes.TABLES) == ["csv", "neo4j", "parquet"]


@pytest.mark.parametrize("name", ["csv", "parquet"])
def test_pandas_and_networkx_read_as_much_as_was_written(network: Network, made: Tables, name: str) -> None:
    found = frames(name, made)
    assert sorted(found["nodes"]["id"]) == sorted(network)
    read = nx.from_pandas_edgelist(found["edges"], edge_attr=True, edge_key="id", create_using=nx.MultiDiGraph)
    assert (len(read), read.number_of_edges()) == (len(network), network.number_of_edges())
    ratified = read.edges["state/NOR", "treaty/ICSANT", "state/NOR ratified treaty/ICSANT asserted"]
    assert (ratified["relation"], ratified["status"], ratified["weight"], ratified["statements"]) == (
        "ratified",
        "asserted",
        2,
        2,
    )
    assert ratified["quote"] == "挪威已于2014年2月20日批准《核恐公约》。"
    statements = found["statements"]
    assert (
        len(statements)
        == sum(len(network.edges[edge]["facts"]) for edge in network.edges)
        == found["edges"]["statements"].sum()
    )
    assert set(statements["edge"]) == set(found["edges"]["id"])
    first = statements.set_index("id").loc["statement/01"]
    assert (first["date"], first["language"], first["paragraph"], first["said_by"]) == (
        "2014-02-20",
        "zh",
        7,
        "state/NOR",
    )
    assert first["confidence"] == pytest.approx(0.95)
    norway = found["nodes"].set_index("id").loc["state/NOR"]
    assert (norway["label"], norway["label_zh"], norway["class"]) == ("Norway", "挪威", "State")


def test_lists_are_lists_in_parquet_and_joined_in_csv(made: Tables) -> None:
    documents = {name: frames(name, made)["edges"].set_index("id")["documents"] for name in ("csv", "parquet")}
    edge = "state/NOR ratified treaty/ICSANT asserted"
    assert list(documents["parquet"][edge]) == ["document/note/1", "document/second-note"]
    assert documents["csv"][edge] == "document/note/1 | document/second-note"


def test_neo4j_has_ids_labels_and_types(network: Network, made: Tables) -> None:
    """By the rules of its importer: header fields `name:TYPE`, lists split at the separator that it is told."""
    found = frames("neo4j", made)
    nodes, edges = found["nodes"], found["relationships"]
    assert nodes["path:ID"].is_unique
    assert set(nodes["path:ID"]) == set(network)
    assert {*edges[":START_ID"], *edges[":END_ID"]} <= set(nodes["path:ID"])
    read = nx.from_pandas_edgelist(edges, ":START_ID", ":END_ID", edge_key="id", create_using=nx.MultiDiGraph)
    assert (len(read), read.number_of_edges()) == (len(network), network.number_of_edges())
    labels = dict(zip(nodes["path:ID"], nodes[":LABEL"].str.split(SEPARATOR), strict=True))
    assert labels["state/NOR"] == ["State", "Actor"]
    kinds = {name.partition(":")[2] for frame in (nodes, edges) for name in frame.columns if ":" in name}
    assert kinds == {"ID", "LABEL", "START_ID", "END_ID", "TYPE", "int", "double", "boolean", "string[]"}


@pytest.mark.parametrize("name", formats(Takes.TABLES))
def test_the_same_network_gives_the_same_bytes(network: Network, name: str) -> None:
    assert export_tables(tables(network, SCHEMA), name) == export_tables(tables(network.copy(), SCHEMA), name)


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_spreadsheet_runs_nothing_and_the_text_can_be_had_again(formula: str, tmp_path: Path) -> None:
    quoted = formula.replace("\\", r"\\").replace('"', r"\"").replace("\t", r"\t").replace("\r", r"\r")
    path = tmp_path / "graph.ttl"
    path.write_text(GRAPH.read_text(encoding="utf-8").replace('"Norway"', f'"{quoted}"'), encoding="utf-8", newline="")
    made = tables(load_network(str(path), SCHEMA), SCHEMA)
    text = export_tables(made, "csv")["nodes.csv"].decode()
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    cell = next(row["label"] for row in rows if row["id"] == "state/NOR")
    assert cell == f"'{formula}"
    assert not [cell for row in rows for cell in row.values() if re.match(r"[=+\-@\t\r\n＝＋－＠]", cell)]
    exact = csv.DictReader(io.StringIO(export_tables(made, "neo4j")["nodes.csv"].decode(), newline=""))
    assert formula in {row["label"] for row in exact}


def test_ties_of_a_projection_have_tables_too(network: Network) -> None:
    made = tables(project(network, SCHEMA, "treaties"), SCHEMA)
    assert {row["relation"] for row in made.edges.rows} <= {"shares a treaty"}
    assert {row["edge"] for row in made.statements.rows} == {row["id"] for row in made.edges.rows}


def test_parquet_says_what_it_lacks(tmp_path: Path) -> None:
    code = "import sys; sys.modules['pyarrow'] = None; from graph.cli import main; main()"
    command = [sys.executable, "-c", code, "export", str(GRAPH), "--format", "parquet", "-o", str(tmp_path / "out")]
    done = subprocess.run(command, capture_output=True, check=False, text=True)
    assert (done.returncode, "pactgraph[parquet]" in done.stderr) == (1, True)
    assert not (tmp_path / "out").exists()
