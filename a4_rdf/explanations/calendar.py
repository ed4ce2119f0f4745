"""What the findings on dates and ledgers mean and how to mend what they are about."""

from __future__ import annotations

from collections.abc import Mapping

from a4_rdf.explanations.explanation import Explanation

CALENDAR: Mapping[str, Explanation] = {
    "date-in-future": Explanation(
        "Fecha en el futuro",
        "Date in the future",
        "El documento lleva una fecha que todavía no llega. Corrija el año o el mes en el nombre "
        "del archivo.",
        "The document has a date that is still to come. Mend the year or the month in the file's "
        "name.",
    ),
    "late-document": Explanation(
        "Documento que llega tarde",
        "Document that comes late",
        "El documento es anterior a la última publicación de la entidad. Se publica en su lugar de "
        "la historia; los cambios que siguen se comparan con él.",
        "The document is older than the body's last release. It is published in its place in the "
        "history; the changes that follow are compared with it.",
    ),
    "same-month": Explanation(
        "Dos documentos del mismo mes",
        "Two documents of one month",
        "La entidad tiene dos documentos del mismo mes y se publican los dos. Si uno corrige al "
        "otro, deje el bueno.",
        "The body has two documents of one month, and both are published. If one mends the other, "
        "keep the good one.",
    ),
    "month-missing": Explanation(
        "Falta un mes",
        "A month is missing",
        "Entre dos documentos de la entidad falta el de uno o más meses. Añádalo a la carpeta de "
        "la entidad cuando lo tenga.",
        "Between two documents of the body that of one or more months is missing. Add it to the "
        "body's folder once you have it.",
    ),
    "documents-gone": Explanation(
        "Documentos que ya no están",
        "Documents that are gone",
        "Hubo publicaciones de documentos que ya no están en la carpeta de la entidad. "
        "Recupérelos de git: sin ellos su historia deja de publicarse.",
        "There were releases of documents that are no longer in the body's folder. Restore them "
        "from git: without them their history is no longer published.",
    ),
    "ledger-begun": Explanation(
        "Registro de direcciones nuevo",
        "New ledger of addresses",
        "La entidad no tenía registro y se dieron nombres nuevos a todas sus cosas. Si ya se había "
        "publicado antes, recupere el registro de git y construya de nuevo.",
        "The body had no ledger, and all of its things were given new names. If it had been "
        "published before, restore the ledger from git and build again.",
    ),
}
