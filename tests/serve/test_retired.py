"""Retired things: 410 in every form, with what took their place and what was said of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from a4_rdf import formats, resources
from a4_rdf.errors import A4Error
from a4_rdf.serve.publication import open_publication
from a4_rdf.serve.retired import Retired, read_retired
from a4_rdf.serve.site import load_site
from a4_rdf.store import rdfio
from tests.serve.conftest import client_of
from tests.serve.history import publish_history
from tests.serve.small import BASE

IRRIGATION = "unidad/gad/direccion-de-riego"
WORKS = f"{BASE}/id/unidad/gad/direccion-de-obras"
SUCCESSOR = f'<{WORKS}>; rel="successor-version"'


@pytest.mark.parametrize("suffix", ["", ".html", ".ttl", ".nt", ".jsonld", ".rdf"])
def test_a_retired_thing_is_gone_in_every_form(months: FlaskClient, suffix: str) -> None:
    answer = months.get(f"/doc/{IRRIGATION}{suffix}")
    assert answer.status_code == 410
    assert answer.headers["Link"].startswith(f"{SUCCESSOR}, ")
    assert "accept-datetime" in answer.headers["Vary"]
    head = months.head(f"/doc/{IRRIGATION}{suffix}")
    assert (head.status_code, head.headers["Link"]) == (410, answer.headers["Link"])


@pytest.mark.parametrize("part", ["id", "doc"])
@pytest.mark.parametrize(
    "media_type", ["text/turtle", "application/n-triples", "application/ld+json"]
)
def test_a_program_is_told_what_took_its_place(
    months: FlaskClient, part: str, media_type: str
) -> None:
    answer = months.get(f"/{part}/{IRRIGATION}", headers={"Accept": media_type})
    assert (answer.status_code, answer.mimetype) == (410, media_type)
    assert answer.headers["Vary"].startswith("Accept")
    assert SUCCESSOR in answer.headers["Link"]
    assert WORKS in answer.text
    fmt = formats.by_media_type(media_type)
    assert fmt is not None
    assert rdfio.parse(answer.data, fmt, BASE) == ()


def test_a_problem_tells_it_too(months: FlaskClient) -> None:
    answer = months.get(f"/id/{IRRIGATION}", headers={"Accept": "application/problem+json"})
    assert (answer.status_code, answer.mimetype) == (410, "application/problem+json")
    assert json.loads(answer.data) == {
        "type": "about:blank",
        "title": "Ya no existe",
        "status": 410,
        "detail": f"Esto se publicó antes y otra cosa ocupó su lugar: {WORKS}",
    }


def test_the_page_says_what_took_its_place_and_leads_to_its_past(months: FlaskClient) -> None:
    for path, up in ((f"/doc/{IRRIGATION}", "../../"), (f"/id/{IRRIGATION}", "../../../doc/")):
        page = " ".join(months.get(path, headers={"Accept": "text/html"}).text.split())
        assert "<h1>Dirección de riego</h1>" in page
        assert '<p class="lead">Ya no existe. Ocupó su lugar: <a href=' in page
        assert 'direccion-de-obras">Dirección de obras</a>' in page
        assert f'<a href="{up}2015-08-31/{IRRIGATION}">31 de agosto de 2015</a>' in page
        assert f'<a href="{up}2015-07-31/{IRRIGATION}">31 de julio de 2015</a>' in page
        assert "2015-09-30/" not in page


def test_its_past_stays(months: FlaskClient) -> None:
    for day in ("2015-07-31", "2015-08-31"):
        answer = months.get(f"/doc/{day}/{IRRIGATION}")
        assert answer.status_code == 200
        page = " ".join(answer.text.split())
        assert "<h1>Dirección de riego</h1>" in page
        works = '<a href="../../../unidad/gad/direccion-de-obras">Dirección de obras</a>'
        assert f"Otra cosa ocupó su lugar: {works}." in page
    assert months.get(f"/timemap/link/doc/{IRRIGATION}").status_code == 200
    moment = {"Accept-Datetime": "Sat, 01 Aug 2015 00:00:00 GMT"}
    moved = months.get(f"/doc/{IRRIGATION}", headers=moment)
    assert (moved.status_code, moved.headers["Location"]) == (302, f"/doc/2015-07-31/{IRRIGATION}")


def test_a_retired_thing_that_no_release_knows_has_a_successor_all_the_same(
    months: FlaskClient,
) -> None:
    answer = months.get("/doc/unidad/gad/direccion-de-aguas")
    assert (answer.status_code, answer.headers["Link"]) == (410, SUCCESSOR)
    assert f"Esto se publicó antes y otra cosa ocupó su lugar: {WORKS}" in answer.text


@pytest.mark.parametrize("name", ["aaaaaaaaaaaa", "bbbbbbbbbbbb"])
def test_a_circle_ends_and_has_no_successor(months: FlaskClient, name: str) -> None:
    answer = months.get(f"/id/meta/gad/{name}")
    assert answer.status_code == 410
    assert "Link" not in answer.headers
    assert "no consta cuál" in answer.text


def test_a_chain_is_followed_to_its_end() -> None:
    retired = Retired({"id/a": "id/b", "id/b": "id/c", "id/x": "id/y", "id/y": "id/x", "s": "s"})
    assert "id/a" in retired
    assert "id/c" not in retired
    assert retired.successor("id/a") == "id/c"
    assert retired.successor("id/b") == "id/c"
    assert retired.successor("id/x") is None
    assert retired.successor("s") is None


def test_a_publication_without_the_file_has_no_retired_things(tmp_path: Path) -> None:
    assert read_retired(tmp_path) == Retired({})


@pytest.mark.parametrize("text", ["[]", '{"id/a": 1}', "{", '"x"', "\xff"])
def test_a_file_that_is_no_table_is_refused(tmp_path: Path, text: str) -> None:
    public = publish_history(tmp_path / "public")
    (public / "retired.json").write_bytes(text.encode("latin-1"))
    with pytest.raises(A4Error, match=r"retired\.json: "):
        open_publication(public, load_site(resources.folder("site")))


def test_two_hyphens_do_not_break_a_comment_of_rdf_xml(tmp_path: Path) -> None:
    public = publish_history(tmp_path / "public")
    (public / "retired.json").write_text(json.dumps({"id/unidad/gad/x": "id/unidad/gad/a--b"}))
    answer = client_of(public).get("/doc/unidad/gad/x.rdf")
    assert answer.status_code == 410
    assert "id/unidad/gad/a-%2Db" in answer.text
    assert rdfio.parse(answer.data, formats.RDFXML, BASE) == ()
