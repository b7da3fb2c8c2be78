"""All evidence of one fact: every place that says it, with document, section, paragraph, words and address.

In: a graph, two things and a relation. Out: UTF-8 text, a block a place. What follows from another relation counts: who ratified
a treaty is party to it. Plans and denials are shown too, as what they are.
"""

from collections.abc import Iterator, Mapping

from rdflib import Graph

from graph.ask.answer import shown
from graph.ask.explain_text import printable
from graph.ask.query import select
from graph.rdf.terms import thing
from ontology.errors import InputError
from ontology.schema import Schema

_EVIDENCE = """
SELECT ?relation ?status ?date ?document ?symbol ?language ?address ?statement ?rule ?confidence ?voice ?section ?paragraph ?page
  ?start ?end ?words
WHERE {
  VALUES (?subject ?object) { $ends }
  ?statement rdf:subject ?subject ; rdf:object ?object ; rdf:predicate ?relation ; pact:status ?status ; pact:quote ?quote ;
    pact:inDocument ?document .
  OPTIONAL { ?statement pact:date ?date }
  OPTIONAL { ?statement pact:rule ?rule }
  OPTIONAL { ?statement pact:confidence ?confidence }
  OPTIONAL { ?statement pact:saidBy ?teller }
  OPTIONAL { ?document dcterms:identifier ?symbol }
  OPTIONAL {
    ?statement prov:wasDerivedFrom ?passage . ?passage oa:exact ?exact ; oa:start ?start ; oa:end ?end .
    OPTIONAL { ?passage pact:section ?section }
    OPTIONAL { ?passage pact:paragraph ?paragraph }
    OPTIONAL { ?passage pact:page ?page }
    OPTIONAL { ?passage pact:saidBy ?said }
  }
  BIND (COALESCE(?said, ?teller) AS ?voice)
  BIND (COALESCE(?exact, ?quote) AS ?words)
  BIND (LANG(?quote) AS ?language)
  OPTIONAL { ?document rdfs:seeAlso ?address FILTER (CONTAINS(STR(?address), CONCAT("/", ?language, "/"))) }
}
ORDER BY ?relation ?status STR(?symbol) ?document ?statement ?start"""


def explain_fact(graph: Graph, subject: str, relation: str, target: str, schema: Schema) -> bytes:
    """The evidence that the thing at path `subject` does `relation` to that at `target`, and for what this follows from.

    Raises InputError for a relation that the vocabulary does not have, and when no statement says it; the message names what is said
    of the two.
    """
    if relation not in schema.relations:
        raise InputError(f"{relation!r} is no relation; relations are {', '.join(schema.relations)}")
    ends = f"({thing(subject)} {thing(target)})"
    if relation in schema.symmetric:
        ends += f" ({thing(target)} {thing(subject)})"
    answer = select(graph, _EVIDENCE.replace("$ends", ends))
    rows = [{c: shown(t) for c, t in zip(answer.columns, row, strict=True) if t is not None} for row in answer.rows]
    below = {name for name, known in schema.relations.items() if relation in (name, *known.ancestors)}
    places = [row for row in rows if row["relation"] in below]
    if not places:
        said = ", ".join(sorted({row["relation"] for row in rows})) or "nothing"
        raise InputError(f"no statement says that {subject} {relation} {target}; of these two is said: {said}")
    blocks = ("".join(f"{printable(line)}\n" for line in _block(subject, target, row)) for row in places)
    return "\n".join(blocks).encode()


def _block(subject: str, target: str, row: Mapping[str, str]) -> Iterator[str]:
    yield f"{subject} {row['relation']} {target}: {' '.join(filter(None, (row['status'], row.get('date'))))}"
    place = [f"{row.get('symbol', row['document'])} ({row['language']})"]
    place += [f"{name} {row[name]}" for name in ("section", "page", "paragraph") if name in row]
    place += [f"characters {row['start']} to {row['end']}"] if "start" in row else []
    place += [f"said by {row['voice']}"] if "voice" in row else []
    yield f"  {', '.join(place)}"
    yield f"  {row['words']}"
    yield f"  {', '.join(f'{name} {row[name]}' for name in ('rule', 'confidence') if name in row)}"
    yield f"  {row.get('address', '')} {row['statement']}".replace("   ", "  ")
