"""W3C's tests of the SPARQL 1.1 Protocol: its queries answered, its updates refused.

The manifest and data (w3c/rdf-tests) are read where they are, `A4_VECTORS` or `../shared/vectors`
beside the checkout, and never copied. Where the folder is absent the tests are skipped, or fail
if `A4_REQUIRE_VECTORS` is set. Requests go to the test client alone.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from rdflib import Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.namespace import RDF
from rdflib.term import Node
from werkzeug.test import TestResponse

from a4_rdf.serve.http import headers
from a4_rdf.serve.sparql import endpoint
from tests.serve.sandboxes import publish, running

VECTORS = Path(os.environ.get("A4_VECTORS") or Path(__file__).parents[3] / "shared" / "vectors")
FOLDER = VECTORS / "sparql11-protocol"
BASE = "https://datos.ejemplo.ec"
SOURCES = "http://kasei.us/2009/09/sparql/data"

MANIFEST = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
CONTENT = Namespace("http://www.w3.org/2011/content#")
HTTP = Namespace("http://www.w3.org/2011/http#")

QUERIES = (
    "query_post_form",
    "query_dataset_default_graphs_get",
    "query_dataset_default_graphs_post",
    "query_dataset_named_graphs_post",
    "query_dataset_named_graphs_get",
    "query_dataset_full",
    "query_multiple_dataset",
    "query_get",
    "query_content_type_select",
    "query_content_type_ask",
    "query_content_type_describe",
    "query_content_type_construct",
    "query_post_direct",
    "bad_query_method",
    "bad_multiple_queries",
    "bad_query_wrong_media_type",
    "bad_query_missing_form_type",
    "bad_query_missing_direct_type",
    "bad_query_non_utf8",
    "bad_query_syntax",
)
"""The query half of the manifest, no exception."""

REFUSED = {
    "update_dataset_default_graph": 403,
    "update_dataset_default_graphs": 403,
    "update_dataset_named_graphs": 403,
    "update_dataset_full": 403,
    "update_post_form": 403,
    "update_post_direct": 403,
    "update_base_uri": 403,
    "bad_update_get": 403,
    "bad_multiple_updates": 403,
    "bad_update_wrong_media_type": 415,
    "bad_update_missing_form_type": 415,
    "bad_update_non_utf8": 403,
    "bad_update_syntax": 403,
    "bad_update_dataset_conflict": 403,
}
"""The update half: an endpoint for queries refuses it, well-formed or not."""

FORMATS = {
    "boolean": ("application/sparql-results+json", "application/sparql-results+xml"),
    "tabular": ("application/sparql-results+json", "application/sparql-results+xml"),
    "RDF": ("text/turtle", "application/rdf+xml", "application/n-triples"),
}


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request of a case and what is expected of the response."""

    method: str
    query_string: str
    content_type: str | None
    body: bytes
    statuses: tuple[str, ...]
    boolean: bool | None
    form: str | None


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    _require_vectors()
    graphs = (
        f"<{SOURCES}/data{n}.rdf> {{ {(FOLDER / f'data{n}.nt').read_text('utf-8')} }}"
        for n in (1, 2, 3)
    )
    public = publish(tmp_path_factory.mktemp("protocol"), "vectors", "\n".join(graphs))
    with running(public) as (_, runner):
        app = Flask("test")
        headers.install(app)
        app.register_blueprint(endpoint.blueprint(runner, lambda: endpoint.Dataset(BASE, "d")))
        yield app.test_client()


def test_every_entry_of_the_manifest_is_accounted_for() -> None:
    _require_vectors()
    assert sorted(_cases()) == sorted((*QUERIES, *REFUSED))
    assert (len(QUERIES), len(REFUSED)) == (20, 14)


@pytest.mark.parametrize("name", QUERIES)
def test_a_query_is_answered_as_the_protocol_says(client: FlaskClient, name: str) -> None:
    exchanges = _cases()[name]
    assert exchanges
    for exchange in exchanges:
        answer = _send(client, exchange)
        assert f"StatusCode{answer.status_code // 100}xx" in exchange.statuses
        if exchange.form:
            assert answer.mimetype in FORMATS[exchange.form]
        if exchange.boolean is not None:
            assert answer.json is not None
            assert answer.json["boolean"] is exchange.boolean


@pytest.mark.parametrize(("name", "status"), REFUSED.items())
def test_an_update_is_refused(client: FlaskClient, name: str, status: int) -> None:
    assert _send(client, _cases()[name][0]).status_code == status
    kept = client.get("/sparql", query_string={"query": "ASK { GRAPH ?g { ?s ?p ?o } }"})
    assert kept.json == {"head": {}, "boolean": True}


def _require_vectors() -> None:
    if not FOLDER.is_dir():
        if os.environ.get("A4_REQUIRE_VECTORS"):
            pytest.fail(f"no test vectors at {FOLDER}")
        pytest.skip(f"no test vectors at {FOLDER}; set A4_VECTORS to their folder")


def _send(client: FlaskClient, exchange: Exchange) -> TestResponse:
    return client.open(
        "/sparql",
        method=exchange.method,
        query_string=exchange.query_string,
        content_type=exchange.content_type,
        data=exchange.body,
    )


@cache
def _cases() -> dict[str, tuple[Exchange, ...]]:
    path = FOLDER / "protocol-manifest.ttl"
    graph = Graph().parse(path, format="turtle", publicID="http://manifest/")
    (manifest,) = graph.subjects(RDF.type, MANIFEST.Manifest)
    entries = Collection(graph, _one(graph, manifest, MANIFEST.entries))
    return {str(entry).rpartition("#")[2]: _exchanges(graph, entry) for entry in entries}


def _exchanges(graph: Graph, entry: Node) -> tuple[Exchange, ...]:
    connection = _one(graph, entry, MANIFEST.action)
    requests = Collection(graph, _one(graph, connection, HTTP.requests))
    return tuple(_exchange(graph, request) for request in requests)


def _exchange(graph: Graph, request: Node) -> Exchange:
    response = _one(graph, request, HTTP.resp)
    boolean = graph.value(response, MANIFEST.expectedBoolean)
    form = graph.value(response, MANIFEST.expectedFormat)
    statuses = graph.objects(response, MANIFEST.expectedStatus)
    return Exchange(
        method=str(_one(graph, request, HTTP.methodName)),
        query_string=str(_one(graph, request, HTTP.absolutePath)).partition("?")[2],
        content_type=_content_type(graph, request),
        body=_body(graph, request),
        statuses=tuple(str(status).rpartition("#")[2] for status in statuses),
        boolean=None if boolean is None else str(boolean) == "true",
        form=None if form is None else str(form),
    )


def _content_type(graph: Graph, request: Node) -> str | None:
    listed = graph.value(request, HTTP.headers)
    for header in Collection(graph, listed) if listed is not None else ():
        if str(_one(graph, header, HTTP.fieldName)).lower() == "content-type":
            return str(_one(graph, header, HTTP.fieldValue))
    return None


def _body(graph: Graph, request: Node) -> bytes:
    body = graph.value(request, HTTP.body)
    if body is None:
        return b""
    encoding = str(_one(graph, body, CONTENT.characterEncoding))
    return str(_one(graph, body, CONTENT.chars)).encode(encoding)


def _one(graph: Graph, subject: Node, predicate: URIRef) -> Node:
    found = graph.value(subject, predicate)
    assert found is not None, (subject, predicate)
    return found
