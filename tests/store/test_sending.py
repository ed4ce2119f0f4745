"""A query over a kept connection: what is sent, and every way in which no whole answer comes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl

import pytest

from a4_rdf.errors import QueryError, StoreError
from a4_rdf.store.http import Client
from a4_rdf.store.sending import (
    Body,
    DirectSender,
    IncompleteError,
    RefusalError,
    Sent,
    TooLargeError,
)
from tests.store.endpoint import running

JSON = "application/sparql-results+json"
TRUE = b'{"head":{},"boolean":true}'
Form = list[tuple[str, str]]


@contextmanager
def answering(
    status: int = 200, headers: Mapping[str, str] | None = None, data: bytes = TRUE
) -> Iterator[tuple[DirectSender, Form]]:
    """Yield a sender to an endpoint with one answer, and the last form that it was sent."""
    form: Form = []
    said = {"Content-Type": JSON, "Content-Length": str(len(data))} if headers is None else headers

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            form[:] = [("Accept", self.headers["Accept"]), *parse_qsl(body)]
            self.send_response(status)
            for name, value in said.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *args: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    client = Client(5)
    with running(server):
        yield DirectSender(f"http://127.0.0.1:{server.server_port}/sparql", client), form
        client.close()


def test_a_query_goes_with_its_dataset_and_its_time() -> None:
    with answering() as (sender, form):
        found = sender.send(Sent("ASK {}", JSON, ("urn:d",), ("urn:n", "urn:m"), seconds=1.5))
    assert found == Body(TRUE, JSON)
    assert form == [
        ("Accept", JSON),
        ("query", "ASK {}"),
        ("default-graph-uri", "urn:d"),
        ("named-graph-uri", "urn:n"),
        ("named-graph-uri", "urn:m"),
        ("timeout", "1500"),
    ]


@pytest.mark.parametrize(
    ("header", "late"),
    [
        ({"X-SQL-State": "S1TAT", "X-SQL-Message": "RC...: cut. Activity: 2M rnd"}, True),
        ({"X-SPARQL-MaxRows": "10000"}, False),
        ({}, False),
    ],
)
def test_a_part_under_200_is_no_answer(header: Mapping[str, str], late: bool) -> None:
    length = {"Content-Length": str(len(TRUE))} if header else {}
    with (
        answering(headers={"Content-Type": JSON} | header | length) as (sender, _),
        pytest.raises(IncompleteError, match="part") as caught,
    ):
        sender.send(Sent("ASK {}", JSON))
    assert caught.value.late is late
    assert "Activity" not in str(caught.value)


def test_a_bad_query_a_refusal_and_a_flood() -> None:
    with (
        answering(400, data=b"line 1:\n no") as (sender, _),
        pytest.raises(QueryError, match="line 1: no"),
    ):
        sender.send(Sent("ASK {}", JSON))
    with (
        answering(503, data=b"busy") as (sender, _),
        pytest.raises(RefusalError, match="status 503 busy") as caught,
    ):
        sender.send(Sent("ASK {}", JSON))
    assert caught.value.status == 503
    with answering(301) as (sender, _), pytest.raises(StoreError, match="that it moved to"):
        sender.send(Sent("ASK {}", JSON))
    with answering() as (sender, _), pytest.raises(TooLargeError, match="exceeds 25 bytes"):
        sender.send(Sent("ASK {}", JSON, most=25))
