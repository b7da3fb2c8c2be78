"""HTTP to SPARQL servers: with `fetch`, the only code that asks the network, and only when a command is told a URL.

In: a URL, what to send. Out: what the server answers. Name and password of a server that wants them come from `~/.netrc`, as curl's
do. A server that has moved is not followed: what is posted to the old address would be lost on the way.
"""

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from http.client import HTTPException
from netrc import NetrcParseError, netrc
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from ontology.errors import PactgraphError

_PATIENCE = 300.0  # seconds without a byte
_TOLD = 300  # characters of what a server says is wrong


class RemoteError(PactgraphError):
    """A server that cannot be reached or refuses."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What came back: its media type without parameters, and the bytes."""

    kind: str
    body: bytes


def is_url(text: str) -> bool:
    """Whether the text is an address that `send` can be given."""
    return text.lower().startswith(("http://", "https://")) and bool(urlsplit(text).hostname)


def send(url: str, body: bytes, headers: Mapping[str, str]) -> Answered:
    """Post to a server. Raises RemoteError when it cannot be reached or answers with anything but success."""
    if not is_url(url):
        raise RemoteError(f"{url}: is no http or https URL")
    request = Request(url, body, {**headers, **_credentials(url)}, method="POST")  # noqa: S310  the scheme is seen above
    try:
        with _opener().open(request, timeout=_PATIENCE) as answer:
            return Answered(answer.headers.get_content_type(), answer.read())
    except HTTPError as error:
        raise RemoteError(f"{url}: answers {error.code} {error.reason}{_reason(error)}") from error
    except (URLError, HTTPException, OSError) as error:
        why = error.reason if isinstance(error, URLError) else error
        raise RemoteError(f"{url}: cannot be reached: {why}; is the server running?") from error


@cache
def _opener() -> OpenerDirector:
    opener = OpenerDirector()
    for handler in (ProxyHandler, HTTPHandler, HTTPSHandler, HTTPDefaultErrorHandler, HTTPErrorProcessor):
        opener.add_handler(handler())
    return opener


def _credentials(url: str) -> dict[str, str]:
    """The header of HTTP Basic authentication (RFC 7617) for a server that `~/.netrc` names."""
    try:
        found = netrc().authenticators(urlsplit(url).hostname or "")
    except FileNotFoundError:
        return {}
    except NetrcParseError as error:
        raise RemoteError(f"~/.netrc cannot be read: {error}") from error
    if not found:
        return {}
    user, _, password = found
    return {"Authorization": "Basic " + b64encode(f"{user}:{password or ''}".encode()).decode()}


def _reason(error: HTTPError) -> str:
    """What the server says is wrong, on one line; where it says to have moved, the new address."""
    moved = error.headers.get("Location")
    if moved:
        return f": it has moved to {moved}; give that address"
    said = " ".join(error.read(4 * _TOLD).decode(errors="replace").split())
    said = "".join(character for character in said if character.isprintable())[:_TOLD]
    return f": {said}" if said else ""
