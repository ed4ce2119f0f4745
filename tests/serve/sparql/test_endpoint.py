"""The query endpoint over HTTP, with the real sandbox behind it."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from a4_rdf.serve.http import headers
from a4_rdf.serve.sandbox import Outcome, QueryAnswer, Runner
from a4_rdf.serve.sparql import endpoint
from a4_rdf.serve.sparql.endpoint import Dataset
from tests.serve.sandboxes import BASE, GRAPH, HUGE, LABELS, QUICK, publish, running
from tests.serve.told import Told

JSON = "application/sparql-results+json"
FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
CONSTRUCT = "CONSTRUCT { <s> <p> 1 } {}"
COMMENTS = "ASK { ?s <http://www.w3.org/2000/01/rdf-schema#comment> ?o }"
UNKNOWN = "http://127.0.0.1:9/unknown"


def client_of(runner: Runner, query_page: str = "", digest: str = "digest-one") -> FlaskClient:
    app = Flask("test")
    headers.install(app)
    routes = endpoint.blueprint(runner, lambda: Dataset(BASE, digest, lambda: (GRAPH,)), query_page)
    app.register_blueprint(routes)
    return app.test_client()


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    folder: Path = tmp_path_factory.mktemp("endpoint")
    with running(publish(folder, "one")) as (_, runner):
        yield client_of(runner)


def test_a_query_comes_by_get_by_form_and_by_itself(client: FlaskClient) -> None:
    by_get = client.get("/sparql", query_string={"query": LABELS})
    by_form = client.post("/sparql", data={"query": LABELS})
    by_itself = client.post("/sparql", data=LABELS, content_type=QUERY)
    assert [r.status_code for r in (by_get, by_form, by_itself)] == [200, 200, 200]
    assert by_get.content_type == JSON
    assert by_get.json == {
        "head": {"vars": ["label"]},
        "results": {
            "bindings": [
                {"label": {"type": "literal", "xml:lang": "es", "value": "Dirección de Vías"}},
                {"label": {"type": "literal", "xml:lang": "es", "value": "Riego, drenaje"}},
            ]
        },
    }
    assert by_get.data == by_form.data == by_itself.data


@pytest.mark.parametrize(
    ("query", "accept", "content_type"),
    [
        (LABELS, "*/*", JSON),
        (LABELS, JSON, JSON),
        (LABELS, "application/json", "application/json"),
        (LABELS, "application/sparql-results+xml", "application/sparql-results+xml"),
        (LABELS, "text/csv", "text/csv; charset=utf-8"),
        (LABELS, "text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        (LABELS, f"text/csv;q=0.4, {JSON};q=0.3", "text/csv; charset=utf-8"),
        (LABELS, "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", JSON),
        ("ASK {}", "text/csv", "text/csv; charset=utf-8"),
        (CONSTRUCT, "*/*", "text/turtle; charset=utf-8"),
        (CONSTRUCT, "application/n-triples", "application/n-triples"),
        (CONSTRUCT, "application/n-quads", "application/n-quads"),
        (CONSTRUCT, "application/trig", "application/trig"),
        (CONSTRUCT, "application/ld+json", "application/ld+json"),
        (CONSTRUCT, "application/rdf+xml", "application/rdf+xml"),
        (CONSTRUCT, f"{JSON}, text/turtle;q=0.1", "text/turtle; charset=utf-8"),
    ],
)
def test_each_kind_of_result_comes_in_the_form_asked(
    client: FlaskClient, query: str, accept: str, content_type: str
) -> None:
    answer = client.get("/sparql", query_string={"query": query}, headers={"Accept": accept})
    assert (answer.status_code, answer.content_type) == (200, content_type)
    assert "Accept" in answer.vary


def test_without_accept_the_defaults_are_given(client: FlaskClient) -> None:
    assert client.get("/sparql", query_string={"query": "ASK {}"}).content_type == JSON


@pytest.mark.parametrize(
    ("query", "accept", "offer"),
    [
        (LABELS, "image/png", JSON),
        (LABELS, "text/turtle", "text/csv"),
        (CONSTRUCT, "text/csv", "text/turtle"),
        ("ASK {}", f"{JSON};q=0, application/json;q=0, text/turtle", "text/csv"),
    ],
)
def test_a_form_that_there_is_not_is_406_and_lists_what_there_is(
    client: FlaskClient, query: str, accept: str, offer: str
) -> None:
    answer = client.get("/sparql", query_string={"query": query}, headers={"Accept": accept})
    assert (answer.status_code, answer.content_type) == (406, "application/problem+json")
    assert answer.json is not None
    assert offer in answer.json["offers"]
    assert "Accept" in answer.vary


@pytest.mark.parametrize(
    ("query", "place", "told"),
    [
        ("SELECT ?s {\n  ?s skos:prefLabel ?o }", (2, 6), "the prefix skos: is not declared"),
        ("PREFIX a: <x> ASK { a:b a:c foo:d . ?s ?p 'bar:e' }", (1, 29), "the prefix foo: is"),
        ("SELECT ?a (COUNT(?b) AS ?n) { ?a ?p ?b }", None, "a variable that is unbound"),
    ],
)
def test_a_common_error_is_told_in_words(
    client: FlaskClient, query: str, place: tuple[int, int] | None, told: str
) -> None:
    answer = client.get("/sparql", query_string={"query": query}).json
    assert answer is not None
    assert told in answer["detail"]
    assert "[" not in answer["detail"]
    assert place in (None, (answer["line"], answer["column"]))


def test_a_syntax_error_has_line_and_column(client: FlaskClient) -> None:
    answer = client.get("/sparql", query_string={"query": "ASK {}\nSELECT"})
    assert answer.status_code == 400
    assert answer.json is not None
    told = {key: answer.json[key] for key in ("code", "status", "line", "column")}
    assert told == {"code": "query-syntax", "status": 400, "line": 2, "column": 1}
    assert answer.json["detail"].startswith("Cerca de la línea 2, columna 1: expected")


@pytest.mark.parametrize(
    ("parameters", "found"),
    [
        ({}, False),
        ({"default-graph-uri": GRAPH}, True),
        ({"default-graph-uri": [UNKNOWN, GRAPH]}, True),
        ({"default-graph-uri": UNKNOWN}, False),
        ({"named-graph-uri": GRAPH}, False),
    ],
)
def test_the_dataset_is_named_by_the_request(
    client: FlaskClient, parameters: dict[str, str | list[str]], found: bool
) -> None:
    by_get = client.get("/sparql", query_string={"query": COMMENTS, **parameters})
    by_form = client.post("/sparql", data={"query": COMMENTS, **parameters})
    by_itself = client.post("/sparql", query_string=parameters, data=COMMENTS, content_type=QUERY)
    for answer in (by_get, by_form, by_itself):
        assert answer.json == {"head": {}, "boolean": found}


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"query_string": {"query": ["ASK {}", "ASK {}"]}}, 400),
        ({"query_string": "query=ASK%20%7B%FF%7D"}, 400),
        ({"query_string": "&".join(["a=1"] * 1001)}, 400),
        ({"query_string": {"query": "ASK {\x00}"}}, 400),
        ({"query_string": {"query": "ASK {}", "default-graph-uri": "no/iri"}}, 400),
        ({"query_string": {"query": "ASK {}", "csv": "excel"}}, 400),
        ({"query_string": {"query": "ASK {}", "csv": ["spreadsheet", "spreadsheet"]}}, 400),
        ({"method": "POST", "data": {}}, 415),
        ({"method": "POST", "data": b"", "content_type": FORM}, 400),
        ({"method": "POST", "data": b"ASK {}"}, 415),
        ({"method": "POST", "data": b"ASK {}", "content_type": "text/plain"}, 415),
        ({"method": "POST", "data": b"query=ASK {}", "content_type": "multipart/form-data"}, 415),
        ({"method": "POST", "data": b"ASK {\xff}", "content_type": QUERY}, 400),
        ({"method": "POST", "data": b"x", "content_type": f"{QUERY}; charset=utf-16"}, 415),
        (
            {"method": "POST", "query_string": "query=ASK{}", "data": b"ASK {}"}
            | {"content_type": QUERY},
            400,
        ),
        ({"query_string": {"query": "ASK {} #" + "x" * QUICK.query_bytes}}, 413),
        ({"method": "POST", "data": b"x" * 500_000, "content_type": QUERY}, 413),
        ({"method": "PUT"}, 405),
        ({"method": "DELETE"}, 405),
    ],
)
def test_what_is_no_query_request_is_refused_plainly(
    client: FlaskClient, sent: dict[str, object], status: int
) -> None:
    answer = client.open("/sparql", **sent)  # type: ignore[arg-type]
    assert (answer.status_code, answer.content_type) == (status, "application/problem+json")
    assert answer.json is not None
    assert answer.json["status"] == status
    assert answer.headers["Cache-Control"] == "no-store"


def test_405_and_415_tell_what_goes(client: FlaskClient) -> None:
    assert client.put("/sparql").headers["Allow"] == "GET, HEAD, OPTIONS, POST"
    refused = client.post("/sparql", data="ASK {}", content_type="text/plain")
    assert refused.headers["Accept-Post"] == f"{QUERY}, {FORM}"


@pytest.mark.parametrize(
    "sent",
    [
        {"query_string": {"query": "INSERT DATA { <s> <p> 1 }"}},
        {"query_string": {"query": "PREFIX a: <x#>\n# SELECT\n\\u0044ROP ALL"}},
        {"query_string": {"update": "CLEAR ALL"}},
        {"query_string": {"query": "ASK {}", "update": "CLEAR ALL"}},
        {"method": "POST", "data": {"update": "CLEAR ALL"}},
        {"method": "POST", "data": {"query": "LOAD <http://127.0.0.1:9/x>"}},
        {"method": "POST", "data": "CLEAR ALL", "content_type": "application/sparql-update"},
        {"method": "POST", "data": "CLEAR ALL", "content_type": QUERY},
        {"method": "POST", "query_string": "update=CLEAR ALL", "data": {"query": "ASK {}"}},
    ],
)
def test_an_update_is_forbidden_in_any_disguise(
    client: FlaskClient, sent: dict[str, object]
) -> None:
    answer = client.open("/sparql", **sent)  # type: ignore[arg-type]
    assert answer.status_code == 403
    assert answer.json is not None
    assert answer.json["code"] == "update-refused"
    assert client.get("/sparql", query_string={"query": "ASK { ?s ?p ?o }"}).json == {
        "head": {},
        "boolean": True,
    }


def test_service_is_forbidden(client: FlaskClient) -> None:
    query = "SELECT * { SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } }"
    answer = client.get("/sparql", query_string={"query": query})
    assert answer.status_code == 403
    assert answer.json is not None
    assert answer.json["code"] == "service-refused"


def test_a_bound_is_named_and_nothing_of_the_result_is_sent(client: FlaskClient) -> None:
    answer = client.get("/sparql", query_string={"query": HUGE})
    assert (answer.status_code, answer.content_type) == (503, "application/problem+json")
    assert answer.json is not None
    told = {key: answer.json[key] for key in ("code", "bound", "limit")}
    assert told == {"code": "result-limit", "bound": "result_bytes", "limit": 1048576}


@pytest.mark.parametrize(
    ("outcome", "status", "bound", "limit"),
    [
        (Outcome.TIME, 503, "seconds", 1),
        (Outcome.MEMORY, 503, "memory_bytes", 157286400),
        (Outcome.SIZE, 503, "result_bytes", 1048576),
        (Outcome.ROWS, 503, "result_rows", 500000),
        (Outcome.LENGTH, 413, "query_bytes", 65536),
        (Outcome.GREEDY, 429, "per_client", 2),
        (Outcome.NESTING, 503, None, None),
        (Outcome.BUSY, 503, None, None),
        (Outcome.UNAVAILABLE, 503, None, None),
        (Outcome.FAILED, 500, None, None),
        (Outcome.UNSUPPORTED, 400, None, None),
    ],
)
def test_each_outcome_has_its_status(
    outcome: Outcome, status: int, bound: str | None, limit: int | None
) -> None:
    told = client_of(Told(QueryAnswer(outcome)))
    answer = told.get("/sparql", query_string={"query": "ASK {}"})
    assert (answer.status_code, answer.content_type) == (status, "application/problem+json")
    assert answer.json is not None
    assert (answer.json.get("bound"), answer.json.get("limit")) == (bound, limit)
    assert (answer.json["type"], answer.json["code"]) == ("about:blank", outcome.value)
    later = (Outcome.BUSY, Outcome.GREEDY, Outcome.UNAVAILABLE)
    again = "5" if outcome in later else None
    assert answer.headers.get("Retry-After") == again


def test_why_there_is_no_service_is_said() -> None:
    told = client_of(Told(QueryAnswer(Outcome.UNAVAILABLE, detail="no filter on this machine")))
    answer = told.get("/sparql", query_string={"query": "ASK {}"})
    assert answer.json is not None
    assert answer.json["detail"] == "no filter on this machine"


def test_every_outcome_has_its_words() -> None:
    for outcome in Outcome:
        if outcome is not Outcome.ANSWERED:
            told = client_of(Told(QueryAnswer(outcome, kind="select")))
            assert told.get("/sparql", query_string={"query": "ASK {}"}).status_code >= 400


def test_head_equals_get_without_its_body(client: FlaskClient) -> None:
    query = {"query": LABELS}
    got, head = (
        client.get("/sparql", query_string=query),
        client.head("/sparql", query_string=query),
    )
    assert (head.status_code, head.data) == (200, b"")
    for answer in (head, got):
        del answer.headers["Date"]
    assert head.headers == got.headers


def test_options_tell_what_goes_to_other_sites_too(client: FlaskClient) -> None:
    answer = client.options("/sparql", headers={"Origin": "https://otra.ejemplo.ec"})
    assert (answer.status_code, answer.data) == (204, b"")
    assert answer.headers["Allow"] == "GET, HEAD, OPTIONS, POST"
    assert answer.headers["Access-Control-Allow-Methods"] == "GET, HEAD, POST, OPTIONS"


@pytest.mark.parametrize("query", ["ASK {}", "ASK {", "CLEAR ALL"])
def test_every_answer_may_be_read_by_other_sites_and_is_not_sniffed(
    client: FlaskClient, query: str
) -> None:
    answer = client.get("/sparql", query_string={"query": query})
    assert answer.headers.getlist("Access-Control-Allow-Origin") == ["*"]
    assert "Access-Control-Allow-Credentials" not in answer.headers
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "Accept" in answer.vary


def test_a_table_is_a_download_with_its_values_as_they_are(client: FlaskClient) -> None:
    answer = client.get(
        "/sparql",
        query_string={"query": "SELECT ('=1+1' AS ?x) {}"},
        headers={"Accept": "text/csv"},
    )
    assert answer.data == b"x\r\n=1+1\r\n"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="resultado.csv"'


def test_formulas_are_neutralised_where_the_request_asks_for_a_spreadsheet(
    client: FlaskClient,
) -> None:
    asked = {"query": "SELECT ('=1+1' AS ?x) ('-3' AS ?y) {}", "csv": "spreadsheet"}
    browser = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
    by_get = client.get("/sparql", query_string=asked, headers=browser)
    by_form = client.post("/sparql", data=asked)
    for answer in (by_get, by_form):
        assert answer.content_type == "text/csv; charset=utf-8"
        assert answer.data == b"x,y\r\n'=1+1,-3\r\n"
    plain = client.get("/sparql", query_string={"query": asked["query"]})
    assert plain.headers["ETag"] != by_get.headers["ETag"]
    graph = client.get("/sparql", query_string=asked | {"query": CONSTRUCT})
    assert graph.status_code == 406


def test_variables_come_in_the_order_of_the_select(client: FlaskClient) -> None:
    query = "SELECT ?z (1 AS ?m) ?a ?unbound { VALUES (?a ?z) { ('a'@es-EC 'z') } }"

    def written(accept: str) -> str:
        return client.get("/sparql", query_string={"query": query}, headers={"Accept": accept}).text

    assert written(JSON).startswith('{"head":{"vars":["z","m","a","unbound"]}')
    names = [f'<variable name="{name}"/>' for name in ("z", "m", "a", "unbound")]
    assert f"<head>{''.join(names)}</head>" in written("application/sparql-results+xml")
    assert written("text/csv") == "z,m,a,unbound\r\nz,1,a,\r\n"
    assert written("text/tab-separated-values") == ('?z\t?m\t?a\t?unbound\n"z"\t1\t"a"@es-ec\t\n')


def test_an_answer_comes_compressed_from_its_process(client: FlaskClient) -> None:
    query = {"query": "SELECT * { ?s <urn:x:p> ?o }"}
    plain = client.get("/sparql", query_string=query)
    packed = client.get("/sparql", query_string=query, headers={"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == plain.data
    assert packed.headers["ETag"] != plain.headers["ETag"]
    assert "Content-Encoding" not in plain.headers


def test_the_client_is_told_apart_by_its_address() -> None:
    runner = Told(QueryAnswer(Outcome.ANSWERED, "ask", JSON, "digest-one", b"{}"))
    client_of(runner).get(
        "/sparql",
        query_string={"query": "ASK {}"},
        headers={"X-Forwarded-For": "198.51.100.1"},
        environ_base={"REMOTE_ADDR": "2001:db8:1:2::9"},
    )
    assert runner.asked[0].client == "2001:db8:1:2::/64"


def test_who_holds_the_answer_is_told_so_without_running_the_query() -> None:
    runner = Told(QueryAnswer(Outcome.ANSWERED, "ask", JSON, "digest-one", b"{}"))
    told = client_of(runner)
    query = {"query": "ASK {}"}
    first = told.get("/sparql", query_string=query)
    assert first.headers["Cache-Control"] == "public, no-cache"
    etag = first.headers["ETag"]
    assert etag.startswith('"')
    again = told.get("/sparql", query_string=query, headers={"If-None-Match": etag})
    assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", etag)
    assert "Accept" in again.vary
    assert len(runner.asked) == 1


def test_the_entity_tag_is_of_query_form_dataset_and_publication() -> None:
    runner = Told(QueryAnswer(Outcome.ANSWERED, "ask", JSON, "digest-one", b"{}"))
    told = client_of(runner)
    newer = client_of(Told(QueryAnswer(Outcome.ANSWERED, "ask", JSON, "digest-two", b"{}")))
    query = {"query": "ASK {}"}
    answers = [
        told.get("/sparql", query_string=query),
        told.get("/sparql", query_string={"query": "ASK { }"}),
        told.get("/sparql", query_string=query, headers={"Accept": "text/csv, text/turtle"}),
        told.get("/sparql", query_string={**query, "default-graph-uri": GRAPH}),
        told.get("/sparql", query_string={**query, "named-graph-uri": GRAPH}),
        newer.get("/sparql", query_string=query),
    ]
    assert len({answer.headers["ETag"] for answer in answers}) == len(answers)


def test_an_answer_that_is_new_each_time_is_not_kept() -> None:
    told = client_of(Told(QueryAnswer(Outcome.ANSWERED, "select", JSON, "digest-one", b"{}")))
    volatile = told.get("/sparql", query_string={"query": "SELECT (RAND() AS ?x) {}"})
    posted = told.post("/sparql", data={"query": "ASK {}"})
    for answer in (volatile, posted):
        assert "ETag" not in answer.headers
        assert answer.headers["Cache-Control"] == "no-store"


def test_relative_iris_are_those_of_the_publisher_whatever_host_is_asked() -> None:
    runner = Told(QueryAnswer(Outcome.ANSWERED, "ask", JSON, "digest-one", b"{}"))
    client_of(runner).get(
        "/sparql",
        query_string={"query": "ASK { <id/x> ?p ?o }"},
        headers={"Host": "otro.ejemplo", "X-Forwarded-Host": "otro.ejemplo"},
    )
    assert runner.asked[0].base == "https://datos.ejemplo.ec/"


@pytest.mark.parametrize("value", ["a\r\nSet-Cookie: x=1", "text/csv\r\nX: y"])
def test_nothing_of_the_query_gets_into_the_headers(client: FlaskClient, value: str) -> None:
    answer = client.get("/sparql", query_string={"query": f"ASK {{}} # {value}"})
    assert "Set-Cookie" not in answer.headers
    assert "X" not in answer.headers
