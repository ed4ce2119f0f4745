"""What the search finds: all words first, then any; accents, plurals and typos forgiven, openly.

Reads the index that the build wrote (`a4_rdf.release.search` says what is in it). Nothing of what
a person typed reaches SQLite but as a bound value, and each word of it as a quoted term.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from a4_rdf import spanish, stems
from a4_rdf.serve.spelling import nearest

NAME = "busqueda.sqlite"
MAX_LETTERS, MAX_WORDS = 200, 12
"""What is typed beyond is left out, and the page says so."""

PAGE_SIZE = 20
SUGGESTIONS = 8
KINDS = ("organization", "unit", "goal", "concept")
"""Kinds of things that can be found, in the order of their weight."""

_RANKED = """
SELECT d.path, d.kind, d.org, d.name, d.context, d.text, d.value
FROM words JOIN documents AS d ON d.id = words.rowid
WHERE words MATCH :words AND (:kind = '' OR d.kind = :kind) AND (:org = '' OR d.org = :org)
ORDER BY bm25(words, 6.0, 1.0) * CASE d.kind
  WHEN 'organization' THEN 3 WHEN 'unit' THEN 2 WHEN 'goal' THEN 1 ELSE 0.5 END, d.id
LIMIT :size OFFSET :start
"""
_COUNTED = """
SELECT d.kind, COUNT(*) FROM words JOIN documents AS d ON d.id = words.rowid
WHERE words MATCH :words AND (:org = '' OR d.org = :org) GROUP BY d.kind
"""
_KNOWN = "SELECT EXISTS (SELECT 1 FROM spelling WHERE stem = ?)"
_BEGINS = "SELECT EXISTS (SELECT 1 FROM spelling WHERE stem >= ?1 AND stem < ?1 || char(1114111))"
_LIKE = "SELECT word, times FROM spelling WHERE LENGTH(word) BETWEEN ? AND ?"
_NAMES = """
SELECT DISTINCT d.name FROM words JOIN documents AS d ON d.id = words.rowid
WHERE words MATCH ? AND d.kind IN ('organization', 'unit', 'goal')
ORDER BY d.kind = 'goal', bm25(words, 6.0, 1.0), d.id LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for: words, of one kind, of one organisation, which page from 1."""

    text: str = ""
    kind: str = ""
    org: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True)
class Hit:
    """A thing that was found; `marked` is its text in pieces, with whether each was asked for."""

    path: str
    kind: str
    org: str
    name: str
    context: str
    value: str
    marked: tuple[tuple[str, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a search: `total` of the wanted kind, `counts` by kind, one page of hits.

    `instead` are words that were not known with those that were looked for; `any_word` tells that
    nothing has all words; `is_cut` that more was typed than is looked for.
    """

    wanted: Wanted
    total: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    hits: tuple[Hit, ...] = ()
    instead: tuple[tuple[str, str], ...] = ()
    any_word: bool = False
    is_cut: bool = False

    @property
    def pages(self) -> int:
        """Return how many pages of hits there are, one at least."""
        return max(1, -(-self.total // PAGE_SIZE))


@dataclass(frozen=True, slots=True)
class _Term:
    """A word to look for: its stem, whole or as a beginning."""

    stem: str
    is_prefix: bool = False

    @property
    def quoted(self) -> str:
        return f'"{self.stem}"*' if self.is_prefix else f'"{self.stem}"'


def is_there(root: Path) -> bool:
    """Tell whether a publication has an index."""
    return (root / NAME).is_file()


def search(root: Path, wanted: Wanted, exact: bool = False) -> Found:
    """Return what a publication has for the words; with `exact` no other word is looked for."""
    typed = _typed(wanted.text)
    kept = typed[:MAX_WORDS]
    is_cut = len(typed) > MAX_WORDS or len(wanted.text) > MAX_LETTERS
    if not kept:
        return Found(wanted, is_cut=is_cut)
    with _opened(root) as database:
        terms, instead = _terms(database, kept, exact)
        for joint in (" AND ", " OR "):
            asked = joint.join(term.quoted for term in terms)
            counts = dict(database.execute(_COUNTED, {"words": asked, "org": wanted.org}))
            if counts or len(terms) == 1:
                break
        hits = tuple(_hits(database, asked, wanted, terms))
    total = counts.get(wanted.kind, 0) if wanted.kind else sum(counts.values())
    return Found(wanted, total, counts, hits, instead, joint == " OR ", is_cut)


def suggestions(root: Path, text: str) -> tuple[str, ...]:
    """Return names that begin as a text does, for a person who is still typing."""
    typed = _typed(text)[:MAX_WORDS]
    if not typed:
        return ()
    last = _Term(typed[-1][1], is_prefix=True)
    terms = [*(_Term(stem) for _, stem in typed[:-1]), last]
    asked = " AND ".join(term.quoted for term in terms)
    with _opened(root) as database:
        return tuple(name for (name,) in database.execute(_NAMES, (asked, SUGGESTIONS)))


@contextmanager
def _opened(root: Path) -> Iterator[sqlite3.Connection]:
    """Open the index for one search: it never changes, so that no lock is taken."""
    address = f"{(root / NAME).resolve().as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(address, uri=True)) as database:
        yield database


def _typed(text: str) -> list[tuple[str, str]]:
    """Return the words of a text as they are typed, each with its stem, none twice."""
    cut = text[:MAX_LETTERS]
    found = {stem: cut[begin:end] for begin, end, stem in stems.words(cut)}
    named = {stem: word for stem, word in found.items() if spanish.words(stem)} or found
    return [(word, stem) for stem, word in named.items()]


def _terms(
    database: sqlite3.Connection, typed: Sequence[tuple[str, str]], exact: bool
) -> tuple[list[_Term], tuple[tuple[str, str], ...]]:
    """Return what to look for, and which words took the place of unknown ones."""
    terms, instead = [], []
    for word, stem in typed:
        if database.execute(_KNOWN, (stem,)).fetchone()[0] or exact:
            terms.append(_Term(stem))
        elif len(stem) > 2 and database.execute(_BEGINS, (stem,)).fetchone()[0]:
            terms.append(_Term(stem, is_prefix=True))
        elif near := _near(database, spanish.flat(word)):
            terms.append(_Term(stems.stem(near)))
            instead.append((word, near))
        else:
            terms.append(_Term(stem))
    return terms, tuple(instead)


def _near(database: sqlite3.Connection, word: str) -> str | None:
    rows = database.execute(_LIKE, (len(word) - 2, len(word) + 2))
    return nearest(word, rows)


def _hits(
    database: sqlite3.Connection, asked: str, wanted: Wanted, terms: Sequence[_Term]
) -> Iterator[Hit]:
    values = {
        "words": asked,
        "kind": wanted.kind,
        "org": wanted.org,
        "size": PAGE_SIZE,
        "start": (wanted.page - 1) * PAGE_SIZE,
    }
    for path, kind, org, name, context, text, value in database.execute(_RANKED, values):
        yield Hit(path, kind, org, name, context, value, _marked(text, terms))


def _marked(text: str, terms: Sequence[_Term]) -> tuple[tuple[str, bool], ...]:
    """Part a text where a word of it was asked for; nothing where none was."""
    pieces, at = [], 0
    for begin, end, stem in stems.words(text):
        if any(stem == t.stem or (t.is_prefix and stem.startswith(t.stem)) for t in terms):
            pieces += [(text[at:begin], False), (text[begin:end], True)]
            at = end
    return tuple(piece for piece in (*pieces, (text[at:], False)) if piece[0]) if pieces else ()
