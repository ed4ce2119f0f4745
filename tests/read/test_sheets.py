"""Sheets: the one with the a4 header is found; merged cells are expanded from their origin."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a4_rdf.errors import SourceError
from a4_rdf.model import Cell, Place
from a4_rdf.read import Bounds
from a4_rdf.read.sheets import Area, Choice, Grid, Sheet, choose, letters, table_rows
from tests.read.workbooks import HEADER

TABLE = (("GAD Municipal",), HEADER)
LONGER = (("Plan",), ("Unidad", "Indicador", "Meta"))
OTHER = (("Lista de sueldos",), ("Nombre", "Cargo", "Sueldo"))


def grid(*rows: str, areas: tuple[Area, ...] = ()) -> Grid:
    """Return a grid of one-letter texts; a dot is empty."""
    made = Grid(areas=list(areas))
    for row, line in enumerate(rows, 1):
        for column, text in enumerate(line, 1):
            made.put(row, column, text.replace(".", " "))
    return made


def rows_of(made: Grid) -> list[str]:
    """Return the rows as lines of letters, those from another row as capitals."""
    table, _ = table_rows("t.xlsx", made, "", Bounds())
    width = max(cell.place.column for row in table for cell in row.cells)
    lines = []
    for row in table:
        line = ["."] * width
        for cell in row.cells:
            own = cell.place.row == row.number
            line[cell.place.column - 1] = cell.text if own else cell.text.upper()
        lines.append("".join(line))
    return lines


def test_the_sheet_with_the_header_is_chosen() -> None:
    sheets = (Sheet("Nómina", False, OTHER), Sheet("a4", False, TABLE), Sheet("vacía", False, ()))
    assert choose("t.xlsx", sheets) == Choice(1, "a4", ())


def test_a_lone_sheet_needs_no_name_in_its_places() -> None:
    assert choose("t.xlsx", (Sheet("a4", False, TABLE),)).part == ""


def test_other_sheets_with_a_table_are_reported() -> None:
    sheets = (Sheet("enero", False, LONGER), Sheet("febrero", False, TABLE))
    found = choose("t.xlsx", sheets)
    assert found.index == 1
    assert [(f.code, f.detail("sheet"), f.detail("read")) for f in found.findings] == [
        ("sheet-not-read", "enero", "febrero")
    ]


def test_of_equal_sheets_the_first_is_read() -> None:
    sheets = (Sheet("a", False, TABLE), Sheet("b", False, TABLE))
    assert choose("t.xlsx", sheets).index == 0


def test_a_hidden_sheet_is_the_last_choice() -> None:
    better, plain, other = Sheet("h", True, TABLE), Sheet("v", False, LONGER), OTHER
    first = choose("t.xlsx", (better, plain))
    assert first.index == 1
    assert [f.code for f in first.findings] == ["sheet-not-read"]
    second = choose("t.xlsx", (better, Sheet("o", False, other)))
    assert second.index == 0
    assert [(f.code, f.detail("sheet")) for f in second.findings] == [("hidden-sheet-read", "h")]


def test_without_a_header_the_first_visible_sheet_is_read() -> None:
    sheets = (Sheet("h", True, OTHER), Sheet("e", False, ()), Sheet("v", False, OTHER))
    assert choose("t.xlsx", sheets).index == 2


def test_an_empty_workbook_is_refused() -> None:
    with pytest.raises(SourceError) as caught:
        choose("t.xlsx", (Sheet("a", False, ()), Sheet("b", False, ())))
    assert caught.value.code == "empty-workbook"
    assert caught.value.message == (
        "se esperaba un libro con una tabla a4; sus 2 hojas están vacías"
    )


def test_a_vertical_merge_is_inherited_with_its_origin() -> None:
    made = grid("ab", ".c", ".d", areas=(Area(1, 1, 3, 1),))
    rows, findings = table_rows("t.xlsx", made, "Hoja", Bounds())
    assert rows[1].cells == (
        Cell("a", Place(1, 1, "Hoja"), "a"),
        Cell("c", Place(2, 2, "Hoja"), "c"),
    )
    assert findings == ()


@pytest.mark.parametrize(
    ("lines", "areas", "expected"),
    [
        (("a.b", "c.d"), (Area(1, 1, 1, 2),), ["a.b", "c.d"]),
        (("a.b", "..d"), (Area(1, 1, 2, 2),), ["a.b", "A.d"]),
        (("abc", "...", "def"), (Area(1, 1, 2, 3),), ["a..", "...", "def"]),
        (("ab", "..", "cd"), (Area(1, 1, 2, 1), Area(1, 2, 2, 2)), ["ab", "..", "cd"]),
        (("ab", ".c"), (Area(1, 1, 9999999, 1),), ["ab", "Ac"]),
        (("ab", ".c"), (Area(1, 1, 1048576, 16384),), ["a", "."]),
        ((".b", ".c"), (Area(1, 1, 2, 1),), [".b", ".c"]),
        # The second of two ranges that overlap is left out, from where they meet.
        (("ab", "cd"), (Area(1, 1, 2, 1), Area(2, 1, 2, 2)), ["ab", "Ad"]),
    ],
)
def test_merged_ranges(
    lines: tuple[str, ...], areas: tuple[Area, ...], expected: list[str]
) -> None:
    assert rows_of(grid(*lines, areas=areas)) == expected


def test_covered_words_are_reported_not_read() -> None:
    _, findings = table_rows("t.xlsx", grid("ab", areas=(Area(1, 1, 1, 2),)), "", Bounds())
    assert [(f.code, f.place) for f in findings] == [("covered-cell", Place(1, 2))]


def test_hidden_rows_and_columns_are_reported_where_they_hold_words() -> None:
    made = grid("ab", "cd", "ef", "..", "gh")
    made.hidden_rows.extend((2, 3, 4, 5))
    made.hidden_columns.update((2, 3))
    _, findings = table_rows("t.xlsx", made, "", Bounds())
    assert [(f.code, f.place, f.details) for f in findings] == [
        ("hidden-rows-read", Place(2, 1), (("rows", "2-3"),)),
        ("hidden-rows-read", Place(5, 1), (("rows", "5"),)),
        ("hidden-column-read", Place(1, 2), (("column", "B"),)),
    ]


@given(
    st.lists(st.text(alphabet="ab.", min_size=4, max_size=4), min_size=1, max_size=6),
    st.lists(
        st.builds(Area, *(st.integers(1, 5) for _ in range(2)), *(st.integers(1, 7),) * 2),
        max_size=6,
    ),
)
def test_no_ranges_invent_or_move_words(lines: list[str], areas: list[Area]) -> None:
    made = grid(*lines, areas=tuple(areas))
    rows, _ = table_rows("t.xlsx", made, "", Bounds())
    numbers = [row.number for row in rows]
    assert numbers == sorted(set(numbers))
    for row in rows:
        columns = [cell.place.column for cell in row.cells]
        assert columns == sorted(set(columns))
        assert all(lines[c.place.row - 1][c.place.column - 1] == c.text for c in row.cells)


@pytest.mark.parametrize(
    ("column", "name"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA"), (16384, "XFD")]
)
def test_letters_of_columns(column: int, name: str) -> None:
    assert letters(column) == name
