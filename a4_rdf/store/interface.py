"""What a triple store answers: the protocol that memory, directory and endpoint fulfil.

Queries are the texts of `queries/*.rq`, run with the base IRI `{base}/`, so that they write
`PREFIX poa: <def/poa#>`. Values enter a query only as bindings of its variables to RDF terms.
A bound variable has to be in the projection of a SELECT (`SELECT ?this ?label`, and in its
GROUP BY where it groups); `DESCRIBE`, `ASK` and `CONSTRUCT` may use it anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType, TracebackType
from typing import Protocol, Self

from rdflib import BNode, Literal, URIRef

from a4_rdf.terms import Triple

Node = URIRef | BNode | Literal
Row = tuple[Node | None, ...]
Quad = tuple[URIRef, URIRef, URIRef | Literal, URIRef | None]
Bindings = Mapping[str, URIRef | Literal]

NO_BINDINGS: Bindings = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Solutions:
    """The answer to a SELECT: variable names in SELECT order, and one row of terms per solution.

    A row is parallel to `vars`; an unbound variable is None.
    """

    vars: tuple[str, ...]
    rows: tuple[Row, ...]

    def __iter__(self) -> Iterator[Mapping[str, Node]]:
        """Yield each solution as variable name → term, without its unbound variables."""
        for row in self.rows:
            yield {
                name: term for name, term in zip(self.vars, row, strict=True) if term is not None
            }

    def __len__(self) -> int:
        return len(self.rows)

    def column(self, name: str) -> tuple[Node, ...]:
        """Return the bound terms of one variable, in row order; ValueError for an unknown name."""
        at = self.vars.index(name)
        return tuple(term for row in self.rows if (term := row[at]) is not None)


class Store(Protocol):
    """A set of RDF graphs that answers SPARQL 1.1 queries; `base` has no trailing slash."""

    @property
    def base(self) -> str:
        """Return the base IRI that queries are run with."""
        ...

    def select(
        self, query: str, bindings: Bindings = NO_BINDINGS, graph: URIRef | None = None
    ) -> Solutions:
        """Return the solutions of a SELECT; QueryError if it is none, StoreError on failure.

        `graph` stands in for the default graph.
        """
        ...

    def ask(self, query: str, bindings: Bindings = NO_BINDINGS) -> bool:
        """Return the answer of an ASK; QueryError if it is none, StoreError on failure."""
        ...

    def construct(
        self, query: str, bindings: Bindings = NO_BINDINGS, graph: URIRef | None = None
    ) -> tuple[Triple, ...]:
        """Return the distinct triples of a CONSTRUCT or DESCRIBE, in no promised order.

        `graph` stands in for the default graph. Blank nodes, which our data never has, come back
        as `{base}/.well-known/genid/…` IRIs (RDF 1.1 Concepts, 3.5).
        QueryError if it is no such query, StoreError on failure.
        """
        ...

    def named_graphs(self) -> tuple[URIRef, ...]:
        """Return the names of the published graphs, in their order; StoreError on failure."""
        ...

    def close(self) -> None:
        """Let go of the store; it must not be asked again."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...
