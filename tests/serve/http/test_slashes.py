"""Slashes at the end of an address: sent to the one address, on this server only."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient


@pytest.mark.parametrize(
    ("path", "location"),
    [
        ("/unidades/", "/unidades"),
        ("/doc/unidad/gad/coordinacion-de-vias/", "/doc/unidad/gad/coordinacion-de-vias"),
        ("/consultas/?query=ASK%20%7B%7D", "/consultas?query=ASK%20%7B%7D"),
        ("/sparql/", "/sparql"),
        ("/def/poa/", "/def/poa"),
        ("/x%0d%0aY:%20z/", "/x%0D%0AY%3A%20z"),
    ],
)
def test_a_slash_too_many_is_taken_off(client: FlaskClient, path: str, location: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.headers["Location"]) == (308, location)


@pytest.mark.parametrize(
    ("path", "location"),
    [
        ("//malo.example/", "/malo.example"),
        ("/\\malo.example/", "/%5Cmalo.example"),
    ],
)
def test_it_never_sends_to_another_host(client: FlaskClient, path: str, location: str) -> None:
    answer = client.get("/", environ_overrides={"PATH_INFO": path})
    assert (answer.status_code, answer.headers["Location"]) == (308, location)


def test_a_redirect_of_data_may_be_followed_by_other_sites(client: FlaskClient) -> None:
    answer = client.get("/doc/unidad/gad/x/")
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("path", ["/", "/dumps/"])
def test_folders_keep_theirs(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 200
