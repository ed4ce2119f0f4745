"""XLSX: cells as a person sees them, merged ranges, the right sheet; nothing run or followed."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from a4_rdf.errors import SourceError
from a4_rdf.model import Cell, Finding, Place
from a4_rdf.read import Bounds, Document
from a4_rdf.read.document import Reading
from a4_rdf.read.xlsx import read_xlsx
from tests.read.workbooks import GOAL, HEADER, SHEET, exchanged, opened, saved, shared, texts, xlsx


def reading(data: bytes, name: str = "t.xlsx") -> Reading:
    return read_xlsx(Document(name, data), Bounds())


def test_shared_strings_are_the_cells_that_refer_to_them() -> None:
    data = shared(HEADER, ("a & b", "<b>", " a ", "_x000D_", "ñ", "a & b"))
    assert texts(reading(data)[0])[1] == (2, ["a & b", "<b>", " a ", "ñ", "a & b"])


def refusal(data: bytes, bounds: Bounds | None = None) -> SourceError:
    with pytest.raises(SourceError) as caught:
        read_xlsx(Document("t.xlsx", data), bounds or Bounds())
    return caught.value


def one_cell(value: Any, code: str = "General") -> tuple[str, list[str]]:
    """Return the text of a cell, and the codes of what was noticed."""
    workbook, sheet = opened()
    sheet["A1"] = "x"
    sheet["B1"] = value
    sheet["B1"].number_format = code
    table, findings = reading(saved(workbook))
    own = [cell.text for cell in table.rows[0].cells if cell.place.column == 2]
    return "".join(own), [finding.code for finding in findings]


def test_rows_keep_their_numbers_and_columns() -> None:
    workbook, sheet = opened()
    for column, text in enumerate(HEADER, 2):
        sheet.cell(4, column, text)
    sheet.cell(9, 3, "DIRECCIÓN")
    table, findings = reading(saved(workbook))
    assert [row.number for row in table.rows] == [4, 9]
    assert table.rows[0].cells[0] == Cell("No.", Place(4, 2), "No.")
    assert table.rows[1].cells == (Cell("DIRECCIÓN", Place(9, 3), "DIRECCIÓN"),)
    assert findings == ()
    assert table.source.media_type == (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    )


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (45, "General", "45"),
        (45.0, "General", "45"),
        (0.65, "0%", "65%"),
        (0.65, "General", "0.65"),
        (1, "0%", "100%"),
        (1234.5, "#,##0.00", "1234.5"),
        (8000, "#,##0", "8000"),
        (13020.35, '"$"#,##0.00_-', "$13020.35"),
        (12, '0 "obras"', "12 obras"),
        (datetime.date(2025, 1, 31), "dd/mm/yyyy", "2025-01-31"),
        (datetime.datetime(2025, 1, 31), "d-mmm-yy", "2025-01-31"),
        (datetime.datetime(2025, 1, 31, 8, 30), "d/m/yy h:mm", "2025-01-31 08:30:00"),
        (datetime.time(8, 30), "h:mm", "08:30:00"),
        (True, "General", "VERDADERO"),
        (False, "General", "FALSO"),
        ("  dos\nlíneas ", "General", "  dos\nlíneas "),
        ("007", "@", "007"),
        ("_x0041_", "General", "A"),
        ("N_x", "General", "N_x"),
    ],
)
def test_a_value_is_read_as_shown(value: Any, code: str, text: str) -> None:
    assert one_cell(value, code) == (text, [])


def test_what_the_format_rounds_is_reported() -> None:
    workbook, sheet = opened()
    sheet["B2"] = 0.125
    sheet["B2"].number_format = "0%"
    table, findings = reading(saved(workbook))
    assert texts(table) == [(2, ["13%"])]
    details = (("exact", "12.5%"), ("shown", "13%"))
    assert findings == (Finding("value-rounded", Place(2, 2), details),)


@pytest.mark.parametrize(
    ("cell", "text", "noticed"),
    [
        ('<c r="B1"><f>2+3</f><v>5</v></c>', "5", []),
        ('<c r="B1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>', "ab", []),
        ('<c r="B1"><f>2+3</f></c>', "", ["formula-without-value"]),
        ('<c r="B1"><f>2+3</f><v></v></c>', "", ["formula-without-value"]),
        ('<c r="B1"><f>2+3</f><v/></c>', "", ["formula-without-value"]),
        ('<c r="B1" t="str"><f>A9</f><v></v></c>', "", []),
        ('<c r="B1"><v></v></c>', "", []),
        ('<c r="B1" t="e"><f>A9</f><v>#REF!</v></c>', "", ["cell-error"]),
        ('<c r="B1"><v>1e999</v></c>', "", ["cell-error"]),
        ('<c r="B1"><f>[1]Hoja1!A1</f><v>7</v></c>', "7", []),
        ('<c r="B1"><f>WEBSERVICE("http://127.0.0.1/")</f><v>1</v></c>', "1", []),
        ('<c r="B1" t="d"><v>2025-01-31</v></c>', "2025-01-31", []),
        ('<c r="B1" t="b"><v>1</v></c>', "VERDADERO", []),
        ('<c r="B1" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c>', "ab", []),
    ],
)
def test_stored_results_are_taken(cell: str, text: str, noticed: list[str]) -> None:
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f'<sheetData><row r="1"><c r="A1" t="str"><v>x</v></c>{cell}</row></sheetData></worksheet>'
    )
    table, findings = reading(exchanged(xlsx(("x",)), {SHEET: sheet}))
    assert [cell.text for cell in table.rows[0].cells[1:]] == ([text] if text else [])
    assert [finding.code for finding in findings] == noticed


def test_a_formula_that_openpyxl_wrote_has_no_result_and_is_noticed() -> None:
    workbook, sheet = opened()
    sheet["A1"] = "x"
    sheet["B2"] = "=2+3"
    table, findings = reading(saved(workbook))
    assert texts(table) == [(1, ["x"])]
    assert findings == (Finding("formula-without-value", Place(2, 2)),)


def test_an_error_says_which() -> None:
    workbook, sheet = opened()
    sheet["A1"], sheet["B1"] = "x", "#DIV/0!"
    _, findings = reading(saved(workbook))
    assert findings == (Finding("cell-error", Place(1, 2), (("error", "#DIV/0!"),)),)


def test_a_day_that_the_calendar_lacks_is_an_error() -> None:
    workbook, sheet = opened()
    sheet["A1"] = "x"
    sheet["B1"] = 99999999
    sheet["B1"].number_format = "dd/mm/yyyy"
    _, findings = reading(saved(workbook))
    assert [finding.code for finding in findings] == ["cell-error"]


def merged(sheet: Worksheet) -> None:
    for row in (HEADER, GOAL, GOAL, GOAL):
        sheet.append(list(row))
    for column in "BCD":
        sheet.merge_cells(f"{column}2:{column}4")
    sheet.merge_cells("F3:F4")


def test_merged_cells_are_inherited_from_their_origin() -> None:
    workbook, sheet = opened()
    merged(sheet)
    table, findings = reading(saved(workbook))
    assert [[cell.text for cell in row.cells] for row in table.rows[1:]] == [list(GOAL)] * 3
    assert [cell.place.row for cell in table.rows[3].cells] == [4, 2, 2, 2, 4, 3]
    assert findings == ()


def test_a_section_merged_across_is_one_cell() -> None:
    workbook, sheet = opened()
    sheet.append(list(HEADER))
    sheet.append(["PROCESOS GOBERNANTES"])
    sheet.merge_cells("A2:F3")
    sheet.append(list(GOAL))
    sheet.insert_rows(3)
    assert texts(reading(saved(workbook))[0])[1:3] == [(2, ["PROCESOS GOBERNANTES"]), (3, [])]


def test_hidden_rows_and_columns_are_read_and_reported() -> None:
    workbook, sheet = opened()
    for row in (HEADER, GOAL, GOAL, GOAL):
        sheet.append(list(row))
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["D"].hidden = True
    table, findings = reading(saved(workbook))
    assert len(table.rows) == 4
    assert [(finding.code, finding.details) for finding in findings] == [
        ("hidden-rows-read", (("rows", "3"),)),
        ("hidden-column-read", (("column", "D"),)),
    ]


def test_the_sheet_with_the_table_is_read_and_named() -> None:
    workbook, cover = opened()
    cover["A1"] = "Índice"
    for title in ("POA", "POA (2)"):
        sheet = workbook.create_sheet(title)
        sheet.append(list(HEADER))
        sheet.append(list(GOAL))
    hidden = workbook.create_sheet("borrador")
    hidden.append(list(HEADER))
    hidden.sheet_state = "veryHidden"
    table, findings = reading(saved(workbook))
    assert {cell.place.part for row in table.rows for cell in row.cells} == {"POA"}
    assert [(finding.code, finding.detail("sheet")) for finding in findings] == [
        ("sheet-not-read", "POA (2)"),
        ("sheet-not-read", "borrador"),
    ]


def test_macros_and_links_are_left_aside_and_reported() -> None:
    link = '<externalLink xmlns="x"><externalBook r:id="rId1" xmlns:r="y"/></externalLink>'
    members: dict[str, bytes | str | None] = {
        "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0 AutoOpen",
        "xl/externalLinks/externalLink1.xml": link,
    }
    table, findings = reading(exchanged(xlsx(HEADER, GOAL), members), "t.xlsm")
    assert len(table.rows) == 2
    assert [finding.code for finding in findings] == ["macros-ignored", "external-links-ignored"]
    assert table.source.media_type == "application/vnd.ms-excel.sheet.macroEnabled.12"


def test_blank_formatted_cells_are_no_words() -> None:
    workbook, sheet = opened()
    sheet.append(list(HEADER))
    sheet["XFD5000"].number_format = "0%"
    sheet["A6000"] = "   "
    assert len(reading(saved(workbook))[0].rows) == 1


@pytest.mark.parametrize(
    ("member", "content"),
    [
        ("xl/workbook.xml", b"<workbook"),
        ("[Content_Types].xml", None),
        ("[Content_Types].xml", b""),
        ("xl/styles.xml", b"<styleSheet>"),
        ("xl/_rels/workbook.xml.rels", None),
        ("xl/sharedStrings.xml", b"<sst"),
        ("xl/sharedStrings.xml", b"<sst/>"),
        (SHEET, b"no markup"),
    ],
)
def test_a_workbook_with_a_broken_part_is_refused(member: str, content: bytes | None) -> None:
    error = refusal(exchanged(shared(HEADER, GOAL), {member: content}))
    assert error.code == "broken-workbook"
    assert error.message.startswith("se esperaba un libro XLSX bien formado; no se puede leer (")


def test_an_archive_without_a_workbook_is_refused() -> None:
    error = refusal(exchanged(xlsx(HEADER), {"xl/workbook.xml": None}))
    assert error.code == "not-a-workbook"


@pytest.mark.parametrize("data", [xlsx(), exchanged(xlsx(HEADER), {"xl/workbook.xml": "<a/>"})])
def test_an_empty_workbook_is_refused(data: bytes) -> None:
    assert refusal(data).code == "empty-workbook"


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
    assert refusal(xlsx(HEADER, GOAL), bounds).code == code
