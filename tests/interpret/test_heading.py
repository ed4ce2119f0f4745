"""Title, law and process levels."""

from __future__ import annotations

import pytest

from a4_rdf.interpret.heading import level_of, regime_of, title_of
from a4_rdf.model import Finding, ProcessLevel, Regime, Table
from a4_rdf.read import Bounds, Document
from a4_rdf.read.text import read_text
from a4_rdf.repair import repair
from tests.tables import HEADER, lines

FOUR = ("Unidad", "Objetivos", "Indicador", "Meta cuantificable")


def document(*rows: tuple[str, ...]) -> Table:
    return repair(read_text(Document("t.txt", lines(*rows).encode()), Bounds())[0])[0]


def test_the_title_is_the_organisation_s_name() -> None:
    table = document(("Art. 7 de la LOTAIP",), ("**GAD  DE EJEMPLO**",), ("Literal a4)",), HEADER)
    assert title_of(table.rows) == "GAD DE EJEMPLO"
    assert title_of(document(HEADER).rows) == ""
    assert title_of(document(("Institución:", "GAD DE EJEMPLO"), HEADER).rows) == "GAD DE EJEMPLO"


@pytest.mark.parametrize(
    "line",
    [
        "RESPONSABLE ING. FULANA INVENTADA",
        "Responsable: Fulana Inventada",
        "Ing. Fulana Inventada",
        "ALCALDE FULANO INVENTADO",
        "Correo alguien@ejemplo.example",
    ],
)
def test_a_person_is_no_organisation(line: str) -> None:
    assert title_of(document((line,), ("GAD DE EJEMPLO",), HEADER).rows) == "GAD DE EJEMPLO"


@pytest.mark.parametrize("person", ["Ing. Fulana Inventada", "Alcaldesa: Fulana", "Telf: 2555683"])
def test_an_organisation_s_name_ends_before_a_person(person: str) -> None:
    table = document((f"GAD DE EJEMPLO - {person}",), HEADER)
    assert title_of(table.rows) == "GAD DE EJEMPLO"


@pytest.mark.parametrize(
    ("rows", "regime", "codes"),
    [
        ((("Art. 7 Literal a4) Las metas",), HEADER), Regime.LAW_2004, []),
        ((("Art. 19 numeral 1.3",), HEADER), Regime.LAW_2023, []),
        ((FOUR,), Regime.LAW_2023, ["regime-assumed"]),
        (((*FOUR, "Enlace de verificación"),), Regime.LAW_2023, []),
        ((HEADER,), Regime.LAW_2004, ["regime-assumed"]),
    ],
)
def test_the_law_is_named_or_assumed(
    rows: tuple[tuple[str, ...], ...], regime: Regime, codes: list[str]
) -> None:
    findings: list[Finding] = []
    assert regime_of(document(*rows), findings) is regime
    assert [f.code for f in findings] == codes


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("PROCESOS GOBERNANTES / NIVEL DIRECTIVO", ProcessLevel.GOVERNING),
        ("PROCESOS HABILITANTES DE ASESORÍA", ProcessLevel.ADVISORY),
        ("PROCESOS ADJETIVOS DE APOYO", ProcessLevel.SUPPORT),
        ("NIVEL OPERATIVO", ProcessLevel.VALUE_ADDING),
        ("PROCESOS DESCONCENTRADOS", ProcessLevel.DECONCENTRATED),
        ("PROCESOS HABILITANTES", None),
    ],
)
def test_levels(text: str, level: ProcessLevel | None) -> None:
    assert level_of(text) is level
