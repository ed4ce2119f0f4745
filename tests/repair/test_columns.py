"""Columns: four, five and six of them, in any order, and strangers among them."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from a4_rdf.model import Column, RowStatus
from a4_rdf.repair import repair
from tests.repair.synthetic import Line, meant_rows
from tests.tables import HEADER, codes, repaired, table, texts

HEADING = RowStatus.HEADER
FOUR = ("Unidad", "Objetivos", "Indicador", "Meta cuantificable")
FIVE = ("No.", *FOUR)


def named(row: Line) -> dict[str, str]:
    return dict(zip(("unit", "objective", "indicator", "target"), row, strict=True))


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


LINKED = (*FOUR, "Enlace al sistema de planificación")
ROW = ("DIRECCIÓN DE OBRAS", "Mejorar las vías", "Número de vías", "3 vías")
ADDRESS = "https://ejemplo.gob.ec/poa"


@pytest.mark.parametrize("link", [ADDRESS, "www.ejemplo.gob.ec", "No disponible", "Sistema GPR"])
def test_the_link_of_the_2023_template_takes_no_part_in_other_columns(link: str) -> None:
    result, findings = repair(table((*ROW, link), header=LINKED))
    assert result.columns[-1] is Column.LINK
    assert texts(result.rows[1]) == named(ROW) | {"link": link}
    assert findings == ()


def test_an_address_is_the_link_wherever_it_stands() -> None:
    shifted = ("", *ROW, ADDRESS)
    result, findings = repair(table((*ROW, ""), shifted, header=LINKED))
    assert texts(result.rows[2])["link"] == ADDRESS
    assert texts(result.rows[2])["target"] == "3 vías"
    assert result.rows[2].repairs == ("row-realigned",)
    assert {code for _, code in codes(findings)} <= {"row-realigned", "ambiguous-row"}


def test_a_target_that_was_pushed_under_the_link_is_none() -> None:
    above = (("DIRECCIÓN A", "Cuidar", "% de agua limpia", "80%", ""), (*ROW, ADDRESS))
    result, _ = repair(table(*above, ("", *ROW), header=LINKED))
    assert texts(result.rows[3])["target"] == "3 vías"
    assert result.rows[3].cell(Column.LINK) is None


@pytest.mark.parametrize("order", list(permutations(range(4)))[1:])
def test_columns_in_any_order(order: tuple[int, ...]) -> None:
    header = tuple(FOUR[at] for at in order)
    rows = [ROW, ("JEFATURA B", "Cuidar los ríos", "% de ríos limpios", "80% de los ríos")]
    written = [tuple(row[at] for at in order) for row in rows]
    result, findings = repair(table(*written, header=header))
    assert codes(findings) == []
    for row, found in zip(rows, result.rows[1:], strict=True):
        assert texts(found) == named(row)
        assert [cell.place.column for cell in found.cells] == [1, 2, 3, 4]


@settings(max_examples=100, deadline=None)
@given(meant_rows(), st.permutations(range(6)))
def test_merged_cells_mean_the_same_in_any_order(rows: tuple[Line, ...], order: list[int]) -> None:
    written = [tuple(row[at] for at in order) for row in rows]
    header = tuple(HEADER[at] for at in order)
    known = repaired(*rows)
    other, findings = repair(table(*written, header=header))
    flagged = {f.place.row for f in findings if f.code in ("ambiguous-row", "inherits-ambiguous")}
    for here, there in zip(known.rows, other.rows, strict=True):
        assert texts(here) == texts(there) or there.number in flagged or here.status is HEADING


def test_no_link_is_no_target() -> None:
    header = ("Unidad", "Objetivos", "Indicador", "Meta cuantificable", "Enlace")
    row = ("DIRECCIÓN A", "Mejorar vías", "Número de vías", "", "NO APLICA")
    assert texts(repaired(row, header=header).rows[1])[Column.LINK] == "NO APLICA"
