"""One query for many things."""

from __future__ import annotations

import pytest
from rdflib import Literal, URIRef
from rdflib.namespace import RDFS

from a4_rdf.store import construct_each, memory_store, values
from a4_rdf.store.interface import Store

A, B, C, GRAPH = (URIRef(f"https://x.ec/{name}") for name in ("a", "b", "c", "g"))
QUERY = "CONSTRUCT { ?this ?p ?o } WHERE { ?this ?p ?o }"
SAID = [(iri, RDFS.label, Literal(name)) for iri, name in ((A, "a"), (B, "b"), (C, "c"))]


@pytest.fixture
def store() -> Store:
    inside = (C, RDFS.label, Literal("inside"), GRAPH)
    return memory_store("https://x.ec", [*((s, p, o, None) for s, p, o in SAID), inside])


def test_each_value_is_asked_for_and_no_other(store: Store) -> None:
    assert set(construct_each(store, QUERY, "this", [A, C, A])) == {SAID[0], SAID[2]}
    assert list(construct_each(store, QUERY, "this", [])) == []


def test_more_than_fit_in_a_query_make_several(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(values, "AT_ONCE", 2)
    assert list(construct_each(store, QUERY, "this", [A, B, C])) == SAID


def test_a_graph_stands_in_for_the_default_graph(store: Store) -> None:
    found = list(construct_each(store, QUERY, "this", [A, C], GRAPH))
    assert found == [(C, RDFS.label, Literal("inside"))]


@pytest.mark.parametrize("hostile", ["https://x.ec/> } DROP ALL #", "https://x.ec/ a", "no iri"])
def test_what_is_no_iri_gets_into_no_query(store: Store, hostile: str) -> None:
    with pytest.raises(ValueError, match="IRI"):
        list(construct_each(store, QUERY, "this", [URIRef(hostile)]))
