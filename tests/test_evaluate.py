"""`pactgraph evaluate`: a small annotation counted by hand, and, where PACTGRAPH_GOLD names a folder, real ones.

That folder holds annotations as `graph/measure/gold.py` reads them. Beside or next to it lie the documents (`000.txt` for
`000.facts.tsv`) and perhaps a scorer, `score.py GOLD GRAPH SOURCE --json`, that the figures must agree with.
"""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from extract.pipeline import read
from extract.text.source import read_source
from graph.cli import main
from graph.make.reports import build
from graph.measure.evaluate import Evaluation, evaluate, similar, stands
from graph.measure.gold import comparable, read_gold
from graph.measure.scores import scores, total
from graph.rdf.store import from_triples, load
from graph.rdf.turtle import to_turtle

HERE = Path(__file__).parent / "data" / "gold"
NORTH = str(HERE / "north")


@pytest.fixture(scope="module")
def north() -> Evaluation:
    return evaluate(load(f"{NORTH}.ttl"), read_gold(NORTH), read_source(HERE / "north.txt").text)


def test_the_figures_are_those_counted_by_hand(north: Evaluation) -> None:
    score = total(north)
    counts = {"core": 7, "found": 5, "stated": 8, "right": 6, "dated": 2, "timely": 1, "verbatim": 7}
    assert asdict(score) == {"relation": "all", **counts}
    assert score.precision == pytest.approx(6 / 8)
    assert score.recall == pytest.approx(5 / 7)
    assert score.f1 == pytest.approx(2 * 0.75 * (5 / 7) / (0.75 + 5 / 7))
    assert score.dates == pytest.approx(1 / 2)
    assert score.quotes == pytest.approx(7 / 8)


def test_what_is_missing_and_what_is_spurious_is_named(north: Evaluation) -> None:
    assert [(f.subject, f.relation, f.object) for f in north.missing] == [
        ("state/SWE", "supports", "instrument/HCOC"),
        ("state/NOR", "enacted", "law/NOR-nuclear"),
    ]
    assert [(s.subject, s.relation, s.object, s.status) for s in north.spurious] == [
        ("state/SWE", "supports", "instrument/HCOC", "planned"),
        ("state/SWE", "signed", "treaty/ICSANT", "asserted"),
    ]


def test_relations_are_counted_one_by_one(north: Evaluation) -> None:
    rows = {score.relation: (score.core, score.found, score.stated, score.right) for score in scores(north)}
    assert rows["supports"] == (1, 0, 2, 1)
    assert rows["partyTo"] == (1, 1, 1, 1)
    assert rows["signed"] == (0, 0, 1, 0)
    assert "cites" not in rows
    assert [sum(column) for column in zip(*(row for name, row in rows.items() if name != "all"), strict=True)] == [
        *rows["all"]
    ]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("北极光2016演习", "北极光2016联合演习", True),
        ("威斯巴登会议", "2016年威斯巴登会议", True),
        ("会议", "威斯巴登会议", False),
        ("核安全研讨会", "网络安全峰会", False),
        ("", "", False),
    ],
)
def test_names_of_events_are_alike_or_not(one: str, other: str, *, same: bool) -> None:
    assert similar(one, other) is same
    assert similar(other, one) is same


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("abcdefgh", True),
        ("abcdqrst", True),  # interrupted once
        ("abcdijklqrst", True),  # twice
        ("abcdijklqrstyz", False),  # three times
        ("qrstabcd", False),
        ("abcdx", False),
        ("", False),
    ],
)
def test_a_quote_stands_in_a_text_or_not(quote: str, *, found: bool) -> None:
    assert stands(quote, "0abcdefghijklmnopqrstuvw__yz") is found


def test_no_quote_reaches_over_more_than_a_page_break() -> None:
    assert stands("abcdefgh", "abcd" + "." * 300 + "efgh")
    assert not stands("abcdefgh", "abcd" + "." * 500 + "efgh")


