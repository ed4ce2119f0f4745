"""Look-ups over triples."""

from __future__ import annotations

from rdflib import URIRef
from rdflib.namespace import RDF, RDFS

from a4_rdf.check.index import Index, Node, reached

A, B, C, KIND, NARROW, P = (
    URIRef(f"http://example.org/{name}") for name in ("a", "b", "c", "Kind", "Narrow", "p")
)


def test_objects_and_subjects_are_found_once_each() -> None:
    index = Index(((A, P, B), (A, P, B), (A, P, C), (B, P, C)))
    assert list(index.objects(A, P)) == [B, C]
    assert list(index.subjects(P, C)) == [A, B]
    assert list(index.objects(C, P)) == []
    assert list(index.subjects(RDF.type, C)) == []
    assert list(index.pairs(P)) == [(A, B), (A, C), (B, C)]


def test_instances_are_those_of_subclasses_too() -> None:
    index = Index(((NARROW, RDFS.subClassOf, KIND), (KIND, RDFS.subClassOf, NARROW)))
    assert index.instances(KIND) == frozenset()
    index.extend(((A, RDF.type, KIND), (B, RDF.type, NARROW)))
    assert index.instances(KIND) == {A, B}


def test_an_index_knows_which_predicates_it_holds() -> None:
    index = Index(((A, P, B),))
    assert index.uses(P)
    assert not index.uses(RDF.type)


def test_what_is_reached_holds_its_roots_and_ends_in_cycles() -> None:
    steps: dict[Node, tuple[Node, ...]] = {A: (B,), B: (C,), C: (A,)}
    assert reached((A,), lambda node: steps.get(node, ())) == {A, B, C}
    assert reached((), lambda node: ()) == set()
