"""What pages print around the text, as data.

In: `layout.toml`. Out: its patterns, compiled: furniture, and what tells the footnotes of printed and of typed pages.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import regex


@dataclass(frozen=True, slots=True)
class Layout:
    """The patterns of `layout.toml`, compiled."""

    furniture: regex.Pattern[str]
    rule: regex.Pattern[str]
    note: regex.Pattern[str]
    star: regex.Pattern[str]
    number: regex.Pattern[str]
    foot: regex.Pattern[str]
    lines: int


@cache
def load_layout() -> Layout:
    """Read and compile `layout.toml`."""
    data = tomllib.loads(files("extract.text").joinpath("layout.toml").read_text(encoding="utf-8"))
    furniture = "|".join(entry["pattern"] for entry in data["furniture"])
    notes = data["footnotes"]
    return Layout(
        regex.compile(rf"\s*(?:{furniture})\s*"),
        regex.compile(rf"\s*{notes['rule']}\s*"),
        regex.compile(rf"\s*{notes['note']}"),
        regex.compile(rf"\s*{notes['star']}\s*"),
        regex.compile(rf"\s*{notes['number']}\s*"),
        regex.compile(rf"\s*{notes['foot']}\s*"),
        notes["lines"],
    )
