"""PDF: a ruled table over pages; merged cells have no rules inside and are cut by a page's end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from reportlab.lib.pagesizes import A3, landscape
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from bench.corpus.grid import Grid, Row, Span, Style, covered, cut, first_cells

FONT, SIZE, LEADING, PAD = "Helvetica", 7, 8.5, 2.5
MARGIN = 36.0
WIDE, HIGH = landscape(A3)
NARROW = 34.0
SHORTEST_NARROW = 4  # letters of the heading of the column of numbers


@dataclass(frozen=True, slots=True)
class _Page:
    """The rows of one page, the header first, their heights, and the merged cells among them."""

    rows: Sequence[Row]
    heights: Sequence[float]
    spans: Sequence[Span]


def in_pdf(grid: Grid, style: Style) -> bytes:
    """Return the table as a PDF without a clock in it."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=(WIDE, HIGH), invariant=1, pageCompression=1)
    lefts = _lefts(grid.header)
    top = _lines(canvas, grid.above, HIGH - MARGIN)
    for number, page in enumerate(_pages(grid, lefts, top)):
        if number:
            canvas.showPage()
            top = HIGH - MARGIN
        top = _draw(canvas, page, lefts, top)
    below = [f"{label}: {grid.shown(value)}" for label, value in grid.below]
    if top - len(below) * LEADING * 2 < MARGIN:
        canvas.showPage()
        top = HIGH - MARGIN
    _lines(canvas, below, top - LEADING)
    canvas.save()
    return out.getvalue()


def _lefts(header: Row) -> list[float]:
    """Return the left edge of each column and the right edge of the last."""
    numbered = len(header[0]) <= SHORTEST_NARROW
    first = NARROW if numbered else 0.0
    rest = len(header) - numbered
    step = (WIDE - 2 * MARGIN - first) / rest
    start = MARGIN + first
    return [*([MARGIN] if numbered else []), *(start + step * n for n in range(rest + 1))]


def _pages(grid: Grid, lefts: Sequence[float], top: float) -> Iterator[_Page]:
    """Yield the pages that the rows fill, each with the header."""
    spans = first_cells(grid.spans)
    heights = [_height(row, n, lefts, spans) for n, row in enumerate(grid.rows)]
    head = _height(grid.header, -1, lefts, {})
    start, room = 0, top - MARGIN - head
    for number, height in enumerate(heights):
        if height > room and number > start:
            yield _page(grid, heights, head, start, number)
            start, room = number, HIGH - 2 * MARGIN - head
        room -= height
    yield _page(grid, heights, head, start, len(heights))


def _page(grid: Grid, heights: Sequence[float], head: float, start: int, end: int) -> _Page:
    """Return one page; the rows keep their order, the header stands before them."""
    moved = (Span(s.row + 1, s.column, s.rows, s.columns) for s in cut(grid.spans, start, end))
    rows = (grid.header, *grid.rows[start:end])
    return _Page(rows, (head, *heights[start:end]), tuple(moved))


def _height(
    row: Row, number: int, lefts: Sequence[float], spans: dict[tuple[int, int], Span]
) -> float:
    """Return the height that the longest cell of a row needs."""
    most = 1
    for column, text in enumerate(row):
        if text:
            span = spans.get((number, column), Span(number, column))
            wide = lefts[column + span.columns] - lefts[column]
            most = max(most, len(_wrapped(text, wide)))
    return most * LEADING + 2 * PAD


def _draw(canvas: Canvas, page: _Page, lefts: Sequence[float], top: float) -> float:
    """Draw a page's cells and return where they end."""
    tops = [top]
    for height in page.heights:
        tops.append(tops[-1] - height)
    hidden, spans = covered(page.spans), first_cells(page.spans)
    canvas.setLineWidth(0.5)
    for number, row in enumerate(page.rows):
        for column, text in enumerate(row):
            if (number, column) in hidden:
                continue
            span = spans.get((number, column), Span(number, column))
            left, right = lefts[column], lefts[column + span.columns]
            low = tops[number + span.rows]
            canvas.rect(left, low, right - left, tops[number] - low)
            if text:
                _write(canvas, _wrapped(text, right - left), left + PAD, tops[number] - PAD)
    return tops[-1]


def _lines(canvas: Canvas, texts: Sequence[str], top: float) -> float:
    """Draw lines beside the table and return where they end."""
    for text in texts:
        _write(canvas, (text,), MARGIN, top)
        top -= LEADING * 2
    return top


def _write(canvas: Canvas, lines: Sequence[str], left: float, top: float) -> None:
    words = canvas.beginText(left, top - SIZE)
    words.setFont(FONT, SIZE, LEADING)
    for line in lines:
        words.textLine(line)
    canvas.drawText(words)


@lru_cache(maxsize=20_000)
def _wrapped(text: str, wide: float) -> tuple[str, ...]:
    """Return the lines that a text takes in a cell."""
    return tuple(simpleSplit(text, FONT, SIZE, wide - 2 * PAD))
