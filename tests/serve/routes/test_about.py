"""The pages about the site itself say what is so."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient


@pytest.mark.parametrize(
    ("path", "heading", "said"),
    [
        ("acerca", "Acerca de", "Dicen lo que una unidad se propuso; no dicen si lo cumplió."),
        ("privacidad", "Privacidad", "No hay cookies ni cuentas."),
        ("terminos", "Términos de uso", "Una consulta puede durar 10 segundos y responder 64 MB"),
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


def test_who_to_tell_of_an_error_is_on_each_page_of_a_release(ame: FlaskClient) -> None:
    text = ame.get("/doc/unidad/ame/coordinacion-financiera").text
    assert '<a href="../../../acerca#errores">Cómo avisar de un error</a>' in text
