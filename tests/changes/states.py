"""Snapshots written by hand, and edits of them, for the tests of changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from a4_rdf.changes import Snapshot
from a4_rdf.changes.snapshot import GoalState, Promise, UnitState
from a4_rdf.model import Bound, Change, ChangeKind

SEPTEMBER, OCTOBER = date(2015, 9, 30), date(2015, 10, 31)

WORKSHOPS = GoalState(
    unit="capacitacion",
    objective="Fortalecer los municipios",
    activity="Talleres a municipios",
    indicator="Número de talleres",
    target_cell="45 talleres",
    row=4,
    targets=(Promise("45 talleres", Decimal(45), None, "stated", "talleres"),),
)
BRIDGES = GoalState(
    unit="obras",
    objective="Mejorar las vías",
    activity="Construcción de puentes",
    indicator="Número de puentes",
    target_cell="3 puentes y al menos 2 pasos de agua",
    row=5,
    targets=(
        Promise("3 puentes", Decimal(3), None, "stated", "puentes"),
        Promise("al menos 2 pasos de agua", Decimal(2), None, "at-least", "pasos"),
    ),
)
PLAN = GoalState("obras", "Mejorar las vías", "Plan vial", "", "Plan aprobado", 6)
UNITS = {
    "obras": UnitState("DIRECCIÓN DE OBRAS", ""),
    "capacitacion": UnitState("COORDINACIÓN DE CAPACITACIÓN", "obras"),
    "riego": UnitState("DIRECCIÓN DE RIEGO", ""),
}
BEFORE = Snapshot(
    "gad", SEPTEMBER, {"talleres": WORKSHOPS, "puentes": BRIDGES, "plan": PLAN}, UNITS
)
AFTER = replace(BEFORE, date=OCTOBER)


def with_goals(**goals: GoalState | None) -> Snapshot:
    """Return the later release with some goals added or replaced; None takes one away."""
    kept = {**BEFORE.goals, **goals}
    return replace(AFTER, goals={name: goal for name, goal in kept.items() if goal})


def with_units(**units: UnitState) -> Snapshot:
    """Return the later release with some units added or replaced."""
    return replace(AFTER, units={**UNITS, **units})


def aimed(goal: GoalState, cell: str, *targets: Promise) -> GoalState:
    """Return a goal with another target cell."""
    return replace(goal, target_cell=cell, targets=targets)


def one(text: str, value: int, measure: str, bound: Bound = Bound.STATED) -> Promise:
    """Return a target with a number."""
    return Promise(text, Decimal(value), None, bound.value, measure)


def change(kind: ChangeKind, **said: object) -> Change:
    """Return a change from September to October."""
    return replace(Change(kind, "gad", OCTOBER, before=SEPTEMBER), **said)  # type: ignore[arg-type]
