"""`pactgraph rules`: every rule, and how often it was right on a text whose facts are counted by hand."""

import csv
import io
import json
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from extract.languages.load import language_codes, load_language
from extract.measured import Measure, confidence, load_measures
from extract.statements.tables import RULE
from graph.cli import main
from graph.measure.rule_counts import measure

SOURCE = str(Path(__file__).parent / "data" / "hand.zh.txt")
FACTS = """section\tsubject\trelation\tobject\tstatus\tdate\tcertainty\tquote
1\tstate/NOR\tratified\ttreaty/ICSANT\tasserted\t2014-02-20\tcore\t
3\tstate/MEX\tratified\ttreaty/ATT\tasserted\t\tcore\t
"""


@pytest.fixture
def gold(tmp_path: Path) -> str:
    """An annotation of the text: one of its two ratifications is told otherwise."""
    (tmp_path / "hand.facts.tsv").write_text(FACTS, encoding="utf-8")
    (tmp_path / "hand.entities.tsv").write_text("id\tclass\tlabel_en\tforms\n", encoding="utf-8")
    return str(tmp_path / "hand")


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, ["rules", *arguments])
    assert result.exit_code == 0, result.stderr
    return result


def test_every_rule_is_listed_with_its_examples() -> None:
    blocks = run().stdout.split("\n\n")
    rules = [(code, rule) for code in language_codes() for rule in load_language(code).rules]
    assert [block.splitlines()[0] for block in blocks] == [f"{code}: {rule.name}" for code, rule in rules]
    for block, (_, rule) in zip(blocks, rules, strict=True):
        assert rule.pattern in block
        assert block.count("\n  takes ") == len(rule.examples)
        assert block.count("\n  refuses ") == len(rule.others)


def test_one_language_can_be_listed() -> None:
    assert {line[:3] for line in run("--language", "zh").stdout.splitlines() if line[:1].strip()} == {"zh:"}


def test_rows_are_for_programs() -> None:
    rows = list(csv.DictReader(io.StringIO(run("--language", "zh", "--format", "csv").stdout, newline="")))
    first = load_language("zh").rules[0]
    assert len(rows) == len(load_language("zh").rules)
    assert (rows[0]["rule"], rows[0]["pattern"]) == (first.name, first.pattern)
    assert first.examples[0]["text"] in rows[0]["examples"]
    assert json.loads(run("--format", "json").stdout)["head"]["vars"] == list(rows[0])


def test_a_rule_is_measured_by_the_statements_it_gave(gold: str) -> None:
    measures = measure([(gold, SOURCE)])
    assert measures["zh", "ratified"] == Measure(1, 2)
    assert sum(found.right for found in measures.values()) == 1
    shown = run("--language", "zh", "--measured", gold, SOURCE).stdout
    assert "; measured: 1 of 2 right, 0.50 (0.09 to 0.91)" in shown


# Wilson's interval for right, all: as in tables of the binomial distribution
BOUNDS = [(1, 2, 0.0945, 0.9055), (8, 10, 0.4902, 0.9433), (10, 10, 0.7225, 1.0), (0, 10, 0.0, 0.2775), (0, 0, 0, 1)]


@pytest.mark.parametrize(("right", "stated", "low", "high"), BOUNDS)
def test_bounds_are_those_of_wilson(right: int, stated: int, low: float, high: float) -> None:
    assert Measure(right, stated).bounds == pytest.approx((low, high), abs=5e-5)


def test_an_annotation_that_is_not_there_is_named() -> None:
    refused = CliRunner().invoke(main, ["rules", "--measured", "absent", SOURCE])
    assert refused.exit_code == 3
    assert "absent.facts.tsv: no such file" in refused.stderr


def test_measures_are_kept_as_toml(gold: str) -> None:
    kept = tomllib.loads(run("--measured", gold, SOURCE, "--format", "toml").stdout)
    assert kept["zh"]["ratified"] == [1, 2]


def test_what_a_rule_showed_moves_its_confidence(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = {("zh", "good"): Measure(30, 30), ("zh", "bad"): Measure(3, 10)}
    monkeypatch.setattr("extract.measured.load_measures", lambda: shown)
    assert confidence("zh", "good", 0.9) == pytest.approx(0.975)
    assert confidence("zh", "bad", 0.9) == pytest.approx(0.6)
    assert confidence("zh", "never seen", 0.9) == pytest.approx(0.9)


def test_measures_are_kept_for_rules_that_there_are() -> None:
    rules = {(code, rule.name) for code in language_codes() for rule in load_language(code).rules}
    assert set(load_measures()) <= rules | {(code, RULE) for code in language_codes()}
    assert len(load_measures()) > 100
