"""The endpoint asked by SPARQLWrapper: forms, methods, graphs, errors."""

from __future__ import annotations

import ast
import csv
import json
import sys
from pathlib import Path
from typing import Any
from urllib.error import HTTPError

import pytest
from rdflib import Graph
from SPARQLWrapper import (
    CSV,
    GET,
    JSON,
    JSONLD,
    N3,
    POST,
    POSTDIRECTLY,
    RDF,
    RDFXML,
    TSV,
    TURTLE,
    URLENCODED,
    XML,
    SPARQLWrapper,
)
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

from tests.clients.recipes import offered
from tests.clients.snippets import Snippet, check, run

WAYS = [(GET, URLENCODED), (POST, URLENCODED), (POST, POSTDIRECTLY)]


def asking(endpoint: str, query: str, form: str, way: tuple[str, str] = WAYS[0]) -> Any:
    wrapper = SPARQLWrapper(endpoint)
    wrapper.setQuery(query)
    wrapper.setReturnFormat(form)
    wrapper.setMethod(way[0])
    wrapper.setRequestMethod(way[1])
    return wrapper


@pytest.fixture
def goals(base: str) -> str:
    return f"PREFIX poa: <{base}/def/poa#> CONSTRUCT WHERE {{ ?goal a poa:Goal }}"


def test_the_page_is_right(page: dict[str, tuple[Snippet, ...]], folder: Path) -> None:
    for snippet in page["SPARQLWrapper"]:
        check(snippet, [sys.executable, "-W", "error", "-c"], folder)


@pytest.mark.parametrize("way", WAYS)
def test_rows_come_in_each_form(endpoint: str, counts: str, way: tuple[str, str]) -> None:
    rows = asking(endpoint, counts, JSON, way).queryAndConvert()["results"]["bindings"]
    assert len(rows) == 14
    assert rows[1] == {
        "unit": {"type": "literal", "value": "COORDINACIÓN FINANCIERA", "xml:lang": "es"},
        "goals": {
            "type": "literal",
            "value": "9",
            "datatype": "http://www.w3.org/2001/XMLSchema#integer",
        },
    }
    document = asking(endpoint, counts, XML, way).queryAndConvert()
    assert len(document.getElementsByTagName("result")) == 14
    text = asking(endpoint, counts, CSV, way).queryAndConvert().decode("utf-8")
    assert list(csv.reader(text.splitlines()))[2] == ["COORDINACIÓN FINANCIERA", "9"]
    tabs = asking(endpoint, counts, TSV, way).queryAndConvert().decode("utf-8")
    assert tabs.splitlines()[2] == '"COORDINACIÓN FINANCIERA"@es\t9'


@pytest.mark.parametrize("way", WAYS)
def test_yes_and_no(base: str, endpoint: str, way: tuple[str, str]) -> None:
    for kind, expected in (("Goal", True), ("Nothing", False)):
        query = f"ASK {{ ?s a <{base}/def/poa#{kind}> }}"
        assert asking(endpoint, query, JSON, way).queryAndConvert()["boolean"] is expected


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("form", [TURTLE, N3])
def test_graphs_come_as_turtle(endpoint: str, goals: str, form: str, way: tuple[str, str]) -> None:
    text = asking(endpoint, goals, form, way).queryAndConvert()
    assert len(Graph().parse(data=text, format="turtle")) == 62


@pytest.mark.parametrize("form", [RDFXML, XML, JSONLD])
def test_graphs_that_it_parses_are_right_and_warn(endpoint: str, goals: str, form: str) -> None:
    with pytest.warns(DeprecationWarning, match="ConjunctiveGraph is deprecated"):
        assert len(asking(endpoint, goals, form).queryAndConvert()) == 62


def test_rdf_is_a_form_that_it_does_not_know(endpoint: str, goals: str) -> None:
    with pytest.warns(RuntimeWarning, match=r"Sending Accept header '\*/\*'"):
        answer = asking(endpoint, goals, RDF).query()
    assert answer.info()["content-type"].partition(";")[0] == "text/turtle"
    answer.response.close()


@pytest.mark.parametrize("way", WAYS)
def test_what_is_no_sparql_is_badly_formed_with_our_words(
    endpoint: str, way: tuple[str, str]
) -> None:
    with pytest.raises(QueryBadFormed) as caught:
        asking(endpoint, "SELECT *\n{ ?s ?p }", JSON, way).query()
    problem = json.loads(ast.literal_eval(str(caught.value).partition("Response:\n")[2]))
    assert problem["code"] == "query-syntax"
    assert problem["title"] == "La consulta no es SPARQL 1.1 válido"
    assert (problem["line"], problem["column"]) == (2, 3)


def test_a_bound_is_an_error_with_its_problem(endpoint: str) -> None:
    query = "SELECT ?a { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    with pytest.raises(HTTPError) as caught:
        asking(endpoint, query, JSON).query()
    problem = json.load(caught.value)
    assert caught.value.code == 503
    assert problem["code"] in ("result-limit", "row-limit", "time-limit")


def test_a_graph_is_offered_as_turtle(base: str, unit: str, tmp_path: Path) -> None:
    text = offered(base, f"DESCRIBE <{unit}>", "Python (SPARQLWrapper, rdflib)")
    done = run([sys.executable, "-c", text], tmp_path)
    assert done.returncode == 0, done.stderr
    assert len(Graph().parse(data=done.stdout, format="turtle")) > 5
