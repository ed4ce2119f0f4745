"""Repair a table as read: an ordered tuple of small steps, each leaving findings."""

from __future__ import annotations

from collections.abc import Callable

from a4_rdf.model import Finding, Table
from a4_rdf.repair.classify import classify_rows
from a4_rdf.repair.columns import name_columns
from a4_rdf.repair.inherit import inherit_cells
from a4_rdf.repair.marks import clean_marks
from a4_rdf.repair.realign import realign_rows
from a4_rdf.repair.unplaced import report_unplaced
from a4_rdf.repair.withhold import withhold_persons
from a4_rdf.repair.withhold_names import withhold_names

__all__ = ["REPAIRS", "Repair", "repair"]

Repair = Callable[[Table], tuple[Table, tuple[Finding, ...]]]

REPAIRS: tuple[Repair, ...] = (
    clean_marks,
    withhold_persons,
    classify_rows,
    withhold_names,
    name_columns,
    report_unplaced,
    realign_rows,
    inherit_cells,
)


def repair(table: Table) -> tuple[Table, tuple[Finding, ...]]:
    """Return the table with every row classified and every cell in its column, and the findings.

    Raises SourceError `no-a4-header` when no row is an a4 header.
    """
    findings: list[Finding] = []
    for step in REPAIRS:
        table, found = step(table)
        findings.extend(found)
    return table, tuple(findings)
