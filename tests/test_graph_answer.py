"""Answers as tables, CSV, JSON and Turtle."""

import csv
import io
import json

import pyoxigraph as ox
import pytest
from rdflib import BNode, Literal, URIRef
from rdflib.query import Result

from graph.ask.answer import FORMATS, render
from graph.ask.query import Answer, Outcome, QueryError

INTEGER, STRING = (URIRef(f"http://www.w3.org/2001/XMLSchema#{name}") for name in ("integer", "string"))
PACT, ID = "https://w3id.org/pactgraph/ontology#", "https://w3id.org/pactgraph/id/"
ANSWER = Answer(
    ("who", "relation", "words", "count", "last"),
    (
        (
            *(URIRef(f"{ID}state/NOR"), URIRef(f"{PACT}ratified"), Literal("批准,\n“了”", lang="zh")),
            *(Literal("2", datatype=INTEGER), Literal("x" * 60, datatype=STRING)),
        ),
        (BNode("b"), URIRef("http://www.w3.org/2004/02/skos/core#note"), None, URIRef("http://other/"), None),
    ),
)


def test_a_table_has_columns_of_equal_width() -> None:
    lines = render(ANSWER, "table").decode().splitlines()
    assert lines == [
        "who        relation   words       count          last",
        f"---------  ---------  ----------  -------------  {'-' * 60}",
        f"state/NOR  ratified   批准, “了”  2              {'x' * 60}",
        "b          skos:note              http://other/",
    ]


def test_long_cells_are_cut_but_for_the_last() -> None:
    wide = Answer(("a", "b"), ((Literal("条" * 40), Literal("条" * 40)),))
    assert render(wide, "table").decode().splitlines()[2] == f"{'条' * 22}…  {'条' * 40}"


def test_nothing_in_a_report_reaches_the_terminal_as_a_command() -> None:
    told = render(Answer(("a",), ((Literal("\x1b[31mred\u202e\u2066\r\n\tx"),),)), "table").decode()
    assert told.splitlines()[2] == " [31mred     x"


def test_an_answer_without_rows_has_its_header() -> None:
    assert render(Answer(("a", "bc"), ()), "table") == b"a  bc\n-  --\n"
    assert render(Answer(("a", "bc"), ()), "csv") == b"a,bc\r\n"


def test_csv_is_read_back() -> None:
    data = render(ANSWER, "csv").decode()
    assert list(csv.reader(io.StringIO(data, newline=""))) == [
        list(ANSWER.columns),
        [f"{ID}state/NOR", f"{PACT}ratified", "批准,\n“了”", "2", "x" * 60],
        ["_:b", "http://www.w3.org/2004/02/skos/core#note", "", "http://other/", ""],
    ]


def test_json_is_read_back_by_another_library() -> None:
    data = render(ANSWER, "json")
    result = Result.parse(io.BytesIO(data), format="json")
    rows = [tuple(row.get(variable) for variable in result.vars or ()) for row in result.bindings]
    assert tuple(map(str, result.vars or ())) == ANSWER.columns
    assert [[str(term) for term in row] for row in rows] == [[str(term) for term in row] for row in ANSWER.rows]
    assert "批准" in data.decode()
    first = json.loads(data)["results"]["bindings"][0]
    assert first["words"] == {"type": "literal", "value": "批准,\n“了”", "xml:lang": "zh"}
    assert first["count"]["datatype"] == str(INTEGER)
    assert first["last"] == {"type": "literal", "value": "x" * 60}


def test_truth_and_triples() -> None:
    yes: Outcome = True
    assert [render(yes, form) for form in ("table", "csv")] == [b"true\n"] * 2
    assert json.loads(render(yes, "json")) == {"head": {}, "boolean": True}
    node = ox.NamedNode("http://a/b")
    assert b"<http://a/b> <http://a/b> <http://a/b> .\n" in render(frozenset({ox.Triple(node, node, node)}), "table")
    for form in FORMATS.keys() - {"table"}:
        with pytest.raises(QueryError, match="leave the format out"):
            render(frozenset(), form)
