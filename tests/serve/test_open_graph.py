"""What other sites show of a page that somebody shares."""

from __future__ import annotations

import lxml.html
import pytest
from flask.testing import FlaskClient

SITE = "http://127.0.0.1:8000/"


def shared(client: FlaskClient, path: str) -> dict[str, str]:
    page = lxml.html.fromstring(client.get(path).text)
    found = page.xpath("//meta[starts-with(@property, 'og:')]")
    return {meta.get("property").removeprefix("og:"): meta.get("content") for meta in found}


def test_a_unit_says_what_it_is_where_and_in_what_language(ame: FlaskClient) -> None:
    path = "doc/unidad/ame/coordinacion-financiera"
    said = shared(ame, f"/{path}")
    assert said["title"].startswith("Coordinación financiera")
    assert said["description"].startswith("Unidad administrativa: Coordinación financiera.")
    assert said["url"] == SITE + path
    assert (said["type"], said["locale"]) == ("article", "es_EC")
    english = shared(ame, f"/{path}?lang=en")
    assert (english["url"], english["locale"]) == (f"{SITE}{path}?lang=en", "en_US")


@pytest.mark.parametrize("path", ["/", "/organizaciones", "/cambios", "/calidad", "/consultas"])
def test_every_page_has_a_title_and_a_description(ame: FlaskClient, path: str) -> None:
    said = shared(ame, path)
    assert said["title"]
    assert said["description"]
    assert said["url"] == SITE + path[1:]
