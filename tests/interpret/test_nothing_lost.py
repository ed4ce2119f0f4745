"""Each text of a source is in a goal, in a row that is published whole, or in a finding."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from a4_rdf import persons
from a4_rdf.interpret import interpret
from a4_rdf.model import Cell, Column, Finding, Goal, Place, Plan, RowStatus
from a4_rdf.repair import repair
from tests.tables import HEADER, table

SHOWN_WHOLE = (
    RowStatus.TITLE,
    RowStatus.HEADER,
    RowStatus.REPEATED_HEADER,
    RowStatus.SECTION,
    RowStatus.EXAMPLE,
)
FOREIGN = ("Observaciones", "Presupuesto", "Servidor responsable", "Nombre del programa")
WORD = st.sampled_from(
    [
        "",
        "",
        "1",
        "12 talleres",
        "Número de talleres",
        "% de avance",
        "PROCESOS GOBERNANTES",
        "DIRECCIÓN DE OBRAS",
        "Mejorar las vías",
        "Construcción de vías",
        "Ejemplo:",
        "PERIODICIDAD: MENSUAL",
        "FECHA DE ACTUALIZACIÓN",
        "30/09/2015",
        "Responsable:",
        "UNIDAD POSEEDORA: DIRECCIÓN DE OBRAS - Ing. Fulana Inventada",
        "Lcdo. Fulano Inventado",
        "alguien@ejemplo.example",
        "NO APLICA",
        "Meta cuantificable",
        "en ejecución",
        "$ 1.479.588,24",
        "A &amp; <b>B</b>",
    ]
)


@st.composite
def headers(draw: st.DrawFn) -> tuple[str, ...]:
    """Draw a header with foreign headings anywhere among the template's."""
    header = list(HEADER)
    for heading in draw(st.lists(st.sampled_from(FOREIGN), max_size=3, unique=True)):
        header.insert(draw(st.integers(0, len(header))), heading)
    return tuple(header)


@settings(max_examples=150, deadline=None)
@given(headers(), st.lists(st.tuples(*[WORD] * 10), max_size=10))
def test_no_text_is_lost(header: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    source = table(*rows, header=header)
    repaired, found = repair(source)
    plan, more = interpret(repaired)
    findings = (*found, *more)
    said = {(goal.row, place) for goal in plan.goals for place in places(goal)}
    goals = {goal.row: goal for goal in plan.goals}
    status = {row.number: row.status for row in plan.rows}
    clean = {cell.place: cell for row in repaired.rows for cell in row.cells}
    for row in source.rows:
        for cell in row.cells:
            now = clean[cell.place]
            if not now.text:
                continue
            kept = status[row.number] in SHOWN_WHOLE or (row.number, cell.place) in said
            kept = kept or (now.column is Column.NUMBER and row.number in goals)
            assert kept or in_footer(plan, now) or in_finding(findings, now), (now, findings)


@settings(max_examples=150, deadline=None)
@given(headers(), st.lists(st.tuples(*[WORD] * 10), max_size=10))
def test_no_person_is_kept(header: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    repaired, found = repair(table(*rows, header=header))
    said = repr((interpret(repaired), found))
    assert "Inventad" not in said
    assert "@" not in said


def places(goal: Goal) -> list[Place]:
    """Return the places of what a goal says."""
    parts = (goal.reported_unit, goal.objective, goal.activity, goal.indicator, goal.target_cell)
    return [part.place for part in parts if part is not None]


def in_footer(plan: Plan, cell: Cell) -> bool:
    """Tell whether a cell is published in a footer row as it is."""
    row = next(row for row in plan.rows if row.number == cell.place.row)
    return row.status is RowStatus.FOOTER and cell.text in [c.text for c in row.cells]


def in_finding(findings: tuple[Finding, ...], cell: Cell) -> bool:
    """Tell whether a finding stands at a cell's place, or quotes the row that it is in."""
    return any(
        finding.place == cell.place
        or (
            finding.code == "goal-without-unit"
            and finding.place.row == cell.place.row
            and cell.text in finding.detail("text")
        )
        for finding in findings
    ) or persons.already_withheld(cell.text)
