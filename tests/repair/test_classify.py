"""Rows by their content and their place in the document."""

from __future__ import annotations

from a4_rdf.model import RowStatus
from tests.tables import HEADER, repaired


def test_what_follows_a_footer_is_footer_until_a_header() -> None:
    rows = repaired(
        ("1", "DIRECCIÓN", "Mejorar", "Obras", "Número de obras", "3"),
        ("PERIODICIDAD", "", "MENSUAL"),
        ("Nota al pie",),
        HEADER,
        ("2", "UNIDAD", "Cuidar", "Obras", "Número de obras", "4"),
    ).rows
    assert [row.status for row in rows] == [
        RowStatus.HEADER,
        RowStatus.GOAL,
        RowStatus.FOOTER,
        RowStatus.FOOTER,
        RowStatus.REPEATED_HEADER,
        RowStatus.GOAL,
    ]


def test_a_section_repeated_over_its_merged_cells_is_one() -> None:
    rows = repaired(("NIVEL DE APOYO",) * 6, ("", "<b></b>"), ("1", "UNIDAD")).rows
    assert [row.status for row in rows[1:]] == [
        RowStatus.SECTION,
        RowStatus.BLANK,
        RowStatus.GOAL,
    ]


def test_an_example_is_no_goal() -> None:
    rows = repaired(("Ejemplo:", "Secretario/a", "Incrementar", "Realizar", "% de", "90%")).rows
    assert rows[1].status is RowStatus.EXAMPLE
