"""Each single edit of a release gives exactly its change."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from a4_rdf.changes import Snapshot, compare
from a4_rdf.changes.snapshot import GoalState, UnitState
from a4_rdf.model import Change, ChangeKind
from tests.changes.states import (
    AFTER,
    BEFORE,
    BRIDGES,
    OCTOBER,
    PLAN,
    UNITS,
    WORKSHOPS,
    aimed,
    change,
    one,
    with_goals,
    with_units,
)

FAIRS = GoalState("riego", "", "Ferias", "", "7 ferias", 9, (one("7 ferias", 7, "ferias"),))
OF_WORKSHOPS = {"unit": "capacitacion", "goal": "talleres", "label": "Talleres a municipios"}
OF_BRIDGES = {"unit": "obras", "goal": "puentes", "label": "Construcción de puentes"}

EDITS: dict[str, tuple[Snapshot, list[Change]]] = {
    "nothing": (AFTER, []),
    "another row": (with_goals(plan=replace(PLAN, row=60)), []),
    "another order": (replace(AFTER, goals=dict(reversed(BEFORE.goals.items()))), []),
    "a goal more": (
        with_goals(ferias=FAIRS),
        [change(ChangeKind.ADDED, unit="riego", goal="ferias", label="Ferias", new="7 ferias")],
    ),
    "a goal less": (
        with_goals(plan=None),
        [
            change(
                ChangeKind.WITHDRAWN,
                unit="obras",
                goal="plan",
                label="Plan vial",
                old="Plan aprobado",
            )
        ],
    ),
    "lowered": (
        with_goals(talleres=aimed(WORKSHOPS, "30 talleres", one("30 talleres", 30, "talleres"))),
        [
            change(
                ChangeKind.TARGET_LOWERED,
                **OF_WORKSHOPS,
                old="45 talleres",
                new="30 talleres",
                target=1,
                old_target=1,
                old_value=Decimal(45),
                new_value=Decimal(30),
                measure="talleres",
            )
        ],
    ),
    "the second one raised": (
        with_goals(
            puentes=aimed(
                BRIDGES,
                "3 puentes y al menos 5 pasos de agua",
                BRIDGES.targets[0],
                replace(BRIDGES.targets[1], text="al menos 5 pasos de agua", value=Decimal(5)),
            )
        ),
        [
            change(
                ChangeKind.TARGET_RAISED,
                **OF_BRIDGES,
                old="al menos 2 pasos de agua",
                new="al menos 5 pasos de agua",
                target=2,
                old_target=2,
                old_value=Decimal(2),
                new_value=Decimal(5),
                measure="pasos",
            )
        ],
    ),
    "lowered behind another that went": (
        with_goals(puentes=aimed(BRIDGES, "1 paso", one("1 paso", 1, "paso"))),
        [
            change(
                ChangeKind.REWORDED,
                **OF_BRIDGES,
                old="3 puentes y al menos 2 pasos de agua",
                new="1 paso",
            ),
            change(
                ChangeKind.TARGET_LOWERED,
                **OF_BRIDGES,
                old="al menos 2 pasos de agua",
                new="1 paso",
                target=1,
                old_target=2,
                old_value=Decimal(2),
                new_value=Decimal(1),
                measure="paso",
            ),
        ],
    ),
    "reworded indicator": (
        with_goals(talleres=replace(WORKSHOPS, indicator="Cantidad de talleres")),
        [
            change(
                ChangeKind.REWORDED,
                **OF_WORKSHOPS,
                old="Número de talleres",
                new="Cantidad de talleres",
            )
        ],
    ),
    "all words others": (
        with_goals(plan=GoalState("obras", "Vías", "Plan vial", "Plan", "Plan firmado", 6)),
        [
            change(
                ChangeKind.REWORDED,
                unit="obras",
                goal="plan",
                label="Plan vial",
                old="Mejorar las vías / Plan aprobado",
                new="Vías / Plan / Plan firmado",
            )
        ],
    ),
    "another unit of measure": (
        with_goals(talleres=aimed(WORKSHOPS, "45 cursos", one("45 cursos", 45, "cursos"))),
        [change(ChangeKind.REWORDED, **OF_WORKSHOPS, old="45 talleres", new="45 cursos")],
    ),
    "read as another number": (
        with_goals(talleres=replace(WORKSHOPS, targets=(one("45 talleres", 450, "talleres"),))),
        [],
    ),
    "a unit renamed": (
        with_units(riego=UnitState("Dirección de riego", "")),
        [
            change(
                ChangeKind.UNIT_RENAMED,
                unit="riego",
                label="Dirección de riego",
                old="DIRECCIÓN DE RIEGO",
                new="Dirección de riego",
            )
        ],
    ),
    "a unit moved": (
        with_units(capacitacion=replace(UNITS["capacitacion"], parent="riego")),
        [
            change(
                ChangeKind.MOVED,
                unit="capacitacion",
                label="COORDINACIÓN DE CAPACITACIÓN",
                old="DIRECCIÓN DE OBRAS",
                new="DIRECCIÓN DE RIEGO",
                old_place="obras",
                new_place="riego",
            )
        ],
    ),
    "a unit moved to the top": (
        with_units(capacitacion=replace(UNITS["capacitacion"], parent="")),
        [
            change(
                ChangeKind.MOVED,
                unit="capacitacion",
                label="COORDINACIÓN DE CAPACITACIÓN",
                old="DIRECCIÓN DE OBRAS",
                old_place="obras",
            )
        ],
    ),
    "a goal moved, with another name": (
        with_goals(talleres=None, otro=replace(WORKSHOPS, unit="riego")),
        [
            change(
                ChangeKind.MOVED,
                unit="riego",
                goal="otro",
                former="talleres",
                label="Talleres a municipios",
                old="COORDINACIÓN DE CAPACITACIÓN",
                new="DIRECCIÓN DE RIEGO",
                old_place="capacitacion",
                new_place="riego",
            )
        ],
    ),
}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_gives_its_change_and_no_other(name: str) -> None:
    after, expected = EDITS[name]
    assert list(compare(BEFORE, after)) == expected


def test_a_goal_in_other_words_is_the_same_where_somebody_says_so() -> None:
    words = replace(WORKSHOPS, activity="Talleres a los municipios")
    after = with_goals(talleres=None, nuevo=words)
    told = {"unit": "capacitacion", "goal": "nuevo", "label": "Talleres a los municipios"}
    assert compare(BEFORE, after, [("nuevo", "talleres")]) == (
        change(
            ChangeKind.REWORDED,
            **told,
            former="talleres",
            old="Talleres a municipios",
            new="Talleres a los municipios",
        ),
    )
    assert [(c.kind, c.goal) for c in compare(BEFORE, after)] == [
        (ChangeKind.ADDED, "nuevo"),
        (ChangeKind.WITHDRAWN, "talleres"),
    ]


@pytest.mark.parametrize("pair", [("otra", "talleres"), ("talleres", "plan"), ("nuevo", "otra")])
def test_likely_pairs_that_cannot_be_are_left(pair: tuple[str, str]) -> None:
    after = with_goals(nuevo=FAIRS)
    assert [c.goal for c in compare(BEFORE, after, [pair])] == ["nuevo"]


def test_a_unit_with_another_slug_and_the_same_goals_was_renamed() -> None:
    units = {
        **{slug: unit for slug, unit in UNITS.items() if slug != "obras"},
        "gestion-de-obras": UnitState("GESTIÓN DE OBRAS", ""),
        "capacitacion": replace(UNITS["capacitacion"], parent="gestion-de-obras"),
    }
    goals = {
        "talleres": WORKSHOPS,
        "puentes-2": replace(BRIDGES, unit="gestion-de-obras"),
        "plan-2": replace(PLAN, unit="gestion-de-obras"),
    }
    assert compare(BEFORE, Snapshot("gad", OCTOBER, goals, units)) == (
        change(
            ChangeKind.UNIT_RENAMED,
            unit="gestion-de-obras",
            former="obras",
            label="GESTIÓN DE OBRAS",
            old="DIRECCIÓN DE OBRAS",
            new="GESTIÓN DE OBRAS",
        ),
    )


def test_a_unit_that_took_anothers_place_was_not_renamed_nor_moved() -> None:
    units = {
        "riego": UNITS["riego"],
        "vias": UnitState("DIRECCIÓN DE VÍAS", "riego"),
        "capacitacion": replace(UNITS["capacitacion"], parent="vias"),
    }
    goals = {"talleres": WORKSHOPS, "puentes-2": replace(BRIDGES, unit="vias")}
    after = replace(AFTER, goals=goals, units=units)
    told = change(
        ChangeKind.UNIT_REPLACED,
        unit="vias",
        former="obras",
        label="DIRECCIÓN DE VÍAS",
        old="DIRECCIÓN DE OBRAS",
        new="DIRECCIÓN DE VÍAS",
    )
    withdrawn = change(
        ChangeKind.WITHDRAWN, unit="obras", goal="plan", label="Plan vial", old="Plan aprobado"
    )
    assert compare(BEFORE, after, successions=[("obras", "vias")]) == (told, withdrawn)
    by_way_of_another = [("obras", "caminos"), ("caminos", "vias")]
    assert compare(BEFORE, after, successions=by_way_of_another) == (told, withdrawn)
    assert ChangeKind.UNIT_RENAMED in {c.kind for c in compare(BEFORE, after)}


def test_a_unit_may_take_the_place_of_several() -> None:
    units = {"vias": UnitState("DIRECCIÓN DE VÍAS", ""), "capacitacion": UNITS["capacitacion"]}
    units["capacitacion"] = replace(units["capacitacion"], parent="vias")
    canals = replace(BEFORE, goals={**BEFORE.goals, "canales": riego_canals()})
    goals = {
        "talleres": WORKSHOPS,
        **{f"{name}-2": replace(canals.goals[name], unit="vias") for name in ("puentes", "plan")},
        "canales-2": replace(riego_canals(), unit="vias"),
    }
    after = replace(AFTER, goals=goals, units=units)
    told = compare(canals, after, successions=[("obras", "vias"), ("riego", "vias")])
    assert [(c.kind, c.unit, c.former) for c in told] == [
        (ChangeKind.UNIT_REPLACED, "vias", "obras"),
        (ChangeKind.UNIT_REPLACED, "vias", "riego"),
    ]


@pytest.mark.parametrize(
    "said",
    [
        [("riego", "capacitacion")],
        [("riego", "nada")],
        [("nada", "vias")],
        [("obras", "vias")],
        [("riego", "otra"), ("otra", "riego")],
    ],
)
def test_successions_that_are_not_of_these_releases_are_left(said: list[tuple[str, str]]) -> None:
    after = with_units(vias=UnitState("DIRECCIÓN DE VÍAS", ""))
    after = replace(after, units={s: u for s, u in after.units.items() if s != "riego"})
    assert compare(BEFORE, after, successions=said) == ()


def test_a_unit_that_kept_half_of_its_goals_was_not_renamed() -> None:
    units = {**UNITS, "vias": UnitState("DIRECCIÓN DE VÍAS", "")}
    del units["riego"]
    riego = replace(FAIRS, unit="riego")
    before = replace(BEFORE, goals={**BEFORE.goals, "ferias": riego, "canales": riego_canals()})
    moved = replace(FAIRS, unit="vias")
    after = replace(AFTER, goals={**BEFORE.goals, "ferias-2": moved}, units=units)
    assert [(c.kind, c.goal) for c in compare(before, after)] == [
        (ChangeKind.MOVED, "ferias-2"),
        (ChangeKind.WITHDRAWN, "canales"),
    ]


def riego_canals() -> GoalState:
    return GoalState("riego", "", "Canales", "", "1 canal", 10, (one("1 canal", 1, "canal"),))


def test_goals_that_share_their_words_do_not_move() -> None:
    both = {"a": replace(FAIRS, unit="obras"), "b": FAIRS}
    before = replace(BEFORE, goals=both)
    after = replace(AFTER, goals={"c": replace(FAIRS, unit="capacitacion")})
    assert [(c.kind, c.goal) for c in compare(before, after)] == [
        (ChangeKind.ADDED, "c"),
        (ChangeKind.WITHDRAWN, "a"),
        (ChangeKind.WITHDRAWN, "b"),
    ]


def test_goals_without_words_do_not_move() -> None:
    silent = GoalState("obras", "", "", "", "7", 9)
    before = replace(BEFORE, goals={"a": silent})
    after = replace(AFTER, goals={"b": replace(silent, unit="riego", target_cell="8")})
    assert [c.kind for c in compare(before, after)] == [ChangeKind.ADDED, ChangeKind.WITHDRAWN]
