"""Word documents: lines, a table with merged cells, the footer as lines."""

from __future__ import annotations

from io import BytesIO
from xml.sax.saxutils import escape

import docx
from docx.oxml import parse_xml

from bench.corpus.grid import Grid, Row, Span, Style, covered, first_cells
from bench.corpus.writers.archive import timeless

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
WIDTH = 2_400  # twentieths of a point


def in_docx(grid: Grid, style: Style) -> bytes:
    """Return the table as a Word document."""
    made = docx.Document()
    lines = "".join(map(_line, grid.above))
    last = "".join(_line(f"{label}: {grid.shown(value)}") for label, value in grid.below)
    body = parse_xml(f'<w:body xmlns:w="{_W}">{lines}{_table(grid)}{last}</w:body>')
    for place, child in enumerate(list(body)):
        made.element.body.insert(place, child)
    out = BytesIO()
    made.save(out)
    return timeless(out.getvalue())


def _table(grid: Grid) -> str:
    """Return the table's element."""
    hidden, spans = covered(grid.spans), first_cells(grid.spans)
    columns = f'<w:gridCol w:w="{WIDTH}"/>' * len(grid.header)
    rows = [_row(grid.header, -1, hidden, spans)]
    rows += [_row(row, number, hidden, spans) for number, row in enumerate(grid.rows)]
    return (
        f"<w:tbl><w:tblPr><w:tblBorders>{_BORDERS}</w:tblBorders></w:tblPr>"
        f"<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _row(
    row: Row,
    number: int,
    hidden: dict[tuple[int, int], Span],
    spans: dict[tuple[int, int], Span],
) -> str:
    """Return a row's element; a cell below a merged one goes on with it, one beside it is gone."""
    cells = []
    for column, text in enumerate(row):
        over, span = hidden.get((number, column)), spans.get((number, column))
        if over is not None and over.column < column:
            continue
        how = ""
        if span is not None and span.columns > 1:
            how += f'<w:gridSpan w:val="{span.columns}"/>'
        if over is not None:
            how += "<w:vMerge/>"
        elif span is not None and span.rows > 1:
            how += '<w:vMerge w:val="restart"/>'
        cells.append(f"<w:tc><w:tcPr>{how}</w:tcPr>{_line(text)}</w:tc>")
    return f"<w:tr>{''.join(cells)}</w:tr>"


def _line(text: str) -> str:
    """Return a paragraph's element."""
    if not text:
        return "<w:p/>"
    return f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
