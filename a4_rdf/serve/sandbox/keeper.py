"""Starts the sandbox anew whenever its process ends by itself, as when the system kills it."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Lock, Thread

from a4_rdf.serve.sandbox.process import Sandbox

FIRST_PAUSE, LONGEST_PAUSE = 0.1, 30.0
"""Seconds before a new start: doubled each time, so that what always ends does no harm."""

STEADY_SECONDS = 60.0
"""A process that lived this long is started anew without delay."""

_log = logging.getLogger(__name__)


@contextmanager
def kept(sandbox: Sandbox) -> Iterator[None]:
    """Keep a sandbox running; it is stopped at the end. One that refused is left alone.

    Its address stays, so that whoever has it finds the new process there.
    """
    if sandbox.refusal:
        yield
        return
    keeper = _Keeper(sandbox)
    thread = Thread(target=keeper.keep, name="sandbox-keeper", daemon=True)
    thread.start()
    try:
        yield
    finally:
        keeper.stop()
        thread.join()


class _Keeper:
    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        self._stopping = Event()
        self._starting = Lock()

    def keep(self) -> None:
        """Wait for the process's end and start it anew, until `stop`."""
        pause = FIRST_PAUSE
        while True:
            begun = time.monotonic()
            code = self._sandbox.wait()
            steady = time.monotonic() - begun > STEADY_SECONDS
            pause = FIRST_PAUSE if steady else min(2 * pause, LONGEST_PAUSE)
            if self._stopping.wait(pause):
                return
            _log.error("the query process ended (exit code %d); it is started anew", code)
            self._restart()

    def stop(self) -> None:
        """Stop the sandbox; no new process is started afterwards."""
        self._stopping.set()
        with self._starting:
            self._sandbox.stop()

    def _restart(self) -> None:
        with self._starting:
            if self._stopping.is_set():
                return
            try:
                refusal = self._sandbox.restart()
            except OSError as error:
                refusal = str(error)
        if refusal:
            _log.error("the query process does not start: %s", refusal)
