"""The SPARQL constraints of the shapes, run on the store (SHACL, section 5).

pySHACL parses each query anew for each focus node, some 30 ms a time; the store needs a tenth of
one. Only what the shapes use is known here: a node shape with target classes, a SELECT without
placeholders. A test holds the results against pySHACL's.
"""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import Graph, Literal, URIRef
from rdflib.term import Node

from a4_rdf import queries
from a4_rdf.check.report import Result, severity_of, words_of
from a4_rdf.store import Store
from a4_rdf.vocab import SH


def validate(store: Store, shapes: Graph) -> tuple[Result, ...]:
    """Return what the SPARQL constraints of the shapes find in the store's default graph."""
    return tuple(
        result
        for shape, constraint in shapes.subject_objects(SH.sparql)
        for result in _violations(store, shapes, shape, constraint)
    )


def without(shapes: Graph) -> Graph:
    """Return the shapes without their SPARQL constraints: SHACL Core."""
    core = Graph(bind_namespaces="none")
    for triple in shapes:
        if triple[1] != SH.sparql:
            core.add(triple)
    return core


def _violations(store: Store, shapes: Graph, shape: Node, constraint: Node) -> Iterator[Result]:
    query = _query(shapes, constraint)
    severity = severity_of(shapes, shape)
    es, en = words_of(shapes, shape)
    for focus in _focus_nodes(store, shapes, shape):
        for row in store.select(query, {"this": focus}):
            value = row.get("value")
            yield Result(
                severity=severity,
                focus=focus,
                path=str(row.get("path", "")),
                value=value if isinstance(value, URIRef | Literal) else focus,
                shape=URIRef(str(shape)),
                es=es,
                en=en,
            )


def _query(shapes: Graph, constraint: Node) -> str:
    """Return the query with the prefixes that it declares (SHACL, 5.2.1)."""
    lines = [
        f"PREFIX {shapes.value(declared, SH.prefix)}: <{shapes.value(declared, SH.namespace)}>"
        for header in shapes.objects(constraint, SH.prefixes)
        for declared in shapes.objects(header, SH.declare)
    ]
    return "\n".join((*sorted(lines), str(shapes.value(constraint, SH.select))))


def _focus_nodes(store: Store, shapes: Graph, shape: Node) -> list[URIRef]:
    """Return the instances of the shape's target classes, subclasses included (SHACL, 2.1.3.2)."""
    found = {
        node
        for target in shapes.objects(shape, SH.targetClass)
        if isinstance(target, URIRef)
        for node in store.select(queries.load("instances"), {"class": target}).column("this")
        if isinstance(node, URIRef)
    }
    return sorted(found)
