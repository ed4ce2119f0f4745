"""The search index of a publication: what holds now, by its words, in one SQLite file (FTS5).

documents   what can be found: its page, kind, name, where it belongs, its text
words       FTS5 over the stems of name and text (`a4_rdf.stems`), a row for each document
spelling    every word that occurs, its stem and how often, to forgive typos
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from a4_rdf import explanations, iris, spanish, stems
from a4_rdf.errors import A4Error
from a4_rdf.iris import Kind
from a4_rdf.release import state
from a4_rdf.release.released import ReleaseRecord

NAME = "busqueda.sqlite"

_SCHEMA = """
PRAGMA page_size = 4096;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE documents (
  id INTEGER PRIMARY KEY, path TEXT NOT NULL, kind TEXT NOT NULL, org TEXT NOT NULL,
  name TEXT NOT NULL, context TEXT NOT NULL, text TEXT NOT NULL, value TEXT NOT NULL
);
CREATE VIRTUAL TABLE words USING fts5(
  name, text, content='', detail='column', tokenize="unicode61 remove_diacritics 2"
);
CREATE TABLE spelling (word TEXT PRIMARY KEY, stem TEXT NOT NULL, times INTEGER NOT NULL)
  WITHOUT ROWID;
"""

_AFTER = """
CREATE INDEX spelling_stem ON spelling (stem);
INSERT INTO words (words) VALUES ('optimize');
VACUUM;
"""


@dataclass(frozen=True, slots=True)
class Document:
    """What can be found: the path of its page, its kind (`unidad`, `meta`…), its words.

    `context` says where it belongs, `value` what a goal promises.
    """

    path: str
    kind: str
    org: str
    name: str
    context: str = ""
    text: str = ""
    value: str = ""


def write(folder: Path, records: Iterable[ReleaseRecord]) -> Path:
    """Write the index of the releases that hold now into a build's folder, and return its path.

    The same releases give the same bytes.
    """
    path = folder / NAME
    ordered = sorted((r for r in records if r.latest), key=lambda record: record.slug)
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.executescript(_SCHEMA)
        spelling: Counter[str] = Counter()
        database.execute("BEGIN")
        for number, document in enumerate(_documents(folder, ordered), start=1):
            _insert(database, number, document, spelling)
        _spell(database, spelling)
        database.execute("COMMIT")
        database.executescript(_AFTER)
    return path


def _insert(
    database: sqlite3.Connection, number: int, document: Document, spelling: Counter[str]
) -> None:
    d = document
    database.execute(
        "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (number, d.path, d.kind, d.org, d.name, d.context, d.text, d.value),
    )
    stemmed = [_stems(text, spelling) for text in (d.name, f"{d.text} {d.value}")]
    database.execute("INSERT INTO words (rowid, name, text) VALUES (?, ?, ?)", (number, *stemmed))


def _stems(text: str, spelling: Counter[str]) -> str:
    flat, kept = spanish.flat(text), []
    for begin, end, stem in stems.words(text):
        spelling[flat[begin:end][: stems.LONGEST]] += 1
        kept.append(stem)
    return " ".join(kept)


def _spell(database: sqlite3.Connection, spelling: Counter[str]) -> None:
    rows = ((word, stems.stem(word), times) for word, times in sorted(spelling.items()))
    database.executemany("INSERT INTO spelling VALUES (?, ?, ?)", rows)


def _documents(folder: Path, records: Iterable[ReleaseRecord]) -> Iterator[Document]:
    """Yield organisations, units and goals, then what the notices are about."""
    for record in records:
        organization = record.release.organization
        yield Document(
            _path(Kind.ORGANIZATION, org=organization.slug),
            Kind.ORGANIZATION.value,
            organization.slug,
            organization.name,
        )
        yield from _of_release(folder, record)
    for code, explained in sorted(explanations.EXPLANATIONS.items()):
        path = _path(Kind.CONCEPT, list="hallazgo", code=code)
        yield Document(path, Kind.CONCEPT.value, "", explained.name_es, text=explained.es)


def _of_release(folder: Path, record: ReleaseRecord) -> Iterator[Document]:
    """Yield the units and goals of a release, nothing where a build did not keep them."""
    try:
        said: Mapping[str, Any] = json.loads(state.text_of(folder, record, "json"))
    except A4Error:
        return
    slug, body = record.slug, record.release.organization.name
    units: Mapping[str, list[str]] = said["units"]
    for key, (name, parent) in units.items():
        context = f"{units[parent][0]} · {body}" if parent in units else body
        yield Document(_path(Kind.UNIT, org=slug, key=key), Kind.UNIT.value, slug, name, context)
    for key, goal in said["goals"].items():
        words = [goal[name] for name in ("activity", "indicator", "objective") if goal[name]]
        yield Document(
            _path(Kind.GOAL, org=slug, key=key),
            Kind.GOAL.value,
            slug,
            name=words[0] if words else goal["target_cell"],
            context=f"{units[goal['unit']][0]} · {body}" if goal["unit"] in units else body,
            text=" · ".join(words[1:]),
            value=goal["target_cell"],
        )


def _path(kind: Kind, **parts: str) -> str:
    """Return the path of a thing's page, without leading slash."""
    base = "urn:base"
    return iris.document_of(base, iris.mint(base, kind, **parts)).removeprefix(iris.root(base))
