"""Compare what a4_rdf reads in a made document with what was meant."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import zip_longest

from a4_rdf.model import Column, Goal, Plan, Statement
from bench.national.history import Month
from bench.national.page import Line

Value = tuple[Decimal | None, Decimal | None, str]


def unlike(plan: Plan, month: Month) -> Iterator[str]:
    """Yield what a plan says otherwise than the month's document meant, in document order."""
    if plan.title != month.body.title:
        yield f"title: {plan.title!r}"
    if plan.regime != month.regime:
        yield f"regime: {plan.regime}"
    if plan.footer.updated != month.date or plan.footer.holder != month.body.holder:
        yield f"footer: {plan.footer}"
    for goal, line in zip_longest(plan.goals, month.lines):
        if goal is None or line is None:
            yield f"goal: {goal or line}"
        else:
            yield from (f"{line.goal}: {said}" for said in _goal_unlike(goal, line))


def _goal_unlike(goal: Goal, line: Line) -> Iterator[str]:
    """Yield what one goal says otherwise."""
    full = line.meant.full
    read = {
        Column.NUMBER: goal.number,
        Column.UNIT: goal.reported_unit.text,
        Column.OBJECTIVE: _text(goal.objective),
        Column.ACTIVITY: _text(goal.activity),
        Column.INDICATOR: _text(goal.indicator),
        Column.TARGET: _text(goal.target_cell),
    }
    for column, text in read.items():
        if text != full.get(column, ""):
            yield f"{column}: {text!r}, meant {full.get(column, '')!r}"
    if goal.unit != line.path:
        yield f"path: {goal.unit}, meant {line.path}"
    if goal.section != line.section:
        yield f"section: {goal.section!r}, meant {line.section!r}"
    promise = line.meant.promise
    meant: list[Value] = [(promise.value, promise.high, promise.bound)]
    stated: list[Value] = [
        (t.value, t.value_max, str(t.bound)) for t in goal.targets if t.value is not None
    ]
    if stated != (meant if promise.value is not None else []):
        yield f"value: {stated}, meant {meant}"


def _text(statement: Statement | None) -> str:
    return statement.text if statement else ""
