"""The answer to a query as a page shows it: a table, a yes or no, RDF text, or what went wrong."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from rdflib import URIRef

from a4_rdf.serve.sandbox import Limits, Outcome, QueryAnswer
from a4_rdf.serve.sparql import endpoint, problems
from a4_rdf.store.syntax import QueryKind

TABLE_BYTES = 8 << 20
"""Bytes of an answer that a page shows as a table: to read them takes a part of a second."""

SHOWN_ROWS = 500
SHOWN_TEXT = 100_000
FEWEST, MOST, LONGEST = 3, 100, 100
"""Rows from which bars say something, to which they can be taken in; length of the longest."""


@dataclass(frozen=True, slots=True)
class ResultCell:
    """One value: an IRI that can be followed, or text."""

    text: str
    is_iri: bool = False
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class ResultPage:
    """What to show: `error` says why there is no answer; `total` counts all rows, shown or not.

    `is_ours` tells that `detail` is a text of ours, which the page translates. `status` is the HTTP
    status that goes with it. `bars` are the lengths of a bar for each row, where one column alone
    has numbers that can stand side by side.
    """

    error: str = ""
    detail: str = ""
    is_ours: bool = True
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[ResultCell, ...], ...] = ()
    total: int = 0
    boolean: bool | None = None
    text: str = ""
    status: int = 200
    bars: tuple[int, ...] = ()

    def iris(self) -> tuple[URIRef, ...]:
        """Return the things that the shown rows name."""
        return tuple(URIRef(cell.text) for row in self.rows for cell in row if cell.is_iri)


def result_page(answer: QueryAnswer, limits: Limits) -> ResultPage:
    """Return what the page shows of an answer that was asked for as JSON or Turtle."""
    if answer.outcome is not Outcome.ANSWERED:
        problem = problems.of_answer(answer, limits, endpoint.OFFERS)
        return ResultPage(
            error=problem.title,
            detail=problem.detail,
            is_ours=not answer.detail,
            status=problem.status,
        )
    if answer.kind == QueryKind.GRAPH:
        return ResultPage(text=answer.body.decode()[:SHOWN_TEXT])
    said = json.loads(answer.body)
    if answer.kind == QueryKind.ASK:
        return ResultPage(boolean=bool(said["boolean"]))
    columns, bindings = tuple(said["head"]["vars"]), said["results"]["bindings"]
    rows = tuple(
        tuple(_cell(solution.get(name)) for name in columns) for solution in bindings[:SHOWN_ROWS]
    )
    return ResultPage(columns=columns, rows=rows, total=len(bindings), bars=_bars(rows))


def _bars(rows: Sequence[Sequence[ResultCell]]) -> tuple[int, ...]:
    """Return the lengths of bars for rows with one number each: three or more, that differ."""
    numbers = [[_decimal(cell.text) for cell in row if cell.is_number] for row in rows]
    if not FEWEST <= len(rows) <= MOST or any(len(found) != 1 for found in numbers):
        return ()
    values = [found[0] for found in numbers]
    if any(value is None or value < 0 for value in values) or len(set(values)) == 1:
        return ()
    known = [value for value in values if value is not None]
    return tuple(round(LONGEST * value / max(known)) for value in known)


def _decimal(text: str) -> Decimal | None:
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def _cell(term: Mapping[str, str] | None) -> ResultCell:
    if term is None:
        return ResultCell("")
    kind = term.get("datatype", "").rpartition("#")[2]
    is_number = kind in ("integer", "decimal", "double", "positiveInteger", "nonNegativeInteger")
    return ResultCell(term["value"], term["type"] == "uri", is_number)
