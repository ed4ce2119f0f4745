"""What a query text says it wants, read from its words: update, SERVICE, a new answer each time.

Nothing here protects anything, the sandbox does; it only tells the asker early and plainly. Words
in comments, strings, IRIs, variables and prefixed names do not count.
"""

from __future__ import annotations

from a4_rdf.serve.sandbox.messages import Outcome
from a4_rdf.store.syntax import words_of

UPDATE_WORDS = frozenset(
    {"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"}
)
"""Words that an update request begins with (SPARQL 1.1 Update, 4.1)."""

VOLATILE_WORDS = frozenset({"RAND", "NOW", "UUID", "STRUUID", "BNODE"})
"""Functions whose value differs from one evaluation to the next."""


def refusal(text: str) -> Outcome | None:
    """Return UPDATE or SERVICE for a text that asks for it, else None."""
    words = words_of(text)
    first = next((word for word in words if word not in ("BASE", "PREFIX")), "")
    if first in UPDATE_WORDS:
        return Outcome.UPDATE
    return Outcome.SERVICE if "SERVICE" in words else None


def is_volatile(text: str) -> bool:
    """Tell whether the same query may answer otherwise on the same data: no cache may keep it."""
    words = words_of(text)
    if not VOLATILE_WORDS.isdisjoint(words):
        return True
    # A template may make blank nodes, whose labels differ each time.
    return "CONSTRUCT" in words and ("[" in words or "_:" in text)
