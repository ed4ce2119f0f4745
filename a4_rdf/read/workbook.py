"""Workbooks by what they are, not by what they are called.

Portals and old programs write web pages, tab-separated text and new workbooks under `.xls`;
spreadsheet programs open them all the same, so they are read, and the mismatch is reported.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath

from a4_rdf.errors import SourceError
from a4_rdf.model import Finding, Place
from a4_rdf.read import calamine, container, csv, html, ods, ole, xlsx
from a4_rdf.read.bounds import Bounds
from a4_rdf.read.document import Document, Reader, Reading
from a4_rdf.read.encoding import kind_of
from a4_rdf.read.page import is_html

SUFFIXES: tuple[str, ...] = (".xlsx", ".xlsm", ".xls", ".ods")


@dataclass(frozen=True, slots=True)
class _Content:
    """A kind of content: its name in messages, its reader, the suffixes that promise it."""

    name: str
    reader: Reader
    suffixes: tuple[str, ...]


_XLSX = _Content("un libro XLSX", xlsx.read_xlsx, (".xlsx", ".xlsm"))
_XLS = _Content("un libro XLS", calamine.read_xls, (".xls",))
_ODS = _Content("un libro ODS", ods.read_ods, (".ods",))
_HTML = _Content("una página HTML", html.read_html, ())
_TEXT = _Content("texto separado", csv.read_csv, ())
# Names of members stand unpacked in a ZIP file.
_MEMBERS: Mapping[bytes, _Content] = {
    b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet": _ODS,
    b"xl/workbook.xml": _XLSX,
}
_OTHER_MEMBERS: Mapping[bytes, str] = {
    b"word/document.xml": "un documento DOCX",
    b"xl/workbook.bin": "un libro XLSB: guárdelo como XLSX",
    b"ppt/presentation.xml": "una presentación",
    b"mimetypeapplication/vnd.oasis.opendocument.text": "un documento ODT",
}
_SPREADSHEET_ML = b"urn:schemas-microsoft-com:office:spreadsheet"


def read_workbook(document: Document, bounds: Bounds) -> Reading:
    """Return the rows of a workbook, or of the page or text that is called one.

    Raises SourceError: not-a-workbook for any other content, and those of the content's reader.
    """
    content = _content(document)
    table, findings = content.reader(document, bounds)
    suffix = PurePath(document.name).suffix.lower()
    if suffix in content.suffixes:
        return table, findings
    detail = (("suffix", suffix), ("content", content.name))
    return table, (Finding("content-unlike-suffix", Place(1, 1), detail), *findings)


def _content(document: Document) -> _Content:
    """Return what a document is, by its first bytes."""
    data = document.data
    if data.startswith(container.ZIP):
        return _packed(document)
    if data.startswith(ole.MAGIC):
        return _XLS
    if _SPREADSHEET_ML in data[:4096]:
        raise _other(document, "un libro XML de Excel 2003: guárdelo como XLSX")
    if is_html(data):
        return _HTML
    if found := kind_of(data):
        raise _other(document, found)
    return _TEXT


def _packed(document: Document) -> _Content:
    """Return what a ZIP file is; one that cannot be told is what its suffix says."""
    for member, content in _MEMBERS.items():
        if member in document.data:
            return content
    for member, found in _OTHER_MEMBERS.items():
        if member in document.data:
            raise _other(document, found)
    return _ODS if document.name.lower().endswith(".ods") else _XLSX


def _other(document: Document, found: str) -> SourceError:
    """Return the refusal of content that no reader of tables takes here."""
    message = f"se esperaba un libro de cálculo; el contenido es {found}"
    return SourceError(document.name, "not-a-workbook", message)
