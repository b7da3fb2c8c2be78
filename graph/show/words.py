"""What the page says beside the graph: its own words and the names of its layers, in the six languages of the United Nations.

In: `explorer/words.toml` and `explorer/layers.toml`. Out: texts by BCP 47 language, and what each layer shows.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TypeAlias

from ontology.errors import DataError

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
_CONDITIONS = {"both", "either", "relations", "names"}

Texts: TypeAlias = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Rule:
    """Which relations a layer shows: between two of the class `both`, at one of the classes `either`, `relations` by name."""

    name: str
    names: Texts
    both: str
    either: tuple[str, ...]
    relations: tuple[str, ...]


@cache
def load_words() -> Mapping[str, Texts]:
    """The words of the page by key. Raises DataError when one lacks a language."""
    words = tomllib.loads(_read("words.toml"))
    return {key: _six("words.toml", key, texts) for key, texts in words.items()}


@cache
def load_layers() -> tuple[Rule, ...]:
    """The layers in the order of the page. Raises DataError when one has an unknown key or lacks a language."""
    rules = []
    for name, block in tomllib.loads(_read("layers.toml")).items():
        if unknown := sorted(set(block) - _CONDITIONS):
            raise DataError(f"layers.toml: layer {name} has the key {unknown[0]}; it may have {sorted(_CONDITIONS)}")
        names = _six("layers.toml", name, block.get("names", {}))
        either, relations = (tuple(block.get(key, ())) for key in ("either", "relations"))
        rules.append(Rule(name, names, block.get("both", ""), either, relations))
    return tuple(rules)


def _read(name: str) -> str:
    return files("graph.show").joinpath("explorer", name).read_text("utf-8")


def _six(name: str, key: str, texts: Texts) -> Texts:
    if tuple(sorted(texts)) != LANGUAGES or not all(texts.values()):
        raise DataError(f"{name}: {key} stands in {sorted(texts)}; give it one text in each of {list(LANGUAGES)}")
    return texts
