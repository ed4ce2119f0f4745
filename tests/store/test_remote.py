"""How an endpoint can fail, and what a query sent to one looks like."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event
from urllib.parse import parse_qs

import pytest
from rdflib import Literal, URIRef
from rdflib.namespace import XSD

from a4_rdf.errors import QueryError, StoreError
from a4_rdf.store import RemoteStore
from tests.store.endpoint import running

BASE = "https://datos.ejemplo.ec"
JSON = "application/sparql-results+json"


@contextmanager
def answering(
    status: int,
    media_type: str,
    data: bytes,
    seen: Callable[[BaseHTTPRequestHandler, str], object] | None = None,
) -> Iterator[str]:
    """Yield the address of an endpoint that gives one answer to everything."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
            if seen:
                seen(self, form["query"][0])
            self.send_response(status)
            self.send_header("Content-Type", media_type)
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *args: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    with running(server):
        yield f"http://127.0.0.1:{server.server_port}/sparql"


def test_without_a_base_of_ours_the_query_goes_as_it_is() -> None:
    sent: list[str] = []
    data = b'{"head":{},"boolean":true}'
    with answering(200, JSON, data, lambda _, query: sent.append(query)) as address:
        assert RemoteStore(address, "", 5).ask("ASK { ?a a <def/poa#Goal> }")
    assert sent == ["ASK { ?a a <def/poa#Goal> }"]


def test_a_query_is_sent_with_base_bindings_and_accept() -> None:
    sent = []
    data = b'{"head":{"vars":["a","b"]},"results":{"bindings":[]}}'
    with answering(200, JSON, data, lambda h, q: sent.append((h.headers["Accept"], q))) as address:
        RemoteStore(address, BASE, 5).select(
            "SELECT ?a ?b { ?a ?p ?b } # all",
            {"a": URIRef(f"{BASE}/id/x"), "b": Literal('1"0', datatype=XSD.decimal)},
        )
    assert sent == [
        (
            JSON,
            f'BASE <{BASE}/> SELECT (<{BASE}/id/x> AS ?a) ("1\\"0"^^<{XSD.decimal}> AS ?b)'
            f' {{ <{BASE}/id/x> ?p "1\\"0"^^<{XSD.decimal}> }} # all',
        )
    ]


def test_no_bound_name_or_term_can_change_a_query() -> None:
    store = RemoteStore("http://127.0.0.1:1/", BASE, 5)
    with pytest.raises(QueryError, match="not the name of a variable"):
        store.ask("ASK {}", {"a) {}} #": Literal("x")})
    with pytest.raises(ValueError, match="IRI"):
        store.ask("ASK {}", {"a": URIRef("x> } #")})


def test_nobody_there() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}/"
    with pytest.raises(StoreError, match="does not answer"):
        RemoteStore(address, BASE, 5).ask("ASK {}")


def test_an_endpoint_that_keeps_silent_is_given_up() -> None:
    done = Event()
    with answering(200, JSON, b"", lambda h, q: done.wait(10)) as address:
        try:
            with pytest.raises(StoreError, match="does not answer: timed out"):
                RemoteStore(address, BASE, 0.05).ask("ASK {}")
        finally:
            done.set()


@pytest.mark.parametrize("status", [401, 403, 404, 429, 500, 503])
def test_a_refusal_is_a_store_error(status: int) -> None:
    with answering(status, "text/plain", b"no") as address, pytest.raises(StoreError) as caught:
        RemoteStore(address, BASE, 5).ask("ASK {}")
    assert str(caught.value).startswith(f"{address}: ")
    assert "\n" not in str(caught.value)


def test_a_bad_request_is_a_query_error() -> None:
    with (
        answering(400, "text/plain", b"line 1") as address,
        pytest.raises(QueryError, match="line 1"),
    ):
        RemoteStore(address, BASE, 5).ask("ASK {}")


@pytest.mark.parametrize("data", [b"<html>", b'{"head":{"vars":["a"]}', b""])
def test_an_answer_that_is_no_result_is_a_store_error(data: bytes) -> None:
    with answering(200, JSON, data) as address, pytest.raises(StoreError, match="cannot be read"):
        RemoteStore(address, BASE, 5).select("SELECT ?a {}")


def test_a_boolean_is_no_solution_and_the_reverse() -> None:
    with (
        answering(200, JSON, b'{"head":{},"boolean":true}') as address,
        pytest.raises(StoreError, match="expected solutions"),
    ):
        RemoteStore(address, BASE, 5).select("SELECT ?a {}")
    data = b'{"head":{"vars":["a"]},"results":{"bindings":[]}}'
    with (
        answering(200, JSON, data) as address,
        pytest.raises(StoreError, match="expected a boolean"),
    ):
        RemoteStore(address, BASE, 5).ask("ASK {}")


def test_an_answer_is_bounded_in_bytes() -> None:
    data = b'{"head":{},"boolean":true}'
    with answering(200, JSON, data) as address:
        assert RemoteStore(address, BASE, 5, max_bytes=len(data)).ask("ASK {}")
        with pytest.raises(StoreError, match="exceeds 25 bytes"):
            RemoteStore(address, BASE, 5, max_bytes=25).ask("ASK {}")


@pytest.mark.parametrize(
    ("media_type", "data"),
    [
        ("text/turtle; charset=utf-8", b"<id/x> <def/poa#p> 1 ."),
        (
            "application/n-triples",
            f'<{BASE}/id/x> <{BASE}/def/poa#p> "1"^^<{XSD.integer}> .'.encode(),
        ),
    ],
)
def test_a_graph_is_read_by_its_media_type(media_type: str, data: bytes) -> None:
    with answering(200, media_type, data) as address:
        found = RemoteStore(address, BASE, 5).construct("CONSTRUCT WHERE { ?s ?p ?o }")
    assert found == ((URIRef(f"{BASE}/id/x"), URIRef(f"{BASE}/def/poa#p"), Literal(1)),)
