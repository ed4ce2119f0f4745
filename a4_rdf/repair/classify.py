"""Say what each row is, by its content: title, header, section, example, goal, footer, blank."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from a4_rdf import spanish
from a4_rdf.model import Finding, Row, RowStatus, Table
from a4_rdf.repair import headings

# A footer row holds a label and its value; a row with more different texts is a goal.
MOST_FOOTER_TEXTS = 3


def classify_rows(table: Table) -> tuple[Table, tuple[Finding, ...]]:
    """Return the table with a status on each row; rows that have one keep it."""
    rows: list[Row] = []
    before = RowStatus.TITLE
    for row in table.rows:
        status = row.status or _status(row, before)
        rows.append(row if row.status is status else row.with_status(status))
        before = _context(status, before)
    return replace(table, rows=tuple(rows)), ()


def _context(status: RowStatus, before: RowStatus) -> RowStatus:
    """Return where the next row stands: above the table, in it, or in a footer."""
    if status in (RowStatus.HEADER, RowStatus.REPEATED_HEADER):
        return RowStatus.GOAL
    if before is RowStatus.TITLE:
        return before
    if status is RowStatus.FOOTER:
        return RowStatus.FOOTER
    return RowStatus.GOAL if status is RowStatus.SECTION else before


def _status(row: Row, before: RowStatus) -> RowStatus:
    """Return what a row is, given where it stands."""
    texts = [cell.text for cell in row.cells if cell.text]
    if not texts:
        return RowStatus.BLANK
    if headings.header_columns(texts) is not None:
        return RowStatus.HEADER if before is RowStatus.TITLE else RowStatus.REPEATED_HEADER
    return _special(texts) or _ordinary(texts, before)


def _special(texts: Sequence[str]) -> RowStatus | None:
    """Return section, example or footer where the row's words say so."""
    first = spanish.fold(texts[0])
    if headings.is_section(first) and len(set(texts)) == 1:
        return RowStatus.SECTION
    if headings.is_footer(first) and (
        len(set(texts)) <= MOST_FOOTER_TEXTS or headings.is_person_label(first)
    ):
        return RowStatus.FOOTER
    return RowStatus.EXAMPLE if headings.is_example(first, texts) else None


def _ordinary(texts: Sequence[str], before: RowStatus) -> RowStatus:
    """Return title above the header, footer after a footer's line, goal in the table."""
    if before is RowStatus.FOOTER and len(set(texts)) > MOST_FOOTER_TEXTS:
        return RowStatus.GOAL
    return before
