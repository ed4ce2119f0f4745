"""corrections/ORG.csv: curators' decisions, read strictly and appended one at a time.

UTF-8, comma or semicolon as the header has it, the columns of `HEADER` in any order. Whatever is
not understood is refused with file and line: a decision is never applied in part or elsewhere.
"""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from itertools import chain
from pathlib import Path

from a4_rdf import names, persons, spanish
from a4_rdf.errors import A4Error, UsageError
from a4_rdf.model import Column, Correction, Finding, Organization, Place, RowStatus
from a4_rdf.release.files import sync_folder

FOLDER = "corrections"
HEADER = ("source", "row", "column", "value", "role", "why")
ROW = "row"
ROW_VALUES = (RowStatus.GOAL, RowStatus.SECTION, RowStatus.EXAMPLE, RowStatus.FOOTER)
COLUMNS = (ROW, *(column.value for column in Column))

_DIGEST = re.compile(r"[0-9a-f]{64}")
_NUMBER = re.compile(r"[1-9][0-9]{0,8}")
_DELIMITERS = ",;"
_LONGEST = 32_767

Key = tuple[str, int, Column | None]


def corrections_path(root: Path, slug: str) -> Path:
    """Return where a workspace keeps the corrections of an organisation."""
    return root / FOLDER / f"{slug}.csv"


def read_corrections(path: Path) -> tuple[Correction, ...]:
    """Return the corrections of a file, none where there is no file.

    Raises UsageError `file:line: …` for a line that is not a decision, names a person's address,
    or decides again what an earlier line decided.
    """
    if not path.exists():
        return ()
    found: dict[Key, Correction] = {}
    for correction in _parse(path, _text(path)):
        _once(path, correction, found)
    return tuple(found.values())


def workspace_corrections(
    root: Path, organizations: Sequence[Organization]
) -> dict[str, tuple[Correction, ...]]:
    """Return the corrections of a workspace by organisation; UsageError for a file of no one's."""
    folder, slugs = root / FOLDER, [organization.slug for organization in organizations]
    for path in sorted(folder.glob("*.csv")):
        if path.stem not in slugs and not path.name.startswith("."):
            expected = f"the slug of an organization of a4.toml: {', '.join(slugs)}"
            raise UsageError(f"{path}: its name tells no organization; expected {expected}")
    return {slug: read_corrections(corrections_path(root, slug)) for slug in slugs}


def append_corrections(path: Path, corrections: Sequence[Correction]) -> None:
    """Add decisions to a file, made where it is not there, and have them on disk.

    Nothing is written where one of them could not be read back: UsageError.
    """
    text = _text(path) if path.exists() else ""
    names, delimiter = _layout(path, text) if text.strip() else (HEADER, _DELIMITERS[0])
    out = StringIO()
    writer = csv.DictWriter(out, names, delimiter=delimiter, lineterminator="\n")
    if not text.strip():
        writer.writeheader()
    elif not text.endswith("\n"):
        out.write("\n")
    writer.writerows(_cells(correction) for correction in corrections)
    known: dict[Key, Correction] = {}
    for correction in _parse(path, text + out.getvalue()):
        _once(path, correction, known)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab") as file:
            file.write(out.getvalue().encode())
            file.flush()
            os.fsync(file.fileno())
        sync_folder(path.parent)
    except OSError as error:
        raise A4Error(f"{path}: the decision cannot be written: {error}") from error


def without_document(
    corrections: Sequence[Correction], digests: frozenset[str]
) -> tuple[Finding, ...]:
    """Return a finding for each correction of a document that is not there, at its line."""
    return tuple(
        Finding(
            "correction-without-document",
            Place(correction.line, 1),
            (("digest", correction.source),),
        )
        for correction in corrections
        if correction.source not in digests
    )


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: expected UTF-8: {error}") from error
    except OSError as error:
        raise UsageError(f"{path}: expected a file of corrections: {error.strerror}") from error


