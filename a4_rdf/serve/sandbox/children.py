"""The processes that evaluate queries, as the sandbox sees them from outside: at work and idle."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum, auto

from a4_rdf.serve.sandbox import child
from a4_rdf.serve.sandbox.messages import Limits, Outcome, QueryAnswer, QueryRequest
from a4_rdf.serve.sandbox.publication import Opened
from a4_rdf.serve.sandbox.wire import WireError, report_from, request_frame, unframe

_MAX_REPORT = 65536
_LAST = 19
"""The nicest of all (setpriority(2))."""

_SIGNALS = {
    signal.SIGABRT: Outcome.MEMORY,  # how the engine ends when an allocation fails
    signal.SIGKILL: Outcome.MEMORY,  # not sent by us: the system was short of memory
    signal.SIGSEGV: Outcome.NESTING,  # the engine's recursion ran out of stack
    signal.SIGBUS: Outcome.NESTING,
    signal.SIGXCPU: Outcome.TIME,
}


class Progress(Enum):
    """How far a child is with its query."""

    WORKING = auto()
    ANSWERED = auto()  # and it stays for another
    ENDED = auto()


@dataclass(slots=True, eq=False)
class Child:
    """A process that takes one query at a time.

    `request` and `result` are files that it shares with us, `bell` a pipe that tells it of a
    request, `report` the one on which it answers.
    """

    pid: int
    opened: Opened
    request: int
    bell: int
    report: int
    result: int
    _received: bytearray = field(default_factory=bytearray)
    _answer: QueryAnswer | None = None
    _verdict: Outcome | None = None
    _has_ended: bool = False

    @property
    def has_ended(self) -> bool:
        """Tell whether it was let go: it takes no other query."""
        return self._has_ended

    def ask(self, request: QueryRequest) -> None:
        """Have it evaluate a query; BrokenPipeError where it has ended."""
        # By way of a file, since a pipe holds less than a query may be long, and we never wait.
        os.ftruncate(self.request, 0)
        os.pwrite(self.request, request_frame(request), 0)
        self._received.clear()
        self._answer = None
        os.write(self.bell, b"\n")

    def take_report(self) -> Progress:
        """Read what it reports and tell how far it is. To be called when `report` is readable."""
        data = os.read(self.report, _MAX_REPORT)
        if not data:
            return Progress.ENDED
        self._received += data
        try:
            if (document := unframe(self._received)) is None:
                return Progress.WORKING
            self._answer, stays = report_from(document)
        except WireError:
            self.kill(Outcome.FAILED)
            return Progress.WORKING
        return Progress.ANSWERED if stays and self._verdict is None else Progress.WORKING

    def kill(self, verdict: Outcome) -> None:
        """End it at once; `verdict` is what its query ended with, the first one counts."""
        self._verdict = self._verdict or verdict
        os.kill(self.pid, signal.SIGKILL)

    def yield_to_short_ones(self) -> None:
        """Let it have what processor time the others leave."""
        with suppress(OSError):  # it may have ended
            os.setpriority(os.PRIO_PROCESS, self.pid, _LAST)

    def end(self) -> None:
        """End it if it has not ended, and let the process go."""
        # A child that closed its pipe has nothing left to say: never wait for it.
        os.kill(self.pid, signal.SIGKILL)
        _, status = os.waitpid(self.pid, 0)
        self._has_ended = True
        ended = QueryAnswer(_outcome_of(os.waitstatus_to_exitcode(status)))
        self._answer = QueryAnswer(self._verdict) if self._verdict else self._answer or ended

    def answer(self) -> QueryAnswer:
        """Return the answer to its query. To be called once it has answered or ended."""
        if self._answer is None:
            raise AssertionError("there is no answer yet")
        return self._answer

    def result_file(self) -> int:
        """Return a descriptor of the written result, which the caller closes."""
        if self._has_ended:
            return os.dup(self.result)
        own = os.memfd_create("result", os.MFD_CLOEXEC)  # it writes the next one into its own
        os.write(own, os.pread(self.result, child.MOST_COPIED, 0))
        return own

    def descriptors(self) -> tuple[int, ...]:
        """Return all that we hold of it."""
        return self.request, self.bell, self.report, self.result


class Pool:
    """All children there are: gives one for each query, keeps those that may take another.

    Forking a process, its first steps and its end cost some ten times what a short query does.
    """

    def __init__(self, limits: Limits, inherited: Callable[[], Iterable[int]]) -> None:
        """`inherited` tells which descriptors besides the children's a child has to close."""
        self._limits = limits
        self._inherited = inherited
        self._all: set[Child] = set()
        self._idle: list[Child] = []

    def ask(self, request: QueryRequest, opened: Opened) -> Child:
        """Return the child that now evaluates a query; OSError where there is no room for one."""
        self._let_go_those_of_others(opened)
        while self._idle:
            idle = self._idle.pop()
            try:
                idle.ask(request)
            except BrokenPipeError:  # the system ended it
                self._let_go(idle)
            else:
                return idle
        new = self._fork(opened)
        new.ask(request)
        return new

    def take_back(self, answered: Child) -> None:
        """Keep a child for another query, unless it has ended."""
        if answered.has_ended:
            self._forget(answered)
        else:
            self._idle.append(answered)

    def end_all(self) -> None:
        """End every child, idle or not."""
        self._idle.clear()
        for each in tuple(self._all):
            self._let_go(each)

    def descriptors(self) -> Iterator[int]:
        """Yield what we hold of all children."""
        for each in self._all:
            yield from each.descriptors()

    def _let_go_those_of_others(self, opened: Opened) -> None:
        """End the idle ones that hold a publication that has been replaced."""
        for each in [idle for idle in self._idle if idle.opened is not opened]:
            self._idle.remove(each)
            self._let_go(each)

    def _let_go(self, each: Child) -> None:
        each.end()
        self._forget(each)

    def _forget(self, ended: Child) -> None:
        self._all.remove(ended)
        for descriptor in ended.descriptors():
            os.close(descriptor)

    def _fork(self, opened: Opened) -> Child:
        inherited = (*self._inherited(), *self.descriptors())
        request, result = (os.memfd_create(name, os.MFD_CLOEXEC) for name in ("request", "result"))
        (rung, bell), (report, reports) = os.pipe(), os.pipe()
        ours, its = (request, bell, report, result), (rung, reports)
        parent = os.getpid()
        try:
            pid = os.fork()
        except OSError:
            for descriptor in ours:
                os.close(descriptor)
            raise
        else:
            if pid == 0:
                ends = child.Ends(request, rung, reports, result)
                child.run(ends, opened, self._limits, parent, (*inherited, bell, report))
        finally:
            for descriptor in its:
                os.close(descriptor)
        forked = Child(pid, opened, *ours)
        self._all.add(forked)
        return forked


def _outcome_of(exit_code: int) -> Outcome:
    if exit_code >= 0:
        return Outcome.FAILED
    return _SIGNALS.get(signal.Signals(-exit_code), Outcome.FAILED)
