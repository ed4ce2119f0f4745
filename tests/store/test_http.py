"""Connections to a store: kept, bounded in time, authenticated, never led elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event

import pytest

from a4_rdf.errors import StoreError, UsageError
from a4_rdf.store.challenge import NOBODY, Access
from a4_rdf.store.http import Client, Request, SlowStoreError, checked
from tests.store.endpoint import running

ME = Access("yo", "secreta")


@contextmanager
def answering(
    answer: Callable[[BaseHTTPRequestHandler], None], access: Access = NOBODY, seconds: float = 5
) -> Iterator[tuple[Client, str, list[int]]]:
    """Yield a client, the address of a server, and the ports that its clients came from."""
    ports: list[int] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def setup(self) -> None:
            super().setup()
            ports.append(self.client_address[1])

        def do_GET(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            with suppress(OSError):  # a client may have had enough
                answer(self)

        def log_message(self, *args: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.block_on_close = False
    client = Client(seconds, access)
    with running(server):
        yield client, f"http://127.0.0.1:{server.server_port}/x", ports
        client.close()


def say(handler: BaseHTTPRequestHandler, body: bytes = b"ok", status: int = 200) -> None:
    handler.send_response(status)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def get(client: Client, address: str, seconds: float | None = None) -> tuple[int, bytes | None]:
    with client.ask(Request("GET", address, {}), seconds) as reply:
        return reply.status, reply.read(1000)


def test_a_connection_serves_many_requests() -> None:
    with answering(say) as (client, address, ports):
        assert [get(client, address) for _ in range(3)] == [(200, b"ok")] * 3
        assert len(ports) == 1


def test_a_connection_that_was_hung_up_is_made_anew() -> None:
    def once(handler: BaseHTTPRequestHandler) -> None:
        say(handler)
        handler.close_connection = True  # unannounced

    with answering(once) as (client, address, ports):
        assert [get(client, address) for _ in range(2)] == [(200, b"ok")] * 2
        assert len(ports) == 2


def test_an_answer_that_is_not_read_leaves_no_connection_behind() -> None:
    with answering(lambda handler: say(handler, b"x" * 200_000)) as (client, address, ports):
        for _ in range(2):
            with client.ask(Request("GET", address, {})) as reply:
                assert reply.body.read(3) == b"xxx"
        assert len(ports) == 2


def test_more_than_asked_for_is_none() -> None:
    with answering(lambda handler: say(handler, b"x" * 1001)) as (client, address, _):
        assert get(client, address) == (200, None)


def test_an_answer_that_drips_ends_at_the_deadline() -> None:
    done = Event()

    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        while not done.wait(0.02):
            handler.wfile.write(b"x")

    with answering(drip) as (client, address, _):
        try:
            with pytest.raises(SlowStoreError, match="does not answer: timed out"):
                get(client, address, 0.2)
        finally:
            done.set()


def test_an_answer_that_breaks_off_is_none() -> None:
    def half(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        handler.wfile.write(b"x")
        handler.close_connection = True

    with (
        answering(half) as (client, address, _),
        pytest.raises(StoreError, match="does not answer"),
    ):
        get(client, address)


def test_credentials_are_sent_when_asked_for_and_then_ahead() -> None:
    seen: list[str | None] = []

    def ask(handler: BaseHTTPRequestHandler) -> None:
        seen.append(handler.headers["Authorization"])
        if seen[-1]:
            say(handler)
            return
        handler.send_response(401)
        handler.send_header("WWW-Authenticate", 'Basic realm="x"')
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    with answering(ask, ME) as (client, address, _):
        assert [get(client, address)[0] for _ in range(2)] == [200, 200]
    assert seen == [None, "Basic eW86c2VjcmV0YQ==", "Basic eW86c2VjcmV0YQ=="]


def test_a_wrong_password_is_tried_once() -> None:
    seen: list[str | None] = []

    def refuse(handler: BaseHTTPRequestHandler) -> None:
        seen.append(handler.headers["Authorization"])
        handler.send_response(401)
        handler.send_header("WWW-Authenticate", 'Basic realm="x"')
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    with answering(refuse, ME) as (client, address, _):
        assert [get(client, address)[0] for _ in range(2)] == [401, 401]
    assert [bool(one) for one in seen] == [False, True, True]


def test_nobody_is_led_elsewhere() -> None:
    def move(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(302)
        handler.send_header("Location", "http://127.0.0.1:9/")
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    with answering(move) as (client, address, _):
        assert get(client, address)[0] == 302


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("ftp://x.example/", "expected an http or https address"),
        ("http://", "expected an http or https address"),
        ("http://x.example:no/", "expected an http or https address"),
        ("http://x.example/a b", "expected an http or https address"),
        ("http://yo:secreta@x.example/", "put them in A4_STORE_USER"),
    ],
)
def test_what_is_no_address_of_a_store(address: str, said: str) -> None:
    with pytest.raises(UsageError, match=said) as caught:
        checked(address)
    assert "secreta" not in str(caught.value)
