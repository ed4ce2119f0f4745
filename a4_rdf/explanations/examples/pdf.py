"""Examples of the findings on a PDF."""

from __future__ import annotations

from collections.abc import Mapping

from a4_rdf.explanations.examples.example import Example, Part, Words
from a4_rdf.explanations.examples.rows import (
    DEED,
    NAME,
    TARGET,
    goal,
    lines,
    noted,
    table,
    water,
)

RULED = Words("tabla con todas sus líneas", "table with all its rules")
TEXT = Words("PDF creado desde la hoja de cálculo", "PDF made from the spreadsheet")
WIDE = Words("columna más ancha: cabe entero", "wider column: it fits whole")
WHOLE = Words("la fila está entera en la página 1", "the row stands whole on page 1")
THIRD = goal(
    "3",
    "DIRECCIÓN DE CULTURA",
    "Abrir bibliotecas",
    "Comprar libros",
    "Número de libros",
    "900 libros",
)
CUT = ("1", "DIRECCIÓN DE OBRAS PÚBLICAS", "Mejorar las vías", "Construir", "Número de puentes")

PDF: Mapping[str, Example] = {
    "columns-inferred": noted(
        Words("tabla sin líneas entre columnas", "table without rules between columns"),
        RULED,
        (1, 1),
        goal(),
        water(),
    ),
    "rows-inferred": noted(
        Words("tabla sin líneas entre filas", "table without rules between rows"),
        RULED,
        (2, 1),
        goal(),
        water(),
        THIRD,
    ),
    "cell-across-rows": noted(
        Words(
            "sin líneas entre filas, el objetivo sigue junto a la fila 2",
            "without rules between rows, the objective runs on beside row 2",
        ),
        RULED,
        (1, 3),
        goal(objective="Mejorar las vías del cantón y las de cada una de sus parroquias"),
        goal("", "", "", "Construir muros", "Número de muros", "2 muros"),
        THIRD,
    ),
    "irregular-cell": noted(
        Words("a la celda le faltan dos bordes", "two borders of the cell are missing"),
        RULED,
        (1, NAME),
        goal(),
        water(),
    ),
    "text-across-rule": noted(
        Words(
            "«Construir» empieza en la celda de al lado", "«Construir» begins in the cell beside it"
        ),
        WIDE,
        (1, DEED),
    ),
    "word-rejoined": Example(
        table(goal(activity="Construc ción de puentes"), cell=(1, DEED)),
        table(goal(activity="Construcción de puentes"), cell=(1, DEED)),
        is_reading=True,
    ),
    "word-cut": Example(
        table(goal(target="1302 035"), cell=(1, TARGET)),
        table(goal(target="1302035"), cell=(1, TARGET), note=WIDE),
    ),
    "unmapped-characters": Example(
        table(goal(unit="DIRECCI\ufffdN DE OBRAS PÚBLICAS"), cell=(1, NAME)),
        table(goal(), cell=(1, NAME)),
    ),
    "row-continued": Example(
        table(
            (*CUT, "3 puentes"),
            ("", "", "del cantón", "puentes", "construidos", ""),
            cell=(2, 3),
            note=Words("la segunda está en la página 2", "the second stands on page 2"),
        ),
        table(
            goal(indicator="Número de puentes construidos"),
            cell=(1, 3),
            note=WHOLE,
        ),
        is_reading=True,
    ),
    "row-perhaps-continued": Example(
        table(
            (*CUT, "3 puentes"),
            ("", "", "del cantón", "puentes", "Nº", "6"),
            cell=(2, 3),
            note=Words("la segunda está en la página 2", "the second stands on page 2"),
        ),
        table(goal(), cell=(1, 3), note=WHOLE),
    ),
    "page-without-text": noted(
        Words("página 2, escaneada: una imagen", "page 2, scanned: an image"), TEXT, (1, 1)
    ),
    "scanned-text": noted(
        Words("texto reconocido sobre una imagen", "recognised text on an image"),
        TEXT,
        (1, 1),
        goal(),
        water(),
    ),
    "margins-left-out": Example(
        lines("GAD MUNICIPAL DE EJEMPLO", "Página 1 de 2", "Página 2 de 2", at=2),
        lines("GAD MUNICIPAL DE EJEMPLO"),
        Part.PAGE,
        is_reading=True,
    ),
}
