"""A SPARQL 1.1 endpoint as a `Store`: what our queries need of it, on whichever engine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import TracebackType
from typing import Self

import pyoxigraph as ox
from rdflib import URIRef

from a4_rdf import formats, iris, queries
from a4_rdf.errors import QueryError, StoreError
from a4_rdf.store import record
from a4_rdf.store.answers import results
from a4_rdf.store.binding import bound, only_published, with_base
from a4_rdf.store.convert import from_store, triple
from a4_rdf.store.interface import NO_BINDINGS, Bindings, Solutions
from a4_rdf.store.rdfio import ENGINE_FORMATS
from a4_rdf.store.sending import MAX_BYTES, Body, Sender, Sent
from a4_rdf.store.syntax import QueryKind, query_kind
from a4_rdf.store.wrapper import WrapperSender
from a4_rdf.terms import Triple


class RemoteStore:
    """A `Store` at an http(s) address; each request is bounded in seconds and in bytes.

    `default_graph` is the graph that stands for the default graph, where the endpoint's own
    default graph is the union of all. `sender` is how queries travel; None is SPARQLWrapper's.
    """

    __slots__ = ("_sender", "base", "default_graph", "max_bytes", "seconds")

    def __init__(
        self,
        address: str,
        base: str,
        seconds: float,
        max_bytes: int = MAX_BYTES,
        sender: Sender | None = None,
        default_graph: URIRef | None = None,
    ) -> None:
        self._sender = sender or WrapperSender(address)
        self.base = base
        self.seconds = seconds
        self.max_bytes = max_bytes
        self.default_graph = default_graph

    @property
    def address(self) -> str:
        """Return where the endpoint is."""
        return self._sender.address

    def select(
        self, query: str, bindings: Bindings = NO_BINDINGS, graph: URIRef | None = None
    ) -> Solutions:
        """Return the solutions of a SELECT."""
        found = self._results(query, bindings, QueryKind.SELECT, graph)
        if not isinstance(found, ox.QuerySolutions):
            raise StoreError(f"{self.address}: expected solutions, found a boolean")
        names = tuple(variable.value for variable in found.variables)
        if missing := sorted(set(bindings) - set(names)):
            raise QueryError(f"the query has to select its bound variable ?{missing[0]}")
        with self._readable():
            rows = tuple(
                tuple(None if term is None else from_store(term) for term in solution)
                for solution in found
            )
        return Solutions(names, rows)

    def ask(self, query: str, bindings: Bindings = NO_BINDINGS) -> bool:
        """Return the answer of an ASK."""
        found = self._results(query, bindings, QueryKind.ASK)
        if not isinstance(found, ox.QueryBoolean):
            raise StoreError(f"{self.address}: expected a boolean, found solutions")
        return bool(found)

    def construct(
        self, query: str, bindings: Bindings = NO_BINDINGS, graph: URIRef | None = None
    ) -> tuple[Triple, ...]:
        """Return the distinct triples of a CONSTRUCT or DESCRIBE."""
        body = self._fetch(query, bindings, QueryKind.GRAPH, graph)
        fmt = formats.by_media_type(body.media_type) or formats.TURTLE
        with self._readable():
            quads = ox.parse(body.data, ENGINE_FORMATS[fmt.name], base_iri=f"{self.base}/")
            return tuple(dict.fromkeys(triple(quad.triple, self.base) for quad in quads))

    def ask_as_is(self, sent: Sent) -> Body:
        """Return the answer to a query of somebody else as it came; see `Sender.send`."""
        return self._sender.send(sent)

    def named_graphs(self) -> tuple[URIRef, ...]:
        """Return the graphs that `loading.load` brought there, else all that the endpoint shows."""
        found = record.read(self)
        if not found.ours:
            shown = self.select(queries.load("graphs")).column("graph")
            return tuple(sorted(graph for graph in shown if isinstance(graph, URIRef)))
        current = URIRef(iris.current_graph(self.base))
        return tuple(sorted(found.ours - {current}))

    def close(self) -> None:
        """Close the connections that are kept."""
        self._sender.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _results(
        self, query: str, bindings: Bindings, kind: QueryKind, graph: URIRef | None = None
    ) -> ox.QuerySolutions | ox.QueryBoolean:
        body = self._fetch(query, bindings, kind, graph)
        with self._readable():
            return results(body.data)

    def _fetch(self, query: str, bindings: Bindings, kind: QueryKind, graph: URIRef | None) -> Body:
        """Return the answer as it came."""
        if query_kind(query) != kind:
            raise QueryError(f"expected {_EXPECTED[kind]} query")
        base = f"{self.base}/" if self.base else ""
        text = with_base(bound(query, bindings), base)
        if self.default_graph is not None:
            text = only_published(text, iris.load_record(self.base))
        default = graph or self.default_graph
        graphs = () if default is None else (str(default),)
        return self._sender.send(
            Sent(text, _ACCEPT[kind], graphs, seconds=self.seconds, most=self.max_bytes)
        )

    @contextmanager
    def _readable(self) -> Iterator[None]:
        """Turn an answer that is not what it claims to be into a StoreError."""
        try:
            yield
        except (SyntaxError, ValueError) as error:
            raise StoreError(f"{self.address}: the answer cannot be read: {error}") from error


_RESULTS = "application/sparql-results+json"
_ACCEPT: Mapping[QueryKind, str] = {
    QueryKind.SELECT: _RESULTS,
    QueryKind.ASK: _RESULTS,
    QueryKind.GRAPH: "application/n-triples, text/turtle;q=0.9, application/rdf+xml;q=0.5",
}
_EXPECTED: Mapping[QueryKind, str] = {
    QueryKind.SELECT: "a SELECT",
    QueryKind.ASK: "an ASK",
    QueryKind.GRAPH: "a CONSTRUCT or DESCRIBE",
}
