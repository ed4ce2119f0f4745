"""Columns are told by the white space that runs down a page."""

from __future__ import annotations

from a4_rdf.read.pdf_plain import PlainTable, plain_table, split_at
from a4_rdf.read.pdf_text import Line, Word
from a4_rdf.read.pdf_view import Box


def line(top: float, *words: tuple[float, float, str]) -> Line:
    return Line(tuple(Word(text, left, top, right, top + 10) for left, right, text in words))


def full(top: float, *texts: str) -> Line:
    """Return a line with a text in each column of 100 points."""
    return line(top, *((100.0 * at, 100.0 * at + 60, text) for at, text in enumerate(texts)))


BODY = [full(20.0 * at, "A", "B", "C", "D") for at in range(1, 4)]


def made(lines: list[Line], rules: tuple[Box, ...] = ()) -> PlainTable:
    found = plain_table(lines, rules)
    assert found is not None
    return found


def test_borders_stand_in_the_middle_of_the_white_space() -> None:
    assert made(BODY).grid == (0, 80, 180, 280, 360)


def test_a_longer_text_of_one_column_widens_it() -> None:
    wide = line(80, (100, 190, "BB"), (200, 260, "C"), (300, 360, "D"))
    assert made([*BODY, wide]).grid == (0, 80, 195, 280, 360)


def test_lines_above_and_below_are_no_rows() -> None:
    title, foot = line(0, (0, 350, "TÍTULO")), line(100, (0, 350, "FECHA"))
    found = made([title, *BODY, foot])
    assert (found.above, found.below, len(found.rows)) == ((title,), (foot,), 3)


def test_a_line_across_the_columns_is_a_row_of_its_own() -> None:
    section = line(70, (0, 250, "PROCESOS DE APOYO"))
    rows = made([*BODY[:3], section, full(90, "A", "B", "C", "D")]).rows
    assert [len(row.cells) for row in rows] == [4, 4, 4, 1, 4]


def test_level_rules_part_the_rows_and_borders_are_added() -> None:
    rules = tuple((0.0, 15.0 + 20 * at, 360.0, 15.0 + 20 * at) for at in range(1, 4))
    found = made([*BODY, full(80, "A", "B", "C", "D")], rules)
    assert found.rows == ()
    assert {box[0] for box in found.borders if box[0] == box[2]} == {0, 80, 180, 280, 360}


def test_prose_and_narrow_tables_are_no_tables() -> None:
    assert plain_table([line(20.0 * at, (0, 300, "prosa")) for at in range(9)], ()) is None
    assert plain_table([full(20.0 * at, "A", "B", "C") for at in range(9)], ()) is None
    assert plain_table([], ()) is None


def test_a_word_across_a_border_is_of_no_column() -> None:
    assert split_at(full(0, "A", "B"), (0, 80, 180)) is not None
    assert split_at(line(0, (50, 120, "largo")), (0, 80, 180)) is None
