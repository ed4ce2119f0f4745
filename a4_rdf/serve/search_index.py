"""The search index of a publication, opened to read: it never changes, and no search is endless."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from a4_rdf.errors import A4Error
from a4_rdf.searchable import NAME

SECONDS = 2.0
"""How long one search may take."""

_STEPS = 10_000
"""Steps of SQLite's machine between two looks at the clock."""


class NoIndexError(A4Error):
    """The publication has no index that can be read: it was made without one, or by another."""


class TooLongError(A4Error):
    """A search took longer than it may."""


@contextmanager
def opened(root: Path, seconds: float = SECONDS) -> Iterator[sqlite3.Connection]:
    """Open the index of a publication folder for one search, in any thread.

    Raises NoIndexError where there is none or it cannot be read, TooLongError once `seconds` are
    over.
    """
    address = f"{(root / NAME).resolve().as_uri()}?mode=ro&immutable=1"
    deadline = time.monotonic() + seconds
    try:
        with closing(sqlite3.connect(address, uri=True)) as database:
            database.set_progress_handler(lambda: time.monotonic() > deadline, _STEPS)
            yield database
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
            raise TooLongError(f"the search took longer than {seconds} s") from error
        raise NoIndexError(f"{root / NAME}: no search index: {error}") from error
