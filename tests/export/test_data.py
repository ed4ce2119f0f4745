"""Data in an exported site: byte for byte what a server gives, for one thing of every kind."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from werkzeug.test import Client

from a4_rdf.serve.app import create_app
from tests.export.conftest import Site

KINDS = (
    "doc/organizacion",
    "doc/unidad",
    "doc/plan",
    "doc/objetivo",
    "doc/actividad",
    "doc/indicador",
    "doc/meta",
    "doc/documento",
    "doc/conjunto",
    "doc/cambio",
    "doc/2015-08-31",
    "doc/2015-09-30",
    "kos",
    "def",
    "graph",
    "timemap",
    "changes",
    "catalogo",
    "cambios",
    ".well-known",
)
"""Where data lie, by the beginning of their paths; some hold several kinds of things."""

FORMS = (".ttl", ".nt", ".jsonld", ".rdf", ".csv", ".link", ".atom")


@pytest.fixture(scope="module")
def client(months: Site) -> Client:
    return Client(create_app(months.public))


def chosen(out: Path, begin: str) -> dict[str, Path]:
    """Return the first, the middle and the last file of each form below a path, by address."""
    found: dict[str, Path] = {}
    for form in FORMS:
        below = sorted(p for p in (out / begin).rglob(f"*{form}") if p.is_file())
        beside = [p for p in [(out / f"{begin}{form}")] if p.is_file()]
        files = below + beside
        for path in {files[n] for n in (0, len(files) // 2, -1)} if files else ():
            address = path.relative_to(out).as_posix()
            if form == ".link":
                address = address.removesuffix(form)
            if begin == ".well-known":
                address = address.removesuffix(".ttl")
            found[quote(address)] = path
    return found


@pytest.mark.parametrize("begin", KINDS)
def test_every_kind_of_data_is_what_a_server_gives(
    months: Site, client: Client, begin: str
) -> None:
    compared = chosen(months.out, begin)
    assert compared, f"no data below {begin}"
    for address, path in compared.items():
        with client.get(f"/{address}", headers={"Accept": "*/*"}) as answer:
            assert answer.status_code == 200, address
            assert answer.data == path.read_bytes(), address


def test_a_thing_has_four_forms_in_both_times(months: Site) -> None:
    for begin in ("doc", "doc/2015-08-31", "doc/2015-09-30"):
        stem = months.out / begin / "unidad/gad/direccion-de-obras"
        forms = [stem.with_suffix(s).is_file() for s in (".ttl", ".nt", ".jsonld", ".rdf")]
        # A page of the past links to the data of its own day.
        assert all(forms), begin
