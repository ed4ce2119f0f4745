"""Word documents, with python-docx: it opens the package, its parser expands and fetches nothing.

Old binary documents and RTF are refused with what to do; a web page or a .docx that calls itself
.doc is read as what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePath
from typing import Any

import docx
from docx.exceptions import PythonDocxError
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from lxml.etree import ErrorTypes, LxmlError

from a4_rdf.errors import SourceError
from a4_rdf.model import Finding, Place, Table
from a4_rdf.read.assemble import assembled
from a4_rdf.read.blocks import Line, TableBlock, flattened
from a4_rdf.read.bounds import Bounds
from a4_rdf.read.container import ZIP, check_container
from a4_rdf.read.document import Document, Reading
from a4_rdf.read.docx_blocks import BlockReader
from a4_rdf.read.html import read_html
from a4_rdf.read.page import is_html

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_EXPECTED = "un documento de Word (.docx)"
_SAVE_AS = "ábralo y guárdelo como «Documento de Word (.docx)»"
_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PAGE_NUMBER = re.compile(r"[\W\d]*(?:p[áa]g(?:ina|\.)?)?[\W\d]*(?:de)?[\W\d]*", re.IGNORECASE)
_OTHERS = {
    "xl/workbook.xml": "un libro XLSX: póngale la extensión .xlsx",
    "ppt/presentation.xml": "una presentación",
    "content.xml": f"un documento de LibreOffice: {_SAVE_AS}",
}
# What python-docx and its parser raise on packages whose parts are damaged, missing or not Word's:
# AttributeError, LookupError, TypeError and ValueError come from parts that name or hold each other
# wrongly, RecursionError from long chains of parts. `check_container` proved the archive sound.
_FOREIGN = (
    PythonDocxError,
    OpcError,
    LxmlError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
    RecursionError,
)


def read_docx(document: Document, bounds: Bounds) -> Reading:
    """Return the rows of a Word document, numbered through its lines and tables, and findings.

    The lines of page headers stand before the body, those of page footers after it. Raises
    SourceError: not-docx, old-format, encrypted-file, broken-docx, not-a-table, too-deep,
    too-many-…, and those of `check_container` and, for a web page, `read_html`.
    """
    if is_html(document.data):
        table, findings = read_html(document, bounds)
        return table, (_unlike(document, "una página HTML"), *findings)
    _refuse_other(document)
    _refuse_other_container(document, check_container(document, bounds, _EXPECTED))
    package = _opened(document)
    reader = BlockReader(document.name, bounds)
    blocks = list(_blocks(document.name, package, reader))
    rows, findings = assembled(document.name, flattened(blocks), bounds)
    if PurePath(document.name).suffix.lower() != ".docx":
        findings = (_unlike(document, _EXPECTED), *findings)
    return Table(document.source(MEDIA_TYPE), rows), findings


def _unlike(document: Document, content: str) -> Finding:
    """Return the finding that says what the file really is."""
    details = (("suffix", PurePath(document.name).suffix), ("content", content))
    return Finding("content-unlike-suffix", Place(1, 1), details)


def _refuse_other(document: Document) -> None:
    """Raise SourceError for what is no zip container, with what to do."""
    data, name = document.data, document.name
    if data.startswith(ZIP):
        return
    if data.startswith(_OLE) and _ENCRYPTED in data:
        message = f"se esperaba {_EXPECTED} sin contraseña; el archivo está cifrado"
        raise SourceError(name, "encrypted-file", message)
    for magic, kind in ((_OLE, "un documento antiguo de Word (.doc)"), (b"{\\rtf", "un RTF")):
        if data.startswith(magic):
            message = f"se esperaba {_EXPECTED}; hay {kind}: {_SAVE_AS}"
            raise SourceError(name, "old-format", message)
    found = "un PDF" if data.startswith(b"%PDF") else "otro contenido"
    raise SourceError(name, "not-docx", f"se esperaba {_EXPECTED}; hay {found}")


def _refuse_other_container(document: Document, members: frozenset[str]) -> None:
    """Raise SourceError for the containers of other programs, by their members."""
    for member, kind in _OTHERS.items():
        if member in members:
            message = f"se esperaba {_EXPECTED}; hay {kind}"
            raise SourceError(document.name, "not-docx", message)


def _opened(document: Document) -> Any:
    """Return the package's main part, with python-docx's errors as ours."""
    try:
        return docx.Document(BytesIO(document.data)).part
    except _FOREIGN as error:
        if getattr(error, "code", None) == ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from error
        found = f"no se puede abrir ({type(error).__name__}): {_SAVE_AS}"
        message = f"se esperaba {_EXPECTED} completo; {found}"
        raise SourceError(document.name, "broken-docx", message) from error


def _blocks(name: str, part: Any, reader: BlockReader) -> Iterator[Line | TableBlock]:
    """Yield the lines of page headers, the body's lines and tables, the lines of page footers."""
    body = _root(name, part).find("{*}body")
    if body is None:
        raise SourceError(name, "broken-docx", f"se esperaba {_EXPECTED} con texto; no lo trae")
    yield from _margin(name, part, RELATIONSHIP_TYPE.HEADER, reader)
    yield from reader.blocks(body)
    yield from _margin(name, part, RELATIONSHIP_TYPE.FOOTER, reader)


def _margin(name: str, part: Any, kind: str, reader: BlockReader) -> Iterator[Line | TableBlock]:
    """Yield what page headers, or footers, say: each line once, page numbers left out."""
    said = set()
    for relation in part.rels.values():
        if relation.reltype != kind or relation.is_external:
            continue
        for block in reader.blocks(_root(name, relation.target_part)):
            if isinstance(block, TableBlock):
                yield block
            elif block.text not in said and not _PAGE_NUMBER.fullmatch(block.text):
                said.add(block.text)
                yield block


def _root(name: str, part: Any) -> Any:
    """Return a part's root element; SourceError where it is no markup, or declares entities."""
    root = getattr(part, "element", None)
    if root is None or root.getroottree().docinfo.doctype:
        message = f"se esperaba {_EXPECTED} sin declaraciones DTD; trae alguna"
        raise SourceError(name, "broken-docx", message)
    return root