def _layout(path: Path, text: str) -> tuple[tuple[str, ...], str]:
    """Return the names of the header and what parts them; UsageError where they are others."""
    first = text.split("\n", 1)[0].strip("\r")
    delimiter = max(_DELIMITERS, key=first.count)
    names = tuple(name.strip().strip('"') for name in first.split(delimiter))
    if sorted(names) != sorted(HEADER):
        raise UsageError(f"{path}:1: expected the header {','.join(HEADER)}; found {first!r}")
    return names, delimiter


def _parse(path: Path, text: str) -> Iterator[Correction]:
    """Yield the decisions of a file's text, blank lines left out."""
    if not text.strip():
        return
    names, delimiter = _layout(path, text)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 0
    try:
        next(reader)
        line = reader.line_num
        for cells in reader:
            line, end = line + 1, reader.line_num
            if any(cell.strip() for cell in cells):
                yield _correction(path, line, names, cells)
            line = end
    except csv.Error as error:
        raise UsageError(f"{path}:{line + 1}: not valid CSV: {error}") from error


def _correction(path: Path, line: int, names: Sequence[str], cells: list[str]) -> Correction:
    """Return one decision; UsageError where it is none."""
    if len(cells) != len(names):
        raise UsageError(f"{path}:{line}: expected {len(names)} cells; found {len(cells)}")
    said = {name: spanish.tidy(cell) for name, cell in zip(names, cells, strict=True)}
    if wrong := next(chain(_wrong_cell(said), _wrong_words(said)), ""):
        raise UsageError(f"{path}:{line}: {wrong}")
    column = None if said["column"] == ROW else Column(said["column"])
    return Correction(
        source=said["source"],
        row=int(said["row"]),
        column=column,
        value=said["value"],
        role=said["role"],
        why=said["why"],
        line=line,
    )


def _wrong_cell(said: Mapping[str, str]) -> Iterator[str]:
    """Yield what is wrong with the cells that say what is decided."""
    if not _DIGEST.fullmatch(said["source"]):
        yield f"source: expected the document's SHA-256, 64 digits 0-9a-f; found {said['source']!r}"
    if not _NUMBER.fullmatch(said["row"]):
        yield f"row: expected a row number from 1; found {said['row']!r}"
    if said["column"] not in COLUMNS:
        yield f"column: expected one of {', '.join(COLUMNS)}; found {said['column']!r}"
    if said["column"] == ROW and said["value"] not in ROW_VALUES:
        yield f"value: expected what the row is, {', '.join(ROW_VALUES)}; found {said['value']!r}"


def _wrong_words(said: Mapping[str, str]) -> Iterator[str]:
    """Yield what is wrong with the words of a line; nothing of a person is repeated."""
    for name, expected in _EXPECTED.items():
        if not said[name]:
            yield f"{name}: expected {expected}; found nothing"
    for name in ("value", "role", "why"):
        if persons.scrub(said[name])[1]:
            yield f"{name}: an e-mail address or a telephone; no person is published"
        if names.without_names(said[name], sure=name != "value")[1]:
            yield f"{name}: a name after a title; no person is published"
        if not said[name].isprintable() or len(said[name]) > _LONGEST:
            yield f"{name}: expected up to {_LONGEST} printable characters"


_EXPECTED = {"role": "the office that decided, no person's name", "why": "the reason"}


def _once(path: Path, correction: Correction, found: dict[Key, Correction]) -> None:
    """Remember a decision; UsageError where its cell is decided already."""
    key = (correction.source, correction.row, correction.column)
    if key in found:
        raise UsageError(
            f"{path}:{correction.line}: row {correction.row},"
            f" {correction.column or ROW}: decided in line {found[key].line} already"
        )
    found[key] = correction


def _cells(correction: Correction) -> dict[str, str]:
    """Return the cells of a decision by column name."""
    return {
        "source": correction.source,
        "row": str(correction.row),
        "column": correction.column or ROW,
        "value": correction.value,
        "role": correction.role,
        "why": correction.why,
    }
