"""Headings, sections, examples and footers by their words, in several spellings."""

from __future__ import annotations

import pytest

from a4_rdf import spanish
from a4_rdf.model import Column
from a4_rdf.repair.headings import (
    closest_column,
    column_of,
    header_columns,
    is_example,
    is_footer,
    is_section,
)


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("No.", Column.NUMBER),
        ("Nº", Column.NUMBER),
        ("Descripción de la unidad", Column.UNIT),
        ("Unidad", Column.UNIT),
        ("Objetivo de la unidad ( Objetivo Operativo POA )", Column.OBJECTIVE),
        ("OBJETIVOS", Column.OBJECTIVE),
        ("Actividad ( Actividad POA )", Column.ACTIVITY),
        ("Indicador", Column.INDICATOR),
        ("META CUANTIFICABLE", Column.TARGET),
        ("Enlace", Column.LINK),
        ("ENLACE PARA VERIFICACIÓN DE LOS INDICADORES", Column.LINK),
        (
            "Enlace al sistema de gestiÓn de planificaciÓn para verificaciÓn de los indicadores y"
            " metas cuantificables por procesos o niveles",
            Column.LINK,
        ),
        ("Hipervínculo de verificación", Column.LINK),
        ("Link (URL)", Column.LINK),
    ],
)
def test_headings(text: str, column: Column) -> None:
    assert column_of(text) is column


def test_a_misspelt_heading_is_recognised_but_a_sentence_is_none() -> None:
    assert closest_column("Indcador") is Column.INDICATOR
    assert closest_column("Meta cuantificabe") is Column.TARGET
    assert closest_column("Undad") is Column.UNIT
    assert closest_column("Objetvos") is Column.OBJECTIVE
    assert closest_column("Metales pesados") is None
    assert closest_column("Utilidad") is None
    assert closest_column("Mejorar los indicadores de la unidad y cumplir la meta") is None


@pytest.mark.parametrize(
    ("texts", "columns"),
    [
        (("Unidad", "Objetivos", "Indicador", "Meta cuantificable"), 4),
        (("No.", "Descripción de la unidad", "Objetivo", "Indicador", "Meta cuantificable"), 5),
        (("Nombre", "Cargo", "Unidad"), 0),
        (("Unidad", "Objetivo", "Actividad"), 0),
        (("Unidad", "Meta", "Enlace"), 0),
        (("META", "enlace", "INDICADOR", "objetivos", "unidades"), 5),
    ],
)
def test_a_header_names_three_columns_and_a_measure(texts: tuple[str, ...], columns: int) -> None:
    assert len(header_columns(texts) or ()) == columns


@pytest.mark.parametrize(
    "text",
    [
        "PROCESOS GOBERNANTES / NIVEL DIRECTIVO",
        "Procesos habilitantes de asesoria",
        "PROCESOS AGREGADORES DE VALOR",
        "PROCESOS ADJETIVOS DE APOYO",
        "NIVEL DE APOYO",
        "PROCESOS DESCONCENTRADOS",
        "PROCESOS SUSTANTIVOS",
    ],
)
def test_sections(text: str) -> None:
    assert is_section(spanish.fold(text))


def test_examples() -> None:
    assert is_example("ejemplo:", ("ejemplo:",))
    assert is_example("ejemplo: 1", ("Ejemplo: 1", "x"))
    assert not is_example("ejemplos de buenas practicas", ("ejemplos de buenas practicas",))


@pytest.mark.parametrize(
    "text",
    [
        "FECHA ACTUALIZACIÓN DE LA INFORMACIÓN: 30/09/2015",
        "Fecha de actualización",
        "PERIODICIDAD DE ACTUALIZACIÓN",
        "UNIDAD POSEEDORA DE LA INFORMACIÓN - LITERAL a4)",
        "RESPONSABLE DE LA UNIDAD",
        "CORREO ELECTRONICO DEL O LA RESPONSABLE",
        "NÚMERO TELEFÓNICO",
    ],
)
def test_footers(text: str) -> None:
    assert is_footer(spanish.fold(text))
