"""The search page, and what it says to programs and browsers."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from lxml import etree

from a4_rdf.serve import search
from a4_rdf.serve.app import create_app
from a4_rdf.serve.search_index import TooLongError


def test_the_journey_from_a_word_to_the_source_row(ame: FlaskClient) -> None:
    text = ame.get("/buscar?q=gestion").text
    assert '<h2 id="hallado">35 resultados</h2>' in text
    assert "<mark>gestión</mark>" in text
    page = re.search(r'<a href="(doc/meta/[^"]+)">', text)
    assert page
    goal = ame.get(f"/{page[1]}").text
    row = re.search(r'href="\.\./\.\./(documento/ame/2015-09-30/fila/\d+)"', goal)
    assert row
    assert ame.get(f"/doc/{row[1]}").status_code == 200


def test_a_typo_is_told_with_a_way_out(ame: FlaskClient) -> None:
    text = ame.get("/buscar?q=coordinasion").text
    assert "Se buscó «coordinación» en lugar de «coordinasion»." in text
    assert '<a href="buscar?q=coordinasion&amp;exacto=1">' in text
    assert "0 resultados" in ame.get("/buscar?q=coordinasion&exacto=1").text


def test_robots_may_keep_the_form_and_no_results(ame: FlaskClient) -> None:
    mark = '<meta name="robots" content="noindex">'
    found = [mark in ame.get(f"/buscar{query}").text for query in ("", "?lang=en", "?q=gestion")]
    assert found == [False, False, True]


def test_what_is_typed_is_only_text(ame: FlaskClient) -> None:
    text = ame.get("/buscar", query_string={"q": '"><script>alert(1)</script>'}).text
    assert "<script>alert" not in text
    assert "&lt;script&gt;" in text
    assert "\x00" not in ame.get("/buscar?q=%00a").text
    formula = ame.get("/buscar", query_string={"q": "=CMD|' /C calc'!A0"})
    assert formula.status_code == 200
    assert json.loads(ame.get("/buscar.json", query_string={"q": "</script>"}).text)["total"] == 0


def test_ten_thousand_letters_are_a_short_search(ame: FlaskClient) -> None:
    answer = ame.get("/buscar", query_string={"q": "gestión " * 1250})
    assert answer.status_code == 200
    assert "cuentan las primeras palabras" in answer.text
    assert len(answer.text) < 40_000


@pytest.mark.parametrize(
    "query", ["q=a&tipo=x", "q=a&org=x", "q=a&pagina=0", "q=a&pagina=x", "q=gestion&pagina=3"]
)
def test_what_is_not_there_is_not_found(ame: FlaskClient, query: str) -> None:
    assert ame.get(f"/buscar?{query}").status_code == 404


def test_pages_and_kinds_keep_the_words_and_the_language(ame: FlaskClient) -> None:
    text = ame.get("/buscar?q=gestion&lang=en").text
    assert 'href="buscar?q=gestion&amp;pagina=2&amp;lang=en"' in text
    narrow = ame.get("/buscar?q=financiera&tipo=unit").text
    assert 'href="buscar?q=financiera&amp;tipo=goal"' in narrow
    assert '<input type="hidden" name="tipo" value="unit">' in narrow


def test_programs_get_json(ame: FlaskClient) -> None:
    answer = ame.get("/buscar.json?q=coordinasion financiera")
    assert answer.mimetype == "application/json"
    said = json.loads(answer.text)
    assert (said["total"], said["pages"]) == (1, 1)
    assert said["instead"] == [{"typed": "coordinasion", "searched": "coordinación"}]
    first = said["results"][0]
    assert first["page"] == "http://127.0.0.1:8000/doc/unidad/ame/coordinacion-financiera"
    assert first["kind"] == "unit"


def test_browsers_get_suggestions_and_a_description(ame: FlaskClient) -> None:
    answer = ame.get("/buscar/sugerencias?q=coordinación fin")
    assert answer.mimetype == "application/x-suggestions+json"
    assert json.loads(answer.text) == ["coordinación fin", ["COORDINACIÓN FINANCIERA"]]
    described = ame.get("/opensearch.xml")
    root = etree.fromstring(described.data)
    names = {"o": "http://a9.com/-/spec/opensearch/1.1/"}
    urls = root.xpath("o:Url/@template", namespaces=names)
    assert urls == [
        "http://127.0.0.1:8000/buscar?q={searchTerms}",
        "http://127.0.0.1:8000/buscar/sugerencias?q={searchTerms}",
    ]
    assert len(root.xpath("o:ShortName", namespaces=names)[0].text) <= 16


def test_an_empty_search_shows_words_to_begin_with(ame: FlaskClient) -> None:
    text = ame.get("/buscar").text
    assert '<label for="q">' in text
    assert '<a href="buscar?q=gesti%C3%B3n">gestión</a>' in text
    assert '<section aria-labelledby="hallado">' not in text
    assert "los signos solos no se buscan" in ame.get("/buscar?q=%25%22*").text


def test_nothing_found_says_what_to_try(ame: FlaskClient) -> None:
    text = ame.get("/buscar?q=zzzzzzzz").text
    assert "0 resultados" in text
    assert '<a href="organizaciones">' in text


def test_names_in_capitals_are_shown_in_sentence_case_and_marked(ame: FlaskClient) -> None:
    text = ame.get("/buscar?q=financiera&tipo=unit").text
    assert ">Coordinación <mark>financiera</mark></a>" in text
    assert "<p>Dirección nacional administrativa financiera · Asociación" in text


def test_one_body_is_narrowed_to_and_left(ame: FlaskClient) -> None:
    text = ame.get("/buscar?q=gestion&org=ame").text
    assert "Solo de: <strong>Asociación de Municipalidades Ecuatorianas</strong>" in text
    assert '<a href="buscar?q=gestion">Buscar en todas las entidades</a>' in text
    assert 'name="org" value="ame"' in text


def test_a_broken_index_says_that_there_is_no_search(ame_public: Path, tmp_path: Path) -> None:
    shutil.copytree(ame_public.resolve(), tmp_path / "public")
    (tmp_path / "public" / "busqueda.sqlite").write_bytes(b"SQLite format 3\x00 broken")
    client = create_app(tmp_path / "public").test_client()
    for address in ("/buscar", "/buscar?q=a", "/buscar.json?q=a", "/buscar/sugerencias?q=a"):
        answer = client.get(address)
        assert answer.status_code == 503
        assert "Esta copia no tiene buscador" in answer.get_data(as_text=True)


def test_a_search_that_takes_too_long_says_so(
    ame: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(*_: object) -> None:
        raise TooLongError("over")

    monkeypatch.setattr(search, "search", endless)
    answer = ame.get("/buscar?q=interminable")
    assert answer.status_code == 503
    assert "La búsqueda tarda demasiado" in answer.text


def test_a_publication_without_an_index_says_so(client: FlaskClient) -> None:
    answer = client.get("/buscar?q=vias")
    assert answer.status_code == 503
    assert "Esta copia no tiene buscador" in answer.text
    assert client.get("/buscar.json?q=vias").status_code == 503
