"""Views: what a thing's page says, from which release, and how much of a long document."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient
from rdflib import URIRef
from rdflib.namespace import RDF

from a4_rdf import resources
from a4_rdf.serve import history, rows, statements, things
from a4_rdf.serve.publication import Publication, open_publication
from a4_rdf.serve.site import load_site
from a4_rdf.serve.things import Cursor
from tests.serve.small import BASE, DIGEST, OLD_DIGEST

OLD_DAY, NEW_DAY = "31 de agosto de 2015", "30 de septiembre de 2015"
IRRIGATION = "/doc/unidad/gad/direccion-de-riego"


@pytest.fixture
def publication(public: Path) -> Publication:
    return open_publication(public, load_site(resources.folder("site")))


def text_of(client: FlaskClient, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return " ".join(answer.text.split())


def old_goal(client: FlaskClient) -> str:
    """Return the path of the goal that only the earlier release has."""
    page = client.get(IRRIGATION).text
    return "/doc/meta/gad/" + page.partition("../../meta/gad/")[2].partition('"')[0].split("/")[0]


@pytest.mark.parametrize(
    "path",
    [
        "/doc/documento/gad/2015-08-31",
        "/doc/documento/gad/2015-08-31/fila/4",
        "/doc/conjunto/gad/2015-08-31",
        "/doc/conversion/gad/2015-08-31",
        IRRIGATION,
    ],
)
def test_a_page_of_an_earlier_release_cites_that_release(client: FlaskClient, path: str) -> None:
    page = text_of(client, path)
    cited = page.partition('<div class="cite">')[2]
    assert f"Publicación del {OLD_DAY}" in cited
    assert f"{BASE}/id/conjunto/gad/2015-08-31<" in cited
    assert OLD_DIGEST in cited
    assert DIGEST not in page
    assert "../2015-09-30.csv" not in page


def test_the_targets_and_goals_of_an_earlier_release_cite_it_too(client: FlaskClient) -> None:
    goal = old_goal(client)
    for path in (goal, f"{goal}/2015-08-31/1"):
        assert OLD_DIGEST in text_of(client, path)


@pytest.mark.parametrize(
    "path", ["/doc/unidad/gad/coordinacion-de-vias", "/doc/conjunto/gad", "/doc/organizacion/gad"]
)
def test_a_page_of_what_is_current_cites_the_latest(client: FlaskClient, path: str) -> None:
    page = text_of(client, path)
    assert DIGEST in page
    assert OLD_DIGEST not in page
    assert f"Publicación del {NEW_DAY}" in page


def test_a_unit_that_went_away_is_shown_with_its_goals(client: FlaskClient) -> None:
    page = text_of(client, IRRIGATION)
    assert "<h1>Dirección de riego</h1>" in page
    assert "Ya no figura desde la" in page
    assert '<strong>7</strong> <span class="measure">canales</span>' in page
    assert f"documento del {OLD_DAY}" in page


def test_a_row_shows_the_words_of_its_own_release(client: FlaskClient) -> None:
    new = text_of(client, "/doc/documento/gad/2015-09-30/fila/4")
    old = text_of(client, "/doc/documento/gad/2015-08-31/fila/4")
    assert '<span class="cell">DIRECCIÓN DE OBRAS</span>' in new
    assert '<span class="cell">DIRECCIÓN DE OBRAS Y RIEGO</span>' in old
    assert "Hay una publicación posterior. Así consta en la" in old
    for page in (new, old):
        assert '<span class="cell">Mejorar las vías</span>' in page
        assert "<strong>3</strong>" in page
        assert "Fila 4 del documento</a>" not in page
        assert 'href="../fuente.txt#line=3,4"' in page


def test_a_row_without_a_goal_says_so(client: FlaskClient) -> None:
    page = text_of(client, "/doc/documento/gad/2015-09-30/fila/2")
    assert "De esta fila no se leyó ninguna meta." in page
    assert '<span class="cell">No.</span>' in page


def test_a_document_shows_the_words_of_its_own_release(client: FlaskClient) -> None:
    page = text_of(client, "/doc/documento/gad/2015-08-31")
    assert '<span class="cell">DIRECCIÓN DE OBRAS Y RIEGO</span>' in page
    assert page.count('<article class="row"') == 7


def test_a_long_document_comes_in_pages(
    publication: Publication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "ROWS_SHOWN", 2)
    document = f"{BASE}/id/documento/gad/2015-09-30"
    spans = []
    for start in (0, 4, 6):
        view = things.view(publication, document, Cursor(row=start))
        assert view is not None
        assert view.rows is not None
        page = view.rows
        spans.append((page.total, page.first, page.last, page.previous, page.next))
    assert spans == [(6, 1, 2, None, 4), (6, 4, 5, 1, 6), (6, 6, 7, 4, None)]


def test_the_pages_of_a_document_link_to_each_other(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "ROWS_SHOWN", 2)
    page = text_of(client, "/doc/documento/gad/2015-09-30?desde=4")
    assert "Filas 4 a 5 del documento, que tiene 6 con texto." in page
    assert '<a rel="prev" href="2015-09-30?desde=1">Filas anteriores</a>' in page
    assert '<a rel="next" href="2015-09-30?desde=6">Filas siguientes</a>' in page
    assert page.count('<article class="row"') == 2
    beyond = text_of(client, "/doc/documento/gad/2015-09-30?desde=99")
    assert beyond.count('<article class="row"') == 0


@pytest.mark.parametrize("start", ["x", "-1", "١", "9" * 30, "4%00"])
def test_a_start_that_is_no_row_number_is_the_first_page(client: FlaskClient, start: str) -> None:
    page = text_of(client, f"/doc/documento/gad/2015-09-30?desde={start}")
    assert page.count('<article class="row"') == 6


def test_the_names_of_a_view_are_looked_up_at_once(
    publication: Publication, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = things.view(publication, f"{BASE}/id/documento/gad/2015-09-30")
    assert view is not None
    monkeypatch.setattr(type(publication.labels), "_query", None)
    assert statements.triples(publication, view)


def test_all_forms_of_a_thing_in_all_languages_share_one_view(
    publication: Publication, monkeypatch: pytest.MonkeyPatch
) -> None:
    unit = f"{BASE}/id/unidad/gad/coordinacion-de-vias"
    spoken = history.speaking(publication, URIRef(unit))
    first = things.view(publication, unit, spoken=spoken)
    assert first is not None
    monkeypatch.setattr(type(publication.store), "construct", None)
    again = things.view(publication, unit, spoken=spoken)
    assert again == first
    english = things.view(publication.speaking("en"), unit, spoken=spoken)
    assert english is not None
    assert (first.labels.lang, english.labels.lang) == ("es", "en")
    assert english.facts is first.facts
    with pytest.raises(TypeError):
        things.view(publication, unit, spoken=spoken, day=spoken[0].entry.date)


def test_views_of_other_pages_and_days_are_others(publication: Publication) -> None:
    unit = f"{BASE}/id/unidad/gad/coordinacion-de-vias"
    spoken = history.speaking(publication, URIRef(unit))
    cursors = (Cursor(), Cursor(row=2), Cursor(str(RDF.type), "z"))
    days = (None, *(one.entry.date for one in spoken))
    asked = [(cursor, day) for cursor in cursors for day in days]
    views = [things.view(publication, unit, cursor, spoken, day) for cursor, day in asked]
    assert len({id(view.facts) for view in views if view}) == len(asked)
    told = [(view.is_memento, view.release) for view in views if view]
    assert told[: len(days)] == [(False, spoken[0].entry), *((True, one.entry) for one in spoken)]
    assert things.view(publication, unit) != views[0]


def test_that_there_is_no_view_is_kept_too(
    publication: Publication, monkeypatch: pytest.MonkeyPatch
) -> None:
    nothing = f"{BASE}/id/unidad/gad/no-esta"
    assert things.view(publication, nothing) is None
    monkeypatch.setattr(type(publication.store), "construct", None)
    assert things.view(publication, nothing) is None


def test_the_slice_of_a_unit_has_a_page_that_leads_to_unit_release_and_targets(
    client: FlaskClient,
) -> None:
    page = text_of(client, "/doc/conjunto/gad/2015-09-30/unidad/coordinacion-de-vias")
    assert f"<h1>Valores meta de COORDINACIÓN DE VÍAS, publicación del {NEW_DAY}</h1>" in page
    for address in (
        "../../../../unidad/gad/coordinacion-de-vias",
        "../../2015-09-30",
        "../../../../../def/poa#sliceByUnit",
    ):
        assert f'href="{address}"' in page, address
    assert page.count('/2015-09-30/1"') >= 2
    answer = client.get("/id/conjunto/gad/2015-09-30/unidad/coordinacion-de-vias")
    assert answer.status_code == 303
