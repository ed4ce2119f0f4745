"""Examples of the findings of the repair."""

from __future__ import annotations

from collections.abc import Mapping

from a4_rdf.explanations.examples.example import Example, Words
from a4_rdf.explanations.examples.rows import (
    AIM,
    DEED,
    HEADINGS,
    NAME,
    TARGET,
    UNIT,
    goal,
    lines,
    table,
    water,
)

BUDGET = (*HEADINGS, "Presupuesto")
NOTES = (*HEADINGS, "Observaciones")
SECOND = ("Cuidar los caminos", "Número de kilómetros", "40 kilómetros")
"""What the second row of a unit says of its own."""

REPAIR: Mapping[str, Example] = {
    "marks-removed": Example(
        table(goal(unit="DIRECCI&Oacute;N DE OBRAS P&Uacute;BLICAS"), cell=(1, NAME)),
        table(goal(), cell=(1, NAME)),
    ),
    "characters-normalised": Example(
        table(
            goal(target="3\u00a0puentes"),
            cell=(1, TARGET),
            note=Words(
                "entre «3» y «puentes» hay un espacio que no deja partir el renglón",
                "between «3» and «puentes» stands a space at which no line breaks",
            ),
        ),
        table(goal(), cell=(1, TARGET)),
        is_reading=True,
    ),
    "personal-data-withheld": Example(
        table(goal(activity="Construir puentes (resp. Ing. Persona Ejemplo)"), cell=(1, DEED)),
        table(goal(), cell=(1, DEED)),
    ),
    "unknown-column": Example(
        table((*goal(), ""), cell=(0, 7), headings=BUDGET),
        table(goal(), cell=(0, 6)),
    ),
    "line-left-out": Example(
        lines(
            "Construir también 2 muros",
            note=Words("renglón debajo de la tabla", "line below the table"),
        ),
        table(
            goal(),
            goal("", "", "", "Construir muros", "Número de muros", "2 muros"),
            cell=(2, DEED),
        ),
    ),
    "columns-missing": Example(
        table(goal()[:5], cell=(0, 5), headings=HEADINGS[:5]),
        table(goal(), cell=(0, 6)),
    ),
    "row-realigned": Example(
        table(goal(), (*SECOND, "", "", ""), cell=(2, 1)),
        table(goal(), ("", "", "", *SECOND), cell=(2, DEED)),
    ),
    "ambiguous-row": Example(
        table(goal(), ("", "", "Cuidar ríos", "", "Número de ríos", "2 ríos"), cell=(2, AIM)),
        table(
            goal(),
            goal("", UNIT, "Cuidar los ríos", "Limpiar los ríos", "Número de ríos", "2 ríos"),
            cell=(2, DEED),
        ),
    ),
    "inherits-ambiguous": Example(
        table(
            goal(),
            ("", "", "Cuidar ríos", "", "Número de ríos", "2 ríos"),
            ("", "", "", "", "Número de orillas", "4 orillas"),
            cell=(3, AIM),
        ),
        table(
            goal(),
            goal("", UNIT, "Cuidar los ríos", "Limpiar los ríos", "Número de ríos", "2 ríos"),
            goal("", "", "", "", "Número de orillas", "4 orillas"),
            cell=(2, DEED),
        ),
    ),
    "extra-text": Example(
        table((*goal(), "sobre el río"), cell=(1, 7)),
        table(goal(activity="Construir puentes sobre el río"), cell=(1, DEED)),
    ),
    "unplaced-text": Example(
        table((*goal(), "sobre el río"), cell=(1, 7), headings=NOTES),
        table(goal(activity="Construir puentes sobre el río"), cell=(1, DEED)),
    ),
    "unit-across-numbers": Example(
        table(goal(), water(unit=""), cell=(2, NAME)),
        table(goal(), water(), cell=(2, NAME)),
    ),
}
