"""One query for many things: what a CONSTRUCT says for each of several values of a variable."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rdflib import URIRef

from a4_rdf.store.convert import to_engine
from a4_rdf.store.interface import NO_BINDINGS, Store
from a4_rdf.terms import Triple

AT_ONCE = 4096
"""Values of one query; more of them make a second."""


def construct_each(
    store: Store,
    query: str,
    variable: str,
    values: Iterable[URIRef],
    graph: URIRef | None = None,
) -> Iterator[Triple]:
    """Yield what a CONSTRUCT says with the variable bound to each of the values in turn.

    The query has no VALUES at its end: they are written there (SPARQL 1.1, 10.2.2), each checked
    and escaped by the engine. A triple that two batches share comes twice.
    """
    distinct = list(dict.fromkeys(values))
    for start in range(0, len(distinct), AT_ONCE):
        terms = " ".join(str(to_engine(value)) for value in distinct[start : start + AT_ONCE])
        clause = f"\nVALUES ?{variable} {{ {terms} }}"
        yield from store.construct(query + clause, NO_BINDINGS, graph)
