"""Charts of the real document on its pages, and the drawings of them that other sites show."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from flask.testing import FlaskClient

from tests.serve.conftest import client_of
from tests.serve.many import publish_many
from tests.serve.test_ame import Links

BASE = "http://127.0.0.1:8000"
FINANCE = "unidad/ame/coordinacion-financiera"
DRAWING = f"/doc/2015-09-30/{FINANCE}/barras/porcentaje.svg"
BY_UNIT = "/doc/2015-09-30/organizacion/ame/barras/metas-por-unidad.svg"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    return client_of(publish_many(tmp_path_factory.mktemp("many")))


def text_of(client: FlaskClient, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return " ".join(answer.text.split())


def drawn(client: FlaskClient, path: str) -> ET.Element:
    """Return the drawing at a path, which has to be well-formed XML."""
    answer = client.get(path)
    assert (answer.status_code, answer.mimetype) == (200, "image/svg+xml"), path
    return ET.fromstring(answer.data)


def words(drawing: ET.Element) -> str:
    return " ".join(text.text or "" for text in drawing.iter(f"{SVG}text"))


def bars(drawing: ET.Element) -> list[tuple[str, float]]:
    """Return the full label with the number of each bar, and its length."""
    found = []
    for group in drawing.iter(f"{SVG}g"):
        title, bar = group.find(f"{SVG}title"), group.find(f"{SVG}rect")
        if title is not None and bar is not None:
            found.append((str(title.text), float(bar.get("width", ""))))
    return found


def table(page: str, caption: str) -> list[tuple[str, str]]:
    rows = page.partition(f"<caption>{caption}</caption>")[2].partition("</table>")[0]
    return re.findall(r"<a [^>]*>([^<]*)</a>\s*</th>\s*<td class=\"number\">([^<]*)</td>", rows)


def snippet(page: str) -> str:
    """Return the HTML that a page offers to copy."""
    return unescape(page.partition("<textarea")[2].partition(">")[2].partition("</textarea>")[0])


def test_a_unit_page_compares_targets_of_one_unit_of_measure(ame: FlaskClient) -> None:
    page = text_of(
        ame, "/doc/unidad/ame/coordinacion-de-tecnologias-de-la-informacion-y-comunicaciones"
    )
    assert table(page, "Metas en porcentaje") == [
        ("% Cobertura de Servicios de Internet y enlace de datos de AME .", "100 %"),
        (
            "% Cobertura de Servicios de Mantenimiento Preventivo y Correctivo de maquinaria y"
            " equipo informático de AME .",
            "85 %",
        ),
        ("% de contratación de licencias y paquetes informáticos", "80 %"),
        ("% de soporte especializado en sistemas informáticos", "80 %"),
        ("% de Adquisiciones de Equipos y Herramientas Informáticas", "75 %"),
        ("Porcentaje de cobertura de información interna", "65 %"),
    ]


def test_an_indicator_page_names_the_activities(ame: FlaskClient) -> None:
    unit = ame.get(f"/doc/{FINANCE}").text
    address = re.search(r'href="../../(indicador/ame/[^"]+)">% de cumplimiento</a>', unit)
    assert address
    found = table(text_of(ame, f"/doc/{address[1]}"), "Metas en porcentaje")
    assert found[:2] == [("Adquisición de bienes y suministros", "100 %"), ("Caja Chica", "100 %")]
    assert [number for _, number in found] == ["100 %"] * 6 + ["90 %", "80 %"]


def test_the_organisation_page_compares_how_much_its_units_declare(ame: FlaskClient) -> None:
    found = table(text_of(ame, "/doc/organizacion/ame"), "Metas declaradas por unidad")
    assert found[:3] == [
        ("Coordinación de tecnologías de la información y comunicaciones", "12"),
        ("Coordinación financiera", "9"),
        ("Coordinación de talento humano", "7"),
    ]
    assert (len(found), sum(int(goals) for _, goals in found)) == (14, 62)


@pytest.mark.parametrize(
    "path",
    [
        "/doc/unidad/ame/direccion-ejecutiva",
        "/doc/unidad/ame/direccion-nacional-de-cooperacion",
        "/doc/plan/ame/2015",
        "/doc/documento/ame/2015-09-30",
    ],
)
def test_what_is_not_comparable_has_no_chart(ame: FlaskClient, path: str) -> None:
    assert "<svg" not in text_of(ame, path)


def test_the_drawing_on_a_page_has_a_name_and_nothing_inline(ame: FlaskClient) -> None:
    page = text_of(ame, f"/doc/{FINANCE}")
    assert 'role="img" aria-labelledby="grafico-1-nombre grafico-1-texto"' in page
    assert '<title id="grafico-1-nombre">Metas en porcentaje</title>' in page
    assert (
        '<desc id="grafico-1-texto">9 barras: de 80 % a 100 %.'
        " La tabla que sigue trae los mismos números.</desc>" in page
    )
    found = Links()
    found.feed(page)
    assert found.scripts == 0
    assert len(found.ids) == len(set(found.ids))


def test_the_drawing_of_the_page_is_the_one_that_others_show(ame: FlaskClient) -> None:
    page = text_of(ame, f"/doc/{FINANCE}")
    svg = page.partition("<svg")[2].partition("</svg>")[0]
    here = [float(width) for width in re.findall(r'<rect y="\d+" width="([\d.]+)"', svg)]
    assert here == [length for _, length in bars(drawn(ame, DRAWING))]


def test_a_drawing_says_whose_numbers_it_shows_and_where_they_are_from(ame: FlaskClient) -> None:
    said = words(drawn(ame, DRAWING))
    assert said.startswith("Coordinación financiera Metas en porcentaje 9 barras: de 80 % a 100 %.")
    assert (
        "Fuente: Asociación de Municipalidades Ecuatorianas, publicación del 30 de septiembre de"
        " 2015. Metas declaradas, no resultados." in said
    )
    assert f"{BASE}/doc/2015-09-30/{FINANCE}" in said.replace(" ", "")
    assert "Creative Commons Atribución 4.0 Internacional (CC BY 4.0)" in said


def test_a_drawing_leads_to_what_it_cites(ame: FlaskClient) -> None:
    links = [link.get("href") for link in drawn(ame, DRAWING).iter(f"{SVG}a")]
    assert links == [
        f"{BASE}/doc/2015-09-30/{FINANCE}",
        "https://creativecommons.org/licenses/by/4.0/",
    ]


@pytest.mark.parametrize(("lang", "row"), [("es", "fila"), ("en", "row")])
def test_goals_of_the_same_words_are_told_apart_by_their_rows(
    ame: FlaskClient, lang: str, row: str
) -> None:
    page = text_of(ame, f"/doc/unidad/ame/coordinacion-de-comunicacion?lang={lang}")
    name = "Número de lecturas de las publicaciones en RSS de AME"
    svg = page.partition("<svg")[2].partition("</svg>")[0]
    for number in (20, 21, 22):
        assert f"<title>{name} ({row} {number}): " in svg
        assert f"RSS de AME ({row} {number})</text>" in svg
        assert f">{name} ({row} {number})</a>" in page


def test_no_chart_has_two_bars_of_one_label(ame: FlaskClient, many: FlaskClient) -> None:
    for client, path in (
        (ame, "/doc/unidad/ame/coordinacion-de-comunicacion"),
        (ame, "/doc/objetivo/ame/5fa0ee9e4d57"),
        (ame, "/doc/indicador/ame/0cb073173b13"),
        (ame, f"/doc/{FINANCE}"),
        (many, "/doc/unidad/gad/direccion-de-obras"),
    ):
        for svg in re.findall(r"<svg.*?</svg>", text_of(client, path)):
            drawn = [
                tuple(re.findall(r"<text y[^>]*>([^<]*)</text>", bar))
                for bar in svg.split("<g ")[1:]
            ]
            assert len(drawn) >= 3
            assert len(drawn) == len(set(drawn)), path


def test_labels_are_cut_and_said_in_full(ame: FlaskClient) -> None:
    drawing = drawn(ame, BY_UNIT)
    name = (
        "Proyecto prioritario y de inversión escuela de formación de liderazgo para el buen"
        " gobierno municipal: 3"
    )
    assert name in [label for label, _ in bars(drawing)]
    assert (
        "Proyecto prioritario y de inversión escuela de formación de liderazgo para el buen…"
        in (words(drawing))
    )


def test_a_drawing_may_be_shown_by_any_site_and_runs_nothing(ame: FlaskClient) -> None:
    answer = ame.get(DRAWING)
    assert answer.headers["Content-Security-Policy"] == (
        "default-src 'none'; base-uri 'none'; frame-ancestors *"
    )
    assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.headers["Cache-Control"] == "public, max-age=300"
    assert f'<{BASE}/doc/2015-09-30/{FINANCE}>; rel="up"' in answer.headers["Link"]
    for forbidden in ("<style", "style=", "<script", "<foreignObject", " on"):
        assert forbidden not in answer.text.partition("<title")[0], forbidden


def test_an_unchanged_drawing_is_not_sent_again(ame: FlaskClient) -> None:
    answer = ame.get(DRAWING)
    again = ame.get(DRAWING, headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    head = ame.head(DRAWING)
    assert (head.status_code, head.headers["ETag"]) == (200, answer.headers["ETag"])


def test_a_page_offers_the_html_to_embed(ame: FlaskClient) -> None:
    html = snippet(text_of(ame, f"/doc/{FINANCE}"))
    assert html == (
        f'<a href="{BASE}/doc/2015-09-30/{FINANCE}"><img src="{BASE}{DRAWING}"'
        ' alt="Coordinación financiera. Metas en porcentaje. 9 barras: de 80 % a 100 %. Fuente:'
        " Asociación de Municipalidades Ecuatorianas, publicación del 30 de septiembre de 2015."
        ' Metas declaradas, no resultados."></a>'
    )


def test_a_drawing_in_english_writes_dates_in_english(ame: FlaskClient) -> None:
    drawing = drawn(ame, f"{BY_UNIT}?lang=en")
    assert drawing.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    assert "September 30, 2015" in words(drawing)
    page = text_of(ame, "/doc/organizacion/ame?lang=en")
    assert f'src="{BASE}{BY_UNIT}?lang=en"' in snippet(page)


def test_what_has_signs_of_html_in_it_is_escaped(many: FlaskClient) -> None:
    drawing = drawn(many, "/doc/2015-09-30/organizacion/gad/barras/metas-por-unidad.svg")
    assert words(drawing).startswith("GAD de <Ejemplo> & Cía. Metas declaradas por unidad")
    html = snippet(text_of(many, "/doc/organizacion/gad"))
    assert 'alt="GAD de &lt;Ejemplo&gt; &amp; Cía.. Metas' in html


def test_a_drawing_is_of_its_release(many: FlaskClient) -> None:
    path = "/doc/{}/organizacion/gad/barras/metas-por-unidad.svg"
    now, then = (bars(drawn(many, path.format(day)))[0] for day in ("2015-09-30", "2015-08-31"))
    assert (now[0], then[0]) == ("Dirección de obras: 250", "Dirección de obras: 120")


def test_a_page_of_a_release_offers_the_drawing_of_that_release(many: FlaskClient) -> None:
    page = text_of(many, "/doc/2015-08-31/unidad/gad/direccion-de-obras")
    address = "/doc/2015-08-31/unidad/gad/direccion-de-obras/barras/obras.svg"
    assert address in snippet(page)
    assert "Las 20 mayores de 108: de 99 a 120." in words(drawn(many, address))


@pytest.mark.parametrize(
    "path",
    [
        f"/doc/2015-09-30/{FINANCE}/barras/lecturas.svg",
        f"/doc/2015-09-29/{FINANCE}/barras/porcentaje.svg",
        "/doc/2015-09-30/unidad/ame/no-hay/barras/porcentaje.svg",
        "/doc/2015-09-30/unidad/barras/porcentaje.svg",
        "/doc/2015-09-30/plan/ame/2015/barras/metas-por-unidad.svg",
    ],
)
def test_a_drawing_that_nobody_has_is_not_found(ame: FlaskClient, path: str) -> None:
    assert ame.get(path).status_code == 404


def test_every_drawing_that_pages_offer_is_there(ame: FlaskClient, ame_public: Path) -> None:
    dump = (ame_public / "dumps/latest.nt").read_text(encoding="utf-8")
    things = sorted(
        set(re.findall(r"/id/((?:unidad|objetivo|actividad|indicador)/ame/[^>]+)>", dump))
    )
    offered = set()
    for thing in things:
        page = ame.get(f"/doc/{thing}").text
        offered |= set(re.findall(r'href="[./]*(2015-09-30/[^"]+\.svg)"', page))
    assert len(offered) == 9
    for path in sorted(offered):
        assert len(bars(drawn(ame, f"/doc/{path}"))) >= 3
