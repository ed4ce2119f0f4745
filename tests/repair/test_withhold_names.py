"""Names are withheld above the table, in headings and sections, and carefully in goals."""

from __future__ import annotations

import pytest

from a4_rdf.model import Table
from a4_rdf.read import Bounds, Document
from a4_rdf.read.text import read_text
from a4_rdf.repair import repair
from a4_rdf.repair.classify import classify_rows
from a4_rdf.repair.withhold_names import withhold_names
from tests.tables import HEADER, lines

OUT = "[nombre omitido]"
GOAL = ("1", "DIRECCIÓN A", "Mejorar vías", "Obras", "Número de obras", "3 obras")


def withheld(*rows: tuple[str, ...]) -> tuple[list[list[str]], list[tuple[int, int]]]:
    """Return the texts of the rows, and where something was withheld."""
    table, findings = withhold_names(classify_rows(read(*rows))[0])
    assert withhold_names(table) == (table, ())
    assert {f.code for f in findings} <= {"personal-data-withheld"}
    places = [(f.place.row, f.place.column) for f in findings]
    return [[cell.text for cell in row.cells if cell.text] for row in table.rows], places


def read(*rows: tuple[str, ...]) -> Table:
    return read_text(Document("t.txt", lines(*rows).encode()), Bounds())[0]


@pytest.mark.parametrize(
    ("rows", "clean"),
    [
        ([("RESPONSABLE ING. FULANA INVENTADA",)], [[f"RESPONSABLE {OUT}"]]),
        ([("ALCALDE", "Fulano Inventado")], [["ALCALDE", OUT]]),
        ([("Responsable:",), ("Fulana Inventada",)], [["Responsable:"], [OUT]]),
        ([("Responsable:",), ("GAD DE EJEMPLO",)], [["Responsable:"], ["GAD DE EJEMPLO"]]),
        ([("GAD DE EJEMPLO, Alcalde: Fulano",)], [[f"GAD DE EJEMPLO, Alcalde: {OUT}"]]),
        ([("GAD DE EJEMPLO - Dra. Inventada",)], [[f"GAD DE EJEMPLO - Dra. {OUT}"]]),
        ([("GAD DE EJEMPLO",), ("Art. 7",)], [["GAD DE EJEMPLO"], ["Art. 7"]]),
    ],
)
def test_above_the_table(rows: list[tuple[str, ...]], clean: list[list[str]]) -> None:
    found, places = withheld(*rows, HEADER)
    assert found[: len(rows)] == clean
    assert len(places) == sum(OUT in text for row in clean for text in row)


def test_in_headings_sections_and_goals() -> None:
    found, places = withheld(
        (*HEADER, "Visto por Ing. Inventada"),
        ("PROCESOS GOBERNANTES - Dra. Inventada",),
        (*GOAL[:3], "Gestión de la Ing. Fulana Inventada", "Dr. / Ing. en sistemas", "Dr. Único"),
    )
    assert found[0][-1] == f"Visto por Ing. {OUT}"
    assert found[1] == [f"PROCESOS GOBERNANTES - Dra. {OUT}"]
    assert found[2][3:] == [f"Gestión de la Ing. {OUT}", "Dr. / Ing. en sistemas", "Dr. Único"]
    assert places == [(1, 7), (2, 1), (3, 4)]


def test_no_finding_of_repair_repeats_a_name() -> None:
    row = (*GOAL, "sobra Ing. Fulana Inventada", "Dra. Inventada")
    _, findings = repair(
        read((*HEADER, "Ing. Inventada"), ("NIVEL DIRECTIVO - Dr. Inventado",), row)
    )
    assert "Inventad" not in repr(findings)
