"""A SPARQL endpoint on loopback, as small as the tests of the remote store need."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import cast
from urllib.parse import parse_qs

import pyoxigraph as ox


class Endpoint(ThreadingHTTPServer):
    """Answers SPARQL queries that are posted to it, from an engine in memory."""

    daemon_threads = False

    def __init__(self, engine: ox.Store) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.engine = engine

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/sparql"


class Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        try:
            found = cast(Endpoint, self.server).engine.query(form["query"][0])
        except SyntaxError as error:
            self.answer(400, "text/plain", str(error).encode())
            return
        if isinstance(found, ox.QueryTriples):
            self.answer(
                200, "application/n-triples", found.serialize(format=ox.RdfFormat.N_TRIPLES)
            )
        else:
            data = found.serialize(format=ox.QueryResultsFormat.JSON)
            self.answer(200, "application/sparql-results+json", data)

    def answer(self, status: int, media_type: str, data: bytes | None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.end_headers()
        self.wfile.write(data or b"")

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@contextmanager
def running(server: ThreadingHTTPServer) -> Iterator[None]:
    """Serve in a thread until the `with` ends, and close all that was opened."""
    with server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield
        finally:
            server.shutdown()
            thread.join()
