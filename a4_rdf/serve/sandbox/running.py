"""A query that runs, as the sandbox sees it from outside: its process, its report, its result."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field

from a4_rdf.serve.sandbox import child
from a4_rdf.serve.sandbox.messages import Limits, Outcome, QueryAnswer, QueryRequest
from a4_rdf.serve.sandbox.publication import Opened
from a4_rdf.serve.sandbox.wire import WireError, answer_from, unframe

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


@dataclass(slots=True)
class Running:
    """A child process at work. `report` is the pipe it reports on, `result` the file it fills."""

    pid: int
    report: int
    result: int
    _received: bytearray = field(default_factory=bytearray)
    _verdict: Outcome | None = None

    def take_report(self) -> bool:
        """Read what the child reports; tell whether it has ended. To be called when readable."""
        data = os.read(self.report, _MAX_REPORT)
        self._received += data
        if len(self._received) > _MAX_REPORT:
            self.kill(Outcome.FAILED)
        return not data

    def kill(self, verdict: Outcome) -> None:
        """End the child at once; `verdict` is what its query ended with, the first one counts."""
        self._verdict = self._verdict or verdict
        os.kill(self.pid, signal.SIGKILL)

    def yield_to_short_ones(self) -> None:
        """Let the child have what processor time the others leave."""
        with suppress(OSError):  # it may have ended
            os.setpriority(os.PRIO_PROCESS, self.pid, _LAST)

    def reap(self) -> QueryAnswer:
        """Return the answer of a child that has ended, or was killed, and let the process go."""
        # A child that closed its pipe has nothing left to say: never wait for it.
        os.kill(self.pid, signal.SIGKILL)
        _, status = os.waitpid(self.pid, 0)
        if self._verdict is not None:
            return QueryAnswer(self._verdict)
        try:
            reported = unframe(self._received)
            if reported is not None:
                return answer_from(reported)
        except WireError:
            return QueryAnswer(Outcome.FAILED)
        return QueryAnswer(_outcome_of(os.waitstatus_to_exitcode(status)))

    def close(self) -> None:
        """Close the pipe and the result."""
        os.close(self.report)
        os.close(self.result)


def start(
    request: QueryRequest, opened: Opened, limits: Limits, inherited: Iterable[int]
) -> Running:
    """Fork a child for a query; OSError where the system has no room for one."""
    result = os.memfd_create("result", os.MFD_CLOEXEC)
    report, write_end = os.pipe()
    parent = os.getpid()
    try:
        pid = os.fork()
    except OSError:
        os.close(report)
        os.close(result)
        raise
    else:
        if pid == 0:
            task = child.Task(request, opened, limits, result, write_end)
            child.run(task, parent, (*inherited, report))
    finally:
        os.close(write_end)
    return Running(pid, report, result)


def _outcome_of(exit_code: int) -> Outcome:
    if exit_code >= 0:
        return Outcome.FAILED
    return _SIGNALS.get(signal.Signals(-exit_code), Outcome.FAILED)
