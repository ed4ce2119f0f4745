"""Examples of the findings on curators' decisions."""

from __future__ import annotations

from collections.abc import Mapping

from a4_rdf.explanations.examples.example import Example, Part, Piece, Words
from a4_rdf.explanations.examples.rows import AIM, DEED, TARGET, UNIT, goal, table

FIELDS = ("source", "row", "column", "value", "role", "why")
HERE, ELSEWHERE = "huella del documento", "huella de otro documento"
DOUBTFUL = ("", "", "Cuidar ríos", "", "Número de ríos", "2 ríos")
WHY = ("Planificación", "cotejado")


def _decision(source: str, row: str, column: str, value: str, at: int) -> Piece:
    """Return a line of the file of corrections; the cell `at` matters."""
    return Piece(((source, row, column, value, *WHY),), (1, at), FIELDS)


def _corrected(wrong: Piece) -> Example:
    return Example(
        wrong, _decision(HERE, "4", "target", "3 puentes", wrong.cell[1]), Part.CORRECTIONS
    )


_DECIDED = Words(
    "la revisión decidió que «Cuidar ríos» es el objetivo",
    "the review decided that «Cuidar ríos» is the objective",
)

CURATION: Mapping[str, Example] = {
    "cell-corrected": Example(
        table(
            goal(target="30 puentes"),
            cell=(1, TARGET),
            note=Words("la revisión decidió «3 puentes»", "the review decided «3 puentes»"),
        ),
        table(goal(), cell=(1, TARGET)),
    ),
    "cell-confirmed": Example(
        table(
            goal(),
            cell=(1, TARGET),
            note=Words("la revisión confirmó «3 puentes»", "the review confirmed «3 puentes»"),
        ),
        table(goal(), cell=(1, TARGET)),
        is_reading=True,
    ),
    "decided": Example(
        table(goal(), DOUBTFUL, cell=(2, AIM), note=_DECIDED),
        table(
            goal(),
            goal("", UNIT, "Cuidar ríos", "Limpiar ríos", "Número de ríos", "2 ríos"),
            cell=(2, DEED),
        ),
        is_reading=True,
    ),
    "correction-without-document": _corrected(_decision(ELSEWHERE, "4", "target", "3 puentes", 1)),
    "correction-without-row": _corrected(_decision(HERE, "40", "target", "3 puentes", 2)),
    "correction-without-column": _corrected(_decision(HERE, "4", "link", "3 puentes", 3)),
}
