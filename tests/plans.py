"""Small plans written by hand, for the tests of stages that begin with a plan."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from a4_rdf.model import (
    Basis,
    Bound,
    Cell,
    Column,
    Footer,
    Goal,
    Organization,
    Place,
    Plan,
    ProcessLevel,
    Publisher,
    Regime,
    Release,
    RowStatus,
    Source,
    SourceRow,
    Statement,
    Target,
    TargetStatus,
    Unit,
    UnitKind,
)

BASE = "https://datos.ejemplo.ec"
PUBLISHER = Publisher(
    base=BASE,
    title="Metas de ejemplo",
    name="Oficina de ejemplo",
    licence="https://creativecommons.org/licenses/by/4.0/",
)
RELEASE = Release(Organization("gad", "GAD de Ejemplo"), date(2015, 9, 30), 2015)

DIRECTION = "DIRECCIÓN DE OBRAS"
COORDINATION = "COORDINACIÓN DE VÍAS"
PROJECT = "PROYECTO PUENTES"


def said(text: str, row: int, column: int) -> Statement:
    """Return words that stand at a row and column."""
    return Statement(text, Place(row, column))


def small_plan() -> Plan:
    """Return a plan of three goals: one quantified, one that counts two things, one blank."""
    reported = f"{DIRECTION} - {COORDINATION}"
    coordination = (DIRECTION, COORDINATION)
    bridges = Goal(
        row=4,
        unit=coordination,
        reported_unit=said(reported, 4, 2),
        number="1",
        section="PROCESOS AGREGADORES DE VALOR",
        level=ProcessLevel.VALUE_ADDING,
        objective=said("Mejorar las vías", 4, 3),
        activity=said("Construcción de puentes", 4, 4),
        indicator=said("Número de puentes", 4, 5),
        target_cell=said("3 puentes y al menos 2 pasos de agua", 4, 6),
        status=TargetStatus.MULTIPLE,
        targets=(
            Target("3 puentes", TargetStatus.QUANTIFIED, Decimal(3), unit_of_measure="puentes"),
            Target(
                "al menos 2 pasos de agua",
                TargetStatus.QUANTIFIED,
                Decimal(2),
                bound=Bound.AT_LEAST,
                unit_of_measure="pasos",
            ),
        ),
    )
    budget = Goal(
        row=5,
        unit=coordination,
        reported_unit=said(reported, 4, 2),
        number="1",
        objective=said("Mejorar las vías", 4, 3),
        indicator=said("% de ejecución", 5, 5),
        target_cell=said("entre 80 y 90,5 %", 5, 6),
        status=TargetStatus.QUANTIFIED,
        targets=(
            Target(
                "entre 80 y 90,5 %",
                TargetStatus.QUANTIFIED,
                Decimal(80),
                Decimal("90.5"),
                Bound.RANGE,
                "%",
                Basis.DIGITS,
            ),
        ),
    )
    blank = Goal(
        row=6,
        unit=(PROJECT,),
        reported_unit=said(PROJECT, 6, 2),
        number="2",
        activity=said("Gestión de fondos", 6, 4),
    )
    return Plan(
        source=Source("2015-09-30.txt", "text/plain", 812, "ab" * 32, "utf-8"),
        title="GAD DE EJEMPLO",
        regime=Regime.LAW_2004,
        columns=tuple(Column),
        goals=(bridges, budget, blank),
        units=(
            Unit((DIRECTION,), place=Place(4, 2)),
            Unit(coordination, (reported,), ProcessLevel.VALUE_ADDING, place=Place(4, 2)),
            Unit((PROJECT,), (PROJECT,), kind=UnitKind.PROJECT, place=Place(6, 2)),
        ),
        rows=tuple(
            SourceRow(n, status, (), (Cell("x", Place(n, 1), "x"),))
            for n, status in (
                (1, RowStatus.TITLE),
                (2, RowStatus.HEADER),
                (4, RowStatus.GOAL),
                (5, RowStatus.GOAL),
                (6, RowStatus.GOAL),
                (7, RowStatus.FOOTER),
            )
        ),
        footer=Footer(date(2015, 9, 30), "MENSUAL", "DIRECCION DE OBRAS", ("name", "email")),
    )
