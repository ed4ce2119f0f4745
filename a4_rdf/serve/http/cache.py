"""Rendered bodies of one publication, the least recently used dropped first.

A publication never changes, so nothing here goes stale; a new build brings an empty cache.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

CAPACITY = 64 * 1024 * 1024


class Cache:
    """Bodies by key, at most `capacity` bytes in all; safe to use from several threads."""

    def __init__(self, capacity: int = CAPACITY) -> None:
        self._capacity = capacity
        self._lock = Lock()
        self._bodies: OrderedDict[str, bytes] = OrderedDict()
        self._size = 0

    def get(self, key: str, render: Callable[[], bytes]) -> bytes:
        """Return the body of a key, rendered now if it is not here."""
        with self._lock:
            if key in self._bodies:
                self._bodies.move_to_end(key)
                return self._bodies[key]
        body = render()
        self._keep(key, body)
        return body

    def _keep(self, key: str, body: bytes) -> None:
        if len(body) > self._capacity // 8:
            return
        with self._lock:
            self._size += len(body) - len(self._bodies.pop(key, b""))
            self._bodies[key] = body
            while self._size > self._capacity:
                _, dropped = self._bodies.popitem(last=False)
                self._size -= len(dropped)
