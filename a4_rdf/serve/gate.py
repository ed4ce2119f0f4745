"""Who may go on now: so many at once, so many of one client; some wait, the rest come back."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition

from a4_rdf.serve.sandbox.messages import Limits, Outcome


class Gate:
    """Lets in what `Limits` allow, in this process; may be used by many threads."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._changed = Condition()
        self._inside: Counter[str] = Counter()
        self._waiting: Counter[str] = Counter()

    @contextmanager
    def passed(self, client: str) -> Iterator[Outcome | None]:
        """Yield None to who was let in, else BUSY or GREEDY; the client '' is not counted."""
        refusal = self._enter(client)
        try:
            yield refusal
        finally:
            if refusal is None:
                with self._changed:
                    _less(self._inside, client)
                    self._changed.notify_all()

    def _enter(self, client: str) -> Outcome | None:
        deadline = time.monotonic() + self._limits.wait_seconds
        with self._changed:
            if self._is_greedy(client):
                return Outcome.GREEDY
            if self._waiting.total() >= self._limits.queue + self._free():
                return Outcome.BUSY
            self._waiting[client] += 1
            try:
                while not self._free() or self._has_its_share(client):
                    left = deadline - time.monotonic()
                    if left <= 0:
                        return Outcome.GREEDY if self._has_its_share(client) else Outcome.BUSY
                    self._changed.wait(left)
                self._inside[client] += 1
            finally:
                _less(self._waiting, client)
            return None

    def _free(self) -> int:
        return max(0, self._limits.concurrent - self._inside.total())

    def _has_its_share(self, client: str) -> bool:
        return bool(client) and self._inside[client] >= self._limits.per_client

    def _is_greedy(self, client: str) -> bool:
        own = self._inside[client] + self._waiting[client]
        return bool(client) and own >= 2 * self._limits.per_client


def _less(counts: Counter[str], client: str) -> None:
    counts[client] -= 1
    if not counts[client]:
        del counts[client]
