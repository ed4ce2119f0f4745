"""XLS: the same table, formats, merged ranges and hidden parts as in a new workbook."""

from __future__ import annotations

import datetime
from io import BytesIO
from typing import Any

import pytest
import xlwt
from xlwt.CompoundDoc import XlsDoc

from a4_rdf.errors import SourceError
from a4_rdf.model import Finding, Place
from a4_rdf.read import Bounds, Document
from a4_rdf.read.calamine import read_xls
from a4_rdf.read.document import Reading
from tests.read.workbooks import GOAL, HEADER, saved_xls, texts, xls


def reading(data: bytes) -> Reading:
    return read_xls(Document("t.xls", data), Bounds())


def refusal(data: bytes, bounds: Bounds | None = None) -> SourceError:
    with pytest.raises(SourceError) as caught:
        read_xls(Document("t.xls", data), bounds or Bounds())
    return caught.value


def compound(stream: bytes, name: str = "Workbook") -> bytes:
    """Return a compound file with one stream of a name."""
    out = BytesIO()
    XlsDoc().save(out, stream)
    old, new = "Workbook".encode("utf-16-le"), name.encode("utf-16-le")
    data = out.getvalue()
    at = data.rindex(old)
    entry = new.ljust(64, b"\0") + (len(new) + 2).to_bytes(2, "little")
    return data[:at] + entry + data[at + 66 :]


def sheet_with(*rows: tuple[str, ...]) -> tuple[xlwt.Workbook, Any]:
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("Hoja1")
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            sheet.write(number, column, text)
    return workbook, sheet


def test_rows_keep_their_numbers_and_columns() -> None:
    workbook, sheet = sheet_with()
    for column, text in enumerate(HEADER, 1):
        sheet.write(3, column, text)
    sheet.write(8, 2, "DIRECCIÓN Ñ")
    table, findings = reading(saved_xls(workbook))
    assert texts(table) == [(4, list(HEADER)), (9, ["DIRECCIÓN Ñ"])]
    assert table.rows[0].cells[0].place == Place(4, 2)
    assert table.source.media_type == "application/vnd.ms-excel"
    assert findings == ()


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (45, "General", "45"),
        (0.65, "0%", "65%"),
        (1, "0%", "100%"),
        (0.655, "0.00%", "65.5%"),
        (0.65, "General", "0.65"),
        (1234.5, "#,##0.00", "1234.5"),
        (1479588.24, "#,##0.00", "1479588.24"),
        (13020.35, '"$"#,##0.00', "$13020.35"),
        (12.5, '0.0 "kilómetros"', "12.5 kilómetros"),
        (datetime.date(2025, 1, 31), "dd/mm/yyyy", "2025-01-31"),
        (datetime.datetime(2025, 1, 31, 8, 30), "dd/mm/yyyy hh:mm", "2025-01-31 08:30:00"),
        (True, "General", "VERDADERO"),
    ],
)
def test_a_value_is_read_as_shown(value: Any, code: str, text: str) -> None:
    workbook, sheet = sheet_with(("x",))
    sheet.write(0, 1, value, xlwt.easyxf(num_format_str=code))
    table, findings = reading(saved_xls(workbook))
    assert [cell.text for cell in table.rows[0].cells] == ["x", text]
    assert findings == ()


def test_percentages_side_by_side_are_percentages() -> None:
    workbook, sheet = sheet_with()
    for column in range(4):
        sheet.write(0, column, column / 10, xlwt.easyxf(num_format_str="0%"))
    assert texts(reading(saved_xls(workbook))[0]) == [(1, ["0%", "10%", "20%", "30%"])]


def test_what_the_format_rounds_is_reported() -> None:
    workbook, sheet = sheet_with(("x",))
    sheet.write(0, 1, 0.125, xlwt.easyxf(num_format_str="0%"))
    _, findings = reading(saved_xls(workbook))
    details = (("exact", "12.5%"), ("shown", "13%"))
    assert findings == (Finding("value-rounded", Place(1, 2), details),)


