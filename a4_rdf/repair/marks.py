"""Take formatting marks and invisible characters out of the texts, compose accents, tidy spaces."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from a4_rdf import markup, spanish
from a4_rdf.model import Cell, Finding, Row, Table

# Control characters would make RDF/XML ill-formed; the others are spaces or carry no sign.
_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff"
    r"\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
)
_SPACE = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")


def clean_marks(table: Table) -> tuple[Table, tuple[Finding, ...]]:
    """Return the table with clean texts; a finding per cell that lost marks or was normalised."""
    findings: list[Finding] = []
    rows = tuple(_clean_row(row, findings) for row in table.rows)
    return replace(table, rows=rows), tuple(findings)


def _clean_row(row: Row, findings: list[Finding]) -> Row:
    """Return a row whose cells hold clean texts; cells of marks alone stay, with no text."""
    if all(_is_clean(cell.text) for cell in row.cells):
        return row
    # A cell that is merged into the row is noted once, in its own row.
    cells = tuple(
        _clean_cell(cell, findings if cell.place.row == row.number else []) for cell in row.cells
    )
    return row.with_cells(cells)


def _is_clean(text: str) -> bool:
    """Tell quickly that a text is as it should be; False where it has to be looked at."""
    if not text:
        return True
    if not text.isprintable() or "  " in text or text[0] == " " or text[-1] == " ":
        return False
    if "<" in text or "&" in text or "**" in text:
        return False
    return text.isascii() or unicodedata.is_normalized("NFC", text)


def _clean_cell(cell: Cell, findings: list[Finding]) -> Cell:
    """Return the cell with a clean text, itself where nothing changes."""
    text, marks = _without_marks(cell.text)
    tidy = spanish.tidy(text)
    if tidy == cell.text:
        return cell
    if marks:
        detail = (("marks", " ".join(marks)),)
        findings.append(Finding("marks-removed", cell.place, detail))
    if _normalised(cell.text) != cell.text:
        findings.append(Finding("characters-normalised", cell.place))
    return replace(cell, text=tidy)


def _without_marks(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the text normalised and without marks, and the marks; nothing hides in another."""
    marks: dict[str, None] = {}
    before = ""
    while text != before:
        before = text
        text, found = markup.plain(_normalised(text))
        marks.update(dict.fromkeys(found))
    return text, tuple(marks)


def _normalised(text: str) -> str:
    """Return the text without control characters, with plain spaces and composed accents."""
    if text.isascii() and text.isprintable():
        return text
    text = _SPACE.sub(" ", _CONTROL.sub("", text))
    return unicodedata.normalize("NFC", text)
