"""The pages about the site itself say what is so."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import NoReturn

import pytest
from flask.testing import FlaskClient

from a4_rdf.serve.app import Deployment, create_app
from tests.serve.conftest import client_of
from tests.serve.gaps import publish_gaps


def _fail() -> NoReturn:
    raise RuntimeError("this page fails")


@pytest.mark.parametrize(
    ("path", "heading", "said"),
    [
        ("acerca", "Acerca de", "Dicen lo que una unidad se propuso; no dicen si lo cumplió."),
        ("privacidad", "Privacidad", "No hay cookies ni cuentas."),
        ("terminos", "Términos de uso", "Puede responder 500.000 filas y 64 MB."),
    ],
)
def test_each_has_a_page(ame: FlaskClient, path: str, heading: str, said: str) -> None:
    text = ame.get(f"/{path}").text
    assert f"<h1>{heading}</h1>" in text
    assert said in text
    assert ame.get(f"/{path}?lang=en").status_code == 200


def test_no_answer_sets_a_cookie_or_names_another_host_to_load_from(ame: FlaskClient) -> None:
    for path in ("/", "/acerca", "/doc/organizacion/ame"):
        answer = ame.get(path)
        assert "Set-Cookie" not in answer.headers
        assert "<script src" not in answer.text
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_what_is_asked_is_not_logged(
    ame: FlaskClient, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    with caplog.at_level(logging.DEBUG):
        for path in ("/buscar?q=secreto", "/nada/secreto", "/acerca"):
            ame.get(path, environ_base={"REMOTE_ADDR": "192.0.2.7"})
    said = "".join((caplog.text, *capfd.readouterr()))
    assert "secreto" not in said
    assert "192.0.2.7" not in said


def test_a_failure_is_logged_with_the_page_and_not_with_who_asked(
    ame_public: Path, caplog: pytest.LogCaptureFixture
) -> None:
    app = create_app(ame_public)
    app.add_url_rule("/falla", "fails", _fail)
    with caplog.at_level(logging.DEBUG):
        answer = app.test_client().get(
            "/falla?q=secreto", environ_base={"REMOTE_ADDR": "192.0.2.7"}
        )
    assert answer.status_code == 500
    assert "Exception on /falla [GET]" in caplog.text
    assert "secreto" not in caplog.text
    assert "192.0.2.7" not in caplog.text


def test_the_contact_is_on_the_pages_that_ask_for_it(tmp_path: Path) -> None:
    client = client_of(publish_gaps(tmp_path))
    link = '<a href="mailto:avisos@oficina.example">avisos@oficina.example</a>'
    assert link in client.get("/acerca").text
    assert link in client.get("/privacidad").text


def test_a_static_copy_promises_no_query_service(ame_public: Path) -> None:
    client = create_app(ame_public, deployment=Deployment(is_static=True)).test_client()
    assert "El servicio de consultas" not in client.get("/terminos").text
    text = client.get("/privacidad").text
    assert "Esta copia son archivos." in text
    assert "Mientras corre una consulta" not in text


def test_who_to_tell_of_an_error_is_on_each_page_of_a_release(ame: FlaskClient) -> None:
    text = ame.get("/doc/unidad/ame/coordinacion-financiera").text
    assert '<a href="../../../acerca#errores">Cómo avisar de un error</a>' in text
