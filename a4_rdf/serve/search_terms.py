"""What a person typed, as the index is asked for it: stems, beginnings, words in place of unknown.

Nothing of what was typed reaches SQLite but as a bound value, and each word of it as a quoted term.
"""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from a4_rdf import spanish, stems
from a4_rdf.serve import spelling

MAX_LETTERS, MAX_WORDS = 200, 12
"""What is typed beyond is left out, and the page says so."""

MOST_GUESSED = 4
"""Unknown words for which another is looked for: each costs a look at many words."""

SHORTEST_BEGINNING = 3
"""Letters from which an unknown word is taken as the beginning of others."""

SHORTEST_KNOWN_BEGINNING = 5
"""Letters from which a known one is so too: `gestion` finds `gestionar`, not `plan` `planta`."""

_WORD_OF = "SELECT word FROM spelling WHERE stem = ?"
_BEGINS = "SELECT EXISTS (SELECT 1 FROM spelling WHERE stem >= ?1 AND stem < ?1 || char(1114111))"
_LIKE = """
SELECT stem, times FROM spelling WHERE LENGTH(stem) BETWEEN ?1 AND ?2
AND (SUBSTR(stem, 1, 1) IN (?3, ?4) OR SUBSTR(stem, 2, 1) IN (?3, ?4))
"""


@dataclass(frozen=True, slots=True)
class Term:
    """A word to look for: its stem, itself or as the beginning of others too."""

    stem: str
    is_whole: bool = True
    is_beginning: bool = False

    @property
    def quoted(self) -> str:
        """Return the term as FTS5 is asked for it; a stem has letters and digits only."""
        whole = [f'"{self.stem}"'] if self.is_whole else []
        beginning = [f'"{self.stem}"*'] if self.is_beginning else []
        return f"({' OR '.join((*whole, *beginning))})"

    def fits(self, stem: str) -> bool:
        """Tell whether a stem in a text is one that this asks for."""
        if self.is_beginning and stem.startswith(self.stem):
            return True
        return self.is_whole and stem == self.stem


@dataclass(frozen=True, slots=True)
class Asked:
    """What to look for; `instead` are words that are not known, with those that took their place.

    `is_cut` tells that more was typed than is looked for.
    """

    terms: tuple[Term, ...] = ()
    instead: tuple[tuple[str, str], ...] = ()
    is_cut: bool = False


def typed(text: str) -> tuple[tuple[str, str], ...]:
    """Return the words of a text as they are typed, each with its stem, none twice.

    Small words (`de`, `la`) are left out, unless there are no others.
    """
    cut = unicodedata.normalize("NFC", text[:MAX_LETTERS])
    found = {stem: cut[begin:end] for begin, end, stem in stems.words(cut)}
    named = {stem: word for stem, word in found.items() if stem not in spanish.STOP_WORDS} or found
    return tuple((word, stem) for stem, word in named.items())


def asked(database: sqlite3.Connection, text: str, exact: bool = False) -> Asked:
    """Return what to look for; with `exact` the words as they are typed and no others."""
    words = typed(text)
    terms: list[Term] = []
    instead: list[tuple[str, str]] = []
    guesses = 0
    for word, stem in words[:MAX_WORDS]:
        term = Term(stem) if exact else _known(database, stem)
        if term is None and guesses < MOST_GUESSED:
            guesses += 1
            if near := _near(database, stem):
                term = Term(near)
                instead.append((word, str(_one(database, _WORD_OF, near))))
        terms.append(term or Term(stem))
    is_cut = len(words) > MAX_WORDS or len(text) > MAX_LETTERS
    return Asked(tuple(terms), tuple(instead), is_cut)


def beginning(text: str) -> tuple[Term, ...]:
    """Return what to look for while a person still types: the last word is a beginning."""
    found = [stem for _, stem in typed(text)[:MAX_WORDS]]
    last = [Term(stem, is_beginning=True) for stem in found[-1:]]
    return (*(Term(stem) for stem in found[:-1]), *last)


def _known(database: sqlite3.Connection, stem: str) -> Term | None:
    """Return how a stem that occurs is looked for, by itself or as a beginning; else None."""
    if _one(database, _WORD_OF, stem) is not None:
        is_long = len(stem) >= SHORTEST_KNOWN_BEGINNING and not stem.isdigit()
        return Term(stem, is_beginning=is_long)
    if len(stem) >= SHORTEST_BEGINNING and _one(database, _BEGINS, stem):
        return Term(stem, is_whole=False, is_beginning=True)
    return None


def _near(database: sqlite3.Connection, stem: str) -> str | None:
    most = spelling.allowed(stem)
    if not most:
        return None
    bounds = (len(stem) - most, len(stem) + most, stem[0], stem[1])
    return spelling.nearest(stem, _rows(database, bounds))


def _rows(database: sqlite3.Connection, bounds: Sequence[object]) -> Iterator[tuple[str, int]]:
    yield from database.execute(_LIKE, bounds)


def _one(database: sqlite3.Connection, query: str, value: str) -> object:
    row = database.execute(query, (value,)).fetchone()
    return row[0] if row else None
