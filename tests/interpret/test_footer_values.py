"""What a footer may say: only dates, periodicities and units are recognised, each cut in time."""

from __future__ import annotations

import pytest

from a4_rdf.interpret.footer_values import date_in, holder_in, holders, periodicity_in
from a4_rdf.model import Unit

KNOWN = holders(
    (
        Unit(("DIRECCIÓN DE OBRAS",), ("DIRECCIÓN DE OBRAS",)),
        Unit(("DIRECCIÓN A", "COORDINACIÓN TÉCNICO-LEGAL"), ("DIRECCIÓN A - COORDINACIÓN B",)),
    ),
    "GAD DE EJEMPLO",
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("DIRECCIÓN DE OBRAS", "DIRECCIÓN DE OBRAS"),
        ("Dirección de Obras", "Dirección de Obras"),
        ("OBRAS", "OBRAS"),
        ("GAD de Ejemplo", "GAD de Ejemplo"),
        ("COORDINACIÓN TÉCNICO-LEGAL", "COORDINACIÓN TÉCNICO-LEGAL"),
        ("DIRECCIÓN A - COORDINACIÓN B", "DIRECCIÓN A - COORDINACIÓN B"),
        ("DIRECCIÓN DE OBRAS - Ing. Fulano Inventado", "DIRECCIÓN DE OBRAS"),
        ("DIRECCIÓN DE OBRAS Ing. Fulano Inventado", "DIRECCIÓN DE OBRAS"),
        ("DIRECCIÓN DE OBRAS, FULANO INVENTADO", "DIRECCIÓN DE OBRAS"),
        ("DIRECCIÓN DE OBRAS FULANO INVENTADO", "DIRECCIÓN DE OBRAS"),
        ("DIRECCIÓN DE OBRAS (Fulano)", "DIRECCIÓN DE OBRAS"),
        ("DIRECCIÓN DE OBRAS PÚBLICAS", "DIRECCIÓN DE OBRAS PÚBLICAS"),
        ("JEFATURA DE CATASTROS", "JEFATURA DE CATASTROS"),
        ("JEFATURA DE CATASTROS Fulano Inventado", "JEFATURA DE CATASTROS"),
        ("JEFATURA DE CATASTROS – Fulano Inventado", "JEFATURA DE CATASTROS"),
        ("JEFATURA DE CATASTROS DIRECTOR FULANO INVENTADO", "JEFATURA DE CATASTROS"),
        ("LITERAL X: JEFATURA DE CATASTROS", "JEFATURA DE CATASTROS"),
    ],
)
def test_a_holder_ends_before_a_person(text: str, value: str) -> None:
    span = holder_in(text, 0, KNOWN)
    assert span is not None
    assert text[span[0] : span[1]] == value


@pytest.mark.parametrize(
    "text",
    [
        "DIRECCIÓN DE OBRAS PÚBLICAS MUNICIPALES",
        "COORDINACIÓN GENERAL ADMINISTRATIVA FINANCIERA",
        "UNIDAD DE DESARROLLO TERRITORIAL SOSTENIBLE",
        "Unidad de Tecnologías de la Información",
        "DIRECCIÓN DE CULTURA, DEPORTES Y RECREACIÓN",
        "JEFATURA DE CATASTROS - UNIDAD DE AVALÚOS",
        "COORDINACIÓN ZONAL 3",
    ],
)
def test_a_unit_that_the_plan_does_not_name_may_be_a_holder(text: str) -> None:
    assert holder_in(text, 0, KNOWN) == (0, len(text))


@pytest.mark.parametrize(
    "text",
    [
        "Ing. Fulano Inventado",
        "Fulano Inventado",
        "JEFATURA DE RENTAS FULANO INVENTADO",
        "DIRECCIÓN FULANO INVENTADO",
        "JEFATURA DE RENTAS-FULANO",
        "2555683",
        "",
        "UNIDAD " + "muy " * 60 + "larga",
    ],
)
def test_other_words_are_no_holder(text: str) -> None:
    assert holder_in(text, 0, KNOWN) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("MENSUAL", "MENSUAL"),
        ("Anual / Mensual Lcdo. Fulano", "Anual / Mensual"),
        ("cada mes", None),
        ("Manual", None),
    ],
)
def test_a_periodicity_is_a_known_word(text: str, value: str | None) -> None:
    span = periodicity_in(text, 0)
    assert (span and text[span[0] : span[1]]) == value


def test_a_date_stands_alone() -> None:
    assert date_in("Quito, 30 de septiembre de 2015 Fulano", 0) == (7, 31)
    assert date_in("2026-01-31 00:00:00", 0) == (0, 19)
    assert date_in("30 de fulano de 2015", 0) is None
