"""The footer: update date, periodicity, holder; whose name, e-mail and telephone stay out.

Of a footer row only the label and the one value that is recognised are published; all else might
name a person, whatever it looks like.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from a4_rdf import names, persons, spanish
from a4_rdf.interpret.footer_values import (
    Holders,
    Span,
    date_in,
    holder_in,
    noted_in,
    parse_date,
    periodicity_in,
)
from a4_rdf.model import Cell, Finding, Footer, Place, Row, RowStatus

__all__ = ["parse_date", "read_footer"]

UPDATED, PERIODICITY, HOLDER = "updated", "periodicity", "holder"
NOTED = "noted"
"""What a label of a metadata file asks for that nothing is made of."""

_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (NOTED, r"fecha\s+(?:de\s+)?(?:creac|publicac|emis|inici|cort|elaborac|aprobac)"),
        (UPDATED, r"fecha\b|ultima\s+(?:fecha|actualizacion)\b"),
        (PERIODICITY, r"periodicidad\b|frecuencia\b"),
        (NOTED, r"licencia\b|enlace\b|link\b|url\b|formato\b|idioma\b"),
        (persons.EMAIL, r"correos?\b|e-?mail\b"),
        (
            persons.TELEPHONE,
            r"(?:numero\s+)?(?:telefonico|de\s+telefono)\b|telefonos?\b|telf?\b|celular\b",
        ),
        (HOLDER, r"unidad\s+(?:administrativa\s+)?(?:poseedora|que\s+posee|responsable)\b"),
    )
)


@dataclass(slots=True)
class _Read:
    """The footer while it is being read: values and their places, rows, findings."""

    holders: Holders
    values: dict[str, str] = field(default_factory=dict)
    asked: dict[str, Place] = field(default_factory=dict)
    rows: dict[int, Row] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


@dataclass(slots=True)
class _Line:
    """A footer row while it is being read: what its last label asked for, what its cells became.

    A merged cell's copies have one text and become one and the same.
    """

    kind: str
    answered: bool = False
    became: dict[str, str] = field(default_factory=dict)


def read_footer(
    rows: Sequence[Row], known: Holders
) -> tuple[Footer, dict[int, Row], tuple[Finding, ...]]:
    """Return the footer, its rows as they may be published by number, and what was noticed.

    `known` are the names that a holder may have. A row without label after a label without value,
    or after a person's label, goes on with it.
    """
    read = _Read(known)
    kind = ""
    for row in rows:
        if row.status is not RowStatus.FOOTER:
            kind = ""
            continue
        line = _Line(kind)
        cells = tuple(_read_cell(cell, line, read) if cell.text else cell for cell in row.cells)
        read.rows[row.number] = replace(row, cells=cells)
        goes_on = line.kind in persons.PLACEHOLDERS or not line.answered
        kind = line.kind if goes_on else ""
    return _footer(read), read.rows, tuple(read.findings)


def _read_cell(cell: Cell, line: _Line, read: _Read) -> Cell:
    """Return a footer's cell as it may be published; its value is kept in what was read."""
    text = cell.text
    if text not in line.became:
        flat = spanish.flat(text)
        kind = _kind(flat)
        if kind:
            line.kind, line.answered = kind, False
        start = names.label_end(flat) if kind else 0
        line.became[text] = _published(text, start, line, read, cell.place)
    said = line.became[text]
    if said == text:
        return cell
    personal = line.kind in persons.PLACEHOLDERS and persons.PLACEHOLDERS[line.kind] in said
    read.findings.append(_withheld(cell.place, line.kind if personal else ""))
    return replace(cell, text=said, written=said)


def _kind(flat: str) -> str:
    """Return what the label at the start of a flat text asks for, or an empty string."""
    kind = next((kind for kind, name in _KINDS if name.match(flat)), "")
    return kind or (persons.NAME if names.is_label(flat) else "")


def _published(text: str, start: int, line: _Line, read: _Read, place: Place) -> str:
    """Return the label of a text with the value that is recognised after it, if any is wanted."""
    label, value = text[:start].rstrip(), text[start:].strip()
    if not re.search(r"\w", value):
        return text
    if line.kind in persons.PLACEHOLDERS:
        read.values.setdefault(line.kind, value)
        known = persons.already_withheld(value)
        return text if known else f"{label} {persons.PLACEHOLDERS[line.kind]}".strip()
    span = None if line.answered else _recognised(text, start, line.kind, read.holders)
    if line.kind and not line.answered:
        read.asked.setdefault(line.kind, place)
    if span is None:
        known = persons.already_withheld(value)
        return text if known else f"{label} {persons.OMITTED}".strip()
    line.answered = True
    found = text[span[0] : span[1]]
    read.values.setdefault(line.kind, found)
    if re.search(r"\w", text[start : span[0]] + text[span[1] :]) is None:
        return text
    return f"{label} {found} {persons.OMITTED}".strip()


def _recognised(text: str, start: int, kind: str, known: Holders) -> Span | None:
    """Return where the value of a kind stands in a text after its label, or None."""
    if kind == UPDATED:
        return date_in(text, start)
    if kind == PERIODICITY:
        return periodicity_in(text, start)
    if kind == NOTED:
        return noted_in(text, start)
    return holder_in(text, start, known) if kind == HOLDER else None


def _withheld(place: Place, field_name: str) -> Finding:
    """Return the finding on a text that is left out, which does not repeat it."""
    if not field_name:
        return Finding("footer-unread", place)
    detail = (("field", persons.FIELDS_ES[field_name]),)
    return Finding("personal-data-withheld", place, detail)


def _footer(read: _Read) -> Footer:
    """Return the footer from its values; a date that is missing or unreadable is a finding."""
    said = read.values.get(UPDATED, "")
    updated: date | None = parse_date(said)
    if UPDATED not in read.asked:
        read.findings.append(Finding("footer-date-missing", Place(1, 1)))
    elif updated is None:
        read.findings.append(Finding("footer-date-unread", read.asked[UPDATED]))
    withheld = tuple(name for name in persons.PLACEHOLDERS if name in read.values)
    return Footer(
        updated,
        spanish.tidy(read.values.get(PERIODICITY, "")),
        spanish.tidy(read.values.get(HOLDER, "")),
        withheld,
    )
