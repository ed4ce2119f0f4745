"""Check a graph before it is published: SHACL shapes, and the constraints of RDF Data Cube."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from rdflib import Graph

from a4_rdf.check import background, compiled, cube, sparql
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


def check(triples: Sequence[Triple], base: str, *, by_reference: bool = False) -> Report:
    """Return what shapes and cube constraints find in one release graph.

    The vocabulary and its code lists are added as background: a release leans on them. Validate
    each release, never the union of several. `by_reference` runs SHACL Core in pySHACL, slow and
    with the same results. Raises CheckError where the shapes cannot be used.
    """
    known = (*background.vocabulary(base), *triples)
    shapes, plan = _release_plan(base)
    with memory_store(base, ((s, p, o, None) for s, p, o in known)) as store:
        found = sparql.validate(store, shapes)
    found += (
        compiled.reference(known, sparql.without(shapes))
        if by_reference
        else compiled.validate(known, plan)
    )
    return ranked((*found, *cube.validate(known, base)))


def check_catalogue(triples: Sequence[Triple], base: str, *, by_reference: bool = False) -> Report:
    """Return what the shapes find in a catalogue (DCAT-AP 3, the basics)."""
    shapes = background.catalogue_shapes(base)
    if by_reference:
        return ranked(compiled.reference(triples, shapes))
    return ranked(compiled.validate(triples, compiled.compiled(shapes)))


@cache
def _release_plan(base: str) -> tuple[Graph, compiled.Plan]:
    """Return the shapes of a release, and those of SHACL Core compiled; a build checks many."""
    shapes = background.release_shapes(base)
    return shapes, compiled.compiled(sparql.without(shapes))
