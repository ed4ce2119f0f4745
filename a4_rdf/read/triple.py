"""The document of the 2023 law: a folder with a data set, its metadata and its dictionary.

The data set's rows keep their numbers. The metadata follow as footer rows, numbered on from the
data set's last row, so that one reader of footers finds the dates and leaves the persons out; the
part of their places says the file and the row in it (RFC 7111: `metadatos.csv#row=9`). The
dictionary is only compared with the data set's header.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256
from pathlib import PurePath

from a4_rdf import headings
from a4_rdf.errors import SourceError
from a4_rdf.model import SET_OF_FILES, Cell, Finding, Place, Row, RowStatus, Source, Table
from a4_rdf.read import dictionary
from a4_rdf.read.bounds import Bounds
from a4_rdf.read.csv import read_pairs
from a4_rdf.read.document import Document, Folder, Reader
from a4_rdf.read.words import plain

TEXT = frozenset({".csv", ".tsv", ".txt"})
# How many rows of a file are looked at to tell what it is.
_LOOKED_AT = 60
_FEWEST_LABELS = 2

_LABEL = re.compile(
    r"fecha\b|ultima actualizacion\b|periodicidad\b|frecuencia\b"
    r"|unidad (?:poseedora|responsable)\b|(?:nombre de la )?(?:persona )?responsable\b"
    r"|correo\b|e-?mail\b|telefono\b|numero telefonico\b"
    r"|licencia\b|institucion\b|entidad\b|titulo\b|formato\b|idioma\b|palabras clave\b"
)
_INSTITUTION = re.compile(
    r"(?:nombre de la )?(?:institucion|entidad|organizacion)(?: publica)?|sujeto obligado"
)


class Role(StrEnum):
    """What a file of the folder is for, in the order in which the digest takes them."""

    DATA = "data"
    METADATA = "metadata"
    DICTIONARY = "dictionary"


_NAMES: Sequence[tuple[Role, re.Pattern[str]]] = (
    (Role.METADATA, re.compile(r"meta ?dat[oa]s?\b")),
    (Role.DICTIONARY, re.compile(r"diccionario\b|dictionary\b")),
    (Role.DATA, re.compile(r"conjunto\b|datos\b|data ?set\b")),
)


@dataclass(frozen=True, slots=True)
class _Part:
    """One file of the folder, the rows in which it was read, and what was noticed."""

    document: Document
    table: Table
    findings: tuple[Finding, ...]


def read_triple(
    folder: Folder, bounds: Bounds, readers: Mapping[str, Reader]
) -> tuple[Table, tuple[Finding, ...]]:
    """Return the rows of a folder's files as one table, and what was noticed.

    Each file is recognised by its name, else by what it says; `readers` read the data set. Raises
    SourceError: no-data-file, and those of the data set's reader.
    """
    roles, ignored = _roles(folder, bounds, readers)
    if Role.DATA not in roles:
        raise _no_data(folder, readers)
    data = roles[Role.DATA]
    if not data.data.strip():
        raise SourceError(data.name, "empty-file", "se esperaba una tabla a4; está vacío")
    table, found = readers[_suffix(data)](data, bounds)
    findings = [*found, *(Finding("file-ignored", Place(1, 1), (("name", n),)) for n in ignored)]
    rows = [*table.rows]
    metadata = _optional(roles.get(Role.METADATA), bounds, readers)
    if metadata is None:
        findings.append(Finding("metadata-missing", Place(1, 1)))
    else:
        last = rows[-1].number if rows else 0
        rows.extend(_footer(metadata, last))
        findings.extend(_moved(metadata, last))
    defined = _optional(roles.get(Role.DICTIONARY), bounds, readers)
    if defined is None:
        findings.append(Finding("dictionary-missing", Place(1, 1)))
    else:
        findings.extend(dictionary.compare(table.rows, defined.table.rows))
    source = _source(folder, roles, table.source.encoding)
    return Table(source, tuple(rows)), tuple(findings)


def _roles(
    folder: Folder, bounds: Bounds, readers: Mapping[str, Reader]
) -> tuple[dict[Role, Document], list[str]]:
    """Return the file of each role, text before other formats, and the names of the others."""
    order = [*sorted(TEXT & readers.keys()), *readers]
    known = [document for document in folder.documents if _suffix(document) in readers]
    known.sort(key=lambda document: (order.index(_suffix(document)), document.name))
    roles: dict[Role, Document] = {}
    nameless = []
    for document in known:
        role = _by_name(document)
        if role is None:
            nameless.append(document)
        else:
            roles.setdefault(role, document)
    for document in nameless:
        part = _optional(document, bounds, readers)
        role = _by_content(part.table.rows) if part else None
        if role is not None:
            roles.setdefault(role, document)
    used = {document.name for document in roles.values()}
    return roles, [document.name for document in folder.documents if document.name not in used]


def _by_name(document: Document) -> Role | None:
    """Return the role that a file's name tells."""
    words = re.sub(r"[\W_]+", " ", plain(PurePath(document.name).stem))
    return next((role for role, pattern in _NAMES if pattern.search(words)), None)


