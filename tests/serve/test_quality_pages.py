"""The pages of quality: what the build counted, by rule, organisation and unit."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from flask.testing import FlaskClient

from a4_rdf.serve.pages.quality import months_missing


def _text(client: FlaskClient, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return " ".join(answer.text.split())


def test_the_whole_says_goals_with_notices_rules_and_bodies(ame: FlaskClient) -> None:
    text = _text(ame, "/calidad")
    assert "19 de 62 metas tienen avisos de calidad." in text
    assert (
        '<a href="kos/hallazgo/target-missing">Falta la meta</a></th><td class="number">4' in text
    )
    assert '<a href="kos/hallazgo/row-realigned">Fila desplazada</a>' in text
    assert text.index("Falta la meta") < text.index("Notas de lectura") < text.index("desplazada")
    assert '<a href="calidad?org=ame">Asociación de Municipalidades Ecuatorianas</a>' in text
    assert "Última publicación: 30 de septiembre de 2015</p>" in text


def test_an_organization_shows_its_units(ame: FlaskClient) -> None:
    text = _text(ame, "/calidad?org=ame")
    assert "<h1>Calidad de los datos: Asociación de Municipalidades Ecuatorianas</h1>" in text
    assert (
        '<a href="doc/unidad/ame/coordinacion-de-asesoria-juridica">'
        'Coordinación de asesoría jurídica</a> </th><td class="number">1 de 2</td>'
    ) in text.replace("</a></th>", "</a> </th>")


def test_a_rule_shows_who_has_it_and_leads_to_its_help(ame: FlaskClient) -> None:
    text = _text(ame, "/calidad?regla=row-realigned")
    assert "<h1>Fila desplazada</h1>" in text
    assert "Está 20 veces en lo que rige ahora." in text
    assert '<a href="kos/hallazgo/row-realigned">Qué significa y cómo se corrige</a>' in text
    assert "20 veces · 19 de 62 metas con avisos" in text
    assert "Está 0 veces" in _text(ame, "/calidad?regla=month-missing")


def test_english_says_the_same(ame: FlaskClient) -> None:
    text = _text(ame, "/calidad?lang=en")
    assert 'href="calidad?org=ame&amp;lang=en"' in text
    assert "September 30, 2015" in text


@pytest.mark.parametrize(
    "query", ["org=x", "regla=x", "pagina=2", "pagina=0", "org=ame&regla=row-realigned"]
)
def test_what_is_not_there_is_not_found(ame: FlaskClient, query: str) -> None:
    assert ame.get(f"/calidad?{query}").status_code == 404


def test_a_build_that_counted_nothing_says_so(client: FlaskClient) -> None:
    answer = client.get("/calidad")
    assert answer.status_code == 503
    assert "En esta copia no se contaron los avisos." in answer.text


def test_the_table_holds_the_counts_of_each_unit(ame: FlaskClient) -> None:
    answer = ame.get("/calidad.csv")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert rows[0] == {
        "organization": "ame",
        "release": "2015-09-30",
        "unit": "coordinacion-de-asesoria-juridica",
        "rule": "unit-unlike-indicator",
        "severity": "warning",
        "goals": "1",
    }
    realigned = [row for row in rows if row["rule"] == "row-realigned"]
    assert sum(int(row["goals"]) for row in realigned) == 20


@pytest.mark.parametrize(
    ("days", "missing"),
    [
        ([], 0),
        ([date(2024, 1, 31)], 0),
        ([date(2024, 1, 31), date(2024, 2, 29)], 0),
        ([date(2024, 1, 31), date(2024, 1, 15), date(2024, 4, 30)], 2),
        ([date(2023, 12, 31), date(2024, 2, 1)], 1),
    ],
)
def test_months_without_a_release(days: list[date], missing: int) -> None:
    assert months_missing(days) == missing
