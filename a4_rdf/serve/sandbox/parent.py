"""The sandbox's one loop: takes queries from a socket, gives each to a child, kills the late.

It has one thread, so that it may fork at any time, and never looks into a query.
"""

from __future__ import annotations

import logging
import math
import os
import selectors
import signal
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import partial

from a4_rdf.serve.sandbox.children import Child, Pool, Progress
from a4_rdf.serve.sandbox.messages import (
    SHORT_SECONDS,
    Limits,
    Outcome,
    QueryAnswer,
    QueryRequest,
)
from a4_rdf.serve.sandbox.publication import Opened
from a4_rdf.serve.sandbox.wire import WireError, request_from, send_answer, unframe
from a4_rdf.serve.switch import Switch

_READ_SECONDS = 5.0
_UNREAD_REQUESTS = 32
_CHUNK = 65536

_log = logging.getLogger(__name__)


class _State(Enum):
    READING = auto()
    WAITING = auto()
    RUNNING = auto()
    ENDING = auto()  # killed; its process is not gone yet
    OVER = auto()


@dataclass(slots=True, eq=False)
class _Job:
    """One client's query on its way through the sandbox."""

    connection: socket.socket
    deadline: float
    waits_until: float = math.inf
    long_at: float = math.inf
    is_long: bool = False
    state: _State = _State.READING
    received: bytearray = field(default_factory=bytearray)
    request: QueryRequest | None = None
    process: Child | None = None


