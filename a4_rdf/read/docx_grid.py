"""Even out a Word table's grid where borders were dragged by a hair.

Word then gives a table extra grid columns of a millimetre, and cells that look as if they stood
below a heading begin at another grid column than it.
"""

from __future__ import annotations

from collections.abc import Sequence

from a4_rdf.read.blocks import TableBlock

# 0.1 inch: narrower than any column that holds a text.
HAIR = 144


def snapped(table: TableBlock, widths: Sequence[int]) -> None:
    """Count columns without the hair-wide ones, unless that would put two cells in one column."""
    if not any(0 < width < HAIR for width in widths):
        return
    columns = _columns(widths)
    moved: list[list[tuple[int, int]]] = []
    for row in table.rows:
        ends = [(_at(columns, c.column), _at(columns, c.column + c.columns)) for c in row.cells]
        if any(start >= end for start, end in ends):
            return
        moved.append(ends)
    for row, spans in zip(table.rows, moved, strict=True):
        for cell, (start, end) in zip(row.cells, spans, strict=True):
            cell.column, cell.columns = start, end - start


def _columns(widths: Sequence[int]) -> list[int]:
    """Return for each grid column, and the right edge, the column that it belongs to."""
    found = [1]
    since = 0
    for width in widths:
        since += width
        step = since >= HAIR
        found.append(found[-1] + step)
        since = 0 if step else since
    return found


def _at(columns: Sequence[int], column: int) -> int:
    """Return the new number of a grid column; those beyond the grid keep their distance."""
    if column <= len(columns):
        return columns[column - 1]
    return columns[-1] + column - len(columns)
