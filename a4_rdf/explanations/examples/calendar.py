"""Examples of the findings on the dates of a workspace's documents, and on its ledgers."""

from __future__ import annotations

from collections.abc import Mapping

from a4_rdf.explanations.examples.example import Example, Part, Words
from a4_rdf.explanations.examples.rows import lines

AUGUST, SEPTEMBER, OCTOBER = "2015-08-31.txt", "2015-09-30.txt", "2015-10-31.txt"
TODAY = Words("hoy es el 15 de febrero de 2026", "today is February 15, 2026")

CALENDAR: Mapping[str, Example] = {
    "date-in-future": Example(
        lines("2031-01-31.txt", note=TODAY),
        lines("2026-01-31.txt", note=TODAY),
        Part.FOLDER,
    ),
    "late-document": Example(
        lines(
            SEPTEMBER,
            OCTOBER,
            note=Words(
                "el de octubre ya estaba publicado cuando llegó el de septiembre",
                "that of October was published when that of September came",
            ),
        ),
        lines(
            SEPTEMBER,
            OCTOBER,
            note=Words("cada uno se publicó en su mes", "each was published in its month"),
        ),
        Part.FOLDER,
    ),
    "same-month": Example(
        lines("2015-09-15.txt", SEPTEMBER, at=2),
        lines(SEPTEMBER),
        Part.FOLDER,
    ),
    "month-missing": Example(
        lines(AUGUST, OCTOBER, at=2),
        lines(AUGUST, SEPTEMBER, OCTOBER, at=2),
        Part.FOLDER,
    ),
    "documents-gone": Example(
        lines(
            OCTOBER,
            note=Words(
                "el de septiembre se publicó y ya no está",
                "that of September was published and is gone",
            ),
        ),
        lines(SEPTEMBER, OCTOBER),
        Part.FOLDER,
    ),
    "ledger-begun": Example(
        lines("sources/gad/2015-09-30.txt"),
        lines("sources/gad/2015-09-30.txt", "ledger/gad.csv", at=2),
        Part.FOLDER,
    ),
}
