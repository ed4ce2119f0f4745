"""Compression: gzip for those who take it, the same bytes each time, a tag of its own."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from a4_rdf.serve.app import create_app
from a4_rdf.serve.sandbox import Outcome, QueryAnswer
from tests.serve.sparql.test_endpoint import JSON
from tests.serve.told import Told

UNIT = "/doc/unidad/gad/coordinacion-de-vias"
GZIP = {"Accept-Encoding": "gzip, deflate, br"}


@pytest.mark.parametrize("path", [UNIT, f"{UNIT}.ttl", f"{UNIT}.jsonld", "/def/poa.rdf", "/nada"])
def test_text_is_compressed_for_those_who_take_it(client: FlaskClient, path: str) -> None:
    plain, packed = client.get(path), client.get(path, headers=GZIP)
    assert "Content-Encoding" not in plain.headers
    assert "Accept-Encoding" in packed.vary
    assert "Accept-Encoding" in plain.vary
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == plain.data
    assert packed.content_length == len(packed.data) < len(plain.data)
    assert client.get(path, headers=GZIP).data == packed.data


def test_head_equals_get(client: FlaskClient) -> None:
    got, head = client.get(UNIT, headers=GZIP), client.head(UNIT, headers=GZIP)
    assert dict(got.headers) == dict(head.headers)
    assert head.data == b""


def test_each_encoding_has_its_own_strong_tag(client: FlaskClient) -> None:
    plain, packed = client.get(UNIT), client.get(UNIT, headers=GZIP)
    tags = [answer.headers["ETag"] for answer in (plain, packed)]
    assert tags[1] == f'{tags[0][:-1]}-gzip"'
    again = client.get(UNIT, headers=GZIP | {"If-None-Match": tags[1]})
    assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", tags[1])
    assert "Content-Encoding" not in again.headers
    assert "Accept-Encoding" in again.vary
    assert client.get(UNIT, headers=GZIP | {"If-None-Match": tags[0]}).status_code == 200
    assert client.get(UNIT, headers={"If-None-Match": tags[1]}).status_code == 200


@pytest.mark.parametrize("accepted", ["", "identity", "br", "gzip;q=0"])
def test_nobody_gets_it_who_does_not_take_it(client: FlaskClient, accepted: str) -> None:
    answer = client.get(UNIT, headers={"Accept-Encoding": accepted})
    assert "Content-Encoding" not in answer.headers
    assert answer.text.startswith("<!doctype html>")


def test_what_is_small_stays_as_it_is(client: FlaskClient) -> None:
    answer = client.get("/doc/nada.ttl", headers=GZIP)
    assert "Content-Encoding" not in answer.headers


@pytest.mark.parametrize("path", ["/dumps/latest.ttl.gz", "/dumps/latest.nt", "/dumps/goals.csv"])
def test_files_go_out_as_they_lie(client: FlaskClient, path: str) -> None:
    plain, packed = client.get(path), client.get(path, headers=GZIP)
    assert packed.data == plain.data
    assert "Content-Encoding" not in packed.headers
    assert packed.headers["ETag"] == plain.headers["ETag"]


def test_results_of_queries_are_compressed_and_known_again(public: Path) -> None:
    body = b"{" + b" " * 5000 + b"}"
    runner = Told(QueryAnswer(Outcome.ANSWERED, "select", JSON, "sha256:one", body))
    client = create_app(public, runner=runner).test_client()
    query = {"query": "SELECT * {}"}
    first = client.get("/sparql", query_string=query, headers=GZIP)
    assert gzip.decompress(first.data) == body
    known = GZIP | {"If-None-Match": first.headers["ETag"]}
    assert client.get("/sparql", query_string=query, headers=known).status_code == 304
    assert len(runner.asked) == 1
