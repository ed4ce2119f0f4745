"""What a query text says it wants: an update, data from elsewhere, a new answer each time.

Nothing here protects anything, the sandbox does; it only tells the asker early and plainly. Words
in comments, strings, IRIs, variables and prefixed names do not count.
"""

from __future__ import annotations

import re

from a4_rdf.serve.sandbox.messages import Outcome, QueryRequest
from a4_rdf.store.syntax import asks_another, graphs_of, words_of

UPDATE_WORDS = frozenset(
    {"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"}
)
"""Words that an update request begins with (SPARQL 1.1 Update, 4.1)."""

VOLATILE_WORDS = frozenset({"RAND", "NOW", "UUID", "STRUUID", "BNODE"})
"""Functions whose value differs from one evaluation to the next."""

_HIDDEN = re.compile(rf"<[^<>]*(?:{'|'.join(VOLATILE_WORDS)})\(", re.IGNORECASE)
"""One of them where we see an IRI and an engine may see a comparison: `1<NOW()&&2>1`."""


def refusal(text: str) -> Outcome | None:
    """Return UPDATE or SERVICE for a text that asks for it, else None."""
    first = next((word for word in words_of(text) if word not in ("BASE", "PREFIX")), "")
    if first in UPDATE_WORDS:
        return Outcome.UPDATE
    return Outcome.SERVICE if asks_another(text) else None


def asks_for_remote_graph(request: QueryRequest) -> bool:
    """Tell whether a graph after FROM is outside of our addresses, as long as FROM counts.

    An empty answer would look as if there were nothing there. A long text may take seconds.
    """
    may_be_there = "FROM" in request.text.upper() or "\\" in request.text
    if request.default_graphs or request.named_graphs or not may_be_there:
        return False
    graphs = graphs_of(request.text, request.base)
    return any(not graph.startswith(request.base) for graph in graphs)


def is_volatile(text: str) -> bool:
    """Tell whether the same query may answer otherwise on the same data: no cache may keep it."""
    words = words_of(text)
    if not VOLATILE_WORDS.isdisjoint(words) or _HIDDEN.search(text):
        return True
    # A template may make blank nodes, whose labels differ each time.
    return "CONSTRUCT" in words and ("[" in words or "_:" in text)
