"""What a store says of the publication that was loaded into it: a graph of its own, read and made.

The same record tells a server where what holds now is: in the default graph, or, on an engine whose
default graph is the union of all graphs, in a graph that stands for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from rdflib import Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, XSD

from a4_rdf import iris, queries
from a4_rdf.store.interface import Store
from a4_rdf.store.normal import Content
from a4_rdf.terms import Triple
from a4_rdf.vocab import SD, VOID


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of a load.

    `publication` is the digest of the publication that was loaded whole, empty where the load
    broke off. `is_union` tells that the default graph is the union of all. `ours` are the graphs
    that a load ever began to write, `verified` those that were read back, with what they hold;
    what holds now is among them as `iris.current_graph`, wherever it is.
    """

    publication: str = ""
    is_union: bool = False
    ours: frozenset[URIRef] = frozenset()
    verified: Mapping[URIRef, Content] = field(default_factory=lambda: MappingProxyType({}))


def read(store: Store) -> Record:
    """Return the record in a store; an empty one where nothing was loaded. StoreError."""
    name = URIRef(iris.load_record(store.base))
    found = store.select(queries.load("load_record"), graph=name)
    said: dict[tuple[URIRef, URIRef], str] = {}
    ours: set[URIRef] = set()
    is_union = False
    for row in found:
        s, p, o = row["s"], row["p"], row["o"]
        if not isinstance(s, URIRef) or not isinstance(p, URIRef):
            continue
        if p == RDF.type:
            ours.add(s)
        elif p == SD.defaultGraph:
            is_union = True
        elif p in (VOID.triples, DCTERMS.identifier):
            said[s, p] = str(o)
    verified = {
        graph: Content(int(said[graph, VOID.triples]), said[graph, DCTERMS.identifier])
        for graph in ours
        if (graph, VOID.triples) in said and (graph, DCTERMS.identifier) in said
    }
    publication = said.get((name, DCTERMS.identifier), "")
    return Record(publication, is_union, frozenset(ours), verified)


def publication(store: Store) -> str:
    """Return the digest of the publication that was loaded whole, or an empty text. StoreError."""
    name = URIRef(iris.load_record(store.base))
    found = store.select(queries.load("load_digest"), {"this": name}, name).column("digest")
    return str(found[0]) if found else ""


def triples(base: str, record: Record) -> Iterator[Triple]:
    """Yield the triples of the graph `iris.load_record`; at least one."""
    name = URIRef(iris.load_record(base))
    yield name, SD.endpoint, URIRef(iris.endpoint(base))
    if record.publication:
        yield name, DCTERMS.identifier, Literal(record.publication)
    if record.is_union:
        yield name, SD.defaultGraph, URIRef(iris.current_graph(base))
    current = URIRef(iris.current_graph(base))
    for graph in sorted(record.ours):
        yield graph, RDF.type, SD.Graph
        if graph != current:
            yield name, SD.namedGraph, graph
    yield from marks(record.verified.items())


def marks(verified: Iterable[tuple[URIRef, Content]]) -> Iterator[Triple]:
    """Yield the triples that mark graphs as verified."""
    for graph, content in verified:
        yield graph, VOID.triples, Literal(str(content.triples), datatype=XSD.integer)
        yield graph, DCTERMS.identifier, Literal(content.digest)
