"""Saved questions answer as a reader of the texts would.

Each is asked of `data/hand.ttl` or of the facts in `data/affairs.txt`, and what the packaged samples tell is found in their graph.
None gets slow on a large one.
"""

from pathlib import Path
from runpy import run_path
from time import perf_counter
from typing import TypeAlias

import pyoxigraph as ox
import pytest
from rdflib import Graph

from extract.pipeline import read_text
from graph.ask.answer import shown
from graph.ask.query import Answer, ask, saved_questions
from graph.demo import samples
from graph.make.reports import build
from graph.rdf.store import from_triples, load

GRAPH = load(str(Path(__file__).parent / "data" / "hand.ttl"))
ZH, EN = "document/A/99/901", "document/A/99/902"
R1540 = "resolution/S/RES/1540(2004)"
AURORA = "exercise/aurora-2016"

# question, parameters, the columns that are compared, the rows as a reader finds them in the two texts
ANSWERS = [
    (
        "treaty-parties",
        {"treaty": "treaty/ICSANT"},
        "party name relation date document quote",
        [
            (
                *("state/NOR", "Norway", "ratified", "2014-02-20", ZH),
                "挪威于2014年2月20日批准了《制止核恐怖主义行为国际公约》。",
            ),
            ("state/NOR", "Norway", "partyTo", "", EN, "Norway is a party to the Nuclear Terrorism Convention."),
        ],
    ),
    (
        "treaty-parties",
        {},
        "treaty party relation",
        [("treaty/ICSANT", "state/NOR", r) for r in ("ratified", "partyTo")],
    ),
    ("treaty-parties", {"treaty": "treaty/ATT"}, "party", []),
    (
        "treaty-parties",
        {"treaty": "https://w3id.org/pactgraph/id/treaty/ICSANT", "language": "zh"},
        "party name",
        [("state/NOR", "挪威"), ("state/NOR", "挪威")],
    ),
    (
        "state-commitments",
        {"state": "state/NOR"},
        "status relation object name date document",
        [
            ("asserted", "contributedTo", "org/IAEA", "International Atomic Energy Agency", "", ZH),
            ("asserted", "implements", R1540, "Security Council resolution 1540 (2004)", "", ZH),
            (
                *("asserted", "partyTo", "treaty/ICSANT"),
                *("International Convention for the Suppression of Acts of Nuclear Terrorism", "", EN),
            ),
            (
                *("asserted", "ratified", "treaty/ICSANT"),
                *("International Convention for the Suppression of Acts of Nuclear Terrorism", "2014-02-20", ZH),
            ),
        ],
    ),
    (
        "state-commitments",
        {"state": "state/MEX", "status": "planned"},
        "relation object quote",
        [("ratified", "treaty/ATT", "墨西哥计划批准《武器贸易条约》。")],
    ),
    (
        "cooperation",
        {},
        "actor partner name documents statements quote",
        [
            ("org/IAEA", "state/NOR", "Norway", "2", "2", "The Agency works together with Norway."),
            (
                *("state/NOR", "org/IAEA", "International Atomic Energy Agency"),
                *("2", "2", "The Agency works together with Norway."),
            ),
        ],
    ),
    ("cooperation", {"actor": "state/NOR"}, "partner", [("org/IAEA",)]),
    ("cooperation", {"actor": "org/IAEA"}, "partner", [("state/NOR",)]),
    ("cooperation", {"actor": "state/SWE"}, "partner", []),
    (
        "resolution-implementers",
        {"resolution": R1540},
        "actor name relation date document",
        [
            ("state/MEX", "Mexico", "reportedUnder", "2019-03", EN),
            ("state/NOR", "Norway", "implements", "", ZH),
        ],
    ),
    (
        "exercise-participants",
        {"exercise": AURORA},
        "actor relation date quote",
        [
            ("state/NOR", "organized", "2016", "挪威于2016年主办了极光演习，"),
            ("state/SWE", "participatesIn", "2016", "瑞典参加了演习"),
        ],
    ),
    ("exercise-participants", {}, "exercise actor", [(AURORA, "state/NOR"), (AURORA, "state/SWE")]),
    (
        "plans-and-denials",
        {},
        "status actor relation object name quote",
        [
            ("negated", "state/MEX", "participatesIn", AURORA, AURORA, "墨西哥没有参加极光演习。"),
            ("planned", "state/MEX", "ratified", "treaty/ATT", "Arms Trade Treaty", "墨西哥计划批准《武器贸易条约》。"),
        ],
    ),
    ("plans-and-denials", {"status": "negated", "language": "zh"}, "object name", [(AURORA, "极光演习")]),
    ("plans-and-denials", {"actor": "state/NOR"}, "object", []),
    (
        "counts",
        {},
        "what kind count",
        [
            ("documents read", "en", "1"),
            ("documents read", "zh", "1"),
            ("statements by relation", "cooperatesWith", "2"),
            ("statements by relation", "participatesIn", "2"),
            ("statements by relation", "ratified", "2"),
            ("statements by relation", "cites", "1"),
            ("statements by relation", "contributedTo", "1"),
            ("statements by relation", "implements", "1"),
            ("statements by relation", "organized", "1"),
            ("statements by relation", "partyTo", "1"),
            ("statements by relation", "reportedUnder", "1"),
            ("statements by status", "asserted", "10"),
            ("statements by status", "negated", "1"),
            ("statements by status", "planned", "1"),
            ("things by class", "Passage", "12"),
            ("things by class", "Statement", "12"),
            ("things by class", "State", "3"),
            ("things by class", "Document", "2"),
            ("things by class", "Treaty", "2"),
            ("things by class", "Exercise", "1"),
            ("things by class", "Organization", "1"),
            ("things by class", "Resolution", "1"),
        ],
    ),
]


