"""Glyphs become words and lines by where they stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from a4_rdf.read.pdf_text import lines, segments
from a4_rdf.read.pdf_view import Glyph


def glyphs(text: str, left: float, top: float, step: float = 5.0, turn: int = 0) -> list[Glyph]:
    """Return the letters of a text, each as wide as the step; spaces leave only room."""
    return [
        Glyph(letter, left + step * at, top, left + step * (at + 1), top + 10, 10, turn)
        for at, letter in enumerate(text)
        if letter != " "
    ]


def texts(found: list[Glyph]) -> list[str]:
    return [line.text for line in lines(found)]


def test_gaps_part_words_and_heights_part_lines() -> None:
    assert texts(glyphs("una meta", 0, 0) + glyphs("y otra", 0, 12)) == ["una meta", "y otra"]


def test_spaces_that_are_drawn_part_words_too() -> None:
    drawn = [Glyph("a", 0, 0, 5, 10, 10), Glyph(" ", 5, 0, 5, 10, 10), Glyph("b", 5, 0, 10, 10, 10)]
    assert texts(drawn) == ["a b"]


def test_a_superscript_stays_on_its_line() -> None:
    assert texts([*glyphs("N", 0, 0), Glyph("o", 5, -1, 8, 5, 6)]) == ["No"]


def test_letters_drawn_twice_to_look_bold_are_one() -> None:
    assert texts(glyphs("Meta", 0, 0) + glyphs("Meta", 0.4, 0)) == ["Meta"]
    assert texts(glyphs("llano", 0, 0)) == ["llano"]


def test_text_that_reads_upwards_follows_the_upright_text() -> None:
    upwards = [
        Glyph(letter, 50, 100 - 5 * at, 60, 105 - 5 * at, 10, 1) for at, letter in enumerate("sube")
    ]
    assert texts(upwards + glyphs("llano", 0, 0)) == ["llano", "sube"]


def test_blank_glyphs_make_no_line() -> None:
    assert texts([Glyph(" ", 0, 0, 5, 10, 10), Glyph("", 5, 0, 9, 10, 10)]) == []


def test_pieces_that_stand_far_apart() -> None:
    (line,) = lines(glyphs("FECHA:", 0, 0) + glyphs("31/01/2025", 100, 0))
    assert [piece.text for piece in segments(line)] == ["FECHA:", "31/01/2025"]
    assert [piece.text for piece in segments(line, 20)] == ["FECHA: 31/01/2025"]


@given(st.randoms(), st.lists(st.text("abcñ ", min_size=1, max_size=9), max_size=5))
def test_drawing_order_does_not_matter(random: st.Random, written: list[str]) -> None:  # type: ignore[name-defined]
    drawn = [glyph for at, text in enumerate(written) for glyph in glyphs(text, 0, 20.0 * at)]
    shuffled = list(drawn)
    random.shuffle(shuffled)
    assert texts(shuffled) == texts(drawn)
    assert texts(drawn) == [" ".join(text.split()) for text in written if text.strip()]
