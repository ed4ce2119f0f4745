"""/sparql: the SPARQL 1.1 Protocol, queries only, each run in the sandbox.

CORS, nosniff and the answer to a preflight are those of the whole application (http.headers).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from types import MappingProxyType

from flask import Blueprint, Response, request

from a4_rdf import __version__, iris
from a4_rdf.serve.http import client, encoding, headers
from a4_rdf.serve.http.body import Bodies
from a4_rdf.serve.http.negotiation import best
from a4_rdf.serve.http.representations import HTML, RDF_FORMS, choose
from a4_rdf.serve.sandbox import MediaTypes, Outcome, QueryAnswer, QueryRequest, Runner
from a4_rdf.serve.sandbox.query_text import is_volatile
from a4_rdf.serve.sparql import description, problems, protocol
from a4_rdf.serve.sparql.problems import Problem, RefusedError
from a4_rdf.serve.sparql.protocol import Asked
from a4_rdf.store import rdfio
from a4_rdf.store.protocol import GRAPH_FORMATS, RESULT_FORMATS
from a4_rdf.store.syntax import QueryKind

PATH = "/sparql"
METHODS = ("GET", "HEAD", "OPTIONS", "POST")
_REFUSED_METHODS = ("DELETE", "PATCH", "PUT")

OFFERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        QueryKind.SELECT: tuple(RESULT_FORMATS),
        QueryKind.ASK: tuple(RESULT_FORMATS),
        QueryKind.GRAPH: tuple(GRAPH_FORMATS),
    }
)
"""The media types of each kind of result, the default first."""

_CSV = "text/csv"
_DOWNLOADS = {_CSV: "resultado.csv", "text/tab-separated-values": "resultado.tsv"}


@dataclass(frozen=True, slots=True)
class Dataset:
    """What is published now: the base of its IRIs, its digest, how its named graphs are found."""

    base: str
    digest: str
    graphs: Callable[[], tuple[str, ...]] = tuple


def blueprint(runner: Runner, published: Callable[[], Dataset], query_page: str = "") -> Blueprint:
    """Return the routes of the endpoint.

    `runner` answers the queries; `published` is asked with each request; `query_page` is the path
    of the page where people write queries, to which browsers are sent, if there is one.
    """
    bodies = Bodies(of_one_client=runner.limits.per_client)
    endpoint = Endpoint(runner, published, query_page, bodies)
    routes = Blueprint("sparql", __name__)
    routes.add_url_rule(
        PATH,
        view_func=endpoint.respond,
        endpoint="endpoint",
        methods=[*METHODS, *_REFUSED_METHODS],
        provide_automatic_options=False,
    )
    return routes


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Answers the requests to /sparql."""

    runner: Runner
    published: Callable[[], Dataset]
    query_page: str
    bodies: Bodies

    def respond(self) -> Response:
        """Return the answer to the current request."""
        try:
            response = self._respond()
        except RefusedError as error:
            response = error.problem.response()
        headers.vary_by_accept(response)
        if response.status_code == 405 or request.method == "OPTIONS":
            response.headers["Allow"] = ", ".join(METHODS)
        if response.status_code == 415 or request.method == "OPTIONS":
            types = (protocol.QUERY, protocol.FORM)
            response.headers["Accept-Post"] = ", ".join(types)
        return response

    def _respond(self) -> Response:
        if request.method == "OPTIONS":
            return Response(status=204)
        if request.method not in METHODS:
            detail = f"Se espera {', '.join(METHODS)}."
            raise RefusedError(Problem(405, "method-not-allowed", "Aquí solo se lee", detail))
        asked = protocol.read(request, self.runner.limits, self.bodies)
        return self._describe() if asked is None else self._query(asked)

    def _query(self, asked: Asked) -> Response:
        published = self.published()
        media_types = _wanted(request.headers.get("Accept"), asked)
        keeps = request.method != "POST" and not is_volatile(asked.text)
        if keeps and self._is_known(_etag(published.digest, asked, media_types)):
            return Response(status=304, headers=_caching(published.digest, asked, media_types))
        answer = self.runner.run(
            QueryRequest(
                asked.text,
                iris.root(published.base),
                asked.default_graphs,
                asked.named_graphs,
                media_types,
                client=client.key(request.remote_addr),
                spreadsheet=asked.spreadsheet,
                gzip=encoding.is_accepted(),
            )
        )
        if answer.outcome is not Outcome.ANSWERED:
            raise RefusedError(problems.of_answer(answer, self.runner.limits, OFFERS))
        response = _result(answer)
        if keeps:
            response.headers.update(_caching(answer.digest, asked, media_types))
            response.make_conditional(request)
        return response

    def _is_known(self, etag: str) -> bool:
        """Tell whether the client holds the answer; who holds it has seen the query succeed."""
        known = request.if_none_match
        return not known.star_tag and known.contains_weak(etag)

    def _describe(self) -> Response:
        published = self.published()
        offers = (*RDF_FORMS, HTML) if self.query_page else RDF_FORMS
        chosen = choose(request.headers.get("Accept"), offers)
        if chosen is None:
            types = tuple(offer.media_type for offer in offers)
            raise RefusedError(problems.not_acceptable(types))
        if chosen.format is None:
            return _see_other(self.query_page)
        triples = description.describe(
            published.base, iris.endpoint(published.base), published.graphs()
        )
        body = rdfio.write(triples, chosen.format, published.base)
        response = Response(body, content_type=chosen.content_type)
        headers.set_validators(response, sha256(body).hexdigest()[:32], None)
        response.make_conditional(request)
        return response


def _wanted(accept: str | None, asked: Asked) -> MediaTypes:
    """Return the media type for each kind of result; RefusedError where none is acceptable.

    Who asks for a spreadsheet takes CSV, whatever a browser says that it accepts.
    """
    if asked.spreadsheet:
        return MediaTypes(_CSV, _CSV, "")
    result, graph = best(accept, tuple(RESULT_FORMATS)), best(accept, tuple(GRAPH_FORMATS))
    if result is None and graph is None:
        types = (*RESULT_FORMATS, *GRAPH_FORMATS)
        raise RefusedError(problems.not_acceptable(types))
    return MediaTypes(result or "", result or "", graph or "")


def _result(answer: QueryAnswer) -> Response:
    charset = "; charset=utf-8" if answer.media_type.startswith("text/") else ""
    response = Response(answer.body, content_type=answer.media_type + charset)
    response.headers["Cache-Control"] = "no-store"
    if answer.encoding:
        response.headers["Content-Encoding"] = answer.encoding
    if answer.media_type in _DOWNLOADS:
        # Values stay as they are, so a formula in them does too: never opened from the browser.
        name = _DOWNLOADS[answer.media_type]
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _caching(digest: str, asked: Asked, media_types: MediaTypes) -> dict[str, str]:
    return {
        "ETag": f'"{_etag(digest, asked, media_types)}"',
        "Cache-Control": "public, no-cache",
    }


def _etag(digest: str, asked: Asked, media_types: MediaTypes) -> str:
    """Return a strong entity tag: the engine writes the same bytes for the same of all these."""
    parts = (__version__, digest, repr(asked), repr(media_types))
    return encoding.tag(sha256("\x1f".join(parts).encode()).hexdigest()[:32])


def _see_other(path: str) -> Response:
    response = Response(status=303)
    response.headers["Location"] = f"{request.script_root}{path}"
    return response
