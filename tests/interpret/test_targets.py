"""Target cells: status, units of measure, absent markers, doubts."""

from __future__ import annotations

from decimal import Decimal

import pytest

from a4_rdf.interpret.targets import counted_noun, is_absent, is_percent_indicator, measure
from a4_rdf.model import Basis, Place, Statement, TargetStatus


def said(text: str) -> Statement:
    return Statement(text, Place(2, 6))


@pytest.mark.parametrize(
    "text", ["NO APLICA", "NO  APLICA", "N/A", "n/a", "S/N", "-", "INFORMACIÓN NO DISPONIBLE"]
)
def test_absent_markers(text: str) -> None:
    assert is_absent(text)
    measured = measure(said(text), None)
    assert (measured.status, measured.targets) == (TargetStatus.NOT_APPLICABLE, ())
    assert [f.code for f in measured.findings] == ["absent-marker"]


@pytest.mark.parametrize("text", ["0", "-500", "Naranjal", "NO APLICA aún", "S/N 3"])
def test_what_is_no_absent_marker(text: str) -> None:
    assert not is_absent(text)


@pytest.mark.parametrize(
    ("indicator", "noun"),
    [
        ("Cantidad de eventos", "eventos"),
        ("Número de Municipios con Servicio", "Municipios"),
        ("Nº de servidores/as", "servidores/as"),
        ("No Consultorías para el análisis", "Consultorías"),
        ("No. de nuevas guías", "guías"),
        ("Compra de equipos", ""),
        ("% de cumplimiento", ""),
        ("No se cuenta", ""),
    ],
)
def test_what_an_indicator_counts(indicator: str, noun: str) -> None:
    assert counted_noun(indicator) == noun


def test_a_bare_number_takes_its_unit_from_a_counting_indicator_only() -> None:
    (target,) = measure(said("3"), said("Cantidad de eventos")).targets
    assert (target.unit_of_measure, target.basis) == ("eventos", Basis.UNIT_FROM_INDICATOR)
    (target,) = measure(said("1"), said("Compra de equipos")).targets
    assert (target.unit_of_measure, target.basis) == ("", Basis.NO_UNIT)


def test_no_cell_is_blank_and_nothing_is_zero() -> None:
    assert measure(None, None).status is TargetStatus.BLANK
    (target,) = measure(said("0"), None).targets
    assert target.value == Decimal(0)


@pytest.mark.parametrize(
    ("text", "status", "codes"),
    [
        ("Guía impresa", TargetStatus.QUALITATIVE, ["target-qualitative"]),
        ("En las 7 parroquias", TargetStatus.QUALITATIVE, ["unread-number", "target-qualitative"]),
        ("1.234", TargetStatus.QUALITATIVE, ["ambiguous-number", "target-qualitative"]),
        ("3 puentes y 2 vías", TargetStatus.MULTIPLE, ["target-multiple"]),
        ("45 reuniones", TargetStatus.QUANTIFIED, []),
    ],
)
def test_status_and_findings(text: str, status: TargetStatus, codes: list[str]) -> None:
    measured = measure(said(text), None)
    assert measured.status is status
    assert [f.code for f in measured.findings] == codes


def test_a_list_is_flagged_and_a_number_left_over_is_named() -> None:
    months = measure(said("10; 10; 12; 9"), None)
    assert [f.detail("number") for f in months.findings if f.code == "ambiguous-number"] == [
        "10; 10; 12; 9"
    ]
    rate = measure(said("5 talleres / 3 ferias"), None)
    assert rate.targets[0].value == 5
    assert [(f.code, f.detail("number")) for f in rate.findings] == [("unread-number", "3")]


def test_one_value_for_each_month() -> None:
    measured = measure(said("Ene 10, Feb 12"), said("Número de obras"))
    found = [(t.month, t.value, t.unit_of_measure) for t in measured.targets]
    assert found == [(1, Decimal(10), "obras"), (2, Decimal(12), "obras")]
    assert measured.status is TargetStatus.MULTIPLE


def test_percent_indicators() -> None:
    assert is_percent_indicator("% de GAD")
    assert is_percent_indicator("Porcentaje de avance")
    assert not is_percent_indicator("Número de GAD")
