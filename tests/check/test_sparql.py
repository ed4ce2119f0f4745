"""SPARQL constraints on the store say what pySHACL says of them, on every example of the shapes."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Graph, URIRef

from a4_rdf import formats, terms
from a4_rdf.check import shacl, sparql
from a4_rdf.check.background import release_shapes, vocabulary
from a4_rdf.check.report import ranked
from a4_rdf.store import memory_store, rdfio
from a4_rdf.vocab import SH
from tests.shapes.examples import BASE, HERE

EXAMPLES = sorted(HERE.glob("*/*.ttl"))


def only_sparql(shapes: Graph) -> Graph:
    """Return the shapes without their other constraints, so that pySHACL runs the queries only."""
    kept = set(shapes.subjects(SH.sparql, None))
    result = Graph(bind_namespaces="none")
    for s, p, o in shapes:
        if s in kept or (p not in (SH.targetClass, SH.targetNode, SH.targetSubjectsOf)):
            result.add((s, p, o))
    return result


def test_the_examples_are_all_here() -> None:
    assert len(EXAMPLES) == 16


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_the_store_agrees_with_pyshacl(example: Path) -> None:
    triples = (*vocabulary(BASE), *rdfio.parse(example, formats.TURTLE, BASE))
    shapes = release_shapes(BASE)
    with memory_store(BASE, ((s, p, o, None) for s, p, o in triples)) as store:
        ours = ranked(sparql.validate(store, shapes))
    theirs = ranked(shacl.validate(terms.graph(triples), only_sparql(shapes)))
    assert ours == theirs


def test_six_checks_are_queries() -> None:
    shapes = release_shapes(BASE)
    names = {str(shape).rsplit("#", 1)[1] for shape in shapes.subjects(SH.sparql, None)}
    assert names == {
        "measure-unlike-indicator",
        "no-email",
        "no-markup",
        "no-telephone",
        "repeated-key",
        "unit-cycle",
    }


def test_the_house_prefix_follows_the_base() -> None:
    for base in ("http://127.0.0.1:8000", "https://datos.ejemplo.ec/abierto"):
        shapes = release_shapes(base)
        namespace = shapes.value(URIRef(f"{base}/def/shapes#prefix-poa"), SH.namespace)
        assert str(namespace) == f"{base}/def/poa#"


def test_a_query_is_run_once_only_where_its_first_pattern_binds_this() -> None:
    """Elsewhere $this is bound to each node, as SHACL has it: a filter on it must count."""
    said = """
        @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix x: <http://example.org/> .
        x:once a sh:NodeShape ; sh:targetClass x:T ; sh:sparql
            [ sh:select "SELECT $this WHERE { $this <http://example.org/p> ?v }" ] .
        x:each a sh:NodeShape ; sh:targetClass x:T ; sh:sparql
            [ sh:select "SELECT $this ?value WHERE { ?value a ?k . FILTER (?value = $this) }" ] .
    """
    shapes = Graph(bind_namespaces="none").parse(data=said, format="turtle")
    data = b"""
        @prefix x: <http://example.org/> .
        x:a a x:T ; x:p 1 . x:b a x:T . x:c x:p 2 .
    """
    triples = rdfio.parse(data, formats.TURTLE, BASE)
    with memory_store(BASE, ((s, p, o, None) for s, p, o in triples)) as store:
        found = sparql.validate(store, shapes)
    assert {(r.code.rsplit("/", 1)[1], str(r.focus)) for r in found} == {
        ("once", "http://example.org/a"),
        ("each", "http://example.org/a"),
        ("each", "http://example.org/b"),
    }
