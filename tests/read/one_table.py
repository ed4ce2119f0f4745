"""One a4 table, merged cells included, and a writer of it for each format."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

import docx
import xlwt
from docx.shared import Pt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P
from openpyxl.styles import Alignment, Border, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from tests.read import pdfs, words
from tests.read.workbooks import HEADER, opened, saved, saved_xls
from tests.read.workbooks import number as ods_number

WIDTHS = (30.0, 150.0, 150.0, 130.0, 160.0, 90.0)
WRAPPED = Alignment(wrap_text=True, vertical="top")
BOXED = Border(*(Side(style="thin") for _ in range(4)))
UNIT = "DIRECCIÓN DE OBRAS PÚBLICAS"


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its format in a workbook, and the text that this shows."""

    value: float
    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Merged:
    """A merged range by 0-based row and column of its first cell, and how much it covers."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1


DAY = datetime.date(2015, 9, 30)
PERCENT = Number(0.65, "0%", "65%")
COUNT = Number(12, "General", "12")
MONEY = Number(13020.35, '"$"0.00', "$13020.35")
Value = str | Number | datetime.date
# What a merged cell covers is blank.
TABLE: Sequence[Sequence[Value]] = (
    ("GAD MUNICIPAL DE EJEMPLO", "", "", "", "", ""),
    HEADER,
    ("PROCESOS AGREGADORES DE VALOR / NIVEL OPERATIVO", "", "", "", "", ""),
    ("1", UNIT, "Mejorar las vías", "Construir puentes", "Número de puentes", "3 puentes"),
    ("", "", "", "Cuidar los caminos", "Número de kilómetros", "40 kilómetros"),
    ("", "", "", "", "Porcentaje de caminos transitables", PERCENT),
    ("2", "DIRECCIÓN DE AMBIENTE", "Cuidar ríos; y «agua»", "Limpiar", "Nº de campañas", COUNT),
    ("", "", "", "", "Presupuesto ejecutado, en dólares", MONEY),
    ("", "", "", "Sembrar árboles", "Número de árboles sembrados", "AL menos 1500 árboles"),
    ("FECHA ACTUALIZACIÓN DE LA INFORMACIÓN:", "", "", "", DAY, ""),
    ("PERIODICIDAD DE ACTUALIZACIÓN DE LA INFORMACIÓN:", "", "", "", "MENSUAL", ""),
    ("UNIDAD POSEEDORA DE LA INFORMACIÓN:", "", "", "", UNIT, ""),
)
MERGED: Sequence[Merged] = (
    Merged(0, 0, columns=6),
    Merged(2, 0, columns=6),
    *(Merged(3, column, rows=3) for column in range(3)),
    Merged(4, 3, rows=2),
    *(Merged(6, column, rows=3) for column in range(3)),
    Merged(6, 3, rows=2),
    *(Merged(row, 0, columns=4) for row in (9, 10, 11)),
    *(Merged(row, 4, columns=2) for row in (9, 10, 11)),
)
COVERED = frozenset(
    (row, column)
    for area in MERGED
    for row in range(area.row, area.row + area.rows)
    for column in range(area.column, area.column + area.columns)
    if (row, column) != (area.row, area.column)
)
SPANS: Mapping[tuple[int, int], Merged] = {(area.row, area.column): area for area in MERGED}


def text_of(value: Value) -> str:
    """Return what a reader sees of a value; a date as it is written in Ecuador."""
    if isinstance(value, datetime.date):
        return value.strftime("%d/%m/%Y")
    return value.text if isinstance(value, Number) else value


TEXTS = [[text_of(value) for value in row] for row in TABLE]


def in_xlsx() -> bytes:
    """Return the table as openpyxl writes it: numbers with formats, a date, merged ranges."""
    workbook, sheet = opened()
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    for column, width in enumerate(WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width / 5
    for number, row in enumerate(TABLE, 1):
        sheet.row_dimensions[number].height = 30
        for column, value in enumerate(row, 1):
            cell = sheet.cell(number, column)
            cell.alignment, cell.border = WRAPPED, BOXED
            cell.value = value.value if isinstance(value, Number) else (value or None)
            if isinstance(value, Number):
                cell.number_format = value.code
    for area in MERGED:
        sheet.merge_cells(
            start_row=area.row + 1,
            start_column=area.column + 1,
            end_row=area.row + area.rows,
            end_column=area.column + area.columns,
        )
    return saved(workbook)


def in_xls() -> bytes:
    """Return the table as xlwt writes it."""
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("Hoja1")
    for number, row in enumerate(TABLE):
        for column, value in enumerate(row):
            if (number, column) in COVERED:
                continue
            area = SPANS.get((number, column), Merged(number, column))
            bottom, right = number + area.rows - 1, column + area.columns - 1
            content, code = value, "General"
            if isinstance(value, Number):
                content, code = value.value, value.code
            elif isinstance(value, datetime.date):
                code = "dd/mm/yyyy"
            style = xlwt.easyxf(num_format_str=code)
            sheet.write_merge(number, bottom, column, right, content, style)
    return saved_xls(workbook)


def in_ods() -> bytes:
    """Return the table as odfpy writes it."""
    document = OpenDocumentSpreadsheet()
    table = Table(name="Hoja1")
    document.spreadsheet.addElement(table)
    for number, row in enumerate(TABLE):
        line = TableRow()
        table.addElement(line)
        for column, value in enumerate(row):
            covered = (number, column) in COVERED
            line.addElement(CoveredTableCell() if covered else _ods_cell(value, number, column))
    return saved(document)


def _ods_cell(value: Value, row: int, column: int) -> TableCell:
    """Return a cell with its type, its text and what it covers."""
    if isinstance(value, Number):
        return ods_number(value.value, value.text, _KINDS[value.code])
    area = SPANS.get((row, column), Merged(row, column))
    spans = {"numberrowsspanned": str(area.rows), "numbercolumnsspanned": str(area.columns)}
    kind = {"valuetype": "string"}
    if isinstance(value, datetime.date):
        kind = {"valuetype": "date", "datevalue": value.isoformat()}
    cell = TableCell(**kind, **spans)
    if value:
        cell.addElement(P(text=text_of(value)))
    return cell


_KINDS = {PERCENT.code: "percentage", COUNT.code: "float", MONEY.code: "currency"}


def in_docx() -> bytes:
    """Return the table as python-docx writes it, merged by python-docx."""
    made = docx.Document()
    table = made.add_table(len(TEXTS), len(HEADER), style="Table Grid")
    for column, width in zip(table.columns, WIDTHS, strict=True):
        column.width = Pt(width * 0.6)
    for area in MERGED:
        last = table.cell(area.row + area.rows - 1, area.column + area.columns - 1)
        table.cell(area.row, area.column).merge(last)
    for number, row in enumerate(TEXTS):
        for column, text in enumerate(row):
            if (number, column) not in COVERED:
                table.cell(number, column).text = text
    return words.saved(made)


def in_html() -> bytes:
    """Return the table as a web page in UTF-8."""
    return f"<!DOCTYPE html><html><body>{_markup()}</body></html>".encode()


def in_html_1252() -> bytes:
    """Return the table as an older page, in cp1252 and with entities."""
    head = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">'
    page = f"<html><head>{head}</head><body>{_markup()}</body></html>"
    return page.replace("á", "&aacute;").encode("cp1252")


def _markup() -> str:
    """Return the table's elements."""
    lines = []
    for number, row in enumerate(TEXTS):
        cells = []
        for column, text in enumerate(row):
            if (number, column) not in COVERED:
                area = SPANS.get((number, column), Merged(number, column))
                spans = f'rowspan="{area.rows}" colspan="{area.columns}"'
                cells.append(f"<td {spans}>{escape(text)}</td>")
        lines.append(f"<tr>{''.join(cells)}</tr>")
    return f"<table>{''.join(lines)}</table>"


