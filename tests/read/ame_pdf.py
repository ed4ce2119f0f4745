"""The AME sample as a ruled PDF with its true merged cells, made from the plan of its text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from a4_rdf.interpret import interpret
from a4_rdf.model import Goal, Plan, RowStatus
from a4_rdf.read import read
from a4_rdf.repair import repair
from tests.read.pdfs import GRID, TOP, Command, Sheet, pdf

SAMPLE = Path(__file__).parents[2] / "samples" / "ame-a4-2015-09-30.txt"
HEADER = (
    "No.",
    "Descripción de la unidad",
    "Objetivo de la unidad ( Objetivo Operativo POA )",
    "Actividad ( Actividad POA )",
    "Indicador",
    "Meta cuantificable",
)
ROWS_A_PAGE = 12
MERGED = 4  # No., unit, objective and activity span rows; indicator and target never do here

Line = tuple[tuple[str, str], ...]  # text and what tells one merged cell from the next


def text_plan() -> Plan:
    """Return the plan of the text sample, its rows realigned."""
    return interpret(repair(read(SAMPLE)[0])[0])[0]


def ame_pdf(
    plan: Plan, rows_a_page: int = ROWS_A_PAGE, style: Sequence[Command] = (GRID, TOP)
) -> bytes:
    """Return the plan as a PDF: header on each page, merged cells cut where a page ends."""
    lines = _lines(plan)
    chunks = [lines[at : at + rows_a_page] for at in range(0, len(lines), rows_a_page)]
    sheets = [_sheet(chunk, style) for chunk in chunks]
    titles = [row.cells[0].text for row in plan.rows if row.status is RowStatus.TITLE]
    footer = [row.cells[0].text for row in plan.rows if row.status is RowStatus.FOOTER]
    sheets[0].above = titles
    sheets[-1].below = footer
    return pdf(*sheets)


def _lines(plan: Plan) -> list[Line]:
    """Return sections, example and goals as lines, in source order."""
    goals = {goal.row: goal for goal in plan.goals}
    lines: list[Line] = []
    for row in plan.rows:
        if row.number in goals:
            lines.append(_goal(goals[row.number]))
        elif row.status in (RowStatus.SECTION, RowStatus.EXAMPLE):
            texts = [cell.text for cell in row.cells if cell.text]
            lines.append(tuple((text, f"{row.number}") for text in texts))
    return lines


def _goal(goal: Goal) -> Line:
    """Return the six texts of a goal; equal texts from one source cell are one merged cell."""
    said = (goal.reported_unit, goal.objective, goal.activity, goal.indicator, goal.target_cell)
    cells = [("", "") if s is None else (s.text, f"{s.place}") for s in said]
    return ((goal.number, goal.number), *cells)


def _sheet(lines: Sequence[Line], style: Sequence[Command]) -> Sheet:
    """Return the table of one page: each merged cell's text stands in its first row there."""
    rows: list[list[str]] = [list(HEADER)]
    spans: list[tuple[int, int, int, int]] = []
    for line in lines:
        rows.append([text for text, _ in line] + [""] * (6 - len(line)))
        if len(line) == 1:
            spans.append((0, len(rows) - 1, 5, len(rows) - 1))
    for column in range(MERGED):
        spans.extend(_merges(lines, column))
    for column, first, _, last in spans:
        for row in range(first + 1, last + 1):
            rows[row][column] = ""
    return Sheet(rows, spans, style=style)


def _merges(lines: Sequence[Line], column: int) -> list[tuple[int, int, int, int]]:
    """Return the spans of a column: runs of lines that say the same cell."""
    found: list[tuple[int, int, int, int]] = []
    start = 0
    for at in range(1, len(lines) + 1):
        if at == len(lines) or _key(lines[at], column) != _key(lines[start], column):
            if at - start > 1 and len(lines[start]) == 6:
                found.append((column, start + 1, column, at))
            start = at
    return found


def _key(line: Line, column: int) -> object:
    """Return what tells a cell from the one above; a section equals nothing else."""
    return line[column] if len(line) == 6 else line
