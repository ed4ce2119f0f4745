"""Rows of all pages stand on one grid."""

from __future__ import annotations

import pytest

from a4_rdf.read.pdf_blocks import Grid, Piece, PieceRow
from a4_rdf.read.pdf_rows import text_rows
from a4_rdf.read.pdf_text import Line, Word

MAIN: Grid = (0.0, 100.0, 200.0, 300.0, 400.0)


def row(grid: Grid, *pieces: tuple[int, str, int]) -> PieceRow:
    """Return a row of (column, text, columns)."""
    made = (Piece(at, (Line((Word(text, 0, 0, 9, 9),)),), wide) for at, text, wide in pieces)
    return PieceRow(0, tuple(made), grid)


def columns(grid: Grid, *pieces: tuple[int, str, int]) -> list[tuple[int, int]]:
    """Return column and width of the cells of a row of another table."""
    main = [row(MAIN, (at, "A", 1)) for at in range(4)]
    (_, (found,)) = text_rows([main, [row(grid, *pieces)]])
    return [(span.column, span.columns) for span in found.spans]


@pytest.mark.parametrize(
    ("grid", "expected"),
    [
        ((50.0, 150.0, 250.0, 350.0, 450.0), [(1, 1), (2, 1)]),
        ((0.0, 200.0, 400.0), [(1, 2), (3, 2)]),
        ((103.0, 198.0, 402.0), [(2, 1), (3, 2)]),
        ((110.0, 190.0, 280.0), [(2, 1), (3, 1)]),
        ((0.0, 20.0, 40.0), [(1, 1), (2, 1)]),
    ],
)
def test_columns_are_those_of_the_main_table(grid: Grid, expected: list[tuple[int, int]]) -> None:
    assert columns(grid, (0, "A", 1), (1, "B", 1)) == expected


def test_lines_outside_of_tables_have_columns_of_their_own() -> None:
    (found,) = text_rows([[row((), (0, "FECHA", 1), (1, "31/01/2025", 1))]])
    assert [(span.column, span.text) for span in found[0].spans] == [
        (1, "FECHA"),
        (2, "31/01/2025"),
    ]
