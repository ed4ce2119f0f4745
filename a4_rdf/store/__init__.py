"""Triple stores: open one in memory, in a directory or at an endpoint; read and write RDF.

open_store(None, base)                     memory, empty (or `memory_store(base, quads)`)
open_store(Path("public/store"), base)     Oxigraph directory, read-only
open_store("https://…/sparql", base)       SPARQL 1.1 endpoint
"""

from __future__ import annotations

from pathlib import Path

from a4_rdf.store.interface import NO_BINDINGS, Bindings, Node, Quad, Row, Solutions, Store
from a4_rdf.store.oxigraph import OxigraphStore, StoreWriter, build_store, memory_store
from a4_rdf.store.remote import RemoteStore
from a4_rdf.store.served import Place, open_served
from a4_rdf.store.values import construct_each

__all__ = [
    "NO_BINDINGS",
    "Bindings",
    "Node",
    "OxigraphStore",
    "Place",
    "Quad",
    "RemoteStore",
    "Row",
    "Solutions",
    "Store",
    "StoreWriter",
    "build_store",
    "construct_each",
    "memory_store",
    "open_served",
    "open_store",
]

QUERY_SECONDS = 30.0


def open_store(where: Path | str | None, base: str, seconds: float = QUERY_SECONDS) -> Store:
    """Return the store at `where`: None for memory, an http(s) URL for an endpoint, else a folder.

    `base` is the publisher's base IRI without a trailing slash; `seconds` bounds each request
    to an endpoint. Raises StoreError where a folder holds no store.
    """
    if where is None:
        return memory_store(base)
    if isinstance(where, str) and where.startswith(("http://", "https://")):
        return RemoteStore(where, base, seconds)
    return OxigraphStore.read_only(Path(where), base)
