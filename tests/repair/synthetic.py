"""Invented a4 tables, some of their rows shifted as lost merged cells shift them."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

UNITS = (
    "DIRECCIÓN DE OBRAS PÚBLICAS",
    "JEFATURA DE CATASTROS",
    "UNIDAD DE TURISMO Y CULTURA",
    "SUBDIRECCIÓN DE HIGIENE",
    "DIRECCIÓN FINANCIERA - TESORERÍA",
)
OBJECTIVES = (
    "Mejorar la vialidad urbana y rural del cantón",
    "Garantizar el acceso de la población al agua segura",
    "Fomentar la actividad turística comunitaria",
    "Incrementar la recaudación de tributos municipales",
    "Reducir la contaminación de los ríos",
)
ACTIVITIES = (
    "Construcción de aceras y bordillos en barrios periféricos",
    "Mantenimiento de la red de distribución",
    "Capacitación a prestadores de servicios",
    "Actualización del catastro predial",
    "Ejecutar campañas de limpieza con la comunidad",
    "Dotación de contenedores",
)
MEASURES = (
    ("Número de kilómetros intervenidos", "12 kilómetros"),
    ("% de hogares con servicio continuo", "85% de hogares"),
    ("Porcentaje de cartera vencida recuperada", "Al menos 60% de la cartera"),
    ("Nº de prestadores capacitados", "40 prestadores capacitados"),
    ("Cantidad de predios actualizados", "1 200 predios"),
    ("Número de campañas", "3"),
    ("Plan de turismo elaborado", "1 plan elaborado"),
    ("Ordenanza aprobada", "Una ordenanza"),
    ("Manual de procesos", "Manual de procesos aprobado por el concejo"),
    ("Red de agua en operación", "Red ampliada y en operación"),
)
WIDTH = 6
Line = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shifted:
    """A table as it should be read, as it is written, and which of its rows were shifted."""

    meant: tuple[Line, ...]
    written: tuple[Line, ...]
    shifted: frozenset[int]


@st.composite
def meant_rows(draw: st.DrawFn) -> tuple[Line, ...]:
    """Draw the rows of a sound table: merged cells blank, the first row of a unit full."""
    rows: list[Line] = []
    pick = st.sampled_from
    for number, unit in enumerate(draw(st.lists(pick(UNITS), min_size=2, max_size=4)), 1):
        for index in range(draw(st.integers(2, 5))):
            indicator, target = draw(pick(MEASURES))
            activity, objective = draw(pick(ACTIVITIES)), draw(pick(OBJECTIVES))
            left = ("", "", objective) if draw(st.booleans()) else ("", "", "")
            first = (str(number), unit, objective)
            rows.append((*(left if index else first), activity, indicator, target))
    return tuple(rows)


@st.composite
def shifted_tables(draw: st.DrawFn) -> Shifted:
    """Draw a table of which some continuation rows are pushed right or packed left."""
    meant = draw(meant_rows())
    written: list[Line] = []
    shifted: set[int] = set()
    for at, row in enumerate(meant):
        inside = row[0] == ""
        move = draw(st.sampled_from(("", "", "", "right", "left", "packed"))) if inside else ""
        if move:
            shifted.add(at)
        written.append(_moved(row, move))
    return Shifted(meant, tuple(written), frozenset(shifted))


def _moved(row: Line, move: str) -> Line:
    """Return a row pushed right by one, packed to the left by one, or its activity in front."""
    if move == "right":
        return ("", *row)
    if move == "left":
        return (*row[1:], "")
    if move == "packed":
        first, *rest = [text for text in row if text]
        return (first, "", "", *rest)
    return row
