"""Values put into a query's text in place of its variables, as an engine of our own would do it.

SPARQL's way to bind, a VALUES clause at the end, joins too late: a FILTER does not see the value,
a path has no start, and Virtuoso takes such a clause after SELECT alone. So each bound variable
becomes its term. Where a SELECT projects it, the term is projected under its name; a subquery no
longer projects it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rdflib import Literal, URIRef

from a4_rdf.errors import QueryError
from a4_rdf.store.convert import to_engine
from a4_rdf.store.syntax import words_of
from a4_rdf.vocab import SD


def bound(query: str, bindings: Mapping[str, URIRef | Literal]) -> str:
    """Return a query of ours with its variables bound.

    The engine's terms check and escape what goes into it: ValueError for what is no term,
    QueryError for a name that is not a plain word.
    """
    for name in bindings:
        if not (name.isascii() and name.isidentifier()):
            raise QueryError(f"not the name of a variable: {name!r}")
    terms = {name: str(to_engine(term)) for name, term in bindings.items()}
    place = _Place()
    return _TOKEN.sub(lambda token: place.written(token, terms), query) if terms else query


def with_base(query: str, base: str) -> str:
    """Return a query whose relative IRIs are those of a base, unless it begins with its own.

    Virtuoso takes one BASE in a query, SPARQL 1.1 any number.
    """
    return query if not base or words_of(query)[:1] == ("BASE",) else f"BASE <{base}> {query}"


def one_of(query: str, variable: str, values: Iterable[URIRef]) -> str:
    """Return a query of ours, whose WHERE is written out, with a variable bound to each value."""
    terms = " ".join(str(to_engine(value)) for value in values)
    place = _Place()
    for token in _TOKEN.finditer(query):
        place.written(token, {})
        if token[0] == "{" and place.opened_where:
            at = token.end()
            return f"{query[:at]} VALUES ?{variable} {{ {terms} }} {query[at:]}"
    raise QueryError("expected a query with a WHERE clause")


def only_published(query: str, record: str) -> str:
    """Return a query whose GRAPH finds the published graphs, and no others, by name and variable.

    Asked with a default graph and no named ones, Virtuoso takes a variable to mean every graph
    that it has and a name to mean an empty one. So a name is put into a variable first, and each
    variable is joined with what `record` says, the graph that lists those that were loaded. The
    variables for that begin with `OURS`. QueryError where the word GRAPH is hidden in escapes.
    """
    tokens = [token for token in _TOKEN.finditer(query) if not token[0].startswith("#")]
    words = [at for at, token in enumerate(tokens) if _is_graph(token)]
    if len(words) != words_of(query).count("GRAPH"):
        raise QueryError("expected the word GRAPH without escapes")
    written, end = [], 0
    for number, at in enumerate(words):
        if at + 1 == len(tokens):
            break
        graph = tokens[at + 1]
        written += [query[end : tokens[at].end() - len("GRAPH")], _published(graph, number, record)]
        end = graph.end()
    return "".join((*written, query[end:]))


OURS = "a4graph"
"""How variables begin that are not the asker's."""


def _published(graph: re.Match[str], number: int, record: str) -> str:
    """Return what is written for the word GRAPH and the name or variable behind it."""
    listing = f"?{OURS}{number}r"
    variable, named = graph[0], ""
    if not graph["variable"]:
        variable = f"?{OURS}{number}"
        named = f" VALUES {variable} {{ {graph[0]} }}"
    listed = f"GRAPH {listing} {{ {listing} {SD.namedGraph.n3()} {variable} }}"
    return f"{named} VALUES {listing} {{ {URIRef(record).n3()} }} {listed} GRAPH {variable}"


_LISTS = frozenset({"GROUP", "ORDER"})
_ENDS = frozenset({"WHERE", "FROM", "HAVING", "LIMIT", "OFFSET", "VALUES", *_LISTS})
_TOKEN = re.compile(
    r"""
      \#[^\r\n]*                                  # comment
    | <[^<>"{}|^`\\\x00-\x20]*>                   # IRI
    | "{3}(?:"{0,2}(?:[^"\\]|\\.))*+"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*+'{3}
    | "(?:[^"\\\r\n]|\\.)*+" | '(?:[^'\\\r\n]|\\.)*+'
    | [?$](?P<variable>\w++)
    | (?:[^\W\d][\w.-]*)?(?P<local>:(?:[\w.:-]|%[0-9A-Fa-f]{2}|\\.)*+)
    | (?P<bare>[^\W\d][\w.-]*+)
    | [{}()]
    """,
    re.VERBOSE | re.DOTALL,
)


def _is_graph(token: re.Match[str]) -> bool:
    word = token["bare"]
    return bool(word) and re.split(r"[.-]", word.upper())[-1] == "GRAPH"


@dataclass(slots=True)
class _Place:
    """Where in a query a token is: in which clause, within how many braces and parentheses."""

    clause: str = ""
    braces: int = 0
    parentheses: int = 0
    last: str = ""
    opened_where: bool = False

    def written(self, token: re.Match[str], terms: Mapping[str, str]) -> str:
        """Take a token in and return what is written in its stead."""
        if name := token["variable"]:
            return self._variable(name, terms) if name in terms else token[0]
        if token["bare"]:
            self._word(re.split(r"[.-]", token["bare"].upper())[-1])
        elif token[0] in ("{", "}", "(", ")"):
            self._bracket(token[0])
        return token[0]

    def _variable(self, name: str, terms: Mapping[str, str]) -> str:
        if self.parentheses == 0 and self.clause in _LISTS:
            return f"({terms[name]})"
        if self.parentheses == 0 and self.clause == "SELECT":
            return f"({terms[name]} AS ?{name})" if self.braces == 0 else ""
        return terms[name]

    def _word(self, word: str) -> None:
        if word == "SELECT" or word in _ENDS:
            self.clause = word
        self.last = word

    def _bracket(self, bracket: str) -> None:
        if bracket == "{":
            self.opened_where = self.last == "WHERE" and self.braces == 0
            self.braces += 1
            self.clause = ""
        elif bracket == "}":
            self.braces -= 1
            self.clause = ""
        else:
            self.parentheses += 1 if bracket == "(" else -1
        if bracket in "{}":
            self.last = ""
