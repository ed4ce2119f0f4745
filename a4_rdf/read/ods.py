"""ODS workbooks (OpenDocument 1.3 part 3), read from their markup, an element at a time.

python-calamine reads them too, but without merged ranges, and 65% as 0.65: so it is not asked.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from math import isfinite
from xml.etree.ElementTree import Element, ParseError, iterparse

from a4_rdf.errors import SourceError
from a4_rdf.model import Finding, Place, Table
from a4_rdf.read.bounds import Bounds, within
from a4_rdf.read.container import check_container
from a4_rdf.read.document import Document, Reading
from a4_rdf.read.sheets import LOOKED_AT, Area, Grid, Sheet, choose, table_rows
from a4_rdf.read.shown import format_like, shown, shown_bool, shown_date

MEDIA_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
EXPECTED = "un libro ODS"
CONTENT, MANIFEST = "content.xml", "META-INF/manifest.xml"

_NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:"
_TABLE = f"{{{_NAMESPACE}table:1.0}}"
_OFFICE = f"{{{_NAMESPACE}office:1.0}}"
_TEXT = f"{{{_NAMESPACE}text:1.0}}"
_STYLE = f"{{{_NAMESPACE}style:1.0}}"
_KIND = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_SIGNS = {f"{_TEXT}s": " ", f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
_ASIDE = (f"{_OFFICE}annotation", f"{_TEXT}note", f"{_TEXT}ruby-text")
_HIDDEN = ("collapse", "filter")
_NUMBERS = ("float", "percentage", "currency")
_EXTERNAL = "'file:"  # how the copy of a sheet of another workbook is called
_MOST_SPACES = 1_000
_WIDEST = 16_384
_BROKEN = (ParseError, ValueError, LookupError, OverflowError, zipfile.BadZipFile)


@dataclass(slots=True)
class _Sheet:
    """A sheet while it is read: where the reader stands and what it has found."""

    name: str
    hidden: bool
    grid: Grid = field(default_factory=Grid)
    row: int = 1
    column: int = 1
    columns: int = 1
    waiting: list[tuple[int, str]] = field(default_factory=list)

    def beginning(self) -> tuple[tuple[str, ...], ...]:
        """Return the texts of the first rows with words."""
        return tuple(tuple(row.values()) for row in list(self.grid.rows.values())[:LOOKED_AT])


@dataclass(slots=True)
class _Walk:
    """A walk through the markup of a workbook's content."""

    name: str
    bounds: Bounds
    sheets: list[_Sheet] = field(default_factory=list)
    hidden_styles: set[str] = field(default_factory=set)
    inside: bool = False
    style: str = ""
    cells: int = 0

    def run(self, markup: BytesIO) -> None:
        """Read all sheets."""
        for event, element in iterparse(markup, ("start", "end")):  # noqa: S314 - no entities
            if event == "start":
                self._open(element)
            else:
                self._close(element)

    def _open(self, element: Element) -> None:
        """Take what an element says before its content."""
        tag = element.tag
        if tag == f"{_STYLE}style":
            self.style = element.get(f"{_STYLE}name", "")
        elif tag == f"{_TABLE}table":
            if self.inside:
                raise ValueError("table in table")
            self.inside = True
            style = element.get(f"{_TABLE}style-name", "")
            name = element.get(f"{_TABLE}name", "")
            self.sheets.append(_Sheet(name, style in self.hidden_styles))

    def _close(self, element: Element) -> None:
        """Take an element with its content."""
        tag = element.tag
        if tag in _SIGNS:
            count = min(int(element.get(f"{_TEXT}c", 1)), _MOST_SPACES)
            element.text = _SIGNS[tag] * count
        elif tag in _ASIDE:
            tail = element.tail
            element.clear()
            element.tail = tail
        elif tag == f"{_STYLE}table-properties":
            if element.get(f"{_TABLE}display") == "false":
                self.hidden_styles.add(self.style)
        elif tag.startswith(_TABLE) and self.inside:
            self._part(element, self.sheets[-1])

    def _part(self, element: Element, sheet: _Sheet) -> None:
        """Take a column, cell, row or table that ends."""
        if element.tag in _CELLS:
            self._cell(element, sheet)
            element.clear()
        elif element.tag == f"{_TABLE}table-row":
            self._row(element, sheet)
            element.clear()
        elif element.tag == f"{_TABLE}table-column":
            count = min(_repeated(element, "columns"), _WIDEST)
            if element.get(f"{_TABLE}visibility") in _HIDDEN:
                sheet.grid.hidden_columns.update(range(sheet.columns, sheet.columns + count))
            sheet.columns += count
        elif element.tag == f"{_TABLE}table":
            self.inside = False
            element.clear()

    def _cell(self, element: Element, sheet: _Sheet) -> None:
        """Keep a cell until its row ends: only then is known how often the row is repeated."""
        repeated = _repeated(element, "columns")
        text = _shown(element, sheet)
        if text and not text.isspace():
            within(self.name, "columns", sheet.column + repeated - 1, self.bounds.columns)
            within(self.name, "cell_characters", len(text), self.bounds.cell_characters)
            rows, columns = _spanned(element, "rows"), _spanned(element, "columns")
            for column in range(sheet.column, sheet.column + repeated):
                sheet.waiting.append((column, text))
                if (rows, columns) != (1, 1):
                    bottom, right = sheet.row + rows - 1, column + columns - 1
                    sheet.grid.areas.append(Area(sheet.row, column, bottom, right))
        sheet.column += repeated

    def _row(self, element: Element, sheet: _Sheet) -> None:
        """Put a row's cells on the grid, as often as it is repeated."""
        repeated = _repeated(element, "rows")
        if sheet.waiting:
            within(self.name, "rows", len(sheet.grid.rows) + repeated, self.bounds.rows)
            self.cells += len(sheet.waiting) * repeated
            within(self.name, "cells", self.cells, self.bounds.cells)
            numbers = range(sheet.row, sheet.row + repeated)
            for number in numbers:
                for column, text in sheet.waiting:
                    sheet.grid.put(number, column, text)
            if element.get(f"{_TABLE}visibility") in _HIDDEN:
                sheet.grid.hidden_rows.extend(numbers)
        sheet.waiting.clear()
        sheet.row += repeated
        sheet.column = 1


