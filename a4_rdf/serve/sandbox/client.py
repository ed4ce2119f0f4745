"""The web worker's end of the sandbox: a query goes in, an answer comes back, always."""

from __future__ import annotations

import socket
from contextlib import suppress
from dataclasses import dataclass

from a4_rdf.serve.sandbox import query_text
from a4_rdf.serve.sandbox.messages import (
    Limits,
    Outcome,
    Presence,
    QueryAnswer,
    QueryRequest,
    Runner,
)
from a4_rdf.serve.sandbox.process import REFUSED, SOCKET
from a4_rdf.serve.sandbox.wire import receive_answer, request_frame

_GRACE_SECONDS = 5.0
_GREETING_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class QueryRunner:
    """Runs queries in the sandbox that listens on a socket; may be used by many threads."""

    socket_path: str
    limits: Limits

    def run(self, request: QueryRequest) -> QueryAnswer:
        """Return the answer to a query, or why there is none; it raises nothing."""
        if len(request.text.encode("utf-8", "surrogatepass")) > self.limits.query_bytes:
            return QueryAnswer(Outcome.LENGTH)
        refused = query_text.refusal(request.text)
        return QueryAnswer(refused) if refused else self.ask_sandbox(request)

    def presence(self) -> Presence:
        """Tell whether the sandbox listens."""
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
                connection.settimeout(_GREETING_SECONDS)
                connection.connect(self.socket_path)
        except OSError:
            return Presence(is_there=False)
        return Presence(is_there=True)

    def ask_sandbox(self, request: QueryRequest) -> QueryAnswer:
        """Return the sandbox's answer to a query that nobody has looked at."""
        seconds = self.limits.wait_seconds + self.limits.seconds + _GRACE_SECONDS
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
                connection.settimeout(seconds)
                connection.connect(self.socket_path)
                with suppress(BrokenPipeError):  # refused unread: the answer is there already
                    connection.sendall(request_frame(request))
                return receive_answer(connection)
        except OSError:
            return QueryAnswer(Outcome.UNAVAILABLE)


@dataclass(frozen=True, slots=True)
class RefusingRunner:
    """Stands in where no sandbox could be started: refuses every query with the reason."""

    reason: str
    limits: Limits

    def run(self, request: QueryRequest) -> QueryAnswer:
        """Return the refusal."""
        return QueryAnswer(Outcome.UNAVAILABLE, detail=self.reason)

    def presence(self) -> Presence:
        """Tell that queries are refused for good, and why."""
        return Presence(is_there=False, refusal=self.reason)


def connect(address: str, limits: Limits) -> Runner:
    """Return the runner for `Sandbox.address`; the connection is made with each query."""
    if address.startswith(SOCKET):
        return QueryRunner(address.removeprefix(SOCKET), limits)
    return RefusingRunner(address.removeprefix(REFUSED), limits)
