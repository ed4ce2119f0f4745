"""What the search finds: all words first, then any; accents, plurals and typos forgiven, openly.

Reads the index that the build wrote (`a4_rdf.searchable` says what is in it).
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from a4_rdf.searchable import BODY_BITS, KIND_BITS, KINDS, NAME
from a4_rdf.serve import search_terms
from a4_rdf.serve.search_index import opened
from a4_rdf.serve.search_terms import Asked, Term

__all__ = ["KINDS", "NAME", "Found", "Hit", "Wanted", "examples", "search", "suggestions"]

PAGE_SIZE = 20
MOST_PAGES = 500
"""Pages that are shown of what is found: nobody reads on, and each costs as much as all before."""

SUGGESTIONS = 8
EXAMPLES = 6
BODIES_SHOWN = 6
"""Organisations that a search is offered to be narrowed to."""

# Of what has all words, places come before promises, and names weigh more than texts. The last bits
# of a row's number tell its kind, the first ones whose it is (`a4_rdf.searchable`).
_RANKED = """
SELECT d.path, d.kind, d.org, d.name, d.context, d.text, d.value FROM (
  SELECT rowid AS id, bm25(words, 6.0, 1.0, 0.3) * CASE rowid & :kinds
    WHEN 0 THEN 3.0 WHEN 1 THEN 2.0 WHEN 2 THEN 1.0 WHEN 6 THEN 0.5 ELSE 0.7 END AS weight
  FROM words WHERE words MATCH :words
  AND rowid BETWEEN :first AND :last AND (:kind < 0 OR rowid & :kinds = :kind)
  ORDER BY weight, rowid LIMIT :size OFFSET :start
) AS found JOIN documents AS d USING (id) ORDER BY found.weight, d.id
"""
_NAMES = """
SELECT DISTINCT d.name FROM (
  SELECT rowid AS id, rowid & :kinds > 1 AS is_text, bm25(words, 6.0, 1.0, 0.3) AS weight
  FROM words WHERE words MATCH :words ORDER BY is_text, weight, rowid LIMIT :size
) AS found JOIN documents AS d USING (id) ORDER BY found.is_text, found.weight, d.id
"""
_COUNTED = """
SELECT rowid >> :body, rowid & :kinds, COUNT(*) FROM words WHERE words MATCH :words GROUP BY 1, 2
"""
_BODIES = "SELECT number, slug, name FROM bodies WHERE number IN (SELECT value FROM json_each(?))"
_BODY = "SELECT number FROM bodies WHERE slug = ?"
_OFTEN = "SELECT word FROM spelling WHERE LENGTH(stem) > 5 ORDER BY times DESC, stem LIMIT ?"

_KIND_MASK = (1 << KIND_BITS) - 1


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for: words, of one kind, of one organisation, which page from 1."""

    text: str = ""
    kind: str = ""
    org: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True)
