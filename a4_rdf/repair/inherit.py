"""Fill merged cells: a blank No., unit, objective or activity means "as above".

A section, a new number or a new unit ends what stood to its right; so does a new objective for
the activity. A blank indicator or target is missing and is never filled. A cell that the reader
found merged is no blank: whatever its column, its words hold in each row that it covers.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from a4_rdf import spanish
from a4_rdf.model import Cell, Column, Finding, Place, Row, RowStatus, Table

INHERITED = (Column.NUMBER, Column.UNIT, Column.OBJECTIVE, Column.ACTIVITY)


@dataclass(slots=True)
class _Above:
    """The cells that hold so far, from left to right."""

    cells: dict[Column, Cell] = field(default_factory=dict)

    def take(self, cell: Cell, column: Column) -> None:
        """Let a row's own cell hold; where it is new, all to its right ends."""
        old = self.cells.get(column)
        if old is None or spanish.fold(old.text) != spanish.fold(cell.text):
            for right in INHERITED[INHERITED.index(column) + 1 :]:
                self.cells.pop(right, None)
        self.cells[column] = cell


def inherit_cells(table: Table) -> tuple[Table, tuple[Finding, ...]]:
    """Return the table with inherited cells, which keep the place of the cell they come from."""
    findings: list[Finding] = []
    above = _Above()
    rows: list[Row] = []
    for row in table.rows:
        if row.status is RowStatus.SECTION:
            above = _Above()
        rows.append(_filled(row, above, findings) if row.status is RowStatus.GOAL else row)
    return replace(table, rows=tuple(rows)), tuple(findings)


def _filled(row: Row, above: _Above, findings: list[Finding]) -> Row:
    """Return a goal row with the cells that it inherits, before its own in column order."""
    own = tuple(cell for cell in row.cells if cell.place.row == row.number)
    mine = {cell.column: cell for cell in own if cell.column is not None}
    merged = {c.column: c for c in row.cells if c.place.row != row.number and c.column is not None}
    said = merged | mine
    unit = above.cells.get(Column.UNIT)
    for column in INHERITED:
        if column in said:
            above.take(said[column], column)
    if unit is not None and Column.UNIT not in above.cells:
        # Rows numbered one by one under a merged unit: the unit holds on, and we say so.
        above.cells[Column.UNIT] = unit
        findings.append(Finding("unit-across-numbers", Place(row.number, unit.place.column)))
    inherited = tuple(
        above.cells[column] for column in INHERITED if column not in mine and column in above.cells
    )
    spread = tuple(
        cell for column, cell in merged.items() if column not in INHERITED and column not in mine
    )
    return row.with_cells(inherited + spread + own) if inherited or merged else row
