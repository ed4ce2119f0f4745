"""What was made of one publication, the least recently used dropped first: bodies, views.

A publication never changes, so nothing here goes stale; a new build brings an empty cache.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

CAPACITY = 64 * 1024 * 1024

Made = TypeVar("Made")


class Kept(Generic[Made]):
    """Values by key, at most `capacity` in all as `weigh` has it; safe to use from threads.

    What weighs more than `largest`, an eighth of all unless told, is not kept.
    """

    def __init__(
        self, capacity: int, weigh: Callable[[Made], int], largest: int | None = None
    ) -> None:
        self._capacity, self._weigh = capacity, weigh
        self._largest = capacity // 8 if largest is None else largest
        self._lock = Lock()
        self._kept: OrderedDict[Hashable, Made] = OrderedDict()
        self._weight = 0

    def get(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """Return the value of a key, made now if it is not here."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        made = make()
        self.keep(key, made)
        return made

    def find(self, key: Hashable) -> Made | None:
        """Return the value of a key, or None where it is not here."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def keep(self, key: Hashable, made: Made) -> None:
        """Keep a value, if it is not too large, and drop those that were not asked for longest."""
        weight = self._weigh(made)
        if weight > self._largest:
            return
        with self._lock:
            if key in self._kept:  # another thread made it too
                self._weight -= self._weigh(self._kept.pop(key))
            self._kept[key] = made
            self._weight += weight
            while self._weight > self._capacity:
                _, dropped = self._kept.popitem(last=False)
                self._weight -= self._weigh(dropped)


class Cache(Kept[bytes]):
    """Rendered bodies, at most `capacity` bytes in all."""

    def __init__(self, capacity: int = CAPACITY) -> None:
        super().__init__(capacity, len)
