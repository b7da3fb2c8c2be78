"""Servers that pactgraph pushes to and asks: Oxigraph's, and small ones that misbehave."""

import socket
import subprocess
import sys
import time
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pyoxigraph as ox
import pytest
from click.testing import CliRunner, Result

from graph.ask.query import Answer, ask, read_question, saved_questions
from graph.cli import main
from graph.rdf.endpoint import connect
from graph.rdf.push import push
from graph.rdf.remote import RemoteError
from graph.rdf.store import load
from graph.rdf.terms import named, text
from graph.rdf.turtle import merge
from ontology.errors import DataError, PactgraphError

DATA = Path(__file__).parent / "data"
GRAPH = str(DATA / "hand.ttl")
OXIGRAPH = Path(sys.executable).with_name("oxigraph")
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"


def run(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=given)


@contextmanager
def oxigraph(place: Path, port: int) -> Iterator[str]:
    """The server of Oxigraph with its data in a folder, at a port."""
    command = [str(OXIGRAPH), "serve", "--location", str(place), "--bind", f"127.0.0.1:{port}"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            _await(port)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.kill()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


def _await(port: int) -> None:
    for _ in range(200):
        with socket.socket() as client:
            if client.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail("the server of Oxigraph does not start")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server that holds the test graph in its default graph, as the command brought it there."""
    with oxigraph(tmp_path_factory.mktemp("server"), free_port()) as url:
        for _ in range(2):
            done = run("push", GRAPH, f"{url}/store")
            assert (done.exit_code, done.stdout) == (0, ""), done.output
            assert done.stderr == f"{len(merge([GRAPH])):,} triples are at {url}/store.\n"
        yield url


def held(url: str, graph: str = "") -> int:
    """How many triples a server has in the default graph or in a named one."""
    place = f"?default-graph-uri={graph}" if graph else ""
    answer = ask(connect(f"{url}/query{place}"), read_question("count", COUNT))
    assert isinstance(answer, Answer)
    return int(str(answer.rows[0][0]))


def test_a_graph_that_is_pushed_twice_is_there_once(server: str) -> None:
    assert held(server) == len(merge([GRAPH]))


def test_a_graph_can_have_a_name_there(server: str) -> None:
    name = "https://example.org/reports?year=2018&part=1"
    before = held(server)
    assert run("push", "-", f"{server}/store", "--graph", name, given=Path(GRAPH).read_text("utf-8")).exit_code == 0
    assert held(server, "https%3A%2F%2Fexample.org%2Freports%3Fyear%3D2018%26part%3D1") == len(merge([GRAPH]))
    assert held(server) == before


def test_a_push_that_stopped_goes_on_where_it_stopped(tmp_path: Path) -> None:
    triples, port = merge([GRAPH]), free_port()
    with oxigraph(tmp_path, port) as url:
        steps = push(triples, f"{url}/store", size=40)
        assert [next(steps), next(steps)] == [40, 80]
    with pytest.raises(PactgraphError, match="cannot be reached") as stopped:
        next(steps)
    told, _, mark = str(stopped.value).rpartition(" ")
    assert told.endswith(f"Stopped after 80 of {len(triples):,} triples; go on with --resume")
    with oxigraph(tmp_path, port) as url:
        assert held(url) == 80
        assert next(push(triples, f"{url}/store", mark=mark, size=40)) == 120
        assert run("push", GRAPH, f"{url}/store", "--resume", mark).exit_code == 0
        assert held(url) == len(triples)
        stored = ask(connect(f"{url}/query"), read_question("all", "CONSTRUCT WHERE { ?s ?p ?o }"))
        assert stored == ask(load(GRAPH), read_question("all", "CONSTRUCT WHERE { ?s ?p ?o }"))


def test_an_interrupted_push_says_where_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("graph.rdf.push.send", interrupted)
    done = run("push", GRAPH, "http://127.0.0.1:1/store")
    assert (done.exit_code, "interrupted\nStopped after 0 of" in done.stderr) == (1, True)


@pytest.mark.parametrize("mark", ["80-00000000", "80", "x", "-"])
def test_a_mark_of_another_graph_is_refused(mark: str) -> None:
    with pytest.raises(PactgraphError, match="no mark of this graph"):
        next(push(merge([GRAPH]), "http://127.0.0.1:1/store", mark=mark))


def test_blank_nodes_are_refused_since_they_would_double() -> None:
    triple = ox.Triple(ox.BlankNode("b"), named("rdfs:label"), text("x"))
    with pytest.raises(DataError, match="blank node"):
        next(push([triple], "http://127.0.0.1:1/store"))


@pytest.mark.parametrize("form", ["table", "csv", "json"])
@pytest.mark.parametrize("name", [n for n, q in saved_questions().items() if not any(p.required for p in q.parameters)])
def test_a_saved_question_has_the_same_answer_from_a_server(server: str, name: str, form: str) -> None:
    local = run("query", GRAPH, name, "--format", form)
    remote = run("query", "--endpoint", f"{server}/query", name, "--format", form)
    assert (remote.exit_code, remote.stdout_bytes) == (0, local.stdout_bytes), remote.output


@pytest.mark.parametrize(
    "sparql", ["ASK { ?s pact:ratified ?t }", "DESCRIBE id:state\\/NOR", "CONSTRUCT WHERE { ?s pact:ratified ?t }"]
)
def test_every_form_of_query_has_the_same_answer_from_a_server(server: str, sparql: str) -> None:
    assert run("query", f"--endpoint={server}/query", sparql).stdout_bytes == run("query", GRAPH, sparql).stdout_bytes


@pytest.mark.parametrize(
    "line",
    ["profile NOR {}", "explain {} NOR partyTo ICSANT", "diff {} {}", "reconcile {}", "diff {} {} --actor Norway"],
)
def test_a_url_stands_for_a_graph(server: str, line: str) -> None:
    local, remote = (run(*line.format(*[graph] * 2).split()) for graph in (GRAPH, f"{server}/query"))
    assert (remote.exit_code, remote.stdout_bytes) == (0, local.stdout_bytes), remote.output


def test_find_looks_among_the_things_of_a_server(server: str) -> None:
    remote = run("find", "极光", "--endpoint", f"{server}/query")
    assert "exercise/aurora-2016" in remote.stdout
    assert remote.stdout == run("find", "极光", "--graph", GRAPH).stdout
    assert run("find", "极光", "--graph", GRAPH, "--endpoint", f"{server}/query").exit_code == 2


@pytest.mark.parametrize("line", ["profile NOR {}", "explain {} NOR partyTo ICSANT", "reconcile {}"])
def test_an_endpoint_takes_the_place_of_a_graph(server: str, line: str) -> None:
    local, remote = (run(*line.format(graph).split()) for graph in (GRAPH, f"--endpoint {server}/query"))
    assert (remote.exit_code, remote.stdout_bytes) == (0, local.stdout_bytes), remote.output


def test_a_question_can_come_from_standard_input_and_stats_can_ask_too(server: str) -> None:
    assert run("query", "--endpoint", f"{server}/query", "-", given=COUNT).stdout == run("query", GRAPH, COUNT).stdout
    assert run("stats", "--endpoint", f"{server}/query").stdout == run("stats", GRAPH).stdout


# what the user types, the exit code, what the message says
WRONG = [
    ("query --endpoint ftp://127.0.0.1/ counts", 2, "is no http or https URL"),
    ("query --endpoint http:///query counts", 2, "is no http or https URL"),
    ("query --endpoint {server}/query graph.ttl counts", 2, "unexpected extra argument"),
    ("query --endpoint {server}/query SELECT(", 1, "answers 400 Bad Request: error at"),
    ("query --endpoint {server}/nothing counts", 1, "answers 404 Not Found"),
    ("query --endpoint http://127.0.0.1:1/query counts", 1, "cannot be reached"),
    ("stats --endpoint http://127.0.0.1:1/query", 1, "cannot be reached"),
    ("push {graph} {server}/query", 1, "answers 415"),
    ("push {graph} store", 2, "is no http or https URL"),
    ("push absent.ttl {server}/store", 3, "absent.ttl: no such file"),
]


@pytest.mark.parametrize(("line", "code", "words"), WRONG)
def test_what_is_wrong_is_said(server: str, line: str, code: int, words: str) -> None:
    done = run(*line.format(server=server, graph=GRAPH).split())
    assert (done.exit_code, words in done.stderr) == (code, True), done.output
    assert done.stdout == ""


@contextmanager
def answering(reply: Callable[[BaseHTTPRequestHandler], tuple[int, dict[str, str], bytes]]) -> Iterator[str]:
    """A server that answers every post like this."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            status, headers, body = reply(self)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        Thread(target=http.serve_forever).start()
        try:
            yield f"http://127.0.0.1:{http.server_port}/"
        finally:
            http.shutdown()


ODD = [
    (302, {"Location": "http://example.org/new"}, b"", "it has moved to http://example.org/new"),
    (200, {"Content-Type": "text/html"}, b"<p>Welcome", "answers text/html that cannot be read"),
    (200, {"Content-Type": "application/sparql-results+json"}, b"{}", "cannot be read"),
    (200, {"Content-Type": "application/sparql-results+json"}, b"{", "cannot be read"),
    (503, {}, b"\x1b[31mbusy\x07 \xff\n", "answers 503 Service Unavailable: [31mbusy"),
]


@pytest.mark.parametrize(("status", "headers", "body", "words"), ODD)
def test_an_odd_answer_is_told_and_not_followed(status: int, headers: dict[str, str], body: bytes, words: str) -> None:
    with answering(lambda _: (status, headers, body)) as url, pytest.raises(RemoteError) as told:
        ask(connect(url), read_question("count", COUNT))
    assert words in str(told.value)
    assert str(told.value).isprintable()


def test_a_name_and_password_come_from_netrc(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    seen: list[str | None] = []

    def reply(handler: BaseHTTPRequestHandler) -> tuple[int, dict[str, str], bytes]:
        seen.append(handler.headers["Authorization"])
        return 204, {}, b""

    with answering(reply) as url:
        assert run("push", GRAPH, url).exit_code == 0
        (tmp_path / ".netrc").write_text("machine 127.0.0.1 login ann password s:cret\n", encoding="utf-8")
        (tmp_path / ".netrc").chmod(0o600)
        assert run("push", GRAPH, url).exit_code == 0
    assert seen == [None, "Basic " + b64encode(b"ann:s:cret").decode()]
    (tmp_path / ".netrc").write_text("machine\n", encoding="utf-8")
    assert "~/.netrc cannot be read" in run("push", GRAPH, url).stderr
