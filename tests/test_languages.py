"""Every language file: one shape, and each pattern and rule proved by its examples and counter-examples."""

import pytest

from extract.language import Form, RuleText
from extract.load import language_codes, load_language
from extract.names import Entry
from extract.pipeline import Options, read_text
from extract.rules import load_rules
from extract.source import Source

FORMS = ("amounts", "authors", "dates", "references", "relatives", "laws", "titles", "forms", "events", "plans")


def all_forms() -> list[tuple[str, str, Form]]:
    """Each form of each language with its table."""
    return [
        (code, table, form)
        for code in language_codes()
        for table in FORMS
        for form in getattr(load_language(code), table)
    ]


def all_rules() -> list[tuple[str, RuleText]]:
    """Each rule of each language."""
    return [(code, rule) for code in language_codes() for rule in load_language(code).rules]


def test_there_are_languages_and_rules() -> None:
    """The walks below are not empty."""
    assert "zh" in language_codes()
    assert len(all_rules()) >= 50
    assert len(all_forms()) >= 15


@pytest.mark.parametrize(("code", "table", "form"), all_forms(), ids=lambda v: getattr(v, "name", v))
def test_form_finds_its_examples_and_nothing_else(code: str, table: str, form: Form) -> None:
    """Each example is found whole (titles by their end), each counter-example not at all."""
    assert form.examples, f"{code}: {table}: {form.name} has no example"
    assert form.others, f"{code}: {table}: {form.name} has no counter-example"
    for example in form.examples:
        assert form.pattern.search(example), f"{form.name} does not find {example}"
    for other in form.others:
        assert not form.pattern.search(other), f"{form.name} finds {other}"


@pytest.mark.parametrize("code", language_codes())
def test_rules_have_names_of_their_own(code: str) -> None:
    """A statement names its rule, so no two rules share a name."""
    names = [rule.name for rule in load_rules(code).rules]
    assert len(names) == len(set(names))


def facts_by(rule: str, code: str, example: dict[str, str] | object) -> list[str]:
    """What one rule takes from the text of an example, as lines of subject, relation, object, status and date."""
    assert isinstance(example, dict)
    author = str(example.get("author", ""))
    reading = read_text(
        Source("example.txt", f"{example['text']} \n"),
        Options(symbol=str(example.get("symbol", "")), language=code),
        Entry(author, "Organization") if author else None,
    )
    return [
        f"{s.subject} {s.relation} {s.object} {s.status} {s.date}".strip()
        for s in reading.statements
        if s.rule == rule and s.relation != "cites"
    ]


@pytest.mark.parametrize(("code", "rule"), all_rules(), ids=lambda v: getattr(v, "name", v))
def test_rule_gives_its_examples_and_refuses_the_others(code: str, rule: RuleText) -> None:
    """Each example gives the statement that stands beside it; each counter-example gives none."""
    assert rule.examples, f"{rule.name} has no example"
    assert rule.others, f"{rule.name} has no counter-example"
    for example in rule.examples:
        assert example["gives"] in facts_by(rule.name, code, example)
    for other in rule.others:
        assert facts_by(rule.name, code, other) == []
