"""The publication being served: its manifest, its store, what its pages remember."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from a4_rdf import __version__
from a4_rdf.errors import A4Error, StoreError
from a4_rdf.serve import words
from a4_rdf.serve.http.cache import Cache, Kept
from a4_rdf.serve.labels import Labels
from a4_rdf.serve.manifest import Manifest, read_manifest
from a4_rdf.serve.retired import Retired, read_retired
from a4_rdf.serve.site import Site
from a4_rdf.serve.switch import Switch
from a4_rdf.store import Place, Store, open_served, open_store

if TYPE_CHECKING:
    from a4_rdf.serve.things import View

VIEWS = 16_384
"""Triples of views that are kept, some 15 MB: who reads a page may ask for its data next."""
ASKED = 50
"""What it costs to keep which view was asked for, in triples: addresses may be long."""


class Current(Protocol):
    """Where a handler gets the publication being served."""

    def get(self) -> Publication:
        """Return the publication of this moment."""
        ...


@dataclass(frozen=True, slots=True)
class Publication:
    """One build, opened read-only; `identity` changes with every byte that it publishes."""

    root: Path
    manifest: Manifest
    identity: str
    store: Store
    labels: Labels
    cache: Cache
    views: Kept[View | None]
    retired: Retired
    lang: str = words.SPANISH

    @property
    def base(self) -> str:
        """Return the base IRI of the data, without a trailing slash."""
        return self.manifest.base

    def speaking(self, lang: str) -> Publication:
        """Return the same publication as pages in a language show it."""
        if lang == self.lang:
            return self
        return replace(self, labels=self.labels.speaking(lang), lang=lang)

    def file(self, path: str) -> Path | None:
        """Return where a published file is, or None for a path that the manifest does not list."""
        return self.root / path if path in self.manifest.files else None

    def etag(self, *parts: str) -> str:
        """Return a strong entity tag for one form of one resource of this build."""
        return sha256("\x1f".join((self.identity, *parts)).encode()).hexdigest()[:32]

    def graphs(self) -> tuple[str, ...]:
        """Return the names of all named graphs."""
        return tuple(str(graph) for graph in self.store.named_graphs())


def open_publication(
    root: Path, site: Site, base: str | None = None, place: Place | None = None
) -> Publication:
    """Open a publication folder; with a `place` its triples are those of the store there.

    That store has to hold the same publication, loaded whole, or StoreError is raised; one that
    `loading.load` never wrote to is taken as it is.

    The site counts in its identity, for templates shape the pages as the data does. Raises
    A4Error where there is none, where its store does not open, or where it has another base.
    """
    manifest, content = read_manifest(root)
    if base is not None and base != manifest.base:
        raise A4Error(f"{root}: built for {manifest.base}, not for {base}; build it again")
    store = _store(root, manifest, place)
    identity = sha256(content + f"\x1f{__version__}\x1f{site.fingerprint}".encode()).hexdigest()
    labels = Labels(store, manifest.base, site.names)
    retired = read_retired(root)
    views = Kept(VIEWS, _weight)
    return Publication(root, manifest, identity, store, labels, Cache(), views, retired)


def follow(
    public: Path, site: Site, base: str | None = None, place: Place | None = None
) -> Switch[Publication]:
    """Return the publication that the link `public` leads to, now and later."""
    return Switch(public, partial(open_publication, site=site, base=base, place=place))


def another_store(manifest: Manifest, place: Place) -> Store:
    """Open the store at an endpoint; StoreError where it holds another publication, or a part."""
    store, found = open_served(place, manifest.base)
    if not found.ours:
        _log.warning("%s: nothing was loaded there by a4-rdf load", place.address)
    elif found.publication != manifest.digest:
        store.close()
        held = found.publication or "a publication in part"
        raise StoreError(
            f"{place.address} holds {held}, not {manifest.digest}; a4-rdf load puts it there"
        )
    return store


_log = logging.getLogger(__name__)


def _weight(view: View | None) -> int:
    """Return what it costs to keep a view, or that there is none, in triples."""
    return ASKED + (len(view.facts.triples) if view else 0)


def _store(root: Path, manifest: Manifest, place: Place | None) -> Store:
    if place is None:
        return open_store(root / "store", manifest.base)
    return another_store(manifest, place)
