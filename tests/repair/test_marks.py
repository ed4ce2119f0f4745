"""Marks: formatting goes, words and signs stay."""

from __future__ import annotations

import pytest

from a4_rdf.repair.marks import clean_marks
from tests.tables import table


@pytest.mark.parametrize(
    ("written", "text", "code"),
    [
        ("<b>Ejemplo:</b>", "Ejemplo:", "marks-removed"),
        ("**LEY**", "LEY", "marks-removed"),
        ("uno<br/>dos", "uno dos", "marks-removed"),
        ("cumplir&nbsp;más", "cumplir más", "marks-removed"),
        ("<<b>b>x", "x", "marks-removed"),
        ("A &amp; B", "A & B", "marks-removed"),
        ("<td>uno</td><td>dos</td>", "uno dos", "marks-removed"),
        ("<\u200bb>x", "x", "characters-normalised"),
        ("a\u00a0b", "a b", "characters-normalised"),
        ("a\u200bb\x0c", "ab", "characters-normalised"),
        ("Accio\u0301n", "Acción", "characters-normalised"),
    ],
)
def test_what_is_no_word_goes(written: str, text: str, code: str) -> None:
    result, findings = clean_marks(table(("1", written)))
    assert result.rows[1].cells[1].text == text
    assert result.rows[1].cells[1].written == written
    assert (code, 2, 2) in [(f.code, f.place.row, f.place.column) for f in findings]
    assert clean_marks(result) == (result, ())


def test_what_an_attribute_says_is_not_repeated() -> None:
    _, findings = clean_marks(table(("1", "<a href='mailto:x@y.example'>Ver</a>")))
    assert [f.detail("marks") for f in findings] == ["<a> </a>"]


@pytest.mark.parametrize("text", ["5 < 6", "hotel 5*", "R&D", "a <x> b", "áéíóú ñ Ñ ¿?"])
def test_signs_that_are_no_marks_stay(text: str) -> None:
    result, findings = clean_marks(table(("1", text)))
    assert result.rows[1].cells[1].text == text
    assert findings == ()
