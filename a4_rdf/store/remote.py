"""A SPARQL 1.1 endpoint as a `Store`, through SPARQLWrapper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPException
from types import TracebackType
from typing import Any, Self
from urllib.error import HTTPError, URLError

import pyoxigraph as ox
from rdflib import Literal, URIRef
from SPARQLWrapper import SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed, SPARQLWrapperException

from a4_rdf import formats
from a4_rdf.errors import QueryError, StoreError
from a4_rdf.store.convert import from_store, to_engine, triple
from a4_rdf.store.interface import NO_BINDINGS, Bindings, Solutions
from a4_rdf.store.rdfio import ENGINE_FORMATS
from a4_rdf.store.syntax import QueryKind, query_kind
from a4_rdf.terms import Triple

MAX_BYTES = 256 * 1024 * 1024


class RemoteStore:
    """A `Store` at an http(s) address; each request is bounded in seconds and in bytes."""

    __slots__ = ("address", "base", "max_bytes", "seconds")

    def __init__(self, address: str, base: str, seconds: float, max_bytes: int = MAX_BYTES) -> None:
        self.address = address
        self.base = base
        self.seconds = seconds
        self.max_bytes = max_bytes

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
        data, media_type = self._fetch(query, bindings, QueryKind.GRAPH, graph)
        fmt = formats.by_media_type(media_type) or formats.TURTLE
        with self._readable():
            quads = ox.parse(data, ENGINE_FORMATS[fmt.name], base_iri=f"{self.base}/")
            return tuple(dict.fromkeys(triple(quad.triple, self.base) for quad in quads))

    def close(self) -> None:
        """Do nothing: no connection outlives its request."""

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
        data, _ = self._fetch(query, bindings, kind, graph)
        with self._readable():
            return ox.parse_query_results(data, ox.QueryResultsFormat.JSON)

    def _fetch(
        self, query: str, bindings: Bindings, kind: QueryKind, graph: URIRef | None
    ) -> tuple[bytes, str]:
        """Return the body of the answer and its media type."""
        if query_kind(query) != kind:
            raise QueryError(f"expected {_EXPECTED[kind]} query")
        request = SPARQLWrapper(self.address)
        request.setMethod("POST")
        request.setOnlyConneg(True)
        request.setReturnFormat("json" if kind != QueryKind.GRAPH else "turtle")
        request.addCustomHttpHeader("Accept", _ACCEPT[kind])
        # setTimeout() would make 0.5 seconds 0, which is no bound at all.
        request.timeout = self.seconds  # type: ignore[assignment]
        if graph is not None:
            request.addParameter("default-graph-uri", graph)
        base = f"BASE <{self.base}/> " if self.base else ""
        request.setQuery(f"{base}{query}{_values(bindings)}")
        with self._answering():
            return self._read(request.query().response)

    def _read(self, response: Any) -> tuple[bytes, str]:
        with response:
            data: bytes = response.read(self.max_bytes + 1)
            if len(data) > self.max_bytes:
                raise StoreError(f"{self.address}: the answer exceeds {self.max_bytes} bytes")
            return data, response.headers.get_content_type()

    @contextmanager
    def _answering(self) -> Iterator[None]:
        """Turn the ways in which an endpoint can fail into ours."""
        try:
            yield
        except QueryBadFormed as error:
            raise QueryError(f"{self.address}: {_reason(error)}") from error
        except SPARQLWrapperException as error:
            raise StoreError(f"{self.address}: {_reason(error)}") from error
        except HTTPError as error:
            with error:
                raise StoreError(f"{self.address}: status {error.code} {error.reason}") from error
        except URLError as error:
            raise StoreError(f"{self.address} does not answer: {error.reason}") from error
        except (OSError, HTTPException) as error:
            reason = str(error) or type(error).__name__
            raise StoreError(f"{self.address} does not answer: {reason}") from error

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


def _values(bindings: Mapping[str, URIRef | Literal]) -> str:
    """Return the VALUES clause that binds variables (SPARQL 1.1, 10.2.2), empty for none.

    The engine's terms check and escape what goes into it; a name has to be a plain word.
    """
    if not bindings:
        return ""
    for name in bindings:
        if not (name.isascii() and name.isidentifier()):
            raise QueryError(f"not the name of a variable: {name!r}")
    names = " ".join(f"?{name}" for name in bindings)
    terms = " ".join(str(to_engine(term)) for term in bindings.values())
    return f"\nVALUES ({names}) {{ ({terms}) }}"


def _reason(error: SPARQLWrapperException) -> str:
    """Return an endpoint's own words on one line, or the exception's where it said nothing."""
    return " ".join(str(error).split())[:300]
