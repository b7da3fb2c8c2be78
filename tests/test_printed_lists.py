"""Sponsors and votes held against what the documents print: the list before the words "draft resolution", and the result of a vote.

The lists are parted here by their commas and each name is looked up alone, without the reader. PACTGRAPH_CORPUS may name a folder of
documents of the United Nations, with drafts in en/drafts and reports of committees in en/reports; all of them are held to the same.
"""

import os
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest
import regex

from extract.documents import read_document
from extract.model import Statement
from extract.pipeline import read_text
from extract.text.source import Options, Source
from ontology.authority import load_authority

ENOUGH = 0.99
_LIST = regex.compile(
    r"\n\s*\n((?:(?!\n\s*\n)[^:])*?):\s*\**\s+(?:further )?(?:revised )?(?:draft resolution|draft decision|amendments?)"
)
_AND = regex.compile(
    r" and (?!Herzegovina|Barbuda|(?:Sao )?Principe|Nevis|Tobago|(?:the )?Grenadines|Northern|South Sandwich|Sao Tome)"
)
_RESULT = regex.compile(
    r"recorded\s+vote\s+of\s+(?P<for>\d+)\s+to\s+(?P<against>\d+|none)(?:,?\s+with\s+(?P<abstained>\d+)\s+abstentions?)?"
)
_PART = regex.compile(r"\bparagraph\s+\d+\s+of\s+(?:the\s+)?draft\s+resolution\s+A/")
_VOTES = ("votedFor", "votedAgainst", "abstainedOn")

DRAFT = """A/C.1/80/L.9001

Bosnia and Herzegovina, Netherlands (Kingdom of the), Nigeria,* Trinidad
and Tobago and Viet Nam: draft resolution

The General Assembly,
"""
REPORT = """A/80/9002

5. The Committee adopted draft resolution A/C.1/80/L.9001 by a recorded vote of 3 to 2, with 1 abstention. The voting was as
follows:
In favour:
Brazil, Iran (Islamic Republic of), Zimbabwe.
Against:
Israel, United States of America.
Abstaining:
India.
"""


def names() -> dict[str, str]:
    """The path of each State by its names, spelled without spaces and signs."""
    rows = [(name.text, entity) for name, entity in load_authority().names("en") if entity.kind == "State"]
    return {_key(text): entity.path for text, entity in rows}


def _key(name: str) -> str:
    return regex.sub(r"\W|(?i:\bthe\b)", "", name).casefold()


def printed_sponsors(text: str) -> set[str]:
    """The States of the list before the words "draft resolution"."""
    match = _LIST.search(text)
    listed = _AND.sub(", ", regex.sub(r"[\s*]+", " ", match[1])) if match else ""
    known = names()
    return {known.get(_key(name), name) for name in map(str.strip, listed.split(",")) if name}


def read_sponsors(source: Source) -> set[str]:
    """The States that the reader takes for sponsors by name."""
    stated = read_text(source, Options(language="en")).statements
    return {s.subject for s in stated if s.relation == "sponsored" and s.subject.startswith("state/") and not s.derived}


def printed_results(text: str) -> Counter[tuple[int, ...]]:
    """For each recorded vote how many voted for and against and how many abstained; where it rejects, those against stand first.

    A vote on one paragraph is none on the draft.
    """
    found = list[tuple[int, ...]]()
    for match in _RESULT.finditer(text):
        said = text[max(text.rfind(stop, 0, match.start()) for stop in (". ", ".\n")) : match.start()]
        first, second = ("against", "for") if "rejected" in said else ("for", "against")
        if not _PART.search(said):
            found.append(tuple(int(n) if n and n.isdigit() else 0 for n in match.group(first, second, "abstained")))
    return Counter(found)


def read_results(source: Source) -> Counter[tuple[int, ...]]:
    """The same, counted in what the reader states."""
    votes = [s for s in read_text(source, Options(language="en")).statements if s.relation in _VOTES]
    ordered = sorted(votes, key=lambda s: s.object)
    return Counter(_counted(list(of_one)) for _, of_one in groupby(ordered, key=lambda s: s.object))


def _counted(votes: list[Statement]) -> tuple[int, ...]:
    return tuple(sum(vote.relation == relation for vote in votes) for relation in _VOTES)


def _sum(results: Counter[tuple[int, ...]]) -> int:
    return sum(sum(result) * n for result, n in results.items())


def corpus(folder: str) -> Iterator[Source]:
    """The documents of one folder of the corpus."""
    root = os.environ.get("PACTGRAPH_CORPUS", "")
    if not root:
        pytest.skip("PACTGRAPH_CORPUS names no folder of documents")
    return (read_document(file) for file in sorted(Path(root, "en", folder).glob("*.txt")))


def test_the_list_of_a_draft_is_parted_and_read_alike() -> None:
    """Names with a comma's look, in brackets and with a mark."""
    expected = {f"state/{code}" for code in ("BIH", "NLD", "NGA", "TTO", "VNM")}
    assert printed_sponsors(DRAFT) == expected
    assert read_sponsors(Source("draft.txt", DRAFT)) == expected


def test_as_many_votes_are_read_as_the_report_counts() -> None:
    """Three in favour, two against, one abstention."""
    assert printed_results(REPORT) == read_results(Source("report.txt", REPORT)) == Counter([(3, 2, 1)])


def test_drafts_have_the_sponsors_that_they_print() -> None:
    """Precision and recall over all drafts of the corpus."""
    pairs = [(printed_sponsors(source.text), read_sponsors(source)) for source in corpus("drafts")]
    both = sum(len(printed & read) for printed, read in pairs)
    assert both > ENOUGH * sum(len(printed) for printed, _ in pairs)
    assert both > ENOUGH * sum(len(read) for _, read in pairs)


def test_reports_have_the_votes_that_they_count() -> None:
    """The votes that the reports of the corpus count by number, and those that are read, are the same for each draft."""
    counted = read = same = 0
    for source in corpus("reports"):
        if results := printed_results(source.text):
            found = read_results(source)
            counted, read, same = counted + _sum(results), read + _sum(found), same + _sum(results & found)
    assert same >= ENOUGH * max(counted, read)
