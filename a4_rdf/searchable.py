"""The search index as those who write it and those who read it know it.

documents   what can be found: its page, kind, name, where it belongs, its text, what it promises
words       FTS5 over the stems (`a4_rdf.stems`) of name, text and place, a row for each document
spelling    every stem, how it is mostly written, how often it occurs: to forgive typos
bodies      the organisations by number
"""

from __future__ import annotations

NAME = "busqueda.sqlite"
"""The file of the index in a publication."""

KINDS = ("organization", "unit", "goal", "objective", "activity", "indicator", "concept")
"""Kinds of things that can be found, as `iris` calls them, in the order of their weight."""

BLOCK = 50
"""Documents in one file of the index of a copy that only holds files."""

KIND_BITS, BODY_BITS = 3, 24
MOST = 1 << (BODY_BITS - KIND_BITS)
"""Documents that one body may have: two million."""


def number(body: int, serial: int, kind: str) -> int:
    """Return the number of a document: whose it is and of what kind shows without a look at it."""
    if not 0 <= serial < MOST:
        raise ValueError(f"{serial} documents of one body, at most {MOST}")
    return body << BODY_BITS | serial << KIND_BITS | KINDS.index(kind)
