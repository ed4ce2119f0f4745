"""Examples as workbooks, with what the wrong one has beside its cells."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet

from a4_rdf.explanations.examples import Example
from tests.explanations.documents import Proof, piece_of, whole, written
from tests.read.workbooks import exchanged, opened, saved

Change = Callable[[Workbook, Worksheet], object]
LINK = '<externalLink xmlns="x"><externalBook r:id="rId1" xmlns:r="y"/></externalLink>'


def book(example: Example, wrong: bool) -> tuple[Workbook, Worksheet]:
    """Return a workbook of one sheet; its first goal is in row 4."""
    workbook, sheet = opened()
    sheet.title = "POA"
    for row in whole(piece_of(example, wrong)):
        sheet.append(list(row))
    return workbook, sheet


def changed(change: Change, example: Example, wrong: bool, folder: Path) -> set[str]:
    """Return the codes of a workbook that is changed where it is the wrong one."""
    workbook, sheet = book(example, wrong)
    if wrong:
        change(workbook, sheet)
    return written(folder / "t.xlsx", saved(workbook))


def with_member(
    name: str, data: bytes | str, suffix: str, example: Example, wrong: bool, folder: Path
) -> set[str]:
    """Return the codes of a workbook whose archive has one more member where it is wrong."""
    made = saved(book(example, wrong)[0])
    if not wrong:
        return written(folder / "t.xlsx", made)
    return written(folder / f"t.{suffix}", exchanged(made, {name: data}))


def rounded(example: Example, wrong: bool, folder: Path) -> set[str]:
    """Return the codes of a workbook whose cell stores 12.5 % and shows what the example says."""
    workbook, sheet = book(example, wrong)
    sheet["F4"] = 0.125
    sheet["F4"].number_format = "0%" if wrong else "0.0%"
    return written(folder / "t.xlsx", saved(workbook))


def hide_sheet(workbook: Workbook, sheet: Worksheet) -> None:
    workbook.create_sheet("Carátula")["A1"] = "POA"
    sheet.sheet_state = "hidden"


def second_sheet(workbook: Workbook, sheet: Worksheet) -> None:
    workbook.copy_worksheet(sheet).title = "POA (2)"


def hide_row(_: Workbook, sheet: Worksheet) -> None:
    sheet.row_dimensions[5].hidden = True


def hide_column(_: Workbook, sheet: Worksheet) -> None:
    sheet.column_dimensions["D"].hidden = True


def cover(_: Workbook, sheet: Worksheet) -> None:
    sheet.merged_cells.add(CellRange("F4:F5"))


def nothing(_: Workbook, __: Worksheet) -> None:
    """Change nothing: the cells say it all."""


WORKBOOKS: Mapping[str, Proof] = {
    "sheet-not-read": partial(changed, second_sheet),
    "hidden-sheet-read": partial(changed, hide_sheet),
    "hidden-rows-read": partial(changed, hide_row),
    "hidden-column-read": partial(changed, hide_column),
    "covered-cell": partial(changed, cover),
    "cell-error": partial(changed, nothing),
    "formula-without-value": partial(changed, nothing),
    "value-rounded": rounded,
    "macros-ignored": partial(with_member, "xl/vbaProject.bin", b"\xd0\xcf\x11\xe0", "xlsm"),
    "external-links-ignored": partial(
        with_member, "xl/externalLinks/externalLink1.xml", LINK, "xlsx"
    ),
}
