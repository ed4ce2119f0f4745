"""Hostile and damaged PDFs: a table or a SourceError comes out, in bounded time and memory."""

from __future__ import annotations

import zlib
from time import perf_counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from a4_rdf.errors import SourceError
from a4_rdf.read import READERS, Bounds, Document
from a4_rdf.read.pdf import read_pdf
from tests.read.pdf_bytes import CATALOG, ONE_PAGE, file, form, page, stream, tree
from tests.read.pdfs import Sheet, drawn, pdf

TIGHT = Bounds(memory=256 * 1024 * 1024, seconds=2.0)
XOBJECT = b"<</XObject<</X 6 0 R>>>>"
ROW = ("1", "Unidad", "Objetivo", "Actividad", "Indicador", "5 talleres")
SOUND = pdf(Sheet([ROW, ROW], above=["GAD DE PRUEBA"]), Sheet([ROW]))


def code(data: bytes, bounds: Bounds = TIGHT) -> str:
    """Return how the guarded reader ends: the refusal's code, or `read`."""
    try:
        READERS[".pdf"](Document("t.pdf", data), bounds)
    except SourceError as error:
        return error.code
    return "read"


HOSTILE = {
    "a page tree that holds itself": (file(CATALOG, tree([2])), "no-text"),
    "an object that is itself": (file(CATALOG, b"2 0 R"), "too-slow"),
    "cross references that come round": (page(stream(b"")).replace(b"/Root", b"/Prev 9/Root"), ""),
    "a form that draws itself": (page(stream(b"/X Do"), XOBJECT, form(6, b"/X Do")), "no-text"),
    "forms that draw forms thrice each": (
        page(stream(b"/X Do"), XOBJECT, *(form(at, b"/X Do /X Do /X Do") for at in range(7, 40))),
        "too-slow",
    ),
    "a stream that unpacks without end": (
        page(
            stream(
                zlib.compress(zlib.compress(bytes(800_000_000), 1), 9),
                b"/Filter[/FlateDecode/FlateDecode]",
            )
        ),
        "too-much-memory",
    ),
    "deep arrays in a page": (page(stream(b"[" * 20_000 + b"]" * 20_000)), "no-text"),
    "deep arrays in the catalogue": (
        file(CATALOG[:-2] + b"/A " + b"[" * 20_000 + b"]" * 20_000 + b">>", tree([])),
        "no-text",
    ),
    "no page": (file(CATALOG, tree([])), "no-text"),
    "pages without end": (
        file(CATALOG, tree(range(3, 900)), *[b"<</Type/Page/Parent 2 0 R>>"] * 897),
        "too-many-pages",
    ),
    "a page without a size": (
        file(CATALOG, ONE_PAGE, b"<</Type/Page/Parent 2 0 R>>"),
        "no-text",
    ),
    "only the first line": (b"%PDF-1.7\n", "damaged-pdf"),
    "bytes of any kind": (b"%PDF-1.7\n" + bytes(range(256)) * 99, "damaged-pdf"),
    "numbers beyond all pages": (
        page(stream(b"BT /F1 1e308 Tf 1e308 0 0 1e308 1e308 1e308 Tm (a) Tj ET 1e300 0 m 1 1 l S")),
        "read",
    ),
}


@pytest.mark.parametrize("name", list(HOSTILE))
def test_a_hostile_file_ends_in_bounds(name: str) -> None:
    data, expected = HOSTILE[name]
    start = perf_counter()
    assert code(data) == (expected or "no-text")
    assert perf_counter() - start < TIGHT.seconds + 3


def test_scripts_attachments_links_and_forms_are_not_followed() -> None:
    actions = b"/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>/AA<</WC<</S/Launch/F(/bin/sh)>>>>"
    names = b"/Names<</EmbeddedFiles<</Names[(a)<</EF<</F 9 0 R>>>>]>>>>"
    link = (
        b"/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(http://127.0.0.1:1/)>>>>]"
    )
    data = page(stream(b"BT /F1 12 Tf 50 700 Td (Hola) Tj ET"))
    data = data.replace(CATALOG, CATALOG[:-2] + actions + names + b">>")
    data = data.replace(b"/MediaBox", link + b"/MediaBox")
    table, _ = read_pdf(Document("t.pdf", data), Bounds())
    assert [cell.text for row in table.rows for cell in row.cells] == ["Hola"]


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.7, 0.9, 0.97])
def test_a_truncated_file_is_read_or_refused_by_its_name(share: float) -> None:
    end = code(SOUND[: int(len(SOUND) * share)])
    assert end in {"read", "damaged-pdf", "no-text"}


@given(st.data())
@settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
def test_changed_bytes_give_a_table_or_a_refusal(data: st.DataObject) -> None:
    changed = bytearray(data.draw(st.sampled_from((SOUND, drawn([(50, 50, "a"), (90, 90, "b")])))))
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(changed) - 1))
        changed[at : at + data.draw(st.integers(0, 4))] = data.draw(st.binary(max_size=4))
    assert code(bytes(changed)) not in {"reader-crashed", "too-much-memory"}
