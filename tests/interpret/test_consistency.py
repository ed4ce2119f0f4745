"""Contradictions: found, said, and nothing changed."""

from __future__ import annotations

import pytest

from tests.tables import codes, planned

LEFT = ("1", "DIRECCIÓN A", "Mejorar vías", "Obras")


@pytest.mark.parametrize(
    ("indicator", "target", "code"),
    [
        ("% de autoridades", "El 80 de Alcaldes/sas", "percent-without-sign"),
        ("Número de obras", "80% de obras", "percent-unexpected"),
        ("% de obras", "120% de obras", "percent-over-100"),
        ("Nº de servidores/as", "20 GAD participan", "unit-unlike-indicator"),
    ],
)
def test_a_target_unlike_its_indicator(indicator: str, target: str, code: str) -> None:
    plan, findings = planned((*LEFT, indicator, target))
    assert (2, code) in codes(findings)
    assert plan.goals[0].targets[0].value is not None


@pytest.mark.parametrize(
    ("indicator", "target"),
    [
        ("Número de reuniones", "1 Reunión"),
        ("Nº de servidores/as", "3 servidoras"),
        ("Cantidad de talleres", "1 taller"),
        ("% de obras", "100% de obras"),
        ("Compra de equipos", "3 equipos"),
    ],
)
def test_a_target_like_its_indicator(indicator: str, target: str) -> None:
    _, findings = planned((*LEFT, indicator, target))
    odd = {code for _, code in codes(findings)} - {"regime-assumed", "title-missing"}
    assert odd - {"footer-date-missing", "unit-unlike-indicator"} == set()


def test_what_a_goal_lacks() -> None:
    _, findings = planned(("1", "DIRECCIÓN A", "", "Obras", "", ""))
    missing = [code for row, code in codes(findings) if row == 2]
    assert missing == ["objective-missing", "indicator-missing", "target-missing"]


def test_identical_rows_are_goals_each() -> None:
    row = (*LEFT, "Número de obras", "3 obras")
    plan, findings = planned(row, row, ("", "", "", "", "Número de obras", "3 obras"))
    assert len(plan.goals) == 3
    assert [(f.place.row, f.detail("first")) for f in findings if f.code == "repeated-row"] == [
        (3, "2"),
        (4, "2"),
    ]
