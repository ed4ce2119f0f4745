"""What a release says, as far as a change of it would be told: goals and units by their names."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from a4_rdf.model import Goal, Identifiers, Plan, Release, Statement


@dataclass(frozen=True, slots=True)
class Promise:
    """One target: its words, and its number with bound and unit of measure where it states one."""

    text: str
    value: Decimal | None = None
    value_max: Decimal | None = None
    bound: str = ""
    unit_of_measure: str = ""


@dataclass(frozen=True, slots=True)
class GoalState:
    """A goal in one release: whose it is, its words, its targets, the source row that says it."""

    unit: str
    objective: str
    activity: str
    indicator: str
    target_cell: str
    row: int
    targets: tuple[Promise, ...] = ()

    @property
    def words(self) -> tuple[str, str, str]:
        """Return objective, activity and indicator."""
        return self.objective, self.activity, self.indicator

    @property
    def label(self) -> str:
        """Return the words by which people know the goal."""
        said = (self.activity, self.indicator, self.target_cell, self.objective)
        return next((text for text in said if text), "")

    @property
    def said(self) -> str:
        """Return what the goal promises: its target cell, else what it is known by."""
        return self.target_cell or self.label


@dataclass(frozen=True, slots=True)
class UnitState:
    """A unit in one release: its own name, its parent's slug, empty for the top of the tree."""

    name: str
    parent: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One release of an organisation: goals by name, units by slug."""

    organization: str
    date: datetime.date
    goals: Mapping[str, GoalState]
    units: Mapping[str, UnitState]


def snapshot(release: Release, plan: Plan, identifiers: Identifiers) -> Snapshot:
    """Return what a plan says under the names that it was given."""
    slugs = identifiers.units
    goals = {
        names.goal: _goal(goal, slugs[goal.unit])
        for goal, names in zip(plan.goals, identifiers.goals, strict=True)
    }
    units = {
        slugs[unit.path]: UnitState(unit.name, slugs.get(unit.path[:-1], "")) for unit in plan.units
    }
    return Snapshot(release.organization.slug, release.date, goals, units)


def _goal(goal: Goal, unit: str) -> GoalState:
    return GoalState(
        unit=unit,
        objective=_text(goal.objective),
        activity=_text(goal.activity),
        indicator=_text(goal.indicator),
        target_cell=_text(goal.target_cell),
        row=goal.row,
        targets=tuple(
            Promise(t.text, t.value, t.value_max, str(t.bound), t.unit_of_measure)
            for t in goal.targets
        ),
    )


def _text(statement: Statement | None) -> str:
    return statement.text if statement else ""
