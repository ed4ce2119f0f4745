"""The grid: merged cells reach where a person sees them, and keep the place they come from."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a4_rdf.errors import SourceError
from a4_rdf.model import Cell, Place, Row
from a4_rdf.read import Bounds
from a4_rdf.read.grid import TO_THE_END, WHILE_CONTINUED, Grid, Span


def rows(*table: Sequence[Span], grid: Grid | None = None) -> list[Row]:
    grid = grid or Grid("t", Bounds())
    return [grid.row(number, spans) for number, spans in enumerate(table, 1)]


def seen(row: Row) -> list[tuple[str, int, int]]:
    """Return text, row and column of each cell."""
    return [(cell.text, cell.place.row, cell.place.column) for cell in row.cells]


def test_plain_cells_stand_side_by_side_and_empty_ones_give_nothing() -> None:
    (row,) = rows([Span("a"), Span(""), Span(" "), Span("d")])
    assert row.cells == (Cell("a", Place(1, 1), "a"), Cell("d", Place(1, 4), "d"))


def test_a_wide_cell_pushes_the_next_ones_right() -> None:
    (row,) = rows([Span("a", columns=3), Span("b"), Span("c", columns=0)])
    assert seen(row) == [("a", 1, 1), ("b", 1, 4), ("c", 1, 5)]


def test_a_tall_cell_is_seen_below_with_the_place_it_comes_from() -> None:
    first, second, third = rows(
        [Span("a", rows=2), Span("b")], [Span("c"), Span("d")], [Span("e"), Span("f")]
    )
    assert seen(first) == [("a", 1, 1), ("b", 1, 2)]
    assert seen(second) == [("a", 1, 1), ("c", 2, 2), ("d", 2, 3)]
    assert seen(third) == [("e", 3, 1), ("f", 3, 2)]


def test_a_cell_both_tall_and_wide_covers_its_corner() -> None:
    _, second = rows([Span("a", columns=2, rows=2), Span("b")], [Span("c")])
    assert seen(second) == [("a", 1, 1), ("c", 2, 3)]


def test_a_row_without_words_of_its_own_is_blank() -> None:
    _, second, third = rows([Span("a", rows=3), Span("b", rows=3)], [], [Span("")])
    assert second.cells == third.cells == ()


def test_an_empty_tall_cell_gives_nothing_below_but_keeps_its_place() -> None:
    _, second = rows([Span("", rows=2), Span("b")], [Span("c")])
    assert seen(second) == [("c", 2, 2)]


def test_to_the_end_is_the_end_of_the_group() -> None:
    grid = Grid("t", Bounds())
    head = rows([Span("a", rows=TO_THE_END), Span("b")], [Span("c")], [Span("d")], grid=grid)
    assert seen(head[2]) == [("a", 1, 1), ("d", 3, 2)]
    grid.end_group()
    assert seen(grid.row(4, [Span("e")])) == [("e", 4, 1)]


def test_a_continued_cell_holds_while_the_rows_below_continue_it() -> None:
    table = rows(
        [Span("a", rows=WHILE_CONTINUED, column=1), Span("b", column=2)],
        [Span("hidden", above=True, column=1), Span("c", column=2)],
        [Span("d", column=1), Span("e", column=2)],
        [Span("orphan", above=True, column=1), Span("f", column=2)],
    )
    assert [seen(row) for row in table[1:]] == [
        [("a", 1, 1), ("c", 2, 2)],
        [("d", 3, 1), ("e", 3, 2)],
        [("orphan", 4, 1), ("f", 4, 2)],
    ]


def test_a_cell_laid_over_one_from_above_holds_and_is_a_finding() -> None:
    grid = Grid("t", Bounds(), "tabla 1")
    _, second = rows([Span("a"), Span("b"), Span("c", rows=2)], [Span("d", columns=3)], grid=grid)
    assert seen(second) == [("d", 2, 1)]
    assert [(f.code, f.place) for f in grid.findings] == [("cells-overlap", Place(2, 3, "tabla 1"))]


def test_notes_become_findings_at_the_cell() -> None:
    grid = Grid("t", Bounds(), "p. 2")
    rows([Span("a"), Span("b", notes=("struck-text",))], grid=grid)
    assert [(f.code, f.place) for f in grid.findings] == [("struck-text", Place(1, 2, "p. 2"))]


def test_absurd_spans_are_cut_as_browsers_cut_them() -> None:
    table = rows([Span("a", columns=10**6, rows=10**9)], [Span("b", columns=10**6)], [Span("c")])
    assert seen(table[0]) == [("a", 1, 1)]
    assert seen(table[1]) == [("a", 1, 1), ("b", 2, 1_001)]
    assert seen(table[2]) == [("a", 1, 1), ("c", 3, 1_001)]


@pytest.mark.parametrize(
    ("spans", "code"),
    [
        ([Span("a", columns=10**6), Span("b", columns=10**6), Span("c")], "too-many-columns"),
        ([Span("")] * 1_025, "too-many-columns"),
        ([Span("a", column=10**6)], "too-many-columns"),
        ([Span("x" * 32_768)], "cell-too-long"),
    ],
)
def test_what_is_over_a_bound_is_refused(spans: list[Span], code: str) -> None:
    with pytest.raises(SourceError) as caught:
        rows(spans)
    assert caught.value.code == code


@st.composite
def tilings(draw: st.DrawFn) -> tuple[int, int, list[tuple[int, int, int, int]]]:
    """Draw a table's height and width, and rectangles (top, left, height, width) that fill it."""
    height, width = draw(st.integers(1, 6)), draw(st.integers(1, 6))
    free = {(r, c) for r in range(height) for c in range(width)}
    cells = []
    for top, left in sorted(free):
        if (top, left) not in free:
            continue
        wide = 1
        while (top, left + wide) in free and draw(st.booleans()):
            wide += 1
        tall = 1
        while all((top + tall, left + c) in free for c in range(wide)) and draw(st.booleans()):
            tall += 1
        free -= {(top + r, left + c) for r in range(tall) for c in range(wide)}
        cells.append((top, left, tall, wide))
    return height, width, cells


@given(tilings())
def test_every_tiling_is_recovered(
    tiling: tuple[int, int, list[tuple[int, int, int, int]]],
) -> None:
    height, _, cells = tiling
    table: list[list[Span]] = [[] for _ in range(height)]
    for top, left, tall, wide in cells:
        table[top].append(Span(f"{top},{left}", wide, tall))
    grid = Grid("t", Bounds())
    read = rows(*table, grid=grid)
    assert grid.findings == []
    for number, row in enumerate(read):
        mine = [cell for cell in cells if cell[0] <= number < cell[0] + cell[2]]
        expected = sorted((left + 1, f"{top},{left}", top + 1) for top, left, _, _ in mine)
        if all(top != number for top, _, _, _ in mine):
            expected = []
        assert [(c.place.column, c.text, c.place.row) for c in row.cells] == expected
