"""The service as an ASGI application (https://asgi.readthedocs.io/): routes, limits on what comes in, headers on what goes out.

In: workers that hold the store, the explorer page. Out: a Starlette application. It answers

- `/sparql` by the SPARQL 1.1 Protocol (W3C, 2013): queries by GET, by POST of a form or of the query itself; no updates,
- `/` with the explorer page, `/health` with what is held, `/context.jsonld` with the names that JSON-LD uses,
- any other path with the thing of that path: as a page, Turtle, N-Triples, JSON-LD or RDF/XML.
"""

from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from urllib.parse import parse_qs

from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graph.export.formats.jsonld import context
from graph.service.entity import FORMS, HTML, Describe, style
from graph.service.jobs import RESULTS, TRIPLES, Query, Reply, refusal
from graph.service.negotiate import choose
from graph.service.prepared import Prepared
from graph.service.workers import Job, LimitError, Workers

LONGEST_QUERY = 2**20  # bytes
_FORM, _SPARQL = "application/x-www-form-urlencoded", "application/sparql-query"
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
# The explorer page names its own scripts in a policy of its own; this one only adds what a page cannot say of itself.
_EXPLORER = {"Content-Security-Policy": "frame-ancestors 'none'"}


class RefusedError(Exception):
    """A request that is answered with `reply` before any worker sees it."""

    def __init__(self, status: int, why: str) -> None:
        super().__init__(why)
        self.reply = refusal(status, why)


def application(workers: Workers, page: Prepared, triples: int, hosts: Sequence[str] = ("*",)) -> Starlette:
    """The service of one graph of so many triples, for requests that name one of `hosts`; `*` is any."""

    async def sparql(request: Request) -> Response:
        return await _answered(workers, await _query(request))

    async def entity(request: Request) -> Response:
        accept = request.query_params.get("form") or request.headers.get("accept", "")
        form = choose(accept, FORMS)
        if form is None:
            raise RefusedError(406, f"Things come as {', '.join(FORMS)}.")
        return await _answered(workers, Describe(request.path_params["path"], form))

    async def explorer(_: Request) -> Response:
        return Response(await page.get(), media_type=HTML, headers=_EXPLORER)

    async def health(_: Request) -> Response:
        return JSONResponse({"status": "ok", "triples": triples})

    async def vocabulary(_: Request) -> Response:
        return JSONResponse({"@context": context()}, media_type="application/ld+json")

    routes = [
        Route("/context.jsonld", vocabulary),
        Route("/", explorer),
        Route("/health", health),
        Route("/sparql", sparql, methods=["GET", "POST"]),
        Route("/{path:path}", entity),
    ]
    trusted = Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False)
    return Starlette(
        routes=routes, middleware=[Middleware(_Secured), trusted], exception_handlers={RefusedError: _refused}
    )


async def _query(request: Request) -> Query:
    """The query of a request as the protocol lets it come; what else comes with it (`format=`) is passed over."""
    sent = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    parameters = _parameters(request.url.query)
    if request.method == "POST" and sent == _SPARQL:
        parameters["query"] = [_decoded(await _body(request))]
    elif request.method == "POST" and sent == _FORM:
        parameters = _parameters(_decoded(await _body(request)))
    elif request.method == "POST":
        raise RefusedError(415, f"Post a query as {_SPARQL} or {_FORM}; updates are not taken.")
    asked = parameters.get("query", [])
    if len(asked) != 1:
        raise RefusedError(400, f"{len(asked)} queries; give one in the parameter `query`. Updates are not taken.")
    accept = request.headers.get("accept", "")
    default, named = (tuple(parameters.get(name, ())) for name in ("default-graph-uri", "named-graph-uri"))
    return Query(asked[0], choose(accept, tuple(RESULTS)), choose(accept, tuple(TRIPLES)), default, named)


async def _body(request: Request) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LONGEST_QUERY:
            raise RefusedError(413, f"A query may have {LONGEST_QUERY:,} bytes.")
    return bytes(body)


def _parameters(query: str) -> dict[str, list[str]]:
    try:
        return parse_qs(query, errors="strict", max_num_fields=100)
    except ValueError as error:
        raise RefusedError(400, f"The parameters cannot be read: {error}") from error


def _decoded(body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise RefusedError(400, f"The query is not UTF-8: {error}") from error


async def _answered(workers: Workers, job: Job) -> Response:
    try:
        return _response(await workers.run(job))
    except LimitError as error:
        return _response(refusal(503, str(error)))


async def _refused(_: Request, error: Exception) -> Response:
    return _response(error.reply if isinstance(error, RefusedError) else refusal(500, "Refused."))


def _response(reply: Reply) -> Response:
    headers = {"Vary": "Accept"}
    if reply.kind == HTML:
        digest = b64encode(sha256(style().encode()).digest()).decode()
        headers["Content-Security-Policy"] = f"default-src 'none'; style-src 'sha256-{digest}'; frame-ancestors 'none'"
    return Response(reply.body, reply.status, headers, reply.kind)


class _Secured:
    """Adds to every response the headers that it does not set itself."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, guarded)
