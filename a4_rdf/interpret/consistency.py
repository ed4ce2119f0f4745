"""Contradictions inside a goal and between goals: published as stated, and said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from a4_rdf import spanish
from a4_rdf.interpret.targets import counted_noun, is_percent_indicator
from a4_rdf.memo import remembered
from a4_rdf.model import Column, Finding, Goal, Place, Statement, Target, TargetStatus


def check_goal(goal: Goal, columns: Sequence[Column]) -> tuple[Finding, ...]:
    """Return what is missing from a goal or at odds within it; `columns` are the table's."""
    return (*_missing(goal, columns), *_at_odds(goal))


def repeated(goals: Sequence[Goal]) -> tuple[Finding, ...]:
    """Return a finding for each goal that says the same as an earlier one of the same unit."""
    first: dict[tuple[object, ...], int] = {}
    findings = []
    for goal in goals:
        parts = (goal.objective, goal.activity, goal.indicator, goal.target_cell)
        key = (goal.unit, *[_key(part) for part in parts])
        if key in first:
            detail = (("first", str(first[key])),)
            findings.append(Finding("repeated-row", _place(goal), detail))
        first.setdefault(key, goal.row)
    return tuple(findings)


def _missing(goal: Goal, columns: Sequence[Column]) -> tuple[Finding, ...]:
    """Return a finding for each part that the table has a column for and the goal lacks."""
    parts = (
        (Column.OBJECTIVE, goal.objective, "objective-missing"),
        (Column.ACTIVITY, goal.activity, "activity-missing"),
        (Column.INDICATOR, goal.indicator, "indicator-missing"),
        (Column.TARGET, goal.target_cell, "target-missing"),
    )
    lacks = [code for column, part, code in parts if part is None and column in columns]
    return tuple(Finding(code, _place(goal)) for code in lacks)


def _at_odds(goal: Goal) -> tuple[Finding, ...]:
    """Return the findings on targets that do not suit their indicator, or are over 100 %."""
    if goal.target_cell is None or not goal.targets:
        return ()
    place = goal.target_cell.place
    indicator = _measure(goal.indicator.text) if goal.indicator else _Measure()
    found = [
        finding
        for target in goal.targets
        if target.status is TargetStatus.QUANTIFIED
        for finding in (_against(indicator, target, place), _over(target, place))
        if finding is not None
    ]
    return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class _Measure:
    """What an indicator measures: a percentage, a counted noun, or neither."""

    percent: bool = False
    noun: str = ""


@remembered
def _measure(indicator: str) -> _Measure:
    """Return what an indicator measures."""
    percent = is_percent_indicator(indicator)
    return _Measure(percent, "" if percent else counted_noun(indicator))


def _against(indicator: _Measure, target: Target, place: Place) -> Finding | None:
    """Return the finding on a target whose unit is not its indicator's."""
    unit = target.unit_of_measure
    if indicator.percent and unit != "%":
        details = (("value", _plain(target)), ("unit", unit))
        return Finding("percent-without-sign", place, details)
    if not indicator.noun or not unit:
        return None
    if unit == "%":
        return Finding("percent-unexpected", place, (("noun", indicator.noun),))
    if spanish.noun_key(unit) == spanish.noun_key(indicator.noun):
        return None
    details = (("noun", indicator.noun), ("unit", unit))
    return Finding("unit-unlike-indicator", place, details)


def _over(target: Target, place: Place) -> Finding | None:
    """Return the finding on a percentage over 100."""
    most = target.value_max if target.value_max is not None else target.value
    if target.unit_of_measure != "%" or most is None or most <= 100:
        return None
    return Finding("percent-over-100", place, (("value", f"{most:f}"),))


def _plain(target: Target) -> str:
    """Return a target's value in plain digits."""
    return "" if target.value is None else f"{target.value:f}"


def _key(part: Statement | None) -> str:
    """Return the words of a part as comparisons see them."""
    return "" if part is None else spanish.fold(part.text)


def _place(goal: Goal) -> Place:
    """Return the place of the goal's leftmost own text."""
    parts = (goal.objective, goal.activity, goal.indicator, goal.target_cell, goal.reported_unit)
    own = [part.place for part in parts if part is not None and part.place.row == goal.row]
    return min(own, default=Place(goal.row, 1))
