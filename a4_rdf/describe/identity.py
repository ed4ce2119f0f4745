"""Give each unit and goal of a plan the key of its IRI.

Keys come from words, never from row numbers or values: a row inserted above, or a target that is
lowered, leaves the goal's IRI where it was. Rows that say the same get `-2`, `-3` … in source
order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from a4_rdf import iris
from a4_rdf.model import Goal, Identifiers, Plan, Statement, Unit


def identify(plan: Plan) -> Identifiers:
    """Return the slugs of the plan's units and the keys of its goals, parallel to the plan's."""
    units = _unit_slugs(plan.units)
    slug_of = dict(zip((unit.path for unit in plan.units), units, strict=True))
    return Identifiers(units, _goal_keys(plan.goals, slug_of), _ordinals(plan.goals, slug_of))


def _unit_slugs(units: tuple[Unit, ...]) -> tuple[str, ...]:
    """Slug each unit by its own name; a name met again takes its parents' names along."""
    taken: set[str] = set()
    slugs = []
    for unit in units:
        candidates = (iris.slug(" ".join(unit.path[-n:])) for n in range(1, len(unit.path) + 1))
        slug = next((c for c in candidates if c not in taken), None)
        slug = slug or f"{iris.slug(unit.name)}-{iris.key(*unit.path)}"
        taken.add(slug)
        slugs.append(slug)
    return tuple(slugs)


def _goal_keys(goals: tuple[Goal, ...], slug_of: Mapping[tuple[str, ...], str]) -> tuple[str, ...]:
    """Key each goal by its unit, objective, activity and indicator, and count repeats."""
    seen: Counter[str] = Counter()
    keys = []
    for goal in goals:
        said = (_text(goal.objective), _text(goal.activity), _text(goal.indicator))
        key = iris.key(slug_of[goal.unit], *said)
        seen[key] += 1
        keys.append(key if seen[key] == 1 else f"{key}-{seen[key]}")
    return tuple(keys)


def _ordinals(
    goals: tuple[Goal, ...], slug_of: Mapping[tuple[str, ...], str]
) -> tuple[tuple[int, ...], ...]:
    """Count each goal's targets among those that share its unit, activity and indicator."""
    counted: Counter[str] = Counter()
    ordinals = []
    for goal in goals:
        place = iris.key(slug_of[goal.unit], _text(goal.activity), _text(goal.indicator))
        first = counted[place] + 1
        counted[place] += len(goal.targets)
        ordinals.append(tuple(range(first, counted[place] + 1)))
    return tuple(ordinals)


def _text(statement: Statement | None) -> str:
    return statement.text if statement else ""
