"""Identity: keys come from words and stay when rows move or targets change."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from a4_rdf.identify import names_of
from a4_rdf.model import Plan, Unit
from tests.plans import small_plan


def with_goals(plan: Plan, *rows: int) -> Plan:
    by_row = {goal.row: goal for goal in plan.goals}
    return replace(plan, goals=tuple(by_row[row] for row in rows))


def test_units_are_named_by_their_own_name() -> None:
    assert set(names_of(small_plan()).units.values()) == {
        "coordinacion-de-vias",
        "direccion-de-obras",
        "proyecto-puentes",
    }


def test_two_units_of_one_name_never_share_a_slug() -> None:
    units = (
        Unit(("DIRECCIÓN A",)),
        Unit(("DIRECCIÓN A", "UNIDAD LEGAL")),
        Unit(("DIRECCIÓN B",)),
        Unit(("DIRECCIÓN B", "UNIDAD LEGAL")),
    )
    plan = replace(small_plan(), units=units, goals=())
    assert names_of(plan).units == {
        ("DIRECCIÓN A",): "direccion-a",
        ("DIRECCIÓN A", "UNIDAD LEGAL"): "direccion-a-unidad-legal",
        ("DIRECCIÓN B",): "direccion-b",
        ("DIRECCIÓN B", "UNIDAD LEGAL"): "direccion-b-unidad-legal",
    }


NAMES = st.sampled_from(["DIRECCIÓN A", "DIRECCION-A", "DIRECCIÓN B", "UNIDAD LEGAL", "¿?"])
PATHS = st.lists(st.lists(NAMES, min_size=1, max_size=3).map(tuple), min_size=1, unique=True)


@given(paths=PATHS, data=st.data())
def test_reordered_units_keep_their_slugs_and_share_none(
    paths: list[tuple[str, ...]], data: st.DataObject
) -> None:
    def slugs(order: list[tuple[str, ...]]) -> dict[tuple[str, ...], str]:
        plan = replace(small_plan(), units=tuple(Unit(path) for path in order), goals=())
        return dict(names_of(plan).units)

    found = slugs(paths)
    assert len(set(found.values())) == len(paths)
    assert slugs(data.draw(st.permutations(paths))) == found


def test_a_goal_keeps_its_key_when_a_namesake_of_its_unit_appears() -> None:
    plan = small_plan()
    twin = Unit(("DIRECCIÓN DE AGUA", "COORDINACIÓN DE VÍAS"))
    assert names_of(replace(plan, units=(twin, *plan.units))).goals == names_of(plan).goals


def test_an_inserted_row_moves_no_key() -> None:
    plan = small_plan()
    before = names_of(with_goals(plan, 4, 6)).goals
    after = names_of(with_goals(plan, 4, 5, 6)).goals
    assert (after[0], after[2]) == before


def test_a_lowered_target_keeps_its_goal() -> None:
    plan = small_plan()
    goal = plan.goals[1]
    lowered = replace(goal, targets=(replace(goal.targets[0], value=Decimal(70)),))
    changed = replace(plan, goals=(plan.goals[0], lowered, plan.goals[2]))
    assert names_of(changed) == names_of(plan)


def test_identical_rows_are_told_apart_by_order() -> None:
    plan = small_plan()
    goal = plan.goals[0]
    goals = (goal, replace(goal, row=5), replace(goal, row=6))
    keys = tuple(names.goal for names in names_of(replace(plan, goals=goals)).goals)
    assert keys == (keys[0], f"{keys[0]}-2", f"{keys[0]}-3")
