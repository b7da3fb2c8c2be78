"""What a user names: folders, archives, patterns, standard input, a manifest; broken files among good ones."""

import re
import resource
from itertools import cycle, islice
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from traps import TRAPS, archive, scanned_pdf
from written import written

from extract.text.source import Options
from graph.cli import main
from graph.make.inputs import inputs_of
from ontology.errors import InputError

TEXT = "A/99/{n}\n\n{state} ratified the Arms Trade Treaty in 2016.\n\nNothing else is told here by anyone today.\n"
STATES = ("Norway", "Mexico", "Sweden", "Japan", "Kenya")
SLOW = ("a page that swells", "forms in forms", "a zip bomb", "a long text")


def run(*arguments: str, given: bytes | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=given)


def text(n: int) -> bytes:
    return TEXT.format(n=n, state=STATES[n % 5]).encode()


def page(n: int) -> bytes:
    lines = text(n).decode().split("\n\n")
    return f"<!doctype html><body>{''.join(f'<p>{line}</p>' for line in lines)}</body>".encode()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Reports in a folder and in an archive, and files that programs leave behind."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in" / "old").mkdir(parents=True)
    (tmp_path / "in" / "a.txt").write_bytes(text(1))
    (tmp_path / "in" / "old" / "b.doc").write_bytes(page(2))
    (tmp_path / "in" / ".hidden").write_bytes(b"\0")
    (tmp_path / "in" / "~$lock.docx").write_bytes(b"\0")
    inner = {"c.txt": text(3), "deep/d.html": page(4), "__MACOSX/c.txt": b"\0", "deep/.DS_Store": b"\0"}
    (tmp_path / "more.zip").write_bytes(archive(inner))
    return tmp_path


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (["in"], ["in/a.txt", "in/old/b.doc"]),
        (["more.zip"], ["more.zip/c.txt", "more.zip/deep/d.html"]),
        (["in/*.txt"], ["in/a.txt"]),
        (["in/**/*"], ["in/a.txt", "in/old/b.doc"]),
        (["*.zip", "in/a.txt", "in"], ["more.zip/c.txt", "more.zip/deep/d.html", "in/a.txt", "in/old/b.doc"]),
        (["-"], ["-"]),
    ],
)
@pytest.mark.usefixtures("folder")
def test_names_become_documents(names: list[str], found: list[str]) -> None:
    assert [entry.name for entry in inputs_of(names)] == found


@pytest.mark.usefixtures("folder")
def test_folder_archive_and_standard_input_are_built_and_checked() -> None:
    done = run("build", "in", "more.zip", "-", "-o", "out.ttl", given=written("en", "pdf"))
    assert (done.exit_code, done.stderr.count(" statements")) == (0, 5), done.output
    checked = run("check", "out.ttl", "--source", "in", "--source", "more.zip")
    assert (checked.exit_code, checked.stdout) == (0, ""), checked.output
    graph = Path("out.ttl").read_text(encoding="utf-8")
    assert "<https://undocs.org/en/A/99/4>" in graph
    assert "pact:page 3" in graph


def test_an_absolute_pattern_is_one_too(folder: Path) -> None:
    assert [Path(entry.name).name for entry in inputs_of([f"{folder}/in/*.txt"])] == ["a.txt"]


@pytest.mark.usefixtures("folder")
def test_a_manifest_says_what_is_known() -> None:
    Path("list.csv").write_bytes(
        b"\xef\xbb\xbffile,symbol,language,date,title,note\r\n"
        b'old/b.doc,S/2099/7,en,2099-05-02,"Letter, with enclosure",x\r\n'
        b"c.txt,,,2098,,\r\n"
    )
    known = {entry.name: entry.known for entry in inputs_of(["in", "more.zip"], "list.csv")}
    assert known["in/old/b.doc"] == Options("S/2099/7", "en", "Letter, with enclosure", "2099-05-02")
    assert known["more.zip/c.txt"] == Options(date="2098")
    assert known["in/a.txt"] == Options()
    assert run("build", "in", "more.zip", "--manifest", "list.csv", "-o", "out.ttl").exit_code == 0
    assert 'dcterms:title "Letter, with enclosure"@en' in Path("out.ttl").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("name,symbol\na.txt,A/1", "has no columns file"),
        ("file,x\na.txt,A/1", "has no columns file and one of"),
        ("file,symbol\nz.txt,A/1", "line 2: 'z.txt' is none of the files"),
        ("file,symbol\na.txt,A/1\na.txt,A/2", "line 3: 'a.txt' is more than one"),
        ("file,date\na.txt,May 2019", "line 2: 'May 2019' is no date"),
        ("file,language\na.txt,xx", "line 2: 'xx' is no language"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_a_manifest_that_does_not_fit_is_refused(lines: str, message: str) -> None:
    Path("list.csv").write_text(f"{lines}\n", encoding="utf-8")
    with pytest.raises(InputError, match=message):
        inputs_of(["in"], "list.csv")


@pytest.mark.usefixtures("folder")
def test_of_two_texts_of_one_document_the_first_by_name_is_kept() -> None:
    Path("in/a.html").write_bytes(page(1).replace(b"Arms Trade Treaty", b"Treaty on Open Skies"))
    done = [run("build", *names, "-o", "out.ttl") for names in (["in/a.txt", "in/a.html"], ["in/a.html", "in/a.txt"])]
    assert [(one.exit_code, one.stderr) for one in done] == [(3, done[0].stderr)] * 2
    assert "in/a.txt: in/a.html is another text of document/A/99/1 in en" in done[0].stderr
    assert "OPEN-SKIES" in Path("out.ttl").read_text(encoding="utf-8").upper()


def test_pages_that_are_pictures_are_told_by_number(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(scanned_pdf(3))
    done = run("build", str(tmp_path / "a.pdf"), "-o", str(tmp_path / "out.ttl"))
    assert done.exit_code == 0, done.output
    assert re.search(r"a\.pdf: \d+ statements; no text on page 4, 5, only a picture", done.stderr)


def test_of_500_mixed_files_the_20_broken_ones_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    broken = [name for name in TRAPS if name not in SLOW]
    for number, name in enumerate(islice(cycle(broken), 20)):
        Path("in", f"bad{number}").write_bytes(TRAPS[name][0]())
    for code, form in (("zh", "pdf"), ("en", "docx"), ("ar", "pdf")):
        Path("in", f"{code}.txt").write_bytes(written(code, form))
    for number in range(477):
        Path("in", f"{number}.pdf").write_bytes((page if number % 2 else text)(number))
    done = run("build", "in", "-o", "out.ttl")
    assert done.exit_code == 3
    said = done.stderr.partition("Error: ")[2].splitlines()
    assert said[0] == "20 of 500 documents are not in the graph:"
    assert sorted(line.partition(":")[0] for line in said[1:]) == sorted(f"in/bad{number}" for number in range(20))
    assert all(len(line.partition(": ")[2]) >= 8 for line in said[1:])
    assert done.stderr.count(" statements\n") == 480
    assert Path("out.ttl").read_text(encoding="utf-8").count(" a pact:Document ") == 478  # one in three languages
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < 3 << 20
