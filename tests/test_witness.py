"""Language versions of one document against each other: what agrees, what is missing, what contradicts."""

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner

from extract.documents import read_document
from extract.pipeline import Options, read_text
from extract.text.source import Source
from graph.cli import main
from graph.compare.witness import AGREE, CONFLICT, FACT, LINK, MISSING, REFERENCE, Finding, compare

DATA = Path(__file__).parent / "data"
SYMBOL = Options(symbol="A/99/1")


def text(language: str, *paragraphs: str) -> Source:
    return Source(
        f"note.{language}.txt",
        "".join(f"{paragraph}\n" for paragraph in paragraphs),
        Options(language=language),
        parted=True,
    )


def told(findings: list[Finding], what: str) -> set[tuple[str, str, str, str]]:
    """Outcome, object, the languages that have it, and what the others have instead."""
    return {(f.outcome, f.key[2], " ".join(f.told), f.instead) for f in findings if f.what == what}


ENGLISH = text(
    "en",
    "The Council recalls Security Council resolution 1540 (2004).",
    "Norway ratified the Chemical Weapons Convention on 7 April 1994.",
)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (
            "安理会回顾第1540(2004)号决议。",
            "挪威于1994年4月7日批准了《化学武器公约》。",
            {(AGREE, "resolution/S/RES/1540(2004)", "en zh", ""), (AGREE, "treaty/CWC", "en zh", "")},
        ),
        (
            "安理会回顾第1504(2004)号决议。",
            "挪威于1994年4月7日批准了《化学武器公约》。",
            {
                (CONFLICT, "resolution/S/RES/1540(2004)", "en", "zh: resolution/S/RES/1504(2003)"),
                (CONFLICT, "resolution/S/RES/1504(2003)", "zh", "en: resolution/S/RES/1540(2004)"),
                (AGREE, "treaty/CWC", "en zh", ""),
            },
        ),
        (
            "安理会回顾其决议。",
            "挪威于1994年4月7日批准了《化学武器公约》。",
            {(MISSING, "resolution/S/RES/1540(2004)", "en", ""), (AGREE, "treaty/CWC", "en zh", "")},
        ),
    ],
)
def test_references_are_compared(first: str, second: str, expected: set[tuple[str, str, str, str]]) -> None:
    assert told(compare([ENGLISH, text("zh", first, second)], SYMBOL), REFERENCE) == expected


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("挪威于1994年4月7日批准了《化学武器公约》。", (AGREE, "treaty/CWC", "en zh", "")),
        ("挪威于1994年批准了《化学武器公约》。", (AGREE, "treaty/CWC", "en zh", "")),
        (
            "挪威于1996年4月7日批准了《化学武器公约》。",
            (CONFLICT, "treaty/CWC", "en zh", "en: 1994-04-07; zh: 1996-04-07"),
        ),
        ("挪威尚未批准《化学武器公约》。", (CONFLICT, "treaty/CWC", "en", "zh: treaty/CWC (negated)")),
    ],
)
def test_facts_are_compared_with_status_and_date(second: str, expected: tuple[str, str, str, str]) -> None:
    findings = compare([ENGLISH, text("zh", "安理会回顾第1540(2004)号决议。", second)], SYMBOL)
    assert expected in told(findings, FACT)


def test_versions_with_other_paragraphs_are_not_laid_side_by_side() -> None:
    findings = compare([ENGLISH, text("zh", "序言。", "安理会回顾第1504(2004)号决议。", "结束。")], SYMBOL)
    assert {f.outcome for f in findings} == {MISSING}


def test_one_version_alone_has_no_witness() -> None:
    assert compare([ENGLISH], SYMBOL) == []
    assert compare([ENGLISH, ENGLISH], SYMBOL) == []


def test_links_that_files_mark_are_compared_by_element() -> None:
    findings = compare([read_document(DATA / f"akn.{language}.xml") for language in ("en", "zh")], Options())
    assert told(findings, LINK) == {(AGREE, "resolution/A/RES/59/290", "en zh", "")}
    assert {f.paragraph for f in findings if f.what == LINK} == {"container_2"}


def test_the_command_lists_what_disagrees_and_counts_the_rest(tmp_path: Path) -> None:
    files = [str(DATA / f"akn.{language}.xml") for language in ("en", "zh")]
    broken = tmp_path / "broken.zh.xml"
    broken.write_text(
        Path(files[1]).read_text(encoding="utf-8").replace("A/RES/59/290", "A/RES/59/209"), encoding="utf-8"
    )
    done = CliRunner().invoke(main, ["witness", files[0], str(broken)])
    rows = list(csv.DictReader(done.stdout.splitlines(), delimiter="\t"))
    assert {(row["outcome"], row["object"], row["instead"]) for row in rows if row["what"] == LINK} == {
        (CONFLICT, "resolution/A/RES/59/290", "zh: resolution/A/RES/59/209"),
        (CONFLICT, "resolution/A/RES/59/209", "en: resolution/A/RES/59/290"),
    }
    assert "links: 0 agree, 0 missing, 2 conflict" in done.stderr
    everything = CliRunner().invoke(main, ["witness", "--all", *files])
    assert len(everything.stdout.splitlines()) > len(CliRunner().invoke(main, ["witness", *files]).stdout.splitlines())


def test_the_command_wants_several_versions() -> None:
    done = CliRunner().invoke(main, ["witness", str(DATA / "akn.en.xml")])
    assert (done.exit_code, "two languages" in done.output) == (2, True)


def test_files_that_differ_by_language_alone_are_one_document() -> None:
    both = [
        Source(f"note.{language}.txt", "Norway ratified the Chemical Weapons Convention.\n")
        for language in ("en", "fr")
    ]
    assert {
        read_text(source, Options(language=code)).document.path for source, code in zip(both, ("en", "fr"), strict=True)
    } == {"document/note"}
