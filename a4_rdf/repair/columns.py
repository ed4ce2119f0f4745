"""Name the columns: each header says which column its cells, and those below them, are."""

from __future__ import annotations

import re
from dataclasses import replace

from a4_rdf import spanish
from a4_rdf.errors import SourceError
from a4_rdf.model import Cell, Column, Finding, Place, Row, RowStatus, Table
from a4_rdf.repair import headings
from a4_rdf.repair.likeness import is_absent, is_quantity
from a4_rdf.repair.other_tables import other_headings

EXPECTED = (Column.UNIT, Column.OBJECTIVE, Column.INDICATOR, Column.TARGET)
NAMES_ES = {
    Column.NUMBER: "No.",
    Column.UNIT: "unidad",
    Column.OBJECTIVE: "objetivo",
    Column.ACTIVITY: "actividad",
    Column.INDICATOR: "indicador",
    Column.TARGET: "meta cuantificable",
    Column.LINK: "enlace",
}
HEADERS = (RowStatus.HEADER, RowStatus.REPEATED_HEADER)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


def name_columns(table: Table) -> tuple[Table, tuple[Finding, ...]]:
    """Return the table with its columns, and each cell under a heading in that column.

    Rows that have columns keep them. Raises SourceError `no-a4-header` without a header.
    """
    findings: list[Finding] = []
    rows: list[Row] = []
    below: dict[int, Column | None] = {}
    for row in table.rows:
        if row.status in HEADERS:
            named = _header(row, findings)
            below = {cell.place.column: cell.column for cell in named.cells}
            rows.append(named)
        else:
            rows.append(_placed(row, below) if row.status is RowStatus.GOAL else row)
    columns = _columns(table, rows, findings)
    return replace(table, rows=tuple(rows), columns=columns), tuple(findings)


def _header(row: Row, findings: list[Finding]) -> Row:
    """Return the header row with the column of each heading; a second one of a kind has none."""
    found = headings.header_columns(cell.text for cell in row.cells if cell.text) or ()
    names = iter(found)
    taken: set[Column] = set()
    cells = []
    for cell in row.cells:
        column = next(names, None) if cell.text else None
        if column in taken:
            column = None
        if column is None and cell.text and row.status is RowStatus.HEADER:
            findings.append(Finding("unknown-column", cell.place, (("heading", cell.text),)))
        if column is not None:
            taken.add(column)
        cells.append(replace(cell, column=column))
    return row.with_cells(tuple(cells))


def _placed(row: Row, below: dict[int, Column | None]) -> Row:
    """Return a goal row with each cell in the column that it stands under."""
    if any(cell.column is not None for cell in row.cells):
        return row
    link = _link(row, below) if Column.LINK in below.values() else None
    cells = []
    for cell in row.cells:
        column = below.get(cell.place.column) if cell.text else None
        if cell is link:
            column = Column.LINK
        elif column is Column.LINK:
            column = None
        cells.append(Cell(cell.text, cell.place, cell.written, column) if column else cell)
    return row.with_cells(tuple(cells))


def _link(row: Row, below: dict[int, Column | None]) -> Cell | None:
    """Return the row's link: what stands in its column, else a web address elsewhere.

    A quantity there, or words in a row without target, is a target that was pushed right; but that
    there is no link may well be said.
    """
    named = {below.get(cell.place.column): cell for cell in row.cells if cell.text}
    said = named.get(Column.LINK)
    if said is not None and _ADDRESS.match(said.text):
        return said
    address = next((c for c in row.cells if c.text and _ADDRESS.fullmatch(c.text)), None)
    if address is not None or said is None:
        return address
    folded = spanish.fold(said.text)
    counts = is_quantity(folded) and any(sign.isdigit() for sign in folded)
    stays = Column.TARGET in named or is_absent(folded)
    return said if stays and not counts else None


def _columns(table: Table, rows: list[Row], findings: list[Finding]) -> tuple[Column, ...]:
    """Return the columns that the first header names, in its order."""
    header = next((row for row in rows if row.status is RowStatus.HEADER), None)
    if header is None:
        raise SourceError(table.source.name, "no-a4-header", _no_header(table))
    columns = tuple(cell.column for cell in header.cells if cell.column is not None)
    missing = [NAMES_ES[column] for column in EXPECTED if column not in columns]
    if missing:
        place = Place(header.number, 1)
        findings.append(Finding("columns-missing", place, (("columns", ", ".join(missing)),)))
    return columns


def _no_header(table: Table) -> str:
    """Return what was expected and found, naming known headings only, never a cell's text."""
    best: tuple[int, list[str]] = (0, [])
    for row in table.rows:
        found = {headings.column_of(cell.text) for cell in row.cells if cell.text} - {None}
        names = [name for column, name in NAMES_ES.items() if column in found]
        names += other_headings(cell.written for cell in row.cells)  # names of a list only
        if len(names) > len(best[1]):
            best = (row.number, names)
    expected = "se esperaba un encabezado a4 (unidad, objetivo, indicador, meta cuantificable)"
    if best[1]:
        return f"{expected}; la línea {best[0]} trae: {', '.join(best[1])}"
    return f"{expected}; ninguna de las {len(table.rows)} líneas lo trae"
