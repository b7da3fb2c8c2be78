"""An evaluation as tables.

In: an `Evaluation`. Out: `Answer`s, which `graph.ask.answer` writes as a table, CSV or JSON. Shares have four decimals; one that has
nothing to count is empty.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rdflib.term import Identifier, Literal

from graph.ask.query import Answer
from graph.measure.evaluate import Evaluation, Stated
from graph.measure.gold import Fact

ALL = "all"
COLUMNS = ("relation", "core", "found", "stated", "right", "precision", "recall", "f1", "dates", "quotes")
SHOWN = ("missing", "spurious", ALL)
ROWS = ("verdict", "section", "subject", "relation", "object", "status", "date", "rule", "quote")


@dataclass(frozen=True, slots=True)
class Score:
    """The counts of one relation, or of all: core facts and those found, statements and those right.

    `dated` are the facts found that have a date, `timely` those whose statements have it too; `verbatim` are the statements
    whose quotes stand in the text, None when no text was given.
    """

    relation: str
    core: int
    found: int
    stated: int
    right: int
    dated: int
    timely: int
    verbatim: int | None

    @property
    def precision(self) -> float | None:
        """Statements that are right."""
        return _share(self.right, self.stated)

    @property
    def recall(self) -> float | None:
        """Core facts that were found."""
        return _share(self.found, self.core)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; where nothing is right, 0."""
        precision, recall = self.precision, self.recall
        if precision is None or recall is None:
            return None
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    @property
    def dates(self) -> float | None:
        """Facts found with the date that the gold has for them."""
        return _share(self.timely, self.dated)

    @property
    def quotes(self) -> float | None:
        """Statements whose quotes stand in the text."""
        return None if self.verbatim is None else _share(self.verbatim, self.stated)


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def scores(evaluation: Evaluation) -> list[Score]:
    """A score a relation in the order of their names, and that of all together at the end."""
    names = {fact.relation for fact in evaluation.facts if fact.core} | {s.relation for s in evaluation.statements}
    return [_score(evaluation, [name], name) for name in sorted(names)] + [_score(evaluation, names, ALL)]


def total(evaluation: Evaluation) -> Score:
    """The score of all relations together."""
    return scores(evaluation)[-1]


def _score(evaluation: Evaluation, relations: Iterable[str], name: str) -> Score:
    kept, found = frozenset(relations), evaluation.found
    facts = [(n, fact) for n, fact in enumerate(evaluation.facts) if fact.relation in kept]
    stated = [s for s in evaluation.statements if s.relation in kept]
    dated = [(found[n], fact.date) for n, fact in facts if n in found and fact.date]
    verbatim = evaluation.verbatim
    return Score(
        name,
        sum(fact.core for _, fact in facts),
        sum(fact.core and n in found for n, fact in facts),
        len(stated),
        sum(bool(s.hits) for s in stated),
        len(dated),
        sum(any(date.startswith(wanted) for date in dates) for dates, wanted in dated),
        None if verbatim is None else sum(s in verbatim for s in stated),
    )


def to_scores(evaluation: Evaluation) -> Answer:
    """Counts and shares by relation."""
    return _answer(COLUMNS, [[_cell(getattr(score, column)) for column in COLUMNS] for score in scores(evaluation)])


def _cell(value: str | float | None) -> object:
    return round(value, 4) if isinstance(value, float) else value


def to_differences(evaluation: Evaluation, show: str) -> Answer:
    """What is missing, or spurious, or both, a row each."""
    missing = [_missing(fact) for fact in evaluation.missing if show in (SHOWN[0], ALL)]
    spurious = [_spurious(stated) for stated in evaluation.spurious if show in (SHOWN[1], ALL)]
    return _answer(ROWS, [*missing, *sorted(spurious)])


def _missing(fact: Fact) -> list[str]:
    ends = fact.section, fact.subject, fact.relation, fact.object
    return [SHOWN[0], *ends, fact.status, fact.date, "", fact.quote]


def _spurious(stated: Stated) -> list[str]:
    ends = stated.subject, stated.relation, stated.object
    told = (" | ".join(sorted(values)) for values in (stated.dates, stated.rules, stated.quotes))
    return [SHOWN[1], "", *ends, stated.status, *told]


def _answer(columns: tuple[str, ...], rows: Sequence[Sequence[object]]) -> Answer:
    return Answer(columns, tuple(tuple(_term(cell) for cell in row) for row in rows))


def _term(cell: object) -> Identifier | None:
    return None if cell is None or cell == "" else Literal(cell)
