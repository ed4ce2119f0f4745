"""The view of one thing: what is said of it, its context, the names of all that it links to.

The same view gives the page and every RDF form, so that what a person sees a machine can fetch.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from rdflib import Literal, URIRef
from rdflib.namespace import DCTERMS, FOAF, RDF

from a4_rdf import iris, queries, terms
from a4_rdf.iris import Kind, Name
from a4_rdf.serve import history
from a4_rdf.serve.facts import Facts
from a4_rdf.serve.history import Spoken
from a4_rdf.serve.labels import Labels
from a4_rdf.serve.manifest import Manifest, ReleaseEntry
from a4_rdf.serve.publication import Publication
from a4_rdf.store import Bindings, Store, construct_each
from a4_rdf.terms import Triple

PAGE_SIZE = 25
"""Incoming links shown at once; `queries/incoming.rq` asks for one more, to know of a next page."""

ROWS_SHOWN = 200
"""Rows of a document shown at once."""

Told = tuple[tuple[Triple, ...], URIRef | None, ReleaseEntry | None]
"""What is said of a thing, the graph that says it, None for what holds now, and its release."""

CONTEXT: Mapping[Kind, tuple[str, ...]] = {
    Kind.ORGANIZATION: ("tree",),
    Kind.UNIT: ("place", "tree", "goals"),
    Kind.OBJECTIVE: ("goals",),
    Kind.ACTIVITY: ("goals",),
    Kind.INDICATOR: ("goals",),
    Kind.GOAL: ("goals",),
    Kind.TARGET: ("goals",),
    Kind.SOURCE_ROW: ("goals", "source_row"),
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
class Rows:
    """One page of a document's rows: how many in all, the numbers where its neighbours begin."""

    total: int
    first: int
    last: int
    previous: int | None = None
    next: int | None = None


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a page starts: incoming links by one property after the IRI `after`, rows at `row`."""

    predicate: str = ""
    after: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True)
class View:
    """A thing as it is served.

    `release` is the one whose words the view shows, None for what no release says; `graph` is the
    one that has them, None where it is what holds now. `spoken` are all releases that speak of
    the thing, the latest first; `is_memento` tells that one of them was asked for by its date.
    """

    iri: URIRef
    name: Name | None
    facts: Facts
    incoming: tuple[Incoming, ...]
    labels: Labels
    release: ReleaseEntry | None = None
    graph: URIRef | None = None
    rows: Rows | None = None
    spoken: tuple[Spoken, ...] = ()
    is_memento: bool = False

    @property
    def label(self) -> str:
        """Return the thing's name for people."""
        return self.labels.label(self.iri)


def exists(store: Store, iri: str) -> bool:
    """Tell whether any graph says something of a thing."""
    return store.ask(queries.load("thing_exists"), {"this": URIRef(iri)})


def view(
    publication: Publication,
    iri: str,
    cursor: Cursor | None = None,
    spoken: tuple[Spoken, ...] = (),
    day: date | None = None,
) -> View | None:
    """Return the view of a thing, its names looked up, or None where no graph speaks of it.

    `spoken` are the releases that speak of the thing; with a `day` the view is what the release
    of that day says.
    """
    this, store, cursor = URIRef(iri), publication.store, cursor or Cursor()
    told = _told(publication, this, spoken, day)
    if told is None:
        return None
    own, graph, entry = told
    name = iris.parse(publication.base, iri)
    asked = CONTEXT.get(name.kind, ()) if name else ()
    context = [store.construct(queries.load(query), {"this": this}, graph) for query in asked]
    rows = None
    if name and name.kind is Kind.DOCUMENT:
        rows, shown = _rows(store, this, cursor.row, graph)
        context.append(
            tuple(construct_each(store, queries.load("source_row"), "this", shown, graph))
        )
    facts = Facts((*own, *chain.from_iterable(context)))
    found = View(
        iri=this,
        name=name,
        facts=facts,
        incoming=_incoming(store, this, cursor, graph),
        labels=publication.labels.within(graph) if graph else publication.labels,
        release=entry or _release(publication.manifest, name),
        graph=graph,
        rows=rows,
        spoken=spoken,
        is_memento=day is not None,
    )
    found.labels.learn(_shown(found))
    return found


def triples(publication: Publication, view: View) -> tuple[Triple, ...]:
    """Return the description of a thing as RDF: its view, the names it needs, and its document."""
    said = (*view.facts.triples, *_pointing(view))
    named = (view.labels.triples(iri) for iri in sorted(linked(said)))
    return (*said, *chain.from_iterable(named), *_document(publication, view))


def vocabulary(publication: Publication, iri: str) -> Facts:
    """Return all that is said of a vocabulary and its terms."""
    found = publication.store.construct(queries.load("vocabulary"), {"this": URIRef(iri)})
    return Facts(found)


def goal_counts(
    store: Store, query: str, this: URIRef, graph: URIRef | None = None
) -> dict[URIRef, int]:
    """Return how many goals each unit declared by `goal_counts` or `plan_units`."""
    found = store.select(queries.load(query), {"this": this}, graph)
    pairs = zip(found.column("unit"), found.column("goals"), strict=True)
    return {unit: int(goals) for unit, goals in pairs if isinstance(unit, URIRef)}


