"""A seventh language is one file, and its names: Portuguese, added to a copy of the packages as its page says."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SEVENTH = Path(__file__).parent / "data" / "seventh"
REPORT = """O Brasil cumpre a resolução 1540 (2004).

A Noruega ratificou a Convenção sobre Armas Químicas em 7 de abril de 1994.

A Noruega ainda não ratificou o Tratado de Proibição Completa de Testes Nucleares.

A Noruega insta todos os Estados a que ratifica o Tratado de Proibição Completa de Testes Nucleares.
"""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packages with the two files of the new language."""
    folder = tmp_path_factory.mktemp("seventh")
    for package in ("ontology", "extract", "graph"):
        shutil.copytree(ROOT / package, folder / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(SEVENTH / "pt.toml", folder / "extract" / "languages")
    shutil.copy(SEVENTH / "portuguese.ttl", folder / "ontology" / "authority")
    return folder


def run(copy: Path, *command: str) -> str:
    """What a command prints that runs on the copy."""
    environment = {**os.environ, "PYTHONPATH": str(copy)}
    done = subprocess.run(
        [sys.executable, *command], cwd=copy, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_its_examples_prove_its_rules(copy: Path) -> None:
    options = ["-q", "-p", "no:cacheprovider", "-k", "pt", "--rootdir", str(copy)]
    shown = run(copy, "-m", "pytest", *options, str(shutil.copy(ROOT / "tests" / "test_languages.py", copy)))
    assert "passed" in shown


def test_a_report_in_it_is_read_without_saying_so(copy: Path) -> None:
    (copy / "report.txt").write_text(REPORT, encoding="utf-8")
    run(
        copy,
        "-c",
        "from graph.cli import main; main()",
        "build",
        "report.txt",
        "-o",
        "graph.ttl",
        "--symbol",
        "A/99/9001",
    )
    question = """
        SELECT ?language ?subject ?relation ?object ?status ?date {
            ?s rdf:subject ?subject ; rdf:predicate ?relation ; rdf:object ?object ; pact:status ?status ; pact:quote ?quote .
            OPTIONAL { ?s pact:date ?date } FILTER(?relation != pact:cites) BIND(LANG(?quote) AS ?language)
        } ORDER BY ?object ?status"""
    (copy / "question.rq").write_text(question, encoding="utf-8")
    shown = run(
        copy, "-c", "from graph.cli import main; main()", "query", "graph.ttl", "question.rq", "--format", "csv"
    )
    short = shown.replace("https://w3id.org/pactgraph/id/", "").replace("https://w3id.org/pactgraph/ontology#", "")
    assert short.split()[1:] == [
        "pt,state/BRA,implements,resolution/S/RES/1540(2004),asserted,",
        "pt,state/NOR,ratified,treaty/CTBT,negated,",
        "pt,state/NOR,ratified,treaty/CWC,asserted,1994-04-07",
    ]
