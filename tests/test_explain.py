"""`pactgraph explain`: what a sentence names, which rules state what, and why the others do not."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from extract.explain import APART, CLASSES, GUESSED, UNREAD, WORDS, Explained, explain
from extract.pipeline import Options, read_text
from extract.text.source import Source, read_source
from graph.cli import main

HAND = Path(__file__).parent / "data" / "hand.zh.txt"
CHINESE = Options(language="zh")


def told(text: str) -> Explained:
    """The last sentence of a text."""
    return explain(Source("case.txt", f"{text} \n"), CHINESE)[-1]


def claims_of(sentence: Explained) -> set[tuple[str, str, str, str]]:
    return {
        (trial.rule, claim.subject.path, claim.relation, claim.object.path)
        for trial in sentence.trials
        for claim in trial.claims
    }


def test_a_sentence_shows_its_mentions_and_how_rules_see_it() -> None:
    sentence = told("挪威于2014年批准了《制止核恐怖主义行为国际公约》。")
    assert sentence.seen == "<State>于<Date>批准了<Treaty>。"
    assert [(m.kind, m.path, m.how) for m in sentence.mentions] == [
        ("State", "state/NOR", "name"),
        ("Date", "", "date"),
        ("Treaty", "treaty/ICSANT", "name"),
    ]


def test_the_rule_that_states_something_comes_first_with_its_claim() -> None:
    trial = told("挪威批准了《制止核恐怖主义行为国际公约》。").trials[0]
    assert trial.cues == ("批准",)
    assert [(c.subject.path, c.relation, c.object.path) for c in trial.claims] == [
        ("state/NOR", "ratified", "treaty/ICSANT")
    ]
    assert trial.reasons == ()


# a text, and a reason that some rule gives for its last sentence
REASONS = [
    ("挪威批准了有关条约。", "no object known: names no Treaty"),
    ("《制止核恐怖主义行为国际公约》在挪威开展工作时得到批准的可能性。", WORDS),
    ("许多国家批准了《制止核恐怖主义行为国际公约》。", "quantified subject"),
    ("挪威呼吁瑞典批准《制止核恐怖主义行为国际公约》。", "urged"),
    ("挪威支持《武器贸易条约》。在欧安组织的协调下，举行了“北风-2015”联合演习。", GUESSED),
    ("2015年4月24日，挪威通过了执行第1540(2004)号决议的国家行动计划。", CLASSES),
]


@pytest.mark.parametrize(("text", "reason"), REASONS, ids=[reason for _, reason in REASONS])
def test_a_rule_that_states_nothing_says_why(text: str, reason: str) -> None:
    reasons = {reason for trial in told(text).trials for reason in trial.reasons}
    assert reason in reasons


def test_every_rule_shown_has_a_cue_and_a_claim_or_a_reason() -> None:
    sentences = explain(read_source(HAND), CHINESE)
    trials = [trial for sentence in sentences for trial in sentence.trials]
    assert len(trials) > 20
    assert all(trial.cues and (trial.claims or trial.reasons) for trial in trials)


def test_the_claims_shown_are_the_statements_of_the_document() -> None:
    source = read_source(HAND)
    shown = {claim[1:] for sentence in explain(source, CHINESE) for claim in claims_of(sentence)}
    read = {(s.subject, s.relation, s.object) for s in read_text(source, CHINESE).statements if s.relation != "cites"}
    assert {frozenset(row) for row in shown} == {frozenset(row) for row in read}


def test_headings_are_shown_but_not_read() -> None:
    first = explain(Source("case.txt", "挪威 \n[原件：英文] \n挪威批准了条约。 \n"), CHINESE)[0]
    assert (first.note, first.trials) == (UNREAD, ())


def test_an_item_is_shown_with_its_introductory_clause_and_by_itself() -> None:
    lines = "挪威批准了下列条约：", "(a) 《不扩散核武器条约》；", "(b) 瑞典签署了《武器贸易条约》。"
    items = explain(Source("case.txt", "".join(f"{line} \n" for line in lines)), CHINESE)[1:]
    assert [item.paragraph for item in items] == [2, 2, 3, 3]
    assert items[0].text.startswith("挪威批准了下列条约")
    assert ("state/NOR", "ratified", "treaty/NPT") in {claim[1:] for claim in claims_of(items[0])}
    assert APART in {reason for trial in items[2].trials for reason in trial.reasons}


def run(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(main, ["explain", *arguments], input=given)


def test_the_command_shows_a_paragraph() -> None:
    shown = run(str(HAND), "--paragraph", "2").stdout
    assert shown.startswith("paragraph 2: ")
    assert "\nparagraph 3: " not in shown
    assert "  + ratified [批准]: state/NOR ratified treaty/ICSANT asserted 2014-02-20 (0." in shown
    assert "  - " in shown


def test_the_command_reads_standard_input_and_lets_no_control_character_through() -> None:
    shown = run("-", "--language", "zh", given="挪威\x1b[31m批准了《武器贸易条约》。 \n")
    assert "state/NOR" in shown.stdout
    assert "\x1b" not in shown.stdout


def test_a_paragraph_that_is_not_there_is_refused() -> None:
    refused = run(str(HAND), "--paragraph", "99")
    assert refused.exit_code == 3
    assert "has no paragraph 99" in refused.stderr
