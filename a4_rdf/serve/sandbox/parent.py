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
from contextlib import ExitStack, suppress
from functools import partial

from a4_rdf.serve.sandbox.children import Child, Pool, Progress
from a4_rdf.serve.sandbox.jobs import Job, Jobs, State
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
        self._jobs = Jobs(limits)
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
                for key, _ in self._selector.select(self._seconds_left()):
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
        job = Job(connection, time.monotonic() + _READ_SECONDS)
        self._jobs.add(job)
        self._watch(connection.fileno(), partial(self._receive, job))
        if self._jobs.count(State.READING) > _UNREAD_REQUESTS:
            self._finish(job, QueryAnswer(Outcome.BUSY))

    def _receive(self, job: Job) -> None:
        """Take what a client sent; an end or a fault of its stream gives the query up."""
        if job.state is State.ENDING:
            self._hang_up(job)
        if job.state in (State.ENDING, State.OVER):
            return
        try:
            data = job.connection.recv(_CHUNK)
            if not data or job.state is not State.READING:
                raise WireError("the client hung up")
            job.received += data
            if (message := unframe(job.received)) is not None:
                self._enqueue(job, request_from(message))
        except BlockingIOError:
            return
        except OSError:
            self._give_up(job)

    def _enqueue(self, job: Job, request: QueryRequest) -> None:
        if self._jobs.is_greedy(request.client):
            self._finish(job, QueryAnswer(Outcome.GREEDY))
            return
        if self._jobs.is_queue_full():
            self._finish(job, QueryAnswer(Outcome.BUSY))
            return
        job.request = request
        job.received.clear()
        job.state = State.WAITING
        job.deadline = job.waits_until = time.monotonic() + self._limits.wait_seconds

    def _start_waiting_jobs(self) -> None:
        for job in self._jobs:
            if job.request is None or job.state is not State.WAITING:
                continue
            if self._jobs.has_place(job) and not self._jobs.has_its_share(job.request.client):
                self._start(job, job.request)

    def _start(self, job: Job, request: QueryRequest) -> None:
        try:
            opened = self._publication.get()
            job.process = self._children.ask(request, opened, anew=job.is_again)
        except OSError as error:
            _log.warning("a query cannot be started: %s", error)
            self._finish(job, QueryAnswer(Outcome.UNAVAILABLE))
            return
        job.state = State.RUNNING
        now = time.monotonic()
        job.deadline = now + self._limits.seconds
        job.long_at = now if job.is_long else now + SHORT_SECONDS
        self._watch(job.process.report, partial(self._take_report, job, job.process))

    def _take_report(self, job: Job, process: Child) -> None:
        progress = process.take_report()
        if progress is Progress.WORKING:
            return
        self._selector.unregister(process.report)
        if progress is Progress.ENDED or job.is_long:
            process.end()
        job.process = None
        answer = process.answer()
        is_lost = process.was_lost and not job.is_again
        if (answer.outcome is Outcome.BUSY or is_lost) and job.is_heard:
            job.is_again = is_lost
            self._await_place(job)
        else:
            self._finish(job, answer, process)
        self._children.take_back(process)

    def _end_late_jobs(self) -> None:
        now = time.monotonic()
        for job in [job for job in self._jobs if job.deadline <= now]:
            if job.process is not None:
                self._kill(job, job.process, Outcome.TIME)
            elif job.request is not None:
                greedy = self._jobs.has_its_share(job.request.client)
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
            if self._jobs.has_too_many_long_ones():
                self._kill(job, job.process, Outcome.BUSY)

    def _await_place(self, job: Job) -> None:
        """Let a query begin anew: a long one when a long one has ended, a lost one at once."""
        job.state = State.WAITING
        job.deadline = job.waits_until
        job.long_at = math.inf

    def _give_up(self, job: Job) -> None:
        self._hang_up(job)
        if job.process is not None:
            self._kill(job, job.process, Outcome.FAILED)
        else:
            self._finish(job, None)

    def _kill(self, job: Job, process: Child, verdict: Outcome) -> None:
        # Its memory takes a while to be freed; the end of its pipe tells when it is. Until then it
        # keeps its place, but nobody has to wait for the answer.
        process.kill(verdict)
        job.state = State.ENDING
        job.deadline = job.long_at = math.inf
        if verdict is not Outcome.BUSY:
            self._answer(job, QueryAnswer(verdict))

    def _finish(self, job: Job, answer: QueryAnswer | None, process: Child | None = None) -> None:
        """Answer a job, if anybody listens, and forget it; `process` holds the result if any."""
        if answer is not None:
            self._answer(job, answer, process)
        self._hang_up(job)
        job.state = State.OVER
        self._jobs.remove(job)

    def _answer(self, job: Job, answer: QueryAnswer, process: Child | None = None) -> None:
        if not job.is_heard:
            return
        with ExitStack() as stack:
            result = None
            if process is not None and answer.outcome is Outcome.ANSWERED and not answer.body:
                try:
                    result = process.result_file()
                    stack.callback(os.close, result)
                except OSError as error:
                    _log.warning("a result cannot be handed over: %s", error)
                    answer = QueryAnswer(Outcome.UNAVAILABLE)
            with suppress(OSError):  # a client that left does not want it
                send_answer(job.connection, answer, result)
        self._hang_up(job)

    def _hang_up(self, job: Job) -> None:
        if job.is_heard:
            self._selector.unregister(job.connection)
            job.connection.close()

    def _end_all(self) -> None:
        self._children.end_all()
        for job in self._jobs:
            self._finish(job, None)

    def _seconds_left(self) -> float | None:
        earliest = self._jobs.earliest()
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
