"""Examples as PDF files: ruled or not, cut, scanned, in letters that nobody knows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from textwrap import wrap

from PIL import Image
from reportlab.lib import colors
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from a4_rdf.explanations.examples import Example
from tests.explanations.documents import (
    FOOTER,
    GOAL,
    HEADINGS,
    TITLE,
    Proof,
    Rows,
    piece_of,
    table_of,
    written,
)
from tests.read.pdfs import GRID, TOP, WIDTHS, Command, Sheet, pdf

ABOVE = [row[0] for row in TITLE]
BELOW = [" ".join(row) for row in FOOTER]
LEVEL: Sequence[Command] = (TOP, ("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.black))
UPRIGHT: Sequence[Command] = (
    TOP,
    ("BOX", (0, 0), (-1, -1), 0.5, colors.black),
    ("LINEAFTER", (0, 0), (-1, -1), 0.5, colors.black),
    ("LINEBELOW", (0, 0), (-1, 0), 0.5, colors.black),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 12),
)
RULED: Sequence[Command] = (GRID, TOP)
PAGE = (1040.0, 600.0)
LEFT, TOP_RULE, HEIGHT = 20.0, 540.0, 30.0


def sheet(rows: Rows, style: Sequence[Command] = RULED, widths: Sequence[float] = WIDTHS) -> Sheet:
    """Return a page with the usual title, a table and the usual footer."""
    return Sheet(rows, above=ABOVE, below=BELOW, style=style, widths=widths)


def styled(
    style: Sequence[Command],
    widths: Sequence[float],
    example: Example,
    wrong: bool,
    folder: Path,
) -> set[str]:
    """Return the codes of a table in a style and of some widths, where it is wrong; else ruled."""
    rows = table_of(piece_of(example, wrong))
    made = sheet(rows, style, widths) if wrong else sheet(rows)
    return written(folder / "t.pdf", pdf(made))


def narrow(column: int, width: float, example: Example, wrong: bool, folder: Path) -> set[str]:
    """Return the codes of the mended rows in a table with a narrow column, where it is wrong."""
    widths = tuple(width if at == column else one for at, one in enumerate(WIDTHS, 1))
    made = sheet(table_of(example.mended), widths=widths if wrong else WIDTHS)
    return written(folder / "t.pdf", pdf(made))


def paged(example: Example, wrong: bool, folder: Path) -> set[str]:
    """Return the codes of rows over two pages, the headings on each; the others on one page."""
    piece = piece_of(example, wrong)
    if not wrong:
        return written(folder / "t.pdf", pdf(sheet(table_of(piece))))
    first = Sheet((piece.headings, *piece.rows[:1]), above=ABOVE)
    rest = Sheet((piece.headings, *piece.rows[1:]), below=BELOW)
    return written(folder / "t.pdf", pdf(first, rest))


def numbered(example: Example, wrong: bool, folder: Path) -> set[str]:
    """Return the codes of two pages that bear their numbers, or of one that bears none."""
    _, *numbers = (row[0] for row in example.wrong.rows)
    feet = (numbers[:1], [*BELOW, *numbers[1:]])
    sheets = [
        Sheet((HEADINGS, (str(at), *GOAL[1:3], f"Obra {at}", *GOAL[4:])), above=ABOVE, below=foot)
        for at, foot in enumerate(feet, 1)
    ]
    return written(folder / "t.pdf", pdf(*sheets) if wrong else pdf(sheet((HEADINGS, GOAL))))


def unknown_letters(example: Example, wrong: bool, folder: Path) -> set[str]:
    """Return the codes of a text; in the wrong one the font does not say what its sign 129 is."""
    rows = table_of(piece_of(example, wrong))
    said = tuple(tuple(cell.replace("\ufffd", "~") for cell in row) for row in rows)
    return written(folder / "t.pdf", pdf(sheet(said), pageCompression=0).replace(b"~", b"\x81"))


class Drawn:
    """A page that is drawn rule by rule, from the top down."""

    def __init__(self, canvas: Canvas, rows: Rows, image: bool = False) -> None:
        self.canvas, self.rows = canvas, rows
        if image:
            canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 0, 0, *PAGE)
        self.xs = [LEFT]
        for width in WIDTHS:
            self.xs.append(self.xs[-1] + width * 0.9)
        self.ys = [TOP_RULE - HEIGHT * at for at in range(len(rows) + 1)]

    def texts(self, moved: tuple[int, int, float] = (0, 0, 0), below: float = 0.0) -> None:
        """Write title, cells and footer; the cell of a row and column is `moved` to the left.

        The footer stands higher by `below`.
        """
        self.canvas.setFont("Helvetica", 7)
        for at, line in enumerate(ABOVE):
            self.canvas.drawString(LEFT, TOP_RULE + 30 - 12 * at, line)
        for at, row in enumerate(self.rows):
            for column, cell in enumerate(row, 1):
                left = self.xs[column - 1] + 3 - (moved[2] if (at, column) == moved[:2] else 0)
                self.canvas.drawString(left, self.ys[at] - 12, cell)
        for at, line in enumerate(BELOW):
            self.canvas.drawString(LEFT, self.ys[-1] + below - 20 - 12 * at, line)

    def rules(self, lacking: tuple[int, int] = (0, 0)) -> None:
        """Draw all rules but two: those below and to the right of the cell of a row and column."""
        for at, y in enumerate(self.ys):
            for column, (start, end) in enumerate(pairwise(self.xs), 1):
                if (at - 1, column) != lacking:
                    self.canvas.line(start, y, end, y)
        for column, x in enumerate(self.xs):
            for at, (upper, lower) in enumerate(pairwise(self.ys)):
                if (at, column) != lacking:
                    self.canvas.line(x, upper, x, lower)


def running_on(example: Example, wrong: bool, folder: Path) -> set[str]:
    """Return the codes of a table whose objective runs on beside the next row, which no rule parts.

    The third row's cells begin at different heights, as those that are centred do.
    """
    if not wrong:
        return drawn("", example, wrong, folder)
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=PAGE, invariant=1)
    page = Drawn(canvas, table_of(example.wrong)[:1])
    page.texts(below=-90.0)
    page.rules()
    for x in page.xs:
        canvas.line(x, page.ys[-1], x, page.ys[-1] - 90)
    canvas.line(LEFT, page.ys[-1] - 90, page.xs[-1], page.ys[-1] - 90)
    for at, row in enumerate(example.wrong.rows):
        for column, cell in enumerate(row):
            down = (10, 32, 50 + 4 * column)[at]
            for line in wrap(cell, 20 if column == 2 else 40):
                canvas.drawString(page.xs[column] + 3, page.ys[-1] - down, line)
                down += 9
    canvas.save()
    return written(folder / "t.pdf", stream.getvalue())


def drawn(kind: str, example: Example, wrong: bool, folder: Path) -> set[str]:
    """Return the codes of a page that is drawn well, or with the fault of a kind."""
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=PAGE, invariant=1)
    page = Drawn(canvas, table_of(piece_of(example, wrong)), image=wrong and kind == "scan")
    page.texts(moved=(1, 4, 20.0) if wrong and kind == "text" else (0, 0, 0))
    if not (wrong and kind == "scan"):
        page.rules(lacking=(1, 2) if wrong and kind == "rule" else (0, 0))
    canvas.showPage()
    if wrong and kind == "page":
        canvas.drawImage(ImageReader(Image.new("L", (60, 80), 128)), 0, 0, *PAGE)
        canvas.showPage()
    canvas.save()
    return written(folder / "t.pdf", stream.getvalue())


PDF: Mapping[str, Proof] = {
    "columns-inferred": partial(styled, LEVEL, WIDTHS),
    "rows-inferred": partial(styled, UPRIGHT, WIDTHS),
    "cell-across-rows": running_on,
    "irregular-cell": partial(drawn, "rule"),
    "text-across-rule": partial(drawn, "text"),
    "word-rejoined": partial(narrow, 4, 44.0),
    "word-cut": partial(narrow, 6, 30.0),
    "unmapped-characters": unknown_letters,
    "row-continued": paged,
    "row-perhaps-continued": paged,
    "page-without-text": partial(drawn, "page"),
    "scanned-text": partial(drawn, "scan"),
    "margins-left-out": numbered,
}
