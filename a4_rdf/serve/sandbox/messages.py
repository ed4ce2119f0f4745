"""What is asked of the sandbox and what it answers: limits, request, answer, outcome."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Protocol

from a4_rdf.errors import UsageError

MEBIBYTE = 1 << 20

SHORT_SECONDS = 0.5
"""A query that runs longer than this is a long one, and yields to those that are not."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of one query and of all together; sizes in bytes, times in seconds.

    At worst `concurrent` + `short_places` queries hold `memory_bytes` and `result_bytes` each.
    """

    seconds: float = 10.0
    """From the start of a query to its end; past it the query is killed."""
    memory_bytes: int = 1024 * MEBIBYTE
    """What a query may allocate beyond what the open store takes."""
    result_bytes: int = 64 * MEBIBYTE
    """The longest answer, before it is compressed."""
    result_rows: int = 500_000
    """The most rows of a SELECT, or triples of a CONSTRUCT or DESCRIBE."""
    query_bytes: int = 64 * 1024
    """The longest query text, in UTF-8."""
    concurrent: int = 4
    """Queries that run at once."""
    short_places: int = 2
    """Places beside those, for queries that are over within half a second."""
    queue: int = 32
    """Queries that wait for one of those to end; one more is told to come back."""
    wait_seconds: float = 5.0
    """The longest wait of a queued query."""
    per_client: int = 2
    """Queries of one client that run at once; as many again may wait, one more is refused."""

    def __post_init__(self) -> None:
        for field in fields(self):
            least = 0 if field.name in ("queue", "short_places") else 1e-3
            if not least <= getattr(self, field.name) < math.inf:
                raise UsageError(f"query limit {field.name}: expected a positive number")


class Outcome(StrEnum):
    """How a query ended; the value is the stable code that users see."""

    ANSWERED = "answered"
    SYNTAX = "query-syntax"
    UPDATE = "update-refused"
    SERVICE = "service-refused"
    REMOTE = "remote-graph-refused"
    DATASET = "bad-dataset"
    UNSUPPORTED = "query-unsupported"
    NOT_ACCEPTABLE = "not-acceptable"
    LENGTH = "query-too-long"
    TIME = "time-limit"
    MEMORY = "memory-limit"
    SIZE = "result-limit"
    ROWS = "row-limit"
    NESTING = "nesting-limit"
    BUSY = "busy"
    GREEDY = "too-many-requests"
    UNAVAILABLE = "unavailable"
    FAILED = "query-failed"


@dataclass(frozen=True, slots=True)
class MediaTypes:
    """The media type to answer in for each kind of result; empty where the asker takes none."""

    select: str = "application/sparql-results+json"
    ask: str = "application/sparql-results+json"
    graph: str = "text/turtle"


@dataclass(frozen=True, slots=True)
class QueryRequest:
    """One query: its text, the base of its relative IRIs, its dataset, the media types wanted.

    Where a graph is named the two lists are the whole dataset (SPARQL 1.1 Protocol, 2.1.4).
    `client` tells askers apart, all without one count as nobody and are not bounded each.
    `result_bytes` is a tighter bound than `Limits` has, if not 0. `spreadsheet` has formulas
    neutralised in a CSV result. `gzip` has a result of a kilobyte and more compressed.
    """

    text: str
    base: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    media_types: MediaTypes = MediaTypes()
    client: str = ""
    result_bytes: int = 0
    spreadsheet: bool = False
    gzip: bool = False


@dataclass(frozen=True, slots=True)
class QueryAnswer:
    """The whole result of a query, or why there is none: never a part of a result.

    `kind` is a `store.syntax.QueryKind`, empty where the query was not understood. `digest` is
    that of the publication that answered. `line` and `column` count from 1, 0 where unknown.
    `encoding` is gzip where the body is compressed.
    """

    outcome: Outcome
    kind: str = ""
    media_type: str = ""
    digest: str = ""
    body: bytes = b""
    detail: str = ""
    line: int = 0
    column: int = 0
    encoding: str = ""


@dataclass(frozen=True, slots=True)
class Presence:
    """Whether queries are answered now; `refusal` says why they never will be, if so."""

    is_there: bool
    refusal: str = ""


class Runner(Protocol):
    """Whatever answers queries of strangers: the sandbox, or the reason why there is none."""

    @property
    def limits(self) -> Limits:
        """Return the bounds that queries run under."""
        ...

    def run(self, request: QueryRequest) -> QueryAnswer:
        """Return the answer to a query; it never raises for what the query says or does."""
        ...

    def presence(self) -> Presence:
        """Tell whether queries are answered, without asking one."""
        ...
