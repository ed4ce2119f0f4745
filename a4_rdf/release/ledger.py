"""ledger/ORG.csv: which names an organisation's things got. Lines are added, none is changed.

A line says what is known of one key of a thing; the last line of a key counts. A build adds what it
learns: names that are new, keys that left or came back, successors. A person may add lines too,
to say that two things are one. IRIs stand without the publisher's base, for that may change.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from io import StringIO
from pathlib import Path

from a4_rdf import iris
from a4_rdf.errors import A4Error, UsageError
from a4_rdf.iris import Kind
from a4_rdf.model import LedgerEntry
from a4_rdf.release.files import sync_folder

FOLDER = "ledger"
HEADER = ("iri", "kind", "key", "first_seen", "last_seen", "replaced_by")
KINDS = (Kind.UNIT, Kind.GOAL, Kind.OBJECTIVE, Kind.ACTIVITY, Kind.INDICATOR)


def ledger_path(root: Path, slug: str) -> Path:
    """Return where a workspace keeps the ledger of an organisation."""
    return root / FOLDER / f"{slug}.csv"


def ledger_text(path: Path) -> str:
    """Return the text of a ledger, empty where there is none; UsageError where it is no UTF-8."""
    try:
        return path.read_bytes().decode() if path.exists() else ""
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: expected UTF-8: {error}") from error
    except OSError as error:
        raise UsageError(f"{path}: expected a ledger: {error.strerror}") from error


def parse_ledger(path: Path, text: str, slug: str) -> tuple[LedgerEntry, ...]:
    """Return the entries of a ledger's text, in its order.

    Raises UsageError `file:line: …` for a line that is none, or gives one name to two things.
    """
    if not text:
        return ()
    rows = csv.reader(StringIO(text, newline=""), strict=True)
    try:
        numbered = [(rows.line_num, row) for row in rows]
    except csv.Error as error:
        raise UsageError(f"{path}:{rows.line_num}: not valid CSV: {error}") from error
    if not numbered or tuple(numbered[0][1]) != HEADER:
        raise UsageError(f"{path}:1: expected the header {','.join(HEADER)}")
    return tuple(_entry(path, line, row, slug) for line, row in numbered[1:])


def check_append_only(path: Path, known: str, text: str) -> None:
    """Raise UsageError where a ledger is not what was published of it with more lines below."""
    if text.startswith(known):
        return
    if not text:
        raise UsageError(
            f"{path}: expected the ledger that the last build published; it is not there. Restore"
            " it from git: without it addresses that were given could be given again"
        )
    had, has = known.splitlines(), text.splitlines()
    line = next((n for n, pair in enumerate(zip(had, has, strict=False)) if pair[0] != pair[1]), -1)
    line = (min(len(had), len(has)) if line < 0 else line) + 1
    raise UsageError(
        f"{path}:{line}: expected the lines that the last build published, unchanged, and new ones"
        " only below them. Restore the file from git and add a line instead"
    )


def new_lines(
    entries: Sequence[LedgerEntry], known: Iterable[LedgerEntry]
) -> tuple[LedgerEntry, ...]:
    """Return the entries that say something else than the last known one of their key and name."""
    last = {(entry.kind, entry.key, entry.name): entry for entry in known}
    return tuple(e for e in entries if last.get((e.kind, e.key, e.name)) != e)


def added_text(text: str, entries: Sequence[LedgerEntry], slug: str) -> str:
    """Return what is added to a ledger's text, with the header where it has none yet."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    if not text:
        writer.writerow(HEADER)
    elif entries and not text.endswith("\n"):
        out.write("\n")
    writer.writerows(_cells(entry, slug) for entry in entries)
    return out.getvalue()


def append(path: Path, text: str) -> None:
    """Add text to a ledger and have it on disk; A4Error where that fails."""
    if not text:
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab") as file:
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
        sync_folder(path.parent)
    except OSError as error:
        raise A4Error(f"{path}: the ledger cannot be written: {error}") from error


def _entry(path: Path, line: int, row: Sequence[str], slug: str) -> LedgerEntry:
    """Return the entry of one line."""
    if len(row) != len(HEADER):
        raise UsageError(f"{path}:{line}: expected {len(HEADER)} cells, found {len(row)}")
    cells = dict(zip(HEADER, row, strict=True))
    name = _name(path, line, cells["iri"], slug)
    if name is None:
        raise UsageError(
            f"{path}:{line}: expected the IRI of a thing of {slug!r}, as"
            f" {_iri(Kind.UNIT, slug, 'alcaldia')}; found {cells['iri']!r}"
        )
    kind, key = name
    if cells["kind"] != kind.value:
        raise UsageError(
            f"{path}:{line}: expected the kind {kind.value!r}, found {cells['kind']!r}"
        )
    after = _name(path, line, cells["replaced_by"], slug) if cells["replaced_by"] else None
    if cells["replaced_by"] and (after is None or after[0] is not kind):
        raise UsageError(f"{path}:{line}: replaced_by: expected the IRI of a {kind.value}")
    return LedgerEntry(
        kind=kind.value,
        name=key,
        key=cells["key"],
        first_seen=_day(path, line, cells["first_seen"]),
        last_seen=_day(path, line, cells["last_seen"]),
        replaced_by=after[1] if after else "",
    )


def _name(path: Path, line: int, iri: str, slug: str) -> tuple[Kind, str] | None:
    """Return kind and name of an IRI of an organisation's things, None for any other."""
    parsed = iris.parse("", iri)
    if parsed is None or parsed.kind not in KINDS or parsed["org"] != slug:
        return None
    return parsed.kind, parsed["key"]


def _day(path: Path, line: int, text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise UsageError(f"{path}:{line}: expected a date as 2015-09-30, found {text!r}") from None


def _cells(entry: LedgerEntry, slug: str) -> Iterator[str]:
    kind = Kind(entry.kind)
    yield _iri(kind, slug, entry.name)
    yield kind.value
    yield entry.key
    yield entry.first_seen.isoformat() if entry.first_seen else ""
    yield entry.last_seen.isoformat() if entry.last_seen else ""
    yield _iri(kind, slug, entry.replaced_by) if entry.replaced_by else ""


def _iri(kind: Kind, slug: str, name: str) -> str:
    return iris.mint("", kind, org=slug, key=name)
