"""The view of one thing: what is said of it, its context, the names of all that it links to.

The same view gives the page and every RDF form, so that what a person sees a machine can fetch.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from rdflib import URIRef
from rdflib.namespace import RDF

from a4_rdf import iris, queries
from a4_rdf.iris import Kind, Name
from a4_rdf.serve import history
from a4_rdf.serve.facts import Facts
from a4_rdf.serve.history import Spoken
from a4_rdf.serve.incoming import Incoming, incoming
from a4_rdf.serve.labels import Labels
from a4_rdf.serve.manifest import Manifest, ReleaseEntry
from a4_rdf.serve.publication import Publication
from a4_rdf.serve.rows import Page, Rows, document_rows, goal_rows
from a4_rdf.store import Store, construct_each
from a4_rdf.terms import Triple

Told = tuple[tuple[Triple, ...], URIRef | None, ReleaseEntry | None]
"""What is said of a thing, the graph that says it, None for what holds now, and its release."""

CONTEXT: Mapping[Kind, tuple[str, ...]] = {
    Kind.ORGANIZATION: ("tree",),
    Kind.UNIT: ("place", "tree"),
    Kind.GOAL: ("goals",),
    Kind.TARGET: ("goals",),
    Kind.SOURCE_ROW: ("goals", "source_row"),
}
"""The queries whose triples belong to the description of a kind of thing, beside its own."""

WITH_GOALS = frozenset((Kind.UNIT, Kind.OBJECTIVE, Kind.ACTIVITY, Kind.INDICATOR))
"""Kinds of things that any number of goals may point at: these come page by page."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a page starts: incoming links by one property after the IRI `after`, rows at `row`.

    The rows are those of a document, or those that the goals of a thing were read from.
    """

    predicate: str = ""
    after: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True)
class View:
    """A thing as it is served.

    `release` is the one whose words the view shows, None for what no release says; `graph` is the
    one that has them, None where it is what holds now. `spoken` are all releases that speak of
    the thing, the latest first; `is_memento` tells that one of them was asked for by its date.
    `rows` and `goals` say which page it shows of a document's rows, of the goals of a thing.
    """

    iri: URIRef
    name: Name | None
    facts: Facts
    incoming: tuple[Incoming, ...]
    labels: Labels
    release: ReleaseEntry | None = None
    graph: URIRef | None = None
    rows: Rows | None = None
    goals: Rows | None = None
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
    of that day says. The last views are kept: all forms of a thing, in all languages, share one.
    """
    this, cursor = URIRef(iri), cursor or Cursor()
    found = publication.views.get(
        (this, cursor, spoken, day), lambda: _view(publication, this, cursor, spoken, day)
    )
    return found and replace(found, labels=found.labels.speaking(publication.lang))


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


def pointing(view: View) -> list[Triple]:
    """Return the links to a thing that its view names."""
    return [
        (subject, incoming.predicate, view.iri)
        for incoming in view.incoming
        for subject in incoming.subjects
    ]


def linked(said: Iterable[Triple]) -> set[URIRef]:
    """Return the things that a description names; its predicates are the vocabulary's business."""
    terms = chain.from_iterable((s, o) for s, _, o in said)
    return {term for term in terms if isinstance(term, URIRef)}


def _view(
    publication: Publication,
    this: URIRef,
    cursor: Cursor,
    spoken: tuple[Spoken, ...],
    day: date | None,
) -> View | None:
    """Return a view anew, in whatever language."""
    store = publication.store
    told = _told(publication, this, spoken, day)
    if told is None:
        return None
    own, graph, entry = told
    name = iris.parse(publication.base, this)
    kind = name.kind if name else None
    listed = _listed(store, this, kind, cursor.row, graph)
    context = (*_context(store, this, kind, graph), *_rows_told(store, kind, listed, graph))
    found = View(
        iri=this,
        name=name,
        facts=Facts((*own, *context)),
        incoming=incoming(store, this, cursor.predicate, cursor.after, graph),
        labels=publication.labels.within(graph) if graph else publication.labels,
        release=entry or _release(publication.manifest, name),
        graph=graph,
        rows=listed.rows if listed and kind is Kind.DOCUMENT else None,
        goals=listed.rows if listed and kind is not Kind.DOCUMENT else None,
        spoken=spoken,
        is_memento=day is not None,
    )
    found.labels.learn(_shown(found))
    return found


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


def _context(
    store: Store, this: URIRef, kind: Kind | None, graph: URIRef | None
) -> Iterator[Triple]:
    """Yield what belongs to the description of a kind of thing, beside its own triples."""
    for query in CONTEXT.get(kind, ()) if kind else ():
        yield from store.construct(queries.load(query), {"this": this}, graph)


def _listed(
    store: Store, this: URIRef, kind: Kind | None, start: int, graph: URIRef | None
) -> Page | None:
    """Return the page of a document's rows or of a thing's goals that begins at a row number."""
    if kind is Kind.DOCUMENT:
        return document_rows(store, this, start, graph)
    return goal_rows(store, this, start, graph) if kind in WITH_GOALS else None


def _rows_told(
    store: Store, kind: Kind | None, listed: Page | None, graph: URIRef | None
) -> Iterator[Triple]:
    """Yield what is said of the rows or goals on a page."""
    if listed:
        query = queries.load("source_row" if kind is Kind.DOCUMENT else "goal")
        yield from construct_each(store, query, "this", listed.shown, graph)


def _shown(view: View) -> set[URIRef]:
    """Return what a page about a view shows by its name, the properties too."""
    own = (p for s, p, _ in view.facts.triples if s == view.iri)
    by = (incoming.predicate for incoming in view.incoming)
    return {*linked((*view.facts.triples, *pointing(view))), *own, *by}
