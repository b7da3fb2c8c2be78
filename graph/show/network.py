"""Who does what with whom: the statements of a graph as a network.

In: the RDF triples of a graph, as `graph.rdf.turtle` reads them (a walk over 20,000 triples takes 0.3 s; asking the same of a
store through rdflib takes 1.8 s). Out: a `networkx.MultiDiGraph`.

Its nodes are the paths of actors, instruments and activities (`state/NOR`) with `kind` (class of the vocabulary), `labels`
(text by BCP 47 language), `names` (all other names, sorted), `group` (path of the regional group or "") and `statements`
(how many name it). An edge is one relation in one status from subject to object; its key is `(relation, status)`. It has
`facts` (one per document and language, with the words they rest on), `weight` (number of documents that say so) and `dates`.
A symmetric relation stands once, its ends in the order of their paths. Documents, and what they cite, are left out unless
asked for: else every report is tied to every resolution it names.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import networkx as nx
import pyoxigraph as ox

from graph.rdf.terms import fullest
from graph.rdf.turtle import merge
from ontology.errors import DataError
from ontology.iris import PACT, entity_path, term
from ontology.schema import Schema

Network: TypeAlias = "nx.MultiDiGraph[str]"


@dataclass(frozen=True, slots=True)
class Passage:
    """A place that a fact rests on: the words, the heading above them, paragraph and page counted from 1 (0: not known)."""

    quote: str
    section: str
    paragraph: int
    said_by: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement of one document in one language; passages as in the text, the clearest first, at least one."""

    path: str
    document: str
    symbol: str
    language: str
    cue: str
    date: str
    amount: str
    currency: str
    rule: str
    confidence: str
    derived: bool
    passages: tuple[Passage, ...]


class _Row:
    """All that a graph says of one node: texts by property, each with its language; IRIs as they are."""

    def __init__(self) -> None:
        self.values: dict[str, list[tuple[str, str]]] = defaultdict(list)

    def all(self, name: str) -> list[tuple[str, str]]:
        return sorted(self.values.get(term(name), ()))

    def one(self, name: str) -> str:
        return min((text for text, _ in self.values.get(term(name), ())), default="")

    def path(self, name: str) -> str:
        return entity_path(self.one(name))


_Rows = Mapping[str, _Row]


def load_network(source: str, schema: Schema, *, documents: bool = False) -> Network:
    """The network of a Turtle file, `-` for standard input.

    Raises InputError or DataError when it cannot be read or holds no statement.
    """
    network = build_network(merge([source]), schema, documents=documents)
    if not network:
        message = f"{source}: holds no statement of two things; give a graph that pactgraph build wrote"
        raise DataError(message)
    return network


def build_network(triples: Iterable[ox.Triple], schema: Schema, *, documents: bool = False) -> Network:
    """The network of all statements; with `documents`, what documents cite too.

    Its attribute `mentioned` has the labels by path of the documents and voices that its facts name.
    """
    rows = _rows(triples)
    edges: dict[tuple[str, str, str, str], list[Fact]] = defaultdict(list)
    for path, row in list(rows.items()):
        if _kind(row) == "Statement":
            ends = {_kind(rows[row.path(end)]) for end in ("rdf:subject", "rdf:object")}
            if documents or "Document" not in ends:
                edges[_key(row, schema)].append(_fact(path, row, rows))
    return _joined(edges, rows)


def fallback(labels: Mapping[str, str], path: str, language: str = "en") -> str:
    """The label in `language`, else in English, else in the first language there is, else the end of the path."""
    first = labels[min(labels)] if labels else path.partition("/")[2]
    return labels.get(language) or labels.get("en") or first or path


def _rows(triples: Iterable[ox.Triple]) -> _Rows:
    rows: dict[str, _Row] = defaultdict(_Row)
    for triple in triples:
        value = triple.object
        language = (value.language or "") if isinstance(value, ox.Literal) else ""
        if isinstance(triple.subject, ox.NamedNode) and isinstance(value, ox.NamedNode | ox.Literal):
            rows[entity_path(triple.subject.value)].values[triple.predicate.value].append((value.value, language))
    return rows


