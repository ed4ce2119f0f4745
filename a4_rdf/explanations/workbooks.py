"""What the findings on a workbook mean and how to mend it."""

from __future__ import annotations

from collections.abc import Mapping

from a4_rdf.explanations.explanation import Explanation

WORKBOOKS: Mapping[str, Explanation] = {
    "sheet-not-read": Explanation(
        "Otra hoja con metas, sin leer",
        "Another sheet with goals, not read",
        "El libro trae más de una hoja con encabezados de la plantilla y solo se lee una. "
        "Junte todas las metas en una hoja, o deje en el libro solo la que vale.",
        "The workbook has more than one sheet with the template's headings and only one is read. "
        "Bring all goals together on one sheet, or leave only the valid one in the workbook.",
    ),
    "hidden-sheet-read": Explanation(
        "Hoja oculta leída",
        "Hidden sheet read",
        "Ninguna hoja visible trae la tabla, así que se leyó una oculta. "
        "Si debe publicarse, muestre la hoja; si no, bórrela y ponga la tabla en una hoja visible.",
        "No visible sheet has the table, so a hidden one was read. If it is to be published, show "
        "the sheet; if not, delete it and put the table on a visible sheet.",
    ),
    "hidden-rows-read": Explanation(
        "Filas ocultas leídas",
        "Hidden rows read",
        "La tabla tiene filas ocultas o filtradas, que se leen como las demás. "
        "Muéstrelas, o bórrelas si ya no valen.",
        "The table has hidden or filtered rows, which are read like the others. "
        "Show them, or delete them if they no longer hold.",
    ),
    "hidden-column-read": Explanation(
        "Columna oculta leída",
        "Hidden column read",
        "La tabla tiene una columna oculta, que se lee como las demás. "
        "Muéstrela, o bórrela si no debe publicarse.",
        "The table has a hidden column, which is read like the others. "
        "Show it, or delete it if it is not to be published.",
    ),
    "covered-cell": Explanation(
        "Texto tapado por celdas combinadas",
        "Text covered by merged cells",
        "Debajo de una celda combinada hay un texto que no se ve y no se lee. "
        "Separe las celdas para verlo; luego bórrelo o páselo a la celda que le toca.",
        "Beneath a merged cell lies a text that nobody sees and that is not read. "
        "Unmerge the cells to see it; then delete it or move it to its cell.",
    ),
    "cell-error": Explanation(
        "Celda con error",
        "Cell with an error",
        "La celda tiene un error de la hoja de cálculo, como #¡REF! o #¡DIV/0!, y se lee como "
        "vacía. Corrija la fórmula o escriba el valor.",
        "The cell holds a spreadsheet error, like #REF! or #DIV/0!, and is read as empty. "
        "Mend the formula or write the value.",
    ),
    "formula-without-value": Explanation(
        "Fórmula sin resultado",
        "Formula without a result",
        "La celda tiene una fórmula cuyo resultado no está guardado; las fórmulas no se calculan "
        "aquí, así que queda vacía. Abra el libro y guárdelo de nuevo, o escriba el valor.",
        "The cell has a formula whose result is not stored; formulas are not computed here, so it "
        "stays empty. Open the workbook and save it again, or write the value.",
    ),
    "value-rounded": Explanation(
        "Número redondeado a la vista",
        "Number rounded for display",
        "La celda muestra menos decimales de los que guarda y se publica lo que muestra. "
        "Si vale el número exacto, aumente los decimales de la celda.",
        "The cell shows fewer decimals than it stores, and what it shows is published. "
        "If the exact number holds, increase the cell's decimals.",
    ),
    "formats-unread": Explanation(
        "Libro de Excel muy antiguo",
        "Very old Excel workbook",
        "El libro no deja saber cómo muestra sus números ni qué tiene oculto: "
        "un 65 % puede leerse como 0.65. Guárdelo como libro de Excel actual (.xlsx).",
        "The workbook does not tell how it shows its numbers or what it hides: "
        "65 % may be read as 0.65. Save it as a present-day Excel workbook (.xlsx).",
    ),
    "macros-ignored": Explanation(
        "Macros que no se leen",
        "Macros not read",
        "El libro trae macros, que son pequeños programas: no se ejecutan ni se leen. "
        "Publíquelo como .xlsx, que no las lleva.",
        "The workbook holds macros, which are small programs: they are neither run nor read. "
        "Publish it as .xlsx, which has none.",
    ),
    "external-links-ignored": Explanation(
        "Datos traídos de otros archivos",
        "Data taken from other files",
        "El libro toma datos de otros archivos, que no se consultan: vale el último resultado "
        "guardado. Revise que esté al día, o escriba los valores en lugar de las fórmulas.",
        "The workbook takes data from other files, which are not consulted: the last stored "
        "result holds. See that it is up to date, or write the values in place of the formulas.",
    ),
}
