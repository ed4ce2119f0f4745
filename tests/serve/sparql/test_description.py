"""What the endpoint says of itself."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient
from rdflib import BNode, Literal, URIRef
from rdflib.namespace import RDF

from a4_rdf import formats
from a4_rdf.formats import Format
from a4_rdf.serve.sandbox import Outcome, QueryAnswer
from a4_rdf.serve.sparql.description import describe
from a4_rdf.store import rdfio
from a4_rdf.vocab import SD, W3_FORMATS
from tests.serve.sandboxes import BASE, GRAPH
from tests.serve.sparql.test_endpoint import client_of
from tests.serve.told import Told

SERVICE = URIRef("https://datos.ejemplo.ec/sparql")
PART = URIRef("https://datos.ejemplo.ec/sparql#graph/gad/a4/2015-09-30")


@pytest.fixture
def client() -> FlaskClient:
    return client_of(Told(QueryAnswer(Outcome.BUSY)))


@pytest.mark.parametrize(
    ("accept", "form", "content_type"),
    [
        (None, formats.TURTLE, "text/turtle; charset=utf-8"),
        ("*/*", formats.TURTLE, "text/turtle; charset=utf-8"),
        ("application/n-triples", formats.NTRIPLES, "application/n-triples"),
        ("application/ld+json", formats.JSONLD, "application/ld+json"),
        ("application/rdf+xml", formats.RDFXML, "application/rdf+xml"),
    ],
)
def test_a_request_without_query_gets_the_description(
    client: FlaskClient, accept: str | None, form: Format, content_type: str
) -> None:
    answer = client.get("/sparql", headers={"Accept": accept} if accept else {})
    assert (answer.status_code, answer.content_type) == (200, content_type)
    assert set(rdfio.parse(answer.data, form, BASE)) == set(
        describe(BASE, f"{BASE}/sparql", (GRAPH,))
    )


def test_the_description_names_language_formats_and_graphs() -> None:
    triples = describe(BASE, f"{BASE}/sparql", (GRAPH,))
    assert (SERVICE, RDF.type, SD.Service) in triples
    assert (SERVICE, SD.endpoint, SERVICE) in triples
    assert (SERVICE, SD.supportedLanguage, SD.SPARQL11Query) in triples
    assert (SERVICE, SD.resultFormat, W3_FORMATS["SPARQL_Results_JSON"]) in triples
    assert (PART, SD.name, URIRef(GRAPH)) in triples
    assert not [term for triple in triples for term in triple if isinstance(term, BNode)]


def test_what_it_mentions_of_its_own_it_describes() -> None:
    triples = describe(BASE, f"{BASE}/sparql", (GRAPH,))
    subjects = {s for s, _, _ in triples}
    mentioned = {o for _, _, o in triples if not isinstance(o, Literal) and o.startswith(SERVICE)}
    assert mentioned <= subjects


def test_browsers_are_sent_to_the_query_page_if_there_is_one(client: FlaskClient) -> None:
    accept = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
    with_page = client_of(Told(QueryAnswer(Outcome.BUSY)), query_page="/consultas")
    sent = with_page.get("/sparql", headers=accept)
    assert (sent.status_code, sent.headers["Location"]) == (303, "/consultas")
    assert "Accept" in sent.vary
    assert with_page.get("/sparql").content_type == "text/turtle; charset=utf-8"
    assert client.get("/sparql", headers=accept).content_type == "text/turtle; charset=utf-8"


def test_a_form_that_there_is_not_is_406(client: FlaskClient) -> None:
    answer = client.get("/sparql", headers={"Accept": "image/png"})
    assert answer.status_code == 406
    assert answer.json is not None
    assert answer.json["offers"][0] == "text/turtle"


def test_who_holds_the_description_is_told_so(client: FlaskClient) -> None:
    etag = client.get("/sparql").headers["ETag"]
    again = client.get("/sparql", headers={"If-None-Match": etag})
    assert (again.status_code, again.data) == (304, b"")
