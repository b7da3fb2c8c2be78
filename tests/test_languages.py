"""Every language file: one shape, and each pattern and rule proved by its examples and counter-examples."""

from collections.abc import Mapping

import pytest

from extract.languages.forms import Form, RuleText
from extract.languages.load import language_codes, load_language
from extract.mentions.names import Entry
from extract.pipeline import Options, Walk
from extract.statements.claim import Setting
from extract.statements.encode import Encoded
from extract.statements.read import find_statements
from extract.statements.rules import load_rules
from extract.statements.sentences import Sentence
from extract.text.sections import Placed
from extract.text.source import Source
from ontology.schema import load_schema

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


class ByRule(Walk):
    """A walk that keeps what one rule states, whether or not another one says the same more surely."""

    def __init__(self, rule: str, source: Source, options: Options, voice: Entry | None) -> None:
        super().__init__(source, options, voice)
        self.rule, self.facts = rule, list[str]()

    def take(self, _placed: Placed, _part: Sentence, encoded: Encoded, setting: Setting) -> None:
        claims, _ = find_statements(encoded, self.language, setting)
        for claim in claims:
            ends = claim.subject.path, claim.object.path
            source, target = sorted(ends) if claim.relation in load_schema().symmetric else ends
            if claim.rule == self.rule:
                self.facts.append(f"{source} {claim.relation} {target} {claim.status} {claim.date}".strip())


def facts_by(rule: str, code: str, example: Mapping[str, str]) -> list[str]:
    """What one rule takes from the text of an example, as lines of subject, relation, object, status and date."""
    author = example.get("author", "")
    options = Options(symbol=example.get("symbol", ""), language=code)
    source = Source("example.txt", f"{example['text']} \n")
    walk = ByRule(rule, source, options, Entry(author, "Organization") if author else None)
    for placed, mentions in walk.mentions():
        if placed.spoken:
            walk.paragraph(placed, mentions)
    return walk.facts


@pytest.mark.parametrize(("code", "rule"), all_rules(), ids=lambda v: getattr(v, "name", v))
def test_rule_gives_its_examples_and_refuses_the_others(code: str, rule: RuleText) -> None:
    """Each example gives the statement that stands beside it; each counter-example gives none."""
    assert rule.examples, f"{rule.name} has no example"
    assert rule.others, f"{rule.name} has no counter-example"
    for example in rule.examples:
        assert example["gives"] in facts_by(rule.name, code, example)
    for other in rule.others:
        assert facts_by(rule.name, code, other) == []
