"""What the link `public` leads to, kept open, and opened anew when a build has swapped it.

A build swaps `public` by one atomic rename. Web workers and the sandbox each hold a `Switch` and
ask it once per request, so that no request sees half of one build and half of another.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import Generic, TypeVar

from a4_rdf.errors import A4Error

Opened = TypeVar("Opened")
Stamp = tuple[int, int, int]

RETRY_SECONDS = 5.0
"""How long a build that did not open is left alone."""

_log = logging.getLogger(__name__)


class Switch(Generic[Opened]):
    """An opened publication; `get` looks whether a newer build has been swapped in."""

    def __init__(
        self,
        public: Path,
        opener: Callable[[Path], Opened],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Open the folder that `public` leads to; what `opener` raises passes."""
        self._public, self._opener, self._clock = public, opener, clock
        self._lock = Lock()
        self._stamp = _stamp(public)
        self._failed: Stamp | None = None
        self._again = 0.0
        self._opened = opener(public.resolve())

    def get(self) -> Opened:
        """Return the publication to answer a request from: one stat where nothing changed.

        A new build that does not open leaves the last good one in place, is logged once, and is
        tried again from time to time: another store may not have its triples yet.
        """
        stamp = _stamp(self._public)
        if stamp is None or not self._is_due(stamp):
            return self._opened
        # The first to see a build has all wait for it; who tries again keeps nobody waiting.
        if self._lock.acquire(blocking=stamp != self._failed):
            try:
                if self._is_due(stamp):
                    self._reopen(stamp)
            finally:
                self._lock.release()
        return self._opened

    def _is_due(self, stamp: Stamp) -> bool:
        if stamp == self._failed and self._clock() < self._again:
            return False
        return stamp != self._stamp

    def _reopen(self, stamp: Stamp) -> None:
        try:
            self._opened = self._opener(self._public.resolve())
            self._stamp = stamp
        except A4Error as error:
            if stamp != self._failed:
                _log.error("the new publication does not open, the last good one stays: %s", error)
            self._failed, self._again = stamp, self._clock() + RETRY_SECONDS


def _stamp(public: Path) -> Stamp | None:
    """Return what tells one build's manifest from another's, or None where there is none."""
    try:
        status = (public / "publication.json").stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino, status.st_mtime_ns
