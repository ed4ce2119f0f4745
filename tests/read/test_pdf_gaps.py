"""Rows are told by the space between lines, and refused where nothing tells them."""

from __future__ import annotations

import pytest

from a4_rdf.read.pdf_gaps import PlainRow, UnclearRowsError, inferred_rows
from a4_rdf.read.pdf_text import Line, Word

WIDTH = 4


def line(text: str, top: float) -> Line:
    return Line((Word(text, 0, top, 9, top + 10),))


def rows(*columns: dict[float, str], even: bool = True) -> list[list[tuple[int, str]]]:
    """Return column and text of each row; a column is given as text by height."""
    body = [
        (line(text, top), {at: line(text, top)})
        for at, column in enumerate(columns)
        for top, text in column.items()
    ]
    body.sort(key=lambda each: each[0].box[1])
    return list(map(said, inferred_rows(body, WIDTH, even)))


def said(row: PlainRow) -> list[tuple[int, str]]:
    return [(at, " ".join(line.text for line in found)) for at, found in row.cells]


def test_cells_that_begin_side_by_side_begin_a_row() -> None:
    found = rows(
        {0: "Unidad", 12: "larga", 24: "de", 36: "tres"},
        {0: "Objetivo"},
        {0: "Uno", 30: "Dos"},
        {0: "5", 30: "6", 42: "más"},
    )
    assert found == [
        [(0, "Unidad larga de tres"), (1, "Objetivo"), (2, "Uno"), (3, "5")],
        [(2, "Dos"), (3, "6 más")],
    ]


def test_centred_cells_are_parted_where_the_last_columns_are_blank() -> None:
    found = rows(
        {25: "Unidad"},
        {19: "Objetivo", 31: "uno", 80: "Otro"},
        {0: "a", 12: "b", 24: "c", 36: "d", 48: "e", 80: "Dos"},
        {25: "5", 80: "6"},
    )
    assert found == [
        [(0, "Unidad"), (1, "Objetivo uno"), (2, "a b c d e"), (3, "5")],
        [(1, "Otro"), (2, "Dos"), (3, "6")],
    ]


def test_evenly_spaced_lines_are_rows_where_they_look_like_it() -> None:
    columns = [{12.0 * at: f"{name}{at}" for at in range(3)} for name in "UOIM"]
    assert len(rows(*columns)) == 3
    assert rows(*columns, even=False) == []


def test_evenly_spaced_lines_that_look_wrapped_are_refused() -> None:
    columns = [{0.0: "Uno", 12.0: "y", 24.0: "más"} for _ in range(WIDTH)]
    with pytest.raises(UnclearRowsError):
        rows(*columns)
