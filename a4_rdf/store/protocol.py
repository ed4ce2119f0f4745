"""Queries as the SPARQL 1.1 Protocol asks them: a text, a dataset, an answer in a media type.

Other than `Store.select` and its like, this takes texts of strangers and hands back bytes, never
terms. It bounds nothing: serve.sandbox runs it in a process that may be killed.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

import pyoxigraph as ox

from a4_rdf import formats
from a4_rdf.errors import QueryError
from a4_rdf.store.oxigraph import OxigraphStore
from a4_rdf.store.rdfio import ENGINE_FORMATS
from a4_rdf.store.syntax import QueryKind, undeclared

Answer = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples

_MAX_MESSAGE = 300
_POSITION = re.compile(r"\s*(?:error )?at (\d+):(\d+):? *(.*)", re.DOTALL)
_PLAIN = (
    "The SELECT contains a variable that is unbound",
    "Duplicated variable name in SELECT",
)
"""What the engine says in words, and hides among the grammar that it tried."""
_KEYWORD = re.compile(r"(?<![^ ,])[A-Za-z]\w+(?=,|$)")

RESULT_FORMATS: Mapping[str, ox.QueryResultsFormat] = MappingProxyType(
    {
        "application/sparql-results+json": ox.QueryResultsFormat.JSON,
        "application/json": ox.QueryResultsFormat.JSON,
        "application/sparql-results+xml": ox.QueryResultsFormat.XML,
        "text/csv": ox.QueryResultsFormat.CSV,
        "text/tab-separated-values": ox.QueryResultsFormat.TSV,
    }
)
"""Media types of SELECT and ASK, the default first."""

GRAPH_FORMATS: Mapping[str, ox.RdfFormat] = MappingProxyType(
    {fmt.media_type: ENGINE_FORMATS[fmt.name] for fmt in formats.FORMATS}
)
"""Media types of CONSTRUCT and DESCRIBE, the default first."""


class QuerySyntaxError(QueryError):
    """A text is no SPARQL 1.1 query.

    `line` and `column` count from 1 and are 0 where unknown: the fault is there or close after.
    """

    def __init__(self, message: str, line: int = 0, column: int = 0) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


class UnsupportedQueryError(QueryError):
    """A query is valid SPARQL but asks for what the store does not do, as an unknown function."""


class RowsError(QueryError):
    """A result has more rows, or triples, than the asker allowed."""


class DatasetError(QueryError):
    """A graph of the protocol's dataset is not named by an absolute IRI."""


@dataclass(frozen=True, slots=True)
class Results:
    """The answer to a query, evaluated while it is written; it can be written once."""

    kind: QueryKind
    _answer: Answer

    def write(self, output: BinaryIO, media_type: str, most_triples: int = sys.maxsize) -> None:
        """Write the answer in one of `RESULT_FORMATS` or `GRAPH_FORMATS`, as its kind asks.

        Raises KeyError for a media type of the other kind, QueryError where evaluation fails,
        RowsError for a graph past `most_triples`, and lets an OSError of `output` pass. The rows
        of other results are counted in what was written (`store.rows`).
        """
        with _translated():
            if isinstance(self._answer, ox.QueryTriples):
                triples = _counted(self._answer, most_triples)
                ox.serialize(triples, output, format=GRAPH_FORMATS[media_type])
            else:
                self._answer.serialize(output, format=RESULT_FORMATS[media_type])


class QueryService:
    """An Oxigraph directory that is open read-only for queries of the SPARQL Protocol."""

    __slots__ = ("_engine",)

    def __init__(self, directory: Path) -> None:
        """Open the directory; StoreError where it holds no store."""
        self._engine = OxigraphStore.read_only(directory, "").engine

    def evaluate(
        self, text: str, base: str, default_graphs: Sequence[str], named_graphs: Sequence[str]
    ) -> Results:
        """Return the results of a query; relative IRIs of the text are resolved against `base`.

        Where a graph is named, the two lists are the whole dataset and win over FROM and FROM
        NAMED (SPARQL 1.1 Protocol, 2.1.4); a graph that the store lacks is empty. Raises
        QuerySyntaxError, DatasetError, UnsupportedQueryError.
        """
        stated = bool(default_graphs or named_graphs)
        default, named = _nodes(default_graphs), _nodes(named_graphs)
        with _translated(text):
            answer = self._engine.query(
                text,
                base_iri=base,
                default_graph=[*default] if stated else None,
                named_graphs=[*named] if stated else None,
            )
        return Results(_kind(answer), answer)


def _kind(answer: Answer) -> QueryKind:
    if isinstance(answer, ox.QueryTriples):
        return QueryKind.GRAPH
    return QueryKind.ASK if isinstance(answer, ox.QueryBoolean) else QueryKind.SELECT


def _counted(triples: Iterable[ox.Triple], most: int) -> Iterator[ox.Triple]:
    for count, triple in enumerate(triples, start=1):
        if count > most:
            raise RowsError(f"more than {most} triples")
        yield triple


def _nodes(iris: Sequence[str]) -> list[ox.NamedNode]:
    try:
        return [ox.NamedNode(iri) for iri in iris]
    except ValueError as error:
        raise DatasetError(f"a graph has to be named by an absolute IRI: {error}") from error


@contextmanager
def _translated(text: str = "") -> Iterator[None]:
    try:
        yield
    except SyntaxError as error:
        raise _syntax_error(text, str(error)) from error
    except RuntimeError as error:
        raise UnsupportedQueryError(_shortened(str(error))) from error


def _syntax_error(text: str, said: str) -> QuerySyntaxError:
    position = _POSITION.fullmatch(said)
    if position is None:
        return QuerySyntaxError(_shortened(said))
    if prefix := undeclared(text):  # the engine names the grammar that it tried instead
        found = re.search(rf"(?<![\w.-]){re.escape(prefix)}", text)
        before = text[: found.start() if found else 0].splitlines() or [""]
        told = f"the prefix {prefix} is not declared"
        return QuerySyntaxError(told, len(before), len(before[-1]) + 1)
    message = " ".join(position[3].split())
    message = next((plain for plain in _PLAIN if plain in message), message)
    line, column = _token_start(text, int(position[1]), int(position[2]), message)
    return QuerySyntaxError(_shortened(message), line, column)


def _token_start(text: str, line: int, column: int, message: str) -> tuple[int, int]:
    """Return where the token begins at which the engine gave up.

    The engine names the place where the keyword would end that it tried last, which is past the
    token, and often past its line.
    """
    tried = _KEYWORD.findall(message)
    before = sum(len(one) for one in text.splitlines(keepends=True)[: line - 1])
    offset = max(0, before + column - 1 - min(map(len, tried), default=0))
    passed = text[:offset].splitlines(keepends=True) or [""]
    if passed[-1].endswith(("\n", "\r")):
        passed.append("")
    return len(passed), len(passed[-1]) + 1


def _shortened(text: str) -> str:
    """Return an engine's message on one line: those of its grammar run over many."""
    line = " ".join(text.split())
    return line if len(line) <= _MAX_MESSAGE else f"{line[:_MAX_MESSAGE]}…"
