"""Columns: four, five and six of them, in any order, and strangers among them."""

from __future__ import annotations

from a4_rdf.model import Column
from a4_rdf.repair import repair
from tests.tables import codes, repaired, table, texts

FOUR = ("Unidad", "Objetivos", "Indicador", "Meta cuantificable")
FIVE = ("No.", *FOUR)


def test_the_four_column_template() -> None:
    result = repaired(("DIRECCIÓN", "Mejorar", "Número de obras", "3 obras"), header=FOUR)
    assert result.columns == (
        Column.UNIT,
        Column.OBJECTIVE,
        Column.INDICATOR,
        Column.TARGET,
    )
    assert texts(result.rows[1]) == {
        "unit": "DIRECCIÓN",
        "objective": "Mejorar",
        "indicator": "Número de obras",
        "target": "3 obras",
    }


def test_the_five_column_template_inherits_over_its_own_columns() -> None:
    result = repaired(
        ("1", "DIRECCIÓN", "Mejorar", "Número de obras", "3 obras"),
        ("", "", "", "Número de vías", "2 vías"),
        header=FIVE,
    )
    assert texts(result.rows[2])["objective"] == "Mejorar"


def test_a_column_that_is_none_of_ours_is_named_and_left_out() -> None:
    header = (*FOUR, "Observaciones")
    row = ("DIRECCIÓN", "Mejorar", "Número de obras", "3 obras", "ninguna")
    result, findings = repair(table(row, header=header))
    assert codes(findings) == [(1, "unknown-column"), (2, "unplaced-text")]
    assert findings[0].detail("heading") == "Observaciones"
    assert result.rows[1].cells[-1].column is None


def test_a_missing_column_is_said() -> None:
    header = ("No.", "Unidad", "Actividad", "Indicador", "Meta")
    _, findings = repair(table(("1", "UNIDAD", "Obras", "Número", "3"), header=header))
    assert [(f.code, f.detail("columns")) for f in findings] == [("columns-missing", "objetivo")]
