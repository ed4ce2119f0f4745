"""What a curator's decision leaves behind: which document it is of, its finding, its mark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from a4_rdf.model import Correction, Finding, Place, Row, Table
from a4_rdf.repair.columns import NAMES_ES

CORRECTED, CONFIRMED = "cell-corrected", "cell-confirmed"
NO_ROW, NO_COLUMN = "correction-without-row", "correction-without-column"
ROW = "row"

_ROW_ES = "fila"


def of_table(table: Table, corrections: Sequence[Correction]) -> tuple[Correction, ...]:
    """Return the corrections of a table's document, known by its digest."""
    return tuple(c for c in corrections if c.source == table.source.digest)


def marked(row: Row) -> Row:
    """Return a row that says that it was corrected."""
    repairs = tuple(code for code in row.repairs if code != CORRECTED)
    return replace(row, repairs=(*repairs, CORRECTED))


def decision(correction: Correction, place: Place, said: tuple[str, str] | None) -> Finding:
    """Return the finding of a decision: `said` is the old and the new, None where it confirms."""
    by = (("role", correction.role), ("why", correction.why))
    if said is None:
        return Finding(CONFIRMED, place, (*_named(correction), *by))
    change = (("old", said[0]), ("new", said[1]))
    return Finding(CORRECTED, place, (*_named(correction), *change, *by))


def unfit(code: str, correction: Correction) -> Finding:
    """Return the finding of a correction that is not applied."""
    details = (*_named(correction), ("row", str(correction.row)))
    return Finding(code, Place(correction.row, 1), details)


def _named(correction: Correction) -> tuple[tuple[str, str], ...]:
    """Return what a correction is about: the column's key, and its name for people."""
    if correction.column is None:
        return ("field", ROW), ("column", _ROW_ES)
    return ("field", correction.column.value), ("column", NAMES_ES[correction.column])
