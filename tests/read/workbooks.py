"""Workbooks for tests: the a4 table in three formats, and parts of a file exchanged for others."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from a4_rdf.model import Table as ReadTable

HEADER = (
    "No.",
    "Descripción de la unidad",
    "Objetivo de la unidad",
    "Actividad",
    "Indicador",
    "Meta cuantificable",
)
GOAL = ("1", "DIRECCIÓN DE OBRAS", "Mejorar vías", "Asfaltar", "Número de km", "12 km")
SHEET = "xl/worksheets/sheet1.xml"
_STRINGS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def texts(table: ReadTable) -> list[tuple[int, list[str]]]:
    """Return each row's number and texts."""
    return [(row.number, [cell.text for cell in row.cells]) for row in table.rows]


def saved(workbook: Workbook) -> bytes:
    """Return a workbook as the bytes of an XLSX file."""
    out = BytesIO()
    workbook.save(out)
    return out.getvalue()


def xlsx(*rows: Sequence[Any]) -> bytes:
    """Return an XLSX file with one sheet."""
    workbook, sheet = opened()
    for row in rows:
        sheet.append(list(row))
    return saved(workbook)


def opened() -> tuple[Workbook, Worksheet]:
    """Return a new workbook and its one sheet."""
    workbook = Workbook()
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)
    return workbook, sheet


def exchanged(data: bytes, members: Mapping[str, bytes | str | None]) -> bytes:
    """Return a ZIP file with some members exchanged, added, or, where None, left out."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        names = dict.fromkeys((*old.namelist(), *members))
        for name in names:
            content = members[name] if name in members else old.read(name)
            if content is not None:
                new.writestr(name, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def sheet_of(markup: str, after: str = "", prolog: str = "") -> bytes:
    """Return an XLSX file whose sheet's data is a markup of rows; `after` stands behind them."""
    sheet = (
        f'<?xml version="1.0"?>{prolog}<worksheet xmlns="{_MAIN}">'
        f"<sheetData>{markup}</sheetData>{after}</worksheet>"
    )
    return exchanged(xlsx(HEADER), {SHEET: sheet})


def inline(*row: str) -> str:
    """Return the markup of a row of texts, without references."""
    cells = "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in row)
    return f"<row>{cells}</row>"


def shared(*rows: Sequence[str]) -> bytes:
    """Return an XLSX file whose cells refer to shared strings, as Excel writes them."""
    known = {text: n for n, text in enumerate(dict.fromkeys(t for row in rows for t in row))}
    cell = '<c t="s"><v>{}</v></c>'
    lines = ("".join(cell.format(known[text]) for text in row) for row in rows)
    markup = "".join(f"<row>{line}</row>" for line in lines)
    strings = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in known)
    table = f'<sst xmlns="{_MAIN}">{strings}</sst>'
    return with_strings(sheet_of(markup), table)


def with_strings(data: bytes, table: str) -> bytes:
    """Return an XLSX file with a table of shared strings."""
    types = zipfile.ZipFile(BytesIO(data)).read("[Content_Types].xml").decode()
    part = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_STRINGS}"/></Types>'
    types = types.replace("</Types>", part)
    return exchanged(data, {"xl/sharedStrings.xml": table, "[Content_Types].xml": types})


def xls(*rows: Sequence[Any]) -> bytes:
    """Return an XLS file with one sheet."""
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("Hoja1")
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            sheet.write(number, column, value)
    return saved_xls(workbook)


def saved_xls(workbook: xlwt.Workbook) -> bytes:
    """Return a workbook as the bytes of an XLS file."""
    out = BytesIO()
    workbook.save(out)
    return out.getvalue()


def ods(*rows: Iterable[Any], name: str = "Hoja1") -> bytes:
    """Return an ODS file with one sheet; a cell is a text or an element, None is covered."""
    document = OpenDocumentSpreadsheet()
    table = Table(name=name)
    document.spreadsheet.addElement(table)
    for row in rows:
        line = TableRow()
        table.addElement(line)
        for cell in row:
            line.addElement(CoveredTableCell() if cell is None else _cell(cell))
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def number(value: float, said: str, kind: str = "float") -> TableCell:
    """Return an ODS cell of a number with the text that shows it."""
    cell = TableCell(valuetype=kind, value=str(value))
    cell.addElement(P(text=said))
    return cell


def spanning(text: str, rows: int, columns: int = 1) -> TableCell:
    """Return an ODS cell that covers others."""
    cell = TableCell(
        valuetype="string", numberrowsspanned=str(rows), numbercolumnsspanned=str(columns)
    )
    cell.addElement(P(text=text))
    return cell


def _cell(content: Any) -> Any:
    if not isinstance(content, str):
        return content
    cell = TableCell(valuetype="string")
    cell.addElement(P(text=content))
    return cell
