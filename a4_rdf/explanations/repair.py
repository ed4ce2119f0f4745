"""What the findings of the repair mean and how to mend the table."""

from __future__ import annotations

from collections.abc import Mapping

from a4_rdf.explanations.explanation import Explanation

REPAIR: Mapping[str, Explanation] = {
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
    "line-left-out": Explanation(
        "Renglón fuera de la tabla",
        "Line outside the table",
        "Después del encabezado hay un renglón fuera de la tabla que no es sección ni pie, como "
        "una nota o una firma; no se lee. Si es una meta, páselo a la tabla.",
        "Below the header stands a line outside the table that is neither section nor footer, as "
        "a note or a signature is; it is not read. If it is a goal, move it into the table.",
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
    "inherits-ambiguous": Explanation(
        "Fila que depende de una dudosa",
        "Row that hangs on a doubtful one",
        "La fila deja en blanco una celda y toma la de una fila de arriba que se puede leer de "
        "dos maneras. Escriba en esta fila lo que está en blanco, o corrija la de arriba.",
        "The row leaves a cell blank and takes that of a row above which can be read two ways. "
        "Write in this row what is blank, or mend the one above.",
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
