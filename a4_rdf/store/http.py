"""HTTP to a triple store: connections kept for the next request, bounded in time, authenticated.

Only the address that was given is asked: redirects are refused, proxies of the environment are
not used. One request takes at most `seconds`, from its first byte to the last of its answer.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from io import RawIOBase
from threading import Lock
from typing import IO, TYPE_CHECKING
from urllib.parse import urlsplit

from a4_rdf import __version__
from a4_rdf.errors import StoreError, UsageError
from a4_rdf.store.challenge import NOBODY, Access, Authorization, authorization

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

IDLE = 32
"""Connections that are kept at once; of more, the rest are closed after their request."""

STALE_SECONDS = 5.0
"""A connection that was idle for longer is not used again: the other side may just hang up."""

_CHUNK = 65_536
_SAID = 300


class SlowStoreError(StoreError):
    """The store did not answer in time."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: its status, its headers, and its body, to be read within the `with`."""

    status: int
    headers: Message
    body: IO[bytes]
    reason: str = ""
    is_framed: bool = True
    """Whether it says where it ends, so that one that breaks off is no answer."""

    def read(self, most: int) -> bytes | None:
        """Return the whole body, or None where it is longer than `most` bytes."""
        data = bytearray()
        while chunk := self.body.read(_CHUNK):
            data += chunk
            if len(data) > most:
                return None
        return bytes(data)

    def said(self) -> str:
        """Return the first words of the body on one line, for a message."""
        return " ".join(self.body.read(4 * _SAID).decode("utf-8", "replace").split())[:_SAID]


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked: method, absolute address, headers, body."""

    method: str
    address: str
    headers: Mapping[str, str]
    body: bytes | None = None


class Client:
    """Asks one host and another; may be used by many threads."""

    def __init__(self, seconds: float, access: Access = NOBODY) -> None:
        self.seconds = seconds
        self._access = access
        self._authorization: dict[str, Authorization] = {}
        self._idle: list[tuple[str, HTTPConnection, float]] = []
        self._lock = Lock()

    @contextmanager
    def ask(self, request: Request, seconds: float | None = None) -> Iterator[Reply]:
        """Yield the answer to a request; StoreError where none comes, or where it breaks off."""
        deadline = time.monotonic() + (self.seconds if seconds is None else seconds)
        with _answering(request.address, deadline):
            connection, response = self._answer(request, deadline)
            body = _Bounded(response, connection, deadline)
            try:
                framed = response.length is not None or bool(response.chunked)
                reason = response.reason
                yield Reply(response.status, response.headers, body, reason, framed)  # type: ignore[arg-type]
                # What was left unread of a short answer is read, to keep the connection.
                if response.length is not None and response.length <= _CHUNK:
                    body.read(_CHUNK)
            except BaseException:
                response.close()
                connection.close()
                raise
            self._keep(request.address, connection, response)

    def close(self) -> None:
        """Close the connections that are kept."""
        with self._lock:
            idle, self._idle = self._idle, []
        for _, connection, _ in idle:
            connection.close()

    def __del__(self) -> None:
        self.close()

    def _answer(self, request: Request, deadline: float) -> tuple[HTTPConnection, HTTPResponse]:
        """Return the answer, asked again with credentials where the other side wants them."""
        sent = self._authorization.get(_origin(request.address))
        connection, response = self._exchange(request, sent, deadline)
        if response.status != 401 or not self._access:
            return connection, response
        found = authorization(self._access, response.headers.get_all("WWW-Authenticate", []))
        if found is None or (sent is not None and not found.is_fresher(sent)):
            return connection, response
        response.close()
        connection.close()
        self._authorization[_origin(request.address)] = found
        return self._exchange(request, found, deadline)

    def _exchange(
        self, request: Request, authorized: Authorization | None, deadline: float
    ) -> tuple[HTTPConnection, HTTPResponse]:
        headers = {"User-Agent": f"a4_rdf/{__version__}", **request.headers}
        if authorized is not None:
            headers["Authorization"] = authorized.header(request.method, _target(request.address))
        kept = self._kept(request.address)
        if kept is not None:
            try:
                return kept, _exchanged(kept, request, headers, deadline)
            except (HTTPException, ConnectionError):
                kept.close()  # it was hung up meanwhile; our requests may be repeated
            except BaseException:
                kept.close()
                raise
        connection = _connection(request.address, _left(deadline))
        try:
            return connection, _exchanged(connection, request, headers, deadline)
        except BaseException:
            connection.close()
            raise

    def _kept(self, address: str) -> HTTPConnection | None:
        origin, now = _origin(address), time.monotonic()
        with self._lock:
            for at in range(len(self._idle) - 1, -1, -1):
                own, connection, since = self._idle[at]
                if now - since > STALE_SECONDS:
                    connection.close()
                    del self._idle[at]
                elif own == origin:
                    del self._idle[at]
                    return connection
        return None

    def _keep(self, address: str, connection: HTTPConnection, response: HTTPResponse) -> None:
        if response.isclosed() and not response.will_close:
            with self._lock:
                if len(self._idle) < IDLE:
                    self._idle.append((_origin(address), connection, time.monotonic()))
                    return
        response.close()
        connection.close()


def checked(address: str) -> str:
    """Return an address of a store; UsageError where it is none, or where it has a password."""
    try:
        parts = urlsplit(address)
        is_one = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_one = False
    if not is_one or not address.isascii() or any(c <= " " for c in address):
        raise UsageError(f"{address}: expected an http or https address of a SPARQL service")
    if parts.username is not None or parts.password is not None:
        raise UsageError(
            "the store's address holds credentials: put them in A4_STORE_USER and"
            " A4_STORE_PASSWORD, and leave them out of the address"
        )
    return address


class _Bounded(RawIOBase):
    """The body of an answer, each read of which ends by the deadline."""

    def __init__(self, response: HTTPResponse, connection: HTTPConnection, deadline: float) -> None:
        super().__init__()
        self._response, self._connection, self._deadline = response, connection, deadline

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer)
        data = self._read1(len(view))
        view[: len(data)] = data
        return len(data)

    def read(self, size: int = -1, /) -> bytes:
        """Return up to `size` bytes, fewer only at the end; all for a negative one."""
        data = bytearray()
        while (size < 0 or len(data) < size) and (
            chunk := self._read1(_CHUNK if size < 0 else size - len(data))
        ):
            data += chunk
        return bytes(data)

    def _read1(self, size: int) -> bytes:
        if self._connection.sock is not None:
            self._connection.sock.settimeout(_left(self._deadline))
        elif time.monotonic() > self._deadline:
            raise TimeoutError("timed out")
        if self._response.length == 0:
            self._response.close()  # read1() leaves it open; the connection can be used again
            return b""
        chunk = self._response.read1(size)
        if not chunk and self._response.length:
            raise HTTPException("the answer broke off")
        return chunk


def _exchanged(
    connection: HTTPConnection, request: Request, headers: Mapping[str, str], deadline: float
) -> HTTPResponse:
    if connection.sock is not None:
        connection.sock.settimeout(_left(deadline))
    connection.request(request.method, _target(request.address), request.body, dict(headers))
    connection.sock.settimeout(_left(deadline))
    return connection.getresponse()


def _connection(address: str, seconds: float) -> HTTPConnection:
    parts = urlsplit(address)
    make: Callable[..., HTTPConnection] = (
        HTTPSConnection if parts.scheme == "https" else HTTPConnection
    )
    return make(parts.hostname, parts.port, timeout=seconds)


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError("timed out")
    return left


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def _target(address: str) -> str:
    parts = urlsplit(address)
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


@contextmanager
def _answering(address: str, deadline: float) -> Iterator[None]:
    """Turn the ways in which a connection can fail into ours."""
    try:
        yield
    except (OSError, HTTPException) as error:
        late = isinstance(error, TimeoutError) or time.monotonic() > deadline
        reason = "timed out" if late else str(error) or type(error).__name__
        kind = SlowStoreError if late else StoreError
        raise kind(f"{address.partition('?')[0]} does not answer: {reason}") from error
