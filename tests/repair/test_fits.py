"""Rows that can stand as written, and those that are looked at again."""

from __future__ import annotations

import pytest

from a4_rdf.model import Column, RowStatus
from a4_rdf.repair.classify import classify_rows
from a4_rdf.repair.columns import name_columns
from a4_rdf.repair.fits import Frame, fits
from tests.tables import table

POSITIONS = {column: at for at, column in enumerate(tuple(Column)[:6], 1)}
FRAME = Frame(POSITIONS, worded=tuple(Column)[1:6])


def fit(*texts: str) -> bool:
    named = name_columns(classify_rows(table(texts))[0])[0]
    assert named.rows[1].status is RowStatus.GOAL
    return fits(named.rows[1], FRAME)


@pytest.mark.parametrize(
    "texts",
    [
        ("1", "Biblioteca", "Cuidar", "Obras", "Plan", "Plan aprobado"),
        ("", "", "", "Obras", "Número de obras", ""),
        ("", "", "", "", "Compra de equipos", "1"),
        ("", "JEFATURA", "", "", "Plan", "1 plan"),
    ],
)
def test_a_sound_row_stands(texts: tuple[str, ...]) -> None:
    assert fit(*texts)


@pytest.mark.parametrize(
    "texts",
    [
        ("", "", "", "", "Obras", "Número de obras", "3"),
        ("", "", "", "Obras", "", ""),
        ("", "", "Mejorar vías", "", "Número de vías", "3 vías"),
        ("", "", "", "Obras", "", "3 obras"),
        ("", "", "JEFATURA DE OBRAS", "Obras", "Número de obras", "3 obras"),
        ("", "", "", "Obras", "3 obras", "1 obra"),
        ("2", "Obras", "", "", "Número de obras", "3 obras"),
        ("Obras", "", "", "Número de obras", "3 obras", ""),
        ("", "Obras", "Número de obras", "3 obras", "", ""),
        ("", "", "", "Obras", "Plan", "Plan aprobado"),
        ("", "", "Obras", "Plan", "Plan aprobado", ""),
        ("", "", "", "Cuidar", "Obras", "Número de obras"),
        ("", "Cuidar el agua", "Obras", "Número de obras", "3 obras", ""),
    ],
)
def test_a_row_with_a_sign_of_shift_does_not(texts: tuple[str, ...]) -> None:
    assert not fit(*texts)
