"""Workbooks: XLSX by openpyxl, XLS by xlwt, ODS by odfpy; merged cells are merged."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO

import xlwt
from odf.element import Element
from odf.namespaces import nsdict
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from bench.corpus.grid import Grid, Span, Style, covered, first_cells, sheet
from bench.corpus.writers.archive import timeless

NAME = "Hoja1"
DAY_CODES = {"%d/%m/%Y": "dd/mm/yyyy", "%Y-%m-%d": "yyyy-mm-dd"}
_NUMBER = re.compile(r"(0|[1-9]\d{0,8})(%?)")
Value = str | float | date


def in_xlsx(grid: Grid, style: Style) -> bytes:
    """Return the table as openpyxl writes it."""
    workbook = Workbook()
    page = workbook.active
    assert isinstance(page, Worksheet)
    page.title = NAME
    laid, days = sheet(grid), _days(grid, style)
    for number, row in enumerate(laid.rows):
        for column, text in enumerate(row):
            if not text:
                continue
            value, code = days.get((number, column)) or _typed(text, column, grid, style)
            page.cell(number + 1, column + 1, value).number_format = code
    for s in laid.spans:
        page.merge_cells(None, s.row + 1, s.column + 1, s.row + s.rows, s.column + s.columns)
    out = BytesIO()
    workbook.save(out)
    return timeless(out.getvalue())


def in_xls(grid: Grid, style: Style) -> bytes:
    """Return the table as xlwt writes it."""
    workbook = xlwt.Workbook(encoding="utf-8")
    page = workbook.add_sheet(NAME)
    laid, days = sheet(grid), _days(grid, style)
    hidden, spans = covered(laid.spans), first_cells(laid.spans)
    codes: dict[str, xlwt.XFStyle] = {}
    for number, row in enumerate(laid.rows):
        for column, text in enumerate(row):
            if not text or (number, column) in hidden:
                continue
            value, code = days.get((number, column)) or _typed(text, column, grid, style)
            form = codes.setdefault(code, xlwt.XFStyle())
            form.num_format_str = code
            s = spans.get((number, column), Span(number, column))
            area = (number, number + s.rows - 1, column, column + s.columns - 1)
            page.write_merge(*area, value, form)
    out = BytesIO()
    workbook.save(out)
    return out.getvalue()


def in_ods(grid: Grid, style: Style) -> bytes:
    """Return the table as odfpy writes it."""
    # odfpy declares the namespaces that the process has met so far: let it have met all.
    Element.namespaces = dict(nsdict)
    document = OpenDocumentSpreadsheet()
    page = Table(name=NAME)
    document.spreadsheet.addElement(page)
    laid, days = sheet(grid), _days(grid, style)
    hidden, spans = covered(laid.spans), first_cells(laid.spans)
    for number, row in enumerate(laid.rows):
        line = TableRow()
        page.addElement(line)
        for column, text in enumerate(row):
            if (number, column) in hidden:
                line.addElement(CoveredTableCell())
                continue
            value, code = days.get((number, column)) or _typed(text, column, grid, style)
            line.addElement(_ods_cell(text, value, code, spans.get((number, column))))
    out = BytesIO()
    document.save(out)
    return timeless(out.getvalue())


def _ods_cell(text: str, value: Value, code: str, span: Span | None) -> TableCell:
    """Return a cell with its type, its text and what it covers."""
    said = {"valuetype": "string"}
    if isinstance(value, date):
        said = {"valuetype": "date", "datevalue": value.isoformat()}
    elif isinstance(value, float):
        kind = "percentage" if code == "0%" else "float"
        said = {"valuetype": kind, "value": f"{value:g}"}
    if span:
        said["numberrowsspanned"] = str(span.rows)
        said["numbercolumnsspanned"] = str(span.columns)
    cell = TableCell(**said) if text or span else TableCell()
    if text:
        cell.addElement(P(text=text))
    return cell


def _typed(text: str, column: int, grid: Grid, style: Style) -> tuple[Value, str]:
    """Return the value of a cell and its format: a number where the body types them."""
    match = _NUMBER.fullmatch(text) if style.typed and column in grid.key_columns else None
    if match is None:
        return text, "General"
    number = float(match[1])
    return (number / 100, "0%") if match[2] else (number, "General")


def _days(grid: Grid, style: Style) -> dict[tuple[int, int], tuple[Value, str]]:
    """Return the dates of the footer by the place of their cell in the sheet."""
    first = len(grid.above) + 1 + len(grid.rows)
    column = max(1, len(grid.header) - 2)
    return {
        (first + n, column): (value, DAY_CODES[grid.day_form])
        for n, (_, value) in enumerate(grid.below)
        if isinstance(value, date) and style.typed and grid.day_form in DAY_CODES
    }
