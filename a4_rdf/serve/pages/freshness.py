"""How fresh an organisation's data are: its last release, months left out, releases that repeat.

Seen from the newest release of the whole publication, for a page never asks a clock.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from a4_rdf.serve.manifest import Manifest, ReleaseEntry


@dataclass(frozen=True, slots=True)
class Gap:
    """Months in a row without a release, each told by its first day; `months` of them."""

    first: date
    last: date
    months: int


@dataclass(frozen=True, slots=True)
class Freshness:
    """The releases of an organisation in time.

    `behind` are the months between its last release and the newest of all; `gaps` those that its
    own series leaves out; `repeats` its releases that say what an earlier one said, by date.
    """

    first: date
    last: date
    releases: int
    behind: int
    gaps: tuple[Gap, ...]
    repeats: tuple[ReleaseEntry, ...]

    @property
    def missing(self) -> int:
        """Return how many months the series leaves out."""
        return sum(gap.months for gap in self.gaps)


def freshness(manifest: Manifest, slugs: Collection[str]) -> dict[str, Freshness]:
    """Return how fresh organisations are, by slug; those without a release are left out."""
    own: defaultdict[str, list[ReleaseEntry]] = defaultdict(list)
    for release in manifest.releases:
        if release.organization in slugs:
            own[release.organization].append(release)
    newest = max((release.date for release in manifest.releases), default=date.min)
    return {slug: _freshness(releases, newest) for slug, releases in own.items()}


def gaps(days: Sequence[date]) -> tuple[Gap, ...]:
    """Return the months between the first and the last of some dates that have none."""
    months = sorted({_month(day) for day in days})
    return tuple(
        Gap(_first_day(before + 1), _first_day(after - 1), after - before - 1)
        for before, after in pairwise(months)
        if after - before > 1
    )


def _freshness(releases: Sequence[ReleaseEntry], newest: date) -> Freshness:
    ordered = sorted(releases, key=lambda release: release.date)
    days = [release.date for release in ordered]
    return Freshness(
        first=days[0],
        last=days[-1],
        releases=len(days),
        behind=_month(newest) - _month(days[-1]),
        gaps=gaps(days),
        repeats=tuple(release for release in ordered if release.repeats),
    )


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _first_day(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)
