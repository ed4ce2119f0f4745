"""Blank e-mail addresses and telephones before any later step can repeat them in a finding."""

from __future__ import annotations

from dataclasses import replace

from a4_rdf import persons
from a4_rdf.model import Cell, Finding, Row, Table


def withhold_persons(table: Table) -> tuple[Table, tuple[Finding, ...]]:
    """Return the table with e-mails and telephones blanked, and where, but not which."""
    findings: list[Finding] = []
    rows = tuple(_scrub_row(row, findings) for row in table.rows)
    return replace(table, rows=rows), tuple(findings)


def _scrub_row(row: Row, findings: list[Finding]) -> Row:
    """Return a row without e-mails and telephones in its texts."""
    scrubbed = {}
    for at, cell in enumerate(row.cells):
        if cell.text:
            # A cell that is merged into the row is noted once, in its own row.
            new = _scrub_cell(cell, findings if cell.place.row == row.number else [])
            if new is not cell:
                scrubbed[at] = new
    if not scrubbed:
        return row
    return row.with_cells(tuple(scrubbed.get(at, old) for at, old in enumerate(row.cells)))


def _scrub_cell(cell: Cell, findings: list[Finding]) -> Cell:
    """Return a cell without e-mails and telephones, itself where it has none."""
    text, fields = persons.scrub(cell.text)
    if not fields:
        return cell
    for field in fields:
        detail = (("field", persons.FIELDS_ES[field]),)
        findings.append(Finding("personal-data-withheld", cell.place, detail))
    return replace(cell, text=text)
