"""Examples of the findings on a goal."""

from __future__ import annotations

from collections.abc import Mapping

from a4_rdf.explanations.examples.example import Cells, Example
from a4_rdf.explanations.examples.rows import (
    AIM,
    DEED,
    MEASURE,
    NAME,
    TARGET,
    goal,
    table,
    water,
)

LINKED = ("Unidad", "Objetivo", "Indicador", "Meta cuantificable", "Enlace de verificación")


def _one(wrong: Cells, mended: Cells, column: int) -> Example:
    """Return an example of one row, in whose column something is wrong."""
    return Example(table(wrong, cell=(1, column)), table(mended, cell=(1, column)))


def _linked(link: str) -> Cells:
    return (*goal()[1:3], *goal()[4:], link)


_PERCENTAGE = "Porcentaje de puentes construidos"

GOALS: Mapping[str, Example] = {
    "goal-without-unit": Example(
        table(goal(unit=""), water(), cell=(1, NAME)),
        table(goal(), water(), cell=(1, NAME)),
    ),
    "objective-missing": _one(goal(objective=""), goal(), AIM),
    "activity-missing": _one(goal(activity=""), goal(), DEED),
    "link-unread": Example(
        table(_linked("Sistema de planificación"), cell=(1, 5), headings=LINKED),
        table(_linked("https://planes.ejemplo.gob.ec/poa"), cell=(1, 5), headings=LINKED),
    ),
    "indicator-missing": _one(goal(indicator=""), goal(), MEASURE),
    "target-missing": _one(goal(target=""), goal(), TARGET),
    "absent-marker": _one(goal(target="N/A"), goal(), TARGET),
    "target-qualitative": _one(goal(target="Puentes construidos"), goal(), TARGET),
    "target-multiple": Example(
        table(
            goal(indicator="Obras terminadas", target="3 puentes y 5 muros"),
            cell=(1, TARGET),
        ),
        table(
            goal(),
            goal("", "", "", "Construir muros", "Número de muros", "5 muros"),
            cell=(1, TARGET),
        ),
    ),
    "unread-number": _one(goal(target="Puentes del plan 2015"), goal(), TARGET),
    "ambiguous-number": _one(
        goal(activity="Asfaltar calles", indicator="Longitud asfaltada", target="1.500 km"),
        goal(activity="Asfaltar calles", indicator="Longitud asfaltada", target="1.500,00 km"),
        TARGET,
    ),
    "number-by-file": Example(
        table(
            goal(activity="Asfaltar", indicator="Presupuesto", target="$ 1.479.588,24"),
            water(activity="Tender redes", indicator="Longitud de redes", target="8.500 metros"),
            cell=(2, TARGET),
        ),
        table(
            goal(activity="Asfaltar", indicator="Presupuesto", target="$ 1.479.588,24"),
            water(activity="Tender redes", indicator="Longitud de redes", target="8500 metros"),
            cell=(2, TARGET),
        ),
        is_reading=True,
    ),
    "percent-without-sign": _one(
        goal(indicator=_PERCENTAGE, target="80 puentes"),
        goal(indicator=_PERCENTAGE, target="80 %"),
        TARGET,
    ),
    "percent-unexpected": _one(goal(target="80 %"), goal(), TARGET),
    "percent-over-100": _one(
        goal(indicator=_PERCENTAGE, target="120 %"),
        goal(indicator=_PERCENTAGE, target="100 %"),
        TARGET,
    ),
    "unit-unlike-indicator": _one(goal(target="3 obras"), goal(), TARGET),
    "repeated-row": Example(
        table(goal(), goal(number="2"), cell=(2, NAME)),
        table(goal(), cell=(1, NAME)),
    ),
}
