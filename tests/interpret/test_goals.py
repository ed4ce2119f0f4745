"""Goals: numbers, sections, absent cells, rows for which no unit answers."""

from __future__ import annotations

from a4_rdf.model import ProcessLevel
from tests.tables import codes, planned

FIRST = ("1.", "DIRECCIÓN A", "Mejorar vías", "Obras", "Número de obras", "3 obras")


def test_a_goal_has_its_section_level_and_number() -> None:
    plan, _ = planned(("PROCESOS GOBERNANTES",), FIRST)
    (goal,) = plan.goals
    assert (goal.row, goal.number, goal.section) == (3, "1", "PROCESOS GOBERNANTES")
    assert goal.level is ProcessLevel.GOVERNING
    assert goal.unit == ("DIRECCIÓN A",)


def test_a_section_without_level_is_said() -> None:
    _, findings = planned(("PROCESOS HABILITANTES",), FIRST)
    assert (2, "level-unknown") in codes(findings)


def test_an_absent_objective_is_none_and_said_once() -> None:
    absent = ("1", "DIRECCIÓN A", "NO APLICA", "Obras", "Número de obras", "3 obras")
    plan, findings = planned(absent, ("", "", "", "Vías", "Número de vías", "2 vías"))
    assert [goal.objective for goal in plan.goals] == [None, None]
    assert [code for _, code in codes(findings)].count("absent-marker") == 1


def test_a_row_without_unit_is_no_goal_and_its_words_are_kept() -> None:
    plan, findings = planned(("", "", "", "Obras", "Número de obras", "3 obras"))
    assert plan.goals == ()
    (finding,) = (f for f in findings if f.code == "goal-without-unit")
    assert finding.detail("text") == "Obras | Número de obras | 3 obras"
