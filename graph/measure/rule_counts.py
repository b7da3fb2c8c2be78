"""How often each rule was right on annotated reports.

In: annotations with their documents. Out: for each rule of each language how many statements it gave and how many of them hit a fact;
as TOML, what `extract/measured.toml` keeps.
"""

from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from extract.measured import Measure, Measures
from extract.pipeline import read
from graph.make.reports import build
from graph.measure.evaluate import evaluate
from graph.measure.gold import read_gold
from graph.rdf.store import from_triples


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


def to_toml(measures: Measures) -> bytes:
    """The measures as a file to keep: a table for each language, in it `rule = [right, all]`, sorted."""
    tables = groupby(sorted(measures.items()), key=lambda item: item[0][0])
    head = "# How often rules were right on annotated reports: [right, all]. Written by pactgraph rules --measured --format toml.\n"
    return (head + "".join(f"\n[{code}]\n{''.join(map(_line, rows))}" for code, rows in tables)).encode()


def _line(row: tuple[tuple[str, str], Measure]) -> str:
    (_, rule), found = row
    return f'"{rule}" = [{found.right}, {found.all}]\n'
