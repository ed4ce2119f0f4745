"""Apply what curators decided that cells say; a decision that fits nothing is reported.

Cells are decided once they stand in their columns and before merged cells are filled, so that what
inherits from a corrected cell follows it. The written text stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from a4_rdf import persons, spanish
from a4_rdf.model import Cell, Column, Correction, Finding, Place, Row, RowStatus, Table
from a4_rdf.repair.columns import HEADERS
from a4_rdf.repair.decisions import NO_COLUMN, NO_ROW, decision, marked, of_table, unfit
from a4_rdf.repair.inherit import inherit_cells

Decided = Mapping[Column, Correction]


def correct(table: Table, corrections: Sequence[Correction]) -> tuple[Table, tuple[Finding, ...]]:
    """Return a table with the cells that a curator decided, and a finding for each decision.

    A value that stands elsewhere in the row, in a cell that is free, moves that cell; any other
    value becomes the text of the column's cell, or a cell of its own. A value equal to what was
    read confirms it. A text that loses its column stays in the row without one.
    """
    by_row = _by_row(table, corrections)
    if not by_row:
        return table, ()
    findings: list[Finding] = []
    as_read = {row.number: row for row in inherit_cells(table)[0].rows if row.number in by_row}
    positions: dict[Column, int] = {}
    new: dict[Place, Cell] = {}
    kept: dict[int, tuple[Cell, ...]] = {}
    rows: list[Row] = []
    for row in table.rows:
        if row.status in HEADERS:
            positions = {c.column: c.place.column for c in row.cells if c.column is not None}
        decided = _fitting(row, by_row.pop(row.number, {}), positions, findings)
        current = _following(row, new)
        rows.append(current)
        if decided:
            work = _Work(current, as_read[row.number], decided, positions)
            rows[-1] = _corrected(work, findings)
            new.update(_changes(current, rows[-1]))
            kept[row.number] = _kept(work)
    for left in by_row.values():
        findings.extend(unfit(NO_ROW, correction) for correction in left.values())
    return _held(replace(table, rows=tuple(rows)), kept), tuple(findings)


def _by_row(table: Table, corrections: Sequence[Correction]) -> dict[int, dict[Column, Correction]]:
    """Return the decisions on cells of a table's document, by row and column."""
    found: dict[int, dict[Column, Correction]] = {}
    for correction in of_table(table, corrections):
        if correction.column is not None:
            tidy = replace(correction, value=spanish.tidy(correction.value))
            found.setdefault(correction.row, {})[correction.column] = tidy
    return found


def _fitting(
    row: Row, decided: Decided, positions: Mapping[Column, int], findings: list[Finding]
) -> Decided:
    """Return the decisions that a row can take, in the template's order; report the others."""
    if decided and row.status is not RowStatus.GOAL:
        findings.extend(unfit(NO_ROW, correction) for correction in decided.values())
        return {}
    absent = [decided[column] for column in decided if column not in positions]
    findings.extend(unfit(NO_COLUMN, correction) for correction in absent)
    return {
        column: decided[column] for column in Column if column in decided.keys() & positions.keys()
    }


@dataclass(slots=True)
class _Work:
    """A row under correction: as it stands, as it was read, what was decided of it, its header."""

    row: Row
    as_read: Row
    decided: Decided
    positions: Mapping[Column, int]
    cells: list[Cell] = field(default_factory=list)
    claimed: dict[Column, int] = field(default_factory=dict)

    def own(self, column: Column) -> int | None:
        """Return the index of the row's own cell of a column, or None."""
        number = self.row.number
        return next(
            (
                at
                for at, cell in enumerate(self.row.cells)
                if cell.column is column and cell.place.row == number and cell.text
            ),
            None,
        )

    def read(self, column: Column) -> str:
        """Return what was read in a column, inherited or not."""
        return _said(self.as_read, column)

    def below_heading(self, column: Column) -> Place:
        """Return the place in the row that stands under a column's heading."""
        own = (cell.place.part for cell in self.row.cells if cell.place.row == self.row.number)
        return Place(self.row.number, self.positions[column], next(own, ""))

    def confirms(self, column: Column) -> bool:
        """Tell whether the decision on a column is what was read."""
        value = self.decided[column].value
        return value == self.read(column) if value else self.own(column) is None


