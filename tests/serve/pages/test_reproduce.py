"""The query that a page offers gives the number that the page says."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from a4_rdf import resources
from a4_rdf.serve.publication import Publication, open_publication
from a4_rdf.serve.site import load_site

FINANCE = "/doc/unidad/ame/coordinacion-financiera"


@pytest.fixture(scope="module")
def publication(ame_public: Path) -> Publication:
    return open_publication(ame_public, load_site(resources.folder("site")))


def _query(client: FlaskClient, page: str) -> str:
    found = re.search(r'<pre tabindex="0"[^>]*>(.*?)</pre>', client.get(page).text, re.DOTALL)
    return html.unescape(found[1]) if found else ""


@pytest.mark.parametrize(
    ("page", "number"),
    [
        (FINANCE, "9"),
        (f"/doc/2015-09-30{FINANCE.removeprefix('/doc')}", "9"),
        ("/doc/organizacion/ame", "62"),
        ("/doc/plan/ame/2015", "62"),
        ("/doc/publicacion/ame/2015-09-30", "62"),
    ],
)
def test_the_count_of_a_page_is_what_its_query_counts(
    ame: FlaskClient, publication: Publication, page: str, number: str
) -> None:
    path = page if ame.get(page).status_code == 200 else "/graph/ame/a4/2015-09-30"
    query = _query(ame, path)
    assert [str(n) for n in publication.store.select(query).column("metas")] == [number]
    assert f"{number} meta" in ame.get(path).text


def test_a_goal_gives_its_values_as_its_row_has_them(
    ame: FlaskClient, publication: Publication
) -> None:
    goal = re.search(r'href="([^"]*meta/ame/[^"]+)">Ver esta meta', ame.get(FINANCE).text)
    assert goal
    query = _query(ame, "/doc/" + goal[1].removeprefix("../../"))
    found = publication.store.select(query)
    assert [str(v) for v in found.column("valor")] == ["100.0"]
    assert [str(v) for v in found.column("fila")] == ["56"]
    assert [str(v) for v in found.column("celda")] == ["100% de cumplimiento de las obligaciones"]


def test_the_query_is_pinned_to_the_release_that_holds_the_words(months: FlaskClient) -> None:
    repeated = _query(months, "/doc/2015-08-31/organizacion/gad")
    assert "<https://datos.ejemplo.ec/graph/gad/a4/2015-07-31>" in repeated
    assert "UNDEF" not in repeated


def test_every_query_is_whole_before_its_page_is_named() -> None:
    site = load_site(resources.folder("site"))
    assert sorted(site.reproduce) == [
        "goals_of_body",
        "goals_of_unit",
        "goals_that_name",
        "targets",
    ]
    assert all("(UNDEF UNDEF)" in text for text in site.reproduce.values())


def test_a_page_without_a_number_offers_none(ame: FlaskClient) -> None:
    assert _query(ame, "/doc/documento/ame/2015-09-30") == ""
