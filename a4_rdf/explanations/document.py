"""What the findings on a document as a whole mean and how to mend it."""

from __future__ import annotations

from collections.abc import Mapping

from a4_rdf.explanations.explanation import Explanation

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
