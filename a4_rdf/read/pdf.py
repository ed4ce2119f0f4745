"""PDF: the tables that a page's rules draw, and the lines around them, page after page.

A page's glyphs and rules are all that is read: scripts, attachments, links, forms and images are
not. A page is named in each place (`p. 3`); its column is that of the document's main table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from a4_rdf.errors import SourceError
from a4_rdf.model import Finding, Place, Row, Table
from a4_rdf.read.bounds import Bounds, within
from a4_rdf.read.document import Document, Reading
from a4_rdf.read.encoding import kind_of
from a4_rdf.read.grid import Grid
from a4_rdf.read.pdf_blocks import PieceRow, page_rows
from a4_rdf.read.pdf_gaps import UnclearRowsError
from a4_rdf.read.pdf_margins import without_margins
from a4_rdf.read.pdf_pages import UNMAPPED, pages
from a4_rdf.read.pdf_rows import TextRow, text_rows
from a4_rdf.read.pdf_rules import TooManyRulesError
from a4_rdf.read.pdf_view import PageView

MEDIA_TYPE = "application/pdf"
HEAD = 1024  # bytes within which the mark of a PDF stands (ISO 32000-1, annex H, note 13)
SCANNED = 0.5  # an image that covers so much of a page may be its scan
STAMP = 250  # letters; a scan may carry so many: a page number, an electronic signature
MOST_UNMAPPED = 0.2  # of the letters may be unknown before the document is refused


@dataclass(frozen=True, slots=True)
class _Page:
    """A page's rows, how many letters it has and how many of them are unknown, what was noticed."""

    number: int
    rows: tuple[PieceRow, ...]
    letters: int
    unmapped: int
    note: str = ""


def read_pdf(document: Document, bounds: Bounds) -> Reading:
    """Return the rows of a PDF, numbered through all pages, and what was noticed.

    Merged cells are spread down, keeping the place of their text; a merged cell goes on blank on
    the next page. Raises SourceError: not-a-pdf, encrypted, damaged-pdf, no-text, no-letters,
    rows-unclear, too-many-….
    """
    _refuse_other(document)
    found = [_page(document.name, view) for view in pages(document, bounds)]
    _refuse_unreadable(document.name, found)
    kept, lost = without_margins([page.rows for page in found])
    writer = _Writer(document.name, bounds, len(found) > 1)
    for page, texts, left_out in zip(found, text_rows(kept), lost, strict=True):
        writer.write(page, texts, left_out)
    return Table(document.source(MEDIA_TYPE), tuple(writer.rows)), tuple(writer.findings)


def _refuse_other(document: Document) -> None:
    """Raise SourceError `not-a-pdf` where the bytes are something else."""
    if b"%PDF-" not in document.data[:HEAD]:
        found = kind_of(document.data) or "texto"
        message = f"se esperaba un PDF; el contenido es {found}"
        raise SourceError(document.name, "not-a-pdf", message)


def _page(name: str, view: PageView) -> _Page:
    """Return what a page says."""
    try:
        rows = page_rows(view)
    except TooManyRulesError:
        message = f"se esperaba una tabla; hay demasiadas líneas en la página {view.number}"
        raise SourceError(name, "too-many-rules", message) from None
    except UnclearRowsError:
        message = (
            "se esperaba una tabla con líneas, o con espacio entre sus filas; "
            f"en la página {view.number} nada separa una fila de la siguiente"
        )
        raise SourceError(name, "rows-unclear", message) from None
    letters = sum(len(glyph.text.strip()) for glyph in view.glyphs)
    unmapped = sum(UNMAPPED in glyph.text for glyph in view.glyphs)
    return _Page(view.number, rows, letters, unmapped, _note(view, rows, letters))


def _note(view: PageView, rows: Sequence[PieceRow], letters: int) -> str:
    """Return what is to be said of a page that is an image, with or without text on it."""
    drawn = any(row.grid and "columns" not in row.inferred for row in rows)
    if drawn:
        return ""
    if view.image_share >= SCANNED:
        return "page-without-text" if letters < STAMP else "scanned-text"
    return "" if letters or not view.image_share else "page-without-text"


def _refuse_unreadable(name: str, found: Sequence[_Page]) -> None:
    """Raise SourceError `no-text` or `no-letters` where no page has words."""
    expected = "se esperaba un PDF con texto"
    images = [page for page in found if page.note == "page-without-text"]
    if images and len(images) == sum(1 for page in found if page.letters or page.note):
        scanned = f"es una imagen escaneada, sin reconocimiento de texto ({_count(images)})"
        raise SourceError(name, "no-text", f"{expected}; {scanned}")
    letters = sum(page.letters for page in found)
    if not letters:
        blank = f"está en blanco ({_count(found)})" if found else "no tiene páginas"
        raise SourceError(name, "no-text", f"{expected}; {blank}")
    if sum(page.unmapped for page in found) > MOST_UNMAPPED * letters:
        fonts = "sus fuentes no dicen qué letra es cada signo"
        raise SourceError(name, "no-letters", f"{expected}; {fonts}")


def _count(found: Sequence[_Page]) -> str:
    return f"{len(found)} página{'' if len(found) == 1 else 's'}"


class _Writer:
    """Numbers rows through all pages and collects what was noticed."""

    def __init__(self, name: str, bounds: Bounds, several: bool) -> None:
        self.rows: list[Row] = []
        self.findings: list[Finding] = []
        self._name = name
        self._bounds = bounds
        self._several = several

    def write(self, page: _Page, texts: Sequence[TextRow], left_out: int) -> None:
        """Add the rows of a page; what concerns the whole page is said at its first row."""
        part = f"p. {page.number}" if self._several else ""
        place = Place(len(self.rows) + 1, 1, part)
        self.findings.extend(_page_findings(page, texts, left_out, place))
        grid = Grid(self._name, self._bounds, part)
        before: tuple[float, ...] = ()
        for text in texts:
            within(self._name, "rows", len(self.rows) + 1, self._bounds.rows)
            if text.grid != before:
                grid.end_group()
                before = text.grid
            self.rows.append(grid.row(len(self.rows) + 1, text.spans))
        self.findings.extend(grid.findings)


def _page_findings(
    page: _Page, texts: Sequence[TextRow], left_out: int, place: Place
) -> Iterator[Finding]:
    """Yield what concerns a whole page."""
    inferred = {what for text in texts for what in text.inferred}
    for what in sorted(inferred):
        yield Finding(f"{what}-inferred", place)
    if page.note:
        yield Finding(page.note, place)
    if left_out:
        yield Finding("margins-left-out", place, (("count", str(left_out)),))
