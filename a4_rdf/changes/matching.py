"""Where the units and goals of a release are in a later one, under other names too."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Set
from typing import TypeVar

from a4_rdf.changes.snapshot import GoalState, Snapshot

Key = TypeVar("Key", bound=Hashable)

KEPT = 0.5
"""A unit has another name where more than this share of all its goals and sub-units stayed."""


def replaced_units(
    before: Snapshot, after: Snapshot, successions: Iterable[tuple[str, str]]
) -> Mapping[str, str]:
    """Return the slug of the unit that came, by that of each whose place it was said to take.

    `successions` are pairs of an old unit and a new one. Several units may have one successor, and
    a successor that went has its own.
    """
    said = dict(successions)
    found = {}
    for was in before.units.keys() - after.units.keys():
        slug = _successor(was, said, after)
        if slug and slug not in before.units:
            found[was] = slug
    return found


def same_units(before: Snapshot, after: Snapshot, replaced: Mapping[str, str]) -> Mapping[str, str]:
    """Return the later slug of each unit that has one: its own, or that of a unit that came.

    A unit that came is one that went where no other has as much of its goals and sub-units, and
    nobody said that it took another's place, or another its own: those are the `replaced` ones.
    """
    same = {slug: slug for slug in after.units if slug in before.units}
    came = _contents(after, after.units.keys() - same.keys() - set(replaced.values()))
    went = _contents(before, before.units.keys() - same.keys() - replaced.keys())
    pairs = [
        (len(new & old) / len(new | old), slug, was)
        for slug, new in came.items()
        for was, old in went.items()
        if new & old
    ]
    for share, slug, was in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if share > KEPT and was not in same and slug not in same.values():
            same[was] = slug
    return same


def same_goals(
    before: Snapshot, after: Snapshot, units: Mapping[str, str], alike: Mapping[str, str]
) -> Mapping[str, str]:
    """Return the earlier name of each goal that has one.

    It is the same by its name, by its words in the unit that its own is now (`units`), as one of
    `alike`, or by its words in another unit; by words only where no other goal has the same ones.
    """
    pairs = {name: name for name in after.goals if name in before.goals}
    _pair(
        pairs,
        {name: (units.get(g.unit, ""), g.words) for name, g in before.goals.items()},
        {name: (goal.unit, goal.words) for name, goal in after.goals.items()},
    )
    taken = set(pairs.values())
    for name, old in alike.items():
        if name in after.goals and name not in pairs and old in before.goals and old not in taken:
            pairs[name] = old
            taken.add(old)
    _pair(pairs, _worded(before.goals), _worded(after.goals))
    return pairs


def _successor(slug: str, said: Mapping[str, str], after: Snapshot) -> str:
    """Return the first successor that a later release has; empty for none, and in a circle."""
    seen = set[str]()
    while slug not in after.units and slug not in seen:
        seen.add(slug)
        slug = said.get(slug, "")
    return slug if slug in after.units else ""


def _contents(of: Snapshot, slugs: Set[str]) -> Mapping[str, Set[object]]:
    """Return what each of some units has of its own: the words of its goals, its sub-units."""
    found: dict[str, set[object]] = {slug: set() for slug in slugs}
    for goal in of.goals.values():
        if goal.unit in found and any(goal.words):
            found[goal.unit].add(goal.words)
    for slug, unit in of.units.items():
        if unit.parent in found:
            found[unit.parent].add(slug)
    return found


def _worded(goals: Mapping[str, GoalState]) -> Mapping[str, tuple[str, ...]]:
    """Return the words of the goals that have any."""
    return {name: goal.words for name, goal in goals.items() if any(goal.words)}


def _pair(pairs: dict[str, str], old: Mapping[str, Key], new: Mapping[str, Key]) -> None:
    """Add pairs of goals that are left over on both sides and alone there with their key."""
    taken = set(pairs.values())
    was = _alone({name: key for name, key in old.items() if name not in taken})
    now = _alone({name: key for name, key in new.items() if name not in pairs})
    pairs.update({now[key]: was[key] for key in now if key in was})


def _alone(keys: Mapping[str, Key]) -> Mapping[Key, str]:
    """Return the name that each key has, without the keys that several names share."""
    found: dict[Key, list[str]] = {}
    for name, key in keys.items():
        found.setdefault(key, []).append(name)
    return {key: names[0] for key, names in found.items() if len(names) == 1}
