"""The published copy of a source, fuente.txt: its rows on the source's own lines, persons blanked.

Line n is row n of the source, its cells separated by tabs, so that `#line=n-1,n` of a goal leads
to what was written (RFC 5147).
"""

from __future__ import annotations

from a4_rdf import names, persons
from a4_rdf.model import Cell, Plan, RowStatus, SourceRow


def source_copy(plan: Plan) -> bytes:
    """Return the copy as UTF-8; a blank row is a blank line, white space in a cell one space."""
    rows = {row.number: row for row in plan.rows}
    last = max(rows, default=0)
    lines = (_line(rows[n]) if n in rows else "" for n in range(1, last + 1))
    return "".join(f"{line}\n" for line in lines).encode()


def _line(row: SourceRow) -> str:
    texts = {cell.place.column: _words(cell, row.status) for cell in row.cells}
    return "\t".join(texts.get(n, "") for n in range(1, max(texts, default=0) + 1)).rstrip()


def _words(cell: Cell, status: RowStatus) -> str:
    """Return a cell's words as written, unless something was blanked in them or could have been."""
    blanked = any(placeholder in cell.text for placeholder in persons.PLACEHOLDERS.values())
    may_name = blanked or status is RowStatus.FOOTER
    text = cell.text if may_name else cell.written or cell.text
    clean, _ = names.without_names(persons.scrub(text)[0], sure=status is not RowStatus.GOAL)
    return " ".join(clean.split())
