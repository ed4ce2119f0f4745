"""Other people's triple stores, started by the tests on loopback, each in a folder of its own."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import urlsplit

from a4_rdf import queries
from a4_rdf.store import OxigraphStore, Place, RemoteStore, open_served
from a4_rdf.store.challenge import NOBODY, Access
from a4_rdf.store.graph_store import GraphStore
from a4_rdf.store.http import Client
from a4_rdf.store.loading import Loaded, Target, load
from a4_rdf.store.sending import DirectSender
from bench import virtuoso
from tests.peers import need

SECONDS = 60.0
NAMES = ("oxigraph", "virtuoso")


@dataclass(frozen=True, slots=True)
class Engine:
    """A running store: where it is asked, where it takes graphs, and as whom."""

    name: str
    queries: str
    graphs: str
    access: Access = NOBODY
    client: Client = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "client", Client(SECONDS, self.access))

    @property
    def graph_store(self) -> GraphStore:
        return GraphStore(self.graphs, self.client)

    def target(self, base: str) -> Target:
        """Return it as `load` takes it."""
        asked = RemoteStore(
            self.queries, base, SECONDS, sender=DirectSender(self.queries, self.client)
        )
        return Target(self.graph_store, asked)

    def load(self, source: OxigraphStore, publication: str, anew: bool = False) -> Loaded:
        """Make it hold what a store holds."""
        return load(source, self.target(source.base), publication, anew=anew)

    def opened(self, base: str) -> RemoteStore:
        """Return it as a site is served from it."""
        store, _ = open_served(Place(self.queries, seconds=SECONDS), base)
        return store

    def empty(self) -> None:
        """Remove all that a test may have left."""
        found = self.target("").queries.select(queries.load("graphs"))
        for graph in found.column("graph"):
            if not str(graph).startswith(_VIRTUOSO_OWN):
                self.graph_store.delete(graph)  # type: ignore[arg-type]
        if self.name == "oxigraph":
            self.graph_store.delete(None)


@contextmanager
def started(name: str, folder: Path, settings: str = "") -> Iterator[Engine]:
    """Yield a running engine that keeps its files in a folder, and end it.

    `settings` are added to those of Virtuoso.
    """
    with _STARTS[name](folder, settings) as engine:
        yield engine
        engine.client.close()


_VIRTUOSO_OWN = (
    "http://www.openlinksw.com/",
    "http://www.w3.org/ns/ldp#",
    "http://localuriqaserver/",
    "http://www.w3.org/2002/07/owl#",
    "urn:",
    "virtrdf-label",
)


@contextmanager
def _oxigraph(folder: Path, _: str) -> Iterator[Engine]:
    (port,) = _free_ports(1)
    address = f"http://127.0.0.1:{port}"
    command = [need.oxigraph(), "serve", "--bind", f"127.0.0.1:{port}", "--location", "store"]
    with _running(command, folder, f"{address}/query"):
        yield Engine("oxigraph", f"{address}/query", f"{address}/store")


@contextmanager
def _virtuoso(folder: Path, settings: str) -> Iterator[Engine]:
    sql, http = _free_ports(2)
    text = virtuoso.settings(sql, http, ".", buffers=8000, dirty=5000) + settings
    (folder / "virtuoso.ini").write_text(text)
    address = f"http://127.0.0.1:{http}"
    command = [need.virtuoso(), "+foreground", "+configfile", "virtuoso.ini"]
    with _running(command, folder, f"{address}/sparql"):
        graphs = f"{address}/sparql-graph-crud-auth"
        yield Engine("virtuoso", f"{address}/sparql", graphs, Access("dba", "dba"))


_STARTS = {"oxigraph": _oxigraph, "virtuoso": _virtuoso}


@contextmanager
def _running(command: Sequence[str], folder: Path, address: str) -> Iterator[None]:
    """Run a server until it answers at an address and for as long as the `with` lasts."""
    folder.mkdir(parents=True, exist_ok=True)
    with (
        (folder / "output.txt").open("wb") as output,
        subprocess.Popen(command, cwd=folder, stdout=output, stderr=output) as process,
    ):
        try:
            _wait(process, address, folder)
            yield
        finally:
            process.kill()


def _wait(process: subprocess.Popen[bytes], address: str, folder: Path) -> None:
    """Ask until there is an answer; each try waits for the system, not for the clock."""
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        if _answers(address):
            return
        try:
            process.wait(0.05)
        except subprocess.TimeoutExpired:
            continue
    raise AssertionError(f"{address} does not answer: {(folder / 'output.txt').read_text()}")


def _answers(address: str) -> bool:
    parts = urlsplit(address)
    connection = HTTPConnection(str(parts.hostname), parts.port, timeout=SECONDS)
    try:
        connection.request("GET", f"{parts.path}?query=ASK%7B%7D", headers={"Accept": "*/*"})
        return connection.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def _free_ports(count: int) -> list[int]:
    sockets = [socket.socket() for _ in range(count)]
    try:
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return [int(one.getsockname()[1]) for one in sockets]
    finally:
        for one in sockets:
            one.close()
