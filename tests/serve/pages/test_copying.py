"""A query taken elsewhere stays the query that it was."""

from __future__ import annotations

import ast

import pytest

from a4_rdf.serve.pages.copying import recipes

ENDPOINT = "https://datos.ejemplo.ec/sparql"
QUERIES = [
    "SELECT ?s WHERE { ?s ?p ?o }",
    'SELECT * { ?s ?p "a\\n\\"b\\"" }',
    'SELECT * { ?s ?p """three""" }',
    "SELECT * {\nSPARQL\nSPARQL_\n}",
    'SELECT * { ?s ?p ")-" }',
]


@pytest.mark.parametrize("query", QUERIES)
def test_python_holds_the_very_query(query: str) -> None:
    text = next(r.text for r in recipes(query, ENDPOINT) if r.name.startswith("Python"))
    said = [n.value for n in ast.walk(ast.parse(text)) if isinstance(n, ast.Constant)]
    assert f"{query}\n" in said
    assert ENDPOINT in said


@pytest.mark.parametrize("query", QUERIES)
def test_the_terminal_gets_the_very_query(query: str) -> None:
    text = next(r.text for r in recipes(query, ENDPOINT) if r.name == "curl")
    first, _, rest = text.partition("\n")
    mark = first.rpartition("<<'")[2].rstrip("'")
    body, _, after = rest.partition(f"\n{mark}\n")
    assert (body, after) == (query, "")
    assert first.startswith("curl -H 'Accept: text/csv' --data-urlencode query@- https://datos.")


@pytest.mark.parametrize("query", QUERIES)
def test_r_holds_the_very_query(query: str) -> None:
    text = next(r.text for r in recipes(query, ENDPOINT) if r.name.startswith("R"))
    begin = text.index('r"') + 2
    fence = text[begin : text.index("(", begin)]
    body, _, _ = text[begin + len(fence) + 1 :].partition(f'){fence}"')
    assert body == f"{query}\n"


def test_a_graph_is_asked_for_as_turtle_everywhere() -> None:
    texts = [r.text for r in recipes("PREFIX e: <x> DESCRIBE e:a", ENDPOINT)]
    assert ["text/turtle" in text or "TURTLE" in text for text in texts] == [True] * 3
    assert not [text for text in texts if "csv" in text or "bindings" in text]


def test_what_is_no_query_yet_is_taken_for_a_table() -> None:
    assert "text/csv" in recipes("SELEC", ENDPOINT)[0].text