# The same of `data/affairs.txt`.
AFFAIRS = [
    (
        "treaty-parties",
        {},
        "treaty party relation date document",
        [
            ("treaty/CPPNM-A", "state/SGP", "accededTo", "2014", "document/A/72/902"),
            ("treaty/ICSANT", "state/MEX", "ratified", "2006-06-27", "document/A/65/901"),
            ("treaty/ICSANT", "state/MEX", "ratified", "2006-06-27", "document/A/72/902"),
            ("treaty/ICSANT", "state/NOR", "ratified", "2014-02-20", "document/A/72/902"),
            ("treaty/ICSANT", "state/SWE", "ratified", "2014-09-18", "document/A/73/903"),
            ("treaty/ICSANT", "state/KOR", "ratified", "", "document/A/73/903"),
        ],
    ),
    (
        "treaty-signatories",
        {"treaty": "treaty/ICSANT"},
        "signatory date",
        [("state/PHL", "2005-09-15"), ("state/NOR", "2005-09-16"), ("state/SGP", "2006-12-01")],
    ),
    ("signed-not-ratified", {}, "treaty state", [("treaty/ICSANT", "state/PHL"), ("treaty/ICSANT", "state/SGP")]),
    ("signed-not-ratified", {"state": "state/NOR"}, "treaty", []),
    (
        "co-sponsors",
        {"state": "state/NOR"},
        "sponsor name drafts",
        [("state/SWE", "Sweden", "2"), ("state/MEX", "Mexico", "1")],
    ),
    ("co-sponsors", {"state": "state/KOR"}, "sponsor", []),
    (
        "voting-agreement",
        {"state": "state/NOR"},
        "other votes alike percent",
        [("state/SWE", "2", "2", "100"), ("state/MEX", "2", "1", "50")],
    ),
    ("voting-agreement", {"state": "state/MEX", "other": "state/NOR"}, "votes alike", [("2", "1")]),
    (
        "cooperation-by-year",
        {"actor": "org/IAEA"},
        "year document partner relation",
        [
            ("2010", "document/A/65/901", "state/MEX", "cooperatesWith"),
            ("2017", "document/A/72/902", "state/NOR", "agreementWith"),
            ("2017", "document/A/72/902", "state/NOR", "cooperatesWith"),
        ],
    ),
    ("cooperation-by-year", {"actor": "state/MEX"}, "year partner", [("2010", "org/IAEA")]),
    (
        "assistance-given",
        {},
        "giver relation receiver date",
        [("state/GBR", "assisted", "state/CPV", "2015"), ("state/NOR", "contributedTo", "org/IAEA", "2014")],
    ),
    ("assistance-asked", {}, "state resolution", [("state/ARM", R1540), ("state/CPV", R1540)]),
    ("assistance-unanswered", {}, "state resolution", [("state/ARM", R1540)]),
    (
        "unkept-plans",
        {},
        "actor relation object date document",
        [
            ("state/NOR", "organized", "meeting/oslo-2018", "2018-06", "document/S/2015/904"),
            ("state/SGP", "ratified", "treaty/ICSANT", "", "document/A/72/902"),
        ],
    ),
    ("unkept-plans", {"actor": "state/MEX"}, "object", []),
    (
        "contradictions",
        {},
        "actor said denied object document denial",
        [
            ("state/MEX", "ratified", "partyTo", "treaty/ICSANT", "document/A/65/901", "document/A/73/903"),
            ("state/MEX", "ratified", "partyTo", "treaty/ICSANT", "document/A/72/902", "document/A/73/903"),
        ],
    ),
]
# What a reader finds in the packaged samples: rows that must be in the answer, and rows that must not.
SAMPLES = [
    (("treaty-parties", {"treaty": "treaty/ICSANT"}), "party date", [("state/NOR", "2014-02-20")], [("state/PHL", "")]),
    (("treaty-signatories", {}), "treaty signatory", [("treaty/ICSANT", "state/PHL")], [("treaty/ICSANT", "org/IAEA")]),
    (("signed-not-ratified", {}), "treaty state", [("treaty/ICSANT", "state/PHL")], [("treaty/ICSANT", "state/NOR")]),
    (("state-commitments", {"state": "state/NZL"}), "relation object", [("ratified", "treaty/CPPNM-A")], []),
    (("resolution-implementers", {}), "actor resolution", [("state/GEO", R1540)], [("state/CHE", R1540)]),
    (("co-sponsors", {"state": "state/NOR"}), "sponsor drafts", [("state/SWE", "1")], [("state/MEX", "1")]),
    (("exercise-participants", {}), "actor relation", [("org/ICAO", "participatesIn"), ("state/MAR", "organized")], []),
    (("cooperation", {"actor": "state/ESP"}), "partner", [("org/OPCW",)], [("state/ESP",)]),
    (("cooperation-by-year", {"actor": "state/ESP"}), "year partner", [("2017", "org/OPCW")], []),
    (("assistance-given", {}), "giver receiver", [("state/NOR", "initiative/IAEA-NSF")], []),
    (("plans-and-denials", {"actor": "state/SGP"}), "status object", [("negated", "treaty/CPPNM")], []),
    (("unkept-plans", {}), "actor object", [], [("state/CAN", "treaty/ICSANT"), ("state/NOR", "treaty/ICSANT")]),
    (("contradictions", {}), "actor object", [], [("state/NOR", "treaty/ICSANT"), ("state/NZL", "treaty/ICSANT")]),
]


