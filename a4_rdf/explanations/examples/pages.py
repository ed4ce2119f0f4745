"""Examples of the findings on a Word document or a web page."""

from __future__ import annotations

from collections.abc import Mapping

from a4_rdf.explanations.examples.example import Example, Part, Words
from a4_rdf.explanations.examples.rows import TARGET, goal, lines, noted, table, water

PAGES: Mapping[str, Example] = {
    "tables-left-out": Example(
        table(
            ("La Paz", "Red de agua", "5"),
            cell=(0, 1),
            note=Words("segunda tabla del documento", "second table of the document"),
            headings=("Barrio", "Obra", "Cuántas"),
        ),
        table(
            water(),
            cell=(0, 1),
            note=Words("segunda tabla del documento", "second table of the document"),
        ),
    ),
    "lines-left-out": Example(
        lines(
            "GAD MUNICIPAL DE EJEMPLO",
            note=Words("a 20 renglones de la tabla", "20 lines from the table"),
        ),
        lines(
            "GAD MUNICIPAL DE EJEMPLO",
            note=Words("justo encima de la tabla", "right above the table"),
        ),
        Part.PAGE,
    ),
    "links-left-out": Example(
        lines(
            "GAD MUNICIPAL DE EJEMPLO",
            note=Words("el renglón es solo un enlace", "the line is but a link"),
        ),
        lines(
            "GAD MUNICIPAL DE EJEMPLO",
            note=Words("el renglón es texto corriente", "the line is plain text"),
        ),
        Part.PAGE,
    ),
    "cells-overlap": Example(
        table(
            goal(),
            (*water()[:5], ""),
            cell=(2, TARGET),
            note=Words(
                "la meta de arriba y este indicador son celdas combinadas que se cruzan",
                "the target above and this indicator are merged cells that cross",
            ),
        ),
        table(
            goal(),
            water(),
            cell=(2, TARGET),
            note=Words("ninguna celda combinada", "no merged cell"),
        ),
    ),
    "changes-unaccepted": Example(
        table(
            goal(),
            cell=(1, TARGET),
            note=Words(
                "Word guarda el cambio de «2 puentes» por «3 puentes», sin aceptar",
                "Word keeps the change of «2 puentes» for «3 puentes», not accepted",
            ),
        ),
        table(goal(), cell=(1, TARGET), note=Words("cambio aceptado", "change accepted")),
    ),
    "hidden-cell-read": noted(
        Words("la página oculta la celda de la meta", "the page hides the target's cell"),
        Words("la celda está a la vista", "the cell is shown"),
        (1, TARGET),
    ),
    "struck-text": noted(
        Words("delante hay un «2» tachado", "before it stands a struck-out «2»"),
        Words("el «2» tachado se borró", "the struck-out «2» was deleted"),
        (1, TARGET),
    ),
    "hidden-text": noted(
        Words("delante hay un «2» oculto", "before it stands a hidden «2»"),
        Words("el «2» oculto se borró", "the hidden «2» was deleted"),
        (1, TARGET),
    ),
}
