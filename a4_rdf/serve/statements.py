"""What is said of a thing as RDF: its view, the names in it, and the document that says so."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from rdflib import URIRef
from rdflib.namespace import DCTERMS, FOAF, RDF

from a4_rdf import iris, terms
from a4_rdf.iris import Kind
from a4_rdf.serve import history
from a4_rdf.serve.publication import Publication
from a4_rdf.serve.rows import Rows
from a4_rdf.serve.things import View, linked, pointing
from a4_rdf.terms import Triple
from a4_rdf.vocab import HYDRA


def triples(publication: Publication, view: View) -> tuple[Triple, ...]:
    """Return the description of a thing as RDF: its view, the names it needs, and its document."""
    said = (*view.facts.triples, *pointing(view))
    named = (view.labels.triples(iri) for iri in sorted(linked(said)))
    return (*said, *chain.from_iterable(named), *_document(publication, view))


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
        *_place_of_page(address, view.goals or view.rows),
    )


def _place_of_page(document: URIRef, rows: Rows | None) -> Iterator[Triple]:
    """Yield where this page of a long document stands (Hydra Core Vocabulary, Collections)."""
    if rows is None or rows.is_whole:
        return
    page = URIRef(iris.rows_from(document, rows.first))
    yield document, RDF.type, HYDRA.Collection
    yield document, HYDRA.totalItems, terms.count(rows.total)
    yield document, HYDRA.view, page
    yield page, RDF.type, HYDRA.PartialCollectionView
    for place, row in ((HYDRA.previous, rows.previous), (HYDRA.next, rows.next)):
        if row is not None:
            yield page, place, URIRef(iris.rows_from(document, row))
