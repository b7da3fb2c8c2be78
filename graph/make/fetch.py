"""Documents by their symbols, from the document service of the United Nations.

In: a symbol and a language. Out: a file in a folder, whole and a document, or none: what a service sends besides (a page that says what
is wrong, half a file) never takes the place of a good file. One connection, a pause before every question; what fails for a time
is asked for again, later and later, from where it broke off (RFC 9110, If-Range and Retry-After).
"""

import io
import time
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

import httpx

from extract.documents import pdf, word
from extract.text.source import LARGEST
from graph.files import write_atomically
from ontology.errors import InputError

# The Official Document System; it is asked with ?s= the symbol, l= the language, t= the form.
ADDRESS = "https://documents.un.org/api/symbol/access"
TRIES = 5
_LONGEST_WAIT = 120.0
_SLOWEST = 900.0  # seconds for one answer
_TAIL = 2_048  # bytes that hold the end mark of a PDF
_LATER = (408, 425, 429, 500, 502, 503, 504)
_ABSENT = (404, 410)


class _LaterError(Exception):
    """What may go well another time; `wait` is how many seconds the service wants to be left alone."""

    def __init__(self, why: str, wait: float = 0.0) -> None:
        super().__init__(why)
        self.wait = wait


@dataclass(slots=True)
class _Part:
    """What of a file has come so far, and the mark of the version that it is of."""

    data: bytearray = field(default_factory=bytearray)
    etag: str = ""


@dataclass(frozen=True, slots=True)
class Service:
    """A document service: its address, the pause before a question in seconds, and how long it may keep silent."""

    address: str = ADDRESS
    pause: float = 1.0
    timeout: float = 30.0
    sleep: Callable[[float], None] = time.sleep

    def client(self) -> httpx.Client:
        """One connection to it."""
        return httpx.Client(
            headers={"User-Agent": f"pactgraph/{version('pactgraph')}", "Accept-Encoding": "identity"},
            timeout=self.timeout,
            follow_redirects=True,
            max_redirects=10,
            limits=httpx.Limits(max_connections=1, max_keepalive_connections=1),
        )


def fetch(symbol: str, language: str, folder: Path, service: Service, client: httpx.Client) -> Path:
    """The file of a document in `folder`, new or as it was. Raises InputError that says why there is no new one."""
    what, why, wait, part = f"{symbol} in {language}", "", 0.0, _Part()
    target = folder / f"{symbol.replace('/', '_')}.{language}"
    for number in range(TRIES):
        service.sleep(min(max(wait, service.pause * 2**number), _LONGEST_WAIT))
        try:
            held = _ask(client, service.address, {"s": symbol, "l": language, "t": "pdf"}, part, target)
            return held or _keep(bytes(part.data), target, what)
        except _LaterError as error:
            why, wait = str(error), error.wait
        except httpx.TransportError as error:
            why, wait = f"{type(error).__name__} {error}".strip(), 0.0
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise InputError(f"{what}: {error}; see whether {service.address} is right") from error
    raise InputError(f"{what}: asked {TRIES} times; the last time: {why}; try again later")


def _ask(client: httpx.Client, address: str, query: dict[str, str], part: _Part, target: Path) -> Path | None:
    """Ask for what of a file is not there yet; the file itself, when there is one of the same length."""
    headers = {"Range": f"bytes={len(part.data)}-", "If-Range": part.etag} if part.data and part.etag else {}
    until = time.monotonic() + _SLOWEST
    with client.stream("GET", address, params=query, headers=headers) as answer:
        _understand(answer, f"{query['s']} in {query['l']}")
        begin = f"bytes {len(part.data)}-"
        if answer.status_code != httpx.codes.PARTIAL_CONTENT or not answer.headers.get("Content-Range", "").startswith(
            begin
        ):
            part.data.clear()
            for file in (target.with_name(f"{target.name}{suffix}") for suffix in (".pdf", ".docx")):
                if file.exists() and answer.headers.get("Content-Length") == str(file.stat().st_size):
                    return file
        etag = answer.headers.get("ETag", "")
        part.etag = etag if etag.startswith('"') else ""
        for chunk in answer.iter_bytes():
            part.data += chunk
            if len(part.data) > LARGEST or time.monotonic() > until:
                raise InputError(
                    f"{answer.url}: has more than {LARGEST:,} bytes or takes more than {_SLOWEST:.0f} seconds"
                )
    return None


def _understand(answer: httpx.Response, what: str) -> None:
    """Raise what an answer without a document means."""
    code = answer.status_code
    if code in _ABSENT:
        raise InputError(f"{what}: the service has no such document (status {code})")
    if code in _LATER:
        asked = answer.headers.get("Retry-After", "")
        raise _LaterError(f"status {code}", float(asked) if asked.isdigit() else 0.0)
    if not answer.is_success:
        raise InputError(f"{what}: the service refuses it (status {code})")


def _keep(data: bytes, target: Path, what: str) -> Path:
    """Write a document that is whole to its file. Raises InputError for anything else, _LaterError for half of one."""
    if pdf.claims(data):
        whole, suffix = b"%%EOF" in data[-_TAIL:], ".pdf"
    elif word.claims(data):
        whole, suffix = zipfile.is_zipfile(io.BytesIO(data)), ".docx"
    else:
        raise InputError(f"{what}: the service answers with no document, perhaps with a page that says why")
    if not whole:
        raise _LaterError("the file is cut off")
    path = target.with_name(target.name + suffix)
    write_atomically(path, data)
    return path
