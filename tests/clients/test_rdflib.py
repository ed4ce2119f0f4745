"""The site asked by rdflib: as a remote graph, and by the addresses of things."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from urllib.error import HTTPError

import pytest
from rdflib import Dataset, Graph, Literal, Namespace, URIRef
from rdflib.namespace import RDF, SKOS, XSD
from rdflib.plugins.stores.sparqlstore import SPARQLStore

from tests.clients.snippets import Snippet, check


@pytest.fixture(params=["GET", "POST", "POST_FORM"])
def graph(endpoint: str, request: pytest.FixtureRequest) -> Graph:
    return Graph(SPARQLStore(endpoint, method=request.param))


@pytest.fixture
def poa(base: str) -> Namespace:
    return Namespace(f"{base}/def/poa#")


@pytest.mark.parametrize("heading", ["rdflib as a remote graph", "rdflib on a thing's address"])
def test_the_page_is_right(
    page: dict[str, tuple[Snippet, ...]], heading: str, folder: Path
) -> None:
    for snippet in page[heading]:
        check(snippet, [sys.executable, "-W", "error", "-c"], folder)


def test_rows(graph: Graph, counts: str) -> None:
    rows = [tuple(row) for row in graph.query(counts)]  # type: ignore[arg-type]
    assert len(rows) == 14
    nine = Literal("9", datatype=XSD.integer)
    assert rows[1] == (Literal("COORDINACIÓN FINANCIERA", lang="es"), nine)


def test_yes_and_no(graph: Graph, poa: Namespace) -> None:
    assert graph.query(f"ASK {{ ?s a <{poa.Goal}> }}").askAnswer is True
    assert graph.query(f"ASK {{ ?s a <{poa.Nothing}> }}").askAnswer is False


def test_graphs(graph: Graph, poa: Namespace) -> None:
    found = graph.query(f"CONSTRUCT WHERE {{ ?goal a <{poa.Goal}> }}").graph
    assert found is not None
    assert len(found) == 62
    assert set(found.predicates()) == {RDF.type}


def test_patterns(graph: Graph, poa: Namespace, unit: str) -> None:
    goals = {s for s, _, _ in graph.triples((None, RDF.type, poa.Goal))}
    here = {s for s, _, _ in graph.triples((None, poa.responsibleUnit, URIRef(unit)))}
    assert len(goals) == 62
    assert len(goals & here) == 9
    assert graph.value(URIRef(unit), SKOS.prefLabel) == Literal(
        "COORDINACIÓN FINANCIERA", lang="es"
    )
    assert (URIRef(unit), RDF.type, poa.Goal) not in graph


def test_bindings(graph: Graph, poa: Namespace, unit: str) -> None:
    query = "SELECT ?goal { ?goal a poa:Goal ; poa:responsibleUnit ?unit }"
    bound = {"unit": URIRef(unit)}
    assert len(graph.query(query, initNs={"poa": poa}, initBindings=bound)) == 9


def test_bindings_with_an_aggregate_count_everything(
    graph: Graph, poa: Namespace, unit: str
) -> None:
    query = "SELECT (COUNT(?goal) AS ?n) { ?goal a poa:Goal ; poa:responsibleUnit ?unit }"
    bound = {"unit": URIRef(unit)}
    (row,) = graph.query(query, initNs={"poa": poa}, initBindings=bound)
    assert row[0].toPython() == 62  # type: ignore[index, union-attr]


def test_named_graphs(base: str, endpoint: str, poa: Namespace) -> None:
    for name, goals in (("graph/ame/a4/2015-09-30", 62), ("graph/none", 0)):
        graph = Graph(SPARQLStore(endpoint), URIRef(f"{base}/{name}"))
        assert len(list(graph.triples((None, RDF.type, poa.Goal)))) == goals


def test_the_graphs_of_a_dataset_cannot_be_listed(endpoint: str) -> None:
    with pytest.raises(TypeError, match="read only"):
        list(Dataset(SPARQLStore(endpoint)).graphs())


def test_an_error_has_our_words_in_its_context(endpoint: str) -> None:
    graph = Graph(SPARQLStore(endpoint))
    with pytest.raises(ValueError, match="You did something wrong") as caught:
        graph.query("SELECT * {")
    cause = caught.value.__context__
    assert isinstance(cause, HTTPError)
    assert cause.code == 400
    assert json.load(cause)["code"] == "query-syntax"


@pytest.mark.parametrize("method", ["POST", "POST_FORM"])
def test_an_error_after_post_is_a_tuple_and_not_raised(endpoint: str, method: str) -> None:
    answer: object = Graph(SPARQLStore(endpoint, method=method)).query("SELECT * {")
    assert answer == (400, "HTTP Error 400: Bad Request", None)


def test_a_thing_is_parsed_from_its_address(unit: str, poa: Namespace) -> None:
    graph = Graph().parse(unit)
    goals = set(graph.subjects(RDF.type, poa.Goal))
    assert len(goals & set(graph.subjects(poa.responsibleUnit, URIRef(unit)))) == 9
