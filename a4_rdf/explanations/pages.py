"""What the findings on a Word document or a web page mean and how to mend it."""

from __future__ import annotations

from collections.abc import Mapping

from a4_rdf.explanations.explanation import Explanation

PAGES: Mapping[str, Explanation] = {
    "tables-left-out": Explanation(
        "Otras tablas sin leer",
        "Other tables not read",
        "El documento trae otras tablas sin los encabezados de la plantilla, y no se leen. "
        "Si alguna tiene metas, póngale esos encabezados.",
        "The document has other tables without the template's headings, and they are not read. "
        "If one has goals, give it these headings.",
    ),
    "lines-left-out": Explanation(
        "Texto lejos de la tabla, sin leer",
        "Text far from the table, not read",
        "Hay renglones demasiado lejos de la tabla, antes o después, y no se leen. "
        "Si el título o el pie están entre ellos, acérquelos a la tabla.",
        "There are lines too far above or below the table, and they are not read. "
        "If the title or the footer is among them, move it next to the table.",
    ),
    "links-left-out": Explanation(
        "Menús de la página sin leer",
        "Menus of the page not read",
        "La página trae renglones que son solo enlaces, menús o rótulos de formulario, y no se "
        "leen. Si alguno es parte del documento, escríbalo como texto corriente.",
        "The page has lines that are only links, menus or labels of forms, and they are not read. "
        "If one is part of the document, write it as plain text.",
    ),
    "cells-overlap": Explanation(
        "Celdas encimadas",
        "Overlapping cells",
        "Una celda combinada de arriba ocupa el lugar de una celda de esta fila; "
        "vale la de la fila. Separe las celdas combinadas y escriba el texto en cada fila.",
        "A merged cell from above takes the place of a cell of this row; the row's own holds. "
        "Unmerge the cells and write the text in each row.",
    ),
    "changes-unaccepted": Explanation(
        "Cambios sin aceptar",
        "Changes not accepted",
        "El documento de Word guarda cambios sin aceptar: se lee lo insertado y se omite lo "
        "eliminado. Acepte o rechace los cambios y guarde el documento.",
        "The Word document keeps changes that were not accepted: what was inserted is read, what "
        "was deleted is left out. Accept or reject the changes and save the document.",
    ),
    "hidden-cell-read": Explanation(
        "Celda oculta leída",
        "Hidden cell read",
        "La página oculta esta celda de la tabla, que se lee como las demás. "
        "Muéstrela, o déjela en blanco si no debe publicarse.",
        "The page hides this cell of the table, which is read like the others. "
        "Show it, or leave it blank if it is not to be published.",
    ),
    "struck-text": Explanation(
        "Texto tachado, sin leer",
        "Struck-out text, not read",
        "Hay un texto tachado, que no se lee. Bórrelo si ya no vale; si vale, quítele el tachado.",
        "There is a struck-out text, which is not read. Delete it if it no longer holds; "
        "if it does, take the line off it.",
    ),
    "hidden-text": Explanation(
        "Texto oculto, sin leer",
        "Hidden text, not read",
        "Hay un texto oculto, que no se ve ni se lee. Muéstrelo si es parte de la tabla; "
        "si no, bórrelo.",
        "There is a hidden text, which is neither seen nor read. "
        "Show it if it is part of the table; if not, delete it.",
    ),
}
