"""What a query's text says before it is run: its kind, and whether it would leave the machine.

A scan of tokens, never an execution: an engine has to run a query to tell its kind, and an ASK
with SERVICE would be on the network by then.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from a4_rdf.errors import QueryError


class QueryKind(StrEnum):
    """What a query answers with: SELECT rows, ASK a boolean, CONSTRUCT and DESCRIBE a graph."""

    SELECT = "select"
    ASK = "ask"
    GRAPH = "graph"


def query_kind(query: str) -> QueryKind:
    """Return the kind of a SPARQL 1.1 query; QueryError where the text is none (an update, say)."""
    for word in _words(query):
        if word not in _PROLOGUE:
            kind = _KINDS.get(word)
            if kind is None:
                break
            return kind
    raise QueryError("not a SPARQL query: expected SELECT, ASK, CONSTRUCT or DESCRIBE")


def refuse_service(query: str) -> None:
    """Raise QueryError where a query asks another endpoint: nothing leaves the machine."""
    if "SERVICE" in _words(query):
        raise QueryError("SERVICE is not allowed: a query is answered from this store alone")


_KINDS = {
    "SELECT": QueryKind.SELECT,
    "ASK": QueryKind.ASK,
    "CONSTRUCT": QueryKind.GRAPH,
    "DESCRIBE": QueryKind.GRAPH,
}
_PROLOGUE = frozenset({"BASE", "PREFIX"})
_TOKEN = re.compile(
    r"""
      \#[^\r\n]*                                    # comment
    | <[^<>"{}|^`\\\x00-\x20]*>                     # IRI
    | \"{3}(?:[^"\\]|\\.|\"(?!\"\"))*\"{3}          # long strings
    | '{3}(?:[^'\\]|\\.|'(?!''))*'{3}
    | "(?:[^"\\\r\n]|\\.)*"                         # strings
    | '(?:[^'\\\r\n]|\\.)*'
    | [?$@][\w]+                                    # variable or language tag
    | [\w.\-·]*:(?:[\w.\-:·]|%[0-9A-Fa-f]{2}|\\.)*  # prefixed name
    | (?P<word>[A-Za-z][A-Za-z0-9_]*)               # keyword or function
    | .                                             # anything else
    """,
    re.VERBOSE | re.DOTALL,
)


def _words(query: str) -> Iterator[str]:
    """Yield the bare words of a query in capitals, outside comments, IRIs, strings and names."""
    for token in _TOKEN.finditer(query):
        if word := token["word"]:
            yield word.upper()
