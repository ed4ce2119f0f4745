from __future__ import annotations

from dataclasses import replace

from a4_rdf.model import Cell, Place, Plan, RowStatus, SourceRow
from a4_rdf.release.source_copy import source_copy
from tests.plans import small_plan


def plan_of(*rows: SourceRow) -> Plan:
    return replace(small_plan(), rows=rows)


def row(number: int, status: RowStatus, *cells: tuple[int, str, str]) -> SourceRow:
    return SourceRow(number, status, (), tuple(Cell(t, Place(number, c), w) for c, t, w in cells))


def test_each_row_stands_on_its_own_line_as_written() -> None:
    plan = plan_of(
        row(2, RowStatus.TITLE, (1, "ENTIDAD", "**ENTIDAD**  ")),
        row(4, RowStatus.GOAL, (2, "DIRECCIÓN", "DIRECCIÓN"), (6, "45", "45\nReuniones\t")),
    )
    assert source_copy(plan).decode() == "\n**ENTIDAD**\n\n\tDIRECCIÓN\t\t\t\t45 Reuniones\n"


def test_what_was_blanked_stays_blanked() -> None:
    plan = plan_of(
        row(1, RowStatus.GOAL, (1, "[correo omitido]", "alguien@ejemplo.ec")),
        row(2, RowStatus.GOAL, (1, "Llamar", "Llamar a alguien@ejemplo.ec")),
        row(3, RowStatus.FOOTER, (1, "RESPONSABLE:", "RESPONSABLE: Nombre Apellido")),
        row(4, RowStatus.FOOTER, (1, "(02) 246-9683", "(02) 246-9683")),
    )
    assert source_copy(plan).decode() == (
        "[correo omitido]\nLlamar a [correo omitido]\nRESPONSABLE:\n[teléfono omitido]\n"
    )


def test_a_cell_without_written_form_shows_its_text() -> None:
    assert source_copy(plan_of(row(1, RowStatus.GOAL, (1, "x", "")))) == b"x\n"


def test_no_rows() -> None:
    assert source_copy(plan_of()) == b""
