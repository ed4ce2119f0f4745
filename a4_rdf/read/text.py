"""Text tables: a line is a row, tabulators separate its cells."""

from __future__ import annotations

import re

from a4_rdf.errors import SourceError
from a4_rdf.model import Cell, Finding, Place, Row, Table
from a4_rdf.read.bounds import Bounds, within
from a4_rdf.read.document import Document
from a4_rdf.read.encoding import decode, refuse_binary

# str.splitlines would also cut at form feeds and Unicode separators inside a cell.
_LINE_END = re.compile(r"\r\n|\n|\r")
FEWEST_COLUMNS = 3
PLAIN_ENCODINGS = frozenset({"utf-8", "utf-8-sig"})


def read_text(document: Document, bounds: Bounds) -> tuple[Table, tuple[Finding, ...]]:
    """Return the rows of a tab-separated text, numbered by line, and what was noticed.

    A text cannot tell a merged cell from an empty one, so empty cells are left out; every line
    stays a row. Raises SourceError: not-text, wrong-encoding, not-a-table, too-many-….
    """
    refuse_binary(document.name, document.data)
    text, encoding = decode(document.name, document.data)
    lines = _lines(document.name, text, bounds)
    rows = tuple(_row(document.name, n, line, bounds) for n, line in enumerate(lines, 1))
    _refuse_prose(document.name, rows)
    guessed = encoding not in PLAIN_ENCODINGS
    detail = (("encoding", encoding),)
    findings = (Finding("encoding-guessed", Place(1, 1), detail),) if guessed else ()
    return Table(document.source(_media_type(document.name), encoding), rows), findings


def _lines(name: str, text: str, bounds: Bounds) -> list[str]:
    """Return the lines; an end of line at the end of the file opens no further row."""
    lines = _LINE_END.split(text)
    if lines[-1] == "":
        lines.pop()
    within(name, "rows", len(lines), bounds.rows)
    return lines


def _row(name: str, number: int, line: str, bounds: Bounds) -> Row:
    """Return the non-empty cells of one line with their places."""
    within(name, "columns", line.count("\t") + 1, bounds.columns, number)
    parts = line.split("\t")
    if len(line) > bounds.cell_characters:
        longest = max(len(part) for part in parts)
        within(name, "cell_characters", longest, bounds.cell_characters, number)
    cells = tuple(
        Cell(part, Place(number, column), part)
        for column, part in enumerate(parts, 1)
        if part and not part.isspace()
    )
    return Row(number, cells)


def _refuse_prose(name: str, rows: tuple[Row, ...]) -> None:
    """Raise SourceError `not-a-table` when no line has enough cells for a table."""
    widest = max((len(row.cells) for row in rows), default=0)
    if widest < FEWEST_COLUMNS:
        expected = f"se esperaba una tabla de {FEWEST_COLUMNS} columnas o más, por tabuladores"
        found = f"la línea más ancha tiene {widest}"
        raise SourceError(name, "not-a-table", f"{expected}; {found}")


def _media_type(name: str) -> str:
    """Return the registered media type of the file's suffix."""
    return "text/tab-separated-values" if name.lower().endswith(".tsv") else "text/plain"
