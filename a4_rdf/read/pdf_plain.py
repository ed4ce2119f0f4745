"""Tables without upright rules: their columns are told by the white space between words.

Their rows are told by level rules, where those are drawn, else by the space between lines.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from a4_rdf.read.pdf_gaps import Body, Placed, PlainRow, inferred_rows
from a4_rdf.read.pdf_rules import level_rules
from a4_rdf.read.pdf_text import Line, Word, segments
from a4_rdf.read.pdf_view import Box

FEWEST_COLUMNS = 4
FEWEST_LINES = 2
FEWEST_RULES = 3
PAD = 3.0  # points between a table's text and its outline
# In parts of a line's height:
COLUMN_GAP = 0.8  # words farther apart stand in two columns
CORRIDOR = 0.5  # the narrowest white space between columns
TAIL_GAP = 0.6  # lines that near below the last full line belong to its row
ROW_TAIL_GAP = 3.0  # lines that near, with nothing in the first two columns, belong to the table

Columns = Sequence[tuple[float, float]]  # where each column's text begins and ends


@dataclass(frozen=True, slots=True)
class PlainTable:
    """A table without upright rules, and the lines above and below it.

    Where level rules part its rows, `rows` is empty and `borders` are the upright rules to add.
    """

    above: tuple[Line, ...]
    rows: tuple[PlainRow, ...]
    below: tuple[Line, ...]
    grid: tuple[float, ...]
    borders: tuple[Box, ...] = ()


def plain_table(lines: Sequence[Line], rules: Iterable[Box]) -> PlainTable | None:
    """Return the table that the lines of a page form, None where they form none.

    Raises UnclearRowsError.
    """
    parts = [segments(line, COLUMN_GAP) for line in lines]
    wide = [at for at, pieces in enumerate(parts) if len(pieces) >= FEWEST_COLUMNS - 1]
    if len(wide) < FEWEST_LINES:
        return None
    columns = _columns([piece for at in wide for piece in parts[at]])
    if len(columns) < FEWEST_COLUMNS:
        return None
    columns = _widened(columns, [piece for pieces in parts[wide[0] :] for piece in pieces])
    grid = _grid(columns)
    placed = [_placed(line, pieces, columns) for line, pieces in zip(lines, parts, strict=True)]
    last = _last(lines, placed, wide[-1])
    body = list(zip(lines, placed, strict=True))[wide[0] : last + 1]
    above, below = tuple(lines[: wide[0]]), tuple(lines[last + 1 :])
    borders = _borders(rules, grid, body)
    if borders:
        return PlainTable(above, (), below, grid, borders)
    return PlainTable(above, inferred_rows(body, len(columns)), below, grid)


def _columns(pieces: Sequence[Line]) -> Columns:
    """Return the spans that text covers, parted by white space from top to bottom."""
    found: list[tuple[float, float]] = []
    for x0, _, x1, _ in sorted(piece.box for piece in pieces):
        if found and x0 < found[-1][1] + CORRIDOR * pieces[0].height:
            found[-1] = (found[-1][0], max(x1, found[-1][1]))
        else:
            found.append((x0, x1))
    return found


def _widened(columns: Columns, pieces: Iterable[Line]) -> Columns:
    """Return columns as wide as the texts that touch no other one."""
    found = list(columns)
    for x0, _, x1, _ in (piece.box for piece in pieces):
        touched = [at for at, (left, right) in enumerate(columns) if x0 < right and x1 > left]
        if len(touched) == 1:
            left, right = found[touched[0]]
            found[touched[0]] = (min(left, x0), max(right, x1))
    return found


def _grid(columns: Columns) -> tuple[float, ...]:
    """Return the column borders: the middles of the white spaces, and the outer ends."""
    inner = ((left[1] + right[0]) / 2 for left, right in pairwise(columns))
    return columns[0][0], *inner, columns[-1][1]


def _placed(line: Line, pieces: Sequence[Line], columns: Columns) -> Placed | None:
    """Return a line's parts by column, None where it runs across columns."""
    borders = [(left[1] + right[0]) / 2 for left, right in pairwise(columns)]
    found: dict[int, list[Word]] = {}
    for piece in pieces:
        x0, _, x1, _ = piece.box
        touched = [at for at, (left, right) in enumerate(columns) if x0 < right and x1 > left]
        if len(touched) > 1 and len(pieces) < FEWEST_COLUMNS - 1:
            return None
        for word in piece.words:
            at = bisect_right(borders, (word.x0 + word.x1) / 2)
            found.setdefault(at, []).append(word)
    return {at: Line(tuple(words)) for at, words in found.items()}


def split_at(line: Line, grid: Sequence[float]) -> Placed | None:
    """Return a line's parts by column of a grid, None where a word crosses a border."""
    inner = grid[1:-1]
    found: dict[int, list[Word]] = {}
    for word in line.words:
        at = bisect_right(inner, word.x0 + 1)
        if at != bisect_right(inner, word.x1 - 1):
            return None
        found.setdefault(at, []).append(word)
    return {at: Line(tuple(words)) for at, words in found.items()}


def _last(lines: Sequence[Line], placed: Sequence[Placed | None], wide: int) -> int:
    """Return the last line of the table: the last full one, or the rest of its cells below."""
    last = wide
    for at in range(wide + 1, len(lines)):
        gap = (lines[at].box[1] - lines[last].box[3]) / lines[at].height
        parts = placed[at]
        if parts is None or gap > (TAIL_GAP if min(parts) < 2 else ROW_TAIL_GAP):
            break
        last = at
    return last


def _borders(rules: Iterable[Box], grid: tuple[float, ...], body: Body) -> tuple[Box, ...]:
    """Return upright rules at the column borders, if level rules part the rows, else nothing.

    There is none where a line runs across the columns: that is a cell across the table.
    """
    top, bottom = body[0][0].box[1], body[-1][0].box[3]
    inside = {
        y
        for y, left, right in level_rules(rules)
        if top < y < bottom and left <= grid[-3] and right >= grid[-2]
    }
    if len(inside) < FEWEST_RULES:
        return ()
    heights = [top - PAD, *sorted(inside), bottom + PAD]
    across = [(line.box[1] + line.box[3]) / 2 for line, placed in body if placed is None]
    found: list[Box] = []
    for start, end in pairwise(heights):
        whole = any(start <= height < end for height in across)
        found.extend((x, start, x, end) for x in ((grid[0], grid[-1]) if whole else grid))
    ends = ((grid[0], y, grid[-1], y) for y in (heights[0], heights[-1]))
    return (*found, *ends)
