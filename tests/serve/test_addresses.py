"""Addresses: IRIs of the base to paths and back, relative links."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a4_rdf.serve.addresses import host_and_name, iri_of, page_path, path_of, relative

BASE = "https://datos.ejemplo.ec"


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        ("doc/unidad/ame/x", "doc/meta/ame/y", "../../meta/ame/y"),
        ("doc/unidad/ame/x", "", "../../../"),
        ("", "organizaciones", "organizaciones"),
        ("", "", "./"),
        ("dumps/", "dumps/latest.ttl", "latest.ttl"),
        ("doc/a", "dumps/", "../dumps/"),
        ("def/poa", "def/poa#Goal", "#Goal"),
        ("doc/a", "def/poa#Goal", "../def/poa#Goal"),
        ("consultas", "consultas.csv", "consultas.csv"),
        ("x", "a:b", "./a:b"),
    ],
)
def test_relative(here: str, there: str, expected: str) -> None:
    assert relative(here, there) == expected


segments = st.lists(st.from_regex(r"[a-z0-9.:-]{1,8}", fullmatch=True), min_size=1, max_size=4)


@given(segments, segments)
def test_a_relative_link_leads_where_the_absolute_one_would(
    here: list[str], there: list[str]
) -> None:
    one, other = "/".join(here), "/".join(there)
    if ".." in (*here, *there) or "." in (*here, *there):
        return
    assert urljoin(f"http://h/{one}", relative(one, other)) == f"http://h/{other}"


def test_a_path_cannot_break_out_of_its_iri() -> None:
    assert iri_of(BASE, "id/unidad/ame/ñ x\r\nLocation: y") == (
        f"{BASE}/id/unidad/ame/%C3%B1%20x%0D%0ALocation%3A%20y"
    )


def test_the_page_of_a_thing_is_its_document() -> None:
    assert page_path(BASE, f"{BASE}/id/unidad/ame/x") == "doc/unidad/ame/x"
    assert page_path(BASE, f"{BASE}/kos/cota/range") == "kos/cota/range"
    assert page_path(BASE, "http://www.w3.org/ns/org#unitOf") is None
    assert path_of(BASE, "https://datos.ejemplo.ec.otro/id/x") is None


def test_foreign_iris_are_named_by_host_and_last_part() -> None:
    assert host_and_name("https://www.wikidata.org/entity/Q1") == "www.wikidata.org · Q1"
    assert host_and_name("http://www.w3.org/ns/org#Post") == "www.w3.org · Post"
