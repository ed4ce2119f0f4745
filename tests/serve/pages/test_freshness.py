"""How fresh data are: months left out, releases that repeat, months behind the newest."""

from __future__ import annotations

from datetime import date

import pytest

from a4_rdf.serve.manifest import Manifest, ReleaseEntry
from a4_rdf.serve.pages.freshness import Gap, freshness, gaps


def entry(organization: str, day: date, repeats: date | None = None) -> ReleaseEntry:
    return ReleaseEntry(
        organization, day, 2015, "", "", "", goals=1, targets=1, latest=False, previous=None,
        repeats=repeats,
    )  # fmt: skip


def manifest(*releases: ReleaseEntry) -> Manifest:
    return Manifest("https://datos.example", "", "", "", ("es",), "", {}, releases, {})


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ([], ()),
        ([date(2024, 1, 31)], ()),
        ([date(2024, 1, 31), date(2024, 2, 29)], ()),
        (
            [date(2024, 4, 30), date(2024, 1, 31), date(2024, 1, 15)],
            (Gap(date(2024, 2, 1), date(2024, 3, 1), 2),),
        ),
        (
            [date(2023, 11, 30), date(2024, 1, 1), date(2024, 3, 1)],
            (
                Gap(date(2023, 12, 1), date(2023, 12, 1), 1),
                Gap(date(2024, 2, 1), date(2024, 2, 1), 1),
            ),
        ),
    ],
)
def test_months_without_a_release_are_told_from_first_to_last(
    days: list[date], expected: tuple[Gap, ...]
) -> None:
    assert gaps(days) == expected


def test_each_organization_is_seen_from_the_newest_release_of_all() -> None:
    may, july = entry("obras", date(2015, 5, 31)), entry("obras", date(2015, 7, 31))
    said = manifest(july, may, entry("vias", date(2016, 1, 31)))
    found = freshness(said, ("obras", "vias", "nadie"))
    assert sorted(found) == ["obras", "vias"]
    works = found["obras"]
    assert (works.first, works.last, works.releases) == (date(2015, 5, 31), date(2015, 7, 31), 2)
    assert (works.behind, works.missing, found["vias"].behind) == (6, 1, 0)


def test_releases_that_repeat_another_come_by_date() -> None:
    first = entry("obras", date(2015, 5, 31))
    again = entry("obras", date(2015, 6, 30), repeats=date(2015, 5, 31))
    once_more = entry("obras", date(2015, 7, 31), repeats=date(2015, 5, 31))
    found = freshness(manifest(once_more, first, again), ("obras",))
    assert found["obras"].repeats == (again, once_more)
