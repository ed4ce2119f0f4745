"""Texts under headings that are none of ours are kept in findings, whole, without persons."""

from __future__ import annotations

from a4_rdf.repair import repair
from tests.tables import HEADER, codes, table

GOAL = ("1", "DIRECCIÓN A", "Mejorar vías", "Obras", "Número de obras", "3 obras")
OWN = ("unplaced-text", "personal-data-withheld")


def test_a_text_under_a_foreign_heading_is_said_whole() -> None:
    long = "En ejecución; " * 40 + "fin"
    source = table((*GOAL, long, "1.479.588,24"), header=(*HEADER, "Observaciones", "Presupuesto"))
    _, findings = repair(source)
    said = [f for f in findings if f.code == "unplaced-text"]
    assert [(f.place.column, f.detail("heading")) for f in said] == [
        (7, "Observaciones"),
        (8, "Presupuesto"),
    ]
    assert [f.detail("text") for f in said] == [long, "1.479.588,24"]


def test_a_column_of_persons_is_blanked_and_not_quoted() -> None:
    source = table((*GOAL, "Fulana Inventada"), header=(*HEADER, "Servidor responsable"))
    result, findings = repair(source)
    assert result.rows[1].cells[-1].text == "[nombre omitido]"
    assert [c for c in codes(findings) if c[1] in OWN] == [(2, "personal-data-withheld")]


def test_a_person_in_another_column_is_left_out_of_what_is_said() -> None:
    source = table((*GOAL, "Ver con Dra. Inventada"), header=(*HEADER, "Observaciones"))
    result, findings = repair(source)
    said = [f.detail("text") for f in findings if f.code == "unplaced-text"]
    assert said == [result.rows[1].cells[-1].text] == ["Ver con Dra. [nombre omitido]"]


def test_the_name_of_a_thing_is_no_person() -> None:
    source = table((*GOAL, "Agua para todos"), header=(*HEADER, "Nombre del programa"))
    assert "unplaced-text" in [code for _, code in codes(repair(source)[1])]
