"""Queries reach nothing: a canary listens on loopback, and is never called."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pyoxigraph as ox
import pytest

from a4_rdf.serve.sandbox import Outcome, QueryRunner
from tests.serve.sandboxes import run, unexamined

SERVICE = "SELECT * { SERVICE <http://127.0.0.1:PORT/sparql> { ?s ?p ?o } }"
ASK_SERVICE = SERVICE.replace("SELECT *", "ASK")

CALLS = {
    "service": (SERVICE, Outcome.FAILED),
    "silent": (SERVICE.replace("SERVICE", "SERVICE SILENT"), Outcome.ANSWERED),
    "escaped": (SERVICE.replace("SERVICE", "\\u0053ERVICE"), Outcome.SYNTAX),
    "variable": (
        "SELECT * { BIND(<http://127.0.0.1:PORT/sparql> AS ?at) SERVICE ?at { ?s ?p ?o } }",
        Outcome.UNSUPPORTED,
    ),
    "from": ("SELECT * FROM <http://127.0.0.1:PORT/data> { ?s ?p ?o }", Outcome.REMOTE),
    "load": ("LOAD <http://127.0.0.1:PORT/data>", Outcome.SYNTAX),
}


@pytest.fixture
def canary() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(10)
        yield listener


def aimed(text: str, canary: socket.socket) -> str:
    return text.replace("PORT", str(canary.getsockname()[1]))


def test_without_the_sandbox_the_canary_would_be_called(canary: socket.socket) -> None:
    def hang_up() -> None:
        canary.accept()[0].close()

    with ThreadPoolExecutor(1) as pool:
        called = pool.submit(hang_up)
        with pytest.raises(OSError, match=r"."):
            bool(ox.Store().query(aimed(ASK_SERVICE, canary)))
        called.result(10)


@pytest.mark.parametrize(("text", "outcome"), CALLS.values(), ids=CALLS)
def test_nothing_is_called(
    runner: QueryRunner, canary: socket.socket, text: str, outcome: Outcome
) -> None:
    assert unexamined(runner, aimed(text, canary)).outcome is outcome
    canary.setblocking(False)
    with pytest.raises(BlockingIOError):
        canary.accept()


@pytest.mark.parametrize("name", ["service", "silent", "escaped", "variable"])
def test_service_is_refused_by_name(runner: QueryRunner, name: str) -> None:
    assert run(runner, CALLS[name][0]).outcome is Outcome.SERVICE
