"""Where the stores that we know take graphs, told from what they say of themselves."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import urljoin, urlsplit

from a4_rdf.errors import UsageError
from a4_rdf.store.http import Client, Request

GRAPH_STORES: Mapping[str, str] = MappingProxyType(
    {
        "virtuoso": "/sparql-graph-crud-auth",
        "oxigraph": "store",
        "fuseki": "data",
        "jena": "data",
    }
)
"""How the `Server` header begins → the graph store, as seen from the query address."""


def graph_store_of(address: str, client: Client) -> str:
    """Return the graph store that belongs to a query address; UsageError where it is not known.

    Raises StoreError where nobody answers there.
    """
    with client.ask(Request("GET", f"{address}?query=ASK%7B%7D", {"Accept": "*/*"})) as reply:
        server = (reply.headers.get("Server") or "").lower()
    for name, place in GRAPH_STORES.items():
        if server.startswith(name) or f" {name}" in server:
            return urljoin(address, place)
    host = urlsplit(address).netloc
    raise UsageError(
        f"{host}: not a store whose graph store is known here; say where it is with --graph-store"
    )
