"""Small text tables, for the tests of stages that begin with a document."""

from __future__ import annotations

from a4_rdf.interpret import interpret
from a4_rdf.model import Finding, Plan, Row, Table
from a4_rdf.read import Bounds, Document
from a4_rdf.read.text import read_text
from a4_rdf.repair import repair

HEADER = (
    "No.",
    "Descripción de la unidad",
    "Objetivo de la unidad",
    "Actividad",
    "Indicador",
    "Meta cuantificable",
)


def lines(*rows: tuple[str, ...]) -> str:
    """Return rows as tab-separated text."""
    return "\n".join("\t".join(row) for row in rows) + "\n"


def table(*rows: tuple[str, ...], header: tuple[str, ...] = HEADER) -> Table:
    """Return a table as read, with a header above the rows."""
    return read_text(Document("t.txt", lines(header, *rows).encode()), Bounds())[0]


def repaired(*rows: tuple[str, ...], header: tuple[str, ...] = HEADER) -> Table:
    """Return a table as repaired; row 2 is the first below the header."""
    return repair(table(*rows, header=header))[0]


def planned(
    *rows: tuple[str, ...], header: tuple[str, ...] = HEADER
) -> tuple[Plan, tuple[Finding, ...]]:
    """Return the plan of a table, and the findings of interpretation."""
    return interpret(repaired(*rows, header=header))


def texts(row: Row) -> dict[str, str]:
    """Return the text of each column of a row, `extra` for what no column takes."""
    return {cell.column or "extra": cell.text for cell in row.cells}


def codes(findings: tuple[Finding, ...]) -> list[tuple[int, str]]:
    """Return row and code of each finding."""
    return [(finding.place.row, finding.code) for finding in findings]
