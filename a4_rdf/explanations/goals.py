"""What the findings on a goal mean and how to mend its row."""

from __future__ import annotations

from collections.abc import Mapping

from a4_rdf.explanations.explanation import Explanation

GOALS: Mapping[str, Explanation] = {
    "goal-without-unit": Explanation(
        "Fila sin unidad",
        "Row without a unit",
        "La fila no dice qué unidad responde, así que no se publica como meta. Escriba la unidad.",
        "The row does not say which unit answers for it, so it is not published as a goal. "
        "Write the unit.",
    ),
    "objective-missing": Explanation(
        "Falta el objetivo",
        "Objective missing",
        "La celda del objetivo está en blanco. Escriba el objetivo de la unidad.",
        "The objective's cell is blank. Write the unit's objective.",
    ),
    "activity-missing": Explanation(
        "Falta la actividad",
        "Activity missing",
        "La celda de la actividad está en blanco. Escriba qué va a hacer la unidad.",
        "The activity's cell is blank. Write what the unit is going to do.",
    ),
    "link-unread": Explanation(
        "Enlace que no es una dirección web",
        "Link that is no web address",
        "La columna del enlace trae un texto que no es una dirección web, y no se publica como "
        "enlace. Escriba la dirección entera, desde «https://».",
        "The link's column holds a text that is no web address, and it is not published as a "
        "link. Write the whole address, from «https://» on.",
    ),
    "indicator-missing": Explanation(
        "Falta el indicador",
        "Indicator missing",
        "La celda del indicador está en blanco, así que no se sabe cómo se medirá la meta. "
        "Escriba qué se cuenta.",
        "The indicator's cell is blank, so nobody knows how the goal will be measured. "
        "Write what is counted.",
    ),
    "target-missing": Explanation(
        "Falta la meta",
        "Target missing",
        "La celda de la meta está en blanco. Escriba la cantidad y qué se cuenta: «45 talleres».",
        "The target's cell is blank. Write the quantity and what is counted: «45 talleres».",
    ),
    "absent-marker": Explanation(
        "Sin dato",
        "No value",
        "La celda dice que no hay dato («N/A», «-» o algo así) y se publica como vacía. "
        "Si lo hay, escríbalo.",
        "The cell says that there is no value («N/A», «-» or the like) and is published as empty. "
        "If there is one, write it.",
    ),
    "target-qualitative": Explanation(
        "Meta sin cantidad",
        "Target without a quantity",
        "La meta no lleva un número, así que se publica solo con sus palabras. "
        "La ley pide una meta cuantificable: escriba cuánto.",
        "The target has no number, so it is published in its words alone. "
        "The law asks for a quantifiable target: write how much.",
    ),
    "target-multiple": Explanation(
        "Varias metas en una celda",
        "Several targets in a cell",
        "La celda tiene más de una cantidad y cada una se publica aparte. "
        "Escriba una meta por fila.",
        "The cell has more than one quantity and each is published by itself. "
        "Write one target per row.",
    ),
    "unread-number": Explanation(
        "Número que no se toma como cantidad",
        "Number not taken as a quantity",
        "La meta trae un número que parece un año, un artículo o parte de un nombre; no se toma "
        "como cantidad. Escriba la cantidad al comienzo.",
        "The target has a number that looks like a year, an article or part of a name; it is not "
        "counted. Write the quantity first.",
    ),
    "ambiguous-number": Explanation(
        "Número con dos lecturas",
        "Number that can be read two ways",
        "No se sabe si el punto o la coma separa miles o decimales, así que queda sin cantidad. "
        "Escriba los miles con punto y los decimales con coma: 1.500,75.",
        "It is unclear whether the point or comma parts thousands or decimals, so no quantity was "
        "taken. Write thousands with a point and decimals with a comma: 1.500,75.",
    ),
    "number-by-file": Explanation(
        "Número leído según el archivo",
        "Number read as the file writes numbers",
        "El número solo podía leerse de dos maneras; las demás cantidades del archivo muestran qué "
        "signo separa los miles. Si no es así, corrija el número.",
        "On its own the number could be read two ways; the file's other quantities show which mark "
        "parts thousands. If that is wrong, mend the number.",
    ),
    "percent-without-sign": Explanation(
        "Porcentaje sin su signo",
        "Percentage without its sign",
        "El indicador es un porcentaje y la meta no lleva «%». Se publica como está escrita. "
        "Agregue el signo, o cambie el indicador.",
        "The indicator is a percentage and the target has no «%». It is published as written. "
        "Add the sign, or change the indicator.",
    ),
    "percent-unexpected": Explanation(
        "Porcentaje donde se cuenta",
        "Percentage where things are counted",
        "El indicador cuenta cosas y la meta es un porcentaje. "
        "Escriba la meta en lo que el indicador cuenta, o cambie el indicador.",
        "The indicator counts things and the target is a percentage. "
        "Write the target in what the indicator counts, or change the indicator.",
    ),
    "percent-over-100": Explanation(
        "Porcentaje mayor que 100",
        "Percentage over 100",
        "La meta pasa del 100 %. Puede ser un crecimiento o un error al escribirla: revísela.",
        "The target is over 100 %. It may be a growth or a slip: look at it again.",
    ),
    "unit-unlike-indicator": Explanation(
        "Meta e indicador cuentan cosas distintas",
        "Target and indicator count different things",
        "El indicador cuenta una cosa y la meta otra. Use en los dos la misma palabra.",
        "The indicator counts one thing and the target another. Use the same word in both.",
    ),
    "repeated-row": Explanation(
        "Fila repetida",
        "Repeated row",
        "La fila dice lo mismo que otra; se publican las dos. Si es una sola meta, quite una.",
        "The row says the same as another; both are published. If it is one goal, remove one.",
    ),
}
