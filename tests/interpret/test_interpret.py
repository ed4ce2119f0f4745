"""The bundled AME document as a plan: goal by goal, against a hand reading."""

from __future__ import annotations

from datetime import date

import pytest

from a4_rdf import resources
from a4_rdf.interpret import interpret
from a4_rdf.model import Basis, Finding, Goal, Plan, Regime, RowStatus, Statement, UnitKind
from a4_rdf.read import read
from a4_rdf.repair import repair
from tests.interpret.ame import GOALS, Expected
from tests.tables import codes


@pytest.fixture(scope="module")
def ame() -> tuple[Plan, tuple[Finding, ...]]:
    table, _ = read(resources.sample())
    return interpret(repair(table)[0])


@pytest.fixture(scope="module")
def plan(ame: tuple[Plan, tuple[Finding, ...]]) -> Plan:
    return ame[0]


def starts(statement: Statement | None, start: str | None) -> bool:
    if statement is None or start is None:
        return statement is None and start is None
    return statement.text.startswith(start)


def test_the_counts_are_those_of_a_careful_reading(plan: Plan) -> None:
    targets = [target for goal in plan.goals for target in goal.targets]
    assert len(plan.goals) == 62
    assert sum(target.value is not None for target in targets) == 58
    assert len({goal.reported_unit.text for goal in plan.goals}) == 14
    assert sum(bool(unit.reported) for unit in plan.units) == 14
    assert len(plan.units) == 19
    assert {unit.level.value for unit in plan.units if unit.level} == {
        "governing",
        "advisory",
        "value-adding",
        "support",
    }
    assert not any(goal.row == 11 for goal in plan.goals)


@pytest.mark.parametrize("expected", GOALS, ids=[str(goal[0]) for goal in GOALS])
def test_each_goal_is_read_as_a_person_reads_it(plan: Plan, expected: Expected) -> None:
    row, number, unit, objective, activity, indicator, targets, status = expected
    goal = next(goal for goal in plan.goals if goal.row == row)
    assert goal.number == number
    assert goal.unit[-1].startswith(unit)
    assert starts(goal.objective, objective)
    assert starts(goal.activity, activity)
    assert starts(goal.indicator, indicator)
    assert goal.status == status
    found = tuple(
        ("" if t.value is None else str(t.value), t.unit_of_measure, str(t.bound))
        for t in goal.targets
    )
    assert found == targets


def test_the_goals_are_those_of_the_table_and_no_others(plan: Plan) -> None:
    assert [goal.row for goal in plan.goals] == [goal[0] for goal in GOALS]
    assert len(GOALS) == 62


def test_title_regime_and_footer(plan: Plan) -> None:
    assert plan.title == "ASOCIACIÓN DE MUNICIPALIDADES ECUATORIANAS"
    assert plan.regime is Regime.LAW_2004
    assert plan.footer.updated == date(2015, 9, 30)
    assert plan.footer.periodicity == "MENSUAL"
    assert plan.footer.holder == "DIRECCIÓN DE PLANIFICACIÓN INSTITUCIONAL"
    assert plan.footer.withheld == ("name", "email", "telephone")


def test_three_projects_stand_in_the_unit_column(plan: Plan) -> None:
    projects = [unit.name for unit in plan.units if unit.kind is UnitKind.PROJECT]
    assert len(projects) == 3
    assert projects[-1] == "PROYECTO UNIÓN EUROPEA"


def test_how_numbers_and_units_were_found(plan: Plan) -> None:
    found = {goal.row: goal.targets[0].basis for goal in plan.goals if goal.targets}
    other = {row: basis for row, basis in found.items() if basis is not Basis.DIGITS}
    assert other == {
        23: Basis.UNIT_FROM_INDICATOR,
        24: Basis.NO_UNIT,
        74: Basis.NUMBER_WORD,
    }


def test_every_source_row_is_accounted_for(plan: Plan) -> None:
    counts = dict.fromkeys(RowStatus, 0)
    for row in plan.rows:
        counts[row.status] += 1
    assert counts == {
        RowStatus.TITLE: 3,
        RowStatus.HEADER: 1,
        RowStatus.REPEATED_HEADER: 1,
        RowStatus.SECTION: 4,
        RowStatus.EXAMPLE: 1,
        RowStatus.GOAL: 62,
        RowStatus.FOOTER: 6,
        RowStatus.BLANK: 0,
    }


def test_what_interpretation_finds(ame: tuple[Plan, tuple[Finding, ...]]) -> None:
    assert codes(ame[1]) == [
        (16, "unit-unlike-indicator"),
        (22, "repeated-row"),
        (31, "target-multiple"),
        (33, "target-missing"),
        (39, "target-multiple"),
        (40, "target-qualitative"),
        (41, "target-qualitative"),
        (52, "unit-unlike-indicator"),
        (66, "target-missing"),
        (75, "percent-without-sign"),
        (77, "indicator-missing"),
        (77, "target-missing"),
        (78, "indicator-missing"),
        (78, "target-missing"),
    ]


def test_the_words_of_split_cells_are_kept(plan: Plan) -> None:
    split: dict[int, Goal] = {goal.row: goal for goal in plan.goals if goal.row in (31, 39)}
    assert [target.text for target in split[31].targets] == [
        "3 Publicaciones( Remitidos y avisos especiales en prensa)",
        "1 Manual de manejo",
    ]
    assert split[39].targets[0].text.endswith("para cumplir con sus competencias.")
    assert split[39].targets[1].text.startswith("9 municipios cuentan con estudios")
