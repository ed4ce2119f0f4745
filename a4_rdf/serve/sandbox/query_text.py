"""What a query text says it wants: an update, data from elsewhere, a new answer each time.

Nothing here protects anything, the sandbox does; it only tells the asker early and plainly. Words
in comments, strings, IRIs, variables and prefixed names do not count.
"""

from __future__ import annotations

from a4_rdf.serve.sandbox.messages import Outcome, QueryRequest
from a4_rdf.store.syntax import graphs_of, words_of

UPDATE_WORDS = frozenset(
    {"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"}
)
"""Words that an update request begins with (SPARQL 1.1 Update, 4.1)."""

VOLATILE_WORDS = frozenset({"RAND", "NOW", "UUID", "STRUUID", "BNODE"})
"""Functions whose value differs from one evaluation to the next."""


def refusal(request: QueryRequest) -> Outcome | None:
    """Return UPDATE, SERVICE or REMOTE for a query that asks for it, else None.

    REMOTE is a graph after FROM outside of our addresses, as long as FROM counts: an empty answer
    would look as if there were nothing there.
    """
    words = words_of(request.text)
    first = next((word for word in words if word not in ("BASE", "PREFIX")), "")
    if first in UPDATE_WORDS:
        return Outcome.UPDATE
    if "SERVICE" in words:
        return Outcome.SERVICE
    if "FROM" not in words or request.default_graphs or request.named_graphs:
        return None
    graphs = graphs_of(request.text, request.base)
    is_ours = all(graph.startswith(request.base) for graph in graphs)
    return None if is_ours else Outcome.REMOTE


def is_volatile(text: str) -> bool:
    """Tell whether the same query may answer otherwise on the same data: no cache may keep it."""
    words = words_of(text)
    if not VOLATILE_WORDS.isdisjoint(words):
        return True
    # A template may make blank nodes, whose labels differ each time.
    return "CONSTRUCT" in words and ("[" in words or "_:" in text)
