"""A sheet's markup: positions said or counted; what no sheet can hold is an error."""

from __future__ import annotations

from io import BytesIO

import pytest

from a4_rdf.errors import SourceError
from a4_rdf.read import Bounds
from a4_rdf.read.sheet_markup import Book, SheetWalk
from a4_rdf.read.sheets import Area, Grid
from a4_rdf.read.shown import number_format

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
BOOK = Book(("uno", "dos"), {0: number_format("General"), 1: number_format("0%")}, lambda *_: None)


def walked(markup: str) -> Grid:
    grid = Grid()
    walk = SheetWalk("t.xlsx", BOOK, Bounds(), grid)
    sheet = f'<x:worksheet xmlns:x="{MAIN}" xmlns="{MAIN}">{markup}</x:worksheet>'
    for _ in walk.rows(BytesIO(sheet.encode())):
        pass
    return grid


def test_rows_and_cells_without_reference_follow_the_one_before() -> None:
    grid = walked(
        '<row r="3"><c r="B3"><v>1</v></c><c><v>2</v></c></row>'
        '<row><c t="s"><v>1</v></c></row><x:row><x:c s="1"><x:v>1</x:v></x:c></x:row>'
    )
    assert grid.rows == {3: {2: "1", 3: "2"}, 4: {1: "dos"}, 5: {1: "100%"}}


def test_the_size_that_a_sheet_claims_is_not_believed() -> None:
    grid = walked('<dimension ref="A1:XFD1048576"/><row><c><v>1</v></c></row>')
    assert grid.rows == {1: {1: "1"}}


def test_hidden_parts_and_merged_ranges_are_kept() -> None:
    grid = walked(
        '<cols><col min="2" max="99999" hidden="1"/><col min="1" max="1"/></cols>'
        '<row r="7" hidden="true"/>'
        '<mergeCells><mergeCell ref="A1:C2"/><mergeCell ref="$D$4"/></mergeCells>'
    )
    assert grid.hidden_columns == set(range(2, 16385))
    assert grid.hidden_rows == [7]
    assert grid.areas == [Area(1, 1, 2, 3), Area(4, 4, 4, 4)]


def test_phonetic_hints_are_no_text() -> None:
    cell = '<c t="inlineStr"><is><t>a</t><rPh><t>b</t></rPh></is></c>'
    assert walked(f"<row>{cell}</row>").rows == {1: {1: "a"}}


@pytest.mark.parametrize(
    "markup",
    [
        '<row r="0"/>',
        '<row r="1048577"/>',
        '<row r="uno"/>',
        '<row><c r="A"/></row>',
        '<row><c r="XFE1"/></row>',
        '<row><c r="AAAA1"/></row>',
        "<row>" + "<c/>" * 16385 + "</row>",
        '<row><c t="s"><v>2</v></c></row>',
        '<row><c t="s"><v>-1</v></c></row>',
        '<row><c t="s"><v>x</v></c></row>',
        "<row><c><v>x</v></c></row>",
        '<row><c s="9"><v>1</v></c></row>',
        '<row><c t="d"><v>ayer</v></c></row>',
        '<mergeCells><mergeCell ref="A1:B"/></mergeCells>',
        "<mergeCells><mergeCell/></mergeCells>",
        "<row>",
    ],
)
def test_what_is_no_sheet_is_an_error(markup: str) -> None:
    with pytest.raises((ValueError, LookupError, SyntaxError)):
        walked(markup)


def test_merged_ranges_are_bounded() -> None:
    with pytest.raises(SourceError) as caught:
        walked("<mergeCells>" + '<mergeCell ref="A1:A2"/>' * 100_001 + "</mergeCells>")
    assert caught.value.code == "too-many-merges"
