"""The bodies of requests: only so many are read at once, so that slow ones hold up no page.

A body comes as slowly as its sender likes, and a thread waits for it meanwhile (WSGI has no other
way). Pages are not answered by those threads that wait.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

AT_ONCE = 8
"""Bodies that one worker process reads at the same time."""

OF_ONE_CLIENT = 2
"""And how many of those may come from one client."""


class TooManyBodiesError(Exception):
    """No further body is read now; `is_own` tells that it is for others of the same client."""

    def __init__(self, *, is_own: bool) -> None:
        super().__init__("too many bodies at once")
        self.is_own = is_own


class Bodies:
    """Counts the bodies that are being read; safe to use from several threads."""

    def __init__(self, at_once: int = AT_ONCE, of_one_client: int = OF_ONE_CLIENT) -> None:
        self._at_once, self._of_one_client = at_once, of_one_client
        self._lock = Lock()
        self._reading: Counter[str] = Counter()

    @contextmanager
    def reading(self, client: str) -> Iterator[None]:
        """Hold a place while a body of `client` is read; TooManyBodiesError where none is free.

        Of unknown clients, whose key is empty, only the number of all is bounded.
        """
        with self._lock:
            if client and self._reading[client] >= self._of_one_client:
                raise TooManyBodiesError(is_own=True)
            if self._reading.total() >= self._at_once:
                raise TooManyBodiesError(is_own=False)
            self._reading[client] += 1
        try:
            yield
        finally:
            with self._lock:
                self._reading[client] -= 1
                self._reading += Counter()  # drops those at zero
