"""Read a document into a table: one reader per file suffix, all within the same bounds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from a4_rdf.errors import SourceError
from a4_rdf.model import Finding, Table
from a4_rdf.read.bounds import Bounds
from a4_rdf.read.document import Document, load
from a4_rdf.read.text import read_text

__all__ = ["READERS", "Bounds", "Document", "Reader", "read"]

Reader = Callable[[Document, Bounds], tuple[Table, tuple[Finding, ...]]]

READERS: Mapping[str, Reader] = {
    ".txt": read_text,
    ".tsv": read_text,
}

DEFAULT_BOUNDS = Bounds()


def read(path: Path, bounds: Bounds = DEFAULT_BOUNDS) -> tuple[Table, tuple[Finding, ...]]:
    """Return the table of a document, cells as written, and what reading noticed.

    Raises SourceError: unknown-suffix, and those of `document.load` and of the suffix's reader.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        known = ", ".join(READERS)
        found = f"«{path.suffix}»" if path.suffix else "ninguna"
        message = f"se esperaba una extensión de {known}; hay {found}"
        raise SourceError(path.name, "unknown-suffix", message)
    return reader(load(path, bounds), bounds)
