"""Lines of a drawing: no line is broader than it may be, no word is lost unseen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a4_rdf.serve.pages.lettering import breadth, drawable, wrapped


def test_a_text_is_broken_between_words() -> None:
    text = "Número de lecturas de las publicaciones en redes"
    assert wrapped(text, 14, 320, 2) == ("Número de lecturas de las publicaciones en", "redes")


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    assert wrapped("uno dos tres cuatro cinco seis", 14, 80, 2) == ("uno dos", "tres…")


def test_a_word_broader_than_a_line_is_broken() -> None:
    assert wrapped("a" * 20, 10, 58, 3) == ("a" * 10, "a" * 10)


@pytest.mark.parametrize("text", ["", "  "])
def test_no_text_has_no_line(text: str) -> None:
    assert wrapped(text, 14, 320, 2) == ()


def test_what_xml_forbids_is_not_drawn() -> None:
    assert drawable(" a\x00b\x0b\n c\ufffe\u200b ") == "ab c"


@given(st.text(max_size=200), st.integers(40, 400), st.integers(1, 4))
def test_lines_fit_and_are_not_too_many(text: str, width: int, most: int) -> None:
    lines = wrapped(drawable(text), 14, width, most)
    assert len(lines) <= most
    assert all(breadth(line, 14) <= width for line in lines)


@given(st.text(max_size=200))
def test_with_room_nothing_is_lost(text: str) -> None:
    said = drawable(text)
    assert "".join(wrapped(said, 14, 120, 1000)).replace(" ", "") == said.replace(" ", "")
