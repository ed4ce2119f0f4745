"""What a query text says it wants, read from its words: update, SERVICE, a new answer each time.

Nothing here protects anything, the sandbox does; it only tells the asker early and plainly. Words
in comments, strings, IRIs, variables and prefixed names do not count.
"""

from __future__ import annotations

import re

from a4_rdf.serve.sandbox.messages import Outcome

UPDATE_WORDS = frozenset(
    {"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"}
)
"""Words that an update request begins with (SPARQL 1.1 Update, 4.1)."""

VOLATILE_WORDS = frozenset({"RAND", "NOW", "UUID", "STRUUID", "BNODE"})
"""Functions whose value differs from one evaluation to the next."""

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


def refusal(text: str) -> Outcome | None:
    """Return UPDATE or SERVICE for a text that asks for it, else None."""
    words = _words(text)
    first = next((word for word in words if word not in ("BASE", "PREFIX")), "")
    if first in UPDATE_WORDS:
        return Outcome.UPDATE
    return Outcome.SERVICE if "SERVICE" in words else None


def is_volatile(text: str) -> bool:
    """Tell whether the same query may answer otherwise on the same data: no cache may keep it."""
    words = _words(text)
    if not VOLATILE_WORDS.isdisjoint(words):
        return True
    # A template may make blank nodes, whose labels differ each time.
    return "CONSTRUCT" in words and ("[" in words or "_:" in text)


def _words(text: str) -> tuple[str, ...]:
    """Return the bare words of a text in upper case, and `[` wherever it stands."""
    found: list[str] = []
    for match in _TOKEN.finditer(_ESCAPE.sub(_unescaped, text)):
        if match["bracket"]:
            found.append("[")
        elif match["words"] and match["local"] is None:
            found += re.split(r"[.-]", match["words"].upper())
    return tuple(found)


def _unescaped(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code <= 0x10FFFF else match[0]
