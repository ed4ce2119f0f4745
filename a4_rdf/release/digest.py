"""The digest of what a document says, whatever its date: equal months have equal digests."""

from __future__ import annotations

import json
from hashlib import sha256

from a4_rdf.model import Goal, Plan, Statement, Target


def content_digest(plan: Plan) -> str:
    """Return the SHA-256 of a plan's content in hexadecimal.

    Goals and units count, in their order, and what the footer declares; the update date, the
    file and the places of the cells do not.
    """
    content = {
        "title": plan.title,
        "regime": plan.regime,
        "columns": plan.columns,
        "goals": [_goal(goal) for goal in plan.goals],
        "units": [[unit.path, unit.reported, unit.level, unit.kind] for unit in plan.units],
        "periodicity": plan.footer.periodicity,
        "holder": plan.footer.holder,
    }
    return sha256(json.dumps(content, ensure_ascii=True).encode()).hexdigest()


def _goal(goal: Goal) -> list[object]:
    return [
        goal.unit,
        goal.reported_unit.text,
        goal.number,
        goal.section,
        goal.level,
        _text(goal.objective),
        _text(goal.activity),
        _text(goal.indicator),
        _text(goal.target_cell),
        goal.status,
        [_target(target) for target in goal.targets],
        *([goal.link.text] if goal.link else []),
    ]


def _target(target: Target) -> list[object]:
    return [
        target.text,
        target.status,
        None if target.value is None else str(target.value.normalize()),
        None if target.value_max is None else str(target.value_max.normalize()),
        target.bound,
        target.unit_of_measure,
        target.basis,
    ]


def _text(statement: Statement | None) -> str | None:
    return None if statement is None else statement.text
