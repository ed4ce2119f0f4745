"""A table as a body sets it: lines above, header, rows with merged cells, footer; in no format."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

Said = str | date
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """A merged cell: 0-based row and column of its first cell, and how many of each it takes."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. Rows are as wide as the header; what a span covers is blank.

    `below` are labels with their values, `day_form` how a date among them is shown, `key_columns`
    those whose cells a workbook holds as numbers where they are numbers.
    """

    above: tuple[str, ...]
    header: Row
    rows: tuple[Row, ...]
    spans: tuple[Span, ...]
    below: tuple[tuple[str, Said], ...]
    day_form: str = "%d/%m/%Y"
    key_columns: frozenset[int] = frozenset()

    def shown(self, value: Said) -> str:
        """Return what a reader sees of a footer's value."""
        return value.strftime(self.day_form) if isinstance(value, date) else value


@dataclass(frozen=True, slots=True)
class Style:
    """How a format is written: the text formats' signs, `typed` for numbers and dates in workbooks.

    `trailing` is the number of empty cells at the end of each line.
    """

    delimiter: str = "\t"
    encoding: str = "utf-8"
    trailing: int = 0
    typed: bool = False


def covered(spans: Sequence[Span]) -> dict[tuple[int, int], Span]:
    """Return the span of each cell that one covers, its first cell left out."""
    return {
        (row, column): span
        for span in spans
        for row in range(span.row, span.row + span.rows)
        for column in range(span.column, span.column + span.columns)
        if (row, column) != (span.row, span.column)
    }


def first_cells(spans: Sequence[Span]) -> dict[tuple[int, int], Span]:
    """Return the spans by the place of their first cell."""
    return {(span.row, span.column): span for span in spans}


def cut(spans: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    """Yield what is left of spans on a page with the rows from `start` to before `end`."""
    for span in spans:
        top, bottom = max(span.row, start), min(span.row + span.rows, end)
        if top < bottom:
            yield Span(top - start, span.column, bottom - top, span.columns)


def sheet(grid: Grid) -> Grid:
    """Return the grid as one sheet: the lines above and the footer are rows of it, cells merged."""
    width = len(grid.header)
    top = len(grid.above)
    label = max(1, width - 2)
    blank = ("",) * (width - 1)
    lead = tuple((text, *blank) for text in grid.above)
    tail = tuple(
        (text, *[""] * (label - 1), grid.shown(value), *[""] * (width - label - 1))
        for text, value in grid.below
    )
    first = top + 1 + len(grid.rows)
    spans = [
        *(Span(row, 0, 1, width) for row in range(top)),
        *(Span(s.row + top + 1, s.column, s.rows, s.columns) for s in grid.spans),
        *(Span(first + n, 0, 1, label) for n in range(len(tail)) if label > 1),
        *(Span(first + n, label, 1, width - label) for n in range(len(tail)) if width - label > 1),
    ]
    rows = (*lead, grid.header, *grid.rows, *tail)
    return Grid((), (), rows, tuple(spans), (), grid.day_form, grid.key_columns)
