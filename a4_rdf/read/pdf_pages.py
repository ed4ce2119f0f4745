"""The pages of a PDF, shown by pdfplumber and pdfminer: the only module that knows them.

Scripts, attachments, links, forms and images are never opened. What the libraries raise becomes
a SourceError here.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from typing import TypeGuard

import pdfplumber
from pdfminer.layout import LTChar, LTContainer, LTCurve, LTImage, LTItem, LTLine, LTPage, LTRect
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfpage import PDFPage
from pdfminer.psexceptions import PSException
from pdfplumber.page import Page
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from a4_rdf.errors import SourceError
from a4_rdf.read.bounds import Bounds, within
from a4_rdf.read.document import Document
from a4_rdf.read.pdf_view import Box, Glyph, PageView, upright

UNMAPPED = "\ufffd"  # stands for a glyph of which the font does not say the letter
FLAT = 3.0  # a drawn box thinner than that is a rule
FARTHEST = 1e5  # points; the largest page a viewer shows is 14,400 wide
_CID = re.compile(r"\(cid:\d+\)")
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
# What pdfplumber and pdfminer raise over damaged bytes: their own, and what their parsing trips on.
_DAMAGE = (
    PdfminerException,
    MalformedPDFException,
    PSException,
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    RuntimeError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)


def pages(document: Document, bounds: Bounds) -> Iterator[PageView]:
    """Yield the pages of a PDF, upright.

    Raises SourceError: encrypted, damaged-pdf, too-many-pages, too-many-marks.
    """
    for number, layout in enumerate(_layouts(document, bounds), 1):
        yield _view(document.name, number, layout, bounds)


def _layouts(document: Document, bounds: Bounds) -> Iterator[LTPage]:
    """Yield what the library shows of each page; its errors become a SourceError."""
    try:
        pdf = pdfplumber.open(BytesIO(document.data), password="")  # closing would walk all pages
        for number, page in enumerate(PDFPage.create_pages(pdf.doc), 1):
            within(document.name, "pages", number, bounds.pages)
            page.attrs.setdefault("MediaBox", list(page.mediabox))
            yield Page(pdf, page, number).layout
    except _DAMAGE as error:
        raise _refusal(document.name, error) from error


def _refusal(name: str, error: Exception) -> SourceError:
    """Return why the library gave up, by the first cause that it tells."""
    cause = error
    while isinstance(cause, PdfminerException) and cause.args:
        inner = cause.args[0]
        if not isinstance(inner, Exception):
            break
        cause = inner
    if isinstance(cause, MemoryError):
        raise cause
    if isinstance(cause, PDFPasswordIncorrect):
        message = "se esperaba un PDF que se abra sin contraseña; éste la pide"
        return SourceError(name, "encrypted", message)
    if isinstance(cause, PDFEncryptionError):
        message = "se esperaba un PDF sin cifrar; éste usa un cifrado desconocido"
        return SourceError(name, "encrypted", message)
    message = f"se esperaba un PDF completo; su estructura está dañada ({type(cause).__name__})"
    return SourceError(name, "damaged-pdf", message)


def _view(name: str, number: int, layout: LTPage, bounds: Bounds) -> PageView:
    """Return what a page shows."""
    height, area = layout.height, max(layout.width * layout.height, 1.0)
    glyphs: list[Glyph] = []
    rules: list[Box] = []
    areas: list[Box] = []
    image = 0.0
    for count, item in enumerate(_items(layout), 1):
        within(name, "marks", count, bounds.marks)
        if isinstance(item, LTChar):
            glyphs.append(_glyph(item, height))
        elif isinstance(item, LTCurve):
            _draw(item, height, rules, areas)
        elif isinstance(item, LTImage):
            image = max(image, item.width * item.height / area)
    return upright(
        PageView(
            number,
            layout.width,
            height,
            tuple(glyphs),
            tuple(filter(_reasonable, rules)),
            tuple(filter(_reasonable, areas)),
            min(image, 1.0),
        )
    )


def _items(layout: LTItem) -> Iterator[LTItem]:
    """Yield what a page draws, in drawing order, that inside of forms included."""
    stack = [layout]
    while stack:
        item = stack.pop()
        if isinstance(item, LTContainer):
            stack.extend(reversed(list(item)))
        yield item


def _glyph(char: LTChar, height: float) -> Glyph:
    """Return a character with its direction, from where its baseline points."""
    a, b, _, _, _, _ = char.matrix
    level, upwards = (0 if a >= 0 else 2), (1 if b > 0 else 3)
    turn = level if abs(a) >= abs(b) else upwards
    text = _CID.sub(UNMAPPED, char.get_text()).translate(_LIGATURES)
    size = char.height if turn % 2 == 0 else char.width
    return Glyph(text, char.x0, height - char.y1, char.x1, height - char.y0, size, turn)


def _draw(item: LTCurve, height: float, rules: list[Box], areas: list[Box]) -> None:
    """Keep a drawing's level and upright strokes as rules, the boxes that it fills as areas."""
    box = (item.x0, height - item.y1, item.x1, height - item.y0)
    thin = min(item.width, item.height) <= FLAT
    if isinstance(item, LTLine) or (isinstance(item, LTRect) and thin):
        rules.append(box)
    elif item.stroke:
        points = [(x, height - y) for x, y in item.pts]
        if isinstance(item, LTRect):
            points.append(points[0])
        rules.extend(_strokes(points))
    elif isinstance(item, LTRect):
        areas.append(box)


def _strokes(points: list[tuple[float, float]]) -> Iterator[Box]:
    """Yield the strokes between points that are level or upright."""
    for (x, y), (u, v) in pairwise(points):
        if min(abs(x - u), abs(y - v)) <= 1:
            yield min(x, u), min(y, v), max(x, u), max(y, v)


def _reasonable(box: Box) -> TypeGuard[Box]:
    """Tell whether a box lies where a page may be; damaged files draw anywhere."""
    return all(-FARTHEST < side < FARTHEST for side in box)
