"""Text tables, whatever parts their cells: CSV as it is found, tabulators too.

A record's number is the line on which it begins, so `#line=` still leads there where a cell before
it holds line ends.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePath

from a4_rdf.errors import SourceError
from a4_rdf.model import Cell, Finding, Place, Row, Table
from a4_rdf.read import dialect
from a4_rdf.read.bounds import Bounds, within
from a4_rdf.read.dialect import FEWEST_COLUMNS, Dialect
from a4_rdf.read.document import Document
from a4_rdf.read.encoding import decode, refuse_binary
from a4_rdf.read.records import Records

PLAIN_ENCODINGS = frozenset({"utf-8", "utf-8-sig"})
_MEDIA_TYPES = {".csv": "text/csv", ".tsv": "text/tab-separated-values"}


def read_csv(document: Document, bounds: Bounds) -> tuple[Table, tuple[Finding, ...]]:
    """Return the rows of a delimited text, numbered by line, and what was noticed.

    A text cannot tell a merged cell from an empty one, so empty cells are left out; every record
    stays a row, blank ones too. Raises SourceError: not-text, wrong-encoding, not-a-table,
    too-large, too-many-…, cell-too-long.
    """
    text, encoding = _text(document, bounds)
    found = dialect.choose(text)
    if found is None:
        raise _no_table(document.name, text)
    return _table(document, bounds, text, encoding, found)


def read_pairs(document: Document, bounds: Bounds) -> tuple[Table, tuple[Finding, ...]]:
    """Return the rows of a text of labels and values, which may be in one cell; as `read_csv`."""
    text, encoding = _text(document, bounds)
    found = dialect.choose(text, 2) or Dialect("\t", 1)
    return _table(document, bounds, text, encoding, found)


def _text(document: Document, bounds: Bounds) -> tuple[str, str]:
    """Return a document's text, each line ended by a line feed, and its encoding."""
    within(document.name, "size", len(document.data), bounds.text)
    refuse_binary(document.name, document.data)
    text, encoding = decode(document.name, document.data)
    # str.splitlines would also cut at form feeds and Unicode separators inside a cell.
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text, encoding


def _table(
    document: Document, bounds: Bounds, text: str, encoding: str, found: Dialect
) -> tuple[Table, tuple[Finding, ...]]:
    """Return the table of a text under its dialect, and what was noticed."""
    bounded = _bounded(document.name, text, found, bounds)
    records = Records(bounded, found.delimiter, found.columns, bounds.columns)
    with _undisturbed():
        rows = tuple(_rows(document.name, records, bounds))
    if found.declared:
        rows = (Row(1, ()), *rows[1:])
    media_type = _MEDIA_TYPES.get(PurePath(document.name).suffix.lower(), "text/plain")
    table = Table(document.source(media_type, encoding), rows)
    return table, tuple(_findings(encoding, found, records))


def _bounded(name: str, text: str, found: Dialect, bounds: Bounds) -> str:
    """Return the text with no more lines than may be; blank ones at the end do not count."""
    if _lines(text) > bounds.rows:
        text = text.rstrip(f"{found.delimiter} \t\n")
        within(name, "rows", _lines(text), bounds.rows)
    return text


def _lines(text: str) -> int:
    """Return the number of lines; an end of line at the end opens no further one."""
    return text.count("\n") + (not text.endswith("\n"))


def _rows(name: str, records: Records, bounds: Bounds) -> Iterator[Row]:
    """Yield the row of each record, with its non-empty cells and their places."""
    left = bounds.cells
    for number, texts, length in records:
        if len(texts) > bounds.columns:
            within(name, "columns", len(texts), bounds.columns, number)
        if length > bounds.cell_characters:
            longest = max(map(len, texts))
            within(name, "cell_characters", longest, bounds.cell_characters, number)
        cells = [
            Cell(text, Place(number, column), text)
            for column, text in enumerate(texts, 1)
            if text and not text.isspace()
        ]
        left -= len(cells)
        if left < 0:
            within(name, "cells", bounds.cells - left, bounds.cells)
        yield Row(number, tuple(cells))


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Keep the garbage collector from searching rows in the making: that is half of the time."""
    active = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if active:
            gc.enable()


def _findings(encoding: str, found: Dialect, records: Records) -> Iterator[Finding]:
    """Yield what was guessed, and where quotes had no pair."""
    if encoding not in PLAIN_ENCODINGS:
        yield Finding("encoding-guessed", Place(1, 1), (("encoding", encoding),))
    if found.rival:
        names = (dialect.NAMES[found.delimiter], dialect.NAMES[found.rival])
        details = tuple(zip(("delimiter", "rival"), names, strict=True))
        yield Finding("delimiter-guessed", Place(1, 1), details)
    for number, column in records.stray:
        yield Finding("stray-quote", Place(number, column))


def _no_table(name: str, text: str) -> SourceError:
    """Return the refusal of a text that no delimiter parts into enough cells."""
    signs = ", ".join(dialect.NAMES[sign] for sign in dialect.DELIMITERS)
    expected = f"se esperaba una tabla de {FEWEST_COLUMNS} columnas o más, separadas por {signs}"
    found = f"la línea más ancha tiene {dialect.widest(text)}"
    return SourceError(name, "not-a-table", f"{expected}; {found}")
