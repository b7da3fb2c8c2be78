"""Equal triples give equal bytes, whatever the order, the process and the way they came."""

import os
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.text.source import LONGEST
from graph.rdf.store import from_triples, load
from graph.rdf.turtle import TURTLE_PREFIXES, from_turtle, merge, to_turtle
from ontology.errors import DataError, InputError
from ontology.iris import entity_iri, entity_path

HAND = Path(__file__).parent / "data" / "hand.ttl"
CODE = "import sys; from graph.rdf.turtle import *; sys.stdout.buffer.write(to_turtle(merge(sys.argv[1:])))"
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
PATHS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="[]"), max_size=30)


def hand() -> set[ox.Triple]:
    return from_turtle(HAND.read_text(encoding="utf-8"), "hand.ttl")


def test_writing_what_was_read_gives_the_same_bytes() -> None:
    assert to_turtle(hand()) == HAND.read_bytes()


def test_the_order_of_triples_does_not_matter() -> None:
    assert to_turtle(sorted(hand(), key=str, reverse=True)) == HAND.read_bytes()


def test_the_store_changes_nothing() -> None:
    graph = load(str(HAND))
    text = graph.serialize(format="ox-nt", encoding="utf-8").decode()
    assert to_turtle(from_turtle(text, "store")) == HAND.read_bytes()
    assert len(graph) == len(hand())


@pytest.mark.parametrize("seed", ["0", "1", "4711"])
def test_the_seed_of_hashes_does_not_matter(seed: str) -> None:
    command = [sys.executable, "-c", CODE, str(HAND)]
    done = subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True)
    assert done.stdout == HAND.read_bytes()


def test_graphs_merge_by_union(tmp_path: Path) -> None:
    triples = sorted(hand(), key=str)
    for name, part in (("one", triples[:60]), ("two", triples[40:])):
        (tmp_path / name).write_bytes(to_turtle(part))
    one, two = str(tmp_path / "one"), str(tmp_path / "two")
    assert to_turtle(merge([one, two])) == to_turtle(merge([two, one, two])) == HAND.read_bytes()


def test_no_prefix_lies_within_another() -> None:
    iris = list(TURTLE_PREFIXES.values())
    assert not [(a, b) for a in iris for b in iris if a != b and a.startswith(b)]


def test_blocks_stand_apart_and_begin_with_the_class() -> None:
    header, *blocks = HAND.read_text(encoding="utf-8").split("\n\n")
    assert header.count("@prefix") == len(TURTLE_PREFIXES)
    assert all(" a pact:" in block.splitlines()[0] for block in blocks)
    assert HAND.read_bytes().endswith(b" .\n")


@given(st.lists(st.tuples(PATHS, TEXTS, st.sampled_from(["", "en", "zh-hans"])), max_size=5))
def test_any_text_comes_back(rows: list[tuple[str, str, str]]) -> None:
    name = ox.NamedNode("https://w3id.org/pactgraph/ontology#quote")
    triples = {
        ox.Triple(ox.NamedNode(entity_iri(f"law/{path}")), name, ox.Literal(text, language=tag or None))
        for path, text, tag in rows
    }
    data = to_turtle(triples)
    assert from_turtle(data.decode(), "test") == triples
    assert to_turtle(_stored(triples)) == data


def _stored(triples: set[ox.Triple]) -> set[ox.Triple]:
    text = from_triples(triples).serialize(format="ox-nt", encoding="utf-8").decode()
    return from_turtle(text, "store")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (b"\x00\x01", "is binary"),
        (b"\xff\xfe", "is not UTF-8"),
        (b"<a> <b> .", "is no Turtle"),
        (b"State,Norway\n", "is no Turtle"),
    ],
)
def test_what_is_no_graph_is_refused(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "graph.ttl"
    path.write_bytes(data)
    for reader in (load, lambda source: merge([source])):
        with pytest.raises((DataError, InputError), match=message):
            reader(str(path))


def test_a_graph_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        load(str(tmp_path / "absent.ttl"))
    with pytest.raises(InputError, match="is a folder"):
        load(str(tmp_path))


@pytest.mark.parametrize("character", ' <>"{}|\\^`%[]#?\n\u200f\ufffd\U000e0100中é\U0001f54a')
def test_any_character_can_be_in_the_path_of_a_thing(character: str) -> None:
    path = f"law/a{character}b"
    assert entity_path(ox.NamedNode(entity_iri(path)).value) == path


def test_a_graph_may_be_longer_than_any_report(tmp_path: Path) -> None:
    (tmp_path / "long.ttl").write_bytes(b"# \n" * (LONGEST // 3) + b"<a:b> <a:c> <a:d> .\n")
    assert len(load(str(tmp_path / "long.ttl"))) == 1
