"""The service as its clients see it: SPARQLWrapper, a browser, many at a time, and those who mean ill."""

import asyncio
import json
import re
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread
from typing import cast
from urllib.parse import quote, urlencode, urlsplit

import pytest
from rdflib import Graph, URIRef
from SPARQLWrapper import CSV, JSON, JSONLD, N3, RDFXML, TSV, TURTLE, XML, SPARQLWrapper

from graph.rdf.store import open_store
from graph.service import jobs
from graph.service.jobs import RESULTS, TRIPLES, Query
from graph.service.negotiate import choose
from graph.service.prepared import Prepared
from ontology.iris import ID

DATA = Path(__file__).parent / "data"
GRAPH = DATA / "network.ttl"
NORWAY = URIRef(ID + "state/NOR")
PARTIES = "SELECT ?s ?t { ?s pact:ratified ?t }"
# Three triples of any kind, combined: hours on the smallest graph.
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o }"


@contextmanager
def served(graph: Path, *options: str, how: signal.Signals = signal.SIGTERM) -> Iterator[str]:
    """The address of a server that a user started; it ends without a word when told to, and all its processes with it."""
    command = [sys.executable, "-c", "from graph.cli import main; main()", "serve", str(graph), "--port", "0", *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        told = process.stderr.readline()
        found = re.fullmatch(r"Serving (http://127\.0\.0\.1:\d+/) until Ctrl-C\.\n", told)
        try:
            assert found, told + process.stderr.read()
            yield found[1]
        finally:
            process.send_signal(how)
            assert process.stderr.read() == ""


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with served(GRAPH, "--timeout", "1.5") as address:
        yield address


def wrapped(url: str, query: str, form: str) -> bytes:
    """What SPARQLWrapper gets, as it came."""
    client = SPARQLWrapper(url + "sparql")
    client.setQuery(query)
    client.setReturnFormat(form)
    return client.query().response.read()


def asked(url: str, path: str, **headers: str) -> tuple[int, dict[str, str], str]:
    """Status, headers and text of what a bare client gets."""
    connection = HTTPConnection(urlsplit(url).netloc, timeout=30)
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    return answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read().decode()


def posted(url: str, body: str, kind: str) -> tuple[int, str]:
    connection = HTTPConnection(urlsplit(url).netloc, timeout=30)
    connection.request("POST", "/sparql", body.encode(), {"Content-Type": kind})
    answer = connection.getresponse()
    return answer.status, answer.read().decode()


def test_sparqlwrapper_selects_in_four_formats(url: str) -> None:
    found = json.loads(wrapped(url, PARTIES, JSON))
    rows = [{name: value["value"] for name, value in row.items()} for row in found["results"]["bindings"]]
    assert rows == [{"s": ID + "state/NOR", "t": ID + "treaty/ICSANT"}]
    assert wrapped(url, PARTIES, XML).count(b"<result>") == 1
    assert wrapped(url, PARTIES, CSV).decode() == f"s,t\r\n{ID}state/NOR,{ID}treaty/ICSANT\r\n"
    assert wrapped(url, PARTIES, TSV).decode() == f"?s\t?t\n<{ID}state/NOR>\t<{ID}treaty/ICSANT>\n"


def test_sparqlwrapper_asks_in_four_formats(url: str) -> None:
    question = "ASK { ?s pact:ratified ?t }"
    assert json.loads(wrapped(url, question, JSON))["boolean"] is True
    assert b"<boolean>true</boolean>" in wrapped(url, question, XML)
    assert {wrapped(url, question, form) for form in (CSV, TSV)} == {b"true"}


@pytest.mark.parametrize("query", ["DESCRIBE id:state\\/NOR", f"DESCRIBE <{NORWAY}>", "CONSTRUCT WHERE { ?s ?p ?o }"])
def test_sparqlwrapper_gets_triples_in_four_formats(url: str, query: str) -> None:
    client = SPARQLWrapper(url + "sparql")
    client.setQuery(query)
    known = cast("Graph", client.queryAndConvert())
    assert (NORWAY, None, None) in known
    for form, parser in ((TURTLE, "turtle"), (N3, "turtle"), (RDFXML, "xml"), (JSONLD, "json-ld")):
        assert set(Graph().parse(data=wrapped(url, query, form), format=parser)) == set(known), form


def test_the_prefixes_of_the_vocabulary_need_no_declaration_and_others_do(url: str) -> None:
    assert (
        asked(url, "/sparql?query=" + quote("ASK { ?s pact:status pact:planned ; prov:wasDerivedFrom ?p }"))[0] == 200
    )
    assert asked(url, "/sparql?query=" + quote("ASK { ?s ex:p ?o }"))[0] == 400


def test_a_query_is_taken_by_every_way_of_the_protocol(url: str) -> None:
    form = urlencode({"query": PARTIES})
    _, _, known = asked(url, f"/sparql?{form}")
    assert posted(url, form, "application/x-www-form-urlencoded") == (200, known)
    assert posted(url, PARTIES, "application/sparql-query; charset=utf-8") == (200, known)
    other = f"/sparql?{form}&default-graph-uri={quote('https://example.org/other')}"
    assert json.loads(asked(url, other)[2])["results"]["bindings"] == []


# what is asked, the status, what the message says
REFUSED = [
    ("", 400, "0 queries"),
    ("?query=ASK%7B%7D&query=ASK%7B%7D", 400, "2 queries"),
    ("?query=%FF", 400, "cannot be read"),
    ("?query=" + quote("SELECT * {"), 400, "error at"),
    ("?update=" + quote("INSERT DATA { <a:a> <a:b> <a:c> }"), 400, "Updates are not taken"),
    ("?query=" + quote("INSERT DATA { <a:a> <a:b> <a:c> }"), 400, "expected"),
    ("?query=" + quote("LOAD <file:///etc/hostname>"), 400, "expected"),
    ("?query=" + quote("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }"), 400, "SERVICE"),
    ("?query=" + quote("ASK FROM <file:///etc/hostname> { ?s ?p ?o }"), 200, "false"),
]


@pytest.mark.parametrize(("query", "status", "words"), REFUSED)
def test_what_is_no_query_is_refused(url: str, query: str, status: int, words: str) -> None:
    got, _, text = asked(url, f"/sparql{query}")
    assert (got, words in text) == (status, True), text


def test_updates_and_endless_texts_are_not_taken(url: str) -> None:
    assert posted(url, "INSERT DATA { <a:a> <a:b> <a:c> }", "application/sparql-update")[0] == 415
    assert posted(url, urlencode({"update": "CLEAR ALL"}), "application/x-www-form-urlencoded")[0] == 400
    assert posted(url, "#" * (2**20 + 1), "application/sparql-query")[0] == 413
    assert json.loads(asked(url, "/health")[2]) == {"status": "ok", "triples": len(open_store(str(GRAPH)))}


def test_a_worker_reaches_no_other_server(url: str) -> None:
    """Whatever a query says: the escape makes it pass for a comment where only text is looked at."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(1)
        port = listener.getsockname()[1]
        for service in (f"SERVICE <http://127.0.0.1:{port}/>", f"SERVICE SILENT <http://127.0.0.1:{port}/>"):
            for query in (
                f"SELECT * {{ {service} {{ ?s ?p ?o }} }}",
                f"SELECT * {{ ?s ?p '\\\\' , ''. {service} {{}} }}",
            ):
                assert asked(url, "/sparql?query=" + quote(query))[0] in (200, 400)
        with pytest.raises(TimeoutError):
            listener.accept()


def test_a_query_without_end_is_stopped_and_the_next_one_works(url: str) -> None:
    for _ in range(3):  # more often than there are workers
        begun = time.monotonic()
        status, _, text = asked(url, "/sparql?query=" + quote(ENDLESS))
        assert (status, text) == (503, "The query was stopped after 1.5 seconds; ask for less.\n")
        assert 1.4 < time.monotonic() - begun < 5
    assert asked(url, "/sparql?query=" + quote("ASK {}"))[0] == 200


def test_one_who_waits_too_long_for_a_worker_is_told(url: str) -> None:
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: asked(url, "/sparql?query=" + quote(ENDLESS)), range(8)))
    assert {status for status, _, _ in answers} == {503}
    assert any("busy" in text for _, _, text in answers)
    assert asked(url, "/sparql?query=" + quote("ASK {}"))[0] == 200


def test_an_answer_that_is_too_long_is_none_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    store = open_store(str(GRAPH))
    query = Query("SELECT * { ?s ?p ?o }", "text/csv", "text/turtle")
    whole = query(store)
    assert whole.status == 200
    monkeypatch.setattr(jobs, "LONGEST", len(whole.body))
    assert query(store) == whole
    monkeypatch.setattr(jobs, "LONGEST", len(whole.body) - 1)
    assert (query(store).status, b"LIMIT" in query(store).body) == (503, True)


def test_forms_that_nobody_writes_are_not_acceptable() -> None:
    store = open_store(str(GRAPH))
    assert Query("ASK {}", None, "text/turtle")(store).status == 406
    assert Query("DESCRIBE <a:a>", "text/csv", None)(store).status == 406


ACCEPTED = [
    ("", "text/turtle"),
    ("*/*", "text/turtle"),
    ("text/*", "text/turtle"),
    ("application/*", "application/n-triples"),
    ("application/rdf+xml, text/turtle;q=0.9", "application/rdf+xml"),
    ("Text/Turtle ; q=0.2 , application/LD+json;q=0.3", "application/ld+json"),
    ("text/turtle;q=0, */*;q=0.1", "application/n-triples"),
    ("text/turtle;q=high, application/n-triples", "text/turtle"),
    ("image/png", None),
    ("*/*;q=0", None),
]


@pytest.mark.parametrize(("accept", "expected"), ACCEPTED)
def test_the_form_that_a_client_wants_most_is_chosen(accept: str, expected: str | None) -> None:
    assert choose(accept, list(TRIPLES)) == expected


def test_a_browser_gets_json_of_queries_and_pages_of_things() -> None:
    accept = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
    assert choose(accept, list(RESULTS)) == "application/sparql-results+json"
    assert choose(accept, ["text/html", *TRIPLES]) == "text/html"


@pytest.mark.parametrize("form", TRIPLES)
def test_a_thing_has_its_triples_its_statements_and_the_names_in_them(url: str, form: str) -> None:
    status, headers, text = asked(url, "/state/NOR", Accept=form)
    assert (status, headers["content-type"].partition(";")[0], headers["vary"]) == (200, form, "Accept")
    found = Graph().parse(data=text, format={"application/n-triples": "nt"}.get(form, form))
    told = {str(label) for label in found.objects(None, URIRef("http://www.w3.org/2000/01/rdf-schema#label"))}
    assert {"挪威", "制止核恐怖主义行为国际公约", "NOTE/1"} <= told
    assert "Kazakhstan" not in told
    assert "挪威是该公约的批准国之一。" in {str(value) for value in found.objects()}


def test_a_thing_has_a_page_that_links_to_its_forms(url: str) -> None:
    status, headers, text = asked(url, "/state/NOR", Accept="text/html")
    assert (status, headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert '<h1 dir="auto">Norway</h1>' in text
    assert '<a href="/treaty/ICSANT">' in text
    forms = re.findall(r'<link rel="alternate" type="([^"]+)" href="(\?form=[^"]+)">', text)
    assert [kind for kind, _ in forms] == list(TRIPLES)
    for kind, link in forms:
        assert asked(url, f"/state/NOR{link}", Accept="text/html")[1]["content-type"].partition(";")[0] == kind


@pytest.mark.parametrize(
    ("path", "status"),
    [("/state/NOWHERE", 404), ("/state/%FF%00", 404), ("/%2e%2e/x", 404), ("/state/NOR?form=image/png", 406)],
)
def test_what_is_not_there_is_told(url: str, path: str, status: int) -> None:
    assert asked(url, path)[0] == status


def test_nothing_in_a_graph_becomes_part_of_a_page(tmp_path: Path) -> None:
    hostile = "</h1></style><script>alert(1)</script>\"'&{{ 7 * 7 }}"
    text = GRAPH.read_text(encoding="utf-8").replace('"Norway"', json.dumps(hostile))
    path = tmp_path / "hostile.ttl"
    path.write_text(text.replace("<state/KAZ>", "<state/K%22%3E%3Cscript%3E>"), encoding="utf-8")
    with served(path) as address:
        for page in ("/state/NOR", "/treaty/ICSANT", "/state/K%22%3E%3Cscript%3E"):
            status, headers, html = asked(address, page, Accept="text/html")
            assert (status, "<script" in html, "49" in html) == (200, False, False)
            assert "script" not in headers["content-security-policy"]


@pytest.mark.parametrize("path", ["/", "/health", "/state/NOR", "/state/NOWHERE", "/sparql?query=ASK%7B%7D", "/sparql"])
def test_every_answer_has_the_headers_that_keep_browsers_safe(url: str, path: str) -> None:
    _, headers, _ = asked(url, path)
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert not {"server", "access-control-allow-origin"} & headers.keys()


def test_the_network_is_at_the_root(url: str) -> None:
    status, headers, text = asked(url, "/")
    assert (status, headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert "state/KAZ" in text


def test_a_name_of_the_web_that_points_to_this_machine_is_refused(url: str) -> None:
    port = urlsplit(url).port
    assert asked(url, "/health", Host=f"localhost:{port}")[0] == 200
    assert asked(url, "/health", Host=f"evil.example:{port}")[0] == 400


def hammered(url: str, clients: int, seconds: float) -> Counter[int]:
    """How often which status came when so many clients ask, each again and again, for so long."""
    statuses: Counter[int] = Counter()
    paths = ("/sparql?" + urlencode({"query": PARTIES}), "/state/NOR", "/health", "/sparql?query=ASK%7B%7D")
    end = time.monotonic() + seconds

    def client(number: int) -> None:
        while time.monotonic() < end:
            statuses[asked(url, paths[number % len(paths)])[0]] += 1
            number += 1

    threads = [Thread(target=client, args=(number,)) for number in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return statuses


def test_fifty_clients_at_a_time_are_answered_without_error() -> None:
    with served(GRAPH) as address:
        statuses = hammered(address, clients=50, seconds=2)
    assert set(statuses) == {200}
    assert statuses.total() > 100


def test_a_page_that_is_not_made_yet_holds_nobody_up() -> None:
    def endless() -> bytes:
        time.sleep(60)
        return b""

    async def waited() -> None:
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(Prepared(endless).get(), 0.2)
        assert await Prepared(lambda: b"page").get() == b"page"

    asyncio.run(waited())


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_no_process_outlives_the_server(how: signal.Signals) -> None:
    """The end of standard error, which all of them share, comes when the last one is gone; a worker at work too."""
    with served(GRAPH, "--timeout", "1.5", how=how) as address, ThreadPoolExecutor(1) as pool:
        answer = pool.submit(asked, address, "/sparql?query=" + quote(ENDLESS))
        time.sleep(0.3)
        assert answer.running()
        pool.shutdown(wait=how != signal.SIGKILL, cancel_futures=True)
    with pytest.raises(ConnectionRefusedError):
        asked(address, "/health")
