"""The view of one thing: what is said of it, its context, the names of all that it links to.

The same view gives the page and every RDF form, so that what a person sees a machine can fetch.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from rdflib import Literal, URIRef
from rdflib.namespace import DCTERMS, FOAF, RDF

from a4_rdf import iris, queries
from a4_rdf.iris import Kind, Name
from a4_rdf.serve.addresses import iri_of
from a4_rdf.serve.facts import Facts
from a4_rdf.serve.labels import Labels
from a4_rdf.serve.publication import Publication
from a4_rdf.store import Bindings, Store
from a4_rdf.terms import Triple

PAGE_SIZE = 25
"""Incoming links shown at once; `queries/incoming.rq` asks for one more, to know of a next page."""

CONTEXT: Mapping[Kind, tuple[str, ...]] = {
    Kind.ORGANIZATION: ("tree",),
    Kind.UNIT: ("place", "tree", "goals"),
    Kind.PLAN: ("plan_goals",),
    Kind.OBJECTIVE: ("goals",),
    Kind.ACTIVITY: ("goals",),
    Kind.INDICATOR: ("goals",),
    Kind.GOAL: ("goals",),
    Kind.TARGET: ("goals",),
    Kind.SOURCE_ROW: ("goals",),
    Kind.DOCUMENT: ("document_rows",),
}
"""The queries whose triples belong to the description of a kind of thing, beside its own."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """The things that point here by one property: how many in all, and one page of them."""

    predicate: URIRef
    total: int
    subjects: tuple[URIRef, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a page of incoming links starts: after the IRI `after`, for one property only."""

    predicate: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """A thing as it is served; `graph` is the earlier release that alone still speaks of it."""

    iri: URIRef
    name: Name | None
    facts: Facts
    incoming: tuple[Incoming, ...]
    labels: Labels
    graph: URIRef | None = None

    @property
    def label(self) -> str:
        """Return the thing's name for people."""
        return self.labels.label(self.iri)


def exists(store: Store, iri: str) -> bool:
    """Tell whether any graph says something of a thing."""
    return store.ask(queries.load("thing_exists"), {"this": URIRef(iri)})


def view(publication: Publication, iri: str, cursor: Cursor | None = None) -> View | None:
    """Return the view of a thing, or None where no graph speaks of it."""
    this, store = URIRef(iri), publication.store
    own, graph = _own(store, this)
    if not own:
        return None
    name = iris.parse(publication.base, iri)
    asked = CONTEXT.get(name.kind, ()) if name and graph is None else ()
    context = chain.from_iterable(
        store.construct(queries.load(query), {"this": this}) for query in asked
    )
    facts = Facts((*own, *context))
    incoming = _incoming(store, this, cursor or Cursor())
    return View(this, name, facts, incoming, publication.labels, graph)


def triples(publication: Publication, view: View) -> tuple[Triple, ...]:
    """Return the description of a thing as RDF: its view, the names it needs, and its document."""
    pointing = [
        (subject, incoming.predicate, view.iri)
        for incoming in view.incoming
        for subject in incoming.subjects
    ]
    said = (*view.facts.triples, *pointing)
    named = (view.labels.triples(iri) for iri in sorted(_linked(said)))
    return (*said, *chain.from_iterable(named), *_document(publication, view))


def vocabulary(publication: Publication, iri: str) -> Facts:
    """Return all that is said of a vocabulary and its terms."""
    found = publication.store.construct(queries.load("vocabulary"), {"this": URIRef(iri)})
    return Facts(found)


def _own(store: Store, this: URIRef) -> tuple[tuple[Triple, ...], URIRef | None]:
    """Return what the current publication says of a thing, else what the last release that did."""
    if own := store.construct(queries.load("thing"), {"this": this}):
        return own, None
    for graph in store.select(queries.load("thing_graphs"), {"this": this}).column("graph"):
        if isinstance(graph, URIRef):
            bindings: Bindings = {"this": this, "graph": graph}
            return store.construct(queries.load("thing_in_graph"), bindings), graph
    return (), None


def _incoming(store: Store, this: URIRef, cursor: Cursor) -> tuple[Incoming, ...]:
    counted = store.select(queries.load("incoming_counts"), {"this": this})
    totals = {s["p"]: int(s["n"]) for s in counted if isinstance(s.get("p"), URIRef)}
    return tuple(
        _page(store, this, URIRef(predicate), total, cursor) for predicate, total in totals.items()
    )


def _page(store: Store, this: URIRef, by: URIRef, total: int, cursor: Cursor) -> Incoming:
    after = cursor.after if cursor.predicate == str(by) else ""
    bindings: Bindings = {"this": this, "p": by, "after": Literal(after)}
    found = store.select(queries.load("incoming"), bindings).column("s")
    subjects = tuple(s for s in found if isinstance(s, URIRef))
    return Incoming(by, total, subjects[:PAGE_SIZE], len(subjects) > PAGE_SIZE)


def _linked(said: Iterable[Triple]) -> set[URIRef]:
    """Return the things that a description names; its predicates are the vocabulary's business."""
    terms = chain.from_iterable((s, o) for s, _, o in said)
    return {term for term in terms if isinstance(term, URIRef)}


def _document(publication: Publication, view: View) -> tuple[Triple, ...]:
    """Return what the served document says of itself: its subject and its licence."""
    address = URIRef(iris.document_of(publication.base, view.iri))
    if address == view.iri:
        return ()
    return (
        (address, RDF.type, FOAF.Document),
        (address, FOAF.primaryTopic, view.iri),
        (address, DCTERMS.license, URIRef(publication.manifest.licence)),
        (address, DCTERMS.isPartOf, URIRef(iri_of(publication.base, "catalogo"))),
    )
