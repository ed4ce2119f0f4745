"""How much of a document is read before it is refused: every source is untrusted."""

from __future__ import annotations

from dataclasses import dataclass

from a4_rdf.errors import SourceError


@dataclass(frozen=True, slots=True)
class Bounds:
    """The most that one document may hold, and that reading it may take.

    Of the document: bytes, and fewer of plain text; rows, columns of a row, cells with words,
    characters of a cell; of a container: members, bytes when unpacked; of a PDF: pages, marks
    (glyphs, rules, images) on a page. Of the reader: bytes of memory beyond those of its parent,
    seconds.
    """

    size: int = 64 * 1024 * 1024
    text: int = 16 * 1024 * 1024
    rows: int = 200_000
    columns: int = 1_024
    cells: int = 1_000_000
    cell_characters: int = 32_767
    members: int = 4_096
    unpacked: int = 256 * 1024 * 1024
    pages: int = 400
    marks: int = 100_000
    memory: int = 384 * 1024 * 1024
    seconds: float = 20.0


def within(source: str, what: str, found: int, most: int, row: int = 0) -> None:
    """Raise a SourceError `too-many-WHAT` (or `too-large`) when `found` is over the bound."""
    if found <= most:
        return
    code, words = _WORDS[what]
    where = f" en la línea {row}" if row else ""
    raise SourceError(source, code, f"se esperaban a lo sumo {most} {words}; hay {found}{where}")


_WORDS = {
    "size": ("too-large", "bytes"),
    "rows": ("too-many-rows", "filas"),
    "columns": ("too-many-columns", "columnas"),
    "cells": ("too-many-cells", "celdas con texto"),
    "cell_characters": ("cell-too-long", "caracteres en una celda"),
    "members": ("too-many-members", "archivos en el contenedor"),
    "unpacked": ("too-large-unpacked", "bytes descomprimidos"),
    "pages": ("too-many-pages", "páginas"),
    "marks": ("too-many-marks", "trazos en una página"),
    "merges": ("too-many-merges", "rangos de celdas combinadas"),
}
