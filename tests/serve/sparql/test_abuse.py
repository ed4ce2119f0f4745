"""What people try against a query endpoint, against the whole application and its real sandbox."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from a4_rdf.serve.app import create_app
from tests.serve.sandboxes import QUICK, running
from tests.serve.small import BASE, OLD, RELEASE, publish

JSON = "application/sparql-results+json"
EVIL = "evil.example"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    public = publish(tmp_path_factory.mktemp("abuse") / "public", releases=(OLD, RELEASE))
    with running(public) as (_, runner):
        yield create_app(public, runner=runner).test_client()


@pytest.fixture
def canary() -> Iterator[socket.socket]:
    """Yield a listener that nobody calls."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener
        listener.setblocking(False)
        with pytest.raises(BlockingIOError):
            listener.accept()


def still_serves(client: FlaskClient) -> bool:
    asked = client.get("/sparql", query_string={"query": "ASK { ?s ?p ?o }"})
    page = client.get("/doc/organizacion/gad.html")
    return (asked.json, page.status_code) == ({"head": {}, "boolean": True}, 200)


FUNCTIONS = "SELECT (" + "STR(" * 1000 + "1" + ")" * 1000 + " AS ?x) {}"
GROUPS = "ASK " + "{" * 5000 + "}" * 5000
NEGATED = "ASK { FILTER(" + "!" * 30_000 + "true) }"
ADDED = "SELECT (" + "1+" * 20_000 + "1 AS ?x) {}"
LISTED = "ASK { ?s ?p " + "(" * 3000 + ")" * 3000 + " }"
PATHS = "ASK { ?s " + "(" * 3000 + "<urn:p>" + ")*" * 3000 + " ?o }"
SELECTS = "SELECT * { " + "{ SELECT * { " * 1500 + "} }" * 1500 + " }"


@pytest.mark.parametrize(
    "query",
    [FUNCTIONS, GROUPS, NEGATED, ADDED, LISTED, PATHS, SELECTS],
    ids=["functions", "groups", "negations", "sums", "lists", "paths", "selects"],
)
def test_deep_nesting_ends_its_own_query_at_most(client: FlaskClient, query: str) -> None:
    begun = time.monotonic()
    answer = client.post("/sparql", data={"query": query})
    assert answer.status_code in (200, 400, 503)
    assert answer.status_code == 200 or answer.mimetype == "application/problem+json"
    assert time.monotonic() - begun < QUICK.seconds + 1
    assert still_serves(client)


@pytest.mark.parametrize(
    "pattern",
    ["(a+)+$", "(a|a)*b", "((a{1,90}){1,90}){1,90}", "(.*){1,500}b", "\\\\p{L}{900}{900}"],
)
def test_a_regular_expression_takes_no_longer_than_a_query_may(
    client: FlaskClient, pattern: str
) -> None:
    text = f'ASK {{ FILTER(REGEX("{"a" * 30_000}", "{pattern}")) }}'
    begun = time.monotonic()
    answer = client.post("/sparql", data={"query": text})
    assert answer.status_code in (200, 503)
    assert time.monotonic() - begun < QUICK.seconds + 1
    assert still_serves(client)


def test_a_huge_list_of_alternatives_is_bounded_as_all_is(client: FlaskClient) -> None:
    def asking(count: int) -> str:
        numbers = ",".join(map(str, range(count)))
        return f"SELECT (COUNT(*) AS ?n) {{ ?s ?p ?o FILTER(?o IN ({numbers})) }}"

    assert client.post("/sparql", data={"query": asking(50)}).status_code == 200
    text = asking(12_500)
    assert 60_000 < len(text) < QUICK.query_bytes
    begun = time.monotonic()
    assert client.post("/sparql", data={"query": text}).status_code in (200, 503)
    assert time.monotonic() - begun < QUICK.seconds + 1
    longer = text.replace("?o IN (", "?o IN (" + "0," * 10_000)
    refused = client.post("/sparql", data={"query": longer})
    assert refused.status_code == 413
    assert refused.json is not None
    assert (refused.json["bound"], refused.json["limit"]) == ("query_bytes", 65536)


@pytest.mark.parametrize("sent", ["query", "default-graph-uri", "named-graph-uri"])
@pytest.mark.parametrize("byte", ["\x00", "\r\nSet-Cookie: a=1\r\n\r\n", "\ud800", "\uffff"])
def test_odd_characters_are_data(client: FlaskClient, sent: str, byte: str) -> None:
    fields = {"query": "ASK {}", sent: f"ASK {{ 'a{byte}' }}"}
    encoded = "&".join(f"{name}={quoted(value)}" for name, value in fields.items())
    answer = client.get(f"/sparql?{encoded}")
    assert answer.status_code == 400
    assert answer.json is not None
    assert "Set-Cookie" not in answer.headers
    assert all("\r" not in value and "\n" not in value for value in answer.headers.values())
    assert still_serves(client)