def in_pdf() -> bytes:
    """Return the table on one page, ruled, its merged cells without rules inside."""
    return pdfs.pdf(pdfs.Sheet(TEXTS, _areas(0, len(TEXTS)), widths=WIDTHS))


def in_pdf_pages() -> bytes:
    """Return the table on two pages: the header again, merged cells blank where they go on."""
    first = pdfs.Sheet(TEXTS[:5], _areas(0, 5), widths=WIDTHS)
    rest = [list(HEADER), *TEXTS[5:]]
    return pdfs.pdf(first, pdfs.Sheet(rest, _areas(5, len(TEXTS), 1), widths=WIDTHS))


def _areas(start: int, end: int, moved: int = 0) -> list[tuple[int, int, int, int]]:
    """Return the merged ranges of some rows as reportlab counts them, cut to these rows."""
    found = []
    for area in MERGED:
        top, bottom = max(area.row, start), min(area.row + area.rows, end) - 1
        if top <= bottom:
            right = area.column + area.columns - 1
            shift = moved - start
            found.append((area.column, top + shift, right, bottom + shift))
    return found


def in_text(delimiter: str, encoding: str, ends: str = "\r\n") -> Callable[[], bytes]:
    """Return a writer of delimited text; what a merged cell covers is blank."""

    def cell(text: str) -> str:
        return f'"{text}"' if delimiter in text else text

    lines = (delimiter.join(map(cell, row)) for row in TEXTS)
    data = "".join(f"{line}{ends}" for line in lines).encode(encoding)
    return lambda: data


FILES: Mapping[str, Callable[[], bytes]] = {
    "tabla.xlsx": in_xlsx,
    "tabla.xls": in_xls,
    "tabla.ods": in_ods,
    "tabla.docx": in_docx,
    "tabla.html": in_html,
    "tabla-1252.htm": in_html_1252,
    "tabla.pdf": in_pdf,
    "paginas.pdf": in_pdf_pages,
    "comas.csv": in_text(",", "utf-8-sig"),
    "puntos.csv": in_text(";", "cp1252"),
    "antiguo.csv": in_text(";", "cp850"),
    "tabla.tsv": in_text("\t", "utf-16"),
    "tabla.txt": in_text("\t", "utf-8", "\n"),
}
