"""What processes of the sandbox give up: the network, and more than their share of the rest."""

from __future__ import annotations

import ctypes
import math
import os
import resource
import signal
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from a4_rdf.errors import A4Error
from a4_rdf.serve.sandbox import seccomp
from a4_rdf.serve.sandbox.messages import Limits

_PR_SET_PDEATHSIG = 1
_CLONE_NEWUSER = 0x10000000
_CLONE_NEWNET = 0x40000000
_NICE = 10
_OPEN_FILES = 1024

GROWTH = 8
"""A process takes no other query once its memory has grown by one part in so many of a query's."""


class SandboxError(A4Error):
    """Queries of strangers cannot be run safely here; the text says why."""


def drop_network(
    ways: tuple[Callable[[], None], ...] | None = None,
) -> None:
    """Make new connections impossible for this process and its children, and prove it.

    First by a system-call filter, else by an empty network namespace. To be called before any
    thread is started. Raises SandboxError where neither works.
    """
    reasons = []
    for way in (seccomp.install, leave_network) if ways is None else ways:
        try:
            way()
            _prove_offline()
        except OSError as error:
            reasons.append(str(error))
        else:
            return
    raise SandboxError(f"the network cannot be taken from queries: {'; '.join(reasons)}")


def leave_network() -> None:
    """Move this process into a network namespace of its own, which has no device that is up."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET) != 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))


def die_with(parent: int) -> None:
    """Have this process killed when its parent ends; `parent` is that parent's process id."""
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_PR_SET_PDEATHSIG, ctypes.c_ulong(signal.SIGKILL), 0, 0, 0)
    if os.getppid() != parent:  # it ended before the line above
        os._exit(1)


class Bounds:
    """What this process may take from now on: memory, processor time, file size, open files.

    To be set before each query. What is as it was is not asked of the system again.
    """

    def __init__(self, limits: Limits) -> None:
        """Take the bounds of one query; nothing is set yet, but that no core is dumped."""
        self._limits = limits
        self._set: dict[int, int] = {}
        self._statm = os.open("/proc/self/statm", os.O_RDONLY)
        _bound(resource.RLIMIT_NOFILE, _OPEN_FILES)
        _bound(resource.RLIMIT_CORE, 0)
        self._largest = self.address_space() + limits.memory_bytes // GROWTH

    def set(self, result_bytes: int = 0) -> None:
        """Set them for a query; `result_bytes` is a tighter bound than the limits', if not 0."""
        limits = self._limits
        self._at(resource.RLIMIT_AS, self.address_space() + limits.memory_bytes)
        self._at(resource.RLIMIT_CPU, _processor_seconds(limits))
        self._at(resource.RLIMIT_FSIZE, min(result_bytes or sys.maxsize, limits.result_bytes))

    def leave_room(self) -> bool:
        """Tell whether this process has memory and processor time left for another query."""
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        has_time = hard == resource.RLIM_INFINITY or _processor_seconds(self._limits) <= hard
        return has_time and self.address_space() <= self._largest

    def address_space(self) -> int:
        """Return the bytes of this process's address space."""
        pages = os.pread(self._statm, 32, 0).split()[0]
        return int(pages) * resource.getpagesize()

    def _at(self, kind: int, value: int) -> None:
        if self._set.get(kind) != value:
            _bound(kind, value)
            self._set[kind] = value


def write_freely() -> None:
    """Raise this process's bound on file size as far as the system lets it."""
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))


def yield_to_others() -> None:
    """Let pages be served before queries, and queries be ended first where memory is short."""
    os.nice(_NICE)
    with suppress(OSError):  # where /proc is read-only the other bounds still hold
        Path("/proc/self/oom_score_adj").write_text("1000", "utf-8")


def _processor_seconds(limits: Limits) -> int:
    """Return the processor time that this process has used after another query, at most."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return math.ceil(used.ru_utime + used.ru_stime + limits.seconds) + 1


def _bound(kind: int, value: int) -> None:
    # The soft limit: it has to rise again for the next query, and no query can raise it.
    _, hard = resource.getrlimit(kind)
    resource.setrlimit(kind, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard))


def _prove_offline() -> None:
    try:
        # A datagram socket sends nothing on connect, it only looks for a way there.
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            probe.connect(("127.0.0.1", 9))
    except OSError:
        return
    raise OSError("a socket can still be connected")
