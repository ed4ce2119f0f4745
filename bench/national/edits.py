"""What happens to a plan between two months, each edit told in the words of the change log."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from bench.corpus import tables
from bench.national.rewording import another_name, other_number, other_words, spelled, with_words
from bench.national.state import Desk, GoalState, new_goal, new_unit

TRIES = 20


class Kind(StrEnum):
    """The kinds of a4_rdf's changes that documents make, and one that is none: another order."""

    ADDED = "added"
    WITHDRAWN = "withdrawn"
    TARGET_RAISED = "target-raised"
    TARGET_LOWERED = "target-lowered"
    REWORDED = "reworded"
    UNIT_RENAMED = "unit-renamed"
    MOVED = "moved"
    REORDERED = "reordered"


@dataclass(frozen=True, slots=True)
class Edit:
    """One thing that happened. `how` tells its kinds apart:

    added: appended, inserted, with-unit · reworded: objective, activity, indicator · unit-renamed:
    spelling, name · moved: goal, unit · reordered: goals, units. `goal` and `unit` are identities;
    `old` and `new` the words before and after; for what moved, the identities of its unit or
    parent; for what was reordered, `new` is the identity of what it changed places with.
    """

    kind: Kind
    how: str = ""
    goal: str = ""
    unit: str = ""
    old: str = ""
    new: str = ""


def edit(desk: Desk, kinds: Mapping[Kind, int]) -> Edit | None:
    """Let one thing happen to the plan, of a kind drawn by weight; None where nothing could."""
    for _ in range(TRIES):
        kind = desk.draw.random.choices(list(kinds), list(kinds.values()))[0]
        if (done := _EDITS[kind](desk)) is not None:
            return done
    return None


def _added(desk: Desk) -> Edit | None:
    """Add a goal at the end of its unit or between two others, at times with a new unit."""
    draw = desk.draw
    if draw.chance(0.08):
        section = draw.random.choice([u.section for u in desk.state.units])
        unit = new_unit(desk, section=section)
        desk.touched.add(unit.id)
        goal = new_goal(desk, unit.id, tables.objective(draw))
        return _insert(desk, goal, len(desk.state.goals), "with-unit")
    place = draw.random.randrange(len(desk.state.goals))
    above = desk.state.goals[place]
    unit_goals = [goal for goal in desk.state.goals if goal.unit == above.unit]
    objective = above.objective if draw.chance(0.7) else tables.objective(draw)
    how = "appended" if above is unit_goals[-1] else "inserted"
    return _insert(desk, new_goal(desk, above.unit, objective), place + 1, how)


def _insert(desk: Desk, goal: GoalState, place: int, how: str) -> Edit:
    goals = desk.state.goals
    desk.state = replace(desk.state, goals=(*goals[:place], goal, *goals[place:]))
    desk.touched.add(goal.id)
    return Edit(Kind.ADDED, how, goal.id, goal.unit, new=goal.promise.text)


def _withdrawn(desk: Desk) -> Edit | None:
    """Withdraw a goal that is not the last of its unit."""
    units = [goal.unit for goal in desk.state.goals]
    goals = [goal for goal in desk.untouched() if units.count(goal.unit) > 1]
    if not goals:
        return None
    goal = desk.draw.random.choice(goals)
    kept = tuple(g for g in desk.state.goals if g.id != goal.id)
    desk.state = replace(desk.state, goals=kept)
    return Edit(Kind.WITHDRAWN, "", goal.id, goal.unit, old=goal.promise.text)


def _raised(desk: Desk) -> Edit | None:
    return _aimed(desk, Kind.TARGET_RAISED, (1.1, 1.25, 1.5, 2.0))


def _lowered(desk: Desk) -> Edit | None:
    return _aimed(desk, Kind.TARGET_LOWERED, (0.9, 0.75, 0.5, 0.25))


def _aimed(desk: Desk, kind: Kind, factors: tuple[float, ...]) -> Edit | None:
    """Give a goal's target another number."""
    factor = desk.draw.random.choice(factors)
    pairs = [(goal, other_number(goal.promise, factor)) for goal in desk.untouched()]
    able = [(goal, promise) for goal, promise in pairs if promise is not None]
    if not able:
        return None
    goal, promise = desk.draw.random.choice(able)
    desk.set_goals(replace(goal, promise=promise))
    return Edit(kind, "", goal.id, goal.unit, goal.promise.text, promise.text)


def _reworded(desk: Desk) -> Edit | None:
    """Change a little of a goal's activity or indicator, or of an objective that is its alone."""
    goals = [goal for goal in desk.untouched() if goal.indicator]
    if not goals:
        return None
    goal = desk.draw.random.choice(goals)
    alike = [g for g in desk.state.goals if (g.unit, g.objective) == (goal.unit, goal.objective)]
    ways = [("indicator", 45), ("activity", 40 if goal.activity else 0)]
    ways.append(("objective", 15 if len(alike) == 1 else 0))
    how = desk.draw.random.choices([way for way, _ in ways], [share for _, share in ways])[0]
    old = {"indicator": goal.indicator, "activity": goal.activity}.get(how, goal.objective)
    new = other_words(desk, old, how)
    changed = with_words(goal, how, new)
    if new == old or not desk.is_new(changed.words):
        return None
    desk.set_goals(changed)
    return Edit(Kind.REWORDED, how, goal.id, goal.unit, old, new)


