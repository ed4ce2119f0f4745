"""A table as bytes, for the pipe between a guarded reader and its caller: JSON, no code in it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from a4_rdf.errors import SourceError
from a4_rdf.model import Cell, Column, Finding, Place, Row, RowStatus, Source, Table
from a4_rdf.read.document import Reading


def encoded(table: Table, findings: Iterable[Finding]) -> bytes:
    """Return a table and its findings as bytes."""
    source = table.source
    document = {
        "source": [source.name, source.media_type, source.size, source.digest, source.encoding],
        "columns": table.columns,
        "rows": [_row(row) for row in table.rows],
        "findings": [[f.code, _place(f.place), f.details] for f in findings],
    }
    return json.dumps(document, separators=(",", ":")).encode("ascii")


def refused(error: SourceError) -> bytes:
    """Return a refusal as bytes."""
    return json.dumps({"refused": [error.source, error.code, error.message]}).encode("ascii")


def decoded(data: bytes | bytearray) -> Reading:
    """Return what `encoded` was given, or raise what `refused` was given."""
    document: dict[str, Any] = json.loads(data)
    if "refused" in document:
        source, code, message = document["refused"]
        raise SourceError(source, code, message)
    rows = tuple(_row_of(*row) for row in document["rows"])
    columns = tuple(Column(name) for name in document["columns"])
    findings = tuple(
        Finding(code, Place(*place), tuple((name, text) for name, text in details))
        for code, place, details in document["findings"]
    )
    return Table(Source(*document["source"]), rows, columns), findings


def _row(row: Row) -> list[object]:
    """Return a row as a list; a cell's entries beyond the third are rarely needed."""
    cells = [[cell.text, cell.place.row, cell.place.column, *_rest(cell)] for cell in row.cells]
    return [row.number, cells, row.status, row.repairs, row.in_table]


def _rest(cell: Cell) -> tuple[str | None, ...]:
    """Return part, text as written and column of a cell, as few as say it."""
    written = None if cell.written == cell.text else cell.written
    if cell.column is None and written is None:
        return (cell.place.part,) if cell.place.part else ()
    return (cell.place.part, written, cell.column)


def _row_of(
    number: int,
    cells: Sequence[Sequence[Any]],
    status: str | None,
    repairs: Sequence[str],
    in_table: bool,
) -> Row:
    """Return the row of a list."""
    read = tuple(_cell(*cell) for cell in cells)
    named = None if status is None else RowStatus(status)
    return Row(number, read, named, tuple(repairs), in_table)


def _cell(
    text: str,
    row: int,
    column: int,
    part: str = "",
    written: str | None = None,
    name: str | None = None,
) -> Cell:
    """Return the cell of a list's entries."""
    place = Place(row, column, part)
    named = None if name is None else Column(name)
    return Cell(text, place, text if written is None else written, named)


def _place(place: Place) -> list[object]:
    """Return a place as a list."""
    return [place.row, place.column, place.part]