def _by_content(rows: Sequence[Row]) -> Role | None:
    """Return the role that a file's first rows tell."""
    looked_at = [row for row in rows if row.cells][:_LOOKED_AT]
    if dictionary.header(looked_at) is not None:
        return Role.DATA
    if sum(_labels(row) for row in looked_at) >= _FEWEST_LABELS:
        return Role.METADATA
    named = {headings.column_of(plain(cell.text)) for row in looked_at for cell in row.cells}
    return Role.DICTIONARY if len(named - {None}) >= headings.FEWEST_HEADINGS else None


def _labels(row: Row) -> int:
    """Return how many of a row's cells are labels of metadata."""
    return sum(_LABEL.match(plain(cell.text)) is not None for cell in row.cells)


def _optional(
    document: Document | None, bounds: Bounds, readers: Mapping[str, Reader]
) -> _Part | None:
    """Return a file as read; None where it is not there, empty, or cannot be read."""
    if document is None or not document.data.strip():
        return None
    reader = read_pairs if _suffix(document) in TEXT else readers[_suffix(document)]
    try:
        table, findings = reader(document, bounds)
    except SourceError:
        return None
    return _Part(document, table, findings)


def _footer(part: _Part, last: int) -> Iterator[Row]:
    """Yield the metadata as rows of label and value after the row `last`."""
    across = _across(part.table.rows)
    if across:
        for at, (column, texts) in enumerate(across, 1):
            yield _said(last + at, texts, f"{part.document.name}#col={column}")
        return
    for row in part.table.rows:
        number = last + row.number
        moved = tuple(
            replace(cell, place=_place(part, cell.place, last))
            for cell in row.cells
            if cell.place.row == row.number
        )
        yield Row(number, moved, _status(moved))


def _place(part: _Part, own: Place, last: int) -> Place:
    """Return a place of the metadata in the table; its part says where it stands in its file."""
    return Place(last + own.row, own.column, f"{part.document.name}#row={own.row}")


def _across(rows: Sequence[Row]) -> list[tuple[int, tuple[str, ...]]]:
    """Return column, label and values of each column; nothing where the labels stand in rows."""
    spoken = [row for row in rows if row.cells]
    if not spoken or _labels(spoken[0]) <= _FEWEST_LABELS:
        return []
    found = []
    for label in spoken[0].cells:
        below = [c.text for row in spoken[1:] for c in row.cells if _under(c, label)]
        found.append((label.place.column, (label.text, *below)))
    return found


def _under(cell: Cell, label: Cell) -> bool:
    return cell.place.column == label.place.column


def _said(number: int, texts: tuple[str, ...], part: str) -> Row:
    """Return a row of these texts."""
    cells = tuple(Cell(text, Place(number, at, part), text) for at, text in enumerate(texts, 1))
    return Row(number, cells, _status(cells))


def _status(cells: Sequence[Cell]) -> RowStatus:
    """Return what a row of metadata is: the organisation's name is the document's title."""
    if not cells:
        return RowStatus.BLANK
    label = plain(cells[0].text).rstrip(" :")
    return RowStatus.TITLE if _INSTITUTION.fullmatch(label) else RowStatus.FOOTER


def _moved(part: _Part, last: int) -> Iterator[Finding]:
    """Yield the findings of the metadata file, at the rows that its own became."""
    for finding in part.findings:
        yield replace(finding, place=_place(part, finding.place, last))


def _source(folder: Folder, roles: Mapping[Role, Document], encoding: str) -> Source:
    """Return the folder's identity; its digest is over those of its files, whatever their names."""
    present = [(role, roles[role]) for role in Role if role in roles]
    said = "".join(f"{role} {sha256(document.data).hexdigest()}\n" for role, document in present)
    size = sum(len(document.data) for _, document in present)
    digest = sha256(said.encode("ascii")).hexdigest()
    return Source(folder.name, SET_OF_FILES, size, digest, encoding)


def _no_data(folder: Folder, readers: Mapping[str, Reader]) -> SourceError:
    """Return the refusal of a folder without data set."""
    expected = f"se esperaba un archivo «Conjunto de datos» ({', '.join(readers)})"
    names = ", ".join(f"«{document.name}»" for document in folder.documents) or "ningún archivo"
    return SourceError(folder.name, "no-data-file", f"{expected}; hay {names}")


def _suffix(document: Document) -> str:
    return PurePath(document.name).suffix.lower()
