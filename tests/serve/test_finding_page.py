"""The help page of a kind of finding: what it means, an example, and who has it now."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from rdflib import Graph, URIRef
from rdflib.namespace import SKOS

from a4_rdf.findings import KINDS
from tests.serve.conftest import client_of, text_of


def test_it_says_what_it_means_and_how_much_it_weighs(ame: FlaskClient) -> None:
    text = text_of(ame, "/kos/hallazgo/target-missing")
    assert '<p class="kind">Tipo de aviso</p> <h1>Falta la meta</h1>' in text
    assert '<p class="lead">La celda de la meta está en blanco. Escriba la cantidad' in text
    assert "<strong>Aviso de calidad:</strong> algo en el documento falta" in text
    note = text_of(ame, "/kos/hallazgo/row-realigned")
    assert "<strong>Nota de lectura:</strong> solo dice cómo se leyó" in note


def test_the_wrong_and_the_mended_row_stand_in_tables_with_the_cell_marked(
    ame: FlaskClient,
) -> None:
    text = text_of(ame, "/kos/hallazgo/target-missing")
    assert '<h2 id="ejemplo">Ejemplo: cómo se corrige</h2>' in text
    assert (
        '<div class="wide" tabindex="0" role="region" aria-label="Mal: la tabla"> '
        '<table> <caption>Mal: la tabla</caption> <thead><tr><th scope="col">No.</th>'
    ) in text
    wrong, mended = re.findall(r"<caption>(?:Mal|Bien): la tabla</caption>.*?</table>", text)
    row = "<td>1</td><td>DIRECCIÓN DE OBRAS PÚBLICAS</td><td>Mejorar las vías del cantón</td>"
    assert row in wrong
    assert row in mended
    here = '<span class="note">(aquí)</span>'
    assert f"<td><mark>en blanco</mark> {here}</td></tr>" in wrong
    assert f"<td><mark>3 puentes</mark> {here}</td></tr>" in mended
    assert text.count("<mark>") == 2


@pytest.mark.parametrize(
    ("code", "wrong", "right"),
    [
        (
            "target-missing",
            "Mal, bajo «Meta cuantificable»: <strong>en blanco</strong>",
            "Bien, bajo «Meta cuantificable»: <strong>«3 puentes»</strong>",
        ),
        (
            "unknown-column",
            "Mal, en el encabezado: <strong>«Presupuesto»</strong>",
            "Bien, en el encabezado: <strong>«Meta cuantificable»</strong>",
        ),
        (
            "extra-text",
            "Mal, fuera de las columnas: <strong>«sobre el río»</strong>",
            "Bien, bajo «Actividad»: <strong>«Construir puentes sobre el río»</strong>",
        ),
    ],
)
def test_what_matters_is_said_before_the_table(
    ame: FlaskClient, code: str, wrong: str, right: str
) -> None:
    text = text_of(ame, f"/kos/hallazgo/{code}")
    assert f"<p>{wrong}</p> <div" in text
    assert f"<p>{right}</p> <div" in text


def test_what_the_cells_do_not_show_is_said(ame: FlaskClient) -> None:
    text = text_of(ame, "/kos/hallazgo/hidden-rows-read")
    assert '<p class="note">La fila 2 de la tabla está oculta.</p>' in text
    assert '<p class="note">La fila 2 está a la vista.</p>' in text


def test_names_of_files_are_lines_and_a_footer_has_its_labels_as_headings(
    ame: FlaskClient,
) -> None:
    text = text_of(ame, "/kos/hallazgo/date-in-future")
    assert "<strong>Mal: la carpeta</strong></p> <ul> <li><mark>2031-01-31.txt</mark>" in text
    assert "<strong>Bien: la carpeta</strong></p> <ul> <li><mark>2026-01-31.txt</mark>" in text
    assert '<p class="note">Hoy es el 15 de febrero de 2026.</p>' in text
    footer = text_of(ame, "/kos/hallazgo/footer-date-unread")
    label = '<th scope="row">FECHA ACTUALIZACIÓN DE LA INFORMACIÓN:</th>'
    assert f"<tr>{label}<td><mark>30 de septiembre</mark>" in footer
    assert f"<tr>{label}<td><mark>30/09/2015</mark>" in footer


def test_where_nothing_is_wrong_it_shows_what_is_written_and_what_is_read(
    ame: FlaskClient,
) -> None:
    text = text_of(ame, "/kos/hallazgo/row-continued")
    assert '<h2 id="ejemplo">Ejemplo: cómo se lee</h2>' in text
    assert "<caption>Como está escrito: la tabla</caption>" in text
    assert "<caption>Como se lee: la tabla</caption>" in text


def test_it_says_how_often_and_where_it_stands_now(ame: FlaskClient) -> None:
    text = text_of(ame, "/kos/hallazgo/target-missing")
    assert "Está 4 veces en lo que rige ahora." in text
    assert '<a href="../../calidad?regla=target-missing">Todas las entidades' in text
    assert (
        '<th scope="row"><a href="../../doc/organizacion/ame">Asociación de Municipalidades '
        'Ecuatorianas</a></th><td class="number">4</td>'
    ) in text
    lines = re.findall(r'doc/unidad/ame/([a-z-]+)">[^<]+</a> ?</th><td class="number">(\d+)', text)
    assert lines == [
        ("proyecto-union-europea", "2"),
        ("coordinacion-de-talento-humano", "1"),
        ("coordinacion-de-tecnologias-de-la-informacion-y-comunicaciones", "1"),
    ]
    assert '<a href="../../calidad">Calidad de los datos, regla por regla</a>' in text


def test_it_says_where_it_is_not_and_where_nobody_counted(
    ame: FlaskClient, client: FlaskClient
) -> None:
    assert "Ninguna publicación que rige ahora lo tiene." in text_of(
        ame, "/kos/hallazgo/hidden-rows-read"
    )
    assert "En esta copia no se contaron los avisos." in text_of(
        client, "/kos/hallazgo/target-missing"
    )
    told = "Lo dice la herramienta a quien construye los datos; no está en ninguna publicación."
    assert told in text_of(ame, "/kos/hallazgo/month-missing")
    assert told in text_of(client, "/kos/hallazgo/correction-without-document")


def test_english_says_the_same_and_names_the_cells_spanish(ame: FlaskClient) -> None:
    text = text_of(ame, "/kos/hallazgo/target-missing?lang=en")
    assert "<h1>Target missing</h1>" in text
    assert "<caption>Wrong: the table</caption>" in text
    assert "<caption>Right: the table</caption>" in text
    assert '<td><span lang="es">Mejorar las vías del cantón</span></td>' in text
    assert '<mark>blank</mark> <span class="note">(here)</span>' in text
    assert '<mark><span lang="es">3 puentes</span></mark>' in text
    assert 'href="../../calidad?regla=target-missing&amp;lang=en"' in text


@pytest.mark.parametrize("code", KINDS)
@pytest.mark.parametrize("lang", ["es", "en"])
def test_every_kind_has_its_page(ame: FlaskClient, code: str, lang: str) -> None:
    text = text_of(ame, f"/kos/hallazgo/{code}?lang={lang}")
    assert text.count("<mark>") == 2
    assert '<h2 id="ejemplo">' in text
    assert '<h2 id="ahora">' in text


def test_other_codes_and_the_list_itself_have_no_example(ame: FlaskClient) -> None:
    for path in ("/kos/hallazgo", "/kos/nivel-proceso/governing"):
        answer = ame.get(path)
        assert answer.status_code == 200
        assert 'id="ejemplo"' not in answer.text


def test_the_turtle_says_the_same_examples(ame: FlaskClient) -> None:
    data = ame.get("/kos/hallazgo/target-missing.ttl").text
    found = Graph().parse(data=data, format="turtle")
    this = URIRef("http://127.0.0.1:8000/kos/hallazgo/target-missing")
    said = {(o.language, str(o).partition(":")[0]) for o in found.objects(this, SKOS.example)}
    assert said == {("es", "Mal"), ("es", "Bien"), ("en", "Wrong"), ("en", "Right")}
    (right,) = (o for o in found.objects(this, SKOS.example) if str(o).startswith("Bien"))
    assert str(right).endswith("| Número de puentes | 3 puentes")


def test_the_most_are_named_and_the_rest_are_counted(ame_public: Path, tmp_path: Path) -> None:
    """Sixty bodies: body n has the finding n times, in two units, one of them n - 1 times."""
    public = tmp_path / "public"
    shutil.copytree(ame_public.resolve(), public)
    told = json.loads((public / "calidad.json").read_text())
    (own,) = told["organizations"]
    bodies = []
    for n in range(1, 61):
        bodies.append({**own, "slug": f"b{n}", "notices": {"target-missing": n}})
        units = {
            key: {"goals": 99, "warned": 9, "codes": {"target-missing": goals} if goals else {}}
            for key, goals in (("una", n - 1), ("otra", 1))
        }
        (public / f"calidad/b{n}.json").write_text(json.dumps(units))
    (public / "calidad.json").write_text(json.dumps({"organizations": bodies}))
    text = text_of(client_of(public), "/kos/hallazgo/target-missing")
    assert "Está 1.830 veces en lo que rige ahora." in text
    assert re.findall(r"doc/organizacion/(b\d+)", text) == [f"b{n}" for n in range(60, 50, -1)]
    lines = re.findall(r'doc/unidad/(b\d+)/una"?[^<]*<[^>]*> ?</th><td class="number">(\d+)', text)
    assert lines == [(f"b{n}", str(n - 1)) for n in range(60, 50, -1)]