def _key(row: _Row, schema: Schema) -> tuple[str, str, str, str]:
    subject, target = row.path("rdf:subject"), row.path("rdf:object")
    relation, status = (row.one(name).removeprefix(PACT) for name in ("rdf:predicate", "pact:status"))
    if relation in schema.symmetric and subject > target:
        subject, target = target, subject
    return subject, target, relation, status


def _fact(path: str, row: _Row, rows: _Rows) -> Fact:
    quote, language = (row.all("pact:quote") or [("", "")])[0]
    document = row.path("pact:inDocument")
    return Fact(
        path=path,
        document=document,
        symbol=rows[document].one("dcterms:identifier"),
        language=language,
        cue=row.one("pact:cue"),
        date=row.one("pact:date"),
        amount=row.one("pact:amount"),
        currency=row.one("pact:currency"),
        rule=row.one("pact:rule"),
        confidence=row.one("pact:confidence"),
        derived=row.one("pact:derived") == "true",
        passages=tuple(_passages(row, quote, rows)),
    )


def _passages(row: _Row, quote: str, rows: _Rows) -> Iterator[Passage]:
    """The places of a statement; for one derived from another, the statement's own words."""
    found = (rows[entity_path(iri)] for iri, _ in row.all("prov:wasDerivedFrom"))
    places = [place for place in found if place.one("oa:exact")]
    for place in sorted(places, key=lambda p: (p.one("oa:exact") != quote, int(p.one("oa:start") or 0))):
        paragraph = int(place.one("pact:paragraph") or 0)
        said_by = place.path("pact:saidBy") or row.path("pact:saidBy")
        page = int(place.one("pact:page") or 0)
        yield Passage(place.one("oa:exact"), place.one("pact:section"), paragraph, said_by, page)
    if not places:
        yield Passage(quote, "", 0, row.path("pact:saidBy"))


def _joined(edges: Mapping[tuple[str, str, str, str], list[Fact]], rows: _Rows) -> Network:
    network: Network = nx.MultiDiGraph()
    count: dict[str, int] = defaultdict(int)
    for (subject, target, _, _), facts in edges.items():
        for path in {subject, target}:
            count[path] += len(facts)
    facts_named = {path for facts in edges.values() for fact in facts for path in _named(fact)}
    network.graph["mentioned"] = {path: _labels(rows[path]) for path in sorted(facts_named)}
    network.add_nodes_from((path, _node(rows[path], count[path])) for path in sorted(count))
    for (subject, target, relation, status), facts in sorted(edges.items()):
        ordered = tuple(sorted(facts, key=lambda fact: (fact.document, fact.language, fact.path)))
        network.add_edge(
            subject,
            target,
            key=(relation, status),
            facts=ordered,
            weight=len({fact.document for fact in facts}),
            dates=fullest(fact.date for fact in facts),
        )
    return network


def _named(fact: Fact) -> Iterator[str]:
    yield fact.document
    yield from (passage.said_by for passage in fact.passages if passage.said_by)


def _node(row: _Row, statements: int) -> dict[str, object]:
    labels = _labels(row)
    names = tuple(sorted({text for text, _ in row.all("skos:altLabel")} - set(labels.values())))
    group = row.path("pact:regionalGroup")
    return {"kind": _kind(row), "labels": labels, "names": names, "group": group, "statements": statements}


def _labels(row: _Row) -> dict[str, str]:
    """The label in each language; of several in one language the first by code point."""
    labels: dict[str, str] = {}
    for text, language in row.all("rdfs:label"):
        labels.setdefault(language, text)
    return labels


def _kind(row: _Row) -> str:
    ours = sorted(kind.removeprefix(PACT) for kind, _ in row.all("rdf:type") if kind.startswith(PACT))
    return ours[0] if ours else "Thing"
