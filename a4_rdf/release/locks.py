"""A lock on what one process at a time may write: a workspace's builds, an exported site."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager

from a4_rdf.errors import UsageError


@contextmanager
def locked(descriptor: int, refusal: str) -> Iterator[None]:
    """Lock an open file or folder, and close it; the system lets go if the process dies.

    Raises UsageError with `refusal` where another process holds the lock.
    """
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise UsageError(refusal) from None
        yield
    finally:
        os.close(descriptor)
