"""Names: those after a title go, with fewer words outside of goals; activities and places stay."""

from __future__ import annotations

import pytest

from a4_rdf import spanish
from a4_rdf.names import before_placeholder, is_label, label_end, person_at, without_names

OUT = "[nombre omitido]"


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("Coordinar con la Ing. Fulana Inventada los talleres", f"Coordinar con la Ing. {OUT} los"),
        ("ING. FULANA INVENTADA", f"ING. {OUT}"),
        ("Ing Fulana Inventada", f"Ing {OUT}"),
        ("Sr. Alcalde Fulano Inventado", f"Sr. Alcalde {OUT}"),
        ("Ing. Civil Fulano Inventado", f"Ing. Civil {OUT}"),
        ("Lcda. Fulana de los Inventos Ficticia entrega", f"Lcda. {OUT} entrega"),
        ("Ing. MSc. Fulano Inventado", f"Ing. MSc. {OUT}"),
        ("Fulano Inventado, MSc.", f"{OUT}, MSc."),
        ("Dr(a). Fulana Inventada", f"Dr(a). {OUT}"),
        ("Ing. Fulano Inventado y Lcda. Mengana Ficticia", f"Ing. {OUT} y Lcda. {OUT}"),
        ("Abg. O’Fulano Inventado-Ficticio", f"Abg. {OUT}"),
        ("Ingeniero Fulano Inventado", f"Ingeniero {OUT}"),
        ("Ab. Fulano Inventado", f"Ab. {OUT}"),
    ],
)
def test_a_title_and_two_names_are_a_person_anywhere(text: str, clean: str) -> None:
    for sure in (True, False):
        found, blanked = without_names(text, sure=sure)
        assert blanked
        assert found.startswith(clean)
        assert without_names(found, sure=sure) == (found, False)


@pytest.mark.parametrize(
    "text",
    [
        "Dr. / Ing. en sistemas",
        "Contratar Ing. Civil Residente",
        "CONTRATAR ING. CIVIL PARA OBRAS PÚBLICAS",
        "CONTRATACIÓN DE ABOGADO ESPECIALISTA TRIBUTARIO",
        "El Sr. Registrador de la Propiedad",
        "Hospital Dr. Fulano Inventado",
        "UNIDAD EDUCATIVA DR. FULANO INVENTADO",
        "Programa de Doctor Honoris Causa",
        "Master Plan Urbano",
        "500 mg de Vitamina",
        "Lic. en Enfermería",
        "DRENAJE PLUVIAL SECTOR NORTE",
        "Ingreso De Datos",
    ],
)
def test_an_activity_or_a_place_is_no_person(text: str) -> None:
    assert without_names(text, sure=False) == (text, False)


def test_one_name_is_enough_where_no_goal_stands() -> None:
    assert without_names("Dra. Inventada", sure=True) == (f"Dra. {OUT}", True)
    assert without_names("Dra. Inventada", sure=False) == ("Dra. Inventada", False)
    assert without_names("Fulana Inventada MSc", sure=True) == (f"{OUT} MSc", True)
    assert without_names("Ing. de Sistemas Fulana", sure=True) == (f"Ing. de Sistemas {OUT}", True)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Responsable Ing. X", " Ing. X"),
        ("Correo electrónico del o la responsable: x", " x"),
        ("Nombre: X", " X"),
        ("ALCALDESA X", " X"),
        ("ELABORADO POR X", " X"),
        ("Telf. 1", " 1"),
    ],
)
def test_labels_that_ask_for_a_person(text: str, rest: str) -> None:
    flat = spanish.flat(text)
    assert is_label(flat)
    assert text[label_end(flat) :].strip() == rest.strip()


@pytest.mark.parametrize(
    "text", ["nombre de la institucion: gad", "secretaria nacional", "direccion de obras", "gad"]
)
def test_labels_that_do_not(text: str) -> None:
    assert not is_label(text)


@pytest.mark.parametrize(
    ("text", "before"),
    [
        (f"GAD DE EJEMPLO - Ing. {OUT}, Alcalde", "GAD DE EJEMPLO"),
        (f"Ing. {OUT}", ""),
        ("GAD DE EJEMPLO Telf.: [teléfono omitido]", "GAD DE EJEMPLO"),
        ("GAD DE EJEMPLO", "GAD DE EJEMPLO"),
    ],
)
def test_what_stands_before_a_blanked_name(text: str, before: str) -> None:
    assert before_placeholder(text) == before


def test_a_long_text_takes_no_long_time() -> None:
    for text in ("ing. " * 20_000, "responsable de " * 10_000, "- " * 20_000 + OUT, "A, " * 9_000):
        assert without_names(text, sure=True) == (text, False)
        assert before_placeholder(text).startswith(text[:5]) or OUT in text
        assert person_at(text) >= 0
