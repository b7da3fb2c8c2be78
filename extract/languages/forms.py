"""What the lists of a language file hold: forms, anaphors, modalities and rules, each entry with what it is known by.

Patterns are compiled expressions of the `regex` library. `language.py` has the tables around them.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import regex

Pattern = regex.Pattern[str]
NEVER = regex.compile("(?!)")  # what a file leaves empty


@dataclass(frozen=True, slots=True)
class Form:
    """Something recognized by its form: a pattern, the class it gives and a template of its path.

    Class and path may be alternatives joined by `|`: the first one whose template can be filled counts.
    """

    name: str
    kind: str
    pattern: Pattern
    path: str
    examples: tuple[str, ...]
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Anaphor:
    """Words that stand for something named before, of certain classes, with a name whose head is `head`.

    With `speaker` the voice of the section comes first; with `first` nobody else is meant.
    """

    words: tuple[str, ...]
    kinds: tuple[str, ...]
    head: str
    speaker: bool
    group: bool
    first: bool


@dataclass(frozen=True, slots=True)
class Modality:
    """Words before a cue, within `reach` characters, that plan, deny or (without a status) take away what it says.

    `tense` are cue words that say so by themselves: a future, an infinitive.
    """

    name: str
    status: str
    pattern: Pattern
    reach: int
    tense: Pattern


@dataclass(frozen=True, slots=True)
class RuleText:
    """A rule as written: its pattern in the notation of `rules.py`, what it states, examples and counter-examples.

    `status` is what the rule itself decides, or "" where the modality does; `ignores` names modalities that do not matter.
    """

    name: str
    pattern: str
    states: tuple[str, ...]
    confidence: float
    dated: bool
    status: str
    ignores: tuple[str, ...]
    examples: tuple[Mapping[str, str], ...]
    others: tuple[Mapping[str, str], ...]
