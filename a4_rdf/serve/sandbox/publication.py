"""The publication that the sandbox answers from: opened once, opened anew when it was swapped."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from pathlib import Path

from a4_rdf.errors import StoreError
from a4_rdf.store.protocol import QueryService

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Opened:
    """An open publication: its folder, its digest, its store."""

    folder: Path
    digest: str
    service: QueryService


class PublicationWatch:
    """Keeps the publication open that the link `public` leads to."""

    __slots__ = ("_link", "_opened")

    def __init__(self, link: Path) -> None:
        """Open the publication; StoreError where there is none."""
        self._link = link
        self._opened = _open(link.resolve())

    def current(self) -> Opened:
        """Return the open publication, after opening the new one where the link was swapped.

        Where the new one cannot be opened the former goes on: its files stay readable.
        """
        folder = self._link.resolve()
        if folder != self._opened.folder:
            try:
                self._opened = _open(folder)
            except StoreError as error:
                _log.warning("the new publication is not used: %s", error)
        return self._opened


def _open(folder: Path) -> Opened:
    service = QueryService(folder / "store")
    try:
        digest = json.loads((folder / "publication.json").read_bytes())["digest"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(f"{folder}: no publication.json with a digest: {error}") from error
    return Opened(folder, str(digest), service)
