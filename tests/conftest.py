"""What several tests share.

Graphs of facts told in lines of text, for tests of what a graph answers. Running the scripts of `tests/browser` in Node.js, for
tests that need a browser or a reader written in JavaScript: what they need (node, npm, chromium, the packages of
tests/browser/package.json) may be absent on a developer's machine, and then the test is skipped and says why. Where the variable
CI is set, it fails instead.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import count, groupby
from pathlib import Path
from typing import NoReturn, TypeAlias, cast

import pyoxigraph as ox
import pytest
from click.testing import CliRunner

from extract.model import Document, Evidence, Reading, Statement, Thing
from graph.cli import main
from graph.make.triples import triples_of
from ontology.authority import load_authority
from ontology.schema import load_schema

Told: TypeAlias = Callable[[str], set[ox.Triple]]
NETWORK = Path(__file__).parent / "data" / "network.ttl"
AFFAIRS = Path(__file__).parent / "data" / "affairs.txt"
FOUND = {
    "exercise": "Exercise",
    "meeting": "Meeting",
    "resolution": "Resolution",
    "law": "Legislation",
    "document": "Document",
}
SCRIPTS = Path(__file__).parent / "browser"
PLACE = Path(__file__).parent.parent / "build" / "browser"


@pytest.fixture(scope="session")
def told() -> Told:
    """A function that makes the triples of facts told as in `data/affairs.txt`."""
    return _triples


@pytest.fixture(scope="session")
def affairs() -> frozenset[ox.Triple]:
    """The triples of `data/affairs.txt`."""
    return frozenset(_triples(AFFAIRS.read_text(encoding="utf-8")))


def _triples(facts: str) -> set[ox.Triple]:
    lines = [line for line in facts.splitlines() if line.strip() and not line.startswith("#")]
    rows = [tuple(cell.strip() for cell in line.split("|")) for line in lines]
    made: set[ox.Triple] = set()
    for document, own in groupby(sorted(rows, key=lambda row: row[0]), key=lambda row: row[0]):
        made |= triples_of(_reading(document, [row[1:] for row in own]), load_authority(), load_schema())
    return made


def _reading(named: str, rows: list[tuple[str, ...]]) -> Reading:
    symbol, _, date = named.partition("@")
    document = Document(f"document/{symbol}", symbol, "en", "", date, "")
    statements = tuple(_statement(place, *row) for place, row in enumerate(rows))
    paths = sorted({path for s in statements for path in (s.subject, s.object)} - load_authority().entities.keys())
    things = tuple(Thing(path, FOUND[path.split("/")[0]], ((path, "en"),)) for path in paths)
    return Reading(document, things, statements, ())


def _statement(place: int, fact: str, how: str, words: str) -> Statement:
    subject, relation, target = fact.split()
    status, _, date = how.partition(" ")
    evidence = Evidence(place * 200, place * 200 + len(words), words, "", subject, "Replies", place + 1)
    return Statement(subject, relation, target, status, date, (evidence,), "told", 0.9)


@pytest.fixture(scope="session")
def node() -> Callable[..., dict[str, object]]:
    """A function that runs a script with arguments, and `asked` as JSON on its input; it returns the JSON answered."""
    reason = _installed()
    if reason:
        _absent(reason)
    return _run


@pytest.fixture(scope="session")
def browser() -> Iterator[Callable[..., dict[str, object]]]:
    """A function that takes a page through steps (`browse.mjs` says which) in one browser, and returns what it saw."""
    reason = _installed()
    found = shutil.which("chromium")
    if reason or not found:
        _absent(reason or "chromium is not installed (Debian package: chromium)")
    command = ["node", str(PLACE / "browse.mjs"), found]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as process:
        asked, answered = process.stdin, process.stdout
        assert asked
        assert answered

        def ask(**wanted: object) -> dict[str, object]:
            print(json.dumps(wanted, default=str), file=asked, flush=True)
            answer: dict[str, object] = json.loads(answered.readline())
            assert "failed" not in answer, answer
            return answer

        yield ask
        asked.close()


@pytest.fixture(scope="session")
def page(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """A function that gives the page of a graph in Turtle, without one that of `data/network.ttl`; each is drawn once."""
    made: dict[tuple[str, ...], Path] = {}
    folder, numbers = tmp_path_factory.mktemp("pages"), count()

    def draw(text: str = "", *options: str) -> Path:
        text = text or NETWORK.read_text(encoding="utf-8")
        if (text, *options) not in made:
            graph, drawn = folder / "graph.ttl", folder / f"{next(numbers)}.html"
            graph.write_text(text, encoding="utf-8")
            done = CliRunner().invoke(main, ["view", str(graph), "-o", str(drawn), *options], catch_exceptions=False)
            assert (done.exit_code, done.output) == (0, "")
            made[text, *options] = drawn
        return made[text, *options]

    return draw


@pytest.fixture
def browse(browser: Callable[..., dict[str, object]]) -> Callable[..., list[object]]:
    """A function that takes a page through steps and returns the answers; the browser may not complain or ask for anything."""

    def run(page: Path, *steps: Sequence[object], **how: object) -> list[object]:
        answer = browser(page=page, steps=steps, **how)
        assert (answer["problems"], answer["requests"]) == ([], [])
        return cast("list[object]", answer["seen"])

    return run


def _absent(reason: str) -> NoReturn:
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


def _run(script: str, *arguments: str | Path, asked: object = None) -> dict[str, object]:
    command = ["node", str(PLACE / script), *map(str, arguments)]
    said = json.dumps(asked)
    done = subprocess.run(command, input=said, capture_output=True, check=False, encoding="utf-8", timeout=120)
    assert done.returncode == 0, done.stderr
    answer: dict[str, object] = json.loads(done.stdout)
    return answer


@cache
def _installed() -> str:
    """Install the packages once: nothing when they are there, else the reason why not."""
    for name in ("node", "npm"):
        if not shutil.which(name):
            return f"{name} is not installed (Debian packages: nodejs, npm)"
    PLACE.mkdir(parents=True, exist_ok=True)
    for path in SCRIPTS.iterdir():
        if path.is_file():
            shutil.copy(path, PLACE)
    lock, mark = (SCRIPTS / "package-lock.json").read_bytes(), PLACE / "node_modules" / ".installed"
    if mark.exists() and mark.read_bytes() == lock:
        return ""
    command = ["npm", "ci", "--no-audit", "--no-fund"]
    done = subprocess.run(command, cwd=PLACE, capture_output=True, check=False, encoding="utf-8")
    if done.returncode:
        return f"npm could not install the packages of tests/browser: {done.stderr.strip()[-300:]}"
    mark.write_bytes(lock)
    return ""
