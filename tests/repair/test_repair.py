"""The bundled AME document as repaired: what moved, what was flagged, what each row is."""

from __future__ import annotations

import pytest

from a4_rdf import resources
from a4_rdf.errors import SourceError
from a4_rdf.model import Column, Finding, RowStatus, Table
from a4_rdf.read import read
from a4_rdf.repair import repair
from tests.tables import table

MOVED = [25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 52, 53, 54, 64, 66, 70, 71]
PLACES = {
    25: {"activity": 5, "indicator": 6, "target": 7},
    26: {"unit": 2, "objective": 3, "extra": 4, "activity": 5, "indicator": 6, "target": 7},
    32: {"unit": 1, "objective": 2, "activity": 3, "indicator": 4, "target": 5},
    33: {"objective": 4, "activity": 5, "indicator": 6},
    34: {"objective": 4, "activity": 5, "indicator": 6, "target": 7},
    41: {"activity": 4, "indicator": 5, "target": 6},
    52: {"activity": 1, "indicator": 4, "target": 5},
    64: {"activity": 2, "indicator": 3, "target": 4},
    66: {"objective": 4, "activity": 5, "indicator": 6},
    70: {"activity": 1, "indicator": 4, "target": 5},
    71: {"objective": 1, "activity": 2, "indicator": 3, "target": 4},
    77: {"activity": 4},
}

Repaired = tuple[Table, tuple[Finding, ...]]


@pytest.fixture(scope="module")
def ame() -> Repaired:
    return repair(read(resources.sample())[0])


def test_just_the_shifted_rows_move(ame: Repaired) -> None:
    moved = [row.number for row in ame[0].rows if "row-realigned" in row.repairs]
    assert moved == MOVED
    assert [f.place.row for f in ame[1] if f.code == "row-realigned"] == MOVED


@pytest.mark.parametrize("number", PLACES)
def test_each_cell_goes_where_a_person_puts_it(ame: Repaired, number: int) -> None:
    row = ame[0].rows[number - 1]
    own = {(c.column or "extra"): c.place.column for c in row.cells if c.place.row == number}
    assert own == PLACES[number]


def test_the_rows_that_can_be_read_two_ways_are_flagged(ame: Repaired) -> None:
    assert [f.place.row for f in ame[1] if f.code == "ambiguous-row"] == [26, 33, 66, 71]
    twice = next(f for f in ame[1] if f.code == "ambiguous-row" and f.place.row == 66)
    assert twice.detail("reading") == "objetivo, actividad, indicador"
    assert twice.detail("alternative") == "actividad, indicador, meta cuantificable"


def test_the_text_too_many_is_kept_in_a_finding(ame: Repaired) -> None:
    (extra,) = (f for f in ame[1] if f.code == "extra-text")
    assert (extra.place.row, extra.place.column) == (26, 4)
    assert extra.detail("text").startswith("Fortalecer la comunicación interna")


def test_merged_cells_are_inherited_with_their_place(ame: Repaired) -> None:
    row = ame[0].rows[26 - 1 + 1]
    unit = row.cell(Column.UNIT)
    assert unit is not None
    assert (unit.place.row, unit.place.column) == (26, 2)
    funding = ame[0].rows[78 - 1]
    assert funding.cell(Column.INDICATOR) is None
    assert funding.cell(Column.TARGET) is None


def test_marks_are_gone_and_said(ame: Repaired) -> None:
    assert [f.place.row for f in ame[1] if f.code == "marks-removed"] == [
        5,
        6,
        7,
        10,
        11,
        14,
        38,
        55,
    ]
    assert not any("<" in c.text or "**" in c.text for row in ame[0].rows for c in row.cells)


def test_each_row_is_what_it_is(ame: Repaired) -> None:
    status = {row.number: row.status for row in ame[0].rows}
    assert status[11] is RowStatus.EXAMPLE
    assert [n for n, s in status.items() if s is RowStatus.SECTION] == [10, 14, 38, 55]
    assert [n for n, s in status.items() if s is RowStatus.FOOTER] == [79, 80, 81, 82, 83, 84]
    assert status[9] is RowStatus.HEADER
    assert status[47] is RowStatus.REPEATED_HEADER


def test_a_table_without_an_a4_header_is_refused_without_repeating_it() -> None:
    salaries = table(("1", "Juana Ejemplo", "Analista", "1200"), header=("No.", "Nombre", "Cargo"))
    with pytest.raises(SourceError) as caught:
        repair(salaries)
    assert caught.value.code == "no-a4-header"
    assert "línea 1 trae: No., puesto" in caught.value.message
    assert "Juana" not in str(caught.value)
