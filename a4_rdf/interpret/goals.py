"""From repaired rows to goals: who, what for, what, measured how, how much."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from a4_rdf import spanish
from a4_rdf.interpret.consistency import check_goal, repeated
from a4_rdf.interpret.heading import level_of
from a4_rdf.interpret.styles import Style
from a4_rdf.interpret.targets import file_style, is_absent, measure
from a4_rdf.interpret.units import UnitTree
from a4_rdf.memo import remembered
from a4_rdf.model import (
    Cell,
    Column,
    Finding,
    Goal,
    Place,
    ProcessLevel,
    Row,
    RowStatus,
    Statement,
    Table,
    Unit,
)

# What an IRI may hold, RFC 3987, but for the rarer planes; no name or password before the host.
_ADDRESS = re.compile(r"https?://[\w\-.~%:]+(?:[/?#][^\s<>\"{}|\\^`]*)?", re.IGNORECASE)

Cells = Mapping[Column, Cell]


@dataclass(slots=True)
class _Reading:
    """The table while its goals are being read: the section that holds, units, findings."""

    columns: tuple[Column, ...]
    style: Style | None
    section: str = ""
    level: ProcessLevel | None = None
    units: UnitTree = field(default_factory=UnitTree)
    findings: list[Finding] = field(default_factory=list)
    absent: set[Place] = field(default_factory=set)


def read_goals(table: Table) -> tuple[tuple[Goal, ...], tuple[Unit, ...], tuple[Finding, ...]]:
    """Return the goals in source order, the units that they name, and what was noticed."""
    reading = _Reading(table.columns, file_style(_targets(table)))
    goals: list[Goal] = []
    for row in table.rows:
        if row.status is RowStatus.SECTION:
            _enter(row, reading)
        elif row.status is RowStatus.GOAL and (goal := _goal(row, reading)) is not None:
            goals.append(goal)
    findings = (*reading.findings, *reading.units.findings, *repeated(goals))
    return tuple(goals), reading.units.units(), findings


def _targets(table: Table) -> Iterator[str]:
    """Yield the words of the target cells."""
    for row in table.rows:
        if row.status is RowStatus.GOAL and (cell := row.cell(Column.TARGET)) is not None:
            yield spanish.tidy(cell.text)


def _enter(row: Row, reading: _Reading) -> None:
    """Begin a section; one without a known process level is a finding."""
    cell = next(cell for cell in row.cells if cell.text)
    reading.section = spanish.tidy(cell.text)
    reading.level = level_of(cell.text)
    if reading.level is None:
        detail = (("text", reading.section),)
        reading.findings.append(Finding("level-unknown", cell.place, detail))


def _goal(row: Row, reading: _Reading) -> Goal | None:
    """Return the goal of a row, or None where no unit answers for it."""
    cells = {cell.column: cell for cell in row.cells if cell.column is not None and cell.text}
    unit = _statement(cells, Column.UNIT, reading)
    if unit is None:
        _without_unit(row, reading)
        return None
    indicator = _statement(cells, Column.INDICATOR, reading)
    target, number = cells.get(Column.TARGET), cells.get(Column.NUMBER)
    cell = None if target is None else Statement(spanish.tidy(target.text), target.place)
    measured = measure(cell, indicator, reading.style)
    goal = Goal(
        row=row.number,
        unit=reading.units.add(unit, reading.level),
        reported_unit=unit,
        number=number.text.rstrip(". ") if number is not None else "",
        section=reading.section,
        level=reading.level,
        objective=_statement(cells, Column.OBJECTIVE, reading),
        activity=_statement(cells, Column.ACTIVITY, reading),
        indicator=indicator,
        target_cell=cell,
        status=measured.status,
        targets=measured.targets,
        link=_link(cells, reading),
    )
    reading.findings.extend((*measured.findings, *check_goal(goal, reading.columns)))
    return goal


def _statement(cells: Cells, column: Column, reading: _Reading) -> Statement | None:
    """Return the words of a column; a cell that says "no value" is a finding, said once."""
    cell = cells.get(column)
    if cell is None:
        return None
    if said := _said(cell.text):
        return Statement(said, cell.place)
    if cell.place not in reading.absent:
        reading.absent.add(cell.place)
        detail = (("text", cell.text),)
        reading.findings.append(Finding("absent-marker", cell.place, detail))
    return None


@remembered
def _said(text: str) -> str:
    """Return a cell's words with single spaces, none where it says that there is no value."""
    return "" if is_absent(text) else spanish.tidy(text)


def _link(cells: Cells, reading: _Reading) -> Statement | None:
    """Return the row's link where it is a web address; other words in its column are a finding."""
    link = _statement(cells, Column.LINK, reading)
    if link is None or _ADDRESS.fullmatch(link.text):
        return link
    reading.findings.append(Finding("link-unread", link.place, (("text", link.text),)))
    return None


def _without_unit(row: Row, reading: _Reading) -> None:
    """Keep in a finding the words of a row that cannot become a goal."""
    own: list[Cell] = [c for c in row.cells if c.place.row == row.number and c.column is not None]
    text = " | ".join(cell.text for cell in own)
    place = own[0].place if own else Place(row.number, 1)
    reading.findings.append(Finding("goal-without-unit", place, (("text", text),)))
