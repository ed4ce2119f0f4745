"""Repair a table as read: an ordered tuple of small steps, each leaving findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from a4_rdf.model import Correction, Finding, Table
from a4_rdf.repair.classify import classify_rows
from a4_rdf.repair.columns import name_columns
from a4_rdf.repair.corrections import correct
from a4_rdf.repair.inherit import inherit_cells
from a4_rdf.repair.lines import set_aside_lines
from a4_rdf.repair.marks import clean_marks
from a4_rdf.repair.pending import Pending, pending
from a4_rdf.repair.realign import realign_rows
from a4_rdf.repair.row_corrections import correct_rows
from a4_rdf.repair.settle import settle
from a4_rdf.repair.unplaced import report_unplaced
from a4_rdf.repair.withhold import withhold_persons
from a4_rdf.repair.withhold_names import withhold_names

__all__ = ["REPAIRS", "Pending", "Repair", "pending", "repair", "settle"]

Repair = Callable[[Table], tuple[Table, tuple[Finding, ...]]]

REPAIRS: tuple[Repair, ...] = (
    clean_marks,
    withhold_persons,
    set_aside_lines,
    classify_rows,
    withhold_names,
    name_columns,
    report_unplaced,
    realign_rows,
    inherit_cells,
)


def repair(
    table: Table, corrections: Sequence[Correction] = ()
) -> tuple[Table, tuple[Finding, ...]]:
    """Return the table with every row classified and every cell in its column, and the findings.

    `corrections` are curators' decisions; those on other documents are left alone. Raises
    SourceError `no-a4-header` when no row is an a4 header.
    """
    findings: list[Finding] = []
    for step in _steps(corrections):
        table, found = step(table)
        findings.extend(found)
    return table, tuple(findings)


def _steps(corrections: Sequence[Correction]) -> Iterator[Repair]:
    """Yield the repairs, with the curators' decisions where they belong, if there are any."""
    for step in REPAIRS:
        if corrections and step is inherit_cells:
            yield partial(correct, corrections=corrections)
        yield step
        if corrections and step is classify_rows:
            yield partial(correct_rows, corrections=corrections)
