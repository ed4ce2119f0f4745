"""Give each unit and goal of a plan the key of its IRI.

Keys come from words, never from row numbers or values: a row inserted above, or a target that is
lowered, leaves the goal's IRI where it was. Rows that say the same get `-2`, `-3` … in source
order.
"""

from __future__ import annotations

from collections import Counter

from a4_rdf import iris
from a4_rdf.model import Goal, Identifiers, Plan, Statement, Unit


def identify(plan: Plan) -> Identifiers:
    """Return the slugs of the plan's units and the keys of its goals, parallel to the plan's."""
    return Identifiers(_unit_slugs(plan.units), _goal_keys(plan.goals), _ordinals(plan.goals))


def _unit_slugs(units: tuple[Unit, ...]) -> tuple[str, ...]:
    """Slug each unit by its own name; units that share a name all take their parents' along.

    No unit's slug depends on where the others stand, so that reordered rows move no IRI.
    """
    own = Counter(iris.slug(unit.name) for unit in units)
    names = [
        name if own[name := iris.slug(unit.name)] == 1 else iris.slug(" ".join(unit.path))
        for unit in units
    ]
    shared = Counter(names)
    return tuple(
        name if shared[name] == 1 else f"{name}-{iris.key(*unit.path)}"
        for name, unit in zip(names, units, strict=True)
    )


def _goal_keys(goals: tuple[Goal, ...]) -> tuple[str, ...]:
    """Key each goal by its unit, objective, activity and indicator, and count repeats."""
    seen: Counter[str] = Counter()
    keys = []
    for goal in goals:
        said = (_text(goal.objective), _text(goal.activity), _text(goal.indicator))
        key = iris.key(iris.lineage(goal.unit), *said)
        seen[key] += 1
        keys.append(key if seen[key] == 1 else f"{key}-{seen[key]}")
    return tuple(keys)


def _ordinals(goals: tuple[Goal, ...]) -> tuple[tuple[int, ...], ...]:
    """Count each goal's targets among those that share its unit, activity and indicator."""
    counted: Counter[str] = Counter()
    ordinals = []
    for goal in goals:
        unit = iris.lineage(goal.unit)
        place = iris.key(unit, _text(goal.activity), _text(goal.indicator))
        first = counted[place] + 1
        counted[place] += len(goal.targets)
        ordinals.append(tuple(range(first, counted[place] + 1)))
    return tuple(ordinals)


def _text(statement: Statement | None) -> str:
    return statement.text if statement else ""
