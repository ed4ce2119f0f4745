"""The tidy table as an XLSX workbook, for people: the CSV's cells, in the CSV's order.

Every cell is typed as text or as a number, so nothing in it is a formula, and no apostrophe is
needed. Equal tables give equal bytes, at any time: dates are the release's.
"""

from __future__ import annotations

import csv
import re
import shutil
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import IO, Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from a4_rdf import formulas
from a4_rdf.release.tidy import COLUMNS, Line

TITLE = "metas"
ROWS_OF_A_SHEET = 1_048_576
LONGEST_TEXT = 32_767
NUMBERS = frozenset({"row", "ordinal", "value", "value_max"})
_TEXT_FORMAT = "@"
_WIDTHS = {"objective": 40, "activity": 40, "indicator": 40, "target_text": 40, "unit": 40}
_WIDTH = 14
_MOST_DIGITS = 15
_CORE = "docProps/core.xml"
_MOMENT = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first that a ZIP file can say


def write(path: Path, tables: Iterable[Path], modified: date, rows: int = ROWS_OF_A_SHEET) -> None:
    """Write the lines of tidy tables, CSV files with a header each, as one workbook.

    A sheet holds at most `rows` rows, header included; what is more goes to a further sheet.
    """
    workbook = Workbook(write_only=True)
    lines = _lines(tables)
    line = next(lines, None)
    while line is not None or not workbook.worksheets:
        sheet = _sheet(workbook)
        for _ in range(rows - 1):
            if line is None:
                break
            sheet.append(
                [_cell(sheet, name, text) for name, text in zip(COLUMNS, line, strict=True)]
            )
            line = next(lines, None)
    made = path.with_name(f"{path.name}.part")
    workbook.save(made)
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(path, "w") as new:
        _repack(old, new, modified)
    made.unlink()


def _lines(tables: Iterable[Path]) -> Iterator[Line]:
    """Yield the lines of the tables without headers, texts as before they were neutralised."""
    for table in tables:
        with table.open(encoding="utf-8", newline="") as file:
            reader = csv.reader(file)
            next(reader, None)
            for line in reader:
                yield tuple(map(formulas.restored, line))


def _sheet(workbook: Workbook) -> Any:
    """Return a new sheet with its header, which stays in sight."""
    number = len(workbook.worksheets) + 1
    sheet = workbook.create_sheet(TITLE if number == 1 else f"{TITLE} {number}")
    sheet.freeze_panes = "A2"
    for n, name in enumerate(COLUMNS, 1):
        sheet.column_dimensions[get_column_letter(n)].width = _WIDTHS.get(name, _WIDTH)
    header = [WriteOnlyCell(sheet, name) for name in COLUMNS]
    for cell in header:
        cell.font = Font(bold=True)
    sheet.append(header)
    return sheet


def _cell(sheet: Any, name: str, text: str) -> Any:
    """Return a cell's value; what begins like a formula as a cell that stays text when edited."""
    if not text:
        return None
    if name in NUMBERS:
        return _number(text)
    said = ILLEGAL_CHARACTERS_RE.sub("", text)[:LONGEST_TEXT]
    if formulas.neutralised(said) == said:
        return said
    cell = WriteOnlyCell(sheet)
    cell.value = said
    cell.data_type = "s"
    cell.number_format = _TEXT_FORMAT
    return cell


def _number(text: str) -> Decimal | str:
    """Return a number, or its text where a workbook's numbers have too few digits for it."""
    number = Decimal(text)
    return number if len(number.as_tuple().digits) <= _MOST_DIGITS else text


def _repack(old: zipfile.ZipFile, new: zipfile.ZipFile, modified: date) -> None:
    """Copy the members of a workbook without the time and the system that they were made on."""
    for name in old.namelist():
        entry = zipfile.ZipInfo(name, _EPOCH)
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.create_system = 3
        entry.external_attr = 0o644 << 16
        with old.open(name) as source, new.open(entry, "w", force_zip64=True) as out:
            _copy(name, source, out, modified)


def _copy(name: str, source: IO[bytes], out: IO[bytes], modified: date) -> None:
    """Copy a member; the properties with the release's date in place of the clock's."""
    if name == _CORE:
        moment = rb"\g<1>" + f"{modified.isoformat()}T00:00:00Z".encode()
        out.write(_MOMENT.sub(moment, source.read()))
    else:
        shutil.copyfileobj(source, out)
