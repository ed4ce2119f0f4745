"""A SPARQL 1.1 store that a site is served from: where it is, and how it is opened."""

from __future__ import annotations

from dataclasses import dataclass

from rdflib import URIRef

from a4_rdf import iris, queries
from a4_rdf.errors import StoreError
from a4_rdf.store import record
from a4_rdf.store.challenge import NOBODY, Access
from a4_rdf.store.http import Client
from a4_rdf.store.record import Record
from a4_rdf.store.remote import RemoteStore
from a4_rdf.store.sending import DirectSender, IncompleteError, Sent


@dataclass(frozen=True, slots=True)
class Place:
    """An endpoint, as whom it is asked, and how long one question of a page may take."""

    address: str
    access: Access = NOBODY
    seconds: float = 10.0


def open_served(place: Place, base: str) -> tuple[RemoteStore, Record]:
    """Return the store at an endpoint and the record of what was loaded into it.

    Connections are kept, so that a page with many questions waits for the network once each.
    Raises StoreError where the endpoint does not answer.
    """
    sender = DirectSender(place.address, Client(place.seconds, place.access))
    store = RemoteStore(place.address, base, place.seconds, sender=sender)
    found = record.read(store)
    if found.is_union:
        store.default_graph = URIRef(iris.current_graph(base))
    return store, found


def check_served(place: Place, base: str) -> None:
    """Raise StoreError where a site cannot be served from an endpoint: it is away, or cuts results.

    Virtuoso may cut rows at a number and says so; a graph that a CONSTRUCT makes it cuts at as
    many in silence. Takes a second or two: once per server.
    """
    store, found = open_served(place, base)
    with store:
        if not found.is_union:
            return
        try:
            store.ask_as_is(Sent(queries.load("row_limit"), "text/csv", seconds=_PROBE_SECONDS))
        except IncompleteError as error:
            if error.late:
                raise
            raise StoreError(
                f"{error}: a graph would be cut there in silence; take ResultSetMaxRows out of the"
                " engine's settings ([SPARQL] in virtuoso.ini)"
            ) from error


_PROBE_SECONDS = 60.0
