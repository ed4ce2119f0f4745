"""The language of a page: Spanish, or English by `?lang=en`, kept by its links."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from a4_rdf import resources
from a4_rdf.serve.messages import Messages
from tests.plans import BASE

UNIT = "/doc/unidad/ame/coordinacion-financiera"


def test_a_page_is_spanish_unless_english_is_asked_for(ame: FlaskClient) -> None:
    for query in ("", "?lang=es", "?lang=fr", "?lang=", "?lang=en-US"):
        text = ame.get(f"{UNIT}{query}").text
        assert '<html lang="es">' in text
        assert "Son metas declaradas, no resultados." in text
    english = ame.get(f"{UNIT}?lang=en").text
    assert '<html lang="en">' in english
    assert "These are declared goals, not results." in english
    assert "Son metas declaradas" not in english


def test_numbers_and_dates_are_written_as_the_language_does(ame: FlaskClient) -> None:
    row = "/doc/documento/ame/2015-09-30"
    assert "30 de septiembre de 2015" in ame.get(row).text
    assert "September 30, 2015" in ame.get(f"{row}?lang=en").text
    found = ame.get("/doc/indicador/ame/lecturas-de-la-pagina-web").text
    if "66.700" in found:
        assert "66,700" in ame.get("/doc/indicador/ame/lecturas-de-la-pagina-web?lang=en").text


def test_links_to_pages_keep_the_language_and_links_to_data_have_none(ame: FlaskClient) -> None:
    text = ame.get(f"{UNIT}?lang=en").text
    hrefs = re.findall(r'href="([^"#]+)"', text)
    ours = [href for href in hrefs if "//" not in href]
    data = [h for h in ours if re.search(r"\.(ttl|nt|jsonld|rdf|csv|css|xml|svg)(\?v=\w+)?$", h)]
    assert len(data) > 5
    spoken = [h for h in ours if "lang=en" in h]
    assert len(spoken) > 20
    assert {h for h in ours if h not in data and h not in spoken} == {"coordinacion-financiera"}


def test_a_page_leads_to_itself_in_the_other_language(months: FlaskClient) -> None:
    text = months.get("/doc/organizacion/gad").text
    assert '<a href="gad?lang=en" hreflang="en" lang="en">English</a>' in text
    english = months.get("/cambios?tipo=target-lowered&lang=en").text
    assert '<a href="cambios?tipo=target-lowered" hreflang="es" lang="es">Español</a>' in english


def test_search_engines_get_the_full_address_of_each_language(months: FlaskClient) -> None:
    asked = "cambios?tipo=target-lowered"
    for spoken in ("", "&lang=en"):
        text = months.get(f"/{asked}{spoken}").text
        found = re.findall(r'<link rel="alternate" hreflang="(\w+)" href="([^"]*)">', text)
        assert found == [("es", f"{BASE}/{asked}"), ("en", f"{BASE}/{asked}&amp;lang=en")]


def test_what_the_source_says_is_marked_as_spanish(ame: FlaskClient) -> None:
    text = ame.get(f"{UNIT}?lang=en").text
    assert re.search(r'<h1 lang="es">Coordinación financiera</h1>', text)
    assert not re.search(r'<h1 lang="es">', ame.get(UNIT).text)


def test_forms_of_data_are_the_same_in_both_languages(ame: FlaskClient) -> None:
    spanish, english = ame.get(f"{UNIT}.ttl"), ame.get(f"{UNIT}.ttl?lang=en")
    assert spanish.data == english.data
    assert spanish.headers["ETag"] == english.headers["ETag"]


def test_each_language_has_an_etag_of_its_own(ame: FlaskClient) -> None:
    etag = ame.get(f"{UNIT}.html").headers["ETag"]
    english = ame.get(f"{UNIT}.html?lang=en", headers={"If-None-Match": etag})
    assert english.status_code == 200
    assert english.headers["ETag"] != etag


def test_errors_are_said_in_the_language(ame: FlaskClient) -> None:
    assert "<h1>No está aquí</h1>" in ame.get("/nada").text
    assert "<h1>It is not here</h1>" in ame.get("/nada?lang=en").text


def test_a_folder_without_a_catalogue_leaves_words_as_they_are(tmp_path: Path) -> None:
    assert Messages(tmp_path)


@pytest.fixture(scope="module")
def english() -> str:
    path = resources.folder("site") / "translations" / "en.po"
    return path.read_text(encoding="utf-8")


def test_no_message_is_left_without_english(english: str) -> None:
    assert "fuzzy" not in english
    entries = english.split("\n\n")[1:]
    empty = [e for e in entries if re.search(r'^msgstr(\[\d\])? ""\n(?!")', f"{e}\n", re.MULTILINE)]
    assert empty == []