def _renamed(desk: Desk) -> Edit | None:
    """Spell a unit's name otherwise, or give it another."""
    units = [unit for unit in desk.state.units if unit.id not in desk.touched]
    if not units:
        return None
    unit = desk.draw.random.choice(units)
    how = "spelling" if desk.draw.chance(0.55) else "name"
    new = spelled(desk, unit.name) if how == "spelling" else another_name(desk, unit)
    if new == unit.name:
        return None
    desk.set_unit(replace(unit, name=new))
    return Edit(Kind.UNIT_RENAMED, how, "", unit.id, unit.name, new)


def _moved(desk: Desk) -> Edit | None:
    """Move a unit under another, or a goal to another unit."""
    return _moved_unit(desk) if desk.draw.chance(0.4) else _moved_goal(desk)


def _moved_unit(desk: Desk) -> Edit | None:
    draw, state = desk.draw, desk.state
    units = [u for u in state.units if u.parent and u.id not in desk.touched]
    roots = [u for u in state.units if not u.parent]
    if not units or len(roots) < 2:
        return None
    unit = draw.random.choice(units)
    to = draw.random.choice([root for root in roots if root.id != unit.parent])
    desk.set_unit(replace(unit, parent=to.id, section=to.section))
    return Edit(Kind.MOVED, "unit", "", unit.id, unit.parent, to.id)


def _moved_goal(desk: Desk) -> Edit | None:
    units = [goal.unit for goal in desk.state.goals]
    goals = [goal for goal in desk.untouched() if units.count(goal.unit) > 1]
    others = sorted(set(units), key=units.index)
    if not goals or len(others) < 2:
        return None
    goal = desk.draw.random.choice(goals)
    to = desk.draw.random.choice([unit for unit in others if unit != goal.unit])
    moved = replace(goal, unit=to)
    kept = tuple(g for g in desk.state.goals if g.id != goal.id)
    desk.state = replace(desk.state, goals=(*kept, moved))
    desk.touched.add(goal.id)
    return Edit(Kind.MOVED, "goal", goal.id, to, goal.unit, to)


def _reordered(desk: Desk) -> Edit | None:
    """Let two goals of a unit, or two units of a section, change places."""
    return _reordered_units(desk) if desk.draw.chance(0.4) else _reordered_goals(desk)


def _reordered_goals(desk: Desk) -> Edit | None:
    goals = desk.state.goals
    free = {goal.id for goal in desk.untouched()}
    pairs = [
        (a, b)
        for a, b in zip(range(len(goals)), range(1, len(goals)), strict=False)
        if goals[a].unit == goals[b].unit and {goals[a].id, goals[b].id} <= free
    ]
    if not pairs:
        return None
    a, b = desk.draw.random.choice(pairs)
    swapped = (*goals[:a], goals[b], goals[a], *goals[b + 1 :])
    desk.state = replace(desk.state, goals=swapped)
    desk.touched.update((goals[a].id, goals[b].id))
    return Edit(Kind.REORDERED, "goals", goals[b].id, goals[a].unit, new=goals[a].id)


def _reordered_units(desk: Desk) -> Edit | None:
    units = desk.state.units
    with_goals = {goal.unit for goal in desk.state.goals}
    roots = [u for u in units if not u.parent and u.id in with_goals and u.id not in desk.touched]
    pairs = [(a, b) for a in roots for b in roots if a.section == b.section and a is not b]
    if not pairs:
        return None
    a, b = desk.draw.random.choice(pairs)
    places = {a.id: b, b.id: a}
    desk.state = replace(desk.state, units=tuple(places.get(u.id, u) for u in units))
    desk.touched.update(places)
    return Edit(Kind.REORDERED, "units", "", a.id, new=b.id)


_EDITS: Mapping[Kind, Callable[[Desk], Edit | None]] = {
    Kind.ADDED: _added,
    Kind.WITHDRAWN: _withdrawn,
    Kind.TARGET_RAISED: _raised,
    Kind.TARGET_LOWERED: _lowered,
    Kind.REWORDED: _reworded,
    Kind.UNIT_RENAMED: _renamed,
    Kind.MOVED: _moved,
    Kind.REORDERED: _reordered,
}
MONTHLY: Mapping[Kind, int] = {
    Kind.ADDED: 14,
    Kind.WITHDRAWN: 10,
    Kind.TARGET_RAISED: 16,
    Kind.TARGET_LOWERED: 20,
    Kind.REWORDED: 20,
    Kind.UNIT_RENAMED: 7,
    Kind.MOVED: 7,
    Kind.REORDERED: 6,
}
YEARLY: Mapping[Kind, int] = {
    Kind.ADDED: 26,
    Kind.WITHDRAWN: 24,
    Kind.TARGET_RAISED: 16,
    Kind.TARGET_LOWERED: 10,
    Kind.REWORDED: 14,
    Kind.UNIT_RENAMED: 3,
    Kind.MOVED: 4,
    Kind.REORDERED: 3,
}
