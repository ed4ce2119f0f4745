"""Read a document into a table: one reader per file suffix, all within the same bounds."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from a4_rdf.errors import SourceError
from a4_rdf.model import Finding, Table
from a4_rdf.read.bounds import Bounds, limited
from a4_rdf.read.csv import read_csv
from a4_rdf.read.document import Document, Reader, load, load_folder
from a4_rdf.read.docx import read_docx
from a4_rdf.read.guard import guarded
from a4_rdf.read.html import read_html
from a4_rdf.read.pdf import read_pdf
from a4_rdf.read.text import read_text
from a4_rdf.read.triple import read_triple
from a4_rdf.read.workbook import SUFFIXES, read_workbook

__all__ = ["READERS", "Bounds", "Document", "Reader", "limited", "read"]

READERS: Mapping[str, Reader] = {
    ".csv": read_csv,
    ".txt": read_text,
    ".tsv": read_text,
    ".pdf": guarded(read_pdf),
    ".docx": guarded(read_docx),
    ".doc": guarded(read_docx),
    ".html": guarded(read_html),
    ".htm": guarded(read_html),
    **dict.fromkeys(SUFFIXES, guarded(read_workbook)),
}

DEFAULT_BOUNDS = Bounds()


def read(path: Path, bounds: Bounds = DEFAULT_BOUNDS) -> tuple[Table, tuple[Finding, ...]]:
    """Return the table of a document, a file or the folder of the 2023 law's three, as written.

    Second comes what reading noticed. Raises SourceError: unknown-suffix, and those of
    `document.load` and of the suffix's reader, or of `read_triple`.
    """
    if path.is_dir():
        return read_triple(load_folder(path, bounds), bounds, READERS)
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        known = ", ".join(READERS)
        found = f"«{path.suffix}»" if path.suffix else "ninguna"
        message = f"se esperaba una extensión de {known}; hay {found}"
        raise SourceError(path.name, "unknown-suffix", message)
    return reader(load(path, bounds), bounds)
