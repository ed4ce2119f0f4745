"""A document as lines of text and tables in its order, tables within tables included.

Word and HTML both come to this; `flattened` says which of the nested tables are tables of their own
(a page laid out with a table around them) and which are only words of their cell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from a4_rdf.errors import SourceError
from a4_rdf.read.grid import Span

# A row of so many texts is a table's; with fewer it may be layout.
WIDE = 3
MOST_NESTED = 32


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text that stands in no table."""

    text: str
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class CellBlock:
    """A cell as written: texts and tables in their order, and what `Span` says of a cell."""

    content: list[str | TableBlock] = field(default_factory=list)
    columns: int = 1
    rows: int = 1
    column: int = 0
    above: bool = False
    notes: list[str] = field(default_factory=list)


@dataclass(slots=True)
class RowBlock:
    """A row as written; `last` where its group of rows ends, with the reach of merged cells."""

    cells: list[CellBlock] = field(default_factory=list)
    last: bool = False
    hidden: bool = False


@dataclass(slots=True)
class TableBlock:
    """A table as written."""

    rows: list[RowBlock] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class FlatRow:
    """A row without tables in it."""

    spans: tuple[Span, ...]
    last: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class FlatTable:
    """A table without tables in it."""

    rows: tuple[FlatRow, ...]


def check_nesting(name: str, depth: int) -> None:
    """Raise SourceError `too-deep` where tables stand in each other too deeply."""
    if depth > MOST_NESTED:
        message = f"se esperaban a lo sumo {MOST_NESTED} tablas una dentro de otra; hay más"
        raise SourceError(name, "too-deep", message)


def flattened(blocks: Iterable[Line | TableBlock]) -> Iterator[Line | FlatTable]:
    """Yield lines and tables in the document's order, none of them inside another."""
    for block in blocks:
        if isinstance(block, Line):
            yield block
        else:
            yield from _flat(block)


def _flat(table: TableBlock) -> Iterator[Line | FlatTable]:
    """Yield a table; where it lays out tables of their own, these and the lines around them."""
    bar = _wide_rows(table)
    rows: list[FlatRow] = []
    for row in table.rows:
        if any(_weight(inner) > bar for inner in _tables(row)):
            yield from _table(rows)
            rows = []
            yield from _opened(row, bar)
        else:
            spans = tuple(_span(cell) for cell in row.cells)
            rows.append(FlatRow(spans, row.last, row.hidden))
    yield from _table(rows)


def _table(rows: Sequence[FlatRow]) -> Iterator[FlatTable]:
    """Yield a table of the rows, if any says something."""
    if any(span.text for row in rows for span in row.spans):
        yield FlatTable(tuple(rows))


def _opened(row: RowBlock, bar: int) -> Iterator[Line | FlatTable]:
    """Yield the contents of a row that lays out a table."""
    for cell in row.cells:
        notes = tuple(cell.notes)
        for part in cell.content:
            if isinstance(part, TableBlock) and _weight(part) > bar:
                yield from _flat(part)
                continue
            text = part if isinstance(part, str) else _words(part)
            yield from (Line(line, notes) for line in text.split("\n") if line)


def _span(cell: CellBlock) -> Span:
    """Return the cell with the words of the tables in it."""
    parts = (part if isinstance(part, str) else _words(part) for part in cell.content)
    text = "\n".join(part for part in parts if part)
    return Span(text, cell.columns, cell.rows, cell.column, cell.above, tuple(cell.notes))


def _words(table: TableBlock) -> str:
    """Return a table's words: a line for each row."""
    rows = (" ".join(filter(None, (_span(c).text for c in row.cells))) for row in table.rows)
    return "\n".join(filter(None, rows))


def _weight(table: TableBlock) -> int:
    """Return how many rows of a table, or of the largest table in it, have several texts."""
    inner = (_weight(one) for row in table.rows for one in _tables(row))
    return max(_wide_rows(table), *inner, 0)


def _wide_rows(table: TableBlock) -> int:
    """Return how many rows have several texts, those of tables within apart."""
    return sum(_own_texts(row) >= WIDE for row in table.rows)


def _own_texts(row: RowBlock) -> int:
    return sum(any(isinstance(p, str) and p for p in cell.content) for cell in row.cells)


def _tables(row: RowBlock) -> Iterator[TableBlock]:
    """Yield the tables that stand in a row's cells."""
    for cell in row.cells:
        yield from (part for part in cell.content if isinstance(part, TableBlock))
