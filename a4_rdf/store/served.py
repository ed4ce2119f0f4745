"""A SPARQL 1.1 store that a site is served from: where it is, and how it is opened."""

from __future__ import annotations

from dataclasses import dataclass

from rdflib import URIRef

from a4_rdf import iris
from a4_rdf.store import record
from a4_rdf.store.challenge import NOBODY, Access
from a4_rdf.store.http import Client
from a4_rdf.store.record import Record
from a4_rdf.store.remote import RemoteStore
from a4_rdf.store.sending import DirectSender


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
