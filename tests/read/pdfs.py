"""PDF files, written by reportlab, for the tests of their reader."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html import escape
from io import BytesIO

from reportlab.lib import colors
from reportlab.lib.pagesizes import A3, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    Flowable,
    PageBreak,
    Paragraph,
    SimpleDocTemplate,
    Table,
)

STYLE = ParagraphStyle("cell", fontName="Helvetica", fontSize=7, leading=8.5, splitLongWords=1)
WIDTHS = (30.0, 190.0, 230.0, 230.0, 230.0, 190.0)
GRID = ("GRID", (0, 0), (-1, -1), 0.5, colors.black)
TOP = ("VALIGN", (0, 0), (-1, -1), "TOP")
Command = tuple[object, ...]


@dataclass
class Sheet:
    """One table on one page: rows of texts, merges as (first column, row, last column, row)."""

    rows: Sequence[Sequence[str]]
    spans: Sequence[tuple[int, int, int, int]] = ()
    above: Sequence[str] = ()
    below: Sequence[str] = ()
    style: Sequence[Command] = (GRID, TOP)
    widths: Sequence[float] = WIDTHS
    repeat: int = 0
    extra: Sequence[Flowable] = field(default_factory=tuple)


def pdf(*sheets: Sheet, size: tuple[float, float] = landscape(A3), **options: object) -> bytes:
    """Return a PDF with one table a page (more where a table does not fit)."""
    story: list[Flowable] = []
    for sheet in sheets:
        if story:
            story.append(PageBreak())
        story.extend(flowables(sheet))
    stream = BytesIO()
    SimpleDocTemplate(stream, pagesize=size, invariant=1, **margins(), **options).build(story)
    return stream.getvalue()


def flowables(sheet: Sheet) -> list[Flowable]:
    """Return a sheet's lines and table, for a story."""
    style = [*sheet.style, *(("SPAN", (a, b), (c, d)) for a, b, c, d in sheet.spans)]
    cells = [[paragraph(text) if text else "" for text in row] for row in sheet.rows]
    made = Table(cells, colWidths=list(sheet.widths), repeatRows=sheet.repeat, style=style)
    return [*map(paragraph, sheet.above), made, *map(paragraph, sheet.below), *sheet.extra]


def paragraph(text: str) -> Paragraph:
    """Return a wrapped text."""
    return Paragraph(escape(text), STYLE)


def margins() -> dict[str, float]:
    """Return narrow margins, as publishers use them."""
    return {"leftMargin": 36, "rightMargin": 36, "topMargin": 36, "bottomMargin": 36}


def drawn(
    *pages: Iterable[tuple[float, float, str]], size: tuple[float, float] = (600, 800)
) -> bytes:
    """Return a PDF with texts at (left, top) on each page, and nothing else."""
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=size, invariant=1)
    for page in pages:
        canvas.setFont("Helvetica", 8)
        for left, top, text in page:
            canvas.drawString(left, size[1] - top, text)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()
