"""Things that left and things that came which may be the same: for a curator to say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from difflib import SequenceMatcher

from a4_rdf.identify.ledger import Key, Ledger, texts_of
from a4_rdf.identify.units import leaf_of
from a4_rdf.iris import Kind
from a4_rdf.model import Candidate

ALIKE_UNITS = 0.8
ALIKE_GOALS = 0.6


def candidates(before: Ledger, after: Ledger) -> tuple[Candidate, ...]:
    """Return the new things of a release that are like one which left with it, each at most once.

    What came back is not new, and what a person said to be apart is like none.
    """
    known = before.past | after.apart
    found: list[Candidate] = []
    for kind, likeness in _LIKENESS.items():
        new = _of(kind, {k: n for k, n in after.current.items() if (k[0], n) not in known})
        there = {(kind, name) for name in _of(kind, after.current).values()}
        left = {
            key: name
            for key, name in _of(kind, before.current).items()
            if (kind, name) not in there and (kind, name) not in before.replaced
        }
        found.extend(_pairs(kind, new, left, likeness))
    return tuple(found)


def _of(kind: Kind, current: Mapping[Key, str]) -> dict[str, str]:
    """Return the names of one kind of things by key."""
    return {key: name for (k, key), name in current.items() if k is kind}


def _pairs(
    kind: Kind,
    new: Mapping[str, str],
    left: Mapping[str, str],
    likeness: Callable[[str, str], float],
) -> Iterator[Candidate]:
    """Yield the likeliest pairs, each thing in one of them."""
    pairs = [
        Candidate(kind.value, new[a], left[b], a, b, round(alike, 3))
        for a in new
        for b in left
        if (alike := likeness(a, b))
    ]
    came: set[str] = set()
    went: set[str] = set()
    for pair in sorted(pairs, key=lambda p: (-p.likeness, p.new_key, p.old_key)):
        if pair.new not in came and pair.old not in went:
            came.add(pair.new)
            went.add(pair.old)
            yield pair


def _unit_likeness(new: str, old: str) -> float:
    """Return how alike two units' own names are, 0 where too little."""
    alike = _ratio(leaf_of(new), leaf_of(old))
    return alike if alike >= ALIKE_UNITS else 0.0


def _goal_likeness(new: str, old: str) -> float:
    """Return how alike two goals of a unit are that share indicator, or objective and activity."""
    unit, objective, activity, indicator = texts_of(new)[:4]
    was_unit, was_objective, was_activity, was_indicator = texts_of(old)[:4]
    if unit != was_unit:
        return 0.0
    if indicator and indicator == was_indicator:
        alike = _ratio(f"{objective} {activity}", f"{was_objective} {was_activity}")
    elif (objective, activity) == (was_objective, was_activity):
        alike = _ratio(indicator, was_indicator)
    else:
        return 0.0
    return alike if alike >= ALIKE_GOALS else 0.0


def _ratio(one: str, other: str) -> float:
    match = SequenceMatcher(None, one, other, autojunk=False)
    return match.ratio() if match.quick_ratio() >= ALIKE_GOALS else 0.0


_LIKENESS: Mapping[Kind, Callable[[str, str], float]] = {
    Kind.UNIT: _unit_likeness,
    Kind.GOAL: _goal_likeness,
}
