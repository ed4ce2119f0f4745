"""The application over the small publication: addresses, negotiation, headers, errors."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from rdflib import Literal, URIRef
from rdflib.namespace import DCTERMS, ORG, OWL, SKOS

from a4_rdf import formats
from a4_rdf.serve.app import create_app
from a4_rdf.serve.sandbox import Outcome, Presence, QueryAnswer
from a4_rdf.store import rdfio
from tests.serve.small import BASE
from tests.serve.told import Told

UNIT = "unidad/gad/coordinacion-de-vias"
VARY = "Accept, accept-datetime, Accept-Encoding"
TURTLE = {"Accept": "text/turtle"}

ADDRESSES = (
    "/",
    "/organizaciones",
    "/unidades",
    "/consultas",
    "/dumps/",
    "/catalogo",
    "/catalogo.ttl",
    "/.well-known/void",
    "/def/poa",
    "/def/poa.ttl",
    "/def/poa/0.1.0",
    "/kos/cota",
    "/kos/cota/at-least",
    "/doc/organizacion/gad",
    f"/doc/{UNIT}",
    f"/doc/{UNIT}.jsonld",
    f"/doc/2015-08-31/{UNIT}",
    f"/doc/2015-08-31/{UNIT}.nt",
    f"/timemap/link/doc/{UNIT}",
    "/doc/plan/gad/2015",
    "/doc/periodo/2015",
    "/doc/documento/gad/2015-09-30",
    "/doc/documento/gad/2015-09-30/fila/4",
    "/doc/documento/gad/2015-09-30/fuente.txt",
    "/doc/conjunto/gad/2015-09-30",
    "/doc/conversion/gad/2015-09-30",
    "/doc/contacto/gad",
    "/doc/puesto/gad/responsable-direccion-de-obras",
    "/graph/gad/a4/2015-09-30",
    "/graph/gad/a4/2015-09-30.trig",
    "/graph/gad/a4/2015-08-31.ttl",
    "/dumps/latest.ttl",
    "/dumps/latest.ttl.gz",
    "/dumps/gad/2015-09-30.csv",
    "/static/estilo.css",
    "/healthz",
    "/readyz",
    "/robots.txt",
    "/sitemap.xml",
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_address_of_the_contract_answers_and_head_equals_get(
    client: FlaskClient, address: str
) -> None:
    got, head = client.get(address), client.head(address)
    assert got.status_code == 200, got.text
    assert (head.status_code, head.data) == (200, b"")
    headers, others = dict(head.headers), dict(got.headers)
    assert headers.keys() == others.keys()
    assert headers | {"Date": ""} == others | {"Date": ""}  # a second may have passed
    assert got.headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in got.headers["Content-Security-Policy"]
    # The query editor sets styles of its own; its page runs no script that stands in it.
    policy = got.headers["Content-Security-Policy"]
    assert "unsafe" not in policy.replace("style-src 'self' 'unsafe-inline'", "")
    assert "unsafe" not in policy or address == "/consultas"


def test_a_thing_sends_to_its_description(client: FlaskClient) -> None:
    answer = client.get(f"/id/{UNIT}", headers=TURTLE)
    assert answer.status_code == 303
    assert answer.headers["Location"] == f"/doc/{UNIT}"
    assert answer.headers["Vary"] == "Accept"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize(
    ("accept", "content_type"),
    [
        (None, "text/html; charset=utf-8"),
        ("*/*", "text/html; charset=utf-8"),
        ("text/turtle", "text/turtle; charset=utf-8"),
        ("application/n-triples", "application/n-triples"),
        ("application/ld+json", "application/ld+json"),
        ("application/rdf+xml", "application/rdf+xml"),
        ("text/html;q=0.3, application/ld+json;q=0.7", "application/ld+json"),
        ("application/json", "application/ld+json"),
    ],
)
def test_a_description_is_negotiated(
    client: FlaskClient, accept: str | None, content_type: str
) -> None:
    answer = client.get(f"/doc/{UNIT}", headers={"Accept": accept} if accept else {})
    assert (answer.status_code, answer.content_type) == (200, content_type)
    assert answer.headers["Vary"] == VARY


def test_each_suffix_has_its_form_and_all_say_the_same(client: FlaskClient) -> None:
    graphs = [
        set(rdfio.parse(client.get(f"/doc/{UNIT}.{f.suffix}").data, f, BASE))
        for f in (formats.TURTLE, formats.NTRIPLES, formats.JSONLD, formats.RDFXML)
    ]
    assert len(graphs[0]) > 50
    assert all(graph == graphs[0] for graph in graphs)
    unit = URIRef(f"{BASE}/id/{UNIT}")
    assert (unit, SKOS.prefLabel, Literal("COORDINACIÓN DE VÍAS", lang="es")) in graphs[0]
    parent = URIRef(f"{BASE}/id/unidad/gad/direccion-de-obras")
    assert (parent, ORG.hasSubOrganization, unit) in graphs[0]


def test_a_description_links_to_its_other_forms(client: FlaskClient) -> None:
    link = client.get(f"/doc/{UNIT}").headers["Link"]
    assert f'</doc/{UNIT}.ttl>; rel="alternate"; type="text/turtle"' in link
    assert f'</doc/{UNIT}.ttl>; rel="describedby"; type="text/turtle"' in link
    assert f'<{BASE}/doc/{UNIT}>; rel="canonical"' in link
    assert f'<{BASE}/id/{UNIT}>; rel="describes"' in link
    assert "describedby" not in client.get(f"/doc/{UNIT}.ttl").headers["Link"]


def test_validators_differ_by_form_and_answer_304(client: FlaskClient) -> None:
    page = client.get(f"/doc/{UNIT}")
    turtle = client.get(f"/doc/{UNIT}", headers=TURTLE)
    assert page.headers["ETag"].startswith('"')
    assert page.headers["ETag"] != turtle.headers["ETag"]
    assert page.headers["Last-Modified"] == "Wed, 30 Sep 2015 00:00:00 GMT"
    again = client.get(f"/doc/{UNIT}", headers=TURTLE | {"If-None-Match": turtle.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["Vary"] == VARY
    assert again.headers["ETag"] == turtle.headers["ETag"]
    assert again.headers["Access-Control-Allow-Origin"] == "*"
    other = client.get(f"/doc/{UNIT}", headers={"If-None-Match": turtle.headers["ETag"]})
    assert other.status_code == 200


def test_406_lists_what_there_is(client: FlaskClient) -> None:
    answer = client.get(f"/doc/{UNIT}", headers={"Accept": "image/png"})
    assert answer.status_code == 406
    assert answer.headers["Vary"] == "Accept, accept-datetime"
    assert f"text/turtle /doc/{UNIT}.ttl" in answer.text
    assert f'</doc/{UNIT}.jsonld>; rel="alternate"' in answer.headers["Link"]


@pytest.mark.parametrize("path", ["/id/unidad/gad/nada", "/doc/unidad/gad/nada", "/kos/nada"])
@pytest.mark.parametrize(
    ("accept", "content_type"),
    [
        ("text/html", "text/html; charset=utf-8"),
        ("text/turtle", "text/turtle; charset=utf-8"),
        ("application/n-triples", "application/n-triples"),
        ("application/rdf+xml", "application/rdf+xml"),
        ("application/ld+json", "application/ld+json"),
    ],
)
def test_404_is_in_the_asked_form(
    client: FlaskClient, path: str, accept: str, content_type: str
) -> None:
    answer = client.get(path, headers={"Accept": accept})
    assert (answer.status_code, answer.content_type) == (404, content_type)
    assert answer.headers["Vary"] == "Accept, Accept-Encoding"
    if fmt := formats.by_media_type(accept):
        assert rdfio.parse(answer.data, fmt, BASE) == ()
        assert "No está aquí" in answer.text


def test_404_follows_the_suffix(client: FlaskClient) -> None:
    answer = client.get("/doc/nada.ttl", headers={"Accept": "text/html"})
    assert (answer.status_code, answer.content_type) == (404, "text/turtle; charset=utf-8")


def test_404_of_a_program_is_a_problem(client: FlaskClient) -> None:
    answer = client.get("/nada", headers={"Accept": "application/json"})
    assert (answer.status_code, answer.content_type) == (404, "application/problem+json")
    assert json.loads(answer.data)["status"] == 404


def test_405_says_what_is_allowed(client: FlaskClient) -> None:
    answer = client.post(f"/doc/{UNIT}")
    assert answer.status_code == 405
    assert answer.headers["Allow"] == "GET, HEAD, OPTIONS"


def test_a_preflight_is_answered_without_credentials(client: FlaskClient) -> None:
    answer = client.options(f"/doc/{UNIT}", headers={"Origin": "https://otro.ec"})
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "GET" in answer.headers["Access-Control-Allow-Methods"]
    assert "Access-Control-Allow-Credentials" not in answer.headers


@pytest.mark.parametrize("path", ["/", f"/doc/{UNIT}", "/id/" + UNIT, "/dumps", "/doc/nada"])
def test_the_host_header_reaches_no_answer(client: FlaskClient, path: str) -> None:
    answer = client.get(path, headers={"Host": "malo.example", "X-Forwarded-Host": "malo.example"})
    assert "malo.example" not in answer.text
    assert "malo.example" not in str(answer.headers)


def test_a_line_break_in_a_path_stays_encoded(client: FlaskClient) -> None:
    answer = client.get("/id/unidad/gad/x%0d%0aSet-Cookie:%20a=b", headers=TURTLE)
    assert answer.status_code == 404
    assert "Set-Cookie" not in answer.headers


def test_the_catalogue_is_turtle_for_harvesters(client: FlaskClient) -> None:
    assert client.get("/catalogo", headers={"Accept": "*/*"}).mimetype == "text/turtle"
    assert client.get("/catalogo", headers={"Accept": "text/html"}).mimetype == "text/html"
    fixed = client.get("/catalogo.ttl", headers={"Accept": "text/html"})
    assert (fixed.mimetype, fixed.headers["Vary"]) == ("text/turtle", "Accept-Encoding")
    assert client.get("/catalogo.pdf").status_code == 404


def test_a_version_of_the_vocabulary_describes_itself(client: FlaskClient) -> None:
    triples = rdfio.parse(client.get("/def/poa/0.1.0", headers=TURTLE).data, formats.TURTLE, BASE)
    version, vocabulary = URIRef(f"{BASE}/def/poa/0.1.0"), URIRef(f"{BASE}/def/poa")
    assert (version, DCTERMS.isVersionOf, vocabulary) in triples
    assert (vocabulary, OWL.versionIRI, version) in triples


def test_a_dump_has_ranges_and_its_checksum_as_etag(client: FlaskClient) -> None:
    whole = client.get("/dumps/latest.nt")
    part = client.get("/dumps/latest.nt", headers={"Range": "bytes=0-9"})
    assert (part.status_code, part.data) == (206, whole.data[:10])
    assert part.headers["Content-Range"] == f"bytes 0-9/{len(whole.data)}"
    assert len(whole.headers["ETag"].strip('"')) == 64
    assert whole.headers["Access-Control-Allow-Origin"] == "*"
    beyond = client.get("/dumps/latest.nt", headers={"Range": f"bytes={len(whole.data)}-"})
    assert beyond.status_code == 416


def test_dumps_have_their_media_types(client: FlaskClient) -> None:
    assert client.get("/dumps/latest.ttl.gz").content_type == "application/gzip"
    assert client.get("/dumps/latest.nq").content_type == "application/n-quads"
    csv = client.get("/dumps/goals.csv")
    assert csv.content_type == "text/csv; charset=utf-8"
    assert csv.headers["Content-Disposition"] == "attachment; filename=goals.csv"
    assert 'rel="describedby"; type="application/csvm+json"' in csv.headers["Link"]
    source = client.get("/doc/documento/gad/2015-09-30/fuente.txt")
    assert source.content_type == "text/plain; charset=utf-8"


@pytest.mark.parametrize(
    "path", ["/dumps/../publication.json", "/dumps/%2e%2e/publication.json", "/dumps/x.ttl"]
)
def test_only_listed_files_are_served(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_incoming_links_are_counted_and_paged(client: FlaskClient) -> None:
    path = "/kos/estado-fila/goal"
    first = client.get(path)
    assert "<h3>Enlazan aquí por «estado de la fila»: 3</h3>" in first.text
    after = f"{BASE}/id/documento/gad/2015-09-30/fila/4"
    query = {"relacion": f"{BASE}/def/poa#rowStatus", "desde": after}
    second = client.get(path, query_string=query)
    assert "fila/4" not in second.text
    assert "fila/5" in second.text
    assert first.headers["ETag"] != second.headers["ETag"]


def test_readiness_counts_the_queries_process(public: Path) -> None:
    told = Told(QueryAnswer(Outcome.BUSY))
    client = create_app(public, runner=told).test_client()
    assert client.get("/readyz").text == "ok sha256:one\n"
    told.there = Presence(is_there=False)
    away = client.get("/readyz")
    assert (away.status_code, away.text) == (503, "queries are not answered now\n")
    assert client.get("/healthz").status_code == 200


def test_a_site_whose_queries_are_refused_for_good_is_ready_and_says_why(
    client: FlaskClient,
) -> None:
    answer = client.get("/readyz")
    assert (answer.status_code, answer.text) == (
        200,
        "ok sha256:one\nqueries refused: Esta copia no tiene servicio de consultas.\n",
    )


def test_robots_and_sitemap_carry_the_configured_base(client: FlaskClient) -> None:
    assert f"Sitemap: {BASE}/sitemap.xml" in client.get("/robots.txt").text
    sitemap = client.get("/sitemap.xml").text
    assert f"<loc>{BASE}/doc/{UNIT}</loc>" in sitemap
    assert "/id/" not in sitemap
