"""A thing is found by its name in any language, by code, path or IRI, and with small mistakes; words that mean several are refused."""

from pathlib import Path

import pytest

from graph.ask.find import EntityError, Named, find, listed, resolve
from graph.ask.query import Answer, ask, named_in, saved_questions
from graph.rdf.store import load
from ontology.authority import load_authority

GRAPH = load(str(Path(__file__).parent / "data" / "hand.ttl"))
MEANT = [
    ("state/NOR", "state/NOR"),
    ("https://w3id.org/pactgraph/id/state/NOR", "state/NOR"),
    ("https://example.org/x", "https://example.org/x"),
    ("law/whatever", "law/whatever"),
    *(
        (name, "state/NOR")
        for name in ("NOR", "NO", "nor", "578", "Norway", "NORVÈGE", "noruega", "Норвегия", "النرويج", "挪威")
    ),
    ("the Kingdom of Norway", "state/NOR"),
    ("Libyan Arab Jamahiriya", "state/LBY"),
    ("ICSANT", "treaty/ICSANT"),
    ("《制止核恐怖主义行为国际公约》", "treaty/ICSANT"),
    ("Nuclear Terrorism Convention", "treaty/ICSANT"),
    ("原子能机构", "org/IAEA"),
    ("“挪威”", "state/NOR"),
]
BEST = [
    ("不扩散", "treaty/NPT"),
    ("Norwege", "state/NOR"),
    ("Proliferation Security Initative", "initiative/PSI"),
    ("nuclear terrorism", "treaty/ICSANT"),
    ("Mejico", "state/MEX"),
    ("https://w3id.org/pactgraph/id/org/OPCW", "org/OPCW"),
]


@pytest.mark.parametrize(("words", "path"), MEANT)
def test_a_name_a_code_and_a_path_mean_one_thing(words: str, path: str) -> None:
    assert resolve(words) == path


@pytest.mark.parametrize(("words", "path"), BEST)
def test_what_is_meant_stands_first(words: str, path: str) -> None:
    found = find(words, listed())
    assert path in [one.path for one in found[:2]]
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)


def test_only_one_kind_can_be_asked_for() -> None:
    assert {found.kind for found in find("nuclear terrorism", listed(), "Initiative")} == {"Initiative"}
    assert find("no such thing whatever", listed()) == []
    assert find("«»", listed()) == []


@pytest.mark.parametrize("name", ["state/NOR", "org/IAEA", "treaty/NPT"])
def test_every_sure_name_leads_back_or_says_what_else_it_means(name: str) -> None:
    for one in load_authority().entities[name].names:
        if one.strength in ("preferred", "strong"):
            assert resolve(one.text) == name


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Norwai", "did you mean state/NOR"),
        ("no", "did you mean state/NOR"),
        ("qqqqqqqq", "give a name, a code or a path"),
    ],
)
def test_what_means_nothing_is_refused(words: str, told: str) -> None:
    with pytest.raises(EntityError, match=told):
        resolve(words)


def test_what_means_several_things_is_refused() -> None:
    twins = [Named(f"law/{place}", "Legislation", "Penal Code", "Penal Code of 2999") for place in ("a", "b")]
    with pytest.raises(EntityError, match="'penal code of 2999' names law/a, law/b; give one of these"):
        resolve("penal code of 2999", lambda: twins)


def test_a_sure_name_goes_before_one_that_may_mean_others() -> None:
    names = [Named("law/a", "Legislation", "", "Zork", sure=False), Named("law/b", "Legislation", "", "Zork")]
    assert resolve("zork", lambda: names) == "law/b"
    assert resolve("zork", lambda: names[:1]) == "law/a"


def test_things_of_a_graph_have_names_too() -> None:
    assert {named.path for named in named_in(GRAPH)} == {
        "exercise/aurora-2016",
        "resolution/S/RES/1540(2004)",
        "document/A/99/901",
        "document/A/99/902",
    }
    answer = ask(GRAPH, saved_questions()["exercise-participants"], {"exercise": "极光演习"})
    assert isinstance(answer, Answer)
    assert len(answer.rows) == 2
