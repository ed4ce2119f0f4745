"""Documents around the pieces of examples, and the findings that the pipeline has on them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from a4_rdf.explanations.examples import Example, Part, Piece
from a4_rdf.model import Correction, Organization
from a4_rdf.pipeline.document import Known, understand
from a4_rdf.read import Bounds

Rows = tuple[tuple[str, ...], ...]
Proof = Callable[[Example, bool, Path], set[str]]
"""From an example, whether its wrong piece is meant, and a folder, to the codes that are found."""

HEADINGS = ("No.", "Unidad", "Objetivo", "Actividad", "Indicador", "Meta cuantificable")
GOAL = (
    "1",
    "DIRECCIÓN DE OBRAS PÚBLICAS",
    "Mejorar las vías del cantón",
    "Construir puentes",
    "Número de puentes",
    "3 puentes",
)
TITLE: Rows = (("GAD MUNICIPAL DE EJEMPLO",), ("Art. 7 de la LOTAIP, literal a4)",))
FOOTER: Rows = (("FECHA ACTUALIZACIÓN DE LA INFORMACIÓN:", "30/09/2015"),)
BODY = Organization("gad", "GAD Municipal de Ejemplo")
DAY = date(2015, 9, 30)


def piece_of(example: Example, wrong: bool) -> Piece:
    """Return the wrong piece, or the other one."""
    return example.wrong if wrong else example.mended


def table_of(piece: Piece, part: Part = Part.TABLE) -> Rows:
    """Return the table of a document: a piece of one, or the usual goal below its headings."""
    return (piece.headings, *piece.rows) if part is Part.TABLE else (HEADINGS, GOAL)


def whole(piece: Piece, part: Part = Part.TABLE) -> Rows:
    """Return the rows of a whole document: the piece where it belongs, all else as it should be."""
    title = piece.rows if part is Part.TITLE else TITLE
    footer = piece.rows if part is Part.FOOTER else FOOTER
    return (*title, *table_of(piece, part), *footer)


def text(rows: Rows) -> bytes:
    """Return rows as tab-separated text."""
    return "".join("\t".join(row) + "\n" for row in rows).encode()


def codes(path: Path, day: date | None = DAY, corrections: tuple[Correction, ...] = ()) -> set[str]:
    """Return the codes of the findings on a document."""
    known = Known(BODY, day, corrections=corrections)
    return {finding.code for finding in understand(path, known, Bounds()).findings}


def written(path: Path, data: bytes) -> set[str]:
    """Return the codes of the findings on a file, which is written first."""
    path.write_bytes(data)
    return codes(path)


def in_text(example: Example, wrong: bool, folder: Path) -> set[str]:
    """Return the codes of a piece that is part of a document of text."""
    data = text(whole(piece_of(example, wrong), example.part))
    return written(folder / "t.txt", data)
