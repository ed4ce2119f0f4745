"""The rows that examples are made of: one unit's goal under the template's headings."""

from __future__ import annotations

from a4_rdf.explanations.examples.example import Cells, Example, Piece, Words

HEADINGS = ("No.", "Unidad", "Objetivo", "Actividad", "Indicador", "Meta cuantificable")
UNIT = "DIRECCIÓN DE OBRAS PÚBLICAS"
OBJECTIVE = "Mejorar las vías del cantón"
NUMBER, NAME, AIM, DEED, MEASURE, TARGET = 1, 2, 3, 4, 5, 6
"""The columns of `HEADINGS`, counted from 1."""


def goal(
    number: str = "1",
    unit: str = UNIT,
    objective: str = OBJECTIVE,
    activity: str = "Construir puentes",
    indicator: str = "Número de puentes",
    target: str = "3 puentes",
) -> Cells:
    """Return a row of the template; what is not given is right."""
    return number, unit, objective, activity, indicator, target


def water(
    number: str = "2",
    unit: str = "DIRECCIÓN DE AGUA POTABLE",
    objective: str = "Llevar agua a los barrios",
    activity: str = "Tender redes de agua",
    indicator: str = "Número de barrios",
    target: str = "5 barrios",
) -> Cells:
    """Return another unit's row of the template."""
    return number, unit, objective, activity, indicator, target


def section(title: str) -> Cells:
    """Return the row that begins a process level."""
    return title, "", "", "", "", ""


def table(
    *rows: Cells,
    cell: tuple[int, int],
    note: Words | None = None,
    headings: Cells = HEADINGS,
) -> Piece:
    """Return rows under their headings."""
    return Piece(rows, cell, headings, note)


def lines(*texts: str, at: int = 1, note: Words | None = None) -> Piece:
    """Return lines of text, or names of files; that at `at` matters."""
    return Piece(tuple((text,) for text in texts), (at, 1), (), note)


def noted(
    wrong: Words | None,
    mended: Words | None,
    cell: tuple[int, int],
    *rows: Cells,
) -> Example:
    """Return an example whose rows are the same and whose notes tell them apart.

    Without `rows` it is one unit's row.
    """
    same = rows or (goal(),)
    return Example(table(*same, cell=cell, note=wrong), table(*same, cell=cell, note=mended))
