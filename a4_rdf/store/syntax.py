"""What a query's text says before it is run: its kind, and whether it would leave the machine.

A scan of tokens, never an execution: an engine has to run a query to tell its kind, and an ASK
with SERVICE would be on the network by then.
"""

from __future__ import annotations

import re
from enum import StrEnum

from a4_rdf.errors import QueryError


class QueryKind(StrEnum):
    """What a query answers with: SELECT rows, ASK a boolean, CONSTRUCT and DESCRIBE a graph."""

    SELECT = "select"
    ASK = "ask"
    GRAPH = "graph"


def query_kind(query: str) -> QueryKind:
    """Return the kind of a SPARQL 1.1 query; QueryError where the text is none (an update, say)."""
    for word in words_of(query):
        if word not in _PROLOGUE:
            kind = _KINDS.get(word)
            if kind is None:
                break
            return kind
    raise QueryError("not a SPARQL query: expected SELECT, ASK, CONSTRUCT or DESCRIBE")


def refuse_service(query: str) -> None:
    """Raise QueryError where a query asks another endpoint: nothing leaves the machine."""
    if "SERVICE" in words_of(query):
        raise QueryError("SERVICE is not allowed: a query is answered from this store alone")


def words_of(text: str) -> tuple[str, ...]:
    """Return the bare words of a text in upper case, and `[` wherever it stands.

    Words in comments, strings, IRIs, variables and prefixed names do not count; `\\u` escapes do
    (SPARQL 1.1, 19.2), for a keyword may be written with them.
    """
    found: list[str] = []
    for match in _TOKEN.finditer(_ESCAPE.sub(_unescaped, text)):
        if match["bracket"]:
            found.append("[")
        elif match["words"] and match["local"] is None:
            found += re.split(r"[.-]", match["words"].upper())
    return tuple(found)


_KINDS = {
    "SELECT": QueryKind.SELECT,
    "ASK": QueryKind.ASK,
    "CONSTRUCT": QueryKind.GRAPH,
    "DESCRIBE": QueryKind.GRAPH,
}
_PROLOGUE = frozenset({"BASE", "PREFIX"})
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_TOKEN = re.compile(
    r"""
      \#[^\r\n]*                                   # comment
    | <[^<>"{}|^`\\\x00-\x20]*>                    # IRI
    | "{3}(?:"{0,2}(?:[^"\\]|\\.))*+(?:"{3})?      # strings
    | '{3}(?:'{0,2}(?:[^'\\]|\\.))*+(?:'{3})?
    | "(?:[^"\\\r\n]|\\.)*+"?
    | '(?:[^'\\\r\n]|\\.)*+'?
    | [?$]\w*+                                     # variable
    | @[\w-]*+                                     # language tag
    | (?P<words>[^\W\d][\w.-]*+)                   # words, unless what follows makes them …
      (?P<local>:(?:[\w.:-]|%[0-9A-Fa-f]{2}|\\.)*+)?+
    | :(?:[\w.:-]|%[0-9A-Fa-f]{2}|\\.)*+            # … a prefixed name or a blank node
    | (?P<bracket>\[)
    """,
    re.VERBOSE | re.DOTALL,
)


def _unescaped(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code <= 0x10FFFF else match[0]
