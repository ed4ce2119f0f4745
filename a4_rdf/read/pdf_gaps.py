"""Rows that no rules part: told apart by the space between lines. It is inference throughout.

Where cells begin beside each other at the top of their rows, each beginning is a row's; else rows
end where the last columns are blank for longer than between the lines of a cell.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from a4_rdf.read.pdf_text import Line

# In parts of a line's height:
ROW_GAP = 0.3  # by so much at least a gap between rows exceeds that between lines of a cell
MOST_LEADING = 0.6  # the widest gap between two lines of a cell
SAME_TOP = 0.4  # cells that begin that near begin at one height
MOST_BESIDE = 0.8  # of the cells begin beside another one where all are aligned at the top
MOST_WRAPPED = 0.3  # of evenly spaced lines may begin in small letters, as the rest of a cell does

Placed = Mapping[int, Line]  # the parts of one line by 0-based column
Body = Sequence[tuple[Line, Placed | None]]  # lines from the top down; None: across columns


class UnclearRowsError(Exception):
    """Lines stand evenly and without rules: nothing tells where a row ends."""


@dataclass(frozen=True, slots=True)
class PlainRow:
    """One row: its top, and the lines of each 0-based column that has any.

    `across` holds the columns whose text runs on beside the row below.
    """

    top: float
    cells: tuple[tuple[int, tuple[Line, ...]], ...]
    across: tuple[int, ...] = ()


def inferred_rows(body: Body, width: int, even: bool = True) -> tuple[PlainRow, ...]:
    """Return the rows of lines that no rules part, told apart by the space between them.

    Where all lines stand evenly, each is a row if they may stand `even`, else there are none.
    Raises UnclearRowsError.
    """
    limit = _row_gap(body, width)
    if not limit and not even:
        return ()
    tops = _aligned_tops(body, width, limit) if limit else ()
    if tops:
        return _rows(body, tops, limit, sure=True)
    return _rows(body, _gap_cuts(body, width, limit), limit)


def _row_gap(body: Body, width: int) -> float:
    """Return the gap from which on lines belong to two rows; 0 where every line is a row.

    Raises UnclearRowsError where gaps are even and lines look wrapped.
    """
    gaps = sorted(gap for column in range(width) for gap in _gaps(body, column))
    height = body[0][0].height
    if gaps and gaps[0] > MOST_LEADING * height:
        return gaps[0]
    for smaller, larger in pairwise(gaps):
        if larger - smaller >= ROW_GAP * height and smaller <= MOST_LEADING * height:
            return (smaller + larger) / 2
    starts = [part.text[:1] for _, placed in body if placed for part in placed.values()]
    if sum(start.islower() for start in starts) > MOST_WRAPPED * len(starts):
        raise UnclearRowsError
    return 0.0


def _gaps(body: Body, column: int) -> Iterable[float]:
    """Yield the white space between a column's successive lines, up to three lines high."""
    mine = [placed[column] for _, placed in body if placed and column in placed]
    for upper, lower in pairwise(mine):
        gap = lower.box[1] - upper.box[3]
        if gap < 3 * lower.height:
            yield gap


def _aligned_tops(body: Body, width: int, limit: float) -> list[float]:
    """Return the heights between rows where all cells begin at the top of their row, else nothing.

    They do where most cells begin beside another one: then each beginning is a row's.
    """
    height = body[0][0].height
    begins: list[float] = [line.box[1] for line, placed in body if placed is None]
    alone = list(begins)
    for column in range(width):
        reached: float | None = None
        for line in (placed[column] for _, placed in body if placed and column in placed):
            if reached is None or line.box[1] - reached >= limit:
                begins.append(line.box[1])
            reached = line.box[3]
    groups: list[list[float]] = []
    for top in sorted(begins):
        if not groups or top - groups[-1][0] > SAME_TOP * height:
            groups.append([])
        groups[-1].append(top)
    beside = sum(len(group) for group in groups if len(group) > 1)
    if beside < MOST_BESIDE * (len(begins) - len(alone)):
        return []
    return [group[0] - SAME_TOP * height for group in groups[1:]]


def _gap_cuts(body: Body, width: int, limit: float) -> list[float]:
    """Return the heights between rows: where the last two columns are blank for the gap."""
    cuts = []
    reached = body[0][0].box[1]
    alone = False
    for line, placed in body:
        measured = placed is None or any(column >= width - 2 for column in placed)
        if not measured:
            continue
        top = line.box[1]
        if placed is None or alone or top - reached >= limit:
            cuts.append(_cut(body, width, reached, top, limit))
        alone = placed is None
        reached = max(reached, line.box[3])
    return cuts[1:] if cuts and cuts[0] <= body[0][0].box[1] else cuts


def _cut(body: Body, width: int, start: float, end: float, limit: float) -> float:
    """Return the middle of the widest white strip between two heights.

    Columns are left out from the left until there is one: merged cells run across rows there.
    """
    for first in range(width - 1):
        strips = list(_strips(body, first, start, end))
        if strips:
            widest = max(strips, key=lambda strip: strip[1] - strip[0])
            if widest[1] - widest[0] >= min(limit, end - start):
                return (widest[0] + widest[1]) / 2
    return end


def _strips(body: Body, first: int, start: float, end: float) -> Iterable[tuple[float, float]]:
    """Yield the strips between two heights that no line of the columns from `first` on touches."""
    boxes = sorted(
        (part.box[1], part.box[3])
        for _, placed in body
        if placed
        for column, part in placed.items()
        if column >= first and part.box[3] > start and part.box[1] < end
    )
    reached = start
    for top, bottom in [*boxes, (end, end)]:
        if top > reached:
            yield reached, top
        reached = max(reached, bottom)


def _rows(
    body: Body, cuts: Sequence[float], limit: float, sure: bool = False
) -> tuple[PlainRow, ...]:
    """Return the rows between the cuts; a text that runs on across a cut stays in one row.

    That is a row `across`, unless it is `sure` that the text begins in its own row.
    """
    rows: list[dict[int, list[Line]]] = [{} for _ in range(len(cuts) + 1)]
    across: dict[int, set[int]] = {}
    before: dict[int, tuple[int, float]] = {}
    for line, placed in body:
        for column, part in (placed or {0: line}).items():
            _, top, _, bottom = part.box
            at = bisect_right(cuts, (top + bottom) / 2)
            row, reached = before.get(column, (at, 0.0))
            if placed and row != at and top - reached < limit:
                if not sure:
                    across.setdefault(row, set()).add(column)
                at = row
            before[column] = (at, bottom)
            rows[at].setdefault(column, []).append(part)
    return tuple(
        PlainRow(
            min(line.box[1] for found in cells.values() for line in found),
            tuple((column, tuple(found)) for column, found in sorted(cells.items())),
            tuple(sorted(across.get(at, ()))),
        )
        for at, cells in enumerate(rows)
        if cells
    )
