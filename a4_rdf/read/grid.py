"""One table's cells on a grid: the one place where merged cells are spread over rows and columns.

Every format says of a cell what it knows (`Span`); `Grid.row` says where it stands and which cells
above reach into the row. Such a cell keeps the place of the cell it comes from.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from a4_rdf.model import Cell, Finding, Place, Row
from a4_rdf.read.bounds import Bounds, within

# What browsers make of larger spans (HTML Standard, 4.9.11, tables).
MOST_COLUMNS = 1_000
MOST_ROWS = 65_534
TO_THE_END = 0  # `Span.rows`: to the end of its group of rows
WHILE_CONTINUED = -1  # `Span.rows`: as long as the rows below continue it


@dataclass(frozen=True, slots=True)
class Span:
    """A cell as its format writes it: text, and how many columns and rows it covers.

    `column` is its 1-based grid column, 0 for the next free one. `above` marks a position that
    continues the cell above it. `notes` are finding codes to report at its place.
    """

    text: str
    columns: int = 1
    rows: int = 1
    column: int = 0
    above: bool = False
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class _Reach:
    """A cell that reaches into rows below: its width and how many more rows, or WHILE_CONTINUED."""

    cell: Cell
    columns: int
    rows: int
    claimed: bool = False


@dataclass(slots=True)
class Grid:
    """The rows of one table, put on the grid one after another; `part` names the table."""

    name: str
    bounds: Bounds
    part: str = ""
    findings: list[Finding] = field(default_factory=list)
    _reach: dict[int, _Reach] = field(default_factory=dict)

    def row(self, number: int, spans: Iterable[Span]) -> Row:
        """Return the next row: its own texts and those that reach into it, in column order.

        A row without words of its own has no cells. Raises SourceError too-many-columns,
        cell-too-long.
        """
        own: dict[int, Cell] = {}
        begun: dict[int, _Reach] = {}
        column = 1
        for span in spans:
            column = span.column or self._free(column)
            width = min(max(span.columns, 1), MOST_COLUMNS)
            within(self.name, "columns", column, self.bounds.columns, number)
            if not (span.above and self._continued(column)):
                cell = self._cell(number, column, span)
                begun[column] = self._begin(cell, width, span.rows)
                if cell.text and not cell.text.isspace():
                    own[column] = cell
            column += width
        reaching = self._reaching(number, begun) if own else {}
        self._next_row(begun)
        cells = reaching | own
        return Row(number, tuple(cells[at] for at in sorted(cells)))

    def end_group(self) -> None:
        """End a group of rows: no cell reaches beyond it."""
        self._reach.clear()

    def _free(self, column: int) -> int:
        """Return the first column, from this one on, that no cell above covers."""
        for start, reach in sorted(self._reach.items()):
            if reach.rows != WHILE_CONTINUED and start <= column < start + reach.columns:
                column = start + reach.columns
        return column

    def _continued(self, column: int) -> bool:
        """Claim the cell above for one more row; False where there is none at that column."""
        reach = self._reach.get(column)
        if reach is not None:
            reach.claimed = True
        return reach is not None

    def _cell(self, number: int, column: int, span: Span) -> Cell:
        """Return the cell of a span, and report its notes."""
        within(self.name, "cell_characters", len(span.text), self.bounds.cell_characters, number)
        place = Place(number, column, self.part)
        self.findings.extend(Finding(code, place) for code in span.notes)
        return Cell(span.text, place, span.text)

    def _begin(self, cell: Cell, columns: int, rows: int) -> _Reach:
        """Return how far a cell of this row reaches below it."""
        if rows == TO_THE_END:
            return _Reach(cell, columns, MOST_ROWS)
        return _Reach(cell, columns, rows if rows == WHILE_CONTINUED else min(rows, MOST_ROWS) - 1)

    def _reaching(self, number: int, begun: dict[int, _Reach]) -> dict[int, Cell]:
        """Return the texts from above by column, but for those on which a cell of the row lies."""
        found = {}
        for start, reach in self._reach.items():
            if reach.rows == WHILE_CONTINUED and not reach.claimed:
                continue
            if not reach.cell.text or reach.cell.text.isspace():
                continue
            end = start + reach.columns
            if any(at < end and start < at + other.columns for at, other in begun.items()):
                self.findings.append(Finding("cells-overlap", Place(number, start, self.part)))
            else:
                found[start] = reach.cell
        return found

    def _next_row(self, begun: dict[int, _Reach]) -> None:
        """Count down what reaches on, drop what ended, add what began in this row."""
        left: dict[int, _Reach] = {}
        for start, reach in self._reach.items():
            if reach.rows == WHILE_CONTINUED:
                if reach.claimed:
                    reach.claimed = False
                    left[start] = reach
            elif reach.rows > 1:
                reach.rows -= 1
                left[start] = reach
        self._reach = left | {start: reach for start, reach in begun.items() if reach.rows}
