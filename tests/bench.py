"""How fast reading is: `make bench`, or `make bench ARGS="report.txt ..."` for texts of one's own.

In: text files; without any, the Chinese sample reports. Out: a line each for reading, for finding the names of the lists, and for
one pass of ahocorasick_rs over the same text with the same names, in MB/s of UTF-8 on one core; the last is the ceiling of the others.
"""

import sys
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from time import perf_counter

import ahocorasick_rs
import click

from extract.mentions.names import strong_names
from extract.pipeline import read_text
from extract.text.describe import detect_language
from extract.text.source import Source, read_source
from ontology.authority import load_authority

SECONDS = 3.0


def rate(work: Callable[[], object], size: int) -> float:
    """MB/s of `work` on `size` bytes: the best of as many runs as fit into SECONDS, after one to warm up."""
    work()
    best, began = float("inf"), perf_counter()
    while perf_counter() - began < SECONDS:
        start = perf_counter()
        work()
        best = min(best, perf_counter() - start)
    return size / best / 1e6


def samples() -> list[Source]:
    """The Chinese sample reports."""
    entries = sorted(files("extract").joinpath("samples").iterdir(), key=lambda entry: entry.name)
    return [Source(e.name, e.read_text(encoding="utf-8")) for e in entries if e.name.endswith(".zh.txt")]


def main(names: list[str]) -> None:
    """Measure and say."""
    sources = [read_source(Path(name)) for name in names] or samples()
    size = sum(len(source.text.encode()) for source in sources)
    code = detect_language(sources[0].text)
    strings = sorted({name.text for name, _ in load_authority().names(code)})
    finder = ahocorasick_rs.AhoCorasick(strings, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    reading = rate(lambda: [read_text(source) for source in sources], size)
    finding = rate(lambda: [strong_names(code).find(source.text) for source in sources], size)
    scanning = rate(lambda: [finder.find_matches_as_indexes(source.text) for source in sources], size)
    click.echo(f"{len(sources)} documents, {size / 1e3:.0f} kB, {len(strings)} names")
    click.echo(f"reading         {reading:8.2f} MB/s")
    click.echo(f"finding names   {finding:8.2f} MB/s")
    click.echo(f"ahocorasick_rs  {scanning:8.2f} MB/s")


if __name__ == "__main__":
    main(sys.argv[1:])
