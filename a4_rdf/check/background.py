"""What a release is checked against: the vocabulary with its code lists, and the shapes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import XSD

from a4_rdf import formats, resources
from a4_rdf.store import rdfio
from a4_rdf.terms import Triple
from a4_rdf.vocab import SH

CATALOGUE_SHAPES = "catalog.ttl"


@cache
def vocabulary(base: str) -> tuple[Triple, ...]:
    """Return the triples of the vocabulary and its code lists under a publisher's base IRI."""
    files = resources.ontology()
    return tuple(triple for file in files for triple in rdfio.parse(file, formats.TURTLE, base))


def release_shapes(base: str) -> Graph:
    """Return the shapes that a release has to satisfy."""
    return _shapes(base, (f for f in resources.shapes() if f.name != CATALOGUE_SHAPES))


def catalogue_shapes(base: str) -> Graph:
    """Return the shapes that a catalogue has to satisfy."""
    return _shapes(base, (f for f in resources.shapes() if f.name == CATALOGUE_SHAPES))


def _shapes(base: str, files: Iterable[Path]) -> Graph:
    """Parse shapes, and resolve the namespaces that they declare for SPARQL.

    Turtle resolves relative IRIs, but sh:namespace is a literal, an xsd:anyURI that may be
    relative: it is resolved here, against the same base.
    """
    shapes = Graph(bind_namespaces="none")
    for file in files:
        shapes.parse(file, format="turtle", publicID=f"{base}/")
    for declaration, namespace in list(shapes.subject_objects(SH.namespace)):
        resolved = Literal(URIRef(str(namespace), base=f"{base}/"), datatype=XSD.anyURI)
        shapes.set((declaration, SH.namespace, resolved))
    return shapes
