"""What each kind of finding means: a short name, and a sentence that says how to mend the table.

For the people who fill in the table and those who read the pages; `findings` has the words of a
single finding. The code list of findings carries both (tests/ontology/regenerate_findings.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Explanation:
    """The name of a finding code and what it means, in Spanish and in English."""

    name_es: str
    name_en: str
    es: str
    en: str


READING: Mapping[str, Explanation] = {
    "encoding-guessed": Explanation(
        "Archivo que no está en UTF-8",
        "File that is not UTF-8",
        "Las letras con tilde se leyeron con otra codificación. Guarde el archivo como UTF-8.",
        "Accented letters were read in another encoding. Save the file as UTF-8.",
    ),
}

REPAIRING: Mapping[str, Explanation] = {
    "marks-removed": Explanation(
        "Marcas de formato quitadas",
        "Formatting marks removed",
        "La celda traía marcas de negrita o de página web, que no son texto. "
        "Escriba en la celda solo el texto.",
        "The cell held marks for bold type or web pages, which are no text. Write plain text only.",
    ),
    "characters-normalised": Explanation(
        "Caracteres normalizados",
        "Characters normalised",
        "La celda traía caracteres invisibles o tildes compuestas de otro modo. "
        "Las palabras son las mismas; no hay nada que corregir.",
        "The cell held invisible characters or accents composed otherwise. "
        "The words are the same; there is nothing to mend.",
    ),
    "personal-data-withheld": Explanation(
        "Dato personal omitido",
        "Personal data withheld",
        "Aquí había el nombre, el correo o el teléfono de una persona, que no se publica. "
        "En la tabla basta el cargo.",
        "A person's name, e-mail or telephone stood here and is not published. "
        "The name of the post is enough.",
    ),
    "unknown-column": Explanation(
        "Columna no reconocida",
        "Column not recognised",
        "La tabla tiene una columna que la plantilla no prevé; no se interpreta. "
        "Use los encabezados de la plantilla.",
        "The table has a column that the template lacks; it is left uninterpreted. "
        "Use the template's headings.",
    ),
    "columns-missing": Explanation(
        "Faltan columnas",
        "Columns missing",
        "Al encabezado le faltan columnas de la plantilla. Agréguelas, aunque queden en blanco.",
        "The header lacks columns of the template. Add them, even where they stay blank.",
    ),
    "row-realigned": Explanation(
        "Fila desplazada",
        "Shifted row",
        "Las celdas de la fila estaban corridas respecto del encabezado: cada una se llevó a la "
        "columna que le toca por lo que dice. Ponga en la tabla cada texto bajo su encabezado.",
        "The row's cells were shifted against the header: each was moved to the column that its "
        "words belong to. Put each text under its heading.",
    ),
    "ambiguous-row": Explanation(
        "Fila con dos lecturas",
        "Row that can be read two ways",
        "Las celdas de la fila caben en las columnas de dos maneras y se tomó una. "
        "Compárela con el documento y ponga cada texto bajo su encabezado.",
        "The row's cells fit the columns in two ways and one was taken. "
        "Compare it with the document and put each text under its heading.",
    ),
    "extra-text": Explanation(
        "Texto que sobra",
        "Text left over",
        "En la fila hay un texto que no cabe en ninguna columna; no se interpreta. "
        "Páselo a la celda que le toca o quítelo.",
        "The row holds a text that fits no column; it is left uninterpreted. "
        "Move it to its cell or remove it.",
    ),
    "unplaced-text": Explanation(
        "Texto de otra columna",
        "Text of another column",
        "El texto está bajo un encabezado que la plantilla no prevé; se conserva sin interpretar. "
        "Si es parte de la meta, páselo a una columna de la plantilla.",
        "The text stands under a heading that the template lacks; it is kept uninterpreted. "
        "If it is part of the goal, move it to one of the template's columns.",
    ),
    "unit-across-numbers": Explanation(
        "Número nuevo sin unidad",
        "New number without a unit",
        "La fila empieza un número nuevo y no nombra la unidad: se tomó la de arriba. "
        "Escriba la unidad en cada fila numerada.",
        "The row begins a new number and names no unit: the one above was taken. "
        "Write the unit in each numbered row.",
    ),
}

DOCUMENT: Mapping[str, Explanation] = {
    "title-missing": Explanation(
        "Documento sin título",
        "Document without a title",
        "El documento no dice antes de la tabla de qué entidad es. Escriba su nombre arriba.",
        "The document does not say above the table whose it is. Write the name at the top.",
    ),
    "regime-assumed": Explanation(
        "Ley supuesta",
        "Law assumed",
        "El documento no nombra la ley bajo la que se publica: se dedujo de sus columnas. "
        "Escriba la ley y el literal en el título.",
        "The document does not name the law it is published under: it was taken from its columns. "
        "Write law and literal in the title.",
    ),
    "level-unknown": Explanation(
        "Sección sin nivel conocido",
        "Section without a known level",
        "El título de la sección no es un nivel de proceso de la plantilla. "
        "Use los de la plantilla: gobernante, asesoría, agregador de valor o apoyo.",
        "The section's title is no process level of the template. "
        "Use the template's: governing, advisory, value-adding or support.",
    ),
    "unit-spelling": Explanation(
        "Unidad escrita de otra manera",
        "Unit spelt otherwise",
        "El nombre de la unidad no está escrito igual que más arriba; se tomó por la misma. "
        "Escríbalo siempre igual.",
        "The unit's name is not written as it is above; it was taken for the same. "
        "Write it the same way each time.",
    ),
    "unit-in-two-levels": Explanation(
        "Unidad en dos niveles",
        "Unit under two levels",
        "La misma unidad está bajo dos niveles de proceso. Déjela en el suyo.",
        "The same unit stands under two process levels. Leave it under its own.",
    ),
    "footer-date-missing": Explanation(
        "Falta la fecha de actualización",
        "Update date missing",
        "El pie del documento no dice cuándo se actualizó. Escriba la fecha, como 30/09/2015.",
        "The document's footer does not say when it was updated. Write the date, as 30/09/2015.",
    ),
    "date-differs": Explanation(
        "Fechas distintas",
        "Dates differ",
        "La fecha que dice el documento no es la de la publicación. Corrija una de las dos.",
        "The date in the document is not the date of publication. Correct one of them.",
    ),
    "footer-date-unread": Explanation(
        "Fecha de actualización ilegible",
        "Update date not readable",
        "La fecha de actualización no se entiende. Escríbala en cifras, como 30/09/2015.",
        "The update date cannot be read. Write it in figures, as 30/09/2015.",
    ),
    "footer-unread": Explanation(
        "Texto del pie que no se interpreta",
        "Footer text left uninterpreted",
        "El pie tiene un texto que la plantilla no prevé; no se publica, porque puede nombrar "
        "a personas. No hay nada que corregir.",
        "The footer has a text that the template lacks; it is not published, for it may name "
        "persons. There is nothing to mend.",
    ),
}

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

EXPLANATIONS: Mapping[str, Explanation] = {**READING, **REPAIRING, **DOCUMENT, **GOALS}
"""By finding code, as `findings.KINDS`."""