class Hit:
    """A thing that was found, by the path of its page; `value` is what a goal promises."""

    path: str
    kind: str
    org: str
    name: str
    context: str
    text: str
    value: str


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a search: `total` of the wanted kind, `counts` by kind, one page of hits.

    `bodies` are the organisations that have most of it: slug, name, count. `any_word` tells that
    nothing has all words.
    """

    wanted: Wanted
    asked: Asked = field(default_factory=Asked)
    total: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)
    bodies: tuple[tuple[str, str, int], ...] = ()
    hits: tuple[Hit, ...] = ()
    any_word: bool = False

    @property
    def pages(self) -> int:
        """Return how many pages of hits are shown, one at least."""
        return min(MOST_PAGES, max(1, -(-self.total // PAGE_SIZE)))


_Counts = Counter[tuple[int, int]]
"""How much was found, by number of the body and of the kind."""


def search(root: Path, wanted: Wanted, exact: bool = False) -> Found:
    """Return what a publication has for the words; with `exact` no other word is looked for.

    Raises NoIndexError where the publication has no index, TooLongError after two seconds.
    """
    with opened(root) as database:
        asked = search_terms.asked(database, wanted.text, exact)
        if not asked.terms:
            return Found(wanted, asked)
        body = _body(database, wanted.org) if wanted.org else None
        words, counts, any_word = _first_with_any(database, asked.terms, body)
        by_kind = _by_kind(counts, body)
        return Found(
            wanted,
            asked,
            by_kind.get(wanted.kind, 0) if wanted.kind else sum(by_kind.values()),
            by_kind,
            _bodies(database, counts, wanted.kind),
            tuple(_hits(database, words, wanted, body)),
            any_word,
        )


def suggestions(root: Path, text: str) -> tuple[str, ...]:
    """Return names that have what a person is still typing; raises as `search` does."""
    with opened(root) as database:
        terms = search_terms.beginning(text)
        if not terms:
            return ()
        words = f"{{name}} : ({_all(terms)})"
        asked = {"words": words, "kinds": _KIND_MASK, "size": 4 * SUGGESTIONS}
        rows = database.execute(_NAMES, asked)
        return tuple(name for (name,) in rows)[:SUGGESTIONS]


def examples(root: Path) -> tuple[str, ...]:
    """Return words that occur often, to begin with; raises as `search` does."""
    with opened(root) as database:
        return tuple(word for (word,) in database.execute(_OFTEN, (EXAMPLES,)))


def _first_with_any(
    database: sqlite3.Connection, terms: Sequence[Term], body: int | None
) -> tuple[str, _Counts, bool]:
    """Return the strictest question that anything answers, what it counts, if any word will do.

    All words in a thing itself; all in it and where it belongs; any in it.
    """
    questions = [(f"{{name text}} : ({_all(terms)})", False), (_all(terms), False)]
    if len(terms) > 1:
        questions.append((f"{{name text}} : ({' OR '.join(t.quoted for t in terms)})", True))
    for words, any_word in questions:
        asked = {"words": words, "body": BODY_BITS, "kinds": _KIND_MASK}
        rows = database.execute(_COUNTED, asked)
        counts: _Counts = Counter({(number, kind): count for number, kind, count in rows})
        answer = words, counts, any_word
        if _by_kind(counts, body):
            break
    return answer


def _all(terms: Sequence[Term]) -> str:
    return " AND ".join(term.quoted for term in terms)


def _body(database: sqlite3.Connection, slug: str) -> int:
    row = database.execute(_BODY, (slug,)).fetchone()
    return int(row[0]) if row else -1


def _by_kind(counts: _Counts, body: int | None) -> dict[str, int]:
    """Return how much was found of each kind, in their order, of one body where one is given."""
    found: Counter[int] = Counter()
    for (number, kind), count in counts.items():
        if body in (None, number):
            found[kind] += count
    return {KINDS[kind]: count for kind, count in sorted(found.items())}


def _bodies(
    database: sqlite3.Connection, counts: _Counts, kind: str
) -> tuple[tuple[str, str, int], ...]:
    """Return the bodies that have most of what was found."""
    found: Counter[int] = Counter()
    for (number, code), count in counts.items():
        if not kind or KINDS[code] == kind:
            found[number] += count
    most = sorted(found.items(), key=lambda item: (-item[1], item[0]))[: BODIES_SHOWN + 1]
    rows = database.execute(_BODIES, (str([number for number, _ in most]),))
    named = {number: (slug, name) for number, slug, name in rows}
    told = [(*named[number], count) for number, count in most if number in named]
    return tuple(told[:BODIES_SHOWN])


def _hits(
    database: sqlite3.Connection, words: str, wanted: Wanted, body: int | None
) -> Iterator[Hit]:
    first, last = (0, 1 << 62) if body is None else (body << BODY_BITS, (body + 1 << BODY_BITS) - 1)
    values = {
        "words": words,
        "kinds": _KIND_MASK,
        "first": first,
        "last": last,
        "kind": KINDS.index(wanted.kind) if wanted.kind else -1,
        "size": PAGE_SIZE,
        "start": (wanted.page - 1) * PAGE_SIZE,
    }
    for row in database.execute(_RANKED, values):
        yield Hit(*row)
