"""Word's XML elements become lines and tables: merged cells, omitted cells, nested tables.

The source is ISO/IEC 29500-1, section 17.4 (tables).
"""

from __future__ import annotations

from collections.abc import Iterator

from a4_rdf.read.blocks import CellBlock, Line, RowBlock, TableBlock, check_nesting
from a4_rdf.read.bounds import Bounds, within
from a4_rdf.read.docx_grid import snapped
from a4_rdf.read.docx_words import UNACCEPTED, Element, Words, qualified, value, words_of
from a4_rdf.read.grid import MOST_COLUMNS, WHILE_CONTINUED

_P, _TBL, _TR, _TC = map(qualified, ("p", "tbl", "tr", "tc"))
_INSIDE = frozenset(map(qualified, ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")))


class BlockReader:
    """Reads lines and tables out of a body, a header or a footer of one document.

    Raises SourceError too-deep, too-many-rows, too-many-columns.
    """

    def __init__(self, name: str, bounds: Bounds) -> None:
        self._name = name
        self._bounds = bounds
        self._rows = 0

    def blocks(self, element: Element, depth: int = 0) -> Iterator[Line | TableBlock]:
        """Yield the lines and tables within an element, text boxes after their paragraph."""
        for child in _within(element, (_P, _TBL)):
            if child.tag == _TBL:
                yield self._table(child, depth + 1)
                continue
            words = words_of(child)
            yield from _lines(words)
            for box in words.boxes:
                yield from self.blocks(box, depth + 1)

    def _table(self, element: Element, depth: int) -> TableBlock:
        """Return a table."""
        check_nesting(self._name, depth)
        table = TableBlock([self._row(tr, depth) for tr in _within(element, (_TR,))])
        snapped(table, _grid_widths(element))
        return table

    def _row(self, element: Element, depth: int) -> RowBlock:
        """Return a row, its cells on their grid columns; a deleted one has no words."""
        properties = element.find(qualified("trPr"))
        self._rows += 1
        within(self._name, "rows", self._rows, self._bounds.rows)
        row = RowBlock()
        column = 1 + _count(value(properties, "gridBefore"), 0)
        for tc in _within(element, (_TC,)):
            cell = self._cell(tc, column, depth)
            column += cell.columns
            if not _joins_left(tc):
                row.cells.append(cell)
            within(self._name, "columns", len(row.cells), self._bounds.columns, self._rows)
        if value(properties, "del") is not None:
            for cell in row.cells:
                cell.content, cell.notes = [], []
        if row.cells and any(value(properties, change) is not None for change in ("ins", "del")):
            row.cells[0].notes.append(UNACCEPTED)
        return row

    def _cell(self, element: Element, column: int, depth: int) -> CellBlock:
        """Return a cell; one that continues the cell above shows that cell's text, not its own."""
        properties = element.find(qualified("tcPr"))
        merge = value(properties, "vMerge")
        cell = CellBlock(
            columns=max(1, _count(value(properties, "gridSpan"), 1)),
            rows=WHILE_CONTINUED if merge == "restart" else 1,
            column=column,
            above=merge is not None and merge != "restart",
        )
        notes: set[str] = set()
        for block in self.blocks(element, depth):
            if isinstance(block, Line):
                cell.content.append(block.text)
                notes.update(block.notes)
            else:
                cell.content.append(block)
        cell.notes = sorted(notes)
        return cell


def _within(element: Element, wanted: tuple[str, ...]) -> Iterator[Element]:
    """Yield the elements of some names within an element, through what only wraps them."""
    for child in element:
        if child.tag in wanted:
            yield child
        elif child.tag in _INSIDE:
            yield from _within(child, wanted)


def _lines(words: Words) -> Iterator[Line]:
    """Yield a paragraph's lines; one without words only where something is to be noted of it."""
    notes = tuple(sorted(words.notes))
    if words.text or notes:
        yield from (Line(line, notes) for line in words.text.split("\n"))


def _joins_left(element: Element) -> bool:
    """Tell whether a cell is merged into the one on its left in the old way."""
    merge = value(element.find(qualified("tcPr")), "hMerge")
    return merge is not None and merge != "restart"


def _grid_widths(element: Element) -> list[int]:
    """Return the widths of a table's grid columns, in twentieths of a point."""
    grid = element.find(qualified("tblGrid"))
    columns = [] if grid is None else [c for c in grid if c.tag == qualified("gridCol")]
    return [_count(column.get(qualified("w")), 0) for column in columns[:MOST_COLUMNS]]


def _count(written: str | None, otherwise: int) -> int:
    """Return a number as written, `otherwise` where there is none."""
    if written is None or not written.isascii() or not written.isdigit():
        return otherwise
    return int(written[:6])
