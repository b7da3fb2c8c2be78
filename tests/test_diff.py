"""What a later graph says otherwise, and what a fact rests on."""

from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner

from graph.ask.explain_fact import explain_fact
from graph.ask.facts import agree, family, time_of
from graph.cli import main
from graph.compare.diff import diff
from graph.rdf.store import from_triples, load
from graph.rdf.turtle import to_turtle
from ontology.schema import load_schema

HAND = str(Path(__file__).parent / "data" / "hand.ttl")
OLD = """
A/65/901 | state/NOR signed treaty/ICSANT | asserted 2005 | Norway signed it in 2005.
A/65/901 | state/NOR ratified treaty/ICSANT | planned | Norway will ratify it.
A/65/901 | state/MEX ratified treaty/ATT | negated | Mexico has not ratified it.
A/65/901 | state/MEX enacted law/MEX-1 | asserted | Mexico has a law.
A/65/901 | state/MEX cooperatesWith org/IAEA | asserted | Mexico works with the Agency.
A/65/901 | state/SWE partyTo treaty/NPT | asserted | Sweden is a party.
"""
NEW = """
A/72/902 | state/NOR signed treaty/ICSANT | asserted 2005-09-16 | Norway signed it on 16 September 2005
A/72/902 | state/NOR accededTo treaty/ICSANT | asserted 2014-02-20 | and joined it on 20 February 2014.
A/72/902 | state/MEX ratified treaty/ATT | asserted 2013-09-25 | Mexico ratified it in 2013.
A/72/902 | state/MEX sponsored resolution/A/RES/71/38 | asserted | Mexico sponsored it.
A/72/902 | state/SWE ratified treaty/NPT | asserted 1970-01-09 | Sweden ratified it in 1970.
"""
IN = "resolution/A/RES/71/38"
ADDRESS = "https://undocs.org/{}/A/99/{} "


@pytest.fixture(scope="module")
def changes(told: Callable[[str], set[ox.Triple]]) -> list[tuple[str, ...]]:
    found = diff(from_triples(told(OLD)), from_triples(told(NEW)), load_schema())
    return [(c.actor, c.what, c.relation, c.object, c.before, c.after, c.document) for c in found]


def test_changes_come_by_actor(changes: list[tuple[str, ...]]) -> None:
    assert changes == [
        ("org/IAEA", "dropped", "cooperatesWith", "state/MEX", "asserted cooperatesWith", "", "A/65/901"),
        ("state/MEX", "added", "sponsored", IN, "", "asserted sponsored", "A/72/902"),
        (
            *("state/MEX", "changed", "ratified", "treaty/ATT", "negated ratified"),
            *("asserted ratified 2013-09-25", "A/72/902"),
        ),
        ("state/MEX", "dropped", "cooperatesWith", "org/IAEA", "asserted cooperatesWith", "", "A/65/901"),
        ("state/MEX", "dropped", "enacted", "law/MEX-1", "asserted enacted", "", "A/65/901"),
        (
            *("state/NOR", "changed", "accededTo", "treaty/ICSANT", "planned ratified"),
            *("asserted accededTo 2014-02-20", "A/72/902"),
        ),
        (
            *("state/SWE", "changed", "ratified", "treaty/NPT", "asserted partyTo"),
            *("asserted ratified 1970-01-09", "A/72/902"),
        ),
    ]


def test_a_graph_does_not_differ_from_itself(affairs: frozenset[ox.Triple]) -> None:
    graph = from_triples(affairs)
    assert diff(graph, graph, load_schema()) == []


@pytest.mark.parametrize(
    ("symbol", "date", "time"),
    [
        ("A/65/99", "", "2010"),
        ("A/C.1/75/L.1", "", "2020"),
        ("S/2015/1052", "", "2015"),
        ("E/2025/37", "", "2025"),
        ("A/65/99", "2010-07-01", "2010-07-01"),
        ("A/ES-10/1", "", ""),
        ("000", "", ""),
    ],
)
def test_a_document_is_of_its_date_or_of_the_year_of_its_symbol(symbol: str, date: str, time: str) -> None:
    assert time_of(date, symbol) == time


def test_dates_agree_as_far_as_both_tell() -> None:
    assert agree("2014", "2014-02-20")
    assert agree("", "2014")
    assert not agree("2014-03", "2014-02-20")


def test_all_ways_to_become_party_are_of_one_family() -> None:
    assert {family(name, load_schema()) for name in ("ratified", "accededTo", "consentedToBeBound", "partyTo")} == {
        "partyTo"
    }
    assert family("signed", load_schema()) == "signed"


def test_a_fact_is_explained_with_all_that_it_follows_from() -> None:
    told = explain_fact(load(HAND), "state/NOR", "partyTo", "treaty/ICSANT", load_schema()).decode()
    assert told == (
        "state/NOR partyTo treaty/ICSANT: asserted\n"
        "  A/99/902 (en), section Norway, paragraph 1, characters 21 to 75, said by state/NOR\n"
        "  Norway is a party to the Nuclear Terrorism Convention.\n"
        "  rule r8, confidence 0.9\n"
        f"  {ADDRESS.format('en', 902)}statement/915b356a7b7ffcb9e0a6\n"
        "\n"
        "state/NOR ratified treaty/ICSANT: asserted 2014-02-20\n"
        "  A/99/901 (zh), section 挪威, paragraph 1, characters 18 to 50, said by state/NOR\n"
        "  挪威于2014年2月20日批准了《制止核恐怖主义行为国际公约》。\n"
        "  rule r1, confidence 0.93\n"
        f"  {ADDRESS.format('zh', 901)}statement/c41c6ce86555f230bce3\n"
    )


def test_a_relation_that_holds_both_ways_is_explained_from_either_end() -> None:
    ends = [("state/NOR", "org/IAEA"), ("org/IAEA", "state/NOR")]
    told = [explain_fact(load(HAND), one, "cooperatesWith", other, load_schema()).decode() for one, other in ends]
    assert [text.count("statement/") for text in told] == [2, 2]


def test_the_commands(told: Callable[[str], set[ox.Triple]], tmp_path: Path) -> None:
    for name, facts in (("old", OLD), ("new", NEW)):
        (tmp_path / name).write_bytes(to_turtle(told(facts)))
    old, new = str(tmp_path / "old"), str(tmp_path / "new")
    result = CliRunner().invoke(main, ["diff", old, new, "--actor", "Mexique", "--format", "csv"])
    assert result.stdout.count("\n") == 5
    assert (
        CliRunner().invoke(main, ["diff", old, new, "--actor", "IAEA"]).stderr == f"{new} says nothing of org/IAEA.\n"
    )
    assert CliRunner().invoke(main, ["diff", old, old]).stderr == "No differences.\n"
    explained = CliRunner().invoke(main, ["explain", new, "挪威", "partyTo", "ICSANT"])
    assert "and joined it on 20 February 2014." in explained.stdout
