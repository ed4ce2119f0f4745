"""Curators' decisions on cells: moved, written, removed, confirmed, inherited, never misapplied."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from a4_rdf.interpret import interpret
from a4_rdf.model import Cell, Column, Correction, Finding, Place, Row, RowStatus, Table
from a4_rdf.repair import repair
from a4_rdf.repair.corrections import correct
from tests.decisions import ROLE, WHY, decided
from tests.tables import HEADER, codes, table, texts

FIRST = ("1", "DIRECCIÓN A", "Mejorar vías", "Obras", "Número de obras", "3 obras")
SECOND = ("", "", "", "Puentes", "Número de puentes", "2 puentes")
OBJ, ACT, IND, TGT = Column.OBJECTIVE, Column.ACTIVITY, Column.INDICATOR, Column.TARGET


def after(
    source: Table, *corrections: tuple[int, Column | None, str]
) -> tuple[Table, tuple[Finding, ...]]:
    """Return a table as repaired with decisions, and what they left behind."""
    result, findings = repair(source, tuple(decided(source, *c) for c in corrections))
    known = {f.code for f in repair(source)[1]}
    return result, tuple(f for f in findings if f.code not in known)


def test_a_value_is_written_and_the_source_stays_as_it_was() -> None:
    result, findings = after(table(FIRST), (2, TGT, "4 obras"))
    cell = result.rows[1].cell(TGT)
    assert cell == Cell("4 obras", Place(2, 6), "3 obras", TGT)
    assert result.rows[1].repairs == ("cell-corrected",)
    assert findings == (
        Finding(
            "cell-corrected",
            Place(2, 6),
            (
                ("field", "target"),
                ("column", "meta cuantificable"),
                ("old", "3 obras"),
                ("new", "4 obras"),
                ("role", ROLE),
                ("why", WHY),
            ),
        ),
    )


def test_rows_that_inherit_a_corrected_cell_follow_it() -> None:
    rows = after(table(FIRST, SECOND, SECOND), (2, OBJ, "Cuidar vías"))[0].rows
    assert [texts(row)["objective"] for row in rows[1:]] == ["Cuidar vías"] * 3
    inherited = rows[3].cell(OBJ)
    assert inherited is not None
    assert inherited.place == Place(2, 3)


def test_a_decision_on_an_inherited_cell_holds_from_there_on() -> None:
    rows = after(table(FIRST, SECOND, SECOND), (3, OBJ, "Cuidar ríos"))[0].rows
    assert [texts(row)["objective"] for row in rows[1:]] == [
        "Mejorar vías",
        "Cuidar ríos",
        "Cuidar ríos",
    ]
    own = rows[2].cell(OBJ)
    assert own == Cell("Cuidar ríos", Place(3, 3), "", OBJ)


def test_a_value_that_stands_elsewhere_in_the_row_moves_its_cell() -> None:
    result, findings = after(
        table(FIRST, SECOND), (3, ACT, ""), (3, OBJ, "Puentes"), (3, TGT, "2 puentes")
    )
    row = result.rows[2]
    assert texts(row) == {
        "number": "1",
        "unit": "DIRECCIÓN A",
        "objective": "Puentes",
        "indicator": "Número de puentes",
        "target": "2 puentes",
    }
    moved = row.cell(OBJ)
    assert moved is not None
    assert (moved.place, moved.written) == (Place(3, 4), "Puentes")
    assert [(f.code, f.detail("field"), f.detail("old")) for f in findings] == [
        ("cell-corrected", "objective", "Mejorar vías"),
        ("cell-corrected", "activity", "Puentes"),
        ("cell-confirmed", "target", ""),
    ]


def test_a_cell_that_is_not_free_is_not_taken_from_its_column() -> None:
    twice = ("", "", "", "Plan", "Plan", "2 planes")
    row = after(table(FIRST, twice), (3, OBJ, "Plan"))[0].rows[2]
    assert {column: text for column, text in texts(row).items() if text == "Plan"} == {
        "objective": "Plan",
        "activity": "Plan",
        "indicator": "Plan",
    }


def test_an_empty_value_leaves_the_text_in_the_row_and_the_blank_inherits() -> None:
    own = ("", "", "Cuidar ríos", "Puentes", "Número de puentes", "2 puentes")
    result, findings = after(table(FIRST, own), (3, OBJ, ""))
    assert texts(result.rows[2])["objective"] == "Mejorar vías"
    assert [cell.text for cell in result.rows[2].cells if cell.column is None] == ["Cuidar ríos"]
    assert findings[0].detail("old") == "Cuidar ríos"


def test_what_was_read_is_confirmed_own_inherited_or_blank() -> None:
    source = table(FIRST, SECOND)
    said = ((3, ACT, " Puentes "), (3, OBJ, "Mejorar vías"), (3, Column.UNIT, ""))
    result, findings = after(source, *said)
    assert result == repair(source)[0]
    assert [(f.place.row, f.code, f.detail("field")) for f in findings] == [
        (3, "cell-confirmed", "unit"),
        (3, "cell-confirmed", "objective"),
        (3, "cell-confirmed", "activity"),
    ]


def test_what_is_confirmed_holds_when_the_row_above_is_corrected() -> None:
    source = table(FIRST, SECOND, SECOND)
    rows = after(source, (2, Column.UNIT, "JEFATURA B"), (3, Column.UNIT, "DIRECCIÓN A"))[0].rows
    assert [texts(row)["unit"] for row in rows[1:]] == ["JEFATURA B", "DIRECCIÓN A", "DIRECCIÓN A"]


def test_copies_of_a_merged_target_follow_it() -> None:
    origin = Cell("3 obras", Place(2, 6), "3 obras", TGT)
    rows = (
        Row(1, _header_cells(), RowStatus.HEADER),
        Row(2, (Cell("Número", Place(2, 5), "Número", IND), origin), RowStatus.GOAL),
        Row(3, (Cell("Cantidad", Place(3, 5), "Cantidad", IND), origin), RowStatus.GOAL),
    )
    source = replace(table(FIRST), rows=rows)
    both, _ = correct(source, (decided(source, 2, TGT, "4 obras"),))
    assert [_text(row) for row in both.rows[1:]] == ["4 obras", "4 obras"]
    one, _ = correct(source, (decided(source, 3, TGT, "5 obras"),))
    assert [_text(row) for row in one.rows[1:]] == ["3 obras", "5 obras"]


def _header_cells() -> tuple[Cell, ...]:
    pairs = enumerate(zip(HEADER, list(Column)[:6], strict=True), 1)
    return tuple(Cell(text, Place(1, at), text, column) for at, (text, column) in pairs)


def _text(row: Row) -> str:
    cell = row.cell(TGT)
    return "" if cell is None else cell.text


def test_a_decision_that_fits_nothing_is_reported_and_changes_nothing() -> None:
    five = (*HEADER[:3], *HEADER[4:])
    source = table(("1", "DIRECCIÓN A", "Mejorar vías", "Número de obras", "3 obras"), header=five)
    result, findings = after(source, (1, OBJ, "x"), (9, OBJ, "x"), (2, ACT, "x"))
    assert result == repair(source)[0]
    assert codes(findings) == [
        (1, "correction-without-row"),
        (2, "correction-without-column"),
        (9, "correction-without-row"),
    ]


def test_another_documents_decisions_are_left_alone() -> None:
    source, other = table(FIRST), table(FIRST, SECOND)
    assert repair(source, (decided(other, 2, TGT, "4 obras"),)) == repair(source)


def test_what_was_blanked_does_not_come_back() -> None:
    written = "Escribir a alguien<b>@</b>ejemplo.ec"
    source = table(("1", "DIRECCIÓN A", "Mejorar", written, "Número de obras", "3 obras"))
    result, _ = repair(source, (decided(source, 2, ACT, "Escribir"),))
    assert interpret(result)[0].rows[1].cells[3].written == "Escribir a [correo omitido]"


def test_a_cell_that_the_source_lacks_is_not_published_as_one_of_its_row() -> None:
    source = table(FIRST, SECOND)
    plan, _ = interpret(repair(source, (decided(source, 3, OBJ, "Cuidar ríos"),))[0])
    assert [cell.text for cell in plan.rows[2].cells] == list(SECOND[3:])
    goal = plan.goals[1].objective
    assert goal is not None
    assert goal.text == "Cuidar ríos"


COLUMNS = st.sampled_from(list(Column))
VALUES = st.sampled_from(["", "x", *FIRST, *SECOND[3:]])


@given(st.lists(st.tuples(st.integers(1, 4), COLUMNS, VALUES), max_size=8))
def test_whatever_is_decided_no_text_is_lost_and_no_column_doubled(
    said: list[tuple[int, Column, str]],
) -> None:
    source = table(FIRST, SECOND)
    unique = {(row, column): value for row, column, value in said}
    corrections = tuple(decided(source, r, c, v) for (r, c), v in unique.items())
    result, findings = repair(source, corrections)
    for row in result.rows[1:]:
        columns = [cell.column for cell in row.cells if cell.column is not None]
        assert len(columns) == len(set(columns))
    written = [c.written for row in result.rows for c in row.cells if c.place.row == row.number]
    read = [cell.written for row in source.rows for cell in row.cells]
    assert sorted(w for w in written if w) == sorted(read)
    assert len([f for f in findings if f.detail("field")]) == len(corrections)
    assert applied(result, corrections, findings)


def applied(
    result: Table, corrections: tuple[Correction, ...], findings: tuple[Finding, ...]
) -> bool:
    """Tell whether each decision that was not refused holds."""
    refused = {
        (f.place.row, f.detail("field")) for f in findings if f.code.startswith("correction-")
    }
    for correction in corrections:
        column = correction.column
        if column is None or (correction.row, column.value) in refused or not correction.value:
            continue
        cell = result.rows[correction.row - 1].cell(column)
        if cell is None or cell.text != correction.value:
            return False
    return True
