"""A query on its way to a SPARQL 1.1 endpoint: what is sent, what comes back, how that can fail."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from email.message import Message
from typing import Protocol
from urllib.parse import urlencode

from a4_rdf.errors import QueryError, StoreError
from a4_rdf.store.http import Client, Request

MAX_BYTES = 256 * 1024 * 1024
FORM = "application/x-www-form-urlencoded"


class TooLargeError(StoreError):
    """The answer is longer than was allowed."""


class IncompleteError(StoreError):
    """The endpoint said itself that its answer is only a part; `late` where it ran out of time."""

    def __init__(self, message: str, late: bool) -> None:
        super().__init__(message)
        self.late = late


class RefusalError(StoreError):
    """The endpoint answered with a status that is no success."""

    def __init__(self, address: str, status: int, said: str) -> None:
        moved = "; ask the address itself that it moved to" if 300 <= status < 400 else ""
        super().__init__(f"{address}: status {status} {said}{moved}".rstrip())
        self.status, self.said = status, said


@dataclass(frozen=True, slots=True)
class Sent:
    """A query, what it is to be answered in, and its bounds.

    Where a graph is named, the two lists are the whole dataset (SPARQL 1.1 Protocol, 2.1.4).
    """

    text: str
    accept: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    seconds: float = 30.0
    most: int = MAX_BYTES

    @property
    def parameters(self) -> tuple[tuple[str, str], ...]:
        """Return the parameters of the dataset (SPARQL 1.1 Protocol, 2.1)."""
        default = (("default-graph-uri", graph) for graph in self.default_graphs)
        named = (("named-graph-uri", graph) for graph in self.named_graphs)
        return (*default, *named)


@dataclass(frozen=True, slots=True)
class Body:
    """An answer, whole: its bytes and their media type."""

    data: bytes
    media_type: str


class Sender(Protocol):
    """Sends queries to one address."""

    @property
    def address(self) -> str:
        """Return the address, for messages."""
        ...

    def send(self, sent: Sent) -> Body:
        """Return the whole answer.

        QueryError where the endpoint says that the query is bad; StoreError where there is no
        answer, SlowStoreError where it comes too late, TooLargeError, IncompleteError.
        """
        ...

    def close(self) -> None:
        """Let go of connections."""
        ...


@dataclass(frozen=True, slots=True)
class DirectSender:
    """Sends queries by POST over connections that are kept; many threads may use it."""

    address: str
    client: Client

    def send(self, sent: Sent) -> Body:
        """Return the whole answer; see `Sender`."""
        # Virtuoso and Fuseki stop then too, and do not go on for nobody; others do not mind.
        timeout = ("timeout", str(math.ceil(1000 * sent.seconds)))
        form = urlencode((("query", sent.text), *sent.parameters, timeout)).encode("ascii")
        headers = {"Accept": sent.accept, "Content-Type": FORM}
        with self.client.ask(Request("POST", self.address, headers, form), sent.seconds) as reply:
            if reply.status == 400:
                raise QueryError(f"{self.address}: {reply.said() or 'status 400'}")
            if reply.status != 200:
                raise RefusalError(self.address, reply.status, reply.said() or reply.reason)
            complete(self.address, reply.headers, reply.is_framed)
            data = reply.read(sent.most)
            if data is None:
                raise TooLargeError(f"{self.address}: the answer exceeds {sent.most} bytes")
            return Body(data, reply.headers.get_content_type())

    def close(self) -> None:
        """Close the connections that are kept."""
        self.client.close()


def complete(address: str, headers: Message, is_framed: bool = True) -> None:
    """Raise IncompleteError where the headers of an answer under 200 say that it is a part.

    So does one that says nowhere where it ends: it may have broken off anywhere.
    Virtuoso does: `X-SQL-State` where it gave up at its own time limit, `X-SPARQL-MaxRows` where
    it cut rows.
    """
    if state := headers.get("X-SQL-State"):
        said = _ACTIVITY.sub("", headers.get("X-SQL-Message") or "").strip()
        part = f"{address}: only a part came back: {state} {said}"
        raise IncompleteError(part.rstrip(), late=True)
    if not is_framed:
        said = "it has neither a length nor chunks, so that it may be a part"
        raise IncompleteError(f"{address}: {said}", late=False)
    if rows := headers.get("X-SPARQL-MaxRows"):
        raise IncompleteError(f"{address}: only a part came back: {rows} rows", late=False)


_ACTIVITY = re.compile(r"\s*Activity:.*", re.DOTALL)
