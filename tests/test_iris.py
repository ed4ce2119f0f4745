"""IRIs: each pattern parses back to what it was minted from."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a4_rdf import iris
from a4_rdf.iris import PATTERNS, Kind, Name

BASE = "https://datos.ejemplo.ec/lotaip"
PARTS = st.text(min_size=1).filter(lambda text: text.isprintable())


def part_names(kind: Kind) -> list[str]:
    return [name for _, name, _, _ in string.Formatter().parse(PATTERNS[kind]) if name]


def test_writes_the_documented_addresses() -> None:
    assert (
        iris.mint(BASE, Kind.TARGET, org="ame", key="0a1b", date="2015-09-30", n="2")
        == "https://datos.ejemplo.ec/lotaip/id/meta/ame/0a1b/2015-09-30/2"
    )
    assert (
        iris.mint(BASE, Kind.GRAPH, org="ame", date="2015-09-30")
        == "https://datos.ejemplo.ec/lotaip/graph/ame/a4/2015-09-30"
    )


@pytest.mark.parametrize("kind", list(Kind))
@given(data=st.data())
def test_parse_inverts_mint(kind: Kind, data: st.DataObject) -> None:
    parts = {name: data.draw(PARTS) for name in part_names(kind)}
    assert iris.parse(BASE, iris.mint(BASE, kind, **parts)) == Name(kind, tuple(parts.items()))


def test_a_part_cannot_add_a_segment() -> None:
    minted = iris.mint(BASE, Kind.UNIT, org="ame", key="a/../b?c#d")
    assert minted == "https://datos.ejemplo.ec/lotaip/id/unidad/ame/a%2F..%2Fb%3Fc%23d"


def test_parse_knows_no_other_host() -> None:
    assert iris.parse(BASE, "https://otro.ec/id/plan/ame/2015") is None


@pytest.mark.parametrize(
    ("base", "thing", "description"),
    [
        ("http://a.ec:80", "http://a.ec:80/id/plan/ame/2015", "http://a.ec:80/doc/plan/ame/2015"),
        ("http://a.ec/id", "http://a.ec/id/id/plan/ame/1", "http://a.ec/id/doc/plan/ame/1"),
        (BASE, f"{BASE}/id/meta/ame/id", f"{BASE}/doc/meta/ame/id"),
        (BASE, f"{BASE}/kos/cota/range", f"{BASE}/kos/cota/range"),
    ],
)
def test_things_have_descriptions(base: str, thing: str, description: str) -> None:
    assert iris.document_of(base, thing) == description


def test_what_a_release_says_of_a_thing_has_an_address_with_its_date() -> None:
    unit = f"{BASE}/id/unidad/ame/x"
    dated = iris.dated_document(BASE, unit, "2015-09-30")
    assert dated == f"{BASE}/doc/2015-09-30/unidad/ame/x"
    assert iris.parse(BASE, dated) is None
    document = iris.document_of(BASE, unit)
    assert iris.timemap(BASE, document) == f"{BASE}/timemap/link/doc/unidad/ame/x"


def test_a_drawing_of_what_a_release_says_has_an_address_below_it() -> None:
    unit = f"{BASE}/id/unidad/ame/x"
    drawing = iris.bars(BASE, unit, "2015-09-30", "alcaldes~sas.at-least")
    assert drawing == f"{BASE}/doc/2015-09-30/unidad/ame/x/barras/alcaldes~sas.at-least.svg"
    assert iris.bars(BASE, unit, "2015-09-30", "días/año").endswith("/d%C3%ADas%2Fa%C3%B1o.svg")


def test_a_page_of_a_long_document_is_told_by_its_first_row() -> None:
    assert iris.rows_from(f"{BASE}/doc/unidad/ame/x", 106) == f"{BASE}/doc/unidad/ame/x?desde=106"


def test_the_twelfth_line_is_line_11_to_12() -> None:
    assert iris.source_line(BASE, "ame", "2015-09-30", 12) == (
        f"{BASE}/doc/documento/ame/2015-09-30/fuente.txt#line=11,12"
    )


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("COORDINACIÓN DE COMUNICACIÓN", "coordinacion-de-comunicacion"),
        ("  Niñez / Familia ", "ninez-familia"),
        ("Alcaldes/sas", "alcaldes-sas"),
    ],
)
def test_slugs(text: str, slug: str) -> None:
    assert iris.slug(text) == slug


def test_long_names_keep_apart() -> None:
    first, second = iris.slug("a" * 200 + "1"), iris.slug("a" * 200 + "2")
    assert len(first) <= iris.SLUG_LENGTH
    assert first != second


def test_keys_forgive_case_and_spaces_but_not_words() -> None:
    assert iris.key("Cantidad  de Eventos") == iris.key("cantidad de eventos")
    assert iris.key("a", "bc") != iris.key("ab", "c")
