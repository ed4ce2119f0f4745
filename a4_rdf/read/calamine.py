"""XLS workbooks (Excel 97 to 2003) through python-calamine: values, dates, merged ranges.

calamine does not tell how a number is shown, nor what is hidden: `biff` reads that beside it.
"""

from __future__ import annotations

import datetime
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from math import isfinite

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetVisibleEnum,
)

from a4_rdf.errors import SourceError
from a4_rdf.model import Finding, Place, Table
from a4_rdf.read import biff
from a4_rdf.read.bounds import Bounds, within
from a4_rdf.read.document import Document, Reading
from a4_rdf.read.ole import CompoundFile
from a4_rdf.read.sheets import LOOKED_AT, Area, Grid, Sheet, choose, table_rows
from a4_rdf.read.shown import GENERAL, shown, shown_bool, shown_date

MEDIA_TYPE = "application/vnd.ms-excel"
EXPECTED = "un libro XLS"
ENCRYPTED_STREAM = "EncryptedPackage"

_Value = (
    int
    | float
    | str
    | bool
    | datetime.date
    | datetime.time
    | datetime.datetime
    | datetime.timedelta
)


def read_xls(document: Document, bounds: Bounds) -> Reading:
    """Return the rows of the sheet that holds the a4 table, by sheet row, and what was noticed.

    As `read_xlsx` does. Raises SourceError: not-a-workbook, broken-workbook, encrypted-file,
    empty-workbook, too-many-….
    """
    try:
        return _read(document, bounds)
    except (PasswordError, biff.EncryptedError):
        message = f"se esperaba {EXPECTED} sin contraseña; el archivo está cifrado"
        raise SourceError(document.name, "encrypted-file", message) from None
    except (CalamineError, OSError, ValueError, struct.error):
        raise _broken(document.name) from None
    except BaseException as error:
        # A panic of Rust code is no Exception, and its class can be imported from nowhere.
        if type(error).__name__ == "PanicException":
            raise _broken(document.name) from None
        raise


def _broken(name: str) -> SourceError:
    message = f"se esperaba {EXPECTED} bien formado; está cortado o dañado"
    return SourceError(name, "broken-workbook", message)


def _read(document: Document, bounds: Bounds) -> Reading:
    """Return the table and the findings; errors of the libraries pass through."""
    file = CompoundFile(document.data)
    _refuse_others(document.name, file.names)
    looks = biff.looks(file.stream(biff.STREAM)) if biff.STREAM in file.names else {}
    workbook = CalamineWorkbook.from_filelike(BytesIO(document.data))
    sheets = [workbook.get_sheet_by_name(name) for name in workbook.sheet_names]
    hidden = [sheet.visible is not SheetVisibleEnum.Visible for sheet in workbook.sheets_metadata]
    choice = choose(document.name, [_sheet(*pair) for pair in zip(sheets, hidden, strict=True)])
    chosen = _Chosen(document.name, sheets[choice.index], looks.get(sheets[choice.index].name))
    rows, noticed = table_rows(document.name, chosen.grid(bounds), choice.part, bounds)
    findings = [*choice.findings, *noticed]
    if chosen.look is None:
        findings.append(Finding("formats-unread", Place(1, 1, choice.part)))
    if "_VBA_PROJECT_CUR" in file.names:
        findings.append(Finding("macros-ignored", Place(1, 1)))
    return Table(document.source(MEDIA_TYPE), rows), tuple(findings)


def _refuse_others(name: str, streams: frozenset[str]) -> None:
    """Refuse the compound files that are no workbooks."""
    if ENCRYPTED_STREAM in streams:
        raise biff.EncryptedError
    if streams.isdisjoint({biff.STREAM, "Book"}):
        found = "un documento de Word" if "WordDocument" in streams else "otro documento de Office"
        message = f"se esperaba {EXPECTED}; el contenido es {found}"
        raise SourceError(name, "not-a-workbook", message)


def _sheet(sheet: CalamineSheet, hidden: bool) -> Sheet:
    """Return a sheet's first rows with words."""
    beginning: list[tuple[str, ...]] = []
    for _, values in _numbered(sheet):
        texts = tuple(text for text in map(str, values) if text.strip())
        if texts:
            beginning.append(texts)
        if len(beginning) >= LOOKED_AT:
            break
    return Sheet(sheet.name, hidden, tuple(beginning))


def _numbered(sheet: CalamineSheet) -> Iterator[tuple[int, Sequence[_Value]]]:
    """Yield each row's 1-based number and its values from the sheet's first column on."""
    return enumerate(sheet.to_python(skip_empty_area=False), 1)


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The sheet that is read, with its look where that is known."""

    document: str
    sheet: CalamineSheet
    look: biff.Look | None

    def grid(self, bounds: Bounds) -> Grid:
        """Return the sheet as a grid of texts."""
        grid = Grid()
        cells = 0
        for row, values in _numbered(self.sheet):
            for column, value in enumerate(values, 1):
                text = self._text(value, row, column, grid)
                if not text or text.isspace():
                    continue
                cells += 1
                within(self.document, "cells", cells, bounds.cells)
                within(self.document, "columns", column, bounds.columns, row)
                within(self.document, "cell_characters", len(text), bounds.cell_characters, row)
                grid.put(row, column, text)
        self._merged(grid)
        self._hidden(grid)
        return grid

    def _text(self, value: _Value, row: int, column: int, grid: Grid) -> str:
        """Return the text that a cell shows; what it hides is noticed."""
        error = self.look.errors.get((row, column)) if self.look else None
        if error is not None:
            grid.notice("cell-error", row, column, error=error)
            return ""
        if isinstance(value, str):
            return value
        if isinstance(value, bool):
            return shown_bool(value)
        if not isinstance(value, int | float):
            return shown_date(value)
        if not isfinite(value):
            grid.notice("cell-error", row, column, error="#NUM!")
            return ""
        form = self.look.formats.get((row, column), GENERAL) if self.look else GENERAL
        found = shown(value, form)
        if found.exact:
            grid.notice("value-rounded", row, column, exact=found.exact, shown=found.text)
        return found.text

    def _merged(self, grid: Grid) -> None:
        """Take over the merged ranges, which calamine counts from zero."""
        for (top, left), (bottom, right) in self.sheet.merged_cell_ranges or ():
            grid.areas.append(Area(top + 1, left + 1, bottom + 1, right + 1))

    def _hidden(self, grid: Grid) -> None:
        """Take over what is hidden."""
        if self.look is not None:
            grid.hidden_rows.extend(self.look.hidden_rows)
            grid.hidden_columns.update(self.look.hidden_columns)
