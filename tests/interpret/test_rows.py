"""Source rows as published: as written, own cells only, persons blanked."""

from __future__ import annotations

from a4_rdf.model import RowStatus
from tests.tables import HEADER, planned

GOAL = ("1", "<b>DIRECCIÓN A</b>", "Mejorar vías", "Obras", "Número de obras", "3  obras")


def test_cells_are_kept_as_written_and_inherited_ones_are_left_out() -> None:
    plan, _ = planned(GOAL, ("", "", "", "Vías", "Número de vías", "2 vías"))
    first, second = (row for row in plan.rows if row.status is RowStatus.GOAL)
    assert [cell.written for cell in first.cells] == list(GOAL)
    assert first.cells[5].text == "3 obras"
    assert [cell.place.column for cell in second.cells] == [4, 5, 6]


def test_addresses_are_blanked_as_written_too() -> None:
    mail, phone = "alguien<b>@</b>ejemplo.ec", "(02) 246\u200b9683"
    plan, _ = planned(GOAL, ("", "", "", f"Escribir a {mail}", "Número", f"2 o {phone}"))
    written = [cell.written for cell in plan.rows[-1].cells]
    assert written == ["Escribir a [correo omitido]", "Número", "2 o [teléfono omitido]"]


def test_a_column_of_persons_is_blanked() -> None:
    row = (*GOAL, "Persona Ejemplo")
    plan, findings = planned(row, header=(*HEADER, "Servidor responsable"))
    assert plan.rows[-1].cells[-1].written == "[nombre omitido]"
    assert "Persona" not in repr(plan) + repr(findings)
