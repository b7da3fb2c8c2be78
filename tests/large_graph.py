"""A large graph to measure on: `python tests/large_graph.py 1000000 graph.ttl`.

In: how many triples at least, and where to write. Out: Turtle in the project's vocabulary, the same bytes each time: documents of
many years, in which States sign and ratify the treaties of the lists, sponsor drafts and vote on them, cooperate, hold exercises,
plan, deny, ask for help and give it. The names are real, the facts are drawn by lot.
"""

import random
import sys
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

from extract.model import Document, Evidence, Reading, Statement, Thing
from graph.make.triples import triples_of
from graph.rdf.turtle import to_turtle
from ontology.authority import Authority, load_authority
from ontology.schema import load_schema

_ACTS = ("signed", "ratified", "accededTo", "partyTo")
_VOTES = ("votedFor", "votedFor", "votedFor", "abstainedOn", "votedAgainst")
_R1540 = Thing("resolution/S/RES/1540(2004)", "Resolution", (("resolution 1540 (2004)", "en"),))


def large_graph(size: int) -> set[ox.Triple]:
    """The triples of as many documents as it takes to have `size` of them."""
    lot, authority, schema = random.Random(7), load_authority(), load_schema()  # noqa: S311 - lots of facts, no secret
    triples: set[ox.Triple] = set()
    number = 0
    while len(triples) < size:
        number += 1
        triples |= triples_of(_reading(number, lot, authority), authority, schema)
    return triples


def _reading(number: int, lot: random.Random, authority: Authority) -> Reading:
    year = 1995 + number % 30
    symbol = f"A/{year - 1945}/{9000 + number}"
    document = Document(f"document/{symbol}", symbol, "en", "", f"{year}-07-01", "")
    draft = Thing(f"resolution/A/C.1/{year - 1945}/L.{number}", "Resolution", ((f"draft {number}", "en"),))
    exercise = Thing(f"exercise/drill-{number}", "Exercise", ((f"Drill {number}", "en"),))
    facts = _facts(lot, authority, draft.path, exercise.path)
    rows = {row[:4]: row for row in facts}.values()
    statements = tuple(
        _statement(place, row, f"{lot.randint(1990, year)}-{lot.randint(1, 12):02}", symbol)
        for place, row in enumerate(rows)
    )
    return Reading(document, (draft, exercise, _R1540), statements, ())


def _statement(place: int, row: tuple[str, str, str, str], date: str, symbol: str) -> Statement:
    subject, relation, target, status = row
    words = f"In {symbol}, {subject} {relation} {target}, {status}."
    evidence = Evidence(place * 100, place * 100 + len(words), words, relation, subject, subject, place + 1)
    return Statement(subject, relation, target, status, date, (evidence,), "drawn", 0.9)


def _facts(lot: random.Random, authority: Authority, draft: str, exercise: str) -> Iterator[tuple[str, str, str, str]]:
    states, bodies, treaties = (
        [path for path in authority.entities if path.startswith(kind)] for kind in ("state/", "org/", "treaty/")
    )
    for state in lot.sample(states, 60):
        yield state, lot.choice(_VOTES), draft, "asserted"
    for state in lot.sample(states, 25):
        yield state, "sponsored", draft, "asserted"
    for state in lot.sample(states, 30):
        yield state, lot.choice(_ACTS), lot.choice(treaties), lot.choice(("asserted",) * 8 + ("planned", "negated"))
    for state in lot.sample(states, 20):
        yield state, "cooperatesWith", lot.choice(bodies), "asserted"
    for state in lot.sample(states, 8):
        yield state, "participatesIn", exercise, "asserted"
    for state in lot.sample(states, 8):
        yield state, lot.choice(("implements", "reportedUnder")), _R1540.path, "asserted"
    for state in lot.sample(states, 4):
        yield state, "requestedAssistanceUnder", _R1540.path, "asserted"
    yield lot.choice(bodies), "assisted", lot.choice(states), "asserted"
    yield lot.choice(states), "organized", exercise, "asserted"


if __name__ == "__main__":
    Path(sys.argv[2]).write_bytes(to_turtle(large_graph(int(sys.argv[1]))))