def _told(
    publication: Publication, this: URIRef, spoken: tuple[Spoken, ...], day: date | None
) -> Told | None:
    """Return what the release of a day says; without a day what holds now, else what did last."""
    store = publication.store
    if day is None and _is_described(
        own := store.construct(queries.load("thing"), {"this": this}), spoken
    ):
        return own, None, None
    for one in spoken:
        if day in (None, one.entry.date):
            return _in_graph(store, this, one.graph), one.graph, one.entry
    if day is None:
        for graph in history.graphs(publication, this)[:1]:
            return _in_graph(store, this, graph), graph, publication.manifest.in_graph(str(graph))
    return None


def _is_described(own: tuple[Triple, ...], spoken: tuple[Spoken, ...]) -> bool:
    """Tell whether triples describe a thing, not only how a later release speaks of its end."""
    return bool(own) and (not spoken or any(p == RDF.type for _, p, _ in own))


def _in_graph(store: Store, this: URIRef, graph: URIRef) -> tuple[Triple, ...]:
    return store.construct(queries.load("thing"), {"this": this}, graph)


def _release(manifest: Manifest, name: Name | None) -> ReleaseEntry | None:
    """Return the release that a page of what holds now is about: of its date, else the latest."""
    parts = dict(name.parts) if name else {}
    if "org" not in parts:
        return None
    if "date" in parts:
        return manifest.dated(parts["org"], parts["date"])
    return manifest.latest(parts["org"])


def _rows(
    store: Store, document: URIRef, start: int, graph: URIRef | None
) -> tuple[Rows, tuple[URIRef, ...]]:
    """Return the page of a document's rows that begins at a row number, and its rows."""
    found = store.select(queries.load("document_rows"), {"this": document}, graph)
    numbered = [
        (int(number), row)
        for row, number in zip(found.column("row"), found.column("number"), strict=True)
        if isinstance(row, URIRef)
    ]
    numbers = [number for number, _ in numbered]
    at = bisect_left(numbers, start)
    page = numbered[at : at + ROWS_SHOWN]
    rows = Rows(
        total=len(numbers),
        first=page[0][0] if page else 0,
        last=page[-1][0] if page else 0,
        previous=numbers[max(0, at - ROWS_SHOWN)] if at else None,
        next=numbers[at + ROWS_SHOWN] if at + ROWS_SHOWN < len(numbers) else None,
    )
    return rows, tuple(row for _, row in page)


def _incoming(
    store: Store, this: URIRef, cursor: Cursor, graph: URIRef | None
) -> tuple[Incoming, ...]:
    found = store.select(queries.load("incoming_counts"), {"this": this}, graph)
    totals = {s["p"]: int(s["n"]) for s in found if isinstance(s.get("p"), URIRef)}
    return tuple(
        _page(store, this, Incoming(URIRef(by), total, (), more=False), cursor, graph)
        for by, total in totals.items()
    )


def _page(
    store: Store, this: URIRef, counted: Incoming, cursor: Cursor, graph: URIRef | None
) -> Incoming:
    by = counted.predicate
    after = cursor.after if cursor.predicate == str(by) else ""
    bindings: Bindings = {"this": this, "p": by, "after": Literal(after)}
    found = store.select(queries.load("incoming"), bindings, graph).column("s")
    subjects = tuple(s for s in found if isinstance(s, URIRef))
    return replace(counted, subjects=subjects[:PAGE_SIZE], more=len(subjects) > PAGE_SIZE)


def _pointing(view: View) -> list[Triple]:
    return [
        (subject, incoming.predicate, view.iri)
        for incoming in view.incoming
        for subject in incoming.subjects
    ]


def _shown(view: View) -> set[URIRef]:
    """Return what a page about a view shows by its name, the properties too."""
    own = (p for s, p, _ in view.facts.triples if s == view.iri)
    by = (incoming.predicate for incoming in view.incoming)
    return {*linked((*view.facts.triples, *_pointing(view))), *own, *by}


def linked(said: Iterable[Triple]) -> set[URIRef]:
    """Return the things that a description names; its predicates are the vocabulary's business."""
    terms = chain.from_iterable((s, o) for s, _, o in said)
    return {term for term in terms if isinstance(term, URIRef)}


def _document(publication: Publication, view: View) -> tuple[Triple, ...]:
    """Return what the served document says of itself: its subject and its licence."""
    undated = URIRef(iris.document_of(publication.base, view.iri))
    if undated == view.iri:
        return ()
    address, dated = undated, tuple[Triple, ...]()
    if view.is_memento and view.release:
        address = URIRef(history.permalink(publication.base, view.iri, view.release))
        dated = (
            (address, DCTERMS.isVersionOf, undated),
            (address, DCTERMS.issued, terms.day(view.release.date)),
            (address, DCTERMS.source, URIRef(view.release.dataset)),
        )
    return (
        (address, RDF.type, FOAF.Document),
        (address, FOAF.primaryTopic, view.iri),
        (address, DCTERMS.license, URIRef(publication.manifest.licence)),
        (address, DCTERMS.isPartOf, URIRef(iris.mint(publication.base, Kind.CATALOGUE))),
        *dated,
    )
