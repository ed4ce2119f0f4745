"""A process that evaluates queries, one after another, and ends after the first that was large.

It limits itself, evaluates, writes the result, reports, waits for the next.
"""

from __future__ import annotations

import errno
import os
import signal
import time
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NoReturn

from a4_rdf.errors import QueryError
from a4_rdf.serve.sandbox import finishing, isolation, query_text
from a4_rdf.serve.sandbox.messages import (
    MEBIBYTE,
    SHORT_SECONDS,
    Limits,
    Outcome,
    QueryAnswer,
    QueryRequest,
)
from a4_rdf.serve.sandbox.publication import Opened
from a4_rdf.serve.sandbox.wire import (
    MOST_INSIDE,
    WireError,
    answer_frame,
    request_from,
    unframe,
)
from a4_rdf.store.protocol import (
    DatasetError,
    QuerySyntaxError,
    Results,
    RowsError,
)
from a4_rdf.store.syntax import QueryKind

MOST_COPIED = MEBIBYTE
"""Bytes of a result up to which the sandbox copies it, so that its process may stay."""

MOST_QUERIES = 1000
"""After so many a process ends, whatever it is."""

_UNFINISHED = 70  # EX_SOFTWARE: ended without a report


@dataclass(frozen=True, slots=True)
class Ends:
    """The child's ends of what it shares with the sandbox, all descriptors.

    A byte on the pipe `bell` says that a query lies in the file `request`; the result is written
    to the file `result`, the answer without it goes into the pipe `report`.
    """

    request: int
    bell: int
    report: int
    result: int


@dataclass(frozen=True, slots=True)
class Task:
    """What there is for one query: its text, the open publication, its bounds, where to write."""

    request: QueryRequest
    opened: Opened
    limits: Limits
    result: int


def run(
    ends: Ends, opened: Opened, limits: Limits, parent: int, inherited: Iterable[int]
) -> NoReturn:
    """Answer queries in a process that was just forked from `parent`, and end.

    `inherited` are the descriptors of the sandbox that a query has no business with.
    """
    try:
        isolation.die_with(parent)
        _separate(inherited)
        isolation.yield_to_others()
        _serve(ends, opened, limits)
        os._exit(0)
    finally:  # whatever happened: a child never runs the sandbox's code
        os._exit(_UNFINISHED)


def _serve(ends: Ends, opened: Opened, limits: Limits) -> None:
    bounds = isolation.Bounds(limits)
    for count in range(1, MOST_QUERIES + 1):
        if not os.read(ends.bell, 1):
            return  # the sandbox has ended
        begun = time.monotonic()
        request = _request(ends.request)
        os.ftruncate(ends.result, 0)
        os.lseek(ends.result, 0, os.SEEK_SET)
        bounds.set(request.result_bytes)
        answer = _answer(Task(request, opened, limits, ends.result))
        size = os.fstat(ends.result).st_size
        stays = (
            count < MOST_QUERIES
            and time.monotonic() - begun < SHORT_SECONDS
            and size <= MOST_COPIED
            and bounds.leave_room()
        )
        if answer.outcome is Outcome.ANSWERED and size <= MOST_INSIDE:
            answer = replace(answer, body=os.pread(ends.result, size, 0))
        os.write(ends.report, answer_frame(answer, stays=stays))
        if not stays:
            return


def _request(file: int) -> QueryRequest:
    message = unframe(os.pread(file, os.fstat(file).st_size, 0))
    if message is None:
        raise WireError("the request is not whole")
    return request_from(message)


def _separate(inherited: Iterable[int]) -> None:
    os.close(signal.set_wakeup_fd(-1))
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    for descriptor in inherited:
        os.close(descriptor)
    # The engine's last words may quote the query, and queries are not logged.
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)


def _answer(task: Task) -> QueryAnswer:
    asked = task.request
    if query_text.asks_for_remote_graph(asked):
        return QueryAnswer(Outcome.REMOTE)
    try:
        results = task.opened.service.evaluate(
            asked.text, asked.base, asked.default_graphs, asked.named_graphs
        )
        return _written(results, task)
    except QueryError as error:
        return _refusal(error)
    except MemoryError:
        return QueryAnswer(Outcome.MEMORY)
    except OSError as error:  # SERVICE without a network ends here too
        return QueryAnswer(Outcome.SIZE if error.errno == errno.EFBIG else Outcome.FAILED)


def _written(results: Results, task: Task) -> QueryAnswer:
    wanted = task.request.media_types
    media_type = {
        QueryKind.SELECT: wanted.select,
        QueryKind.ASK: wanted.ask,
        QueryKind.GRAPH: wanted.graph,
    }[results.kind]
    if not media_type:
        return QueryAnswer(Outcome.NOT_ACCEPTABLE, results.kind, digest=task.opened.digest)
    with open(task.result, "wb", closefd=False) as output:
        results.write(output, media_type, task.limits.result_rows)
    encoding = _finished(results.kind, media_type, task)
    return QueryAnswer(
        Outcome.ANSWERED, results.kind, media_type, task.opened.digest, encoding=encoding
    )


def _finished(kind: QueryKind, media_type: str, task: Task) -> str:
    """Finish the written result; return its encoding. RowsError where it is too long."""
    most = task.limits.result_rows
    if kind is QueryKind.SELECT and finishing.has_too_many_rows(task.result, media_type, most):
        raise RowsError(f"more than {most} rows")
    if task.request.spreadsheet and media_type == "text/csv":
        finishing.for_spreadsheet(task.result)
    return "gzip" if task.request.gzip and finishing.compressed(task.result) else ""


def _refusal(error: QueryError) -> QueryAnswer:
    if isinstance(error, RowsError):
        return QueryAnswer(Outcome.ROWS)  # the bound says it all
    if isinstance(error, QuerySyntaxError):
        return QueryAnswer(Outcome.SYNTAX, detail=str(error), line=error.line, column=error.column)
    is_dataset = isinstance(error, DatasetError)
    return QueryAnswer(Outcome.DATASET if is_dataset else Outcome.UNSUPPORTED, detail=str(error))
