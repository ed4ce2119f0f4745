"""Lines beside a table: below the header only sections, footers and examples are read."""

from __future__ import annotations

from dataclasses import replace

from a4_rdf.model import Cell, Place, Row, Table
from a4_rdf.repair.lines import set_aside_lines
from tests.tables import table


def beside(*lines: str) -> Table:
    """Return a table of a line above, a header and a row, with lines below that are in no table."""
    made = table(("1", "DIRECCIÓN A", "Objetivo", "Actividad", "Nº de obras", "3"))
    rows = [Row(1, (Cell("GAD de Loja", Place(1, 1)),), in_table=False)]
    rows += [replace(row, number=row.number + 1) for row in made.rows]
    for number, text in enumerate(lines, 4):
        rows.append(Row(number, (Cell(text, Place(number, 1)),), in_table=False))
    return replace(made, rows=tuple(rows))


def test_a_signature_below_the_table_is_set_aside() -> None:
    read, findings = set_aside_lines(
        beside("PROCESOS GOBERNANTES", "Fecha de actualización: 31/01/2025", "Ing. Ana Vera")
    )
    assert [len(row.cells) for row in read.rows] == [1, 6, 6, 1, 1, 0]
    assert [(f.code, f.place) for f in findings] == [("line-left-out", Place(6, 1))]


def test_lines_above_the_header_stay() -> None:
    read, findings = set_aside_lines(beside())
    assert read.rows[0].cells[0].text == "GAD de Loja"
    assert findings == ()


def test_a_row_of_a_table_stays_whatever_it_says() -> None:
    made = table(("Ing. Ana Vera",))
    assert set_aside_lines(made) == (made, ())
