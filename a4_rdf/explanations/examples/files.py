"""Examples of the findings on a file or a folder of files."""

from __future__ import annotations

from collections.abc import Mapping

from a4_rdf.explanations.examples.example import Cells, Example, Part, Piece, Words
from a4_rdf.explanations.examples.rows import NAME, lines, noted

DATA, METADATA, DICTIONARY = "Conjunto de datos.csv", "Metadatos.csv", "Diccionario.csv"
FIELDS = ("Unidad", "Objetivos", "Indicador", "Meta cuantificable")
DEFINED: tuple[Cells, ...] = (
    ("Unidad", "Unidad administrativa que responde"),
    ("Objetivos", "Lo que la unidad se propone"),
    ("Indicador", "Cómo se mide la meta"),
    ("Meta cuantificable", "Cuánto se ofrece"),
)
_WORKS = ("OBRAS", "Mejorar las vías", "Número de puentes", "3 puentes")
_WATER = ("AGUA", "Llevar agua a los barrios", "Número de barrios", "5 barrios")
_FIELD = ("Nombre del campo", "Descripción")


def _dictionary(*rows: Cells, at: int) -> Piece:
    return Piece(rows, (at, 1), _FIELD)


FILES: Mapping[str, Example] = {
    "encoding-guessed": noted(
        Words("archivo guardado en la codificación Windows-1252", "file saved as Windows-1252"),
        Words("archivo guardado en UTF-8", "file saved as UTF-8"),
        (1, NAME),
    ),
    "delimiter-guessed": Example(
        lines(";".join(FIELDS), ";".join(_WORKS), ",".join(FIELDS), ",".join(_WATER), at=3),
        lines(";".join(FIELDS), ";".join(_WORKS), ";".join(_WATER), at=3),
        Part.LINES,
    ),
    "stray-quote": Example(
        lines(";".join(FIELDS), 'OBRAS;"Plan vial" del cantón;Número de puentes;3 puentes', at=2),
        lines(";".join(FIELDS), "OBRAS;«Plan vial» del cantón;Número de puentes;3 puentes", at=2),
        Part.LINES,
    ),
    "content-unlike-suffix": Example(
        lines("2015-09-30.xls", note=Words("contiene una página web", "it holds a web page")),
        lines("2015-09-30.html", note=Words("contiene una página web", "it holds a web page")),
        Part.FOLDER,
    ),
    "metadata-missing": Example(
        lines(DATA, DICTIONARY, at=1),
        lines(DATA, METADATA, DICTIONARY, at=2),
        Part.FOLDER,
    ),
    "dictionary-missing": Example(
        lines(DATA, METADATA, at=1),
        lines(DATA, METADATA, DICTIONARY, at=3),
        Part.FOLDER,
    ),
    "dictionary-lacks-fields": Example(
        _dictionary(*DEFINED[:3], at=3),
        _dictionary(*DEFINED, at=4),
        Part.DICTIONARY,
    ),
    "dictionary-defines-others": Example(
        _dictionary(*DEFINED, ("Actividad", "Lo que hará la unidad"), at=5),
        _dictionary(*DEFINED, at=4),
        Part.DICTIONARY,
    ),
    "file-ignored": Example(
        lines(DATA, METADATA, DICTIONARY, "Oficio.pdf", at=4),
        lines(DATA, METADATA, DICTIONARY, at=3),
        Part.FOLDER,
    ),
}
