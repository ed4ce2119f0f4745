"""Examples of the findings on a workbook."""

from __future__ import annotations

from collections.abc import Mapping

from a4_rdf.explanations.examples.example import Example, Words
from a4_rdf.explanations.examples.rows import DEED, TARGET, goal, noted, table, water

_SHARE = "Porcentaje de puentes construidos"


def _share(target: str) -> tuple[str, ...]:
    return goal(indicator=_SHARE, target=target)


WORKBOOKS: Mapping[str, Example] = {
    "sheet-not-read": noted(
        Words("la misma tabla está en las hojas «POA» y «POA (2)»", "on two sheets: «POA (2)» too"),
        Words("la tabla está en una hoja, «POA»", "the table is on one sheet, «POA»"),
        (1, 1),
    ),
    "hidden-sheet-read": noted(
        Words("la hoja «POA» está oculta", "the sheet «POA» is hidden"),
        Words("la hoja «POA» está a la vista", "the sheet «POA» is shown"),
        (1, 1),
    ),
    "hidden-rows-read": noted(
        Words("la fila 2 de la tabla está oculta", "row 2 of the table is hidden"),
        Words("la fila 2 está a la vista", "row 2 is shown"),
        (2, 1),
        goal(),
        water(),
    ),
    "hidden-column-read": noted(
        Words("la columna «Actividad» está oculta", "the column «Actividad» is hidden"),
        Words("la columna «Actividad» está a la vista", "the column «Actividad» is shown"),
        (0, DEED),
    ),
    "covered-cell": Example(
        table(
            goal(),
            goal("", activity="Reparar puentes", target="9 puentes"),
            cell=(2, TARGET),
            note=Words(
                "la meta de la fila 1 es una celda combinada, que tapa «9 puentes»",
                "the target of row 1 is a merged cell, which covers «9 puentes»",
            ),
        ),
        table(
            goal(),
            goal("", activity="Reparar puentes", target="9 puentes"),
            cell=(2, TARGET),
            note=Words("ninguna celda combinada", "no merged cell"),
        ),
    ),
    "cell-error": Example(
        table(goal(target="#DIV/0!"), cell=(1, TARGET)),
        table(goal(), cell=(1, TARGET)),
    ),
    "formula-without-value": Example(
        table(
            goal(target="=1+2"),
            cell=(1, TARGET),
            note=Words("el libro no guarda el resultado", "the workbook stores no result"),
        ),
        table(
            goal(target="3"),
            cell=(1, TARGET),
        ),
    ),
    "value-rounded": Example(
        table(
            _share("13%"),
            cell=(1, TARGET),
            note=Words("la celda guarda 12,5 % y muestra 13%", "the cell stores 12.5 %, shows 13%"),
        ),
        table(_share("12.5%"), cell=(1, TARGET)),
    ),
    "formats-unread": Example(
        table(
            _share("0.65"),
            cell=(1, TARGET),
            note=Words("libro de Excel 95, que muestra 65%", "workbook of Excel 95, it shows 65%"),
        ),
        table(
            _share("65%"),
            cell=(1, TARGET),
            note=Words("libro de Excel actual, .xlsx", "workbook of today's Excel, .xlsx"),
        ),
    ),
    "macros-ignored": noted(
        Words("libro con macros, 2015-09-30.xlsm", "workbook with macros, 2015-09-30.xlsm"),
        Words("libro sin macros, 2015-09-30.xlsx", "workbook without macros, 2015-09-30.xlsx"),
        (1, 1),
    ),
    "external-links-ignored": noted(
        Words("la meta se toma de otro libro", "the target is taken from another workbook"),
        Words("la meta está escrita en la celda", "the target is written in the cell"),
        (1, TARGET),
    ),
}
