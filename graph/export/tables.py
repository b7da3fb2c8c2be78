"""A network as three tables: its nodes, its edges, and the statements behind the edges.

In: a network and the schema. Out: `Tables`, plain values in columns with a type, rows in the order of their ids. What is not known is
empty: "" or no items. `edges.source` and `edges.target` are `nodes.id`; `statements.edge` is `edges.id`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.show.network import Fact, Network, fallback
from ontology.iris import entity_iri
from ontology.schema import Schema

Value = str | int | float | bool | tuple[str, ...]
Row = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that all have the columns; `columns` are their types: str, int, float, bool, or tuple for texts in a list."""

    columns: Mapping[str, type]
    rows: Sequence[Row]


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of a network."""

    nodes: Table
    edges: Table
    statements: Table


_OF_EDGE = ("source", "target", "relation", "status")
_NODE = ("id", "iri", "class", "classes", "label", "names", "group", "statements")
_EDGE = ("id", *_OF_EDGE, "symmetric", "weight", "statements", "dates", "documents", "quote")
_STATEMENT = (
    *("id", "edge", *_OF_EDGE, "date", "document", "symbol", "language", "section", "paragraph", "said_by"),
    *("quote", "cue", "amount", "currency", "derived", "confidence", "rule"),
)
_TYPES: Mapping[str, type] = {
    **dict.fromkeys(("classes", "names", "dates", "documents"), tuple),
    **dict.fromkeys(("statements", "paragraph"), int),
    **dict.fromkeys(("weight", "confidence"), float),
    **dict.fromkeys(("symmetric", "derived"), bool),
}
_Ends = tuple[str, str, tuple[str, str]]


def tables(network: Network, schema: Schema) -> Tables:
    """The tables of a network; every language of a label has a column of the nodes."""
    languages = sorted({tag for path in network for tag in network.nodes[path]["labels"] if tag})
    labels = [f"label_{language}" for language in languages]
    ends = sorted(network.edges(keys=True))
    return Tables(
        Table(_typed(*_NODE, *labels), [_node(path, network, schema, languages) for path in sorted(network)]),
        Table(_typed(*_EDGE), [_edge(edge, network, schema) for edge in ends]),
        Table(_typed(*_STATEMENT), [_statement(fact, edge) for edge in ends for fact in network.edges[edge]["facts"]]),
    )


def _node(path: str, network: Network, schema: Schema, languages: Sequence[str]) -> Row:
    data = network.nodes[path]
    kind, labels = data["kind"], data["labels"]
    return {
        "id": path,
        "iri": entity_iri(path),
        "class": kind,
        "classes": (kind, *schema.classes.get(kind, ())),
        "label": fallback(labels, path),
        "names": data["names"],
        "group": data["group"],
        "statements": data["statements"],
        **{f"label_{language}": labels.get(language, "") for language in languages},
    }


def _edge(ends: _Ends, network: Network, schema: Schema) -> Row:
    data, relation = network.edges[ends], ends[2][0]
    facts: Sequence[Fact] = data["facts"]
    return {
        **_of_edge(ends),
        "id": _edge_id(ends),
        "symmetric": relation in schema.symmetric or network.graph.get("undirected", False),
        "weight": data["weight"],
        "statements": len(facts),
        "dates": data["dates"],
        "documents": tuple(sorted({fact.document for fact in facts})),
        "quote": facts[0].passages[0].quote,
    }


def _statement(fact: Fact, ends: _Ends) -> Row:
    place = fact.passages[0]
    return {
        **_of_edge(ends),
        "id": fact.path,
        "edge": _edge_id(ends),
        "date": fact.date,
        "document": fact.document,
        "symbol": fact.symbol,
        "language": fact.language,
        "section": place.section,
        "paragraph": place.paragraph,
        "said_by": place.said_by,
        "quote": place.quote,
        "cue": fact.cue,
        "amount": fact.amount,
        "currency": fact.currency,
        "derived": fact.derived,
        "confidence": float(fact.confidence or 0),
        "rule": fact.rule,
    }


def _typed(*names: str) -> Mapping[str, type]:
    return {name: _TYPES.get(name, str) for name in names}


def _of_edge(ends: _Ends) -> Row:
    source, target, (relation, status) = ends
    return dict(zip(_OF_EDGE, (source, target, relation, status), strict=True))


def _edge_id(ends: _Ends) -> str:
    source, target, (relation, status) = ends
    return f"{source} {relation} {target} {status}"
