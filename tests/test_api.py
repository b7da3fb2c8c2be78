"""A graph answers in Python as it does on the command line, in tables of pandas."""

import doctest
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

import graph
import graph.ask.notebook
from graph.ask.notebook import Reports
from graph.ask.query import QueryError
from graph.rdf.store import from_triples
from graph.rdf.turtle import to_turtle
from ontology.errors import InputError, PactgraphError


@pytest.fixture
def reports(affairs: frozenset[ox.Triple]) -> Reports:
    return Reports(from_triples(affairs))


def test_the_documentation_is_right(
    affairs: frozenset[ox.Triple], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "graph.ttl").write_bytes(to_turtle(affairs))
    monkeypatch.chdir(tmp_path)
    done = doctest.testmod(graph.ask.notebook)
    assert (done.failed, done.attempted) == (0, 12)


def test_cells_are_texts_numbers_or_none(reports: Reports) -> None:
    parties = reports.parties("ICSANT")
    assert parties.columns.tolist() == ["treaty", "party", "name", "relation", "date", "document", "quote"]
    assert parties[parties["party"] == "state/KOR"]["date"].tolist() == [None]
    assert {type(cell) for cell in parties["document"]} == {str}
    assert {type(count) for count in reports.partners("IAEA")["documents"]} == {int}
    assert reports.parties("ATT").empty


def test_what_cannot_be_asked_is_refused(reports: Reports, tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="saved are assistance-asked, "):
        reports.ask("parties")
    with pytest.raises(QueryError, match="write a SELECT"):
        reports.sparql("ASK { ?s ?p ?o }")
    with pytest.raises(QueryError, match="did you mean state/NOR"):
        reports.commitments("Norwai")
    with pytest.raises(InputError, match="no such file"):
        graph.load(str(tmp_path / "absent.ttl"))


def test_without_pandas_it_says_what_to_install(reports: Reports, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(PactgraphError, match=r'pip install "pactgraph\[pandas\]"'):
        reports.parties("ICSANT")
    assert reports.explain("NOR", "signed", "ICSANT").startswith("state/NOR signed treaty/ICSANT")
