"""The endpoint named by SERVICE in queries of other engines."""

from __future__ import annotations

import sys
from pathlib import Path

import pyoxigraph
import pytest
from pyparsing.exceptions import ParseException
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDFS

from tests.clients.snippets import Snippet, check

COMMENT = "http://www.w3.org/2000/01/rdf-schema#comment"
LABEL = "http://www.w3.org/2004/02/skos/core#prefLabel"


@pytest.fixture
def store(unit: str) -> pyoxigraph.Store:
    """Return a store of somebody else's, that says one thing of our unit."""
    found = pyoxigraph.Store()
    subject, predicate = pyoxigraph.NamedNode(unit), pyoxigraph.NamedNode(COMMENT)
    found.add(pyoxigraph.Quad(subject, predicate, pyoxigraph.Literal("visited")))
    return found


def test_the_page_is_right(page: dict[str, tuple[Snippet, ...]], folder: Path) -> None:
    for snippet in page["SERVICE from another engine"]:
        check(snippet, [sys.executable, "-W", "error", "-c"], folder)


def test_oxigraph_joins_what_it_has_with_ours(store: pyoxigraph.Store, endpoint: str) -> None:
    rows = store.query(
        f"SELECT ?note ?name {{ ?unit <{COMMENT}> ?note SERVICE <{endpoint}> "
        f"{{ ?unit <{LABEL}> ?name }} }}"
    )
    assert [(row["note"], row["name"]) for row in rows] == [  # type: ignore[union-attr]
        (
            pyoxigraph.Literal("visited"),
            pyoxigraph.Literal("COORDINACIÓN FINANCIERA", language="es"),
        )
    ]


def test_oxigraph_takes_an_aggregate_of_ours(base: str, endpoint: str) -> None:
    rows = pyoxigraph.Store().query(
        f"SELECT ?n {{ SERVICE <{endpoint}> "
        f"{{ SELECT (COUNT(?goal) AS ?n) {{ ?goal a <{base}/def/poa#Goal> }} }} }}"
    )
    assert [row["n"].value for row in rows] == ["62"]  # type: ignore[union-attr]


def test_a_service_that_we_would_have_to_ask_is_refused(endpoint: str) -> None:
    query = (
        f"SELECT * {{ SERVICE <{endpoint}> "
        "{ SELECT * { SERVICE <http://another.example/sparql> { ?s ?p ?o } } } }"
    )
    with pytest.raises(OSError, match="403 Forbidden") as caught:
        list(pyoxigraph.Store().query(query))  # type: ignore[arg-type]
    assert "service-refused" in str(caught.value)


def test_a_silent_service_goes_on_without(endpoint: str) -> None:
    query = (
        f"SELECT * {{ SERVICE SILENT <{endpoint}> "
        "{ SELECT * { SERVICE <http://another.example/sparql> { ?s ?p ?o } } } }"
    )
    assert len(list(pyoxigraph.Store().query(query))) == 1  # type: ignore[arg-type]


def test_rdflib_joins_what_it_has_with_ours(base: str, endpoint: str, unit: str) -> None:
    mine = Graph()
    mine.bind("poa", f"{base}/def/poa#")
    mine.add((URIRef(unit), RDFS.comment, Literal("visited")))
    other = URIRef(f"{base}/id/unidad/ame/coordinacion-de-comunicacion")
    mine.add((other, RDFS.comment, Literal("to visit")))
    rows = mine.query(
        "SELECT ?note (COUNT(?goal) AS ?goals) { ?unit rdfs:comment ?note . "
        f"SERVICE <{endpoint}> {{ ?goal a poa:Goal ; poa:responsibleUnit ?unit }} }} GROUP BY ?note"
    )
    assert {tuple(term.toPython() for term in row) for row in rows} == {  # type: ignore[union-attr]
        ("visited", 9),
        ("to visit", 6),
    }


def test_rdflib_stumbles_over_a_prefix_that_ends_in_a_hash(base: str, endpoint: str) -> None:
    query = f"PREFIX poa: <{base}/def/poa#> SELECT * {{ SERVICE <{endpoint}> {{ ?s a poa:Goal }} }}"
    with pytest.raises(ParseException, match="found 'SERVICE'"):
        Graph().query(query)


def test_rdflib_stumbles_over_a_service_in_a_service(endpoint: str) -> None:
    query = f"SELECT * {{ SERVICE <{endpoint}> {{ SERVICE <{endpoint}> {{ ?s ?p ?o }} }} }}"
    with pytest.raises(RecursionError):
        Graph().query(query)
