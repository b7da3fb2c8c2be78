"""What looks like a name and is in no list is listed, by how often it occurs; what the lists know is not."""

import tomllib
from importlib.resources import files
from pathlib import Path

import pytest
import regex
from click.testing import CliRunner

from extract.languages.load import language_codes
from extract.text.source import Source
from graph.cli import main
from graph.measure.coverage import COLUMNS, to_coverage
from ontology.errors import DataError

TABLES = tomllib.loads(files("graph.measure").joinpath("coverage.toml").read_text(encoding="utf-8"))

# language, text, what must be found: name, class, count
FOUND = [
    ("en", "The Unheard Fund pays. We thank the Unheard Fund.", [("Unheard Fund", "Initiative", 2)]),
    (
        "en",
        "It joined the Committee on Unheard Matters and the Xanadu Convention.",
        [("Committee on Unheard Matters", "Organization", 1), ("Xanadu Convention", "Treaty", 1)],
    ),
    ("en", "The XYZZY met. The XYZZY spoke to the XYZZY of 2015.", [("XYZZY", "Acronym", 3)]),
    (
        "fr",
        "Le Comité des affaires inouïes siège. Le Comité des affaires inouïes parle. Le Comité des affaires inouïes rit.",
        [("Comité des affaires inouïes", "Organization", 3)],
    ),
    (
        "es",
        "El Fondo de Cosas Raras paga. El Fondo de Cosas Raras gana. El Fondo de Cosas Raras pide dinero.",
        [("Fondo de Cosas Raras", "Initiative", 3)],
    ),
    (
        "ru",
        "Комитета по невиданным вопросам нет. Комитет по невиданным вопросам есть. О Комитете по невиданным вопросам.",
        [("Комитета по невиданным вопросам", "Organization", 3)],
    ),
    (
        "ar",
        "اجتمعت لجنة الأمور الغريبة، وقالت لجنة الأمور الغريبة، وشكرت لجنة الأمور الغريبة.",
        [("لجنة الأمور الغريبة", "Organization", 3)],
    ),
    (
        "zh",
        "甲国感谢怪事委员会。怪事委员会举行了会议,怪事委员会通过了《怪事公约》。",
        [("怪事委员会", "Organization", 3), ("《怪事公约》", "Title", 1)],
    ),
]
# language, text, what must not be found
KNOWN = [
    ("en", "Norway ratified the Chemical Weapons Convention and thanked the Security Council.", "Convention"),
    ("en", "The Committee met in the Office.", "Committee"),
    ("en", "THE COMMITTEE ON UNHEARD XYZZY MATTERS", "XYZZY"),
    ("en", "Chapter XVII and annex VIII.", "XVII"),
    ("en", "The Expert Mechanism on its own is a weak name of a body that is listed.", "Expert Mechanism"),
    ("ru", "Это стоило 100 долл. США и не более.", "США"),
    ("fr", "Le Conseil de sécurité et le Comité ont parlé.", "Co"),
    ("zh", "联合国大会通过了《不扩散核武器条约》。", "条约"),
]


def table(text: str, language: str) -> list[list[str]]:
    lines = to_coverage([Source("a.txt", text)], language).decode().splitlines()
    assert lines[0].split("\t") == list(COLUMNS)
    return [line.split("\t") for line in lines[1:]]


@pytest.mark.parametrize(("language", "text", "expected"), FOUND)
def test_finds_what_is_unknown(language: str, text: str, expected: list[tuple[str, str, int]]) -> None:
    rows = {(name, kind, int(count)) for count, name, kind, *_ in table(text, language)}
    assert set(expected) <= rows


@pytest.mark.parametrize(("language", "text", "name"), KNOWN)
def test_leaves_what_is_known_or_no_name(language: str, text: str, name: str) -> None:
    assert [row for row in table(text, language) if name in row[1]] == []


def test_rows_are_sorted_and_say_where() -> None:
    rows = table("Nothing here.\n\nThe Unheard Fund, the Aardvark Bank and the Unheard Fund.\n", "en")
    assert [row[:5] for row in rows] == [
        ["2", "Unheard Fund", "Initiative", "a.txt", "2"],
        ["1", "Aardvark Bank", "Organization", "a.txt", "2"],
    ]
    assert rows[0][5].startswith("The Unheard Fund, the")


def test_documents_count_together() -> None:
    sources = [Source(name, "We thank the Unheard Fund.") for name in ("a.txt", "b.txt")]
    assert to_coverage(sources, "en").decode().splitlines()[1].startswith("2\tUnheard Fund\tInitiative\ta.txt\t1\t")


def test_every_language_has_a_table() -> None:
    assert sorted(TABLES) == sorted({*TABLES, *language_codes()})


@pytest.mark.parametrize("code", sorted(TABLES))
def test_tables_have_one_shape_and_patterns_that_compile(code: str) -> None:
    table = TABLES[code]
    assert {key: sorted(value) if isinstance(value, dict) else "" for key, value in table.items()} == {
        **dict.fromkeys(("way", "word", "link", "stop", "opening", "common", "title", "acronym"), ""),
        "heads": ["Initiative", "Organization", "PoliticalInstrument", "Treaty"],
    }
    assert table["way"] in {"capitals", "first", "last"}
    for pattern in (*table["heads"].values(), *(v for v in table.values() if isinstance(v, str))):
        regex.compile(pattern)


def test_a_language_without_a_table_is_said() -> None:
    with pytest.raises(DataError, match="no table for the language 'xx'; it has ar, en"):
        to_coverage([Source("a.txt", "")], "xx")


def test_the_command_lists_what_is_unknown(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("We thank the Unheard Fund and the Security Council.\n", encoding="utf-8")
    done = CliRunner().invoke(main, ["coverage", str(file), "--language", "en"])
    assert done.exit_code == 0, done.output
    assert [line.split("\t")[:2] for line in done.output.splitlines()[1:]] == [["1", "Unheard Fund"]]