def test_names_are_compared_without_case_width_and_signs() -> None:
    assert comparable("《Ａrms Trade-Treaty》（ＡＴＴ）") == "armstradetreatyatt"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["evaluate", *arguments])


def test_the_command_writes_scores_and_differences() -> None:
    shown = run(NORTH, f"{NORTH}.ttl", "--source", f"{NORTH}.txt", "--format", "csv")
    assert shown.exit_code == 0, shown.stderr
    assert shown.stdout.splitlines()[-1] == "all,7,5,8,6,0.75,0.7143,0.7317,0.5,0.875"
    spurious = run(NORTH, f"{NORTH}.ttl", "--show", "spurious", "--format", "json")
    rows = json.loads(spurious.stdout)["results"]["bindings"]
    assert [row["object"]["value"] for row in rows] == ["treaty/ICSANT", "instrument/HCOC"]
    assert "5 of 7 core facts, 6 of 8 right" in spurious.stderr
    both = run(NORTH, f"{NORTH}.ttl", "--show", "all").stdout
    assert both.count("missing ") == both.count("spurious ") == 2


# what is wrong with the facts or entities, and what the message says
BROKEN = [
    ("facts", "\tratified\t", "\tratifed\t", "facts.tsv:2: 'ratifed' is none of abstainedOn"),
    ("facts", "\tcore\t", "\tsure\t", "'sure' is none of core, optional"),
    ("facts", "\tasserted\t", "\tmaybe\t", "'maybe' is none of asserted"),
    ("facts", "section\t", "part\t", "its first columns should be section, subject"),
    ("facts", "批准了", "批准\t了", "facts.tsv:2: has 9 cells below 8 columns"),
    ("entities", "id\t", "path\t", "its first columns should be id, class, label_en"),
]


@pytest.mark.parametrize(("kind", "old", "new", "message"), BROKEN, ids=[row[2].strip() for row in BROKEN])
def test_a_broken_annotation_is_refused(tmp_path: Path, kind: str, old: str, new: str, message: str) -> None:
    shutil.copytree(HERE, tmp_path, dirs_exist_ok=True)
    path = tmp_path / f"north.{kind}.tsv"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    refused = run(str(tmp_path / "north"), f"{NORTH}.ttl")
    assert refused.exit_code == 3
    assert message in refused.stderr


def test_an_annotation_that_is_not_there_is_named() -> None:
    refused = run("absent", f"{NORTH}.ttl")
    assert refused.exit_code == 3
    assert "absent.facts.tsv: no such file" in refused.stderr


def real_gold() -> Path:
    """The folder of real annotations; without one the check says so and is left out."""
    folder = os.environ.get("PACTGRAPH_GOLD")
    if not folder:
        pytest.skip("PACTGRAPH_GOLD names no folder of annotated reports")
    return Path(folder).resolve()


def test_real_reports_are_read_well_and_scored_as_others_score_them(tmp_path: Path) -> None:
    folder, seen = real_gold(), 0
    scorer = next(folder.parent.rglob("score.py"), None)
    for facts in sorted(folder.glob("*.facts.tsv")):
        name = facts.name.removesuffix(".facts.tsv")
        text = next(folder.parent.rglob(f"{name}.txt"), None)
        if text is None:
            continue
        triples, turtle = build([read(text)]), tmp_path / f"{name}.ttl"
        turtle.write_bytes(to_turtle(triples))
        score = total(evaluate(from_triples(triples), read_gold(str(folder / name)), read_source(text).text))
        assert score.f1 is not None
        assert score.f1 > 0.7, f"{name}: {score}"
        assert score.quotes == 1.0, f"{name}: {score}"
        seen += 1
        if scorer:
            command = [sys.executable, str(scorer), str(folder / name), str(turtle), str(text), "--json"]
            told = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
            ours = (score.stated, score.core, score.found, score.precision, score.recall, score.f1)
            rest = (score.quotes, score.dates)
            assert [round(share or 0, 4) for share in (*ours, *rest)] == list(told.values()), name
    assert seen, f"{folder} holds no annotation whose document is near"
