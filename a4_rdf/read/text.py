"""Plain text tables: tabulators part their cells as a rule, else what parts those of a CSV."""

from __future__ import annotations

from a4_rdf.model import Finding, Table
from a4_rdf.read.bounds import Bounds
from a4_rdf.read.csv import read_csv
from a4_rdf.read.document import Document


def read_text(document: Document, bounds: Bounds) -> tuple[Table, tuple[Finding, ...]]:
    """Return the rows of a text, numbered by line, and what was noticed; as `csv.read_csv`."""
    return read_csv(document, bounds)
