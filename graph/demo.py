"""The whole way on the sample reports that come with the package.

In: a folder to write into. Out: the graph, its ledger, the page and the network for Gephi, the report of the check, and who is
party to the convention against nuclear terrorism.
"""

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from extract.languages.load import language_codes
from extract.pipeline import Options, read_text
from extract.text.source import Source, decode
from graph.ask.query import Outcome, ask, saved_questions
from graph.export.write import export
from graph.files import write_atomically
from graph.make.ledger import to_ledger
from graph.make.reports import build
from graph.measure.check import Report, check
from graph.rdf.store import from_triples
from graph.rdf.turtle import to_turtle
from graph.show.drawing import draw
from graph.show.layers import layers
from graph.show.network import build_network
from graph.show.page import page
from ontology.schema import load_schema

QUESTION, TREATY = "treaty-parties", "treaty/ICSANT"


@dataclass(frozen=True, slots=True)
class Shown:
    """What was written, what the check says, and the answer to QUESTION about TREATY."""

    files: tuple[Path, ...]
    report: Report
    answer: Outcome


def samples() -> list[tuple[Source, Options]]:
    """The packaged reports in languages that there is a file for; their names say which: `sg-report-2017.zh.txt`."""
    found = []
    for entry in sorted(files("extract").joinpath("samples").iterdir(), key=lambda e: e.name):
        language = entry.name.removesuffix(".txt").rpartition(".")[2]
        if entry.name.endswith(".txt") and language in language_codes():
            found.append((Source(entry.name, decode(entry.read_bytes(), entry.name)), Options(language=language)))
    return found


def demo(folder: Path) -> Shown:
    """Build, check, ask, draw and export. Raises PactgraphError when the folder cannot be written to."""
    given = samples()
    readings = [read_text(source, options) for source, options in given]
    triples, schema = build(readings), load_schema()
    graph, drawing = from_triples(triples), draw(build_network(triples, schema), schema)
    results = {
        "graph.ttl": to_turtle(triples),
        "refused.tsv": to_ledger(readings),
        "network.gexf": export(drawing, "gexf"),
        "network.html": page(drawing, layers(drawing, schema), schema),
    }
    for name, data in results.items():
        write_atomically(folder / name, data)
    answer = ask(graph, saved_questions()[QUESTION], {"treaty": TREATY})
    return Shown(tuple(folder / name for name in results), check(graph, [source for source, _ in given]), answer)
