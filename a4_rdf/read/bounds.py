"""How much of a document is read before it is refused: every source is untrusted."""

from __future__ import annotations

from dataclasses import dataclass

from a4_rdf.errors import SourceError


@dataclass(frozen=True, slots=True)
class Bounds:
    """The most that one document may hold: bytes, rows, columns of a row, characters of a cell."""

    size: int = 64 * 1024 * 1024
    rows: int = 200_000
    columns: int = 1_024
    cell_characters: int = 32_767


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
    "cell_characters": ("cell-too-long", "caracteres en una celda"),
}
