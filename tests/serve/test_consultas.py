"""The query page: a form that needs no script, its answers as tables and files."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from a4_rdf.serve.app import create_app
from a4_rdf.serve.sandbox import Outcome, QueryAnswer
from tests.serve.small import BASE
from tests.serve.told import Told

SOLUTIONS = (
    '{"head":{"vars":["unidad","n","vacio"]},"results":{"bindings":[{"unidad":{"type":"uri",'
    f'"value":"{BASE}/id/unidad/gad/coordinacion-de-vias"}},"n":{{"type":"literal","value":"2",'
    '"datatype":"http://www.w3.org/2001/XMLSchema#integer"}}]}}'
)


def page(public: Path, answer: QueryAnswer, query: str = "SELECT") -> tuple[str, Told]:
    told = Told(answer)
    client = create_app(public, runner=told).test_client()
    return " ".join(client.get("/consultas", query_string={"query": query}).text.split()), told


def answered(kind: str, body: str) -> QueryAnswer:
    return QueryAnswer(Outcome.ANSWERED, kind, "x/y", "d", body.encode())


def test_the_form_offers_the_examples_with_the_base_stated(client: FlaskClient) -> None:
    text = client.get("/consultas").text
    assert text.count('href="consultas/') == 14
    assert "# ¿Cuántas metas declaró cada unidad?\nBASE &lt;https://datos.ejemplo.ec/&gt;" in text
    assert 'method="get" action="consultas#resultado"' in text


def test_solutions_are_a_table_with_names_for_iris(public: Path) -> None:
    text, told = page(public, answered("select", SOLUTIONS))
    assert told.asked[0].base == f"{BASE}/"
    assert '<a href="doc/unidad/gad/coordinacion-de-vias">Coordinación de vías</a>' in text
    assert '<td class="number">2</td><td></td>' in text
    assert "<caption>1 fila</caption>" in text


def test_a_boolean_is_yes_or_no(public: Path) -> None:
    assert '<p class="lead">Sí</p>' in page(public, answered("ask", '{"boolean":true}'))[0]
    assert '<p class="lead">No</p>' in page(public, answered("ask", '{"boolean":false}'))[0]


def test_a_graph_is_shown_as_text(public: Path) -> None:
    assert ">&lt;a&gt; &lt;b&gt; 1 .</pre>" in page(public, answered("graph", "<a> <b> 1 ."))[0]


def test_an_error_is_said_in_words(public: Path) -> None:
    text, _ = page(public, QueryAnswer(Outcome.SYNTAX, detail="se esperaba {", line=2, column=3))
    assert "La consulta no es SPARQL 1.1 válido" in text
    assert "línea 2, columna 3: se esperaba {" in text


def test_what_was_typed_cannot_become_markup(public: Path) -> None:
    text, _ = page(public, QueryAnswer(Outcome.SYNTAX), "</textarea><script>x</script>")
    assert "<script>" not in text


def test_a_result_can_be_saved_as_csv(public: Path) -> None:
    told = Told(QueryAnswer(Outcome.ANSWERED, "select", "text/csv", "d", b"n\r\n=1+1\r\n"))
    client = create_app(public, runner=told).test_client()
    answer = client.get("/consultas.csv", query_string={"query": "SELECT"})
    assert told.asked[0].media_types.select == "text/csv"
    assert told.asked[0].spreadsheet
    assert answer.data == b"n\r\n=1+1\r\n"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="resultado.csv"'


def test_a_refusal_is_told_in_the_language_of_the_page(public: Path) -> None:
    told = Told(QueryAnswer(Outcome.TIME))
    client = create_app(public, runner=told).test_client()
    text = client.get("/consultas?query=ASK&lang=en").text
    assert "The query took longer than allowed" in text
    assert "Ask for less at once, or take the complete data from /dumps." in text


def test_a_graph_can_be_saved_as_turtle(public: Path) -> None:
    told = Told(QueryAnswer(Outcome.ANSWERED, "graph", "text/turtle", "d", b"<s> <p> <o> ."))
    client = create_app(public, runner=told).test_client()
    query = {"query": "DESCRIBE <s>"}
    assert 'href="consultas.ttl?query=DESCRIBE' in client.get("/consultas", query_string=query).text
    answer = client.get("/consultas.ttl", query_string=query)
    assert (answer.data, answer.mimetype) == (b"<s> <p> <o> .", "text/turtle")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="resultado.ttl"'


def test_a_graph_is_no_table_of_csv(public: Path) -> None:
    told = Told(QueryAnswer(Outcome.NOT_ACCEPTABLE, "graph"))
    client = create_app(public, runner=told).test_client()
    answer = client.get("/consultas.csv", query_string={"query": "DESCRIBE <s>"})
    assert (told.asked[0].media_types.graph, answer.status_code) == ("", 406)


@pytest.mark.parametrize(
    ("outcome", "status"),
    [
        (Outcome.ANSWERED, 200),
        (Outcome.SYNTAX, 400),
        (Outcome.UPDATE, 403),
        (Outcome.LENGTH, 413),
        (Outcome.TIME, 503),
        (Outcome.FAILED, 500),
    ],
)
def test_an_answer_has_its_own_status_and_is_kept_by_nobody(
    public: Path, outcome: Outcome, status: int
) -> None:
    told = Told(QueryAnswer(outcome, "ask", body=b'{"boolean":true}'))
    client = create_app(public, runner=told).test_client()
    answer = client.get("/consultas", query_string={"query": "ASK {}"})
    assert (answer.status_code, answer.mimetype) == (status, "text/html")
    assert answer.headers["Cache-Control"] == "no-store"
    assert "ETag" not in answer.headers
    again = client.get(
        "/consultas", query_string={"query": "ASK {}"}, headers={"If-None-Match": "*"}
    )
    assert again.status_code == status
    assert len(told.asked) == 2


@pytest.mark.parametrize("path", ["/consultas", "/consultas.json", "/consultas.csv"])
@pytest.mark.parametrize(
    ("outcome", "status", "again"),
    [
        (Outcome.BUSY, 503, "5"),
        (Outcome.GREEDY, 429, "5"),
        (Outcome.UNAVAILABLE, 503, "5"),
        (Outcome.TIME, 503, None),
    ],
)
def test_when_to_come_back_is_said(
    public: Path, path: str, outcome: Outcome, status: int, again: str | None
) -> None:
    told = Told(QueryAnswer(outcome))
    answer = (
        create_app(public, runner=told)
        .test_client()
        .get(path, query_string={"query": "ASK {}"}, environ_base={"REMOTE_ADDR": "192.0.2.7"})
    )
    assert (answer.status_code, answer.headers.get("Retry-After")) == (status, again)
    assert told.asked[0].client == "192.0.2.7"


def test_a_table_is_read_within_a_tighter_bound_than_a_file(public: Path) -> None:
    told = Told(QueryAnswer(Outcome.SIZE))
    client = create_app(public, runner=told).test_client()
    for path in ("/consultas", "/consultas.csv"):
        assert client.get(path, query_string={"query": "SELECT"}).status_code == 503
    assert [asked.result_bytes for asked in told.asked] == [8 << 20, 0]


def test_the_empty_form_may_be_kept(client: FlaskClient) -> None:
    empty = client.get("/consultas")
    assert empty.headers["ETag"]
    again = client.get("/consultas", headers={"If-None-Match": empty.headers["ETag"]})
    assert again.status_code == 304


@pytest.mark.parametrize("path", ["/consultas.csv", "/sparql"])
def test_without_a_query_service_that_is_said(client: FlaskClient, path: str) -> None:
    answer = client.get(path, query_string={"query": "ASK {}"})
    assert (answer.status_code, answer.content_type) == (503, "application/problem+json")
