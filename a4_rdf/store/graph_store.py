"""A store that takes graphs by the SPARQL 1.1 Graph Store HTTP Protocol."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import IO
from urllib.parse import quote

import pyoxigraph as ox
from rdflib import URIRef

from a4_rdf import formats
from a4_rdf.errors import StoreError
from a4_rdf.formats import Format
from a4_rdf.store.http import Client, Reply, Request
from a4_rdf.store.rdfio import ENGINE_FORMATS
from a4_rdf.store.sending import RefusalError, complete

_ACCEPT = "application/n-triples, text/turtle;q=0.5"


@dataclass(frozen=True, slots=True)
class GraphStore:
    """The graphs of a store, at one address; graph None is the default graph.

    Every method raises StoreError where the store does not answer or refuses.
    """

    address: str
    client: Client

    def put(self, graph: URIRef | None, triples: bytes) -> None:
        """Make N-Triples the whole content of a graph."""
        self._write("PUT", graph, triples)

    def post(self, graph: URIRef | None, triples: bytes) -> None:
        """Add N-Triples to a graph."""
        self._write("POST", graph, triples)

    def delete(self, graph: URIRef | None) -> None:
        """Remove a graph; one that is not there is removed already."""
        with self._asked("DELETE", graph) as reply:
            self._expect(reply, 200, 202, 204, 404)

    @contextmanager
    def read(self, graph: URIRef | None) -> Iterator[Iterator[ox.Triple]]:
        """Yield the triples of a graph while they come, none where there is no such graph."""
        with self._asked("GET", graph, {"Accept": _ACCEPT}) as reply:
            if reply.status == 404:
                yield iter(())
                return
            self._expect(reply, 200)
            complete(self.address, reply.headers, reply.is_framed)
            fmt = formats.by_media_type(reply.headers.get_content_type()) or formats.NTRIPLES
            yield self._triples(reply.body, fmt)

    def _triples(self, body: IO[bytes], fmt: Format) -> Iterator[ox.Triple]:
        try:
            for quad in ox.parse(body, ENGINE_FORMATS[fmt.name]):
                yield quad.triple
        except (SyntaxError, ValueError) as error:
            raise StoreError(f"{self.address}: what came back is not RDF: {error}") from error

    def _write(self, method: str, graph: URIRef | None, triples: bytes) -> None:
        with self._asked(
            method, graph, {"Content-Type": formats.NTRIPLES.media_type}, triples
        ) as reply:
            self._expect(reply, 200, 201, 202, 204)

    def _asked(
        self,
        method: str,
        graph: URIRef | None,
        headers: dict[str, str] | None = None,
        body: bytes | None = None,
    ) -> AbstractContextManager[Reply]:
        which = "default" if graph is None else f"graph={quote(graph, safe='')}"
        joint = "&" if "?" in self.address else "?"
        request = Request(method, f"{self.address}{joint}{which}", headers or {}, body)
        return self.client.ask(request)

    def _expect(self, reply: Reply, *statuses: int) -> None:
        if reply.status not in statuses:
            said = reply.said() or reply.reason
            hint = "; set A4_STORE_USER and A4_STORE_PASSWORD" if reply.status == 401 else ""
            raise RefusalError(self.address, reply.status, said + hint)
