"""Headings of other tables are named by the list's own words, never by a cell's."""

from __future__ import annotations

import pytest

from a4_rdf.repair.other_tables import other_headings


@pytest.mark.parametrize(
    ("texts", "names"),
    [
        (
            (
                "No.",
                "Apellidos y nombres de los servidores y servidoras",
                "Puesto Institucional",
                "Régimen laboral al que pertenece",
                "Número de partida presupuestaria",
                "Grado jerárquico o escala al que pertenece el puesto",
                "Remuneración mensual unificada",
            ),
            (
                "apellidos y nombres",
                "puesto",
                "régimen laboral",
                "partida presupuestaria",
                "grado",
                "remuneración",
            ),
        ),
        (
            ("Literal", "Descripción del literal del artículo 7", "CUMPLE", "Enlace"),
            ("literal", "descripción del literal", "cumplimiento"),
        ),
        (("1", "PERSONA EJEMPLO UNO", "DIRECTORA", "2,034.00"), ()),
        (("Costo", "Precio", "x" * 200), ("costo",)),
        ((), ()),
    ],
)
def test_the_names_that_are_said(texts: tuple[str, ...], names: tuple[str, ...]) -> None:
    assert other_headings(texts) == names
