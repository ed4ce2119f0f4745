"""What awaits a curator's decision in a document: each row with its alternatives, as values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from a4_rdf import spanish
from a4_rdf.findings import DECIDABLE
from a4_rdf.model import Cell, Column, Finding, Goal, Plan, SourceRow

READINGS = ("reading-cells", "alternative-cells")
"""Details of `ambiguous-row`: `POSITION:COLUMN` for each text that the reading puts somewhere."""

_MARKED = re.compile(r"(?<![\d.,])(\d{1,3})[.,](\d{3})(?![\d.,])")

Values = Mapping[Column, str]


@dataclass(frozen=True, slots=True)
class Pending:
    """A row that awaits a decision: why, its own cells, what it inherits, the ways to read it.

    Each alternative says what all the columns in question hold, empty for nothing of the row's own;
    the first is the row as it was read.
    """

    row: int
    findings: tuple[Finding, ...]
    cells: tuple[Cell, ...]
    inherited: Values
    alternatives: tuple[Values, ...]


def pending(plan: Plan, findings: Sequence[Finding]) -> tuple[Pending, ...]:
    """Return the rows of a plan that await a decision, in source order."""
    waiting: dict[int, list[Finding]] = {}
    for finding in findings:
        if finding.code in DECIDABLE:
            waiting.setdefault(finding.place.row, []).append(finding)
    goals = {goal.row: goal for goal in plan.goals if goal.row in waiting}
    return tuple(
        Pending(
            row.number,
            tuple(found),
            row.cells,
            _inherited(goals.get(row.number)),
            _alternatives(row, found, plan),
        )
        for row in plan.rows
        if (found := waiting.get(row.number))
    )


def _inherited(goal: Goal | None) -> Values:
    """Return what a goal takes from the rows above it."""
    if goal is None:
        return {}
    said = (
        (Column.UNIT, goal.reported_unit),
        (Column.OBJECTIVE, goal.objective),
        (Column.ACTIVITY, goal.activity),
    )
    return {column: words.text for column, words in said if words and words.place.row != goal.row}


def _alternatives(row: SourceRow, found: Sequence[Finding], plan: Plan) -> tuple[Values, ...]:
    """Return the ways to read a row: as read, and each other one that a finding knows."""
    read = _as_read(row.cells)
    others: list[Values] = []
    for finding in found:
        for values in _OFFERS[finding.code](row, finding, plan):
            if values not in others:
                others.append(values)
    free = any(DECIDABLE[finding.code] is None for finding in found)
    asked = {column for finding in found if (column := DECIDABLE[finding.code]) is not None}
    asked |= {column for values in others for column in values}
    asked |= read.keys() if free else set()
    first = {column: read.get(column, "") for column in Column if column in asked}
    return (first, *({**first, **v} for v in others if not v.items() <= first.items()))


def _as_read(cells: Sequence[Cell]) -> Values:
    """Return the texts of a row's own cells by column."""
    return {cell.column: cell.text for cell in cells if cell.column is not None and cell.text}


def _readings(row: SourceRow, finding: Finding, plan: Plan) -> Iterator[Values]:
    """Yield the other reading of a row that can be read two ways."""
    texts = {cell.place.column: cell.text for cell in row.cells}
    taken, other = (_placed(finding.detail(name), texts) for name in READINGS)
    if other:
        asked = taken.keys() | other.keys()
        yield {column: other.get(column, "") for column in Column if column in asked}


def _placed(said: str, texts: Mapping[int, str]) -> Values:
    """Return the texts that a reading puts into columns."""
    pairs = (part.split(":") for part in said.split())
    return {Column(column): texts.get(int(at), "") for at, column in pairs}


def _joins(row: SourceRow, finding: Finding, plan: Plan) -> Iterator[Values]:
    """Yield the readings that add a text too many to the cell at its left or its right."""
    at, text = finding.place.column, finding.detail("text")
    words = [c for c in row.cells if c.column not in (None, Column.NUMBER) and c.text]
    left = [cell for cell in words if cell.place.column < at][-1:]
    right = [cell for cell in words if cell.place.column > at][:1]
    for cell in left:
        if cell.column is not None:
            yield {cell.column: f"{cell.text} {text}"}
    for cell in right:
        if cell.column is not None:
            yield {cell.column: f"{text} {cell.text}"}


def _numbers(row: SourceRow, finding: Finding, plan: Plan) -> Iterator[Values]:
    """Yield a target with its number's mark read as thousands, and as decimals.

    Three decimals would be undecided again: they get a zero, which changes no number.
    """
    cell = next((cell for cell in row.cells if cell.column is Column.TARGET), None)
    doubt = finding.detail("number")
    if cell is None or cell.text.count(doubt) != 1 or len(_MARKED.findall(doubt)) != 1:
        return
    before, after = cell.text.split(doubt)
    for form in (_thousands, _decimals):
        yield {Column.TARGET: f"{before}{_MARKED.sub(form, doubt)}{after}"}


def _thousands(number: re.Match[str]) -> str:
    return number[1] + number[2]


def _decimals(number: re.Match[str]) -> str:
    fraction = number[2].rstrip("0")
    if not fraction:
        return number[1]
    return f"{number[1]},{fraction}{'0' if len(fraction) == 3 else ''}"


def _units(row: SourceRow, finding: Finding, plan: Plan) -> Iterator[Values]:
    """Yield the units of the goals above and below a row without one."""
    above = [goal for goal in plan.goals if goal.row < row.number][-1:]
    below = [goal for goal in plan.goals if goal.row > row.number][:1]
    for goal in (*above, *below):
        yield {Column.UNIT: spanish.tidy(goal.reported_unit.text)}


_OFFERS = {
    "ambiguous-row": _readings,
    "extra-text": _joins,
    "goal-without-unit": _units,
    "ambiguous-number": _numbers,
}
