"""What points at a thing: counted by property, named page by page in IRI order."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rdflib import Literal, URIRef

from a4_rdf import queries
from a4_rdf.store import Bindings, Store

PAGE_SIZE = 25
"""Incoming links shown at once; `queries/incoming.rq` asks for one more, to know of a next page."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """The things that point here by one property: how many in all, and one page of them."""

    predicate: URIRef
    total: int
    subjects: tuple[URIRef, ...]
    more: bool


def incoming(
    store: Store, this: URIRef, by: str = "", after: str = "", graph: URIRef | None = None
) -> tuple[Incoming, ...]:
    """Return what points at a thing, in the order of the properties.

    The page of the property `by` begins after the IRI `after`, those of all others at their start.
    """
    found = store.select(queries.load("incoming_counts"), {"this": this}, graph)
    totals = {s["p"]: int(s["n"]) for s in found if isinstance(s.get("p"), URIRef)}
    counted = (Incoming(URIRef(p), total, (), more=False) for p, total in totals.items())
    return tuple(
        _page(store, this, one, after if by == str(one.predicate) else "", graph) for one in counted
    )


def _page(
    store: Store, this: URIRef, counted: Incoming, after: str, graph: URIRef | None
) -> Incoming:
    bindings: Bindings = {"this": this, "p": counted.predicate, "after": Literal(after)}
    found = store.select(queries.load("incoming"), bindings, graph).column("s")
    subjects = tuple(s for s in found if isinstance(s, URIRef))
    return replace(counted, subjects=subjects[:PAGE_SIZE], more=len(subjects) > PAGE_SIZE)
