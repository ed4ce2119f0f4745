"""From the rows of pages to rows of texts: one grid for the document, words whole, rows whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from a4_rdf.read.grid import Span
from a4_rdf.read.pdf_blocks import SAME_BORDER, Grid, Piece, PieceRow, main_grid
from a4_rdf.read.pdf_pages import UNMAPPED
from a4_rdf.read.pdf_words import joined, lexicon

ENDED = (".", ":", ";", "?", "!")
_Room = tuple[Grid, int, int]  # a column, or a span of columns, of a grid


@dataclass(frozen=True, slots=True)
class TextRow:
    """A row of texts; `grid` is empty outside of tables, `inferred` says what was not drawn."""

    spans: tuple[Span, ...]
    grid: Grid = ()
    inferred: frozenset[str] = frozenset()

    @property
    def texts(self) -> tuple[str, ...]:
        """Return the texts, from left to right."""
        return tuple(span.text for span in self.spans)


def text_rows(pages: Sequence[Sequence[PieceRow]]) -> list[list[TextRow]]:
    """Return the rows of each page with whole texts in the columns of the document's main table.

    A row that a page break cut in two is one row again, at its first part.
    """
    rows = [row for page in pages for row in page]
    places = _places(rows)
    room = _rooms(rows)
    known = lexicon(
        (piece.lines, room[_room_of(row, piece)]) for row in rows for piece in row.pieces
    )
    found = [[_text_row(row, places, room, known) for row in page] for page in pages]
    for upper, lower in pairwise(found):
        _join_pages(upper, lower)
    return found


def _places(rows: Sequence[PieceRow]) -> Mapping[Grid, tuple[int, ...]]:
    """Return for each grid the 1-based column of each of its borders in the main grid.

    The main grid is that of most rows. A grid keeps its own columns where it has as many, or
    where two of them stand in one of the main grid.
    """
    main = main_grid(rows)
    return {row.grid: _aligned(row.grid, main) for row in rows if row.grid}


def _aligned(grid: Grid, main: Grid) -> tuple[int, ...]:
    """Return the 1-based columns of a grid's borders in the main grid."""
    own = tuple(range(1, len(grid) + 1))
    if len(grid) == len(main):
        return own
    nearest = [min(range(len(main)), key=lambda at: abs(main[at] - x)) for x in grid]
    if all(abs(main[at] - x) <= SAME_BORDER for at, x in zip(nearest, grid, strict=True)):
        found = [at + 1 for at in nearest]
    else:
        found = [_overlapped(left, right, main) + 1 for left, right in pairwise(grid)]
        found.append(found[-1] + 1)
    return tuple(found) if len(set(found)) == len(grid) else own


def _overlapped(left: float, right: float, main: Grid) -> int:
    """Return the main grid's column that most of a column stands in."""
    shared = [min(right, b) - max(left, a) for a, b in pairwise(main)]
    return shared.index(max(shared))


def _rooms(rows: Sequence[PieceRow]) -> Mapping[_Room, float]:
    """Return the widest line of each column (and span of columns) of each grid."""
    found: dict[_Room, float] = {}
    for row in rows:
        for piece in row.pieces:
            key = _room_of(row, piece)
            widest = max(line.box[2] - line.box[0] for line in piece.lines)
            found[key] = max(widest, found.get(key, 0.0))
    return found


def _room_of(row: PieceRow, piece: Piece) -> _Room:
    return row.grid, piece.column, piece.columns


def _text_row(
    row: PieceRow,
    places: Mapping[Grid, tuple[int, ...]],
    rooms: Mapping[_Room, float],
    known: frozenset[str],
) -> TextRow:
    """Return a row with its texts as spans of the document's grid."""
    borders = places.get(row.grid, ())
    spans = []
    for piece in row.pieces:
        room = rooms[_room_of(row, piece)]
        start = borders[piece.column] if borders else piece.column + 1
        end = borders[piece.column + piece.columns] if borders else start + 1
        spans.append(_span(piece, room, known, start, end))
    return TextRow(tuple(spans), row.grid, row.inferred)


def _span(piece: Piece, room: float, known: frozenset[str], start: int, end: int) -> Span:
    """Return a cell's text with what was noticed when it was joined."""
    text = joined(piece.lines, room, known)
    notes = (
        ("word-rejoined", text.rejoined),
        ("word-cut", text.cut),
        ("unmapped-characters", UNMAPPED in text.text),
        ("irregular-cell", not piece.plain),
        ("text-across-rule", piece.spilt),
        ("cell-across-rows", piece.across),
    )
    codes = tuple(code for code, seen in notes if seen)
    return Span(text.text, end - start, piece.rows, start, notes=codes)


def _join_pages(upper: list[TextRow], lower: list[TextRow]) -> None:
    """Make a row whole that ends one page and goes on at the top of the next, header aside."""
    last = next((at for at in reversed(range(len(upper))) if upper[at].spans), None)
    heads = {row.texts for row in upper}
    first = next(_body(lower, heads), None)
    if last is None or first is None or not upper[last].grid:
        return
    begun, rest = upper[last], lower[first]
    small, fitting = _continuing(begun, rest)
    if small == len(rest.spans) == fitting:
        upper[last] = _whole(begun, rest)
        lower[first] = replace(rest, spans=())
    elif fitting and 2 * small >= len(rest.spans) and rest.spans[0].text[:1].islower():
        lower[first] = _noted(rest, "row-perhaps-continued")


def _body(rows: Sequence[TextRow], heads: set[tuple[str, ...]]) -> Iterator[int]:
    """Yield the rows of tables below the repeated header; none where a free line comes first."""
    for at, row in enumerate(rows):
        if row.spans and not row.grid:
            return
        if row.spans and row.texts not in heads:
            yield at


def _continuing(begun: TextRow, rest: TextRow) -> tuple[int, int]:
    """Return how many texts begin small, and how many of those go on what stands above them."""
    above = {span.column: span.text for span in begun.spans}
    small = [span for span in rest.spans if span.text[:1].islower()]
    fitting = [s for s in small if s.column in above and not above[s.column].endswith(ENDED)]
    return len(small), len(fitting)


def _whole(begun: TextRow, rest: TextRow) -> TextRow:
    """Return a row with the rest of its texts."""
    more = {span.column: span for span in rest.spans}
    spans = []
    for span in begun.spans:
        if span.column in more:
            notes = (*span.notes, *more[span.column].notes)
            span = replace(span, text=f"{span.text} {more[span.column].text}", notes=notes)  # noqa: PLW2901
        spans.append(span)
    return _noted(replace(begun, spans=tuple(spans)), "row-continued")


def _noted(row: TextRow, code: str) -> TextRow:
    """Return a row with one more note at its first text."""
    first = replace(row.spans[0], notes=(*row.spans[0].notes, code))
    return replace(row, spans=(first, *row.spans[1:]))
