"""The reader against its tables, language by language: what a careful reader takes from a text, and what must not be taken."""

import tomllib
from fnmatch import fnmatchcase
from pathlib import Path
from typing import cast

import pytest
from _pytest.mark.structures import ParameterSet

from extract.mentions.names import Entry
from extract.model import Reading
from extract.pipeline import read_text
from extract.text.source import Options, Source
from ontology.authority import load_authority
from ontology.schema import load_schema

CASES = Path(__file__).parent / "cases"
ORIGINAL = {
    "zh": "[原件：英文]",
    "en": "[Original: English]",
    "fr": "[Original : anglais]",
    "es": "[Original: inglés]",
    "ru": "[Подлинный текст на английском языке]",
    "ar": "[الأصل: بالإنكليزية]",
}
Row = dict[str, object]


def load_cases() -> list[tuple[str, Row]]:
    """Every case with its language and the name of its file, in order."""
    return [
        (f"{path.parent.name} {path.stem}", case)
        for path in sorted(CASES.glob("*/*.toml"))
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
    ]


def source_of(case: Row, code: str) -> Source:
    """The text of a case as a document: lines as they stand in a file, or a text in the section of its speaker."""
    if "lines" in case:
        return Source("case.txt", "\n".join(cast("list[str]", case["lines"])) + "\n")
    speaker = load_authority().entities.get(str(case.get("speaker", "")))
    heading = f"{speaker.label(code)} \n{ORIGINAL[code]} \n" if speaker else ""
    return Source("case.txt", f"{heading}{case['text']} \n")


def facts(reading: Reading) -> list[tuple[str, ...]]:
    """Subject, relation, object, status, date, amount and currency of each statement; symmetric ones in both directions."""
    rows = [(s.subject, s.relation, s.object, s.status, s.date, s.amount, s.currency) for s in reading.statements]
    return [*rows, *((o, r, s, *rest) for s, r, o, *rest in rows if r in load_schema().symmetric)]


def fits(wanted: list[str], fact: tuple[str, ...]) -> bool:
    """Whether a fact fits a row of a table, in which `*` stands for anything and what is left out is not asked."""
    patterns = [*wanted, "asserted"] if len(wanted) == 3 else wanted
    return all(fnmatchcase(value, p.replace("[", "[[]")) for p, value in zip(patterns, fact, strict=False))


def unexpected(reading: Reading, expected: list[list[str]], absent: list[list[str]]) -> list[tuple[str, ...]]:
    """The facts that a case says must not be there; citations count only when it names them."""
    found = [fact for fact in facts(reading) if not any(fits(row, fact) for row in expected)]
    return [
        fact
        for row in absent
        for fact in found
        if fits([*row, "*"] if len(row) == 3 else row, fact) and (row[1] == "cites" or fact[1] != "cites")
    ]


def parameters() -> list[ParameterSet]:
    """A parameter a case; a case with a known limit must fail, so that the limit is taken off when it is gone."""
    return [
        pytest.param(
            group,
            case,
            id=f"{group}: {case['name']}",
            marks=[pytest.mark.xfail(reason=str(case["limit"]), strict=True)] if "limit" in case else [],
        )
        for group, case in load_cases()
    ]


@pytest.mark.parametrize(("group", "case"), parameters())
def test_case(group: str, case: Row) -> None:
    """The statements of one text."""
    speaker = str(case.get("speaker", ""))
    voice = Entry(speaker, "Organization") if "lines" in case and speaker else None
    reading = read_text(source_of(case, group.partition(" ")[0]), voice=voice)
    expected = cast("list[list[str]]", case.get("expect", []))
    found = facts(reading)
    missing = [row for row in expected if not any(fits(row, fact) for fact in found)]
    assert not missing, f"{group}: not found {missing} in {found}"
    wrong = unexpected(reading, expected, cast("list[list[str]]", case.get("absent", [])))
    assert not wrong, f"{group}: found {wrong}"
    reasons = [refusal.reason for refusal in reading.refusals]
    assert set(cast("list[str]", case.get("refused", []))) <= set(reasons), f"{group}: refused for {reasons}"


def test_language_versions_of_a_file_are_one_document() -> None:
    """A file without a symbol is known by its name, and its language by what stands before the suffix."""
    files = ("note.fr.txt", "note.es.txt", "note.txt", "note.v2.txt")
    found = [read_text(Source(file, "Rien. \n"), Options(language="fr")).document.path for file in files]
    assert found == ["document/note", "document/note", "document/note", "document/note-v2"]
