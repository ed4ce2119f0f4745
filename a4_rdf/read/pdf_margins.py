"""Running titles, running feet and page numbers: said on every page, read once or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from a4_rdf.headings import header_columns
from a4_rdf.read.pdf_blocks import Grid, PieceRow, main_grid, same_grid

Page = Sequence[PieceRow]

HIGHEST = 8  # rows that a margin holds at most
_PAGE = r"(?:p[aá]g(?:ina|s?\.)?\s*)(?:n[º°o.]*\s*)?\d+(?:\s*(?:de|/)\s*\d+)?"
_NUMBERED = re.compile(_PAGE, re.IGNORECASE)
_NUMBER = re.compile(r"[-–—]?\s*\d{1,4}(?:\s*(?:de|/)\s*\d{1,4})?\s*[-–—]?", re.IGNORECASE)


def without_margins(pages: Sequence[Page]) -> tuple[tuple[Page, ...], tuple[int, ...]]:
    """Return the pages without what their margins repeat, and how many rows each page lost.

    Of a running title the first stays, of a running foot the last; of page numbers none. A row of
    the main table, or a header, is never a margin's, but for one text across the table.
    """
    main = main_grid(row for page in pages for row in page)
    tops = [list(_margin(page, main)) for page in pages]
    feet = [list(_margin(reversed(page), main)) for page in pages]
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    for at, (top, foot) in enumerate(zip(tops, feet, strict=True)):
        for row in top:
            first.setdefault(_key(row), at)
        last.update((_key(row), at) for row in foot)
    found: list[Page] = []
    for at, page in enumerate(pages):
        edges = (0, len(page) - 1) if len(pages) > 1 else ()
        dropped = {id(row) for row in tops[at] if first[_key(row)] < at}
        dropped |= {id(row) for row in feet[at] if last[_key(row)] > at and _is_foot(row, main)}
        dropped |= {id(row) for place, row in enumerate(page) if _is_number(row, place in edges)}
        found.append([row for row in page if id(row) not in dropped])
    lost = (len(page) - len(kept) for page, kept in zip(pages, found, strict=True))
    return tuple(found), tuple(lost)


def _margin(rows: Iterable[PieceRow], main: Grid) -> Iterator[PieceRow]:
    """Yield the rows at an edge of a page up to the first that is the main table's."""
    for count, row in enumerate(rows):
        whole = [piece.columns for piece in row.pieces] == [len(row.grid) - 1]
        own = bool(row.grid) and not whole and (bool(row.inferred) or same_grid(row.grid, main))
        if count == HIGHEST or own or header_columns(_texts(row)) is not None:
            return
        if row.pieces:
            yield row


def _is_foot(row: PieceRow, main: Grid) -> bool:
    """Tell whether a row at the bottom is outside of the main table: a section may end a page."""
    return not row.grid or not same_grid(row.grid, main)


def _texts(row: PieceRow) -> list[str]:
    return [" ".join(line.text for line in piece.lines) for piece in row.pieces]


def _key(row: PieceRow) -> str:
    """Return what a row says, whatever page it counts."""
    return _NUMBERED.sub("#", "\t".join(_texts(row))).casefold()


def _is_number(row: PieceRow, outermost: bool) -> bool:
    """Tell whether a free row numbers its page; a bare number does so only at a page's edge."""
    if row.grid:
        return False
    text = " ".join(_texts(row))
    return bool(_NUMBERED.fullmatch(text) or (outermost and _NUMBER.fullmatch(text)))
