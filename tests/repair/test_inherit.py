"""Merged cells: what a blank means, and what ends it."""

from __future__ import annotations

from dataclasses import replace

from a4_rdf.repair import repair
from tests.tables import HEADER, codes, repaired, table, texts

FIRST = ("1", "DIRECCIÓN A", "Mejorar vías", "Obras", "Número de obras", "3 obras")


def test_blank_means_as_above_but_not_for_indicator_and_target() -> None:
    rows = repaired(FIRST, ("", "", "", "Puentes", "", "")).rows
    assert texts(rows[2]) == {
        "number": "1",
        "unit": "DIRECCIÓN A",
        "objective": "Mejorar vías",
        "activity": "Puentes",
    }


def test_a_new_unit_ends_objective_and_activity_but_not_the_number() -> None:
    rows = repaired(FIRST, ("", "JEFATURA B", "", "", "Número de vías", "2 vías")).rows
    assert texts(rows[2]) == {
        "number": "1",
        "unit": "JEFATURA B",
        "indicator": "Número de vías",
        "target": "2 vías",
    }


def test_a_new_objective_ends_the_activity() -> None:
    rows = repaired(FIRST, ("", "DIRECCIÓN A", "Cuidar ríos", "", "Número de ríos", "2 ríos")).rows
    assert texts(rows[2]) == {
        "number": "1",
        "unit": "DIRECCIÓN A",
        "objective": "Cuidar ríos",
        "indicator": "Número de ríos",
        "target": "2 ríos",
    }


def test_a_text_alone_before_a_hole_may_be_the_activity_and_that_is_said() -> None:
    _, findings = repair(table(HEADER, FIRST, ("", "", "Cuidar ríos", "", "Nº de ríos", "2 ríos")))
    assert (4, "ambiguous-row") in codes(findings)


def test_a_repeated_unit_or_objective_ends_nothing() -> None:
    rows = repaired(FIRST, ("1", "Dirección a", "", "", "Número de vías", "2 vías")).rows
    assert texts(rows[2])["objective"] == "Mejorar vías"
    assert texts(rows[2])["activity"] == "Obras"


def test_a_section_ends_everything() -> None:
    rows = repaired(FIRST, ("NIVEL DE APOYO",), ("", "", "", "", "Número de vías", "2 vías")).rows
    assert texts(rows[3]) == {"indicator": "Número de vías", "target": "2 vías"}


def test_a_new_number_ends_objective_and_activity_and_keeps_the_unit_with_a_warning() -> None:
    result, findings = repair(table(FIRST, ("2", "", "", "", "Número de vías", "2 vías")))
    assert texts(result.rows[2]) == {
        "number": "2",
        "unit": "DIRECCIÓN A",
        "indicator": "Número de vías",
        "target": "2 vías",
    }
    assert codes(findings) == [(3, "unit-across-numbers")]


def test_a_repeated_header_and_a_blank_line_end_nothing() -> None:
    rows = repaired(FIRST, ("",), HEADER, ("", "", "", "", "Número de vías", "2 vías")).rows
    assert texts(rows[4])["activity"] == "Obras"
    unit = rows[4].cells[1]
    assert (unit.place.row, unit.place.column) == (2, 2)


def test_a_cell_that_the_reader_found_merged_holds_in_any_column() -> None:
    source = table(FIRST, ("2", "", "", "Puentes", "", ""))
    origin = source.rows[1].cells
    below = source.rows[2]
    merged = (origin[1], origin[2], origin[4], origin[5])
    row = replace(below, cells=(below.cells[0], *merged, below.cells[1]))
    result, findings = repair(replace(source, rows=(*source.rows[:2], row)))
    assert texts(result.rows[2]) == {
        "number": "2",
        "unit": "DIRECCIÓN A",
        "objective": "Mejorar vías",
        "activity": "Puentes",
        "indicator": "Número de obras",
        "target": "3 obras",
    }
    assert {cell.place.row for cell in result.rows[2].cells} == {2, 3}
    assert "unit-across-numbers" not in {finding.code for finding in findings}
    assert repair(result)[0] == result


def test_what_is_noticed_of_a_merged_cell_is_noticed_once() -> None:
    source = table(FIRST, ("1", "<b>DIRECCIÓN</b> a@b.ec", "Uno", "Dos", "Número de x", "3 x"))
    merged = replace(source.rows[2], number=4, cells=source.rows[2].cells)
    _, findings = repair(replace(source, rows=(*source.rows, merged)))
    found = [code for _, code in codes(findings)]
    assert (found.count("marks-removed"), found.count("personal-data-withheld")) == (1, 1)