def read_ods(document: Document, bounds: Bounds) -> Reading:
    """Return the rows of the sheet that holds the a4 table, by sheet row, and what was noticed.

    As `xlsx.read_xlsx` does. Raises SourceError: those of `check_container`, not-a-workbook,
    broken-workbook, encrypted-file, empty-workbook, too-many-….
    """
    members = check_container(document, bounds, EXPECTED)
    if CONTENT not in members:
        message = f"se esperaba {EXPECTED}; el archivo ZIP no contiene {CONTENT}"
        raise SourceError(document.name, "not-a-workbook", message)
    try:
        with zipfile.ZipFile(BytesIO(document.data)) as archive:
            _refuse_encrypted(document.name, archive, members)
            walk = _Walk(document.name, bounds)
            walk.run(BytesIO(archive.read(CONTENT)))
    except _BROKEN as error:
        message = f"se esperaba {EXPECTED} bien formado; no se puede leer ({type(error).__name__})"
        raise SourceError(document.name, "broken-workbook", message) from None
    return _reading(document, bounds, members, walk.sheets)


def _reading(
    document: Document, bounds: Bounds, members: frozenset[str], found: list[_Sheet]
) -> Reading:
    """Return the table of the sheet to read."""
    sheets = [sheet for sheet in found if not sheet.name.startswith(_EXTERNAL)]
    looks = [Sheet(sheet.name, sheet.hidden, sheet.beginning()) for sheet in sheets]
    choice = choose(document.name, looks)
    rows, noticed = table_rows(document.name, sheets[choice.index].grid, choice.part, bounds)
    aside = _left_aside(members, linked=len(sheets) < len(found))
    return Table(document.source(MEDIA_TYPE), rows), (*aside, *choice.findings, *noticed)


def _left_aside(members: frozenset[str], linked: bool) -> Iterator[Finding]:
    """Yield what the workbook holds and is not read: programs and links."""
    if any(name.startswith(("Basic/", "Scripts/")) for name in members):
        yield Finding("macros-ignored", Place(1, 1))
    if linked:
        yield Finding("external-links-ignored", Place(1, 1))


def _refuse_encrypted(name: str, archive: zipfile.ZipFile, members: frozenset[str]) -> None:
    """Refuse a workbook whose parts are encrypted one by one."""
    if MANIFEST in members and b"encryption-data" in archive.read(MANIFEST):
        message = f"se esperaba {EXPECTED} sin contraseña; el archivo está cifrado"
        raise SourceError(name, "encrypted-file", message)


def _shown(element: Element, sheet: _Sheet) -> str:
    """Return the text that a cell shows; what it hides is noticed."""
    text = "\n".join("".join(part.itertext()) for part in element.findall(f"{_TEXT}p"))
    kind = element.get(f"{_OFFICE}value-type", "")
    if element.get(_KIND) == "error":
        return _error(sheet, text[:20])
    if kind == "date":
        return _date(element.get(f"{_OFFICE}date-value", ""), sheet)
    if kind == "boolean":
        return shown_bool(element.get(f"{_OFFICE}boolean-value") == "true")
    if kind not in _NUMBERS:
        return text or element.get(f"{_OFFICE}string-value", "")
    value = float(element.get(f"{_OFFICE}value", ""))
    return _number(value, text, kind == "percentage", sheet)


def _date(value: str, sheet: _Sheet) -> str:
    """Return a date as text."""
    try:
        return shown_date(datetime.fromisoformat(value))
    except ValueError:
        return _error(sheet, "#VALUE!")


def _number(value: float, text: str, percent: bool, sheet: _Sheet) -> str:
    """Return a number as the workbook's own text shows it."""
    if not isfinite(value):
        return _error(sheet, "#NUM!")
    found = shown(value, format_like(value, text, percent))
    if found.exact:
        details = {"exact": found.exact, "shown": found.text}
        sheet.grid.notice("value-rounded", sheet.row, sheet.column, **details)
    return found.text


def _error(sheet: _Sheet, error: str) -> str:
    """Notice an error value; its cell is empty."""
    sheet.grid.notice("cell-error", sheet.row, sheet.column, error=error)
    return ""


def _repeated(element: Element, what: str) -> int:
    """Return how often a cell, column or row is repeated."""
    return max(int(element.get(f"{_TABLE}number-{what}-repeated", 1)), 1)


def _spanned(element: Element, what: str) -> int:
    """Return how many rows or columns a cell covers."""
    return max(int(element.get(f"{_TABLE}number-{what}-spanned", 1)), 1)
