"""Check a graph before it is published: SHACL shapes, and the constraints of RDF Data Cube."""

from __future__ import annotations

from collections.abc import Sequence

from a4_rdf import terms
from a4_rdf.check import background, cube, shacl, sparql
from a4_rdf.check.report import Report, Result, lines, ranked, to_json, to_turtle
from a4_rdf.store import memory_store
from a4_rdf.terms import Triple

__all__ = [
    "Report",
    "Result",
    "check",
    "check_catalogue",
    "lines",
    "to_json",
    "to_turtle",
]


def check(triples: Sequence[Triple], base: str) -> Report:
    """Return what shapes and cube constraints find in one release graph.

    The vocabulary and its code lists are added as background: a release leans on them. Validate
    each release, never the union of several. Raises CheckError where the shapes cannot be used.
    """
    known = (*background.vocabulary(base), *triples)
    shapes = background.release_shapes(base)
    with memory_store(base, ((s, p, o, None) for s, p, o in known)) as store:
        found = sparql.validate(store, shapes)
    found += shacl.validate(terms.graph(known), sparql.without(shapes))
    return ranked((*found, *cube.validate(known, base)))


def check_catalogue(triples: Sequence[Triple], base: str) -> Report:
    """Return what the shapes find in a catalogue (DCAT-AP 3, the basics)."""
    return ranked(shacl.validate(terms.graph(triples), background.catalogue_shapes(base)))
