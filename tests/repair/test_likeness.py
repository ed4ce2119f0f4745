"""Likeness: the cues that each column's texts bear."""

from __future__ import annotations

import pytest

from a4_rdf.model import Column
from a4_rdf.repair.likeness import is_indicator, is_quantity, likeness, look


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("12", Column.NUMBER),
        ("DIRECCIÓN DE OBRAS PÚBLICAS", Column.UNIT),
        ("PROYECTO PUENTES", Column.UNIT),
        ("Fortalecer la gestión", Column.OBJECTIVE),
        ("Contratación de servicios", Column.ACTIVITY),
        ("Número de reuniones", Column.INDICATOR),
        ("% de cumplimiento", Column.INDICATOR),
        ("45 Reuniones", Column.TARGET),
        ("Al menos 3 informes", Column.TARGET),
        ("El 70% de funcionarios", Column.TARGET),
    ],
)
def test_a_typical_text_is_most_like_its_column(text: str, column: Column) -> None:
    scores = likeness(look(text))
    assert max(scores, key=lambda c: scores[c]) is column


@pytest.mark.parametrize(
    "text", ["no consultorias", "no de guias", "porcentaje de gad", "# de obras", "tasa de mora"]
)
def test_indicator_cues(text: str) -> None:
    assert is_indicator(text)


@pytest.mark.parametrize("text", ["no menor al 98%", "nombre", "no aplica", "notas"])
def test_no_indicator_cues(text: str) -> None:
    assert not is_indicator(text)


@pytest.mark.parametrize("text", ["3", "80%", "un plan", "entre 2 y 3", "$ 300", "n/a", "hasta 3"])
def test_quantity_cues(text: str) -> None:
    assert is_quantity(text)


@pytest.mark.parametrize("text", ["1. plan", "plan 2015", "union europea", "maximo responsable"])
def test_no_quantity_cues(text: str) -> None:
    assert not is_quantity(text)
