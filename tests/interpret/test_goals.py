"""Goals: numbers, sections, absent cells, rows for which no unit answers."""

from __future__ import annotations

import pytest

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


LINKED = ("Unidad", "Objetivos", "Indicador", "Meta cuantificable", "Enlace")


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("https://ejemplo.gob.ec/poa?id=7#meta", "https://ejemplo.gob.ec/poa?id=7#meta"),
        ("http://ejemplo.gob.ec/planificación", "http://ejemplo.gob.ec/planificación"),
        ("HTTPS://EJEMPLO.GOB.EC", "HTTPS://EJEMPLO.GOB.EC"),
        ("www.ejemplo.gob.ec", ""),
        ("ftp://ejemplo.gob.ec/poa", ""),
        ("javascript:alert(1)", ""),
        ("https://usuario:clave@ejemplo.gob.ec", ""),
        ('https://ejemplo.gob.ec/"onload="x', ""),
        ("https://ejemplo.gob.ec/{poa}", ""),
        ("Sistema GPR", ""),
    ],
)
def test_a_link_is_a_web_address_or_a_finding(text: str, link: str) -> None:
    row = ("DIRECCIÓN A", "Mejorar vías", "Número de vías", "3 vías", text)
    plan, findings = planned(row, header=LINKED)
    found = plan.goals[0].link
    assert (found.text if found else "") == link
    assert ("link-unread" in [code for _, code in codes(findings)]) is (link == "")


def test_a_table_without_activities_misses_none() -> None:
    row = ("DIRECCIÓN A", "Mejorar vías", "Número de vías", "3 vías", "No aplica")
    plan, findings = planned(row, header=LINKED)
    assert plan.goals[0].activity is None
    assert plan.goals[0].link is None
    assert [code for row, code in codes(findings) if row == 2] == ["absent-marker"]