def test_an_error_says_which() -> None:
    workbook, sheet = sheet_with(("x",))
    sheet.row(0).set_cell_error(1, "#REF!")
    table, findings = reading(saved_xls(workbook))
    assert texts(table) == [(1, ["x"])]
    assert findings == (Finding("cell-error", Place(1, 2), (("error", "#REF!"),)),)


def test_merged_cells_are_inherited_from_their_origin() -> None:
    workbook, sheet = sheet_with(HEADER)
    sheet.write_merge(1, 3, 1, 1, "DIRECCIÓN DE OBRAS")
    sheet.write_merge(4, 4, 0, 5, "PROCESOS HABILITANTES")
    for row in range(1, 4):
        sheet.write(row, 4, f"Número de {row}")
    table, findings = reading(saved_xls(workbook))
    assert texts(table)[1:] == [
        (2, ["DIRECCIÓN DE OBRAS", "Número de 1"]),
        (3, ["DIRECCIÓN DE OBRAS", "Número de 2"]),
        (4, ["DIRECCIÓN DE OBRAS", "Número de 3"]),
        (5, ["PROCESOS HABILITANTES"]),
    ]
    assert table.rows[3].cells[0].place == Place(2, 2)
    assert findings == ()


def test_hidden_parts_are_read_and_reported() -> None:
    workbook, sheet = sheet_with(HEADER, GOAL, GOAL)
    sheet.row(1).hidden = True
    sheet.col(3).hidden = True
    other = workbook.add_sheet("otra")
    other.write(0, 0, "x")
    other.visibility = 1
    table, findings = reading(saved_xls(workbook))
    assert len(table.rows) == 3
    assert [(finding.code, finding.details) for finding in findings] == [
        ("hidden-rows-read", (("rows", "2"),)),
        ("hidden-column-read", (("column", "D"),)),
    ]
    assert table.rows[0].cells[0].place == Place(1, 1, "Hoja1")


def test_a_table_on_a_hidden_sheet_is_read_and_reported() -> None:
    workbook = xlwt.Workbook()
    workbook.add_sheet("Carátula").write(0, 0, "x")
    hidden = workbook.add_sheet("a4")
    for column, text in enumerate(HEADER):
        hidden.write(0, column, text)
    hidden.visibility = 1
    assert [finding.code for finding in reading(saved_xls(workbook))[1]] == ["hidden-sheet-read"]


def test_a_workbook_whose_formats_cannot_be_known_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("a4_rdf.read.biff.looks", lambda _: {})
    _, findings = reading(xls(HEADER, GOAL))
    assert [finding.code for finding in findings] == ["formats-unread"]


@pytest.mark.parametrize(
    ("name", "code", "found"),
    [
        ("EncryptedPackage", "encrypted-file", "está cifrado"),
        ("WordDocument", "not-a-workbook", "un documento de Word"),
        ("PowerPoint Document", "not-a-workbook", "otro documento de Office"),
    ],
)
def test_other_compound_files_are_refused(name: str, code: str, found: str) -> None:
    error = refusal(compound(bytes(5000), name))
    assert error.code == code
    assert found in error.message


def test_a_workbook_with_a_password_is_refused() -> None:
    begin = bytes.fromhex("09081000000605000000000000000000000000002f000600010001020304")
    assert refusal(compound(begin + bytes(5000))).code == "encrypted-file"


@pytest.mark.parametrize("length", [8, 511, 3000])
def test_a_workbook_that_is_cut_is_refused(length: int) -> None:
    error = refusal(xls(HEADER, GOAL)[:length])
    assert error.code == "broken-workbook"
    assert error.message == "se esperaba un libro XLS bien formado; está cortado o dañado"


def test_an_empty_workbook_is_refused() -> None:
    assert refusal(xls()).code == "empty-workbook"


@pytest.mark.parametrize(
    ("bounds", "code"),
    [
        (Bounds(rows=1), "too-many-rows"),
        (Bounds(columns=5), "too-many-columns"),
        (Bounds(cells=11), "too-many-cells"),
        (Bounds(cell_characters=20), "cell-too-long"),
    ],
)
def test_the_bounds_hold(bounds: Bounds, code: str) -> None:
    assert refusal(xls(HEADER, GOAL), bounds).code == code
