"""What one document declares: units, goals, targets, its footer and rows."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal

from a4_rdf.model.codes import (
    Basis,
    Bound,
    Column,
    ProcessLevel,
    Regime,
    RowStatus,
    TargetStatus,
    UnitKind,
)
from a4_rdf.model.table import NOWHERE, Cell, Place, Source, Statement


@dataclass(frozen=True, slots=True)
class Unit:
    """A node of the organisation tree.

    `path` holds the names from the top down to this unit; `reported` the unit column's strings
    that name it, empty for a parent without rows of its own.
    """

    path: tuple[str, ...]
    reported: tuple[str, ...] = ()
    level: ProcessLevel | None = None
    kind: UnitKind = UnitKind.UNIT
    place: Place = NOWHERE

    @property
    def name(self) -> str:
        """Return the unit's own name, the last of its path."""
        return self.path[-1]


@dataclass(frozen=True, slots=True)
class Target:
    """One promise inside a target cell; `text` is its words, `value` a plain number (90 for 90 %).

    `unit_of_measure` is `%`, a currency code, the counted noun as written, or empty. `month` is
    that of the plan's year, 1 to 12, where a cell states one value for each month; else 0.
    """

    text: str
    status: TargetStatus
    value: Decimal | None = None
    value_max: Decimal | None = None
    bound: Bound = Bound.STATED
    unit_of_measure: str = ""
    basis: Basis = Basis.DIGITS
    month: int = 0


@dataclass(frozen=True, slots=True)
class Goal:
    """One goal row: who (unit), what for, what, measured how, how much.

    `unit` is the path of a `Unit` of the plan, `reported_unit` the unit column's string.
    `status` is the status of the whole cell; blank and not-applicable goals have no targets.
    `link` is a web address where the goal's progress can be verified.
    """

    row: int
    unit: tuple[str, ...]
    reported_unit: Statement
    number: str = ""
    section: str = ""
    level: ProcessLevel | None = None
    objective: Statement | None = None
    activity: Statement | None = None
    indicator: Statement | None = None
    target_cell: Statement | None = None
    status: TargetStatus = TargetStatus.BLANK
    targets: tuple[Target, ...] = ()
    link: Statement | None = None


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A non-blank source row as published: number, status, repairs, own cells without persons."""

    number: int
    status: RowStatus
    repairs: tuple[str, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Footer:
    """What the footer declares about the document; persons and their addresses are left out.

    `withheld` names the personal fields that the source filled in (name, email, telephone).
    """

    updated: datetime.date | None = None
    periodicity: str = ""
    holder: str = ""
    withheld: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What one document declares: its goals, units, footer, and all of its non-blank rows."""

    source: Source
    title: str
    regime: Regime
    columns: tuple[Column, ...]
    goals: tuple[Goal, ...]
    units: tuple[Unit, ...]
    rows: tuple[SourceRow, ...]
    footer: Footer
