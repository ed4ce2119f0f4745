"""The processes that evaluate queries, as the sandbox sees them from outside: at work and idle."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from enum import Enum, auto

from a4_rdf.serve.sandbox import child
from a4_rdf.serve.sandbox.messages import Limits, Outcome, QueryAnswer, QueryRequest
from a4_rdf.serve.sandbox.publication import Opened
from a4_rdf.serve.sandbox.wire import WireError, answer_from, request_frame, unframe

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
    request, `report` the one on which it answers. `stays_clean` is false of one that was forked
    while another publication was open too: it holds that one's files.
    """

    pid: int
    opened: Opened
    request: int
    bell: int
    report: int
    result: int
    stays_clean: bool = True
    _asked: int = 0
    _received: bytearray = field(default_factory=bytearray)
    _answer: QueryAnswer | None = None
    _verdict: Outcome | None = None
    _has_ended: bool = False
    _was_killed: bool = False

    @property
    def has_ended(self) -> bool:
        """Tell whether it was let go: it takes no other query."""
        return self._has_ended

    @property
    def was_lost(self) -> bool:
        """Tell whether the system ended it at a query that was not its first.

        It may have been ended while it was idle: nothing is known of the query.
        """
        return self._was_killed and self._asked > 1

    def ask(self, request: QueryRequest) -> None:
        """Have it evaluate a query; OSError where it has ended or there is no room."""
        # By way of a file, since a pipe holds less than a query may be long, and we never wait.
        _write(self.request, request_frame(request))
        self._received.clear()
        self._answer = None
        self._asked += 1
        os.write(self.bell, b"\n")

    def take_report(self) -> Progress:
        """Read what it reports and tell how far it is. To be called when `report` is readable."""
        data = os.read(self.report, _MAX_REPORT)
        if not data:
            return Progress.ENDED
        self._received += data
        try:
            if (message := unframe(self._received)) is None:
                return Progress.WORKING
            self._answer, stays = answer_from(message)
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
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        _, status = os.waitpid(self.pid, 0)
        self._has_ended = True
        if self._verdict is not None:
            self._answer = QueryAnswer(self._verdict)
        elif self._answer is None:
            code = os.waitstatus_to_exitcode(status)
            self._was_killed = code == -signal.SIGKILL
            self._answer = QueryAnswer(_outcome_of(code))

    def answer(self) -> QueryAnswer:
        """Return the answer to its query. To be called once it has answered or ended."""
        if self._answer is None:
            raise AssertionError("there is no answer yet")
        return self._answer

    def result_file(self) -> int:
        """Return a descriptor of a result that is not in the answer; the caller closes it.

        OSError where there is no room for it.
        """
        if self._has_ended:
            return os.dup(self.result)
        own = os.memfd_create("result", os.MFD_CLOEXEC)  # it writes the next one into its own
        try:
            _write(own, os.pread(self.result, child.MOST_COPIED, 0))
        except OSError:
            os.close(own)
            raise
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

    def ask(self, request: QueryRequest, opened: Opened, *, anew: bool = False) -> Child:
        """Return the child that now evaluates a query, one that has taken none before if `anew`.

        OSError where there is no room for one.
        """
        self._let_go_those_of_others(opened)
        while self._idle and not anew:
            idle = self._idle.pop()
            with suppress(OSError):  # the system ended it
                return self._asked(idle, request)
        return self._asked(self._fork(opened), request)

    def _asked(self, each: Child, request: QueryRequest) -> Child:
        try:
            each.ask(request)
        except OSError:
            self._let_go(each)
            raise
        return each

    def take_back(self, answered: Child) -> None:
        """Keep a child for another query, unless it has ended."""
        if answered.has_ended:
            self._forget(answered)
        elif answered.stays_clean:
            self._idle.append(answered)
        else:
            self._let_go(answered)

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
        is_alone = all(each.opened is opened for each in self._all)
        parent = os.getpid()
        with ExitStack() as its, ExitStack() as ours:
            request, result = _file("request", ours), _file("result", ours)
            (rung, bell), (report, reports) = _pipe(its, ours), _pipe(ours, its)
            pid = os.fork()
            if pid == 0:
                ends = child.Ends(request, rung, reports, result)
                child.run(ends, opened, self._limits, parent, (*inherited, bell, report))
            ours.pop_all()
        forked = Child(pid, opened, request, bell, report, result, stays_clean=is_alone)
        self._all.add(forked)
        return forked


def _file(name: str, held: ExitStack) -> int:
    descriptor = os.memfd_create(name, os.MFD_CLOEXEC)
    held.callback(os.close, descriptor)
    return descriptor


def _pipe(reading: ExitStack, writing: ExitStack) -> tuple[int, int]:
    """Return a pipe's two ends, each closed with the one who holds it."""
    reads, writes = os.pipe()
    reading.callback(os.close, reads)
    writing.callback(os.close, writes)
    return reads, writes


def _write(file: int, content: bytes) -> None:
    """Have a file hold just this; OSError where there is no room for all of it."""
    os.ftruncate(file, 0)
    at = 0
    while at < len(content):
        at += os.pwrite(file, content[at:], at)


def _outcome_of(exit_code: int) -> Outcome:
    if exit_code >= 0:
        return Outcome.FAILED
    return _SIGNALS.get(signal.Signals(-exit_code), Outcome.FAILED)
