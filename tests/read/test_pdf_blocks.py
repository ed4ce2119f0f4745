"""A page becomes rows: lines, tables, tables in tables, and what stands between two rules."""

from __future__ import annotations

from a4_rdf.read.pdf_blocks import PieceRow, main_grid, page_rows, same_grid
from a4_rdf.read.pdf_view import Box, Glyph, PageView


def text(words: str, left: float, top: float) -> list[Glyph]:
    return [
        Glyph(letter, left + 5 * at, top, left + 5 * at + 5, top + 10, 10)
        for at, letter in enumerate(words)
    ]


def grid(xs: tuple[float, ...], ys: tuple[float, ...]) -> tuple[Box, ...]:
    level = ((xs[0], y, xs[-1], y) for y in ys)
    return (*level, *((x, ys[0], x, ys[-1]) for x in xs))


def rows(
    glyphs: list[Glyph], rules: tuple[Box, ...] = (), areas: tuple[Box, ...] = ()
) -> tuple[PieceRow, ...]:
    return page_rows(PageView(1, 600, 800, tuple(glyphs), rules, areas))


def said(found: tuple[PieceRow, ...]) -> list[list[str]]:
    return [[" ".join(line.text for line in p.lines) for p in row.pieces] for row in found]


RULES = grid((0, 100, 200, 300), (100, 140, 180))


def test_lines_stand_before_and_after_the_table() -> None:
    glyphs = text("fin", 0, 300) + text("celda", 110, 110) + text("inicio", 0, 10)
    assert said(rows(glyphs, RULES)) == [["inicio"], ["celda"], [], ["fin"]]


def test_a_table_in_a_cell_follows_its_table() -> None:
    outer = grid((0, 300, 600), (0, 400, 800))
    inner = grid((20, 100, 200), (50, 100, 150))
    glyphs = text("fuera", 20, 10) + text("dentro", 30, 60) + text("otra", 320, 500)
    assert said(rows(glyphs, outer + inner)) == [["fuera"], ["otra"], ["dentro"], []]


def test_shaded_cells_without_rules_are_a_table() -> None:
    areas = tuple((x, y, x + 99, y + 39) for y in (100.0, 140.0) for x in (0.0, 100.0, 200.0))
    found = rows(text("a", 10, 110) + text("b", 110, 150), (), areas)
    assert [[piece.column for piece in row.pieces] for row in found] == [[0], [1]]
    assert all(row.grid for row in found)


def test_a_word_that_crosses_a_rule_is_said() -> None:
    (row, _) = rows(text("desbordado", 70, 110), RULES)
    assert [(piece.column, piece.spilt) for piece in row.pieces] == [(0, True), (1, False)]


def test_lines_of_one_row_between_rules_stay_one_row() -> None:
    glyphs = []
    for column, words in enumerate((("Uno", "dos", "tres"), ("Cuatro", "cinco"), ("Seis", "y"))):
        for at, word in enumerate(words):
            glyphs += text(word, 100 * column + 5, 102 + 12 * at)
    assert said(rows(glyphs, RULES))[0] == ["Uno dos tres", "Cuatro cinco", "Seis y"]


def test_rows_without_rules_between_them_are_parted_and_said() -> None:
    glyphs = []
    for at in range(4):
        for column in range(3):
            glyphs += text(f"T{at}{column}", 100 * column + 5, 110 + 40 * at)
            glyphs += text("y más", 100 * column + 5, 122 + 40 * at)
    found = rows(glyphs, grid((0, 100, 200, 300), (100, 300)))
    assert said(found)[3] == ["T30 y más", "T31 y más", "T32 y más"]
    assert {row.inferred for row in found} == {frozenset({"rows"})}


def test_the_main_grid_is_that_of_most_rows() -> None:
    one, two, wide = (0.0, 9.0), (0.0, 5.0), (0.0, 5.0, 9.0)
    grids = (one, two, two, (), wide, wide)
    assert main_grid(PieceRow(0, (), grid) for grid in grids) == wide
    assert main_grid([]) == ()
    assert same_grid((0, 100), (3, 98)) and not same_grid((0, 100), (0, 110))
    assert not same_grid((0, 100), (0, 50, 100))
