"""Build lines and tables from the events of an HTML parser: starts, texts, ends.

Nothing is kept of a page but its words and its tables, whatever the depth of its markup.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from a4_rdf.read.blocks import CellBlock, Line, RowBlock, TableBlock, check_nesting
from a4_rdf.read.bounds import Bounds, within
from a4_rdf.read.html_words import (
    LINE_ENDS,
    LINK,
    MENU,
    NO_TEXT,
    SUPERSCRIPT,
    Words,
    is_hidden,
    is_struck,
)

GROUPS = frozenset(("thead", "tbody", "tfoot"))
CELLS = frozenset(("td", "th"))
TITLES = frozenset(("title", "h1", "h2"))
MOST_TITLE = 2_000
# What an open element does to the text within it.
NO, MENUS, HIDES, STRIKES, LINKS, RAISES = "no", "menu", "hidden", "struck", "link", "raised"
UNSEEN = {STRIKES: "struck-text", HIDES: "hidden-text"}
ASIDE = frozenset((MENUS, LINKS))


@dataclass(slots=True)
class _Open:
    """What is open at one level of tables: the table, its row and cell, and elements that matter.

    `marks` are open elements by tag, and all that they and those around them do to their text.
    """

    table: TableBlock | None = None
    row: RowBlock | None = None
    cell: CellBlock | None = None
    words: Words = field(default_factory=Words)
    marks: list[tuple[str, frozenset[str]]] = field(default_factory=list)
    hidden: bool = False

    @property
    def active(self) -> frozenset[str]:
        """What the open elements do to text."""
        return self.marks[-1][1] if self.marks else frozenset()

    def mark(self, tag: str, mark: str) -> None:
        """Note an open element; one that does nothing only where its end could be mistaken."""
        if mark:
            self.marks.append((tag, self.active | {mark}))
        elif self.marks and self.marks[-1][0] == tag:
            self.marks.append((tag, self.active))


class PageBuilder:
    """A parser's target: `blocks` holds the page's lines and tables once it was closed.

    Raises SourceError too-deep, too-many-rows, too-many-columns.
    """

    def __init__(self, name: str, bounds: Bounds) -> None:
        self.blocks: list[Line | TableBlock] = []
        self.titles = ""
        self.menu_lines = 0
        self._name = name
        self._bounds = bounds
        self._rows = 0
        self._stack = [_Open()]
        self._title = ""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take the start of an element."""
        if tag in TITLES:
            self._title = tag
        if tag == "table":
            self._open_table(attributes)
        elif tag == "tr":
            self._open_row(attributes)
        elif tag in CELLS:
            self._open_cell(attributes)
        elif tag in GROUPS:
            self._end_group()
        else:
            self._open_mark(tag, attributes)

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        if tag == self._title:
            self._title = ""
        here = self._stack[-1]
        if tag == "table":
            self._close_table()
        elif tag == "tr":
            self._close_row()
        elif tag in CELLS:
            self._close_cell()
        elif tag in GROUPS:
            self._end_group()
        else:
            if tag in LINE_ENDS:
                self._end_line()
            if here.marks and here.marks[-1][0] == tag:
                here.marks.pop()

    def data(self, text: str) -> None:
        """Take a text."""
        if self._title and len(self.titles) < MOST_TITLE:
            self.titles += f" {text[:MOST_TITLE]}"
        here = self._stack[-1]
        active = here.active
        if NO in active:
            return
        if active & UNSEEN.keys():
            if text.strip():
                here.words.notes.update(UNSEEN[mark] for mark in active & UNSEEN.keys())
            return
        if RAISES in active:
            text = text.translate(SUPERSCRIPT)
        here.words.add(text, bool(active & ASIDE))

    def close(self) -> None:
        """End the page and whatever it left open."""
        while len(self._stack) > 1:
            self._close_table()
        self._end_line()

    def _open_mark(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Note an element that does something to the text within it."""
        if tag in LINE_ENDS:
            self._end_line()
        self._stack[-1].mark(tag, _mark(tag, attributes))

    def _open_table(self, attributes: Mapping[str, str]) -> None:
        """Begin a table, in a cell of another or not."""
        self._end_line()
        check_nesting(self._name, len(self._stack))
        around = self._stack[-1]
        hidden = around.hidden or is_hidden(attributes) or HIDES in around.active
        self._stack.append(_Open(TableBlock(), hidden=hidden))

    def _open_row(self, attributes: Mapping[str, str]) -> None:
        """Begin a row, which ends the one before it."""
        table = self._stack[-1].table
        if table is not None:
            self._close_row()
            self._begin_row(table, attributes)

    def _begin_row(self, table: TableBlock, attributes: Mapping[str, str]) -> RowBlock:
        """Return a new row of the innermost table."""
        here = self._stack[-1]
        self._rows += 1
        within(self._name, "rows", self._rows, self._bounds.rows)
        here.row = RowBlock(hidden=here.hidden or is_hidden(attributes))
        table.rows.append(here.row)
        return here.row

    def _open_cell(self, attributes: Mapping[str, str]) -> None:
        """Begin a cell, which ends the one before it; one outside of rows begins a row."""
        here = self._stack[-1]
        if here.table is None:
            return
        self._close_cell()
        row = here.row or self._begin_row(here.table, {})
        here.cell = CellBlock()
        row.cells.append(here.cell)
        within(self._name, "columns", len(row.cells), self._bounds.columns, self._rows)
        if attributes:
            self._take_attributes(here, here.cell, attributes)

    def _take_attributes(self, here: _Open, cell: CellBlock, attributes: Mapping[str, str]) -> None:
        """Take what a cell's attributes say of its size and its text."""
        cell.columns, cell.rows = _span(attributes, "colspan"), _span(attributes, "rowspan")
        if is_hidden(attributes):
            cell.notes.append("hidden-cell-read")
        if is_struck("", attributes):
            here.mark("td", STRIKES)

    def _end_line(self) -> None:
        """End a line of text, in the cell that is open or between tables."""
        here = self._stack[-1]
        here.words.end_line(keep_links=here.cell is not None)
        if here.cell is not None:
            here.cell.content.extend(here.words.lines)
            here.cell.notes.extend(sorted(here.words.notes - set(here.cell.notes)))
            here.words = Words()
        elif here.table is None:
            notes = tuple(sorted(here.words.notes))
            self.blocks.extend(Line(line, notes) for line in here.words.lines)
            self.menu_lines += here.words.links
            here.words = Words()

    def _close_cell(self) -> None:
        """End the cell; what it left open ends with it."""
        here = self._stack[-1]
        self._end_line()
        if here.cell is not None:
            here.marks.clear()
        here.cell = None

    def _close_row(self) -> None:
        """End the row."""
        self._close_cell()
        self._stack[-1].row = None

    def _end_group(self) -> None:
        """End a group of rows: merged cells end with it."""
        here = self._stack[-1]
        if here.table is None:
            return
        self._close_row()
        if here.table.rows:
            here.table.rows[-1].last = True

    def _close_table(self) -> None:
        """End the table; it goes to the cell around it, or to the page."""
        if len(self._stack) == 1:
            return
        self._close_row()
        ended = self._stack.pop()
        self.menu_lines += ended.words.links
        cell = self._stack[-1].cell
        if cell is not None:
            cell.content.extend(ended.words.lines)
        else:
            self.blocks.extend(Line(line) for line in ended.words.lines)
        if ended.table is not None:
            (self.blocks if cell is None else cell.content).append(ended.table)


def _mark(tag: str, attributes: Mapping[str, str]) -> str:
    """Return what an element does to the text within it, empty for nothing."""
    if tag in NO_TEXT:
        return NO
    if is_hidden(attributes):
        return HIDES
    if tag in MENU or attributes.get("role") == "navigation":
        return MENUS
    if tag in LINK:
        return LINKS
    if tag == "sup":
        return RAISES
    return STRIKES if is_struck(tag, attributes) else ""


def _span(attributes: Mapping[str, str], name: str) -> int:
    """Return a span as browsers read it: leading digits, 1 where there are none."""
    written = attributes.get(name, "").strip()[:10]
    digits = "".join(c if c.isascii() and c.isdigit() else " " for c in written).split(" ")[0]
    return int(digits) if digits else 1
