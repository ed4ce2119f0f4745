"""What people try against a running server: slow and giant bodies, long lines, noise."""

from __future__ import annotations

import re
import select
import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

import pytest

from tests.serve.small import publish
from tests.serve.test_server import SECONDS, served

QUERY = "application/sparql-query"
HEAD = b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\n"
SLOW = HEAD + b"Content-Length: 100\r\n\r\nASK"
"""The head of a request whose body never comes whole."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    public = publish(tmp_path_factory.mktemp("served") / "public", "one")
    with served(public) as (process, address):
        yield address
        process.terminate()
        process.communicate(timeout=SECONDS)


@contextmanager
def connected(address: str, source: str = "127.0.0.1") -> Iterator[socket.socket]:
    port = urlsplit(address).port
    assert port is not None
    with socket.create_connection(("127.0.0.1", port), SECONDS, (source, 0)) as connection:
        yield connection


def status_of(connection: socket.socket) -> int:
    """Return the status of the answer, 0 where the server hung up without one."""
    try:
        begun = connection.recv(65536)
    except ConnectionError:
        return 0
    status = re.match(rb"HTTP/1\.1 (\d{3}) ", begun)
    return int(status[1]) if status else 0


def posted(address: str) -> int:
    asked = Request(f"{address}sparql", b"ASK {}", {"Content-Type": QUERY})
    try:
        with urlopen(asked, timeout=SECONDS) as answer:
            return int(answer.status)
    except HTTPError as error:
        with error:
            return error.code


def serves_pages(address: str) -> bool:
    with urlopen(f"{address}doc/organizacion/gad", timeout=SECONDS) as page:
        return "GAD de Ejemplo" in page.read().decode()


def test_slow_bodies_hold_up_no_page(address: str) -> None:
    """Each of two workers reads eight bodies at once, and two of one client."""
    with ExitStack() as stack:
        slow = [
            stack.enter_context(connected(address, f"127.0.0.{n % 30 + 2}")) for n in range(120)
        ]
        for connection in slow:
            connection.sendall(SLOW)
        refused = dict.fromkeys(slow)
        waiting = set(slow)
        while len(waiting) > 16:
            ready = select.select(list(waiting), [], [], SECONDS)[0]
            assert ready
            refused.update({connection: status_of(connection) for connection in ready})
            waiting.difference_update(ready)
        assert {status for status in refused.values() if status} <= {429, 503}
        assert all(serves_pages(address) for _ in range(10))
        with urlopen(f"{address}sparql?query=ASK%7B%7D", timeout=SECONDS) as answer:
            assert answer.status == 200
    assert until_answered(address)


def until_answered(address: str) -> bool:
    """Post until a place is free again; each answer takes the server's own time."""
    return any(posted(address) == 200 for _ in range(1000))


def test_a_giant_body_is_cut_off(address: str) -> None:
    megabyte = b"100000\r\n" + b"x" * (1 << 20) + b"\r\n"
    with connected(address) as connection:
        connection.sendall(HEAD + b"Transfer-Encoding: chunked\r\n\r\n")
        with pytest.raises(ConnectionError):
            for _ in range(100):
                connection.sendall(megabyte)
    with connected(address) as connection:
        connection.sendall(HEAD + b"Content-Length: 99999999999\r\n\r\n")
        assert status_of(connection) == 413
    assert serves_pages(address)


ODD = {
    "long line": (b"GET /sparql?query=" + b"x" * 100_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n", {414}),
    "long header": (b"GET / HTTP/1.1\r\nHost: x\r\nA: " + b"x" * 600_000 + b"\r\n\r\n", {0, 431}),
    "many headers": (b"GET / HTTP/1.1\r\nHost: x\r\n" + b"A: b\r\n" * 1000 + b"\r\n", {431}),
    "connect": (b"CONNECT a.example:80 HTTP/1.1\r\nHost: a.example:80\r\n\r\n", {400, 404, 405}),
    "absolute": (b"GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n", {200}),
    "null in path": (b"GET /\x00 HTTP/1.1\r\nHost: x\r\n\r\n", {0, 400}),
    "null in host": (b"GET / HTTP/1.1\r\nHost: a\x00b\r\n\r\n", {0, 400}),
    "tls": (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", {0, 400}),
    "two lengths": (
        HEAD + b"Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nASK {}",
        {400},
    ),
    "lengths differ": (
        HEAD + b"Content-Length: 6\r\nContent-Length: 60\r\n\r\nASK {}",
        {0, 400},
    ),
}
"""Requests that are none, or hardly; the statuses that may answer them, 0 for none."""


@pytest.mark.parametrize(("sent", "statuses"), ODD.values(), ids=ODD)
def test_odd_requests_end_themselves_alone(address: str, sent: bytes, statuses: set[int]) -> None:
    with connected(address) as connection:
        sender = threading.Thread(target=send_what_goes, args=(connection, sent))
        sender.start()
        assert status_of(connection) in statuses
        sender.join(SECONDS)
    assert serves_pages(address)


def send_what_goes(connection: socket.socket, data: bytes) -> None:
    try:
        connection.sendall(data)
    except OSError:  # refused before it was read whole
        return
