"""Which numbers of a goal went up or down between two releases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from a4_rdf import spanish
from a4_rdf.changes.snapshot import Promise
from a4_rdf.model import Bound, ChangeKind

Ends = tuple[Decimal | None, Decimal | None]


@dataclass(frozen=True, slots=True)
class Shift:
    """A target that went up or down: its numbers among the goal's targets, from 1, and the values.

    Of a range the values are the end that moved, the lower one where both did.
    """

    kind: ChangeKind
    old: int
    new: int
    old_value: Decimal
    new_value: Decimal


def shifts(old: Sequence[Promise], new: Sequence[Promise]) -> tuple[Shift, ...]:
    """Return the targets that were raised or lowered, in their new order."""
    found = (_shift(old[a], new[b], (a + 1, b + 1)) for a, b in _same(old, new))
    return tuple(shift for shift in found if shift is not None)


def _same(old: Sequence[Promise], new: Sequence[Promise]) -> Iterator[tuple[int, int]]:
    """Yield the indices of targets that count the same thing, in their new order.

    Where a goal has several of one unit of measure they pair in order, and only where there are as
    many as before: else nobody can say which of them went.
    """
    was, now = _by_measure(old), _by_measure(new)
    pairs = [
        pair
        for measure, places in now.items()
        if len(places) == len(was.get(measure, ()))
        for pair in zip(was[measure], places, strict=True)
    ]
    yield from sorted(pairs, key=lambda pair: pair[1])


def _by_measure(promises: Sequence[Promise]) -> dict[str, list[int]]:
    """Return the indices of the targets with a number, by their unit of measure."""
    found: dict[str, list[int]] = {}
    for at, promise in enumerate(promises):
        if promise.value is not None:
            found.setdefault(spanish.noun_key(promise.unit_of_measure), []).append(at)
    return found


def _shift(old: Promise, new: Promise, numbers: tuple[int, int]) -> Shift | None:
    was, now = _moved(old, new)
    if was is None or now is None or was == now:
        return None
    kind = ChangeKind.TARGET_RAISED if now > was else ChangeKind.TARGET_LOWERED
    return Shift(kind, *numbers, was, now)


def _moved(old: Promise, new: Promise) -> Ends:
    """Return the numbers by which a target moved, before and now; none where nobody can say.

    What counts is the least that is promised. Where "at most" promises no least, the target moved
    only if what was and what is promised have nothing in common.
    """
    (was_low, was_high), (low, high) = _ends(old), _ends(new)
    if was_low is None and low is None:
        return was_high, high
    if low is None:
        return (was_low, high) if _is_less(high, was_low) else (None, None)
    if was_low is None:
        return (was_high, low) if _is_less(was_high, low) else (None, None)
    if was_low == low:
        both_ranges = old.bound == new.bound == Bound.RANGE
        return (was_high, high) if both_ranges else (None, None)
    up = was_low < low
    against = _is_less(high, was_high) if up else _is_less(was_high, high)
    return (None, None) if against else (was_low, low)


def _ends(promise: Promise) -> Ends:
    """Return the least and the most that a target promises, None for an end that is open."""
    if promise.bound == Bound.AT_LEAST:
        return promise.value, None
    if promise.bound == Bound.AT_MOST:
        return None, promise.value
    return promise.value, promise.value if promise.value_max is None else promise.value_max


def _is_less(one: Decimal | None, other: Decimal | None) -> bool:
    return one is not None and other is not None and one < other
