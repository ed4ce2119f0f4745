"""The SPARQL constraints of the shapes, run on the store (SHACL, section 5).

pySHACL parses each query anew for each focus node, some 30 ms a time; the store needs a tenth of
one, or is asked once for all nodes. Only what the shapes use is known here: a node shape with
target classes, a SELECT without placeholders. A test holds the results against pySHACL's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

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
    for focus, row in _rows(store, query, _focus_nodes(store, shapes, shape)):
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


def _rows(
    store: Store, query: str, nodes: list[URIRef]
) -> Iterator[tuple[URIRef, Mapping[str, Node]]]:
    """Yield each focus node with its solutions.

    A query whose first pattern binds $this, and which has no group where that would not count, is
    run once and its solutions are picked; any other is run with $this bound to each node.
    """
    if _BINDS_THIS.fullmatch(query):
        wanted = set(nodes)
        for row in store.select(query):
            focus = row["this"]
            if isinstance(focus, URIRef) and focus in wanted:
                yield focus, row
        return
    for node in nodes:
        yield from ((node, row) for row in store.select(query, {"this": node}))


_BINDS_THIS = re.compile(
    r"(?:PREFIX[^\n]*\n)*\s*SELECT\s[^{}]*\bWHERE\s*\{\s*\$this\s"
    r"(?:[^{}]|\bNOT EXISTS\s*\{(?:[^{}]|\bEXISTS\s*\{[^{}]*\})*\})*\}\s*"
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
