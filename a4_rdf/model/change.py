"""What one release says otherwise than the one before."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class ChangeKind(StrEnum):
    """What may change between two releases."""

    ADDED = "added"
    WITHDRAWN = "withdrawn"
    TARGET_RAISED = "target-raised"
    TARGET_LOWERED = "target-lowered"
    REWORDED = "reworded"
    UNIT_RENAMED = "unit-renamed"
    UNIT_REPLACED = "unit-replaced"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that a release says otherwise than an earlier one, that of the date `before`.

    `unit` is a slug, `goal` a name, empty for a change of the unit itself; `former` is the name or
    slug that the goal or unit had before, where it is another, or that of the unit whose place a
    new one took. `old` and `new` are the words of the source; for what moved they are the names of
    the places, empty for the organisation itself, and `old_place` and `new_place` their slugs. Of a
    target that was raised or lowered, `target` and `old_target` are its numbers among the goal's,
    from 1, in the two releases; `old_value` and `new_value` are the numbers that moved, `measure`
    is their unit of measure.
    """

    kind: ChangeKind
    organization: str
    date: datetime.date
    unit: str = ""
    goal: str = ""
    former: str = ""
    label: str = ""
    old: str = ""
    new: str = ""
    target: int = 0
    old_value: Decimal | None = None
    new_value: Decimal | None = None
    before: datetime.date | None = None
    old_target: int = 0
    measure: str = ""
    old_place: str = ""
    new_place: str = ""
