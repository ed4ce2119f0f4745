"""Word documents for the tests, made with python-docx, and small XML where it has no writer."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

import docx
from docx.oxml import parse_xml

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MAIN = "word/document.xml"


def document(*tables: Sequence[Sequence[str]], before: str = "", after: str = "") -> Any:
    """Return a document with a line, tables, a line."""
    made = docx.Document()
    if before:
        made.add_paragraph(before)
    for rows in tables:
        table = made.add_table(len(rows), max(map(len, rows)))
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=False):
                cell.text = text
    if after:
        made.add_paragraph(after)
    return made


def saved(made: Any) -> bytes:
    """Return a document's bytes."""
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()


def body(xml: str) -> bytes:
    """Return a document whose body is the XML given (prefix w)."""
    made = docx.Document()
    outer = parse_xml(f'<w:body xmlns:w="{W}">{xml}</w:body>')
    for place, child in enumerate(list(outer)):
        made.element.body.insert(place, child)
    return saved(made)


def member(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return an archive with one member changed."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(stream, "w", 8) as new:
        for info in old.infolist():
            kept = old.read(info)
            new.writestr(info.filename, change(kept) if info.filename == name else kept)
    return stream.getvalue()


def p(text: str, properties: str = "") -> str:
    """Return a paragraph with one run."""
    return f"<w:p><w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def tc(content: str, properties: str = "") -> str:
    """Return a cell; a content without markup becomes a paragraph."""
    inner = content if content.startswith("<") else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """Return a row; a cell without markup becomes one."""
    made = "".join(c if c.startswith("<w:tc") or c.startswith("<w:sdt") else tc(c) for c in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{made}</w:tr>"


def tbl(*rows: str, widths: Sequence[int] = ()) -> str:
    """Return a table."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
