"""The data dictionary of the 2023 law, compared with the header of its data set."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Sequence

from a4_rdf import headings, spanish
from a4_rdf.model import Column, Finding, Place, Row
from a4_rdf.read.words import composed, plain

# `Campo 1: Unidad` defines the field Unidad.
_NUMBERED = re.compile(r"(?:nombre del )?campo\s*\d*\s*[:.\-–)]*\s*(?=\S)", re.IGNORECASE)
_SIGNS = re.compile(r"[\W_]+")


def header(rows: Sequence[Row]) -> Row | None:
    """Return the first row that is an a4 header, or None."""
    return next(
        (
            row
            for row in rows
            if row.cells and headings.header_columns(composed(c.text) for c in row.cells)
        ),
        None,
    )


def compare(data: Sequence[Row], defined: Sequence[Row]) -> tuple[Finding, ...]:
    """Return the findings on fields that only one of data set and dictionary names.

    A dictionary says more than fields: what it defines beside the header counts only where it is
    the heading of an a4 column.
    """
    named = header(data)
    if named is None:
        return ()
    cells = [cell for row in defined for cell in row.cells]
    fields = [(cell.place.column, field) for cell in cells for field in _fields(cell.text)]
    keys = {_key(field) for _, field in fields}
    columns = {headings.closest_column(field) for _, field in fields} - {None}
    lacking, present = [], set[Column | None]()
    for cell in named.cells:
        heading = composed(cell.text)
        column = headings.closest_column(heading)
        present.add(column)
        if column not in columns and _key(heading) not in keys:
            lacking.append(spanish.tidy(heading))
    return tuple(
        Finding(code, Place(named.number, 1), (("fields", ", ".join(texts)),))
        for code, texts in (
            ("dictionary-lacks-fields", lacking),
            ("dictionary-defines-others", _others(fields, present)),
        )
        if texts
    )


def _others(fields: Sequence[tuple[int, str]], present: Container[Column | None]) -> list[str]:
    """Return the a4 headings that stand among the dictionary's fields and not in the header."""
    named = [(at, headings.closest_column(field), field) for at, field in fields]
    columns = Counter(at for at, column, _ in named if column in present and column is not None)
    if not columns:
        return []
    [(most, _)] = columns.most_common(1)
    others: dict[Column, str] = {}
    for at, column, field in named:
        if at == most and column is not None and column not in present:
            others.setdefault(column, spanish.tidy(field))
    return list(others.values())


def _fields(text: str) -> tuple[str, ...]:
    """Return the field names that a cell may be: its text, and what follows `Campo 1:`."""
    said = composed(text)
    bare = _NUMBERED.sub("", said, count=1)
    return (said,) if bare == said else (said, bare)


def _key(text: str) -> str:
    return _SIGNS.sub(" ", plain(text)).strip()
