"""Examples of the findings on a document as a whole."""

from __future__ import annotations

from collections.abc import Mapping

from a4_rdf.explanations.examples.example import Example, Part, Piece, Words
from a4_rdf.explanations.examples.rows import NAME, goal, lines, section, table, water

BODY = "GAD MUNICIPAL DE EJEMPLO"
LAW = "Art. 7 de la LOTAIP, literal a4)"
UPDATED = "FECHA ACTUALIZACIÓN DE LA INFORMACIÓN:"
PERIODICITY = ("PERIODICIDAD DE ACTUALIZACIÓN DE LA INFORMACIÓN:", "MENSUAL")


def _footer(day: str, note: Words | None = None) -> Piece:
    return Piece(((UPDATED, day),), (1, 2), (), note)


DOCUMENT: Mapping[str, Example] = {
    "title-missing": Example(lines(LAW), lines(BODY, LAW), Part.TITLE),
    "regime-assumed": Example(lines(BODY), lines(BODY, LAW, at=2), Part.TITLE),
    "level-unknown": Example(
        table(section("PROCESOS HABILITANTES"), goal(), cell=(1, 1)),
        table(section("PROCESOS HABILITANTES DE APOYO"), goal(), cell=(1, 1)),
    ),
    "unit-spelling": Example(
        table(goal(), water("2", "DIRECCION DE OBRAS PÚBLICAS"), cell=(2, NAME)),
        table(goal(), water("2", "DIRECCIÓN DE OBRAS PÚBLICAS"), cell=(2, NAME)),
    ),
    "unit-in-two-levels": Example(
        table(
            section("PROCESOS AGREGADORES DE VALOR"),
            goal(),
            section("PROCESOS DE APOYO"),
            water("2", "DIRECCIÓN DE OBRAS PÚBLICAS"),
            cell=(4, NAME),
        ),
        table(
            section("PROCESOS AGREGADORES DE VALOR"),
            goal(),
            water("2", "DIRECCIÓN DE OBRAS PÚBLICAS"),
            cell=(3, NAME),
        ),
    ),
    "footer-date-missing": Example(
        Piece((PERIODICITY,), (1, 1)),
        Piece(((UPDATED, "30/09/2015"), PERIODICITY), (1, 2)),
        Part.FOOTER,
    ),
    "date-differs": Example(
        _footer("30/09/2015", Words("archivo 2015-10-31.txt", "file 2015-10-31.txt")),
        _footer("31/10/2015", Words("archivo 2015-10-31.txt", "file 2015-10-31.txt")),
        Part.FOOTER,
    ),
    "footer-date-unread": Example(_footer("30 de septiembre"), _footer("30/09/2015"), Part.FOOTER),
    "footer-unread": Example(
        Piece(((UPDATED, "30/09/2015"), ("UNIDAD POSEEDORA:", "Quien atiende")), (2, 2)),
        Piece(((UPDATED, "30/09/2015"), ("UNIDAD POSEEDORA:", "")), (2, 2)),
        Part.FOOTER,
        is_reading=True,
    ),
}