Asked: TypeAlias = tuple[str, dict[str, str]]
# Values besides the required ones, where they change the way that a question takes through a graph.
FOR_NORWAY: dict[str, list[dict[str, str]]] = {
    **{
        name: [{"actor": "state/NOR"}]
        for name in ("contradictions", "cooperation", "cooperation-by-year", "unkept-plans")
    },
    **{name: [{"treaty": "treaty/ICSANT"}] for name in ("treaty-parties", "treaty-signatories", "signed-not-ratified")},
}
LARGE = Path(__file__).parent / "large_graph.py"


def rows(graph: Graph, name: str, values: dict[str, str], columns: str) -> list[tuple[str, ...]]:
    answer = ask(graph, saved_questions()[name], values)
    assert isinstance(answer, Answer)
    places = [answer.columns.index(column) for column in columns.split()]
    cells = [[row[place] for place in places] for row in answer.rows]
    return [tuple(shown(cell) if cell is not None else "" for cell in row) for row in cells]


@pytest.fixture(scope="module")
def sampled() -> Graph:
    return from_triples(build([read_text(source, options) for source, options in samples()]))


@pytest.mark.parametrize(("name", "values", "columns", "expected"), ANSWERS)
def test_a_saved_question_answers_as_a_reader_would(
    name: str, values: dict[str, str], columns: str, expected: list[tuple[str, ...]]
) -> None:
    assert rows(GRAPH, name, values, columns) == expected


@pytest.mark.parametrize(("name", "values", "columns", "expected"), AFFAIRS)
def test_a_question_is_answered_from_facts(
    affairs: frozenset[ox.Triple], name: str, values: dict[str, str], columns: str, expected: list[tuple[str, ...]]
) -> None:
    assert rows(from_triples(affairs), name, values, columns) == expected


@pytest.mark.parametrize(("question", "columns", "there", "absent"), SAMPLES)
def test_a_question_is_answered_from_the_samples(
    sampled: Graph, question: Asked, columns: str, there: list[tuple[str, ...]], absent: list[tuple[str, ...]]
) -> None:
    name, values = question
    found = set(rows(sampled, name, values, columns))
    assert set(there) - found == set()
    assert set(absent) & found == set()


def test_every_saved_question_is_tested() -> None:
    assert set(saved_questions()) == {name for name, *_ in ANSWERS + AFFAIRS}
    assert len(saved_questions()) == 17


@pytest.fixture(scope="module")
def large() -> Graph:
    return from_triples(run_path(str(LARGE))["large_graph"](100_000))


@pytest.mark.parametrize("name", saved_questions())
def test_a_question_is_quick_on_a_large_graph(large: Graph, name: str) -> None:
    question = saved_questions()[name]
    for values in ({p.name: "state/NOR" for p in question.parameters if p.required}, *FOR_NORWAY.get(name, ())):
        began = perf_counter()
        ask(large, question, values)
        assert perf_counter() - began < 1
