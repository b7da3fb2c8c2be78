"""Every treaty of two chapters of the United Nations Treaty Collection is in the list: penal matters, disarmament."""

import csv
import os
from pathlib import Path

import pytest

from ontology.authority import Authority, load_authority

# number in the collection: path
CHAPTERS = {
    "18.1": "SLAVERY-PROT-1953",
    "18.2": "SLAVERY-1926-AMENDED",
    "18.3": "SLAVERY-1926",
    "18.4": "SLAVERY-1956",
    "18.5": "HOSTAGES",
    "18.6": "MERCENARIES",
    "18.7": "PROTECTED-PERSONS",
    "18.8": "UN-SAFETY",
    "18.8.a": "UN-SAFETY-OP",
    "18.9": "TERRORIST-BOMBINGS",
    "18.10": "ROME-STATUTE",
    "18.10.a": "ROME-STATUTE-A8-2010",
    "18.10.b": "ROME-STATUTE-AGGRESSION",
    "18.11": "TERRORIST-FINANCING",
    "18.12": "UNTOC",
    "18.12.a": "UNTOC-TIP",
    "18.12.b": "UNTOC-SOM",
    "18.12.c": "UNTOC-FIREARMS",
    "18.13": "APIC",
    "18.14": "UNCAC",
    "18.15": "ICSANT",
    "26.1": "ENMOD",
    "26.2": "CCW",
    "26.2.a": "CCW-P4",
    "26.2.b": "CCW-AP2",
    "26.2.c": "CCW-A1",
    "26.2.d": "CCW-P5",
    "26.3": "CWC",
    "26.4": "CTBT",
    "26.5": "APLC",
    "26.6": "CCM",
    "26.7": "KINSHASA",
    "26.8": "ATT",
}


@pytest.fixture(scope="module")
def authority() -> Authority:
    return load_authority()


@pytest.mark.parametrize(("number", "key"), CHAPTERS.items())
def test_the_treaty_is_listed(authority: Authority, number: str, key: str) -> None:
    assert authority.entities[f"treaty/{key}"].kind == "Treaty", number


def test_no_treaty_of_the_chapters_was_forgotten() -> None:
    """Against the index of the collection, where it is at hand."""
    folder = os.environ.get("PACTGRAPH_REFERENCE", "")
    if not folder:
        pytest.skip("PACTGRAPH_REFERENCE does not name the folder of untc/index.csv")
    with (Path(folder) / "untc" / "index.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["chapter_no"] in {"18", "26"}]
    assert {f"{row['chapter_no']}.{row['treaty_no']}" for row in rows} == set(CHAPTERS)
