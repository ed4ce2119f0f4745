"""Snapshots: taken from a plan, kept as JSON, and compared with themselves."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a4_rdf.changes import Snapshot, compare, from_json, snapshot, to_json
from a4_rdf.changes.snapshot import GoalState, Promise, UnitState
from a4_rdf.identify import names_of
from a4_rdf.model import Bound, ChangeKind
from tests.plans import RELEASE, small_plan

TEXTS = st.sampled_from(["", "Talleres", "Ferias", "Puentes «x»", "45 talleres", "\u2028 ñ"])
NUMBERS = st.none() | st.decimals(0, 1000, places=2)
UNITS = ("obras", "riego", "vias")
PROMISES = st.builds(
    Promise,
    text=TEXTS,
    value=NUMBERS,
    value_max=NUMBERS,
    bound=st.sampled_from([bound.value for bound in Bound]),
    unit_of_measure=st.sampled_from(["", "%", "talleres", "ferias"]),
)
GOALS = st.builds(
    GoalState,
    unit=st.sampled_from(UNITS),
    objective=TEXTS,
    activity=TEXTS,
    indicator=TEXTS,
    target_cell=TEXTS,
    row=st.integers(1, 99),
    targets=st.lists(PROMISES, max_size=3).map(tuple),
)
SNAPSHOTS = st.builds(
    Snapshot,
    organization=st.just("gad"),
    date=st.dates(date(2004, 5, 18), date(2030, 12, 31)),
    goals=st.dictionaries(st.sampled_from(["a", "b", "c", "d", "e"]), GOALS),
    units=st.just({slug: UnitState(slug.upper(), "") for slug in UNITS}),
)


@given(SNAPSHOTS)
def test_a_snapshot_survives_its_json(said: Snapshot) -> None:
    assert from_json(to_json(said)) == said
    assert to_json(from_json(to_json(said))) == to_json(said)


@given(SNAPSHOTS, st.dates(date(2031, 1, 1), date(2040, 1, 1)))
def test_nothing_changed_where_only_the_date_did(said: Snapshot, later: date) -> None:
    assert compare(said, replace(said, date=later)) == ()


@given(SNAPSHOTS, SNAPSHOTS)
def test_each_goal_came_went_or_is_the_same(before: Snapshot, after: Snapshot) -> None:
    changes = compare(before, after)
    added = {c.goal for c in changes if c.kind is ChangeKind.ADDED}
    withdrawn = {c.goal for c in changes if c.kind is ChangeKind.WITHDRAWN}
    assert added <= after.goals.keys() - before.goals.keys()
    assert withdrawn <= before.goals.keys() - after.goals.keys()
    assert len(before.goals) - len(withdrawn) == len(after.goals) - len(added)
    assert len(set(changes)) == len(changes)
    assert all(c.before == before.date and c.date == after.date for c in changes)


@given(SNAPSHOTS, SNAPSHOTS)
def test_what_came_one_way_went_the_other(before: Snapshot, after: Snapshot) -> None:
    def goals(one: Snapshot, other: Snapshot, kind: ChangeKind) -> set[str]:
        return {c.goal for c in compare(one, other) if c.kind is kind}

    came = goals(before, after, ChangeKind.ADDED)
    assert came == goals(after, before, ChangeKind.WITHDRAWN)


def test_a_snapshot_of_a_plan_says_it_under_its_names() -> None:
    plan = small_plan()
    names = names_of(plan)
    said = snapshot(RELEASE, plan, names)
    assert (said.organization, said.date) == ("gad", date(2015, 9, 30))
    assert said.units == {
        "direccion-de-obras": UnitState("DIRECCIÓN DE OBRAS", ""),
        "coordinacion-de-vias": UnitState("COORDINACIÓN DE VÍAS", "direccion-de-obras"),
        "proyecto-puentes": UnitState("PROYECTO PUENTES", ""),
    }
    assert list(said.goals) == [goal.goal for goal in names.goals]
    assert list(said.goals.values())[1] == GoalState(
        "coordinacion-de-vias",
        "Mejorar las vías",
        "",
        "% de ejecución",
        "entre 80 y 90,5 %",
        5,
        (Promise("entre 80 y 90,5 %", Decimal(80), Decimal("90.5"), "range", "%"),),
    )
    assert [goal.label for goal in said.goals.values()] == [
        "Construcción de puentes",
        "% de ejecución",
        "Gestión de fondos",
    ]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"organization": 1}', "no"])
def test_what_is_no_snapshot_is_refused(text: str) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        from_json(text)


def test_the_file_is_readable() -> None:
    said = json.loads(to_json(snapshot(RELEASE, small_plan(), names_of(small_plan()))))
    assert sorted(said) == ["date", "goals", "organization", "units"]
    assert said["units"]["proyecto-puentes"] == ["PROYECTO PUENTES", ""]
