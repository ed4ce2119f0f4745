"""What the link `public` leads to, kept open, and opened anew when a build has swapped it.

A build swaps `public` by one atomic rename. Web workers and the sandbox each hold a `Switch` and
ask it once per request, so that no request sees half of one build and half of another.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import Generic, TypeVar

from a4_rdf.errors import A4Error

Opened = TypeVar("Opened")
Stamp = tuple[int, int, int]

_log = logging.getLogger(__name__)


class Switch(Generic[Opened]):
    """An opened publication; `get` looks whether a newer build has been swapped in."""

    def __init__(self, public: Path, opener: Callable[[Path], Opened]) -> None:
        """Open the folder that `public` leads to; what `opener` raises passes."""
        self._public, self._opener = public, opener
        self._lock = Lock()
        self._stamp = _stamp(public)
        self._opened = opener(public.resolve())

    def get(self) -> Opened:
        """Return the publication to answer a request from: one stat where nothing changed.

        A new build that does not open leaves the last good one in place, and is logged once.
        """
        stamp = _stamp(self._public)
        if stamp == self._stamp or stamp is None:
            return self._opened
        with self._lock:
            if stamp != self._stamp:
                self._stamp = stamp
                self._reopen()
        return self._opened

    def _reopen(self) -> None:
        try:
            self._opened = self._opener(self._public.resolve())
        except A4Error as error:
            _log.error("the new publication does not open, the last good one stays: %s", error)


def _stamp(public: Path) -> Stamp | None:
    """Return what tells one build's manifest from another's, or None where there is none."""
    try:
        status = (public / "publication.json").stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino, status.st_mtime_ns
