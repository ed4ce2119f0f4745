"""Pages are turned so that their text reads to the right."""

from __future__ import annotations

import pytest

from a4_rdf.read.pdf_view import Glyph, PageView, turned, upright


@pytest.mark.parametrize(
    ("turn", "box"),
    [
        (0, (10.0, 20.0, 15.0, 40.0)),
        (1, (160.0, 10.0, 180.0, 15.0)),
        (2, (85.0, 160.0, 90.0, 180.0)),
        (3, (20.0, 85.0, 40.0, 90.0)),
    ],
)
def test_a_page_stands_as_most_of_its_text_does(turn: int, box: tuple[float, ...]) -> None:
    glyph = Glyph("a", 10, 20, 15, 40, 10, turn)
    odd = Glyph("b", 0, 0, 5, 5, 10, (turn + 1) % 4)
    page = PageView(1, 100, 200, (glyph, glyph, odd), ((10, 20, 15, 40),), ((10, 20, 15, 40),))
    found = upright(page)
    assert (found.width, found.height) == ((200, 100) if turn % 2 else (100, 200))
    first = found.glyphs[0]
    assert (first.x0, first.top, first.x1, first.bottom) == box
    assert [glyph.turn for glyph in found.glyphs] == [0, 0, 1]
    assert found.rules == found.areas == (box,)


def test_four_turns_come_back() -> None:
    glyph = Glyph("a", 10, 20, 15, 40, 10, 1)
    found = (glyph,)
    for _ in range(4):
        found = turned(found, 1)
    assert found == (glyph,)
