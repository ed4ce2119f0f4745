"""The source's rows as published: cells as written, persons left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from a4_rdf import markup, names, persons, spanish
from a4_rdf.findings import CURATED
from a4_rdf.memo import remembered
from a4_rdf.model import Cell, Row, RowStatus, SourceRow


def source_rows(rows: Sequence[Row], footer: Mapping[int, Row]) -> tuple[SourceRow, ...]:
    """Return the non-blank rows; `footer` holds the footer's rows without persons, by number."""
    published = []
    withheld: frozenset[int] = frozenset()
    for row in rows:
        if row.status in (RowStatus.HEADER, RowStatus.REPEATED_HEADER):
            withheld = _person_columns(row)
        status = row.status
        if status is None or status is RowStatus.BLANK:
            continue
        clean = footer.get(row.number, row)
        curated = not CURATED.isdisjoint(row.repairs)
        persons_at = withheld if status is RowStatus.GOAL or curated else frozenset()
        cells = tuple(
            _published(cell, persons_at)
            for cell in clean.cells
            # A curator's cell without written form is not in the source.
            if cell.place.row == row.number and (cell.written or not curated)
        )
        published.append(SourceRow(row.number, status, row.repairs, cells))
    return tuple(published)


def _person_columns(header: Row) -> frozenset[int]:
    """Return the positions of headings that no a4 column has and that ask for a person."""
    return frozenset(
        cell.place.column
        for cell in header.cells
        if cell.column is None and persons.asks_for_person(spanish.fold(cell.text))
    )


def _published(cell: Cell, withheld: frozenset[int]) -> Cell:
    """Return a cell as it may be seen by all."""
    if cell.column is None and cell.place.column in withheld and cell.text:
        placeholder = persons.PLACEHOLDERS[persons.NAME]
        return replace(cell, text=placeholder, written=placeholder)
    if persons.marks_in(cell.text):
        return replace(cell, written=cell.text)  # perhaps only the clean text showed what it was
    written = _without_persons(cell.written)
    return cell if written == cell.written else replace(cell, written=written)


@remembered
def _without_persons(written: str) -> str:
    """Return a written text without persons; the attributes of a tag may say anything."""
    clean, _ = persons.scrub(markup.without_attributes(written))
    return names.without_names(clean, sure=False)[0]
