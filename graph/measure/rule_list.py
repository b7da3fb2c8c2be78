"""The rules of the languages, to read.

In: codes of languages, and what the rules showed on annotated reports, if that was measured. Out: a block of text a rule, or an
`Answer` with a row a rule, in the order of the language files, which is the order in which rules are tried.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from rdflib.term import Identifier, Literal

from extract.languages.forms import RuleText
from extract.languages.load import load_language
from extract.measured import Measure, Measures, confidence, load_measures
from graph.ask.query import Answer

COLUMNS = (
    "language",
    "rule",
    "pattern",
    "states",
    "confidence",
    "estimate",
    "right",
    "all",
    "low",
    "high",
    "examples",
    "counter_examples",
)
_NOTHING: Measures = MappingProxyType({})


def to_blocks(codes: Iterable[str], measured: Measures = _NOTHING) -> bytes:
    """A block for each rule, an empty line between them; without measures those that are kept."""
    measured = measured or load_measures()
    return "\n".join(
        "".join(f"{line}\n" for line in _block(code, rule, measured.get((code, rule.name))))
        for code, rule in _all(codes)
    ).encode()


def to_rows(codes: Iterable[str], measured: Measures = _NOTHING) -> Answer:
    """A row for each rule; examples are joined by line breaks. Without measures those that are kept."""
    measured = measured or load_measures()
    return Answer(COLUMNS, tuple(_row(code, rule, measured.get((code, rule.name))) for code, rule in _all(codes)))


def _all(codes: Iterable[str]) -> Iterator[tuple[str, RuleText]]:
    return ((code, rule) for code in codes for rule in load_language(code).rules)


def _block(code: str, rule: RuleText, measure: Measure | None) -> Iterator[str]:
    yield f"{code}: {rule.name}"
    yield f"  pattern     {rule.pattern}"
    yield f"  states      {'; '.join(rule.states)}{f' ({rule.status})' if rule.status else ''}"
    moved = confidence(code, rule.name, rule.confidence)
    yield f"  confidence  {moved:g}, estimated {rule.confidence:g}{_shown(measure) if measure else ''}"
    for example in rule.examples:
        yield f"  takes       {_example(example)}"
    for other in rule.others:
        yield f"  refuses     {_example(other)}"


def _shown(measure: Measure) -> str:
    low, high = measure.bounds
    return f"; measured: {measure.right} of {measure.all} right, {measure.precision:.2f} ({low:.2f} to {high:.2f})"


def _example(example: Mapping[str, str]) -> str:
    gives = f" -> {example['gives']}" if "gives" in example else ""
    return f"{example['text']}{gives}"


def _row(code: str, rule: RuleText, measure: Measure | None) -> tuple[Identifier | None, ...]:
    low, high = (round(bound, 4) for bound in measure.bounds) if measure else (None, None)
    counts = (measure.right, measure.all, low, high) if measure else (None,) * 4
    examples = ("\n".join(map(_example, rows)) for rows in (rule.examples, rule.others))
    sure = confidence(code, rule.name, rule.confidence)
    told = (code, rule.name, rule.pattern, "; ".join(rule.states))
    cells = (*told, sure, rule.confidence, *counts, *examples)
    return tuple(None if cell is None else Literal(cell) for cell in cells)
