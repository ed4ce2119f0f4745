"""What stands on a page, from the top down: free lines and the rows of tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import inf

from a4_rdf.read.pdf_gaps import PlainRow, UnclearRowsError, inferred_rows
from a4_rdf.read.pdf_plain import plain_table, split_at
from a4_rdf.read.pdf_rules import RuledTable, ruled_tables
from a4_rdf.read.pdf_text import Line, lines, segments
from a4_rdf.read.pdf_view import Box, Glyph, PageView

FEWEST_SIDE_BY_SIDE = 3  # columns, and rows, in what stands between two rules, to be parted
FEWEST_EVEN = 6  # lines in every cell, for evenly spaced lines to be rows
NEXT_LINE = 0.8  # in heights: lines farther apart are two paragraphs
SAME_HEIGHT = 0.15  # lines differ by less where they are of one paragraph
MOST_LIKE = 0.7  # of those rows look like goals at least


SAME_BORDER = 6.0  # points between the same column border on two pages, at most

Grid = tuple[float, ...]  # the places of a table's column borders


@dataclass(frozen=True, slots=True)
class Piece:
    """One cell: 0-based grid column, its lines, how many columns and rows it spans.

    Not `plain`: its rules are drawn in part. `across`: its text runs on beside the row below.
    `spilt`: a word of it crosses a rule.
    """

    column: int
    lines: tuple[Line, ...]
    columns: int = 1
    rows: int = 1
    plain: bool = True
    across: bool = False
    spilt: bool = False


@dataclass(frozen=True, slots=True)
class PieceRow:
    """One row as it stands on the page: its cells, and the grid it belongs to (none if free).

    `inferred` says what was not drawn: `columns`, `rows`, or nothing.
    """

    top: float
    pieces: tuple[Piece, ...]
    grid: Grid = ()
    inferred: frozenset[str] = frozenset()


def main_grid(rows: Iterable[PieceRow]) -> Grid:
    """Return the grid of most rows, of those the one with most columns; empty without a table."""
    counts = Counter(row.grid for row in rows if row.grid)
    return max(counts, key=lambda grid: (counts[grid], len(grid)), default=())


def same_grid(one: Grid, other: Grid) -> bool:
    """Tell whether two grids have the same borders, as nearly as two pages draw them."""
    near = (abs(a - b) <= SAME_BORDER for a, b in zip(one, other, strict=False))
    return len(one) == len(other) and all(near)


def page_rows(view: PageView) -> tuple[PieceRow, ...]:
    """Return the rows of a page in reading order.

    Raises TooManyRulesError, UnclearRowsError.
    """
    tables = ruled_tables(view.rules) or ruled_tables((*view.rules, *_outlines(view.areas)))
    if tables:
        return _in_order(_ruled_blocks(view, tables))
    found = lines(view.glyphs)
    plain = plain_table(found, view.rules)
    if plain is None:
        return _paragraphs(found)
    if plain.borders:
        tables = ruled_tables((*view.rules, *plain.borders))
        return _in_order(_ruled_blocks(view, tables, frozenset({"columns"})))
    rows = [_inferred(row, plain.grid, frozenset({"columns", "rows"})) for row in plain.rows]
    room = plain.grid[-1] - plain.grid[0]
    return (*_paragraphs(plain.above, room), *rows, *_paragraphs(plain.below, room))


def _ruled_blocks(
    view: PageView, tables: Sequence[RuledTable], inferred: frozenset[str] = frozenset()
) -> list[list[PieceRow]]:
    """Return the rows of each table, and the lines outside of them; a glyph is in one table."""
    inside: list[dict[int, list[Glyph]]] = [{} for _ in tables]
    free: list[Glyph] = []
    smallest_first = sorted(range(len(tables)), key=lambda at: _extent(tables[at].box))
    for glyph in view.glyphs:
        for at in smallest_first:
            region = tables[at].region_at(*glyph.middle)
            if region is not None:
                inside[at].setdefault(region, []).append(glyph)
                break
        else:
            free.append(glyph)
    pairs = zip(tables, inside, strict=True)
    blocks = [_ruled_rows(table, cells, inferred) for table, cells in pairs]
    room = max((table.xs[-1] - table.xs[0] for table in tables), default=0.0)
    return [*blocks, *([row] for row in _paragraphs(lines(free), room))]


def _in_order(blocks: list[list[PieceRow]]) -> tuple[PieceRow, ...]:
    """Return the rows of blocks from the top down, each block's together."""
    return tuple(row for block in sorted(blocks, key=lambda block: block[0].top) for row in block)


