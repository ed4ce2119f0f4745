"""Blank the names of persons that titles and labels tell, once it is known what each row is.

A goal may speak of titles (`un Ing. en sistemas`), so in its cells a name has two words; elsewhere
one is enough, and above the table all that follows a person's label goes. Footers publish only
what is recognised in them, so they are left to the stage that reads them.
"""

from __future__ import annotations

from dataclasses import replace

from a4_rdf import names, persons, spanish
from a4_rdf.model import Cell, Finding, Row, RowStatus, Table

NAMELESS = (RowStatus.FOOTER, RowStatus.BLANK)


def withhold_names(table: Table) -> tuple[Table, tuple[Finding, ...]]:
    """Return the table without names in its titles, headings, sections and goals, and where."""
    findings: list[Finding] = []
    rows: list[Row] = []
    asked = False
    for row in table.rows:
        if row.status is RowStatus.TITLE:
            clean, asked = _title(row, asked, findings)
        elif row.status in NAMELESS:
            clean = row
            asked = _asks(row) if row.status is RowStatus.FOOTER else asked
        else:
            clean = _row(row, row.cells, findings)
        rows.append(clean)
    return replace(table, rows=tuple(rows)), tuple(findings)


def _row(row: Row, cells: tuple[Cell, ...], findings: list[Finding]) -> Row:
    """Return a row without the names that follow titles in some of its cells."""
    sure = row.status is not RowStatus.GOAL
    new = []
    for cell in cells:
        text, found = names.without_names(cell.text, sure=sure) if cell.text else (cell.text, False)
        new.append(_withheld(cell, text, findings) if found else cell)
    same = all(one is old for one, old in zip(new, row.cells, strict=True))
    return row if same else row.with_cells(tuple(new))


def _title(row: Row, asked: bool, findings: list[Finding]) -> tuple[Row, bool]:
    """Return a row above the table without persons, and whether the next must answer a label.

    `asked` tells that the row above ends in a person's label without a value.
    """
    cells: list[Cell] = []
    withholding = asked and not _names_body(row)
    for cell in row.cells:
        start = names.person_at(spanish.flat(cell.text))
        withholding = withholding or start > 0
        value = cell.text[start:].strip(" .:-–—")
        if not cell.text or not withholding:
            cells.append(cell)
            continue
        asked = not value
        said = f"{cell.text[:start].rstrip()} {persons.PLACEHOLDERS[persons.NAME]}".strip()
        known = not value or persons.already_withheld(value)
        cells.append(cell if known else _withheld(cell, said, findings))
    if not any(cell.text for cell in cells):
        return row, asked
    return _row(row, tuple(cells), findings), asked and withholding


def _asks(row: Row) -> bool:
    """Tell whether a row's only text is a label that asks for a person."""
    texts = {cell.text for cell in row.cells if cell.text}
    flat = spanish.flat(next(iter(texts), ""))
    return len(texts) == 1 and names.is_label(flat) and names.label_end(flat) >= len(flat)


def _names_body(row: Row) -> bool:
    """Tell whether a row begins as the name of a body or unit does."""
    first = next((spanish.fold(cell.text) for cell in row.cells if cell.text), "")
    return first.split(" ")[0].strip(",.:") in spanish.BODY_HEADS | spanish.UNIT_HEADS


def _withheld(cell: Cell, text: str, findings: list[Finding]) -> Cell:
    """Return a cell with a text that lacks a name, and say so."""
    detail = (("field", persons.FIELDS_ES[persons.NAME]),)
    findings.append(Finding("personal-data-withheld", cell.place, detail))
    return replace(cell, text=text)
