"""Set aside the lines beside a table that are none of its rows: notes, signatures, page footers.

Above the first header a line may name the organisation or the law; below it, a line that stands in
no table is read only where its words say what it is. It is no goal, and may name a person.
"""

from __future__ import annotations

from dataclasses import replace

from a4_rdf import spanish
from a4_rdf.model import Finding, Place, Row, Table
from a4_rdf.repair import headings


def set_aside_lines(table: Table) -> tuple[Table, tuple[Finding, ...]]:
    """Return the table with those lines blank, and a finding for each."""
    if all(row.in_table for row in table.rows):
        return table, ()
    findings: list[Finding] = []
    rows: list[Row] = []
    below = False
    for row in table.rows:
        below = below or _is_header(row)
        if below and not row.in_table and row.cells and not _is_known(row):
            findings.append(Finding("line-left-out", Place(row.number, 1)))
            rows.append(row.with_cells(()))
        else:
            rows.append(row)
    return replace(table, rows=tuple(rows)), tuple(findings)


def _is_header(row: Row) -> bool:
    return headings.header_columns(cell.text for cell in row.cells if cell.text) is not None


def _is_known(row: Row) -> bool:
    """Tell whether a line is a header, a section, an example or a footer by its words."""
    texts = [cell.text for cell in row.cells if cell.text]
    if not texts:
        return False
    first = spanish.fold(texts[0])
    known = headings.is_section(first) or headings.is_footer(first)
    return known or headings.is_example(first, texts) or _is_header(row)
