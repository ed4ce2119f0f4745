"""Words as the search sees them: no accents, no capitals, singular and plural alike."""

from __future__ import annotations

import re
from collections.abc import Iterator

from a4_rdf import spanish

LONGEST = 40
"""Letters of a word that count: what is longer is no word."""

_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where each word of a text begins and ends, and its stem."""
    flat = spanish.flat(text)
    for found in _WORD.finditer(flat):
        yield found.start(), found.end(), stem(found[0])


def stem(flat_word: str) -> str:
    """Return what a flat word has in common with its plural or singular: `gestiones`, `gestion`."""
    return spanish.noun_key(flat_word[:LONGEST])
