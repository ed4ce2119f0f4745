"""The queries that the sandbox has in hand, each on its way, and whose turn it is."""

from __future__ import annotations

import math
import socket
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto

from a4_rdf.serve.sandbox.children import Child
from a4_rdf.serve.sandbox.messages import Limits, QueryRequest


class State(Enum):
    """How far a query is."""

    READING = auto()
    WAITING = auto()
    RUNNING = auto()
    ENDING = auto()  # killed; its process is not gone yet
    OVER = auto()


@dataclass(slots=True, eq=False)
class Job:
    """One client's query on its way through the sandbox; times are those of `time.monotonic`.

    `is_again` says that it was lost with its process once and begins anew.
    """

    connection: socket.socket
    deadline: float
    waits_until: float = math.inf
    long_at: float = math.inf
    is_long: bool = False
    is_again: bool = False
    state: State = State.READING
    received: bytearray = field(default_factory=bytearray)
    request: QueryRequest | None = None
    process: Child | None = None

    @property
    def is_heard(self) -> bool:
        """Tell whether its client still waits for an answer."""
        return self.connection.fileno() >= 0


class Jobs:
    """All queries in hand, and who of them may have what place under the limits."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._all: list[Job] = []

    def __iter__(self) -> Iterator[Job]:
        """Yield those of now, whatever becomes of them meanwhile."""
        return iter(tuple(self._all))

    def add(self, job: Job) -> None:
        """Take a query in hand."""
        self._all.append(job)

    def remove(self, job: Job) -> None:
        """Let go of one."""
        self._all.remove(job)

    def count(self, state: State) -> int:
        """Return how many are in a state."""
        return sum(job.state is state for job in self._all)

    def has_its_share(self, client: str) -> bool:
        """Tell whether a client's queries hold all the places that one client may have."""
        running = [state for state in self._states_of(client) if state is not State.WAITING]
        return len(running) >= self._limits.per_client

    def is_greedy(self, client: str) -> bool:
        """Tell whether a client has as many waiting besides."""
        return len(self._states_of(client)) >= 2 * self._limits.per_client

    def is_queue_full(self) -> bool:
        """Tell whether one more would wait for longer than the queue is."""
        free = max(self._free_places(), self._free_short_places())
        return self.count(State.WAITING) >= self._limits.queue + free

    def has_place(self, job: Job) -> bool:
        """Tell whether a query may start; short ones may where only long ones are in the way."""
        return self._free_places() > 0 or (not job.is_long and self._free_short_places() > 0)

    def has_too_many_long_ones(self) -> bool:
        """Tell whether a long query is in a place that is kept for short ones."""
        return (
            sum(job.process is not None and job.is_long for job in self) > self._limits.concurrent
        )

    def earliest(self) -> float:
        """Return when something is to be done with one of them, infinity if never."""
        return min((min(job.deadline, job.long_at) for job in self._all), default=math.inf)

    def _states_of(self, client: str) -> list[State]:
        """Return the states of a client's queries; of nobody's there are none."""
        asked = ((job.request, job.state) for job in self._all)
        return [
            state for request, state in asked if client and request and request.client == client
        ]

    def _free_places(self) -> int:
        return max(0, self._limits.concurrent - self._busy())

    def _free_short_places(self) -> int:
        short = sum(job.process is not None and not job.is_long for job in self._all)
        # What is being killed holds its memory until it is gone.
        in_all = self._limits.concurrent + self._limits.short_places - self._busy()
        return max(0, min(self._limits.short_places - short, in_all))

    def _busy(self) -> int:
        return sum(job.process is not None for job in self._all)
