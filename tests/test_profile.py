"""A profile tells of an actor what the graph tells, in order, as Markdown and as a page in which nothing of a report takes effect."""

import re
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner

from graph.ask.profile import KINDS, Gap, profile
from graph.ask.profile_page import html, markdown
from graph.cli import main
from graph.rdf.store import from_triples
from graph.rdf.turtle import to_turtle
from ontology.errors import InputError
from ontology.schema import load_schema

SCHEMA = load_schema()
GROUP = """
A/72/902 | state/SWE ratified treaty/ICSANT | asserted | x
A/72/902 | state/FRA accepted treaty/ICSANT | asserted | x
A/72/902 | state/DEU ratified treaty/ICSANT | asserted | x
A/72/902 | state/ITA ratified treaty/NPT | asserted | x
A/72/902 | state/SWE ratified treaty/NPT | asserted | x
A/72/902 | state/MEX ratified treaty/NPT | asserted | x
A/72/902 | state/NOR signed treaty/ICSANT | asserted | x
A/72/902 | state/NOR ratified treaty/ICSANT | planned | x
"""


def test_a_profile_of_a_state(affairs: frozenset[ox.Triple]) -> None:
    told = profile(from_triples(affairs), "state/NOR", SCHEMA)
    assert (told.kind, told.group, told.statements, told.documents) == (
        "State",
        "group/western-european-and-other-states",
        14,
        7,
    )
    lines = dict(told.sections)
    assert [(x.relation, x.object, x.status, x.dates) for x in lines["Treaties"]] == [
        ("ratified", "treaty/ICSANT", "asserted", ("2014-02-20",)),
        ("ratified", "treaty/ICSANT", "planned", ()),
        ("signed", "treaty/ICSANT", "asserted", ("2005-09-16",)),
    ]
    assert lines["Treaties"][0].documents == (("A/72/902", "https://undocs.org/en/A/72/902"),)
    sponsored = [line for line in lines["Sponsorships and votes"] if line.object == "resolution/A/C.1/70/L.2"]
    assert [[symbol for symbol, _ in line.documents] for line in sponsored] == [["A/70/907", "A/C.1/70/906"]]
    assert [(p.path, p.documents, p.statements) for p in told.partners] == [("org/IAEA", 1, 2)]
    assert told.others == ()


def test_a_profile_of_an_organization(affairs: frozenset[ox.Triple]) -> None:
    told = profile(from_triples(affairs), "org/IAEA", SCHEMA, "zh")
    assert [(p.path, p.ties) for p in told.partners] == [
        ("state/NOR", ("agreementWith", "cooperatesWith")),
        ("state/MEX", ("cooperatesWith",)),
    ]
    assert [(line.relation, line.subject) for line in told.others] == [("contributedTo", "state/NOR")]
    assert (told.group, told.labels["state/NOR"]) == ("", "挪威")


def test_gaps_are_what_most_of_the_group_is_party_to(told: Callable[[str], set[ox.Triple]]) -> None:
    graph = from_triples(told(GROUP))
    assert profile(graph, "state/NOR", SCHEMA).gaps == (Gap("treaty/ICSANT", 3, 4),)
    assert profile(graph, "state/SWE", SCHEMA).gaps == ()
    assert profile(graph, "state/MEX", SCHEMA).gaps == ()


def test_every_relation_of_an_actor_has_its_place() -> None:
    placed = {name for names in KINDS.values() for name in names}
    own = {name: known.ancestors[-1:] or (name,) for name, known in SCHEMA.relations.items() if not known.symmetric}
    assert {top for tops in own.values() for top in tops} - placed == {"cites"}


def test_what_the_graph_does_not_know_is_refused(affairs: frozenset[ox.Triple]) -> None:
    with pytest.raises(InputError, match="says nothing of state/FJI"):
        profile(from_triples(affairs), "state/FJI", SCHEMA)


def test_nothing_of_a_report_takes_effect(told: Callable[[str], set[ox.Triple]]) -> None:
    facts = "A/72/902 | state/NOR signed treaty/ICSANT | asserted | <script>x</script> [a](b) *c* `d` ¦ &amp;\n"
    page = profile(from_triples(told(facts)), "state/NOR", SCHEMA)
    assert b"<script>" not in html(page, SCHEMA)
    assert b"&lt;script&gt;" in html(page, SCHEMA)
    text = markdown(page, SCHEMA).decode()
    assert r"\<script\>x\</script\> \[a\]\(b\) \*c\* \`d\`" in text
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {7}


def test_the_command_writes_by_suffix(affairs: frozenset[ox.Triple], tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_bytes(to_turtle(affairs))
    graph, page = str(tmp_path / "graph.ttl"), str(tmp_path / "norway.html")
    assert (
        CliRunner()
        .invoke(main, ["profile", "挪威", graph])
        .stdout.startswith("# Norway\n\nState `state/NOR`, Group of Western")
    )
    assert CliRunner().invoke(main, ["profile", "NOR", graph, "-o", page, "--language", "fr"]).exit_code == 0
    assert Path(page).read_text("utf-8").startswith('<!DOCTYPE html>\n<html lang="fr">')
    assert '<h1 dir="auto">Norvège</h1>' in Path(page).read_text("utf-8")
