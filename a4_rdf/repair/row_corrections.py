"""Apply what curators decided a row is: a goal, or none; each row alone, its neighbours stay."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from a4_rdf import spanish
from a4_rdf.model import Correction, Finding, Place, Row, RowStatus, Table
from a4_rdf.repair import headings
from a4_rdf.repair.decisions import NO_ROW, decision, marked, of_table, unfit

STATUSES_ES: Mapping[RowStatus, str] = {
    RowStatus.GOAL: "meta",
    RowStatus.SECTION: "sección",
    RowStatus.EXAMPLE: "ejemplo",
    RowStatus.FOOTER: "pie",
}


def correct_rows(
    table: Table, corrections: Sequence[Correction]
) -> tuple[Table, tuple[Finding, ...]]:
    """Return a classified table with the rows that a curator decided, each alone, and findings."""
    decided = {c.row: c for c in of_table(table, corrections) if c.column is None}
    if not decided:
        return table, ()
    findings: list[Finding] = []
    persons_rows = _rows_of_persons(table.rows)
    rows: list[Row] = []
    for row in table.rows:
        correction = decided.pop(row.number, None)
        if correction is None:
            rows.append(row)
        elif row.status is None or row.status not in STATUSES_ES or row.number in persons_rows:
            findings.append(unfit(NO_ROW, correction))
            rows.append(row)
        else:
            rows.append(_decided_row(row, row.status, correction, findings))
    findings.extend(unfit(NO_ROW, correction) for correction in decided.values())
    return replace(table, rows=tuple(rows)), tuple(findings)


def _rows_of_persons(rows: Sequence[Row]) -> frozenset[int]:
    """Return the footer rows that name a person: no decision can lift them from the footer."""
    found: set[int] = set()
    personal = False
    for row in rows:
        first = next((spanish.fold(cell.text) for cell in row.cells if cell.text), "")
        if row.status is not RowStatus.FOOTER:
            personal = False
        elif headings.is_footer(first):
            personal = headings.is_person_label(first)
        if personal:
            found.add(row.number)
    return frozenset(found)


def _decided_row(
    row: Row, status: RowStatus, correction: Correction, findings: list[Finding]
) -> Row:
    """Return a row with the status that was decided."""
    new = RowStatus(correction.value)
    own = (cell.place for cell in row.cells if cell.place.row == row.number)
    place = next(own, Place(row.number, 1))
    said = None if new is status else (STATUSES_ES[status], STATUSES_ES[new])
    findings.append(decision(correction, place, said))
    return marked(replace(row, status=new)) if said else row
