"""The publication being served: its manifest, its store, and the switch to a newer build.

`public` is a symlink that a build swaps by an atomic rename. Each request asks `Current` once and
keeps what it got, so no request sees half of one build and half of another.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from threading import Lock

from a4_rdf import __version__
from a4_rdf.errors import A4Error
from a4_rdf.serve.cache import Cache
from a4_rdf.serve.labels import Labels
from a4_rdf.serve.manifest import Manifest, read_manifest
from a4_rdf.serve.site import Site
from a4_rdf.store import Store, open_store

Stamp = tuple[int, int, int]

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Publication:
    """One build, opened read-only; `identity` changes with every byte that it publishes."""

    root: Path
    manifest: Manifest
    identity: str
    store: Store
    labels: Labels
    cache: Cache

    @property
    def base(self) -> str:
        """Return the base IRI of the data, without a trailing slash."""
        return self.manifest.base

    def file(self, path: str) -> Path | None:
        """Return where a published file is, or None for a path that the manifest does not list."""
        return self.root / path if path in self.manifest.files else None

    def etag(self, *parts: str) -> str:
        """Return a strong entity tag for one form of one resource of this build."""
        return sha256("\x1f".join((self.identity, *parts)).encode()).hexdigest()[:32]


def open_publication(public: Path, site: Site, base: str | None = None) -> Publication:
    """Open the publication that `public` points at now.

    The site counts in its identity, for templates shape the pages as the data does. Raises
    A4Error where there is none, where its store does not open, or where it has another base.
    """
    root = public.resolve()
    manifest, content = read_manifest(root)
    if base is not None and base != manifest.base:
        raise A4Error(f"{public}: built for {manifest.base}, not for {base}; build it again")
    store = open_store(root / "store", manifest.base)
    identity = sha256(content + f"\x1f{__version__}\x1f{site.fingerprint}".encode()).hexdigest()
    labels = Labels(store, manifest.base, site.names)
    return Publication(root, manifest, identity, store, labels, Cache())


class Current:
    """The publication of now; `get` looks whether a newer build has been swapped in."""

    def __init__(self, public: Path, site: Site, base: str | None = None) -> None:
        self._public, self._site, self._base = public, site, base
        self._lock = Lock()
        self._stamp = _stamp(public)
        self._publication = open_publication(public, site, base)

    def get(self) -> Publication:
        """Return the publication to answer a request from: one stat where nothing changed.

        A new build that does not open leaves the last good one in place, and is logged once.
        """
        stamp = _stamp(self._public)
        if stamp == self._stamp or stamp is None:
            return self._publication
        with self._lock:
            if stamp != self._stamp:
                self._stamp = stamp
                self._switch()
        return self._publication

    def _switch(self) -> None:
        try:
            self._publication = open_publication(self._public, self._site, self._base)
        except A4Error as error:
            _log.error("the new publication does not open, the last good one stays: %s", error)


def _stamp(public: Path) -> Stamp | None:
    """Return what tells one build's manifest from another's, or None where there is none."""
    try:
        status = (public / "publication.json").stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino, status.st_mtime_ns
