"""What every store answers alike."""

from __future__ import annotations

import pytest
from rdflib import Literal, URIRef
from rdflib.namespace import RDFS, XSD

from a4_rdf.errors import QueryError
from a4_rdf.store import Store
from tests.store.quads import BASE, BRIDGE, GRAPH, ROAD, VALUE

PREFIXES = "PREFIX poa: <def/poa#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n"


def test_a_select_gives_variables_in_their_order_and_terms_as_written(store: Store) -> None:
    found = store.select(
        PREFIXES + "SELECT ?value ?none ?label { ?s poa:targetValue ?value ; rdfs:label ?label }"
    )
    assert found.vars == ("value", "none", "label")
    value, none, label = found.rows[0]
    assert isinstance(value, Literal)
    assert (str(value), value.datatype, none) == ("45.0", XSD.decimal, None)
    assert label == Literal("Dirección de Vías", lang="es")
    assert len(found) == 1


def test_solutions_are_read_by_name(store: Store) -> None:
    found = store.select("SELECT ?s ?none { ?s <def/poa#targetValue> ?v }")
    assert list(found) == [{"s": ROAD}]
    assert found.column("s") == (ROAD,)
    assert found.column("none") == ()


def test_relative_iris_are_those_of_the_base(store: Store) -> None:
    assert store.ask("ASK { <id/unidad/gad/vias> <def/poa#targetValue> 45.0 }")
    assert store.base == BASE


def test_an_iri_binds_a_variable(store: Store) -> None:
    query = PREFIXES + "SELECT ?this ?label { ?this rdfs:label ?label }"
    found = store.select(query, {"this": ROAD})
    assert found.rows == ((ROAD, Literal("Dirección de Vías", lang="es")),)


def test_a_literal_binds_a_variable_whatever_it_holds(store: Store) -> None:
    words = Literal('El puente «"viejo"»\nde \\ piedra', lang="es")
    assert store.select("SELECT ?s ?this { ?s ?p ?this }", {"this": words}).column("s") == (BRIDGE,)
    hostile = Literal('" ) } DROP ALL #')
    assert not store.ask("ASK { ?s ?p ?this }", {"this": hostile})


def test_two_variables_are_bound_together(store: Store) -> None:
    query = "ASK { ?a ?p ?b }"
    assert store.ask(query, {"a": ROAD, "b": BRIDGE})
    assert not store.ask(query, {"a": BRIDGE, "b": ROAD})


def test_an_ask_may_answer_no(store: Store) -> None:
    assert store.ask("ASK { FILTER(false) }") is False


def test_a_construct_gives_distinct_triples(store: Store) -> None:
    query = PREFIXES + "CONSTRUCT { ?this rdfs:seeAlso ?o } { ?this ?p ?x ; rdfs:seeAlso ?o }"
    assert store.construct(query, {"this": ROAD}) == ((ROAD, RDFS.seeAlso, BRIDGE),)


def test_a_describe_is_a_graph_too(store: Store) -> None:
    found = store.construct("DESCRIBE ?this", {"this": ROAD})
    assert {p for _, p, _ in found} == {RDFS.label, VALUE, RDFS.seeAlso}


def test_blank_nodes_of_a_construct_become_iris(store: Store) -> None:
    query = "CONSTRUCT { ?this <def/poa#hasTarget> [] } { ?this <def/poa#targetValue> ?v }"
    ((subject, _, made),) = store.construct(query, {"this": ROAD})
    assert subject == ROAD
    assert isinstance(made, URIRef)
    assert made.startswith(f"{BASE}/.well-known/genid/")


def test_named_graphs_are_out_of_the_default_graph(store: Store) -> None:
    assert not store.ask("ASK { ?s ?p 'sin idioma' }")
    found = store.select("SELECT ?this ?s { GRAPH ?this { ?s ?p ?o } }", {"this": GRAPH})
    assert found.column("s") == (BRIDGE,)


def test_a_bound_variable_has_to_be_selected(store: Store) -> None:
    with pytest.raises(QueryError, match="this"):
        store.select("SELECT ?o { ?this ?p ?o }", {"this": ROAD})


@pytest.mark.parametrize(
    "query",
    ["SELECT ?s { ?s ?p ", "", "INSERT DATA { <a> <b> <c> }", "SELECT ?s { ?s nada:que ?o }"],
)
def test_what_is_no_query_is_a_query_error_on_one_line(store: Store, query: str) -> None:
    with pytest.raises(QueryError) as caught:
        store.select(query)
    assert "\n" not in str(caught.value)


def test_each_method_takes_its_own_kind_of_query(store: Store) -> None:
    with pytest.raises(QueryError, match="expected a SELECT query"):
        store.select("ASK {}")
    with pytest.raises(QueryError, match="expected an ASK query"):
        store.ask("SELECT * {}")
    with pytest.raises(QueryError, match="expected a CONSTRUCT or DESCRIBE query"):
        store.construct("ASK {}")
