"""The pages of quality: what the build counted, by rule, organisation and unit."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from flask.testing import FlaskClient

from tests.serve.conftest import client_of, text_of
from tests.serve.gaps import publish_gaps


@pytest.fixture(scope="module")
def gaps(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    return client_of(publish_gaps(tmp_path_factory.mktemp("gaps")))


def test_the_whole_says_goals_with_notices_rules_and_bodies(ame: FlaskClient) -> None:
    text = text_of(ame, "/calidad")
    assert "19 de 62 metas tienen avisos de calidad." in text
    assert (
        '<a href="kos/hallazgo/target-missing">Falta la meta</a></th><td class="number">4' in text
    )
    assert '<a href="kos/hallazgo/row-realigned">Fila desplazada</a>' in text
    tables = text[text.index("</form>", text.index("<main")) :]
    order = [tables.index(word) for word in ("Falta la meta", "Notas de lectura", "desplazada")]
    assert order == sorted(order)
    assert '<a href="calidad?org=ame">Asociación de Municipalidades Ecuatorianas</a>' in text
    assert "Última publicación: 30 de septiembre de 2015</p>" in text


def test_an_organization_shows_its_units(ame: FlaskClient) -> None:
    text = text_of(ame, "/calidad?org=ame")
    assert "<h1>Calidad de los datos: Asociación de Municipalidades Ecuatorianas</h1>" in text
    assert (
        '<a href="doc/unidad/ame/coordinacion-de-asesoria-juridica">'
        'Coordinación de asesoría jurídica</a> </th><td class="number">1 de 2</td>'
    ) in text.replace("</a></th>", "</a> </th>")


def test_a_rule_shows_who_has_it_and_leads_to_its_help(ame: FlaskClient) -> None:
    text = text_of(ame, "/calidad?regla=row-realigned")
    assert "<h1>Fila desplazada</h1>" in text
    assert "Está 20 veces en lo que rige ahora." in text
    assert '<a href="kos/hallazgo/row-realigned">Qué significa y cómo se corrige</a>' in text
    assert "20 veces · 19 de 62 metas con avisos" in text
    assert "Está 0 veces" in text_of(ame, "/calidad?regla=month-missing")


def test_a_rule_in_an_organization_shows_its_units_and_each_notice(ame: FlaskClient) -> None:
    text = text_of(ame, "/calidad?org=ame&regla=target-missing")
    assert "<h1>Falta la meta: Asociación de Municipalidades Ecuatorianas</h1>" in text
    assert '<p class="kind">Aviso de calidad</p>' in text
    assert "Está 4 veces en lo que rige ahora." in text
    assert "De las filas 33 a 78 del documento del 30 de septiembre de 2015; hay 4 en todo." in text
    assert text.count("como está escrita</a>") == 4
    assert '<a href="doc/documento/ame/2015-09-30/fila/33">Fila 33, como está escrita</a>' in text


def test_further_notices_begin_at_a_row(ame: FlaskClient) -> None:
    text = text_of(ame, "/calidad?org=ame&regla=row-realigned&desde=64")
    assert text.count("como está escrita</a>") == 4
    assert '<h2 id="unidades">' not in text
    assert 'rel="prev" href="calidad?org=ame&amp;regla=row-realigned&amp;desde=25"' in text
    assert 'rel="next"' not in text


def test_an_organization_says_how_fresh_it_is(gaps: FlaskClient) -> None:
    text = text_of(gaps, "/calidad?org=obras")
    assert '<p class="lead">2 de 4 metas tienen avisos de calidad.</p>' in text
    assert "Última publicación: 31 de julio de 2015 · 3 meses detrás de la más nueva</li>" in text
    assert "2 publicaciones desde el 31 de mayo de 2015" in text
    assert "Falta 1 mes de su serie: junio de 2015</li>" in text
    again = '<a href="doc/conjunto/obras/2015-07-31">31 de julio de 2015</a>'
    assert f"1 publicación repite a otra: {again}" in text
    fresh = text_of(gaps, "/calidad?org=vias")
    assert "0 de 2 metas tienen avisos de calidad." in fresh
    assert "serie" not in fresh
    assert "repite" not in fresh


def test_the_list_of_organizations_says_how_fresh_each_is(gaps: FlaskClient) -> None:
    text = text_of(gaps, "/calidad")
    assert "2 de 6 metas tienen avisos de calidad." in text
    assert (
        "Última publicación: 31 de julio de 2015 · 3 meses detrás de la más nueva"
        " · falta 1 mes de su serie · 1 publicación repite a otra</p>"
    ) in text
    assert text.index("Empresa de Obras</a>") < text.index("Empresa de Vías</a>")
    assert "Última publicación: 31 de octubre de 2015</p>" in text


def test_a_notice_of_a_repeated_release_leads_to_what_holds_now(gaps: FlaskClient) -> None:
    text = text_of(gaps, "/calidad?org=obras&regla=target-missing")
    assert "del documento del 31 de julio de 2015; hay 1 en todo." in text
    goal = re.search(r'<li><a href="(doc/meta/obras/[0-9a-f]+)">', text)
    assert goal is not None
    assert gaps.get(f"/{goal[1]}").status_code == 200


def test_a_notice_on_no_goal_says_so(gaps: FlaskClient) -> None:
    text = text_of(gaps, "/calidad?org=obras&regla=title-missing")
    assert '<p class="kind">Nota de lectura</p>' in text
    assert "Una fila que no es una meta" in text


def test_the_form_keeps_what_was_asked(gaps: FlaskClient) -> None:
    text = text_of(gaps, "/calidad?org=obras&regla=target-missing")
    assert '<option value="obras" selected>Empresa de Obras</option>' in text
    assert '<option value="target-missing" selected>Falta la meta</option>' in text
    assert text.count(" selected>") == 2


def test_the_counts_are_there_as_json(gaps: FlaskClient) -> None:
    said = gaps.get("/calidad.json")
    assert said.mimetype == "application/json"
    bodies = json.loads(said.text)["organizations"]
    assert [(body["slug"], body["warned"]) for body in bodies] == [("obras", 2), ("vias", 0)]
    own = json.loads(gaps.get("/calidad/obras.json").text)
    assert own["direccion-de-riego"]["codes"] == {"percent-without-sign": 1, "target-missing": 1}
    assert gaps.get("/calidad/nadie.json").status_code == 404


def test_english_says_the_same(ame: FlaskClient) -> None:
    text = text_of(ame, "/calidad?lang=en")
    assert 'href="calidad?org=ame&amp;lang=en"' in text
    assert "September 30, 2015" in text


@pytest.mark.parametrize(
    "query",
    [
        "org=x",
        "regla=x",
        "pagina=2",
        "pagina=0",
        "desde=12",
        "org=ame&regla=row-realigned&desde=-1",
    ],
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
