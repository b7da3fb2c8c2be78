"""How often each rule was right on annotated reports.

In: annotations with their documents. Out: for each rule of each language how many statements it gave and how many of them hit a fact,
and between which bounds its precision lies.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

from extract.pipeline import read
from graph.build import build
from graph.evaluate import evaluate
from graph.gold import read_gold
from graph.store import from_triples

# The quantile of the normal distribution for an interval of 95 %.
_Z = 1.959964


@dataclass(frozen=True, slots=True)
class Measure:
    """`right` of `all` statements of a rule hit a fact."""

    right: int
    all: int

    @property
    def precision(self) -> float:
        """The share that is right; 0 for a rule that stated nothing."""
        return self.right / self.all if self.all else 0.0

    @property
    def bounds(self) -> tuple[float, float]:
        """The interval of 95 % around the precision (Wilson, 1927); 0 to 1 for a rule that stated nothing."""
        if not self.all:
            return 0.0, 1.0
        n, square = self.all, _Z * _Z
        centre = (self.precision + square / (2 * n)) / (1 + square / n)
        half = _Z / (1 + square / n) * sqrt(self.precision * (1 - self.precision) / n + square / (4 * n * n))
        return max(0.0, centre - half), min(1.0, centre + half)


Measures = Mapping[tuple[str, str], Measure]


def measure(annotated: Iterable[tuple[str, str]]) -> Measures:
    """The measure of each rule, by language and name, over pairs of an annotation's prefix and its document.

    Raises InputError as reading the files does.
    """
    right, stated = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for prefix, source in annotated:
        gold = read_gold(prefix)
        reading = read(Path(source))
        for judged in evaluate(from_triples(build([reading])), gold).statements:
            for rule in judged.rules:
                key = reading.document.language, rule
                stated[key] += 1
                right[key] += bool(judged.hits)
    return {key: Measure(right[key], stated[key]) for key in sorted(stated)}
