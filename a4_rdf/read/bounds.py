"""How much of a document is read before it is refused: every source is untrusted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from math import inf
from typing import Any

from a4_rdf.errors import SourceError, UsageError


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
    seconds: float = 18.0


def limited(limits: Iterable[str], bounds: Bounds = Bounds()) -> Bounds:
    """Return bounds with some exchanged, each written `name=number`; the last of a name counts.

    Names are those of `Bounds`, with hyphens. Raises UsageError for another name or number.
    """
    kinds: Mapping[str, type] = {
        field.name: type(getattr(bounds, field.name)) for field in fields(bounds)
    }
    found: dict[str, Any] = {}
    for limit in limits:
        name, _, number = (part.strip() for part in limit.partition("="))
        key = name.replace("-", "_")
        if key not in kinds:
            known = ", ".join(kind.replace("_", "-") for kind in kinds)
            raise UsageError(f"limit {name!r}: expected one of {known}")
        found[key] = _number(name, number, kinds[key])
    return replace(bounds, **found)


def _number(name: str, said: str, kind: type) -> float:
    """Return a limit's number, a whole one but for seconds."""
    try:
        number: float = kind(said)
    except ValueError:
        number = 0
    if not 0 < number < inf:
        whole = "a whole number" if kind is int else "a number"
        raise UsageError(f"limit {name!r}: expected {whole} above 0, found {said!r}")
    return number


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
