"""Text with delimiters, and web pages."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from bench.corpus.grid import Grid, Row, Style, covered, first_cells


def in_txt(grid: Grid, style: Style) -> bytes:
    """Return the table as text copied out of a document: merged cells blank, footer in one cell."""
    lines: list[Row] = [(text,) for text in grid.above]
    lines += [grid.header, *grid.rows]
    lines += [(f"{label}: {grid.shown(value)}",) for label, value in grid.below]
    return encoded(lines, style, "\n")


def in_csv(grid: Grid, style: Style) -> bytes:
    """Return the table as a spreadsheet saves it: the footer's values in cells of their own."""
    lines: list[Row] = [(text,) for text in grid.above]
    lines += [grid.header, *grid.rows]
    lines += [(label, grid.shown(value)) for label, value in grid.below]
    return encoded(lines, style, "\r\n")


def encoded(lines: Iterable[Row], style: Style, end: str) -> bytes:
    """Return lines in the style's delimiter, encoding and number of empty cells at their end."""
    tail = style.delimiter * style.trailing
    text = "".join(
        f"{style.delimiter.join(_quoted(cell, style) for cell in line)}{tail}{end}"
        for line in lines
    )
    return text.encode(style.encoding)


def _quoted(cell: str, style: Style) -> str:
    """Return a cell in quotes where its text would break the line."""
    if style.delimiter != "\t" and (style.delimiter in cell or '"' in cell):
        return '"' + cell.replace('"', '""') + '"'
    return cell


def in_html(grid: Grid, style: Style) -> bytes:
    """Return a web page: headings, a table with its spans, the footer as paragraphs."""
    charset = "utf-8" if style.encoding.startswith("utf-8") else "windows-1252"
    above = "".join(f"<h2>{escape(text)}</h2>\n" for text in grid.above)
    below = "".join(
        f"<p>{escape(label)}: {escape(grid.shown(value))}</p>\n" for label, value in grid.below
    )
    header = "".join(f"<th>{escape(text)}</th>" for text in grid.header)
    page = (
        f'<!DOCTYPE html>\n<html lang="es"><head><meta charset="{charset}">'
        f"<title>{escape(grid.above[0])}</title></head>\n<body>\n{above}"
        f"<table>\n<tr>{header}</tr>\n{_rows(grid)}</table>\n{below}</body></html>\n"
    )
    return page.encode(style.encoding.removesuffix("-sig"))


def _rows(grid: Grid) -> str:
    """Return the markup of the rows."""
    hidden, spans = covered(grid.spans), first_cells(grid.spans)
    lines = []
    for number, row in enumerate(grid.rows):
        cells = []
        for column, text in enumerate(row):
            if (number, column) in hidden:
                continue
            span = spans.get((number, column))
            size = f' rowspan="{span.rows}" colspan="{span.columns}"' if span else ""
            cells.append(f"<td{size}>{escape(text)}</td>")
        lines.append(f"<tr>{''.join(cells)}</tr>\n")
    return "".join(lines)
