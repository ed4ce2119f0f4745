"""What a query's text says before it is run: its kind, its graphs, whether it asks others.

A scan of tokens, never an execution: an engine has to run a query to tell its kind, and an ASK
with SERVICE would be on the network by then.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from itertools import pairwise
from urllib.parse import urljoin

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
    if asks_another(query):
        raise QueryError("SERVICE is not allowed: a query is answered from this store alone")


def asks_another(text: str) -> bool:
    """Tell whether a query may ask another endpoint by SERVICE; rather once too often.

    Engines need no blank around a keyword: `trueSERVICESILENTe:x{` asks one as well.
    """
    tokens = ["", "", *_tokens(text)]
    return any(
        _is_service(word)
        or (after == "{" and before not in _BEFORE_GRAPH and _is_glued_service(word))
        for before, word, after in zip(tokens, tokens[1:], [*tokens[2:], ""], strict=False)
    )


def _is_service(token: str) -> bool:
    if token.startswith("<"):
        # An engine that reads `?a<?b)` as a comparison reads on where we see an IRI.
        return "SERVICE" in token.partition(")")[2].upper()
    return ":" not in token and "SERVICE" in token


def _is_glued_service(token: str) -> bool:
    """Tell whether what looks like a prefixed name may be SERVICE and an endpoint's name."""
    return token[:1] != "<" and "SERVICE" in token.partition(":")[0].upper()


def words_of(text: str) -> tuple[str, ...]:
    """Return the bare words of a text in upper case, and `[` wherever it stands.

    Words in comments, strings, IRIs, variables and prefixed names do not count; `\\u` escapes do
    (SPARQL 1.1, 19.2), for a keyword may be written with them.
    """
    return tuple(token for token in _tokens(text) if token[0] not in "<{" and ":" not in token)


def graphs_of(text: str, base: str) -> Iterator[str]:
    """Yield the IRIs after FROM and FROM NAMED, resolved against `base` or the text's own.

    A name whose prefix is not declared is left out: the text is no query then. A long text may
    take seconds.
    """
    prefixes: dict[str, str] = {}
    tokens = [each for each in _tokens(text) if each != "NAMED"]
    for word, name, iri in zip(tokens, tokens[1:], [*tokens[2:], ""], strict=False):
        match word:
            case "BASE":
                base = _resolved(base, name)
            case "PREFIX":
                prefixes[name] = _resolved(base, iri)
            case "FROM" if name[0] == "<":
                yield _resolved(base, name)
            case "FROM":
                prefix, colon, local = name.partition(":")
                if prefix + colon in prefixes:
                    yield prefixes[prefix + colon] + _LOCAL_ESCAPE.sub(r"\1", local)


def undeclared(text: str) -> str:
    """Return the first prefix, with its colon, that a query uses undeclared, or nothing."""
    tokens = [*_tokens(text)]
    names = [name for name in tokens if ":" in name and name[0] != "<"]
    declared = {name for word, name in pairwise(tokens) if word == "PREFIX"} | {"_:"}
    used = (f"{name.partition(':')[0]}:" for name in names)
    return next((prefix for prefix in used if prefix not in declared), "")


def _resolved(base: str, bracketed: str) -> str:
    iri = bracketed.strip("<>")
    if _SCHEME.match(iri):  # urljoin takes https:x for a path
        return iri
    try:
        return urljoin(base, iri)
    except ValueError:  # no address at all, as //[ is
        return iri


def _tokens(text: str) -> Iterator[str]:
    """Yield words in upper case, `[`, `{`, IRIs in their brackets, and names with their colon."""
    for match in _TOKEN.finditer(_ESCAPE.sub(_unescaped, text)):
        if match["words"] and match["local"] is None:
            yield from filter(None, re.split(r"[.-]", match["words"].upper()))
        elif match["words"] or match["other"]:
            yield match[0]


_KINDS = {
    "SELECT": QueryKind.SELECT,
    "ASK": QueryKind.ASK,
    "CONSTRUCT": QueryKind.GRAPH,
    "DESCRIBE": QueryKind.GRAPH,
}
_PROLOGUE = frozenset({"BASE", "PREFIX"})
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_LOCAL_ESCAPE = re.compile(r"\\(.)")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_BEFORE_GRAPH = frozenset({"GRAPH", "FROM", "NAMED"})
_LETTER = (
    r"\w\u00b7\u0300-\u036f\u203f\u2040\u200c\u200d"  # of names, beside what Python calls a word
)
_LOCAL = rf":(?:[{_LETTER}.:-]|%[0-9A-Fa-f]{{2}}|\\.)*+"
_TOKEN = re.compile(
    rf"""
      \#[^\r\n]*                                   # comment
    | (?P<other><[^<>"{{}}|^`\\\x00-\x20]*>        # IRI
      | {_LOCAL}                                   # name of the empty prefix
      | [\[{{])
    | "{{3}}(?:"{{0,2}}(?:[^"\\]|\\.))*+(?:"{{3}})?  # strings
    | '{{3}}(?:'{{0,2}}(?:[^'\\]|\\.))*+(?:'{{3}})?
    | "(?:[^"\\\r\n]|\\.)*+"?
    | '(?:[^'\\\r\n]|\\.)*+'?
    | [?$][{_LETTER}]*+                            # variable
    | @[\w-]*+                                     # language tag
    | (?P<words>[^\W\d][{_LETTER}.-]*+)            # words, unless what follows makes them …
      (?P<local>{_LOCAL})?+                        # … a prefixed name or a blank node
    """,
    re.VERBOSE | re.DOTALL,
)


def _unescaped(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code <= 0x10FFFF else match[0]
