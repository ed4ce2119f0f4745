"""Keep in findings what stands under headings that are none of the template's; persons stay out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from a4_rdf import names, persons, spanish
from a4_rdf.model import Cell, Finding, Row, RowStatus, Table
from a4_rdf.repair.columns import HEADERS


def report_unplaced(table: Table) -> tuple[Table, tuple[Finding, ...]]:
    """Return the table without persons beside its columns, and the texts of foreign columns.

    Only goal rows have such cells; a text that stands under no heading at all may be a shifted one,
    and is `extra-text` where no column takes it.
    """
    findings: list[Finding] = []
    rows: list[Row] = []
    foreign: Mapping[int, str] = {}
    for row in table.rows:
        if row.status in HEADERS:
            foreign = {c.place.column: c.text for c in row.cells if c.column is None and c.text}
        rows.append(_row(row, foreign, findings) if row.status is RowStatus.GOAL else row)
    return replace(table, rows=tuple(rows)), tuple(findings)


def _row(row: Row, foreign: Mapping[int, str], findings: list[Finding]) -> Row:
    """Return a goal row; each of its cells under a foreign heading leaves a finding."""
    cells = tuple(
        _cell(cell, foreign.get(cell.place.column, ""), findings)
        if cell.text and cell.column is None and cell.place.row == row.number
        else cell
        for cell in row.cells
    )
    same = all(new is old for new, old in zip(cells, row.cells, strict=True))
    return row if same else row.with_cells(cells)


def _cell(cell: Cell, heading: str, findings: list[Finding]) -> Cell:
    """Return a cell that is in no column as it may be published; `heading` is what it is under."""
    if persons.already_withheld(cell.text):
        return cell
    asked = bool(heading) and persons.asks_for_person(spanish.fold(heading))
    placeholder = persons.PLACEHOLDERS[persons.NAME]
    text, named = (placeholder, True) if asked else names.without_names(cell.text, sure=True)
    if named:
        detail = (("field", persons.FIELDS_ES[persons.NAME]),)
        findings.append(Finding("personal-data-withheld", cell.place, detail))
    if heading and not asked:
        details = (("heading", heading), ("text", text))
        findings.append(Finding("unplaced-text", cell.place, details))
    return replace(cell, text=text) if named else cell
