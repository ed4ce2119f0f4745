"""Snapshots as JSON, kept beside a publication so that unchanged releases need no reading."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any

from a4_rdf.changes.snapshot import GoalState, Promise, Snapshot, UnitState


def to_json(snapshot: Snapshot) -> str:
    """Return a snapshot as JSON, the same text for the same snapshot."""
    document = {
        "organization": snapshot.organization,
        "date": snapshot.date.isoformat(),
        "goals": {name: asdict(goal) for name, goal in snapshot.goals.items()},
        "units": {slug: [unit.name, unit.parent] for slug, unit in snapshot.units.items()},
    }
    return json.dumps(document, ensure_ascii=False, default=str, indent=0) + "\n"


def from_json(text: str) -> Snapshot:
    """Return the snapshot of a JSON text; ValueError, KeyError or TypeError where it is none."""
    document = json.loads(text)
    return Snapshot(
        organization=document["organization"],
        date=date.fromisoformat(document["date"]),
        goals={name: _goal(goal) for name, goal in document["goals"].items()},
        units={slug: UnitState(*unit) for slug, unit in document["units"].items()},
    )


def _goal(said: dict[str, Any]) -> GoalState:
    targets = tuple(_promise(target) for target in said.pop("targets"))
    return GoalState(**said, targets=targets)


def _promise(said: dict[str, Any]) -> Promise:
    numbers = {
        name: None if said[name] is None else Decimal(said[name]) for name in ("value", "value_max")
    }
    return Promise(**{**said, **numbers})
