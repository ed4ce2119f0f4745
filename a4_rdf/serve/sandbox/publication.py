"""The publication that the sandbox answers from: its digest and its store, nothing of pages."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from a4_rdf.serve.manifest import read_manifest
from a4_rdf.serve.switch import Switch
from a4_rdf.store.protocol import QueryService


@dataclass(frozen=True, slots=True)
class Opened:
    """An open publication: its digest, its store."""

    digest: str
    service: QueryService


def open_for_queries(root: Path) -> Opened:
    """Open a publication folder; A4Error where it is none or where its store does not open."""
    manifest, _ = read_manifest(root)
    return Opened(manifest.digest, QueryService(root / "store"))


def follow(public: Path) -> Switch[Opened]:
    """Return the publication that the link `public` leads to, now and later."""
    return Switch(public, open_for_queries)
