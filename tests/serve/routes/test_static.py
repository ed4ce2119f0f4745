"""The files of the style: compressed for those who accept it, kept for a year."""

from __future__ import annotations

import gzip

from flask.testing import FlaskClient

from a4_rdf import resources

SHEET = "/static/estilo.css"
GZIP = {"Accept-Encoding": "gzip"}


def test_a_style_sheet_is_compressed_for_those_who_accept_it(client: FlaskClient) -> None:
    whole = (resources.folder("site") / "static/estilo.css").read_bytes()
    plain, packed = client.get(SHEET), client.get(SHEET, headers=GZIP)
    assert (plain.data, gzip.decompress(packed.data)) == (whole, whole)
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert len(packed.data) < 2500
    for answer in (plain, packed):
        assert answer.headers["Vary"] == "Accept-Encoding"
        assert answer.headers["Cache-Control"] == "public, max-age=31536000"
        assert answer.headers["Content-Type"] == "text/css; charset=utf-8"
        assert int(answer.headers["Content-Length"]) == len(answer.data)


def test_each_form_has_a_tag_of_its_own(client: FlaskClient) -> None:
    tags = [client.get(SHEET, headers=headers).headers["ETag"] for headers in ({}, GZIP)]
    assert len(set(tags)) == 2
    for headers, tag in zip(({}, GZIP), tags, strict=True):
        again = client.get(SHEET, headers={**headers, "If-None-Match": tag})
        assert (again.status_code, again.data) == (304, b"")


def test_what_is_small_or_not_there_is_not_compressed(client: FlaskClient) -> None:
    icon = client.get("/static/icono.svg", headers=GZIP)
    assert (icon.status_code, icon.headers.get("Content-Encoding")) == (200, None)
    for path in ("/static/nada.css", "/static/../names.ttl"):
        assert client.get(path, headers=GZIP).status_code == 404


def test_a_part_of_a_plain_file_can_be_asked_for(client: FlaskClient) -> None:
    answer = client.get(SHEET, headers={"Range": "bytes=0-9"})
    assert (answer.status_code, len(answer.data)) == (206, 10)
