"""Web pages, with lxml: an event parser that builds no tree, fetches nothing, expands nothing."""

from __future__ import annotations

import re
from typing import Any, cast

from lxml import etree

from a4_rdf import spanish
from a4_rdf.errors import SourceError
from a4_rdf.model import Finding, Place, Table
from a4_rdf.read.assemble import assembled, left_out
from a4_rdf.read.blocks import TableBlock, flattened
from a4_rdf.read.bounds import Bounds
from a4_rdf.read.document import Document, Reading
from a4_rdf.read.html_page import PageBuilder
from a4_rdf.read.page import is_html, page_text

MEDIA_TYPE = "text/html"
_CHUNK = 64 * 1024
_TABLE = re.compile(r"<table\b", re.IGNORECASE)
_TABLE_END = re.compile(r"</table\b", re.IGNORECASE)
_PAGE_END = re.compile(r"</(?:body|html)\b", re.IGNORECASE)
_ERROR_PAGE = re.compile(
    r"\b(?:40[0-9]|50[0-9])\b|not found|no encontrad|no existe|forbidden|denegad|denied"
    r"|server error|error del servidor|bad gateway|service unavailable|iniciar sesion|log ?in\b"
    r"|just a moment|captcha"
)


def read_html(document: Document, bounds: Bounds) -> Reading:
    """Return the rows of a web page, numbered through its lines and tables, and what was noticed.

    Raises SourceError: not-html, wrong-encoding, error-page, not-a-table, broken-page,
    truncated-page, too-deep, too-many-….
    """
    if not is_html(document.data):
        message = "se esperaba una página HTML; el contenido no empieza como tal"
        raise SourceError(document.name, "not-html", message)
    text, encoding, guessed = page_text(document.name, document.data)
    page = _parsed(document.name, text, bounds)
    _refuse_without_table(document.name, page)
    rows, findings = assembled(document.name, flattened(page.blocks), bounds)
    _refuse_truncated(document.name, text)
    detail = (("encoding", encoding),)
    first = (Finding("encoding-guessed", Place(1, 1), detail),) if guessed else ()
    links = left_out("links-left-out", page.menu_lines)
    return Table(document.source(MEDIA_TYPE, encoding), rows), (*first, *links, *findings)


def _parsed(name: str, text: str, bounds: Bounds) -> PageBuilder:
    """Return the page's lines and tables."""
    page = PageBuilder(name, bounds)
    parser = etree.HTMLParser(
        target=cast(Any, page), encoding="utf-8", no_network=True, huge_tree=False, recover=True
    )
    try:
        for start in range(0, len(text), _CHUNK):
            parser.feed(text[start : start + _CHUNK].encode("utf-8", "replace"))
        parser.close()
    except etree.LxmlError as error:
        raise _broken(name) from error
    # A text or an attribute of over 10 MB: the parser drops the rest of the page and goes on.
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        raise _broken(name)
    return page


def _broken(name: str) -> SourceError:
    message = "se esperaba una página HTML legible; está dañada o trae un texto de más de 10 MB"
    return SourceError(name, "broken-page", message)


def _refuse_truncated(name: str, text: str) -> None:
    """Raise SourceError `truncated-page` where a page ends before its last table does.

    Who leaves out the end of a table still writes that of the page; a cut file has neither.
    """
    if len(_TABLE.findall(text)) > len(_TABLE_END.findall(text)) and not _PAGE_END.search(text):
        message = "se esperaba una página HTML completa; termina dentro de una tabla"
        raise SourceError(name, "truncated-page", message)


def _refuse_without_table(name: str, page: PageBuilder) -> None:
    """Raise SourceError where a page has no table at all, with the likely reason."""
    if any(isinstance(block, TableBlock) for block in page.blocks):
        return
    if _ERROR_PAGE.search(spanish.fold(page.titles)):
        found = "hay una página de error o de ingreso: descargue el documento de nuevo"
        raise SourceError(name, "error-page", f"se esperaba una página con una tabla a4; {found}")
    found = "no trae ninguna; si aparece al abrir la página, guárdela desde el navegador"
    raise SourceError(name, "not-a-table", f"se esperaba una página con una tabla a4; {found}")
