"""Documents from a service that behaves and from one that does not; nothing here leaves the machine."""

import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar
from urllib.parse import parse_qs, urlsplit

import pytest
from click.testing import CliRunner, Result
from written import written

from graph.cli import main
from graph.make.fetch import TRIES, Service, fetch
from ontology.errors import InputError

PDF, DOCX = written("en", "pdf"), written("en", "docx")
ERROR = b"<!DOCTYPE html><html><body><p>Sorry, something went wrong.</p></body></html>"


@dataclass(frozen=True)
class Answer:
    """One answer of the service; with a `length` beyond the data it breaks off, and it keeps silent for `silence` seconds."""

    code: int
    data: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    length: int = 0
    silence: float = 0.0


GOOD = Answer(200, PDF, {"ETag": '"2"'})
REST = {"Content-Range": f"bytes 1000-{len(PDF) - 1}/{len(PDF)}"}
# By the last part of the symbol: the answers to the first question and to those after it, the last one for good.
ANSWERS = {
    "good": [GOOD],
    "word": [Answer(200, DOCX)],
    "moved": [Answer(302, headers={"Location": "/?s=A/good"})],
    "busy": [Answer(429, headers={"Retry-After": "7"}), GOOD],
    "down": [Answer(503), GOOD],
    "slow": [Answer(200, PDF, silence=2), GOOD],
    "cut": [Answer(200, PDF[:1000], {"ETag": '"1"'}, len(PDF)), Answer(206, PDF[1000:], REST)],
    "changed": [Answer(200, DOCX[:1000], {"ETag": '"1"'}, len(DOCX)), GOOD],
    "short": [Answer(200, PDF[:-3000]), GOOD],
    "absent": [Answer(404, ERROR)],
    "page": [Answer(200, ERROR)],
    "other": [Answer(200, b"PNG" * 99)],
    "locked": [Answer(403, ERROR)],
    "loop": [Answer(302, headers={"Location": "/?s=A/loop"})],
    "always": [Answer(429)],
}


class Misbehaving(BaseHTTPRequestHandler):
    """Answers as the table says, and keeps what it was asked."""

    protocol_version = "HTTP/1.1"
    asked: ClassVar[list[tuple[str, str, str]]] = []

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        how = parse_qs(urlsplit(self.path).query)["s"][0].rpartition("/")[2]
        answer = ANSWERS[how][min(times(how), len(ANSWERS[how]) - 1)]
        self.asked.append((how, self.headers.get("Range", ""), self.headers.get("If-Range", "")))
        time.sleep(answer.silence)
        self.send_response(answer.code)
        for name, value in {"Content-Length": str(answer.length or len(answer.data)), **answer.headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(answer.data)
        self.close_connection = bool(answer.length)


def times(how: str) -> int:
    return sum(asked[0] == how for asked in Misbehaving.asked)


@dataclass(frozen=True)
class Place:
    """Where the service is, where files go, and how long was waited."""

    address: str
    folder: Path
    waits: list[float]

    def fetch(self, how: str) -> bytes:
        service = Service(self.address, pause=1.0, timeout=0.5, sleep=self.waits.append)
        with service.client() as client:
            return fetch(f"A/{how}", "en", self.folder, service, client).read_bytes()


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    Misbehaving.asked.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), Misbehaving) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield Place(f"http://127.0.0.1:{server.server_address[1]}/", tmp_path, [])
        server.shutdown()


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["fetch", *arguments])


# How the service behaves, what is had, and how long is waited before each question.
MENDED = [
    ("good", PDF, [1.0]),
    ("moved", PDF, [1.0]),
    ("word", DOCX, [1.0]),
    ("busy", PDF, [1.0, 7.0]),
    ("down", PDF, [1.0, 2.0]),
    ("slow", PDF, [1.0, 2.0]),
    ("cut", PDF, [1.0, 2.0]),
    ("changed", PDF, [1.0, 2.0]),
    ("short", PDF, [1.0, 2.0]),
]


@pytest.mark.parametrize(("how", "data", "waited"), MENDED)
def test_what_fails_for_a_time_is_had_in_the_end(how: str, data: bytes, waited: list[float], place: Place) -> None:
    assert place.fetch(how) == data
    assert (times(how), place.waits) == (len(waited), waited)
    assert len(list(place.folder.iterdir())) == 1


def test_a_broken_answer_goes_on_where_it_broke_off(place: Place) -> None:
    place.fetch("cut")
    assert Misbehaving.asked == [("cut", "", ""), ("cut", "bytes=1000-", '"1"')]


REFUSED = [
    ("absent", 1, "has no such document"),
    ("page", 1, "answers with no document"),
    ("other", 1, "answers with no document"),
    ("locked", 1, "refuses it"),
    ("loop", 11, "redirects"),
    ("always", TRIES, "asked 5 times; the last time: status 429"),
]


@pytest.mark.parametrize(("how", "questions", "words"), REFUSED)
def test_a_good_file_outlives_a_bad_answer(how: str, questions: int, words: str, place: Place) -> None:
    old = b"%PDF-1.7 an older one %%EOF"
    (place.folder / f"A_{how}.en.pdf").write_bytes(old)
    with pytest.raises(InputError, match=words):
        place.fetch(how)
    assert times(how) == questions
    assert [path.read_bytes() for path in place.folder.iterdir()] == [old]


def test_a_service_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    nowhere = Place("http://127.0.0.1:9/", tmp_path, [])
    with pytest.raises(InputError, match="asked 5 times; the last time: ConnectError"):
        nowhere.fetch("good")
    assert nowhere.waits == [1.0, 2.0, 4.0, 8.0, 16.0]


def test_the_command_gets_every_language_and_names_what_it_lacks(place: Place) -> None:
    folder = place.folder / "new"
    asked = ("A/good", "A/absent", "--lang", "zh,en", "-o", str(folder), "--from", place.address, "--pause", "0")
    done = run(*asked)
    assert done.exit_code == 3
    assert [Path(line).name for line in done.stdout.splitlines()] == ["A_good.zh.pdf", "A_good.en.pdf"]
    assert "2 of 4 documents could not be had:\nA/absent in zh: the service has no such document" in done.stderr
    written_at = [path.stat().st_mtime_ns for path in sorted(folder.iterdir())]
    assert run(*asked).stdout == done.stdout
    assert [path.stat().st_mtime_ns for path in sorted(folder.iterdir())] == written_at


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["../../etc/passwd"], "is no document symbol"),
        (["report.pdf"], "is no document symbol"),
        (["A/1", "--lang", "en,xx"], "'xx' is none of"),
        ([], "Missing argument"),
    ],
)
def test_misuse_is_told(arguments: list[str], words: str) -> None:
    done = run(*arguments)
    assert (done.exit_code, words in done.stderr) == (2, True), done.output


def test_the_help_says_that_it_asks_the_network() -> None:
    assert "It asks the network, as nothing else does" in " ".join(run("--help").stdout.split())
