"""Who publishes what, of which date, under which names."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Organization:
    """A public body as the publisher knows it."""

    slug: str
    name: str
    ruc: str = ""
    same_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes, where and how; `base` is an IRI without a trailing slash.

    `contact` is where errors are reported, an http(s) or mailto address, or empty.
    """

    base: str
    title: str
    name: str
    licence: str
    languages: tuple[str, ...] = ("es",)
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Release:
    """One publication of one document: whose, of which date, for which plan year.

    `year_basis` says how the year was found: `update-date`, `release-date` or `settings`.
    """

    organization: Organization
    date: datetime.date
    year: int
    year_basis: str = "update-date"
    previous: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class GoalNames:
    """The names of a goal and of the concepts that it speaks of, empty where it has none.

    `ordinals` holds, in parallel to the goal's targets, their 1-based place in source order among
    all targets of one unit, activity and indicator.
    """

    goal: str
    objective: str = ""
    activity: str = ""
    indicator: str = ""
    ordinals: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Identifiers:
    """The names from which a plan's IRIs are minted: of units by path, of goals in parallel.

    `successions` are units that took the place of another with this release: old name, new name.
    """

    units: Mapping[tuple[str, ...], str]
    goals: tuple[GoalNames, ...]
    successions: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One line of a ledger: a thing's name under one of its keys, when it was seen, its successor.

    `kind` is an `iris.Kind`, `key` what releases say of the thing. `last_seen` is empty while the
    latest release has the key; `replaced_by` names the thing that takes this one's place.
    """

    kind: str
    name: str
    key: str
    first_seen: datetime.date | None = None
    last_seen: datetime.date | None = None
    replaced_by: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A new thing that may be one that left: kind, names, keys, likeness from 0 to 1.

    `kind` is an `iris.Kind`.
    """

    kind: str
    new: str
    old: str
    new_key: str
    old_key: str
    likeness: float
