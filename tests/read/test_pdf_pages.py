"""What the library shows of a page: glyphs, rules however drawn, shaded areas, images."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
from reportlab.pdfgen.canvas import Canvas

from a4_rdf.read import Bounds, Document
from a4_rdf.read.pdf_pages import pages
from a4_rdf.read.pdf_view import PageView
from tests.read.pdf_bytes import page, stream


def view(draw: Callable[[Canvas], object]) -> PageView:
    """Return the page that a drawing makes."""
    sheet = BytesIO()
    canvas = Canvas(sheet, pagesize=(600, 800), invariant=1)
    canvas.setFont("Helvetica", 10)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return shown(sheet.getvalue())


def shown(data: bytes) -> PageView:
    (found,) = pages(Document("t.pdf", data), Bounds())
    return found


def test_a_glyph_has_its_box_from_the_upper_left_corner() -> None:
    (glyph,) = view(lambda canvas: canvas.drawString(100, 700, "M")).glyphs
    assert (glyph.text, glyph.turn, round(glyph.size)) == ("M", 0, 10)
    assert (glyph.x0, round(glyph.x1, 1)) == (100, 108.3)
    assert 90 < glyph.top < 100 < glyph.bottom < 105


@pytest.mark.parametrize(
    ("draw", "rules"),
    [
        (lambda canvas: canvas.line(50, 600, 250, 600), {(50, 200, 250, 200)}),
        (lambda canvas: canvas.rect(50, 599, 200, 1, 0, 1), {(50, 200, 250, 201)}),
        (
            lambda canvas: canvas.rect(50, 500, 200, 100, 1, 0),
            {(50, 200, 250, 200), (50, 300, 250, 300), (50, 200, 50, 300), (250, 200, 250, 300)},
        ),
        (lambda canvas: canvas.line(50, 600, 250, 500), {(50, 200, 250, 300)}),
        (lambda canvas: canvas.circle(300, 300, 50), set()),
    ],
)
def test_rules_however_drawn(
    draw: Callable[[Canvas], object], rules: set[tuple[float, ...]]
) -> None:
    found = {tuple(map(round, rule)) for rule in view(draw).rules}
    assert found == rules


def test_a_shaded_area_is_no_rule() -> None:
    found = view(lambda canvas: canvas.rect(50, 500, 200, 100, 0, 1))
    assert (found.rules, found.areas) == ((), ((50, 200, 250, 300),))


def test_rules_in_a_form_stand_where_the_page_puts_them() -> None:
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Matrix[1 0 0 1 10 20]"
    resources = b"<</XObject<</X 6 0 R>>>>"
    data = page(stream(b"/X Do"), resources, stream(b"0 100 m 90 100 l S", form))
    assert shown(data).rules == ((10, 680, 100, 680),)


def test_ligatures_are_letters() -> None:
    encoding = b"/Encoding<</Differences[65/fi]>>"
    data = page(stream(b"BT /F1 10 Tf 50 700 Td (AB) Tj ET"))
    data = data.replace(b"/BaseFont/Helvetica", b"/BaseFont/Helvetica" + encoding)
    assert [glyph.text for glyph in shown(data).glyphs] == ["fi", "B"]


def test_a_font_that_does_not_say_its_letters_gives_a_sign() -> None:
    composite = (
        b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[7 0 R]>>"
    )
    descendant = (
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/A/FontDescriptor<</FontName/A/Flags 4>>"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>"
    )
    content = stream(b"BT /F1 10 Tf 50 700 Td <00410042> Tj ET")
    data = page(content, b"<</Font<</F1 6 0 R>>>>", composite, descendant)
    assert [glyph.text for glyph in shown(data).glyphs] == ["\ufffd", "\ufffd"]
