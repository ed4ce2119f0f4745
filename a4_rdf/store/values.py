"""One query for many things: what a CONSTRUCT says for each of several values of a variable."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rdflib import URIRef

from a4_rdf.store.binding import one_of
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

    The values are written first into its WHERE, each checked and escaped by the engine. A triple
    that two batches share comes twice.
    """
    distinct = list(dict.fromkeys(values))
    for start in range(0, len(distinct), AT_ONCE):
        batch = distinct[start : start + AT_ONCE]
        yield from store.construct(one_of(query, variable, batch), NO_BINDINGS, graph)
