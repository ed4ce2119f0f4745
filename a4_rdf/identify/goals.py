"""Name the goals of a plan and the concepts that they speak of, by their words.

Rows that say the same get `-2`, `-3` … in source order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from a4_rdf import iris
from a4_rdf.identify.ledger import Draft, key_of
from a4_rdf.identify.units import Path
from a4_rdf.iris import Kind
from a4_rdf.model import Goal, GoalNames, Statement


def name_goals(
    goals: Sequence[Goal], units: Mapping[Path, str], draft: Draft
) -> tuple[GoalNames, ...]:
    """Return the names of goals and of what they speak of, in parallel; note them in the draft."""
    names: list[GoalNames] = []
    repeats: Counter[tuple[str, ...]] = Counter()
    counted: Counter[tuple[str, ...]] = Counter()
    for goal in goals:
        unit = units[goal.unit]
        said = (_text(goal.objective), _text(goal.activity), _text(goal.indicator))
        repeats[unit, *said] += 1
        place = (unit, *said[1:])
        first = counted[place] + 1
        counted[place] += len(goal.targets)
        names.append(
            GoalNames(
                goal=_goal(goal, unit, said, repeats[unit, *said], draft),
                objective=_own(Kind.OBJECTIVE, goal, unit, said[0], draft),
                activity=_own(Kind.ACTIVITY, goal, unit, said[1], draft),
                indicator=_shared(Kind.INDICATOR, said[2], draft),
                ordinals=tuple(range(first, counted[place] + 1)),
            )
        )
    return tuple(names)


def _goal(goal: Goal, unit: str, said: tuple[str, ...], nth: int, draft: Draft) -> str:
    """Return a goal's name: by unit, objective, activity, indicator, and which of equal ones."""
    number = () if nth == 1 else (str(nth),)
    born = iris.key(iris.lineage(goal.unit), *said)
    birth = born if nth == 1 else f"{born}-{nth}"
    births = (birth, iris.key(unit, *said, *number))
    return draft.named(Kind.GOAL, key_of(unit, *said, *number), births)


def _own(kind: Kind, goal: Goal, unit: str, text: str, draft: Draft) -> str:
    """Return the name of a concept that is a unit's own words, empty for no words."""
    if not text:
        return ""
    born = iris.key(iris.lineage(goal.unit), text)
    return draft.named(kind, key_of(unit, text), (born, iris.key(unit, text)))


def _shared(kind: Kind, text: str, draft: Draft) -> str:
    """Return the name of a concept that the organisation's units share, empty for no words."""
    return draft.named(kind, key_of(text), (iris.key(text),)) if text else ""


def _text(statement: Statement | None) -> str:
    return iris.normalised(statement.text) if statement else ""
