"""What States say that they signed and ratified, held against the status tables of the United Nations Treaty Collection.

PACTGRAPH_CORPUS names a folder of documents (seeds, en/reports), PACTGRAPH_REFERENCE one with the tables (untc/18-15.csv).
"""

import os
from pathlib import Path

import pytest

from extract.documents import read_document
from extract.pipeline import read_text
from extract.text.source import read_source
from graph.compare.reconcile import AGREES, OTHER_DATE, Verdict, reconcile
from graph.compare.treaty_table import read_table
from graph.make.reports import build
from graph.rdf.store import from_triples
from ontology.schema import load_schema

ENOUGH = 0.98
# As of when the tables of the folder are.
DATE = "2015-03"


def folder(variable: str, *below: str) -> Path:
    """The folder that a variable of the environment names; without one the check says so and is left out."""
    named = os.environ.get(variable, "")
    if not named:
        pytest.skip(f"{variable} names no folder")
    return Path(named, *below)


def agrees(verdict: Verdict) -> bool:
    """Whether the table has the act, in the year that the text gives: some States date the law, the table the deposit."""
    year = verdict.said.rpartition(" ")[2][:4]
    return verdict.verdict == AGREES or (verdict.verdict == OTHER_DATE and year in verdict.against)


def test_treaty_acts_of_reports_agree_with_the_depositary() -> None:
    """Of what is asserted of the treaties of the tables; all else is told."""
    tables = sorted(folder("PACTGRAPH_REFERENCE", "untc").glob("*-*.csv"))
    files = [
        *folder("PACTGRAPH_CORPUS", "seeds").glob("*.txt"),
        *folder("PACTGRAPH_CORPUS", "en", "reports").glob("*.txt"),
    ]
    word = from_triples(build([read_text(read_document(file)) for file in sorted(files)]))
    record = from_triples(build([read_table(read_source(table), "", DATE) for table in tables]))
    judged = [v for v in reconcile(word, record, load_schema()) if v.said.startswith("asserted")]
    others = [v for v in judged if not agrees(v)]
    assert judged
    assert len(others) <= (1 - ENOUGH) * len(judged), others
