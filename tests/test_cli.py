"""The commands as a user types them."""

import os
import re
import shlex
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from typing import cast

import click
import pytest
from click.testing import CliRunner, Result

from graph.cli import main

DATA = Path(__file__).parent / "data"
HAND = str(DATA / "hand.ttl")
SAMPLE = str(files("extract").joinpath("samples", "sg-report-2017.zh.txt"))
OTHER = str(files("extract").joinpath("samples", "sg-report-2013.zh.txt"))
CONTEXT = click.Context(main)
COMMANDS = main.list_commands(CONTEXT)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the command runs in, with all that can be wrong with a file."""
    monkeypatch.chdir(tmp_path)
    for name, data in (
        ("empty.txt", b""),
        ("binary.txt", b"\x7fELF\0\0"),
        ("latin.txt", "Norv\xe8ge".encode("latin-1")),
        ("silent.txt", b"Nothing to see here.\n"),
        ("wrong.ttl", b"<a> <b> .\n"),
        ("wrong.rq", b"SELECT ?x {\n  ?x }"),
    ):
        (tmp_path / name).write_bytes(data)
    (tmp_path / "folder").mkdir()
    return tmp_path


def run(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=given)


def listed() -> set[str]:
    return {path.name for path in Path().iterdir()}


def test_the_commands_are_the_modules_of_the_folder() -> None:
    folder = Path(str(files("graph").joinpath("commands")))
    assert sorted(path.stem for path in folder.glob("[a-z]*.py")) == COMMANDS
    assert {"build", "check", "demo", "export", "mentions", "merge", "query", "stats", "view"} <= set(COMMANDS)


def command_of(name: str) -> click.Command:
    return cast("click.Command", main.get_command(CONTEXT, name))


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_documented(name: str) -> None:
    command = command_of(name)
    options = [parameter for parameter in command.params if isinstance(parameter, click.Option)]
    assert command.help
    assert len(command.help) > 40
    assert not [option.name for option in options if not option.help]
    told = run(name, "--help").stdout
    assert all(option.opts[-1] in told for option in options)
    assert not [p for p in command.params if isinstance(p, click.Argument) and (p.metavar or "?") not in told]


@pytest.mark.parametrize("name", [*COMMANDS, ""])
def test_a_command_shows_examples_that_parse(name: str) -> None:
    command = command_of(name) if name else main
    lines = [line.strip() for line in (command.epilog or "").splitlines() if "pactgraph" in line]
    assert lines
    for line in lines:
        _, called, *words = shlex.split(line[line.index("pactgraph") :])
        ends = [place for place, word in enumerate(words) if word in "|<>"]
        assert name in ("", called)
        try:
            command_of(called).make_context(called, words[: min(ends, default=None)])
        except click.exceptions.Exit as done:  # --list has done all there is to do
            code = done.exit_code
        else:
            code = 0
        assert code == 0, line


def test_an_unknown_command_is_misuse() -> None:
    assert run("buidl").exit_code == 2
    assert "No such command" in run("buidl").stderr


def test_the_version_is_told() -> None:
    assert run("--version").stdout.startswith("pactgraph 0.")


# what the user types, the exit code, what the message says
WRONG = [
    ("build absent.txt -o out.ttl", 3, "absent.txt: no such file"),
    ("build folder -o out.ttl", 3, "folder: is a folder without files"),
    ("build 'no*.pdf' -o out.ttl", 3, "no*.pdf: no file is called like this"),
    ("build empty.txt -o out.ttl", 3, "empty.txt: is empty"),
    ("build binary.txt -o out.ttl", 3, "binary.txt: is binary"),
    ("build latin.txt -o out.ttl", 3, "latin.txt: is not UTF-8"),
    ("build silent.txt -o out.ttl --ledger out.tsv", 3, "silent.txt: nothing found"),
    (
        "build absent.txt empty.txt -o out.ttl --ledger out.tsv",
        3,
        "absent.txt: no such file\nempty.txt: is empty",
    ),
    ("build", 2, "Missing argument"),
    ("build {sample} -o folder", 1, "folder: is a folder"),
    ("build {sample} -o absent/out.ttl", 1, "out.ttl: cannot be written"),
    ("build {sample} {other} --symbol A/1 -o out.ttl", 2, "give one file, or a --manifest"),
    ("build {sample} --date 2018-02-30 -o out.ttl", 2, "is no date"),
    ("build {sample} --language xx -o out.ttl", 2, "'xx' is not"),
    ("build silent.txt -o silent.txt", 2, "is one of the files to read"),
    ("build {sample} --ledger folder/../silent.txt -o silent.txt", 2, "would go to one place"),
    ("merge", 2, "Missing argument"),
    ("merge {hand} absent.ttl -o out.ttl", 3, "absent.ttl: no such file"),
    ("merge {hand} wrong.ttl -o out.ttl", 4, "wrong.ttl: is no Turtle"),
    ("query absent.ttl counts", 3, "absent.ttl: no such file"),
    ("query wrong.ttl counts", 4, "wrong.ttl: is no Turtle"),
    ("query empty.txt counts", 3, "empty.txt: is empty"),
    ("query {hand}", 2, "Missing argument"),
    ("query {hand} count", 2, "did you mean counts?"),
    ("query {hand} absent.rq", 3, "absent.rq: no such file"),
    ("query {hand} wrong.rq", 2, "wrong.rq: no SPARQL, as seen at line 2, character 7"),
    ("query {hand} 'SELECT ?x {{ x:y ?x ?z }}'", 2, "prefix x: is not declared"),
    ("query {hand} counts --param x=1", 2, "no parameter 'x'"),
    ("query {hand} counts --param x", 2, "not of the form name=value"),
    ("query {hand} treaty-parties --param treaty=Norwai", 2, "did you mean state/NOR?"),
    ("query {hand} co-sponsors", 2, "co-sponsors: give state, the State"),
    ("diff - -", 2, "cannot come from standard input"),
    ("explain {hand} NOR ratified", 2, "A fact is SUBJECT RELATION OBJECT"),
    ("explain {hand} NOR loves ICSANT", 3, "'loves' is no relation"),
    ("explain {hand} NOR signed ICSANT", 3, "of these two is said: partyTo, ratified"),
    ("import {hand} {hand} --treaty ICSANT", 2, "--treaty is for one table"),
    ("import silent.txt", 4, "silent.txt: which treaty is it of?"),
    ("import silent.txt --treaty ICSANT", 3, "nothing found"),
    ("find qqqqqqqq", 3, "nothing like it is known"),
    ("query {hand} 'CONSTRUCT WHERE {{ ?s ?p ?o }}' --format csv", 2, "leave the format out"),
    ("query - -", 2, "cannot both come from standard input"),
    ("check absent.ttl", 3, "absent.ttl: no such file"),
    ("check {hand} --source absent.txt", 3, "absent.txt: no such file"),
    ("check {hand} --source silent.txt", 1, "1 to mend"),
    ("stats wrong.ttl", 4, "wrong.ttl: is no Turtle"),
    ("mentions absent.txt", 3, "absent.txt: no such file"),
    ("demo -o empty.txt", 1, "cannot be made a folder"),
]


@pytest.mark.parametrize(("line", "code", "message"), WRONG)
@pytest.mark.usefixtures("folder")
def test_what_is_wrong_is_said_and_nothing_is_written(line: str, code: int, message: str) -> None:
    before = {name: Path(name).read_bytes() for name in listed() if Path(name).is_file()}
    result = run(*shlex.split(line.format(sample=SAMPLE, other=OTHER, hand=HAND)))
    assert (result.exit_code, message in result.stderr) == (code, True), result.output
    assert {name: Path(name).read_bytes() for name in listed() if Path(name).is_file()} == before
    assert listed() == before.keys() | {"folder"}


@pytest.mark.usefixtures("folder")
def test_build_writes_a_graph_and_a_ledger_that_check_finds_clean() -> None:
    done = run("build", SAMPLE, OTHER, "-o", "out.ttl", "--ledger", "out.tsv")
    assert done.exit_code == 0, done.output
    assert done.stdout == ""
    assert "sg-report-2017.zh.txt: " in done.stderr
    assert Path("out.tsv").read_text(encoding="utf-8").startswith("document\tparagraph\t")
    checked = run("check", "out.ttl", "--source", SAMPLE, "--source", OTHER)
    assert (checked.exit_code, checked.stdout) == (0, ""), checked.output
    assert checked.stderr.startswith("clean: ")
    again = run("build", OTHER, SAMPLE)
    assert again.stdout_bytes == Path("out.ttl").read_bytes()


@pytest.mark.usefixtures("folder")
def test_what_the_user_knows_of_a_document_goes_into_the_graph() -> None:
    options = ("--symbol", "A/99/1", "--title", "T", "--date", "2019-05", "--language", "zh")
    turtle = run("build", SAMPLE, *options).stdout
    for told in ('dcterms:identifier "A/99/1"', 'dcterms:title "T"@zh', 'dcterms:date "2019-05"^^xsd:gYearMonth'):
        assert told in turtle


@pytest.mark.usefixtures("folder")
def test_graphs_are_merged_in_place_and_from_standard_input() -> None:
    for name, sample in (("one.ttl", SAMPLE), ("two.ttl", OTHER)):
        run("build", sample, "-o", name)
    both = run("build", SAMPLE, OTHER).stdout_bytes
    assert run("merge", "-", "two.ttl", given=Path("one.ttl").read_text("utf-8")).stdout_bytes == both
    assert run("merge", "two.ttl", "one.ttl", "-o", "one.ttl").exit_code == 0
    assert Path("one.ttl").read_bytes() == both


def test_questions_are_listed_with_their_parameters() -> None:
    told = run("query", "--list").stdout
    assert "treaty-parties\n  Parties to a treaty" in told
    assert "  --param language=...  the language of names [default: en]" in told


@pytest.mark.usefixtures("folder")
def test_a_question_can_be_a_name_a_file_sparql_or_standard_input() -> None:
    sparql = "SELECT ?t { ?s pact:ratified ?t }"
    Path("mine.rq").write_text(sparql, encoding="utf-8")
    answers = [run("query", HAND, word, "--format", "csv") for word in ("mine.rq", sparql)]
    answers.append(run("query", HAND, "-", "--format", "csv", given=sparql))
    answers.append(run("query", "-", sparql, "--format", "csv", given=Path(HAND).read_text("utf-8")))
    assert {a.stdout_bytes for a in answers} == {b"t\r\nhttps://w3id.org/pactgraph/id/treaty/ICSANT\r\n"}
    named = run("query", HAND, "treaty-parties", "--param", "treaty=treaty/ICSANT", "--param", "language=zh")
    assert "state/NOR  挪威  ratified" in named.stdout


def test_an_answer_without_rows_says_so() -> None:
    result = run("query", HAND, "treaty-parties", "--param", "treaty=treaty/NPT")
    assert (result.exit_code, result.stderr) == (0, "No rows.\n")


def test_triples_come_as_turtle() -> None:
    result = run("query", HAND, "CONSTRUCT { ?s pact:supports ?t } WHERE { ?s pact:ratified ?t }")
    assert result.stdout.endswith("state:NOR pact:supports treaty:ICSANT .\n")


def test_stats_count() -> None:
    assert (
        "statements by status,https://w3id.org/pactgraph/ontology#asserted,10"
        in run("stats", HAND, "--format", "csv").stdout
    )
    assert re.search(r"^things by class +Treaty +2$", run("stats", HAND).stdout, re.MULTILINE)


@pytest.mark.usefixtures("folder")
def test_check_lists_what_is_to_mend() -> None:
    Path("bad.ttl").write_text(Path(HAND).read_text("utf-8").replace("pact:planned", "pact:hoped"), encoding="utf-8")
    result = run("check", "bad.ttl")
    assert result.exit_code == 1
    assert result.stdout.startswith("statement/07614b6aa40501d05f4d: A statement has exactly one pact:status")
    assert "1 to mend: 12 statements" in result.stderr


def test_mentions_come_from_a_file_or_standard_input() -> None:
    text = "挪威批准了《禁止化学武器公约》。\n"
    assert "-\t1\t0\t2\t挪威\tState\tstate/NOR\n" in run("mentions", "-", "--lang", "zh", given=text).stdout
    assert "state/NOR" in run("mentions", SAMPLE).stdout


@pytest.mark.usefixtures("folder")
def test_the_demo_goes_the_whole_way() -> None:
    result = run("demo", "-o", "tour")
    assert result.exit_code == 0, result.output
    assert "state/NOR" in result.stdout
    assert "2014-02-20" in result.stdout
    assert {p.name for p in Path("tour").iterdir()} == {"graph.ttl", "refused.tsv", "network.gexf", "network.html"}
    assert result.stderr.splitlines()[-1] == f"Open {Path('tour', 'network.html')} in a browser."
    assert run("check", "tour/graph.ttl").exit_code == 0


def test_an_interrupted_build_leaves_the_old_graph(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> bytes:
        raise KeyboardInterrupt

    (folder / "out.ttl").write_text("old", encoding="utf-8")
    before = listed()
    monkeypatch.setattr("graph.files.os.fsync", interrupted)
    assert run("build", SAMPLE, "-o", "out.ttl").exit_code == 1
    assert (listed(), (folder / "out.ttl").read_text(encoding="utf-8")) == (before, "old")


def test_two_processes_write_the_same_bytes() -> None:
    command = [sys.executable, "-c", "from graph.cli import main; main()", "build"]
    outputs = {
        subprocess.run(
            [*command, *samples], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed, samples in (("0", [SAMPLE, OTHER]), ("99", [OTHER, SAMPLE]))
    }
    assert len(outputs) == 1
    assert outputs.pop().startswith(b"@prefix")


def test_progress_is_shown_on_a_terminal_only() -> None:
    primary, secondary = os.openpty()
    command = [sys.executable, "-c", "from graph.cli import main; main()", "build", SAMPLE, OTHER]
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=secondary, check=True)
    os.close(secondary)
    assert b"Reading" in os.read(primary, 10_000)
    os.close(primary)
    assert "Reading" not in run("build", SAMPLE, OTHER).stderr
