"""Writing the index that `a4_rdf.searchable` describes: the same documents, the same bytes."""

from __future__ import annotations

import sqlite3
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from a4_rdf import stems
from a4_rdf.release.released import ReleaseRecord
from a4_rdf.release.search.documents import Document, documents
from a4_rdf.searchable import NAME, number

__all__ = ["NAME", "write"]

_SCHEMA = """
PRAGMA page_size = 4096;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE documents (
  id INTEGER PRIMARY KEY, path TEXT NOT NULL, kind TEXT NOT NULL, org TEXT NOT NULL,
  name TEXT NOT NULL, context TEXT NOT NULL, text TEXT NOT NULL, value TEXT NOT NULL,
  also TEXT NOT NULL
);
CREATE TABLE bodies (number INTEGER PRIMARY KEY, slug TEXT NOT NULL UNIQUE, name TEXT NOT NULL);
CREATE VIRTUAL TABLE words USING fts5(
  name, text, place, content='', tokenize="unicode61 remove_diacritics 2"
);
CREATE TABLE spelling (stem TEXT PRIMARY KEY, word TEXT NOT NULL, times INTEGER NOT NULL)
  WITHOUT ROWID;
"""

_AFTER = """
INSERT INTO words (words) VALUES ('optimize');
VACUUM;
"""


def write(folder: Path, records: Iterable[ReleaseRecord]) -> Path:
    """Write the index of what holds now into a build's folder, and return its path.

    `records` are all releases of the publication; what the build keeps of them is read.
    """
    path = folder / NAME
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.executescript(_SCHEMA)
        database.execute("BEGIN")
        spelling: Counter[tuple[str, str]] = Counter()
        for given, document in _numbered(database, documents(folder, records)):
            _insert(database, given, document, spelling)
        database.executemany("INSERT INTO spelling VALUES (?, ?, ?)", _spelled(spelling))
        database.execute("COMMIT")
        database.executescript(_AFTER)
    return path


def _numbered(
    database: sqlite3.Connection, found: Iterable[Document]
) -> Iterator[tuple[int, Document]]:
    """Yield the documents with their numbers, the bodies' own at the head of each; note these."""
    body, last, serial = 0, "", 0
    for document in found:
        if document.org and document.org != last:
            body, last, serial = body + 1, document.org, 0
            database.execute("INSERT INTO bodies VALUES (?, ?, ?)", (body, last, document.name))
        elif not document.org and last:
            body, last, serial = body + 1, "", 0
        yield number(body, serial, document.kind), document
        serial += 1


def _insert(
    database: sqlite3.Connection,
    given: int,
    document: Document,
    spelling: Counter[tuple[str, str]],
) -> None:
    d = document
    database.execute(
        "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (given, d.path, d.kind, d.org, d.name, d.context, d.text, d.value, d.also),
    )
    own = [_noted(text, spelling) for text in (d.name, f"{d.text} {d.value} {d.also}")]
    database.execute(
        "INSERT INTO words (rowid, name, text, place) VALUES (?, ?, ?, ?)",
        (given, *own, " ".join(stem for _, _, stem in stems.words(_composed(d.context)))),
    )


def _noted(text: str, spelling: Counter[tuple[str, str]]) -> str:
    """Return the stems of a text, and note how its words are written.

    Those of the line that says whose it is are in the names of unit and body already.
    """
    composed, kept = _composed(text), []
    for begin, end, stem in stems.words(composed):
        spelling[stem, composed[begin:end].lower()[: stems.LONGEST]] += 1
        kept.append(stem)
    return " ".join(kept)


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _spelled(spelling: Counter[tuple[str, str]]) -> Iterator[tuple[str, str, int]]:
    """Yield each stem with the word that it mostly is, and how often it occurs."""
    most: dict[str, tuple[int, str]] = {}
    times: Counter[str] = Counter()
    for (stem, word), count in spelling.items():
        times[stem] += count
        best = most.get(stem)
        if best is None or (-count, word) < (-best[0], best[1]):
            most[stem] = (count, word)
    yield from ((stem, most[stem][1], times[stem]) for stem in sorted(times))
