"""Queries of strangers, answered by another engine over SPARQL, under the bounds of this site.

Each query is first run in the sandbox over an empty twin of the data: what is no SPARQL 1.1, an
update, SERVICE, a function of one engine's own or a text that breaks parsers ends there. Then the
engine is asked; its whole answer is here before the status is chosen.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable
from dataclasses import replace
from tempfile import TemporaryFile
from typing import IO

from a4_rdf import iris
from a4_rdf.errors import QueryError, StoreError
from a4_rdf.serve.gate import Gate
from a4_rdf.serve.sandbox import (
    Limits,
    MediaTypes,
    Outcome,
    Presence,
    QueryAnswer,
    QueryRequest,
    Runner,
    finishing,
)
from a4_rdf.store import RemoteStore, answers, record
from a4_rdf.store.binding import only_published, with_base
from a4_rdf.store.http import SlowStoreError
from a4_rdf.store.protocol import RowsError
from a4_rdf.store.sending import IncompleteError, RefusalError, Sent, TooLargeError
from a4_rdf.store.syntax import QueryKind, words_of

_LONGER = 4
"""How much longer an engine's JSON or N-Triples may be than what we write from it."""

_OUT_OF_TIME = re.compile(r"time[d -]*out|execution time|cancell?ed|timeout", re.IGNORECASE)


class EngineRunner:
    """A `Runner` on another engine; may be used by many threads."""

    def __init__(self, twin: Runner, opened: Callable[[], RemoteStore], limits: Limits) -> None:
        """Take the runner over the empty twin, and how the engine's store is opened.

        The store is opened with the first query; until that succeeds the service is unavailable.
        """
        self.limits = limits
        self._twin = twin
        self._opened = opened
        self._store: RemoteStore | None = None
        self._gate = Gate(limits)

    def run(self, request: QueryRequest) -> QueryAnswer:
        """Return the engine's answer to a query, or why there is none; it raises nothing."""
        checked = self._twin.run(replace(request, spreadsheet=False, gzip=False))
        if checked.outcome not in (Outcome.ANSWERED, Outcome.NOT_ACCEPTABLE):
            return checked
        kind = QueryKind(checked.kind)
        with self._gate.passed(request.client) as refusal:
            if refusal is not None:
                return QueryAnswer(refusal)
            try:
                return self._answer(request, kind)
            except (QueryError, StoreError) as error:
                return _refusal(error)
            except OSError:
                return QueryAnswer(Outcome.FAILED)

    def presence(self) -> Presence:
        """Tell whether queries can be looked at; that the store answers is seen by its pages."""
        return self._twin.presence()

    def _answer(self, request: QueryRequest, kind: QueryKind) -> QueryAnswer:
        if self._store is None:
            self._store = self._opened()
        store, media_type = self._store, _media_type(request.media_types, kind)
        before = record.publication(store)
        if not media_type:
            return QueryAnswer(Outcome.NOT_ACCEPTABLE, kind, digest=before)
        bytes_ = request.result_bytes or self.limits.result_bytes
        most = min(bytes_, self.limits.result_bytes)
        body = store.ask_as_is(self._sent(store, request, kind, _LONGER * most))
        # Of data that a load is changing there is no digest: nobody may keep such an answer.
        is_steady = bool(before) and record.publication(store) == before
        digest = before if is_steady else f"loading-{secrets.token_hex(8)}"
        with TemporaryFile() as file:
            answers.rewrite(body, kind, file, media_type, self.limits.result_rows)
            answer = QueryAnswer(Outcome.ANSWERED, kind, media_type, digest)
            return self._finished(answer, request, file, most)

    def _finished(
        self, answer: QueryAnswer, request: QueryRequest, file: IO[bytes], most: int
    ) -> QueryAnswer:
        """Return the answer with its body, which is in a file; what is too much is refused."""
        file.flush()
        result, rows = file.fileno(), self.limits.result_rows
        if answer.kind == QueryKind.SELECT and finishing.has_too_many_rows(
            result, answer.media_type, rows
        ):
            return QueryAnswer(Outcome.ROWS)
        if request.spreadsheet and answer.media_type == "text/csv":
            finishing.for_spreadsheet(result)
        if file.seek(0, 2) > most:
            return QueryAnswer(Outcome.SIZE)
        encoding = "gzip" if request.gzip and finishing.compressed(result) else ""
        file.seek(0)
        return replace(answer, body=file.read(), encoding=encoding)

    def _sent(self, store: RemoteStore, request: QueryRequest, kind: QueryKind, most: int) -> Sent:
        """Return the query as it is sent: with our base, over the dataset that was asked for."""
        text = with_base(request.text, request.base)
        default, named = request.default_graphs, request.named_graphs
        if store.default_graph is not None:
            nothing = (iris.no_graph(store.base),)
            if default or named:
                default, named = default or nothing, named or nothing
            elif "FROM" not in words_of(request.text):
                default = (str(store.default_graph),)
                text = only_published(text, iris.load_record(store.base))
        return Sent(text, answers.accepted(kind), default, named, self.limits.seconds, most)


def _media_type(wanted: MediaTypes, kind: QueryKind) -> str:
    return {
        QueryKind.SELECT: wanted.select,
        QueryKind.ASK: wanted.ask,
        QueryKind.GRAPH: wanted.graph,
    }[kind]


def _refusal(error: QueryError | StoreError) -> QueryAnswer:
    """Return what an engine's failure means to who asked; its own words only where they help."""
    match error:
        case RowsError():
            outcome = Outcome.ROWS
        case QueryError():
            return QueryAnswer(Outcome.UNSUPPORTED, detail=str(error))
        case SlowStoreError():
            outcome = Outcome.TIME
        case TooLargeError():
            outcome = Outcome.SIZE
        case IncompleteError():
            outcome = Outcome.TIME if error.late else Outcome.ROWS
        case RefusalError():
            outcome = _refused(error)
            detail = error.said.partition("SPARQL query:")[0] if outcome is Outcome.FAILED else ""
            return QueryAnswer(outcome, detail=detail.strip())
        case _:
            outcome = Outcome.UNAVAILABLE
    return QueryAnswer(outcome)


def _refused(error: RefusalError) -> Outcome:
    if _OUT_OF_TIME.search(error.said):
        return Outcome.TIME
    return Outcome.BUSY if error.status in (429, 502, 503, 504) else Outcome.FAILED
