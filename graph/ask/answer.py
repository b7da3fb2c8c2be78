"""Answers as bytes: a table to read, CSV and JSON for programs, Turtle for triples.

In: what `graph.ask.query` answers. Out: UTF-8. CSV and JSON are those of the SPARQL 1.1 recommendations (W3C, 2013); the table
shows entities by their paths (`state/NOR`), the vocabulary by its names (`ratified`), long texts cut.
"""

import json
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from rdflib import XSD
from rdflib.term import BNode, Identifier, Literal, URIRef

from graph.ask.query import Answer, Outcome, QueryError
from graph.rdf.turtle import to_turtle
from graph.rows import to_csv
from ontology.iris import PACT, PREFIXES, entity_path

_WIDEST = 44


def render(outcome: Outcome, form: str) -> bytes:
    """The outcome in one of FORMATS; triples are Turtle. Raises QueryError for triples as CSV or JSON."""
    if isinstance(outcome, frozenset):
        if form != "table":
            raise QueryError(f"triples cannot be {form}; leave the format out to get Turtle")
        return to_turtle(outcome)
    if isinstance(outcome, bool):
        answer = str(outcome).lower()
        return _json({"head": {}, "boolean": outcome}) if form == "json" else f"{answer}\n".encode()
    return FORMATS[form](outcome)


def table(answer: Answer) -> bytes:
    """Columns of equal width below their names; only the last column keeps long texts whole."""
    rows = [answer.columns, *(tuple(_shown(term) for term in row) for row in answer.rows)]
    cells = [[*(_cut(cell) for cell in row[:-1]), *row[-1:]] for row in rows]
    widths = [max(map(_width, column)) for column in zip(*cells, strict=True)]
    rule = ["-" * min(width, 2 * _WIDEST) for width in widths]
    lines = [
        [_padded(cell, width) for cell, width in zip(row, widths, strict=True)] for row in [cells[0], rule, *cells[1:]]
    ]
    return "".join("  ".join(line).rstrip() + "\n" for line in lines).encode()


def csv_table(answer: Answer) -> bytes:
    """SPARQL 1.1 Query Results CSV: values without their types, lines ended by CRLF."""
    return to_csv(answer.columns, ([_plain(term) for term in row] for row in answer.rows))


def json_table(answer: Answer) -> bytes:
    """SPARQL 1.1 Query Results JSON."""
    rows = [{c: _typed(t) for c, t in zip(answer.columns, row, strict=True) if t is not None} for row in answer.rows]
    return _json({"head": {"vars": list(answer.columns)}, "results": {"bindings": rows}})


FORMATS: Mapping[str, Callable[[Answer], bytes]] = MappingProxyType(
    {"table": table, "csv": csv_table, "json": json_table}
)


def shown(term: Identifier) -> str:
    """A term for people: `state/NOR`, `ratified`, `skos:prefLabel`, the text of a literal."""
    if not isinstance(term, URIRef):
        return str(term)
    path = entity_path(term)
    if path != term or term.startswith(PACT):
        return path.removeprefix(PACT)
    fits = ((name, iri) for name, iri in PREFIXES.items() if term.startswith(iri))
    return next((f"{name}:{term.removeprefix(iri)}" for name, iri in fits), str(term))


def _shown(term: Identifier | None) -> str:
    # Control characters of a report must not reach a terminal; bidirectional ones would reorder the row.
    text = shown(term) if term is not None else ""
    return "".join(" " if unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp") else c for c in text)


def _width(text: str) -> int:
    """Columns of a terminal: two for wide characters (Unicode Standard Annex 11), none for combining ones."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else not unicodedata.combining(c) for c in text)


def _cut(text: str) -> str:
    kept: list[str] = []
    room = _WIDEST
    for character in text:
        room -= _width(character)
        if room < 0:
            return "".join(kept) + "…"
        kept.append(character)
    return text


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def _plain(term: Identifier | None) -> str:
    if term is None:
        return ""
    return f"_:{term}" if isinstance(term, BNode) else str(term)


def _typed(term: Identifier) -> dict[str, str]:
    if isinstance(term, Literal):
        typed = {} if term.datatype in (None, XSD.string) else {"datatype": str(term.datatype)}
        told = {"xml:lang": term.language} if term.language else typed
        return {"type": "literal", "value": str(term), **told}
    return {"type": "bnode" if isinstance(term, BNode) else "uri", "value": str(term)}


def _json(value: Mapping[str, object] | Iterable[object]) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode() + b"\n"
