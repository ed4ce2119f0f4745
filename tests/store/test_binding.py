"""Values in a query's text: where they go, and where they may not."""

from __future__ import annotations

import pytest
from rdflib import Literal, URIRef

from a4_rdf.errors import QueryError
from a4_rdf.store.binding import bound, one_of, only_published, with_base

THIS = {"this": URIRef("urn:x")}


@pytest.mark.parametrize(
    ("query", "written"),
    [
        ("ASK { ?this ?p ?thisone }", "ASK { <urn:x> ?p ?thisone }"),
        ("ASK { $this ?p '?this' } # ?this", "ASK { <urn:x> ?p '?this' } # ?this"),
        ("SELECT ?this ?s { ?s ?p ?this }", "SELECT (<urn:x> AS ?this) ?s { ?s ?p <urn:x> }"),
        (
            "SELECT ?this (COUNT(?this) AS ?n) { ?s ?p ?this } GROUP BY ?this ORDER BY ?this",
            "SELECT (<urn:x> AS ?this) (COUNT(<urn:x>) AS ?n) { ?s ?p <urn:x> }"
            " GROUP BY (<urn:x>) ORDER BY (<urn:x>)",
        ),
        (
            "SELECT ?this ?u WHERE { { SELECT ?this ?u WHERE { ?this ?p ?u } } }",
            "SELECT (<urn:x> AS ?this) ?u WHERE { { SELECT  ?u WHERE { <urn:x> ?p ?u } } }",
        ),
        ("SELECT ?s { GRAPH ?this { ?s ?p ?o } }", "SELECT ?s { GRAPH <urn:x> { ?s ?p ?o } }"),
        ("DESCRIBE ?this", "DESCRIBE <urn:x>"),
        (
            'ASK { ?s <a#?this> """?this""" ; a:select ?this }',
            'ASK { ?s <a#?this> """?this""" ; a:select <urn:x> }',
        ),
    ],
)
def test_a_variable_becomes_its_term(query: str, written: str) -> None:
    assert bound(query, THIS) == written


def test_a_literal_is_escaped() -> None:
    hostile = Literal('" } DROP ALL # \n\\')
    assert bound("ASK { ?s ?p ?this }", {"this": hostile}) == (
        'ASK { ?s ?p "\\" } DROP ALL # \\n\\\\" }'
    )


def test_without_bindings_a_query_stays_as_it_is() -> None:
    assert bound("ASK { ?s ?p '", {}) == "ASK { ?s ?p '"


def test_names_and_terms_are_checked() -> None:
    with pytest.raises(QueryError, match="not the name of a variable"):
        bound("ASK {}", {"a) {}": Literal("x")})
    with pytest.raises(ValueError, match="IRI"):
        bound("ASK {}", {"a": URIRef("x> } #")})


@pytest.mark.parametrize(
    ("query", "written"),
    [
        ("ASK {}", "BASE <https://x.ec/> ASK {}"),
        ("PREFIX base: <a> ASK {}", "BASE <https://x.ec/> PREFIX base: <a> ASK {}"),
        ("# x\nbase <https://y.ec/> ASK {}",) * 2,
    ],
)
def test_a_base_stands_once(query: str, written: str) -> None:
    assert with_base(query, "https://x.ec/") == written
    assert with_base(query, "") == query


def test_one_of_many_values_stands_first_in_the_where() -> None:
    query = "# WHERE {\nCONSTRUCT { ?this ?p ?o } WHERE { ?this ?p ?o }"
    assert one_of(query, "this", [URIRef("urn:a"), URIRef("urn:b")]) == (
        "# WHERE {\nCONSTRUCT { ?this ?p ?o }"
        " WHERE { VALUES ?this { <urn:a> <urn:b> }  ?this ?p ?o }"
    )
    with pytest.raises(QueryError, match="a WHERE clause"):
        one_of("CONSTRUCT { ?this ?p ?o } { ?this ?p ?o }", "this", [])


def listed(number: int, variable: str) -> str:
    listing = f"?a4graph{number}r"
    named = "<http://www.w3.org/ns/sparql-service-description#namedGraph>"
    return (
        f" VALUES {listing} {{ <urn:record> }}"
        f" GRAPH {listing} {{ {listing} {named} {variable} }} GRAPH {variable}"
    )


@pytest.mark.parametrize(
    ("query", "written"),
    [
        (
            "ASK { GRAPH <urn:g> {} }",
            "ASK {  VALUES ?a4graph0 { <urn:g> }" + listed(0, "?a4graph0") + " {} }",
        ),
        (
            "PREFIX p.q: <urn:> ASK { ?s ?p true.graph # <urn:no>\n p.q:g {} GRAPH :h{} }",
            "PREFIX p.q: <urn:> ASK { ?s ?p true."
            " VALUES ?a4graph0 { p.q:g }" + listed(0, "?a4graph0") + " {} "
            " VALUES ?a4graph1 { :h }" + listed(1, "?a4graph1") + "{} }",
        ),
        ("ASK { GRAPH ?g {} }", "ASK { " + listed(0, "?g") + " {} }"),
        ("ASK { ?graph a:GRAPH 'GRAPH <x>' } # GRAPH ?g",) * 2,
    ],
)
def test_a_graph_is_looked_up_in_the_record(query: str, written: str) -> None:
    assert only_published(query, "urn:record") == written


def test_a_hidden_word_is_refused() -> None:
    with pytest.raises(QueryError, match="GRAPH without escapes"):
        only_published("ASK { \\u0047RAPH <urn:g> {} }", "urn:record")