def quoted(text: str) -> str:
    return "".join(f"%{byte:02X}" for byte in text.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("SELECT * { SERVICE <http://127.0.0.1:PORT/> { ?s ?p ?o } }", 403),
        ("SELECT * { SERVICE SILENT <http://127.0.0.1:PORT/> { ?s ?p ?o } }", 403),
        ("ASK { BIND(<http://127.0.0.1:PORT/> AS ?at) \\u0053ERVICE ?at {} }", 403),
        ("LOAD <http://127.0.0.1:PORT/>", 403),
        ("LOAD SILENT <http://127.0.0.1:PORT/> INTO GRAPH <urn:g>", 403),
        ("ASK FROM <http://127.0.0.1:PORT/> { ?s ?p ?o }", 403),
        ("ASK FROM NAMED <http://127.0.0.1:PORT/> { GRAPH ?g { ?s ?p ?o } }", 403),
        ("PREFIX at: <http://127.0.0.1:PORT/> ASK FROM at:x { ?s ?p ?o }", 403),
        ("ASK FROM <file:///etc/passwd> { ?s ?p ?o }", 403),
        ("ASK FROM <graph/none> { ?s ?p ?o }", 200),
        ("ASK { GRAPH <http://127.0.0.1:PORT/> { ?s ?p ?o } }", 200),
        ("DESCRIBE <http://127.0.0.1:PORT/>", 200),
    ],
)
@pytest.mark.parametrize("path", ["/sparql", "/consultas"])
def test_nothing_is_fetched(
    client: FlaskClient, canary: socket.socket, path: str, query: str, status: int
) -> None:
    aimed = query.replace("PORT", str(canary.getsockname()[1]))
    answer = client.get(path, query_string={"query": aimed}, headers={"Accept": f"{JSON}, */*"})
    assert answer.status_code == status
    if path == "/sparql" and aimed.startswith("ASK") and status == 200:
        assert answer.json == {"head": {}, "boolean": False}


@pytest.mark.parametrize("name", ["default-graph-uri", "named-graph-uri"])
def test_no_graph_of_the_request_is_fetched(
    client: FlaskClient, canary: socket.socket, name: str
) -> None:
    graph = f"http://127.0.0.1:{canary.getsockname()[1]}/"
    asked = {"query": "ASK { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }", name: graph}
    assert client.post("/sparql", data=asked).json == {"head": {}, "boolean": False}


PATHS_OF_THINGS = [
    "/doc/organizacion/gad%3E%20%7D%20UNION%20%7B%20%3Fs%20%3Fp%20%3Fo%20%7D%20%23.ttl",
    "/doc/organizacion/gad%3E.%20%3Fs%20%3Fp%20%3Fo.%20%3Cx.ttl",
    "/id/organizacion/gad%22%0A%3C",
    "/id/unidad/gad/%7B%7D",
    "/doc/organizacion/%00.ttl",
    "/doc/organizacion/gad%0D%0ASet-Cookie%3A%20a=1",
    "/graph/gad%3E/a4/2015-09-30",
    "/def/poa%3E%20%3Fp",
    "/kos/%3E%20%7D%20%3B%20DROP%20ALL",
    "/doc/organizacion/..%2f..%2f..%2fetc%2fpasswd",
]


@pytest.mark.parametrize("path", PATHS_OF_THINGS)
def test_an_iri_of_a_path_is_a_term_and_no_piece_of_a_query(client: FlaskClient, path: str) -> None:
    answer = client.get(path, headers={"Accept": "text/turtle"})
    assert answer.status_code in (303, 404)
    if answer.status_code == 303:  # the name is asked for as it was written
        answer = client.get(answer.headers["Location"], headers={"Accept": "text/turtle"})
        assert answer.status_code == 404
    assert "Set-Cookie" not in answer.headers
    assert f"{BASE}/id/" not in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/consultas",
        "/catalogo",
        "/cambios.atom",
        "/id/organizacion/gad",
        "/doc/organizacion/gad.html",
        "/doc/organizacion/gad.ttl",
        "/sparql",
        "/sparql?query=ASK",
        "/sparql?query=DESCRIBE%20%3Cid/organizacion/gad%3E",
        "/sitemap.xml",
        "/robots.txt",
        "/no/esta",
    ],
)
def test_no_address_is_made_of_what_a_client_says_of_the_host(
    client: FlaskClient, path: str
) -> None:
    headers = {
        "Host": EVIL,
        "X-Forwarded-Host": EVIL,
        "X-Forwarded-Proto": "evil",
        "X-Forwarded-Prefix": f"/{EVIL}",
        "X-Original-URL": f"/{EVIL}",
        "Forwarded": f"host={EVIL};proto=evil",
    }
    as_usual, answer = client.get(path), client.get(path, headers=headers)
    assert (answer.status_code, answer.data) == (as_usual.status_code, as_usual.data)
    assert EVIL not in json.dumps(list(answer.headers))
    assert EVIL not in answer.text


@pytest.mark.parametrize(
    "accept",
    ["," * 100_000, "text/csv;" * 20_000, "a/b;q=" + "9" * 50_000, '"' * 50_000, "*/" * 30_000],
)
def test_a_giant_accept_header_is_read_at_once(client: FlaskClient, accept: str) -> None:
    begun = time.process_time()
    answer = client.get("/sparql?query=ASK{}", headers={"Accept": accept})
    assert answer.status_code in (200, 406)
    assert time.process_time() - begun < 1
