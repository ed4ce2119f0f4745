"""Markup: tags, stars and entities go, whatever they hide in; other signs are words."""

from __future__ import annotations

import pytest

from a4_rdf.markup import plain, without_attributes


@pytest.mark.parametrize(
    ("text", "clean", "marks"),
    [
        ("A &amp; B", "A & B", ("&amp;",)),
        ("&amp;amp;lt;b&amp;gt;x", "x", ("&amp;", "&gt;", "&lt;", "<b>")),
        ("Gesti&oacute;n", "Gestión", ("&oacute;",)),
        ("a&NBSP;b", "a\u00a0b", ("&NBSP;",)),
        ("&#80;&#x45;", "PE", ("&#…;",)),
        ("&#99999999999999999999;", "\ufffd", ("&#…;",)),
        ("<a href='x' title='y'>Ver</a>", "Ver", ("<a>", "</a>")),
        ("<TD class=x>uno</TD><td>dos", " uno  dos", ("<TD>", "</TD>", "<td>")),
        ("*<i>*", "", ("<i>", "**")),
    ],
)
def test_marks_go(text: str, clean: str, marks: tuple[str, ...]) -> None:
    assert plain(text) == (clean, marks)


@pytest.mark.parametrize("text", ["a < b > c", "R&D", "AT&T;", "<indicar meta>", "5 <10", "x*y"])
def test_words_stay(text: str) -> None:
    assert plain(text) == (text, ())


def test_attributes_are_left_out() -> None:
    assert without_attributes("<b>x</b> <a href='y'>z</a> <x y>") == "<b>x</b> <a>z</a> <x y>"


def test_deep_nesting_ends() -> None:
    text, _ = plain("&" + "amp;" * 20_000 + "lt;b&gt; y " + "<" * 5_000 + "b>" * 5_000)
    assert plain(text) == (text, ())
    assert "<" not in text
