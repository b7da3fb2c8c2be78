"""How often rules were right on annotated reports, and what that makes of their confidence.

In: `measured.toml`, as `pactgraph rules --measured … --format toml` writes it: for each language and rule how many of its statements hit
a fact that careful readers took from the same documents, and how many it gave. Out: measures with their interval, and confidences.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import sqrt

# The quantile of the normal distribution for an interval of 95 %.
_Z = 1.959964
# As many statements the estimate of who wrote a rule counts for.
_WEIGHT = 10


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
_NOTHING = Measure(0, 0)


@cache
def load_measures() -> Measures:
    """The measures that are kept, by language and name of the rule."""
    data = tomllib.loads(files("extract").joinpath("measured.toml").read_text(encoding="utf-8"))
    return {(code, rule): Measure(*counts) for code, rules in data.items() for rule, counts in rules.items()}


def confidence(code: str, rule: str, estimate: float) -> float:
    """The confidence of a rule: the estimate of who wrote it, moved by what it showed (the mean of a Beta distribution)."""
    measure = load_measures().get((code, rule), _NOTHING)
    return round((measure.right + _WEIGHT * estimate) / (measure.all + _WEIGHT), 3)