def _corrected(work: _Work, findings: list[Finding]) -> Row:
    """Return a row with its decisions applied: cells freed, then claimed by value, then written."""
    changed = {c: d for c, d in work.decided.items() if not work.confirms(c)}
    work.cells = [
        replace(cell, column=None) if cell.column in changed else cell for cell in work.row.cells
    ]
    for column, correction in changed.items():
        _claim(work, column, correction.value)
    for column, correction in changed.items():
        if correction.value and column not in work.claimed:
            _write(work, column, correction.value)
    for column, correction in work.decided.items():
        said = (work.read(column), correction.value) if column in changed else None
        findings.append(decision(correction, _place(work, column), said))
    cells = tuple(work.cells)
    return marked(replace(work.row, cells=cells)) if changed else work.row


def _claim(work: _Work, column: Column, value: str) -> None:
    """Give a column the free cell of the row that says its value: its own, else the leftmost."""
    free = [
        at
        for at, cell in enumerate(work.cells)
        if value
        and cell.text == value
        and cell.column is None
        and cell.place.row == work.row.number
        and at not in work.claimed.values()
    ]
    if free:
        own = work.own(column)
        _take(work, column, own if own in free and own is not None else free[0])


def _write(work: _Work, column: Column, value: str) -> None:
    """Write a value into the cell that was the column's, or into a cell that the source lacks."""
    own = work.own(column)
    if own is None or own in work.claimed.values():
        work.cells.append(Cell(value, work.below_heading(column)))
        _take(work, column, len(work.cells) - 1)
        return
    cell = work.cells[own]
    # What was blanked in the text must not come back by way of the written form.
    written = cell.text if persons.marks_in(cell.text) else cell.written
    work.cells[own] = replace(cell, text=value, written=written)
    _take(work, column, own)


def _take(work: _Work, column: Column, at: int) -> None:
    """Put a cell into a column."""
    work.claimed[column] = at
    work.cells[at] = replace(work.cells[at], column=column)


def _place(work: _Work, column: Column) -> Place:
    """Return where a decision shows: the column's new cell, its old one, or under its heading."""
    at = work.claimed.get(column)
    at = work.own(column) if at is None else at
    return work.below_heading(column) if at is None else work.cells[at].place


def _changes(old: Row, new: Row) -> Iterator[tuple[Place, Cell]]:
    """Yield the row's own cells that were changed, by their place in the source."""
    for before, after in zip(old.cells, new.cells, strict=False):
        if before != after and before.place.row == old.number:
            yield before.place, after


def _following(row: Row, new: Mapping[Place, Cell]) -> Row:
    """Return a row whose copies of a corrected merged cell say what that cell says now."""
    if not any(cell.place in new for cell in row.cells):
        return row
    cells = (
        replace(new[cell.place], written=cell.written) if cell.place in new else cell
        for cell in row.cells
    )
    return row.with_cells(tuple(cells))


def _kept(work: _Work) -> tuple[Cell, ...]:
    """Return the cells that a row needs for what it inherits and was confirmed, were it to change.

    Each stands under its heading; the source has no such cell.
    """
    return tuple(
        Cell(correction.value, work.below_heading(column), "", column)
        for column, correction in work.decided.items()
        if correction.value and work.own(column) is None and work.confirms(column)
    )


def _held(table: Table, kept: Mapping[int, tuple[Cell, ...]]) -> Table:
    """Return a table where no decision on one row changes what another decision confirmed."""
    while True:
        rows = list(table.rows)
        for at, row in enumerate(inherit_cells(table)[0].rows):
            for cell in kept.get(row.number, ()):
                if cell.column is not None and _said(row, cell.column) != cell.text:
                    rows[at] = _with(rows[at], cell)
        if rows == list(table.rows):
            return table
        table = replace(table, rows=tuple(rows))


def _said(row: Row, column: Column) -> str:
    """Return what a row says in a column, an empty string for nothing."""
    cell = row.cell(column)
    return "" if cell is None else cell.text


def _with(row: Row, new: Cell) -> Row:
    """Return a row with a cell of its own in place of what it inherits."""
    cells = (replace(c, column=None) if c.column is new.column else c for c in row.cells)
    return marked(row.with_cells((*cells, new)))
