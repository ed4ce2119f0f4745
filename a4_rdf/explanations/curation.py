"""What the findings on curators' decisions mean and what a curator does."""

from __future__ import annotations

from collections.abc import Mapping

from a4_rdf.explanations.explanation import Explanation

CURATION: Mapping[str, Explanation] = {
    "cell-corrected": Explanation(
        "Corregido en la revisión",
        "Corrected in review",
        "Quien revisó los datos cambió lo que se leyó en la celda, o qué es la fila; el aviso "
        "dice qué decía antes, qué cargo lo decidió y por qué. Corríjalo también en el documento.",
        "A reviewer of the data changed what was read in the cell, or what the row is; the notice "
        "tells what it said before, which office decided and why. Correct it in the document too.",
    ),
    "cell-confirmed": Explanation(
        "Confirmado en la revisión",
        "Confirmed in review",
        "Quien revisó los datos miró la celda, o qué es la fila, y confirmó que se leyó bien. "
        "No hay nada que corregir.",
        "A reviewer of the data looked at the cell, or at what the row is, and confirmed that it "
        "was read well. There is nothing to mend.",
    ),
    "decided": Explanation(
        "Duda resuelta en la revisión",
        "Doubt settled in review",
        "La fila tenía una duda y quien revisó los datos la resolvió; el aviso guarda cuál era. "
        "No queda nada por decidir.",
        "The row had a doubt and a reviewer of the data settled it; the notice keeps what it was. "
        "Nothing is left to decide.",
    ),
    "correction-without-document": Explanation(
        "Corrección sin su documento",
        "Correction without its document",
        "El documento que se corrigió ya no está o cambió, así que la corrección no se aplica. "
        "Revise el documento nuevo con «a4-rdf review» y borre esta línea de las correcciones.",
        "The document that was corrected is gone or has changed, so the correction is not "
        "applied. Review the new document with «a4-rdf review» and delete this line of the "
        "corrections.",
    ),
    "correction-without-row": Explanation(
        "Corrección sin su fila",
        "Correction without its row",
        "La fila que nombra la corrección no existe, o no es de las que se pueden corregir así, y "
        "no se aplica. Corrija el número de fila en el archivo de correcciones, o borre la línea.",
        "The row that the correction names does not exist, or is none that can be corrected so, "
        "and it is not applied. Correct the row number in the file of corrections, or delete the "
        "line.",
    ),
    "correction-without-column": Explanation(
        "Corrección sin su columna",
        "Correction without its column",
        "La corrección es de una columna que la tabla no tiene, y no se aplica. "
        "Corrija la columna en el archivo de correcciones, o borre la línea.",
        "The correction is of a column that the table does not have, and it is not applied. "
        "Correct the column in the file of corrections, or delete the line.",
    ),
}
