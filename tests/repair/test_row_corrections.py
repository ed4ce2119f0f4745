"""Curators' decisions on rows: a goal or none, each row alone, persons never lifted."""

from __future__ import annotations

import pytest

from a4_rdf.model import RowStatus
from a4_rdf.repair import repair
from tests.decisions import decided
from tests.tables import codes, table, texts

FIRST = ("1", "DIRECCIÓN A", "Mejorar vías", "Obras", "Número de obras", "3 obras")
TOTAL = ("", "", "", "", "TOTAL", "3 obras")
FOOTER = ("FECHA DE ACTUALIZACIÓN: 30/09/2015",)
PERSON = ("RESPONSABLE DE LA UNIDAD: Persona Ejemplo",)
MORE = ("Otra Persona",)


def test_a_row_that_is_no_goal() -> None:
    source = table(FIRST, TOTAL, FIRST)
    result, findings = repair(source, (decided(source, 3, None, "footer"),))
    assert [row.status for row in result.rows[1:]] == [
        RowStatus.GOAL,
        RowStatus.FOOTER,
        RowStatus.GOAL,
    ]
    (finding,) = (f for f in findings if f.code == "cell-corrected")
    assert (finding.place.row, finding.detail("old"), finding.detail("new")) == (3, "meta", "pie")
    assert result.rows[2].repairs == ("cell-corrected",)


def test_a_row_that_is_a_goal_is_read_like_the_others() -> None:
    late = ("2", "JEFATURA B", "3 planes")
    source = table(FIRST, FOOTER, late)
    assert repair(source)[0].rows[3].status is RowStatus.FOOTER
    result, _ = repair(source, (decided(source, 4, None, "goal"),))
    assert result.rows[3].status is RowStatus.GOAL
    assert texts(result.rows[3])["unit"] == "JEFATURA B"


def test_what_a_row_is_can_be_confirmed() -> None:
    source = table(FIRST)
    result, findings = repair(source, (decided(source, 2, None, "goal"),))
    assert result == repair(source)[0]
    assert codes(findings) == [(2, "cell-confirmed")]


@pytest.mark.parametrize("row", [1, 3, 5, 6, 9])
def test_header_blank_persons_and_no_row_are_no_matter_of_decision(row: int) -> None:
    source = table(FIRST, (), FOOTER, PERSON, MORE)
    result, findings = repair(source, (decided(source, row, None, "goal"),))
    assert result == repair(source)[0]
    assert codes(findings) == [(row, "correction-without-row")]
    assert "Persona" not in repr(findings)
