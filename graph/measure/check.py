"""Whether a graph keeps to the vocabulary and its quotes to their documents.

In: a graph of `graph.rdf.store`, and the texts it was built from when they are at hand. Out: a report, without findings when
all is well. The rules are those of `ontology/shapes.ttl` (SHACL, W3C 2017), run by pySHACL together with the ontology.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files

from pyshacl import validate
from rdflib import RDF, SH, Graph
from rdflib.term import Identifier, Node, URIRef

from extract.text.source import Source
from graph.ask.answer import shown
from graph.measure.evidence import check_quotes, check_sources, passages_of
from graph.measure.findings import Finding
from ontology.iris import ID, PACT


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found, sorted; how many statements and passages it saw and how many passages it looked up."""

    findings: tuple[Finding, ...]
    statements: int
    passages: int
    looked_up: int

    def summary(self) -> str:
        """The report in one line."""
        found = f"{len(self.findings):,} to mend" if self.findings else "clean"
        quotes = f"{self.looked_up:,} of {self.passages:,} quotes looked up"
        return f"{found}: {self.statements:,} statements, {quotes}"


def check(graph: Graph, sources: Sequence[Source] = ()) -> Report:
    """Check everything."""
    passages = passages_of(graph)
    looked_up, misplaced = check_sources(passages, sources)
    findings = {*check_shapes(graph), *check_quotes(graph), *misplaced}
    statements = len(set(graph.subjects(RDF.type, URIRef(PACT + "Statement"))))
    return Report(tuple(sorted(findings)), statements, sum(map(len, passages.values())), looked_up)


def check_shapes(graph: Graph) -> list[Finding]:
    """Where the graph breaks a shape.

    pySHACL walks triple by triple, which rdflib's own store does ten times faster than one behind Oxigraph: so the triples
    move there, beside those of the ontology.
    """
    data = Graph(bind_namespaces="none")
    data.addN((*triple, data) for part in (graph, _packaged("pactgraph.ttl")) for triple in part)
    _, report, _ = validate(data, shacl_graph=_packaged("shapes.ttl"), inplace=True)
    if not isinstance(report, Graph):
        return [Finding("shapes.ttl", f"The shapes cannot be run: {report}")]
    return [_finding(report, result) for result in report.subjects(RDF.type, SH.ValidationResult)]


def _finding(report: Graph, result: Node) -> Finding:
    focus, value, message = (report.value(result, name) for name in (SH.focusNode, SH.value, SH.resultMessage))
    # Rules over many statements have a term of the vocabulary as their focus, and the statement as the value.
    if value is not None and not str(focus).startswith(ID):
        focus, value = value, None
    found = f" Found: {shown(value)}." if isinstance(value, Identifier) else ""
    return Finding(shown(focus) if isinstance(focus, Identifier) else "graph", f"{message}{found}")


def _packaged(name: str) -> Graph:
    return Graph(bind_namespaces="none").parse(data=files("ontology").joinpath(name).read_bytes(), format="ox-turtle")
