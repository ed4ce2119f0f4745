"""The dictionary against the header: what only one of them names."""

from __future__ import annotations

import pytest

from a4_rdf.model import Row
from a4_rdf.read import Bounds, Document
from a4_rdf.read.csv import read_pairs
from a4_rdf.read.dictionary import compare

HEADER = "Unidad;Objetivos;Indicador;Meta cuantificable\n"
FIELDS = ("Unidad", "Objetivos", "Indicador", "Meta cuantificable")


def rows(text: str) -> tuple[Row, ...]:
    return read_pairs(Document("d.csv", text.encode()), Bounds())[0].rows


def compared(dictionary: str, header: str = HEADER) -> list[tuple[str, str]]:
    found = compare(rows(header + "A;B;C;D\n"), rows(dictionary))
    return [(finding.code, finding.detail("fields")) for finding in found]


@pytest.mark.parametrize(
    "dictionary",
    [
        "".join(f"{field};Qué es\n" for field in FIELDS),
        "Institución;GAD\nCampo;Tipo;Obligatorio\n" + "".join(f"{f};texto;No\n" for f in FIELDS),
        "".join(f"Campo {n}: {field};Qué es\n" for n, field in enumerate(FIELDS, 1)),
        ";".join(FIELDS) + "\nquién;para qué;cómo;cuánto\n",
        "UNIDAD;x\nobjetivo;x\nIndicadores;x\nMETA;x\n",
        "No.;Campo\n" + "".join(f"{n};{field}\n" for n, field in enumerate(FIELDS, 1)),
    ],
)
def test_a_dictionary_agrees_in_any_layout(dictionary: str) -> None:
    assert compared(dictionary) == []


def test_what_is_not_defined_is_named() -> None:
    dictionary = "Campo;Qué es\nUnidad;x\nObjetivos;x\n"
    assert compared(dictionary) == [("dictionary-lacks-fields", "Indicador, Meta cuantificable")]


def test_what_is_defined_and_not_there_is_named() -> None:
    dictionary = "".join(f"{field};x\n" for field in (*FIELDS, "Actividad", "Tipo de dato"))
    assert compared(dictionary) == [("dictionary-defines-others", "Actividad")]


def test_a_column_of_the_body_s_own_is_to_be_defined_too() -> None:
    dictionary = "".join(f"{field};x\n" for field in FIELDS)
    own = HEADER.strip() + ";Presupuesto asignado\n"
    assert compared(dictionary, own) == [("dictionary-lacks-fields", "Presupuesto asignado")]
    assert compared(dictionary + "PRESUPUESTO  ASIGNADO;x\n", own) == []


def test_without_a_header_nothing_is_compared() -> None:
    assert compared("Campo;x\n", "Nombre;Cargo;Sueldo;Lugar\n") == []
