"""Compare two snapshots: goals added, withdrawn, reworded, moved, targets raised or lowered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from a4_rdf.changes.matching import replaced_units, same_goals, same_units
from a4_rdf.changes.promises import Shift, shifts
from a4_rdf.changes.snapshot import GoalState, Promise, Snapshot
from a4_rdf.model import Change, ChangeKind


def compare(
    before: Snapshot,
    after: Snapshot,
    alike: Iterable[tuple[str, str]] = (),
    successions: Iterable[tuple[str, str]] = (),
) -> tuple[Change, ...]:
    """Return what changed from one release of an organisation to a later one.

    Units come first, then goals in the order of the later release, then those withdrawn. `alike`
    are pairs of a new goal's name and an old one's that say nearly the same: likely the same goal
    under new words, and no goal added and another withdrawn. `successions` are pairs of an old
    unit's slug and a new one's that a person said to have taken its place.
    """
    replaced = replaced_units(before, after, successions)
    units = {**same_units(before, after, replaced), **replaced}
    goals = same_goals(before, after, units, dict(alike))
    both = _Both(before, after, units, replaced)
    kept = set(goals.values())
    return (
        *both.of_units(),
        *(change for name in after.goals for change in both.of_goal(name, goals.get(name))),
        *(both.withdrawn(name) for name in before.goals if name not in kept),
    )


@dataclass(frozen=True, slots=True)
class _Both:
    """Two releases, and by the slug of each earlier unit the one that it has, or that replaced it.

    Those of `units` that are in `replaced` are not the same unit under another name.
    """

    before: Snapshot
    after: Snapshot
    units: Mapping[str, str]
    replaced: Mapping[str, str]

    def of_units(self) -> Iterator[Change]:
        """Yield the units that were replaced or renamed, or stand at another place, by slug."""
        for slug, was in sorted((slug, was) for was, slug in self.units.items()):
            unit, old = self.after.units[slug], self.before.units[was]
            told = self._told(ChangeKind.UNIT_RENAMED, slug, unit.name)
            told = replace(told, former="" if was == slug else was)
            if was in self.replaced:
                # The new unit never stood anywhere else: it did not move.
                kind = ChangeKind.UNIT_REPLACED
                yield replace(told, kind=kind, old=old.name, new=unit.name)
                continue
            if old.name != unit.name:
                yield replace(told, old=old.name, new=unit.name)
            if self.units.get(old.parent, old.parent) != unit.parent:
                yield self._moved(told, old.parent, unit.parent)

    def of_goal(self, name: str, was: str | None) -> Iterator[Change]:
        """Yield what is unlike in one goal, which is new where it has no earlier name."""
        goal = self.after.goals[name]
        told = replace(self._told(ChangeKind.ADDED, goal.unit, goal.label), goal=name)
        if was is None:
            yield replace(told, new=goal.said)
            return
        old = self.before.goals[was]
        told = replace(told, former="" if was == name else was)
        if self.units.get(old.unit) != goal.unit:
            yield self._moved(told, old.unit, goal.unit)
        if old.target_cell == goal.target_cell:
            # Whatever else the numbers are now read as, the source says what it said.
            yield from _reworded(told, old.words, goal.words)
            return
        aimed = shifts(old.targets, goal.targets)
        if aimed and _left(old, (s.old for s in aimed)) == _left(goal, (s.new for s in aimed)):
            yield from _reworded(told, old.words, goal.words)
        else:
            cells = (old.target_cell,), (goal.target_cell,)
            yield from _reworded(told, old.words + cells[0], goal.words + cells[1])
        for shift in aimed:
            yield _aimed(told, shift, old.targets[shift.old - 1], goal.targets[shift.new - 1])

    def withdrawn(self, name: str) -> Change:
        """Return the change that a goal is no longer there."""
        goal = self.before.goals[name]
        told = self._told(ChangeKind.WITHDRAWN, goal.unit, goal.label)
        return replace(told, goal=name, old=goal.said)

    def _told(self, kind: ChangeKind, unit: str, label: str) -> Change:
        """Return a change with all that is the same whatever changed."""
        return Change(
            kind,
            self.after.organization,
            self.after.date,
            unit=unit,
            label=label,
            before=self.before.date,
        )

    def _moved(self, told: Change, old: str, new: str) -> Change:
        """Return the change that something moved from a unit to another; none is the top."""
        return replace(
            told,
            kind=ChangeKind.MOVED,
            old=self.before.units[old].name if old in self.before.units else "",
            new=self.after.units[new].name if new in self.after.units else "",
            old_place=old,
            new_place=new,
        )


def _reworded(told: Change, old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    """Yield one change for all texts that are others; none where all are the same."""
    unlike = [(a, b) for a, b in zip(old, new, strict=True) if a != b]
    if unlike:
        was, now = (" / ".join(filter(None, side)) for side in zip(*unlike, strict=True))
        yield replace(told, kind=ChangeKind.REWORDED, old=was, new=now)


def _left(goal: GoalState, aimed: Iterable[int]) -> list[str]:
    """Return the words of the targets that are not among those of some numbers."""
    numbers = set(aimed)
    return [t.text for n, t in enumerate(goal.targets, start=1) if n not in numbers]


def _aimed(told: Change, shift: Shift, old: Promise, new: Promise) -> Change:
    return replace(
        told,
        kind=shift.kind,
        old=old.text,
        new=new.text,
        target=shift.new,
        old_target=shift.old,
        old_value=shift.old_value,
        new_value=shift.new_value,
        measure=new.unit_of_measure,
    )
