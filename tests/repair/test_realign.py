"""Realignment in small: single shifts, a text too many, strangers' columns left alone."""

from __future__ import annotations

import pytest

from a4_rdf.repair import repair
from tests.tables import HEADER, codes, repaired, table, texts

ABOVE = (
    ("1", "DIRECCIÓN A", "Mejorar vías", "Construcción de vías", "Número de vías", "3 vías"),
    ("", "", "", "Limpieza de calles", "% de calles limpias", "80% de calles"),
    ("2", "JEFATURA B", "Cuidar ríos", "Limpieza de ríos", "Número de ríos", "2 ríos"),
)
MEANT = {"activity": "Reforestación", "indicator": "Nº de árboles", "target": "500 árboles"}


@pytest.mark.parametrize(
    "shifted",
    [
        ("", "", "", "", "Reforestación", "Nº de árboles", "500 árboles"),
        ("", "", "Reforestación", "Nº de árboles", "500 árboles"),
        ("", "Reforestación", "Nº de árboles", "500 árboles"),
        ("Reforestación", "", "", "Nº de árboles", "500 árboles"),
        ("Reforestación", "Nº de árboles", "500 árboles"),
    ],
)
def test_a_shift_of_any_width_is_undone(shifted: tuple[str, ...]) -> None:
    result, findings = repair(table(*ABOVE, shifted))
    row = result.rows[4]
    assert {c.column: c.text for c in row.cells if c.place.row == 5} == MEANT
    assert row.repairs == ("row-realigned",)
    assert codes(findings) == [(5, "row-realigned")]
    assert 0.5 <= float(findings[0].detail("confidence")) <= 1.0


def test_more_texts_than_columns_stay_and_are_named() -> None:
    row = tuple(f"texto {n}" for n in range(1, 10))
    result, findings = repair(table(*ABOVE, row))
    assert result.rows[4].cell is not None
    extra = [f.detail("text") for f in findings if f.code == "extra-text"]
    assert extra == ["texto 7", "texto 8", "texto 9"]


def test_texts_under_a_foreign_heading_take_no_part() -> None:
    header = (*HEADER, "Responsable")
    row = ("", "", "", "Reforestación", "Nº de árboles", "500 árboles", "Persona Ejemplo")
    result, findings = repair(table(*ABOVE, row, header=header))
    assert texts(result.rows[4])["target"] == "500 árboles"
    assert not any("Persona" in value for f in findings for _, value in f.details)


def test_the_header_in_force_says_where_columns_are() -> None:
    shifted_header = ("", *HEADER)
    row = ("", "", "", "", "Reforestación", "Nº de árboles", "500 árboles")
    result = repaired(*ABOVE, shifted_header, row)
    assert result.rows[5].repairs == ()
    assert texts(result.rows[5])["target"] == "500 árboles"
