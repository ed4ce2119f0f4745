"""The footer: update date, periodicity, holder; whose name, e-mail and telephone stay out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from a4_rdf import persons, spanish
from a4_rdf.model import Cell, Finding, Footer, Place, Row, RowStatus

_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("updated", r"fecha\b"),
        ("periodicity", r"periodicidad\b"),
        (persons.EMAIL, r"correo\b|e-?mail\b"),
        (persons.TELEPHONE, r"(?:numero\s+)?(?:telefonico|de\s+telefono)\b|telefonos?\b"),
        ("holder", r"unidad\b"),
        (
            persons.NAME,
            r"(?:nombre\s+del?\s+(?:la\s+|o\s+la\s+)?)?responsable\b"
            r"|(?:elaborado|revisado|aprobado|autorizado)\s+por\b",
        ),
    )
)
# The words that labels are made of: the first other word begins the value.
_LABEL = re.compile(
    r"(?:(?:fecha|de|la|del|el|o|ultima|actualizacion|informacion|periodicidad|unidad|poseedora"
    r"|responsable|correo|electronico|institucional|e-?mail|numero|telefonico|telefonos?|nombre"
    r"|literal|a4?|art|numeral|elaborado|revisado|aprobado|autorizado|por)\b[\s.)]*|[-–/()]\s*)+"
)
# A person's label after another value, in one cell or further right in the row.
_INNER = re.compile(
    r"\b(?:responsable|correo|e-?mail|telefon\w*|(?:elabora|revisa|aproba)do por)\b"
)
_DATE = re.compile(
    r"(?<!\d)(?:(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})"
    r"|(?P<d2>\d{1,2})[-/.](?P<m2>\d{1,2})[-/.](?P<y2>\d{4})"
    r"|(?P<d3>\d{1,2}) de (?P<month>[a-z]+)(?: del?)? (?P<y3>\d{4}))(?!\d)"
)


@dataclass(frozen=True, slots=True)
class FooterRow:
    """A footer row: what its label asks for, the value, and the row without persons."""

    kind: str
    value: str
    row: Row


@dataclass(slots=True)
class _Read:
    """The footer while it is being read."""

    values: dict[str, str] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    rows: dict[int, Row] = field(default_factory=dict)


def read_footer(rows: Sequence[Row]) -> tuple[Footer, dict[int, Row], tuple[Finding, ...]]:
    """Return the footer, its rows without persons by number, and what was noticed.

    A row without label after a person's label continues that person's value.
    """
    read = _Read()
    findings: list[Finding] = []
    kind = ""
    for row in rows:
        if row.status is not RowStatus.FOOTER:
            kind = ""
            continue
        found = read_row(row, kind)
        kind = found.kind
        read.rows[row.number] = found.row
        if not kind:
            findings.append(Finding("footer-unread", Place(row.number, 1)))
        elif found.value:
            read.values.setdefault(kind, found.value)
            read.places.setdefault(kind, Place(row.number, 1))
            if kind in persons.PLACEHOLDERS and found.row is not row:
                detail = (("field", persons.FIELDS_ES[kind]),)
                findings.append(Finding("personal-data-withheld", Place(row.number, 1), detail))
    return _footer(read, findings), read.rows, tuple(findings)


def parse_date(text: str) -> date | None:
    """Return the first date of a text, day before month (`5/2/2026` is the 5th of February)."""
    match = _DATE.search(spanish.fold(text))
    if match is None:
        return None
    day, month, year = (match[n] or match[n + "2"] for n in ("d", "m", "y"))
    if match["month"]:
        if match["month"] not in spanish.MONTHS:
            return None
        day, month, year = match["d3"], spanish.MONTHS.index(match["month"]) + 1, match["y3"]
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def read_row(row: Row, before: str = "") -> FooterRow:
    """Return what a footer row says; `before` is the kind of the row above it."""
    cells = [cell for cell in row.cells if cell.text]
    label = cells[0].text
    folded = spanish.fold(label)
    kind = next((kind for kind, name in _KINDS if name.match(folded)), "")
    start = _label_end(label, kind) if kind else 0
    if not kind and before in persons.PLACEHOLDERS:
        kind = before
    rest = label[start:].strip()
    value = rest or next((cell.text for cell in cells[1:] if cell.text != label), "")
    if kind not in persons.PLACEHOLDERS:
        inner = _INNER.search(spanish.flat(value))
        return FooterRow(kind, value[: inner.start()].strip() if inner else value, _cut(row, start))
    return FooterRow(kind, value, _without_person(row, kind, start) if value else row)


def _cut(row: Row, start: int) -> Row:
    """Return a row of another label with all after a person's label in it replaced."""
    label = next(cell.text for cell in row.cells if cell.text)
    cells = []
    for cell in row.cells:
        inner = _INNER.search(spanish.flat(cell.text), start if cell.text == label else 0)
        cells.append(_blanked(cell, persons.NAME, inner.end()) if inner else cell)
    same = all(new is old for new, old in zip(cells, row.cells, strict=True))
    return row if same else replace(row, cells=tuple(cells))


def _label_end(text: str, kind: str) -> int:
    """Return where a label ends: after its colon, else at the first word that labels lack.

    A person's value begins at that word in any case: a colon may stand inside it.
    """
    match = _LABEL.match(spanish.flat(text))
    end = match.end() if match else 0
    colon = text.find(":")
    if colon >= 0 and (kind not in persons.PLACEHOLDERS or colon <= end):
        return colon + 1
    return end


def _without_person(row: Row, kind: str, start: int) -> Row:
    """Return the row with the person's value replaced in text and as written."""
    label = next(cell.text for cell in row.cells if cell.text)
    cells = tuple(
        _blanked(cell, kind, start if cell.text == label else 0) if cell.text else cell
        for cell in row.cells
    )
    same = all(new is old for new, old in zip(cells, row.cells, strict=True))
    return row if same else replace(row, cells=cells)


def _blanked(cell: Cell, kind: str, start: int) -> Cell:
    """Return a cell with all from `start` on replaced, itself where nothing is to be withheld."""
    value = cell.text[start:].strip()
    if not value or persons.already_withheld(value):
        return cell
    said = f"{cell.text[:start].rstrip()} {persons.PLACEHOLDERS[kind]}".strip()
    return replace(cell, text=said, written=said)


def _footer(read: _Read, findings: list[Finding]) -> Footer:
    """Return the footer from its values; a date that is missing or unreadable is a finding."""
    said = read.values.get("updated", "")
    updated = parse_date(said)
    if not said:
        findings.append(Finding("footer-date-missing", Place(1, 1)))
    elif updated is None:
        findings.append(Finding("footer-date-unread", read.places["updated"]))
    withheld = tuple(field for field in persons.PLACEHOLDERS if field in read.values)
    holder, periodicity = read.values.get("holder", ""), read.values.get("periodicity", "")
    return Footer(updated, spanish.tidy(periodicity), spanish.tidy(holder), withheld)
