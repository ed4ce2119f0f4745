"""Which releases speak of a thing, in which graph each does, and the addresses of what they say."""

from __future__ import annotations

from dataclasses import dataclass

from rdflib import URIRef

from a4_rdf import iris, queries
from a4_rdf.iris import Kind
from a4_rdf.serve.http.memento import Memento, Mementos
from a4_rdf.serve.manifest import ReleaseEntry
from a4_rdf.serve.publication import Publication

HEADER = frozenset((Kind.RELEASE, Kind.DOCUMENT, Kind.CONVERSION))
"""What a release that repeats another says itself; all else it says with the other's graph."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A release that speaks of a thing, and the graph in which it does."""

    entry: ReleaseEntry
    graph: URIRef


def graphs(publication: Publication, iri: URIRef) -> tuple[URIRef, ...]:
    """Return the named graphs that speak of a thing, in the reverse order of their names."""
    found = publication.store.select(queries.load("thing_graphs"), {"this": iri})
    return tuple(graph for graph in found.column("graph") if isinstance(graph, URIRef))


def speaking(publication: Publication, iri: URIRef) -> tuple[Spoken, ...]:
    """Return the releases that speak of a thing of an organisation, the latest first."""
    name = iris.parse(publication.base, iri)
    parts = dict(name.parts) if name else {}
    if name is None or "org" not in parts:
        return ()
    manifest, found = publication.manifest, {str(graph) for graph in graphs(publication, iri)}
    spoken = []
    for entry in manifest.of(parts["org"]):
        own, content = entry.graph, manifest.content(entry).graph
        places = (own,) if name.kind in HEADER else (content, own)
        if place := next((graph for graph in places if graph in found), None):
            spoken.append(Spoken(entry, URIRef(place)))
    return tuple(spoken)


def mementos(
    publication: Publication, iri: str, spoken: tuple[Spoken, ...], suffix: str = ""
) -> Mementos | None:
    """Return the description of a thing over time, of the form with a suffix where one is asked.

    None for what no release speaks of: a concept, the catalogue.
    """
    if not spoken:
        return None
    base, end = publication.base, f".{suffix}" if suffix else ""
    original = iris.document_of(base, iri) + end
    return Mementos(
        original=original,
        timemap=iris.timemap(base, original),
        all=tuple(
            Memento(one.entry.date, permalink(base, iri, one.entry) + end)
            for one in reversed(spoken)
        ),
    )


def permalink(base: str, iri: str, entry: ReleaseEntry) -> str:
    """Return the address of what a release says of a thing."""
    return iris.dated_document(base, iri, entry.date.isoformat())
