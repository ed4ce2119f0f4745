"""One query in a process of its own: limits itself, evaluates, writes the result, ends."""

from __future__ import annotations

import errno
import os
import signal
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NoReturn

from a4_rdf.errors import QueryError
from a4_rdf.serve.sandbox import finishing, isolation
from a4_rdf.serve.sandbox.messages import Limits, Outcome, QueryAnswer, QueryRequest
from a4_rdf.serve.sandbox.publication import Opened
from a4_rdf.serve.sandbox.wire import answer_frame
from a4_rdf.store.protocol import (
    DatasetError,
    QuerySyntaxError,
    Results,
    RowsError,
)
from a4_rdf.store.syntax import QueryKind

_UNFINISHED = 70  # EX_SOFTWARE: ended without a report


@dataclass(frozen=True, slots=True)
class Task:
    """What a child is given: the query, the open publication, its bounds, where to write.

    `result` is the descriptor of the file for the result, `report` that of the pipe for the
    answer without it.
    """

    request: QueryRequest
    opened: Opened
    limits: Limits
    result: int
    report: int


def run(task: Task, parent: int, inherited: Iterable[int]) -> NoReturn:
    """Do the task in a process that was just forked from `parent`, and end.

    `inherited` are the descriptors of the sandbox that a query has no business with.
    """
    try:
        isolation.die_with(parent)
        _separate(inherited)
        isolation.yield_to_others()
        isolation.limit(task.limits, task.request.result_bytes)
        os.write(task.report, answer_frame(_answer(task)))
        os._exit(0)
    finally:  # whatever happened: a child never runs the sandbox's code
        os._exit(_UNFINISHED)


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
