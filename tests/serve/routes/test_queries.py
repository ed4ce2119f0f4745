"""The query page: examples at addresses of their own, parameters, bars, the editor's policy."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from a4_rdf import resources
from a4_rdf.serve.app import create_app
from a4_rdf.serve.sandbox import Outcome, QueryAnswer
from a4_rdf.serve.site import load_site
from tests.serve.told import Told

SITE = load_site(resources.folder("site"))


def _solutions(*rows: tuple[str, str]) -> QueryAnswer:
    kind = "http://www.w3.org/2001/XMLSchema#integer"
    bindings = [
        {
            "unidad": {"type": "literal", "value": name},
            "metas": {"type": "literal", "value": number, "datatype": kind},
        }
        for name, number in rows
    ]
    body = {"head": {"vars": ["unidad", "metas"]}, "results": {"bindings": bindings}}
    return QueryAnswer(Outcome.ANSWERED, "select", "x/y", "d", json.dumps(body).encode())


def _asked(public: Path, address: str, answer: QueryAnswer) -> tuple[TestResponse, Told]:
    told = Told(answer)
    return create_app(public, runner=told).test_client().get(address), told


THREE = _solutions(("A", "10"), ("B", "5"), ("C", "0"))


def test_an_example_has_an_address_and_its_answer(public: Path) -> None:
    response, told = _asked(public, "/consultas/metas-por-unidad", THREE)
    assert response.status_code == 200
    assert "VALUES ?entidad { UNDEF }" in told.asked[0].text
    assert "<caption>3 filas</caption>" in response.text


def test_the_address_binds_a_parameter_as_a_term(public: Path) -> None:
    _, told = _asked(public, "/consultas/metas-por-unidad?entidad=gad", THREE)
    wanted = "VALUES ?entidad { <https://datos.ejemplo.ec/id/organizacion/gad> }"
    assert wanted in told.asked[0].text
    _, told = _asked(public, "/consultas/evolucion-de-las-metas?meta=gad/6f8ae08c0fb6", THREE)
    assert "{ <https://datos.ejemplo.ec/id/meta/gad/6f8ae08c0fb6> }" in told.asked[0].text


@pytest.mark.parametrize(
    "address",
    [
        "/consultas/nada",
        "/consultas/metas-por-unidad?entidad=a/b",
        "/consultas/metas-por-unidad?entidad=%3E%20%7D%20DROP",
        "/consultas/evolucion-de-las-metas?meta=gad",
    ],
)
def test_what_names_no_thing_is_not_found(public: Path, address: str) -> None:
    response, told = _asked(public, address, THREE)
    assert response.status_code == 404
    assert told.asked == []


def test_an_unknown_parameter_changes_nothing(public: Path) -> None:
    _, told = _asked(public, "/consultas/metas-por-unidad?otra=1", THREE)
    assert "UNDEF" in told.asked[0].text


def test_numbers_that_can_be_compared_have_bars(public: Path) -> None:
    text = _asked(public, "/consultas?query=SELECT", THREE)[0].text
    assert text.count('<rect width="100" height="14"/>') == 1
    assert text.count('<rect width="50" height="14"/>') == 1
    assert text.count('<rect width="0" height="14"/>') == 1


@pytest.mark.parametrize(
    "answer",
    [
        _solutions(("A", "10"), ("B", "5")),
        _solutions(("A", "10"), ("B", "10"), ("C", "10")),
        _solutions(("A", "10"), ("B", "-5"), ("C", "1")),
    ],
    ids=["too few", "all alike", "below zero"],
)
def test_others_have_none(public: Path, answer: QueryAnswer) -> None:
    assert 'class="bar"' not in _asked(public, "/consultas?query=SELECT", answer)[0].text


def test_every_example_asks_in_both_languages(public: Path) -> None:
    assert len(SITE.examples) == 14
    assert all(e.english.endswith("?") and e.question.startswith("¿") for e in SITE.examples)
    assert len({e.name for e in SITE.examples}) == 14
    client = create_app(public).test_client()
    assert "How many goals did each unit declare?" in client.get("/consultas?lang=en").text


def test_what_is_shown_can_be_taken_elsewhere(public: Path) -> None:
    text = _asked(public, "/consultas?query=SELECT+*", THREE)[0].text
    assert text.count('<details class="recipe">') == 3
    assert "endpoint = SPARQLWrapper(&#34;https://datos.ejemplo.ec/sparql&#34;)" in text


def test_the_editor_is_offered_where_it_was_built(public: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    for part in resources.folder("site").iterdir():
        if part.name != "static":
            (site / part.name).symlink_to(part)
    (site / "static").mkdir()
    plain = create_app(public, site=site).test_client().get("/consultas")
    assert "<script" not in plain.text
    assert "unsafe" not in plain.headers["Content-Security-Policy"]
    (site / "static/yasgui").mkdir()
    (site / "static/yasgui/yasgui.min.js").touch()
    built = create_app(public, site=site).test_client().get("/consultas")
    assert built.text.count("<script src=") == 2
    policy = built.headers["Content-Security-Policy"]
    assert "script-src 'self'; style-src 'self' 'unsafe-inline'" in policy
    assert "connect-src 'self'" in policy


def test_the_editor_completes_what_the_data_use(ame: FlaskClient) -> None:
    terms = json.loads(ame.get("/consultas/terminos.json").text)
    assert "http://127.0.0.1:8000/def/poa#responsibleUnit" in terms
    assert "http://www.w3.org/ns/org#OrganizationalUnit" in terms
    assert len(terms) == len(set(terms)) > 50


def test_the_answer_to_an_example_is_headed_by_its_question(ame: FlaskClient) -> None:
    for lang, question in (("es", "¿Cuántas metas declaró cada unidad?"), ("en", "How many goals")):
        text = ame.get(f"/consultas/metas-por-unidad?lang={lang}").text
        heading = text.index('<h2 id="resultado">')
        assert question in text[heading : heading + 200]
        assert question in text[: text.index("</title>")]