class Parent:
    """Holds the publication and the queries that are being read, that wait and that run."""

    def __init__(
        self,
        listener: socket.socket,
        lifelines: tuple[int, ...],
        publication: Switch[Opened],
        limits: Limits,
    ) -> None:
        """Take queries from `listener` until one of the descriptors `lifelines` is readable."""
        self._listener = listener
        self._lifelines = lifelines
        self._publication = publication
        self._limits = limits
        self._jobs: list[_Job] = []
        self._children = Pool(limits, self._descriptors)
        self._stopping = False
        self._selector = selectors.DefaultSelector()

    def serve(self) -> None:
        """Answer queries until a lifeline says so or SIGTERM comes; leave no child behind."""
        self._listener.setblocking(False)
        self._watch(self._listener.fileno(), self._accept)
        for descriptor in (*self._lifelines, _wake_on_sigterm()):
            self._watch(descriptor, self._stop)
        try:
            while not self._stopping:
                for key, _ in self._selector.select(self._next_deadline()):
                    key.data()
                self._end_late_jobs()
                self._hold_back_long_jobs()
                self._start_waiting_jobs()
        finally:
            self._end_all()

    def _watch(self, descriptor: int, act: Callable[[], None]) -> None:
        self._selector.register(descriptor, selectors.EVENT_READ, act)

    def _stop(self) -> None:
        self._stopping = True

    def _accept(self) -> None:
        try:
            connection, _ = self._listener.accept()
        except OSError:
            return
        connection.setblocking(False)
        job = _Job(connection, time.monotonic() + _READ_SECONDS)
        self._jobs.append(job)
        self._watch(connection.fileno(), partial(self._receive, job))
        if self._count(_State.READING) > _UNREAD_REQUESTS:
            self._finish(job, QueryAnswer(Outcome.BUSY))

    def _receive(self, job: _Job) -> None:
        """Take what a client sent; an end or a fault of its stream gives the query up."""
        if job.state in (_State.ENDING, _State.OVER):
            return
        try:
            data = job.connection.recv(_CHUNK)
            if not data or job.state is not _State.READING:
                raise WireError("the client hung up")
            job.received += data
            if (document := unframe(job.received)) is not None:
                self._enqueue(job, request_from(document))
        except BlockingIOError:
            return
        except OSError:
            self._give_up(job)

    def _enqueue(self, job: _Job, request: QueryRequest) -> None:
        waiting = self._count(_State.WAITING)
        if self._is_greedy(request.client):
            self._finish(job, QueryAnswer(Outcome.GREEDY))
            return
        free = max(self._free_places(), self._free_short_places())
        if waiting >= self._limits.queue + free:
            self._finish(job, QueryAnswer(Outcome.BUSY))
            return
        job.request = request
        job.received.clear()
        job.state = _State.WAITING
        job.deadline = job.waits_until = time.monotonic() + self._limits.wait_seconds

    def _start_waiting_jobs(self) -> None:
        for job in tuple(self._jobs):
            if job.request is None or job.state is not _State.WAITING:
                continue
            if self._has_place(job) and not self._has_its_share(job.request.client):
                self._start(job, job.request)

    def _start(self, job: _Job, request: QueryRequest) -> None:
        try:
            job.process = self._children.ask(request, self._publication.get())
        except OSError as error:
            _log.warning("a query cannot be started: %s", error)
            self._finish(job, QueryAnswer(Outcome.UNAVAILABLE))
            return
        job.state = _State.RUNNING
        now = time.monotonic()
        job.deadline = now + self._limits.seconds
        job.long_at = now if job.is_long else now + SHORT_SECONDS
        self._watch(job.process.report, partial(self._take_report, job, job.process))

    def _take_report(self, job: _Job, process: Child) -> None:
        progress = process.take_report()
        if progress is Progress.WORKING:
            return
        self._selector.unregister(process.report)
        if progress is Progress.ENDED or job.is_long:
            process.end()
        job.process = None
        answer = process.answer()
        if answer.outcome is Outcome.BUSY and job.connection.fileno() >= 0:
            self._await_long_place(job)
        else:
            self._finish(job, answer, process)
        self._children.take_back(process)

    def _end_late_jobs(self) -> None:
        now = time.monotonic()
        for job in [job for job in self._jobs if job.deadline <= now]:
            if job.process is not None:
                self._kill(job, job.process, Outcome.TIME)
            elif job.request is not None:
                greedy = self._has_its_share(job.request.client)
                self._finish(job, QueryAnswer(Outcome.GREEDY if greedy else Outcome.BUSY))
            else:
                self._finish(job, None)

    def _hold_back_long_jobs(self) -> None:
        now = time.monotonic()
        for job in [job for job in self._jobs if job.long_at <= now]:
            job.long_at, job.is_long = math.inf, True
            if job.process is None:
                continue
            job.process.yield_to_short_ones()
            if self._long_jobs() > self._limits.concurrent:
                self._kill(job, job.process, Outcome.BUSY)

    def _await_long_place(self, job: _Job) -> None:
        """Let a query that turned out to be long begin anew when a long one has ended."""
        job.state = _State.WAITING
        job.deadline = job.waits_until

    def _give_up(self, job: _Job) -> None:
        self._hang_up(job)
        if job.process is not None:
            self._kill(job, job.process, Outcome.FAILED)
        else:
            self._finish(job, None)

    def _kill(self, job: _Job, process: Child, verdict: Outcome) -> None:
        # Its memory takes a while to be freed; the end of its pipe tells when it is.
        process.kill(verdict)
        job.state = _State.ENDING
        job.deadline = job.long_at = math.inf

    def _finish(self, job: _Job, answer: QueryAnswer | None, process: Child | None = None) -> None:
        """Answer a job, if anybody listens, and forget it; `process` holds the result if any."""
        if answer is not None and job.connection.fileno() >= 0:
            with suppress(OSError):  # a client that left does not want it
                self._send(job.connection, answer, process)
        self._hang_up(job)
        job.state = _State.OVER
        self._jobs.remove(job)

    @staticmethod
    def _send(connection: socket.socket, answer: QueryAnswer, process: Child | None) -> None:
        if process is None or answer.outcome is not Outcome.ANSWERED:
            send_answer(connection, answer, None)
            return
        result = process.result_file()
        try:
            send_answer(connection, answer, result)
        finally:
            os.close(result)

    def _hang_up(self, job: _Job) -> None:
        if job.connection.fileno() >= 0:
            self._selector.unregister(job.connection)
            job.connection.close()

    def _end_all(self) -> None:
        self._children.end_all()
        for job in tuple(self._jobs):
            self._finish(job, None)

    def _count(self, state: _State) -> int:
        return sum(job.state is state for job in self._jobs)

    def _states_of(self, client: str) -> list[_State]:
        """Return the states of a client's queries; of nobody's there are none."""
        asked = ((job.request, job.state) for job in self._jobs)
        return [
            state for request, state in asked if client and request and request.client == client
        ]

    def _has_its_share(self, client: str) -> bool:
        running = [state for state in self._states_of(client) if state is not _State.WAITING]
        return len(running) >= self._limits.per_client

    def _is_greedy(self, client: str) -> bool:
        return len(self._states_of(client)) >= 2 * self._limits.per_client

    def _has_place(self, job: _Job) -> bool:
        """Tell whether a query may start; short ones may where only long ones are in the way."""
        return self._free_places() > 0 or (not job.is_long and self._free_short_places() > 0)

    def _free_short_places(self) -> int:
        short = sum(job.process is not None and not job.is_long for job in self._jobs)
        return max(0, self._limits.short_places - short)

    def _long_jobs(self) -> int:
        return sum(job.process is not None and job.is_long for job in self._jobs)

    def _free_places(self) -> int:
        busy = sum(job.process is not None for job in self._jobs)
        return max(0, self._limits.concurrent - busy)

    def _next_deadline(self) -> float | None:
        times = (min(job.deadline, job.long_at) for job in self._jobs)
        earliest = min(times, default=math.inf)
        return None if earliest == math.inf else max(0.0, earliest - time.monotonic())

    def _descriptors(self) -> Iterator[int]:
        """Yield what the loop waits for: none of it is a query's business."""
        children = {*self._children.descriptors()}
        yield from (key.fd for key in self._selector.get_map().values() if key.fd not in children)
        if isinstance(self._selector, selectors.EpollSelector):
            yield self._selector.fileno()


def _wake_on_sigterm() -> int:
    """Return a descriptor that becomes readable on SIGTERM."""
    woken, wakes = os.pipe()
    os.set_blocking(wakes, False)
    # In this order: a signal between the two lines would be taken and tell nobody.
    signal.set_wakeup_fd(wakes)
    signal.signal(signal.SIGTERM, lambda *_: None)
    return woken
