"""XLSX and XLSM workbooks: cells as shown, merged ranges, the sheet that holds the table.

openpyxl opens the workbook (strings, formats, sheets) in its read-only mode; the sheets' markup
is walked by `sheet_markup`. Read-only mode knows no merged ranges and pads rows to the size that
a sheet claims, full mode builds that size: a file of 2 kB can claim 17 thousand million cells.
Formulas, macros and links to other workbooks are never run or followed.
"""

from __future__ import annotations

import warnings
import zipfile
import zlib
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from io import BytesIO
from typing import Any

from openpyxl import load_workbook
from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE
from openpyxl.utils.datetime import from_excel
from openpyxl.utils.exceptions import InvalidFileException

from a4_rdf.errors import SourceError
from a4_rdf.model import Finding, Place, Table
from a4_rdf.read.bounds import Bounds
from a4_rdf.read.container import check_container
from a4_rdf.read.document import Document, Reading
from a4_rdf.read.sheet_markup import Book, SheetWalk
from a4_rdf.read.sheets import LOOKED_AT, Choice, Grid, Sheet, choose, table_rows
from a4_rdf.read.shown import number_format, shown_date

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MACRO_TYPE = "application/vnd.ms-excel.sheet.macroEnabled.12"
EXPECTED = "un libro XLSX"
WORKBOOK = "xl/workbook.xml"

# What openpyxl, zipfile and the parsers below them raise for a file that is not well formed.
_FOREIGN = (
    AttributeError,
    EOFError,
    InvalidFileException,
    LookupError,
    NotImplementedError,
    OSError,
    OverflowError,
    SyntaxError,  # base of both parsers' errors
    TypeError,
    ValueError,
    zipfile.BadZipFile,
    zlib.error,
)


def read_xlsx(document: Document, bounds: Bounds) -> Reading:
    """Return the rows of the sheet that holds the a4 table, by sheet row, and what was noticed.

    Numbers, dates and truth values are texts as the workbook shows them, a formula is its stored
    result, an error is a finding. Hidden rows and columns are read and reported; a hidden sheet
    is read where no visible one has an a4 header. Raises SourceError: those of
    `check_container`, not-a-workbook, broken-workbook, empty-workbook, too-many-….
    """
    members = check_container(document, bounds, EXPECTED)
    if WORKBOOK not in members:
        message = f"se esperaba {EXPECTED}; el archivo ZIP no contiene {WORKBOOK}"
        raise SourceError(document.name, "not-a-workbook", message)
    try:
        return _read(document, bounds, members)
    except _FOREIGN as error:
        message = f"se esperaba {EXPECTED} bien formado; no se puede leer ({type(error).__name__})"
        raise SourceError(document.name, "broken-workbook", message) from None


def _read(document: Document, bounds: Bounds, members: frozenset[str]) -> Reading:
    """Return the table and the findings; errors of the libraries pass through."""
    with warnings.catch_warnings():  # of what openpyxl leaves aside: styles, validations
        warnings.simplefilter("ignore")
        workbook = load_workbook(
            BytesIO(document.data), read_only=True, data_only=True, keep_links=False
        )
    book = _book(workbook)
    walks = [SheetWalk(document.name, book, bounds, Grid()) for _ in workbook.worksheets]
    choice = _walked(document.name, workbook.worksheets, walks)
    grid = walks[choice.index].grid
    rows, noticed = table_rows(document.name, grid, choice.part, bounds)
    macros = any(name.lower().endswith("vbaproject.bin") for name in members)
    source = document.source(MACRO_TYPE if macros else MEDIA_TYPE)
    return Table(source, rows), (*_left_aside(members, macros), *choice.findings, *noticed)


def _walked(name: str, sheets: Sequence[Any], walks: Sequence[SheetWalk]) -> Choice:
    """Walk through the beginning of each sheet and through all of the one that is chosen."""
    with ExitStack() as stack:
        runs = [
            walk.rows(stack.enter_context(_markup(sheet)))
            for walk, sheet in zip(walks, sheets, strict=True)
        ]
        for walk, run in zip(walks, runs, strict=True):
            _begin(walk, run)
        looks = [_look(sheet, walk.grid) for sheet, walk in zip(sheets, walks, strict=True)]
        choice = choose(name, looks)
        deque(runs[choice.index], maxlen=0)  # the rest of it
    return choice


def _left_aside(members: frozenset[str], macros: bool) -> Iterator[Finding]:
    """Yield what the workbook holds and is not read: programs and links."""
    if macros:
        yield Finding("macros-ignored", Place(1, 1))
    if any(name.startswith("xl/externalLinks/") for name in members):
        yield Finding("external-links-ignored", Place(1, 1))


def _book(workbook: Any) -> Book:
    """Return what cells refer to; openpyxl keeps styles by index, as the file does."""
    codes = [_code(style.numFmtId, workbook._number_formats) for style in workbook._cell_styles]
    known = {code: number_format(code) for code in set(codes)}

    def date(number: float, style: int) -> str | None:
        if style not in workbook._date_formats:
            return None
        span = style in workbook._timedelta_formats
        return shown_date(from_excel(number, workbook.epoch, timedelta=span))

    return Book(
        strings=next((sheet._shared_strings for sheet in workbook.worksheets), ()),
        formats={style: known[code] for style, code in enumerate(codes)},
        date=date,
    )


def _code(number: int, own: Sequence[str]) -> str:
    """Return the format code of a number: the standard's, or one of the workbook's own."""
    if number < BUILTIN_FORMATS_MAX_SIZE:
        return str(BUILTIN_FORMATS.get(number, "General"))
    return str(own[number - BUILTIN_FORMATS_MAX_SIZE])


def _begin(walk: SheetWalk, run: Iterator[int]) -> None:
    """Read a sheet's first rows with words, as much as its choice needs."""
    for _ in run:
        if len(walk.grid.rows) >= LOOKED_AT:
            return


def _look(sheet: Any, grid: Grid) -> Sheet:
    """Return what is known of a sheet after its first rows."""
    beginning = tuple(tuple(texts.values()) for texts in grid.rows.values())
    return Sheet(sheet.title, sheet.sheet_state != "visible", beginning)


def _markup(sheet: Any) -> Any:
    """Return the open stream of a sheet's markup."""
    return sheet._get_source()