def _extent(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _outlines(areas: Iterable[Box]) -> Iterable[Box]:
    """Yield the four sides of filled areas: shaded cells without rules."""
    for x0, top, x1, bottom in areas:
        yield from ((x0, top, x1, top), (x0, bottom, x1, bottom))
        yield from ((x0, top, x0, bottom), (x1, top, x1, bottom))


def _ruled_rows(
    table: RuledTable, cells: dict[int, list[Glyph]], inferred: frozenset[str]
) -> list[PieceRow]:
    """Return the rows of a ruled table; those without words of their own too."""
    rows: list[list[Piece]] = [[] for _ in table.ys[1:]]
    reached: set[int] = set()
    spilt = _spilt(table, cells)
    for at, glyphs in sorted(cells.items()):
        region, found = table.regions[at], lines(glyphs)
        if found:
            piece = Piece(
                region.column, found, region.columns, region.rows, region.plain, spilt=at in spilt
            )
            rows[region.row].append(piece)
            reached.update(range(region.row + 1, region.row + region.rows))
    made: list[PieceRow] = []
    for at, pieces in enumerate(rows):
        row = PieceRow(table.ys[at], tuple(pieces), table.xs, inferred)
        band = [] if at in reached else _band(table, at, cells)
        made.extend(_parted(row, band))
    return made


def _band(table: RuledTable, row: int, cells: dict[int, list[Glyph]]) -> list[Glyph]:
    """Return the glyphs of one row of a table's grid, none where its cells reach below it."""
    mine = [at for at in cells if table.regions[at].row == row]
    if len(mine) < FEWEST_SIDE_BY_SIDE or any(table.regions[at].rows > 1 for at in mine):
        return []
    return [glyph for at in mine for glyph in cells[at]]


def _spilt(table: RuledTable, cells: dict[int, list[Glyph]]) -> set[int]:
    """Return the cells in which a word begins that ends in another one."""
    found: set[int] = set()
    for line in lines(glyph for glyphs in cells.values() for glyph in glyphs if not glyph.turn):
        for word in line.words:
            height = (word.top + word.bottom) / 2
            start = table.region_at(word.x0 + 1, height)
            if start is not None and start != table.region_at(word.x1 - 1, height):
                found.add(start)
    return found


def _parted(row: PieceRow, glyphs: list[Glyph]) -> Sequence[PieceRow]:
    """Return the rows that stand between two rules where they seem to be several; else the row."""
    if not glyphs or max(len(piece.lines) for piece in row.pieces) < FEWEST_SIDE_BY_SIDE:
        return [row]
    body = [(line, split_at(line, row.grid)) for line in lines(glyphs)]
    heights = {len(piece.lines) for piece in row.pieces}
    even = len(heights) == 1 and min(heights) >= FEWEST_EVEN
    try:
        rows = inferred_rows(body, len(row.grid) - 1, even)
    except UnclearRowsError:
        return [row]
    if not _are_rows(rows, {piece.column for piece in row.pieces}):
        return [row]
    return [_inferred(part, row.grid, row.inferred | {"rows"}) for part in rows]


def _are_rows(rows: Sequence[PlainRow], columns: set[int]) -> bool:
    """Tell whether most of several rows say something in the last columns, as goals do."""
    last = sorted(columns)[-2:]
    like = sum(len(row.cells) > 1 and any(at in last for at, _ in row.cells) for row in rows)
    return like >= FEWEST_SIDE_BY_SIDE and like >= MOST_LIKE * len(rows)


def _inferred(row: PlainRow, grid: Grid, inferred: frozenset[str]) -> PieceRow:
    """Return a row that was told by the white space around it."""
    pieces = (Piece(at, part, across=at in row.across) for at, part in row.cells)
    return PieceRow(row.top, tuple(pieces), grid, inferred)


def _paragraphs(found: Sequence[Line], room: float = 0.0) -> tuple[PieceRow, ...]:
    """Return lines outside of tables as rows; a line goes on in the next where it was full.

    `room` is the width of the page's tables: without any, nothing tells which line was full. What
    stands far apart is in cells of its own.
    """
    room = max((room, *(line.box[2] - line.box[0] for line in found))) if room else inf
    groups: list[list[Line]] = []
    for line in found:
        if groups and _goes_on(groups[-1][-1], line, room):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(_free_row(group) for group in groups)


def _goes_on(upper: Line, lower: Line, room: float) -> bool:
    """Tell whether a line had no place for the first word of the next one, right below it."""
    (left, _, right, bottom), (_, top, _, _) = upper.box, lower.box
    word = lower.words[0]
    alone = len(segments(upper)) == len(segments(lower)) == 1
    near = top - bottom < NEXT_LINE * upper.height and right - left > word.x1 - word.x0
    alike = abs(upper.height - lower.height) < SAME_HEIGHT * upper.height
    return alone and near and alike and right - left + word.x1 - word.x0 + upper.height / 4 > room


def _free_row(group: Sequence[Line]) -> PieceRow:
    """Return a line, or the lines of a paragraph, as a row."""
    top = group[0].box[1]
    if len(group) > 1:
        return PieceRow(top, (Piece(0, tuple(group)),))
    return PieceRow(top, tuple(Piece(at, (part,)) for at, part in enumerate(segments(group[0]))))
