"""A reader in a process of its own: what a document does there, it does to nobody else.

The child has bounded memory and time and may neither connect, nor write files, nor start
programs. It sends its table through a pipe; where it fails, its document is refused.
"""

from __future__ import annotations

import ctypes
import gc
import os
import resource
import selectors
import signal
import sys
from functools import wraps
from math import ceil
from pathlib import Path
from time import monotonic
from typing import NoReturn

from a4_rdf.errors import SourceError
from a4_rdf.read import wire
from a4_rdf.read.bounds import Bounds
from a4_rdf.read.document import Document, Reader, Reading

_PR_SET_PDEATHSIG = 1
_CRASHED, _NO_MEMORY = 70, 71
_CHUNK = 1024 * 1024
MOST = 0.5  # of its memory: a child that took so much and then crashed had too little of it
COPIES = 3  # of an answer, that its receiver holds at once: bytes, text, table
_FORBIDDEN = frozenset(
    {
        "ctypes.dlopen",
        "os.exec",
        "os.fork",
        "os.forkpty",
        "os.posix_spawn",
        "os.spawn",
        "os.system",
        "socket.__new__",
        "socket.getaddrinfo",
        "subprocess.Popen",
    }
)


def guarded(reader: Reader) -> Reader:
    """Return a reader that runs `reader` in a limited child process.

    It raises what `reader` raises, and SourceError too-slow, too-much-memory, reader-crashed.
    """

    @wraps(reader)
    def read(document: Document, bounds: Bounds) -> Reading:
        result, report = os.pipe()
        parent = os.getpid()
        child = os.fork()
        if child == 0:
            _serve(reader, document, bounds, report, parent)
        os.close(report)
        return _answer(child, result, document, bounds)

    return read


def _answer(child: int, result: int, document: Document, bounds: Bounds) -> Reading:
    """Return what the child found; it is ended in any case."""
    complete = False
    try:
        data, reason = _received(result, bounds)
        complete = not reason
    finally:
        os.close(result)
        if not complete:
            os.kill(child, signal.SIGKILL)
        _, status, usage = os.wait4(child, 0)
    reason = reason or _reason(status)
    if reason == "reader-crashed" and usage.ru_maxrss * 1024 - _own_memory() > MOST * bounds.memory:
        reason = "too-much-memory"
    if reason:
        raise SourceError(document.name, reason, _message(reason, data, bounds))
    return wire.decoded(data)


def _received(result: int, bounds: Bounds) -> tuple[bytearray, str]:
    """Return the bytes that the child sent before it ended, and the bound that it broke."""
    deadline = monotonic() + bounds.seconds
    data = bytearray()
    with selectors.DefaultSelector() as selector:
        selector.register(result, selectors.EVENT_READ)
        while (left := deadline - monotonic()) > 0 and selector.select(left):
            chunk = os.read(result, _CHUNK)
            if not chunk:
                return data, ""
            data += chunk
            if COPIES * len(data) > bounds.memory:
                return bytearray(), "too-much-memory"
    return bytearray(), "too-slow"


def _reason(status: int) -> str:
    """Return why a child sent no table, empty where it did."""
    if os.WIFSIGNALED(status):
        slow = os.WTERMSIG(status) in (signal.SIGXCPU, signal.SIGKILL)
        return "too-slow" if slow else "reader-crashed"
    code = os.WEXITSTATUS(status)
    return {0: "", _NO_MEMORY: "too-much-memory"}.get(code, "reader-crashed")


def _message(reason: str, data: bytearray, bounds: Bounds) -> str:
    """Return what was expected and what happened."""
    if reason == "too-slow":
        return f"se esperaba un documento legible en {bounds.seconds:g} s; la lectura no terminó"
    if reason == "too-much-memory":
        most = bounds.memory // (1024 * 1024)
        return f"se esperaba un documento legible con {most} MB de memoria; hace falta más"
    where = f" ({data.decode('ascii', 'replace')})" if data else ""
    return f"se esperaba un documento bien formado; la lectura falló{where}"


def _serve(
    reader: Reader, document: Document, bounds: Bounds, report: int, parent: int
) -> NoReturn:
    """Read in the child that was just forked, send the table or the refusal, and end."""
    try:
        _confine(report, parent, bounds)
        _send(report, _outcome(reader, document, bounds))
        os._exit(0)
    except MemoryError:
        os._exit(_NO_MEMORY)
    finally:  # whatever happened: a child never runs its parent's code
        _send(report, _whereabouts().encode("ascii", "replace"))
        os._exit(_CRASHED)


def _outcome(reader: Reader, document: Document, bounds: Bounds) -> bytes:
    """Return the table with its findings, or the refusal."""
    try:
        table, findings = reader(document, bounds)
    except SourceError as error:
        return wire.refused(error)
    return wire.encoded(table, findings)


def _send(report: int, data: bytes) -> None:
    """Write all bytes to the pipe."""
    left = memoryview(data)
    while left:
        left = left[os.write(report, left) :]


def _whereabouts() -> str:
    """Return kind and place of the error on its way; never its words, which may quote a cell."""
    error = sys.exception()
    trace = error.__traceback__ if error is not None else None
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return ""
    file = Path(trace.tb_frame.f_code.co_filename).name
    return f"{type(error).__name__}, {file}:{trace.tb_lineno}"


def _confine(report: int, parent: int, bounds: Bounds) -> None:
    """Give up, in the child, whatever reading does not need."""
    gc.freeze()  # the parent's objects are left in the pages that both share
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    libc = ctypes.CDLL(None)
    libc.prctl(_PR_SET_PDEATHSIG, ctypes.c_ulong(signal.SIGKILL), 0, 0, 0)
    if os.getppid() != parent:  # it ended before the line above
        os._exit(_CRASHED)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in range(3):  # a library's last words may quote the document
        os.dup2(nowhere, standard)
    os.closerange(3, report)
    os.closerange(report + 1, resource.getrlimit(resource.RLIMIT_NOFILE)[0])
    _bound(resource.RLIMIT_AS, _pages()[0] + bounds.memory)
    _bound(resource.RLIMIT_CPU, ceil(bounds.seconds) + 1)
    _bound(resource.RLIMIT_FSIZE, 0)
    _bound(resource.RLIMIT_CORE, 0)
    sys.addaudithook(_refuse_outside)


def _refuse_outside(event: str, _: tuple[object, ...]) -> None:
    """Refuse what would connect, or start a program."""
    if event in _FORBIDDEN:
        raise PermissionError(event)


def _bound(kind: int, value: int) -> None:
    """Set a limit; the hard one is left where it is lower."""
    _, hard = resource.getrlimit(kind)
    most = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(kind, (most, most))


def _own_memory() -> int:
    """Return the bytes of this process that a child has from its birth: no files' pages."""
    _, resident, shared = _pages()
    return resident - shared


def _pages() -> tuple[int, int, int]:
    """Return the bytes of this process: address space, memory, and what of it is of files."""
    found = Path("/proc/self/statm").read_text("utf-8").split()
    space, resident, shared = (int(pages) * resource.getpagesize() for pages in found[:3])
    return space, resident, shared
