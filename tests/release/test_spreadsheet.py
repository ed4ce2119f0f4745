"""The workbook of the tidy table: the CSV's cells, no formula, equal bytes at any time."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from a4_rdf.read import Bounds, Document
from a4_rdf.read.xlsx import read_xlsx
from a4_rdf.release import spreadsheet, tidy
from a4_rdf.release.tidy import COLUMNS, Line

DAY = date(2025, 1, 31)


def line(**cells: str) -> Line:
    return tuple(cells.get(name, "") for name in COLUMNS)


LINES = (
    line(organization="gad", row="7", unit="DIRECCIÓN", target_text="80%", value="80"),
    line(organization="gad", row="8", target_text="=1+1", value="1479588.24", value_max="0.5"),
    line(organization="gad", row="9", target_text='=HYPERLINK("http://127.0.0.1/","x")'),
    line(organization="gad", row="10", objective="- Mejorar", activity="@x", indicator="+593 x"),
    line(organization="gad", row="11", target_text="'=1", number="007", release="2025-01-31"),
)


def written(folder: Path, lines: tuple[Line, ...], **options: Any) -> Path:
    table, path = folder / "goals.csv", folder / "goals.xlsx"
    table.write_text(tidy.to_csv(lines), encoding="utf-8", newline="")
    spreadsheet.write(path, [table], DAY, **options)
    return path


def rows(path: Path, sheet: str = "metas") -> list[tuple[Any, ...]]:
    return list(load_workbook(path)[sheet].iter_rows(values_only=True))


def test_the_cells_are_the_tables(tmp_path: Path) -> None:
    found = rows(written(tmp_path, LINES))
    assert found[0] == COLUMNS
    for given, row in zip(LINES, found[1:], strict=True):
        for name, text, value in zip(COLUMNS, given, row, strict=True):
            if name in ("row", "ordinal", "value", "value_max"):
                assert value == (float(text) if text else None)
            else:
                assert (value or "") == text


def test_a_number_that_a_workbook_would_round_is_text(tmp_path: Path) -> None:
    path = written(tmp_path, (line(value="12345678901234567.89", value_max="1234567890123.45"),))
    number = COLUMNS.index("value")
    assert rows(path)[1][number : number + 2] == ("12345678901234567.89", 1234567890123.45)


def test_nothing_is_a_formula(tmp_path: Path) -> None:
    path = written(tmp_path, LINES)
    with zipfile.ZipFile(path) as archive:
        assert b"<f" not in archive.read("xl/worksheets/sheet1.xml").replace(b"<family", b"")
    sheet = load_workbook(path)["metas"]
    column = COLUMNS.index("target_text") + 1
    cell = sheet.cell(3, column)
    assert (cell.value, cell.data_type, cell.number_format) == ("=1+1", "s", "@")
    assert sheet.cell(2, column).number_format == "General"


def test_equal_tables_give_equal_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = written(tmp_path, LINES).read_bytes()
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    assert written(tmp_path, LINES).read_bytes() == first


def test_the_only_dates_are_the_releases(tmp_path: Path) -> None:
    path = written(tmp_path, LINES)
    with zipfile.ZipFile(path) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml")
    assert core.count(b"2025-01-31T00:00:00Z") == 2
    assert [p.name for p in sorted(tmp_path.iterdir())] == ["goals.csv", "goals.xlsx"]


def test_a_long_table_goes_on_in_a_further_sheet(tmp_path: Path) -> None:
    path = written(tmp_path, LINES, rows=3)
    assert load_workbook(path).sheetnames == ["metas", "metas 2", "metas 3"]
    assert [row[2] for row in rows(path)] == ["row", 7, 8]
    assert [row[2] for row in rows(path, "metas 3")] == ["row", 11]


def test_an_empty_table_has_its_header(tmp_path: Path) -> None:
    assert rows(written(tmp_path, ())) == [COLUMNS]


def test_control_characters_are_left_out(tmp_path: Path) -> None:
    assert rows(written(tmp_path, (line(unit="a\x00\x1fb"),)))[1][COLUMNS.index("unit")] == "ab"


def test_our_own_reader_reads_it(tmp_path: Path) -> None:
    data = written(tmp_path, LINES).read_bytes()
    table, findings = read_xlsx(Document("goals.xlsx", data), Bounds())
    assert len(table.rows) == 6
    assert findings == ()
