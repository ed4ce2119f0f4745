"""A publication's store copied into another one over HTTP: only what changed, verified, resumable.

The target's own record (`store.record`) says which graphs are ours and what was verified of each.
A graph is marked as verified after it was read back, and its mark is taken away before the graph
is touched again: wherever a load breaks off, the next one goes on from there. Graphs that are not
in the record are nobody's business here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

import pyoxigraph as ox
from rdflib import URIRef

from a4_rdf import formats, iris, queries
from a4_rdf.errors import StoreError, UsageError
from a4_rdf.store import normal, rdfio, record
from a4_rdf.store.graph_store import GraphStore
from a4_rdf.store.interface import Store
from a4_rdf.store.normal import Content
from a4_rdf.store.oxigraph import OxigraphStore
from a4_rdf.store.record import Record
from a4_rdf.terms import Triple

AT_ONCE = 20_000
"""Triples of one request: a few megabytes, which every engine takes at once."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where to load: the graphs, to write them, and the endpoint, to see what queries see."""

    graphs: GraphStore
    queries: Store


@dataclass(frozen=True, slots=True)
class Step:
    """What was done to one graph: `written`, `unchanged` or `removed`."""

    done: str
    graph: URIRef
    triples: int


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load did: graphs written, left as they were and removed; triples written."""

    written: int = 0
    unchanged: int = 0
    removed: int = 0
    triples: int = 0


Watch = Callable[[Step], None]


def load(
    source: OxigraphStore,
    target: Target,
    publication: str,
    watch: Watch = lambda _: None,
    anew: bool = False,
) -> Loaded:
    """Make the target hold what the store of a publication holds, and return what was done.

    `publication` is the publication's digest: where the target's record has it, nothing is looked
    at. With `anew` every graph is written again, whatever the record says. Raises StoreError where
    the target does not answer or does not hold what it was sent, UsageError where its default graph
    has what no load brought there. May be repeated at any time; one load at a time.
    """
    before = record.read(target.queries)
    if before.publication == publication and not anew:
        return Loaded(unchanged=len(before.verified))
    return _Load(source, target, before, watch).run(publication, anew)


class _Load:
    """One load on its way; `record` is what the target's record says now."""

    def __init__(self, source: OxigraphStore, target: Target, before: Record, watch: Watch) -> None:
        self._source, self._target, self._watch = source, target, watch
        self._base = source.base
        self._current = URIRef(iris.current_graph(self._base))
        self._name = URIRef(iris.load_record(self._base))
        self._record = before

    def run(self, publication: str, anew: bool) -> Loaded:
        wanted = {graph: normal.content(self._triples(graph)) for graph in self._graphs()}
        self._begin(wanted, anew)
        changed = [graph for graph in wanted if graph not in self._record.verified]
        gone = sorted(self._record.ours - wanted.keys())
        for graph in self._record.verified:
            self._watch(Step("unchanged", graph, wanted[graph].triples))
        for graph in changed:
            self._copy(graph, wanted[graph])
            self._watch(Step("written", graph, wanted[graph].triples))
        for graph in gone:
            self._target.graphs.delete(self._place(graph))
            self._watch(Step("removed", graph, 0))
        self._keep(Record(publication, self._record.is_union, frozenset(wanted), wanted))
        written = sum(wanted[graph].triples for graph in changed)
        return Loaded(len(changed), len(wanted) - len(changed), len(gone), written)

    def _begin(self, wanted: Mapping[URIRef, Content], anew: bool) -> None:
        """Take the marks away from all that will change, and learn what the default graph is."""
        before, name = self._record, self._name
        same = {g: c for g, c in wanted.items() if before.verified.get(g) == c and not anew}
        ours = before.ours | wanted.keys()
        self._keep(Record("", before.is_union, ours, same))
        is_union = self._target.queries.ask(queries.load("in_default_graph"), {"this": name})
        if is_union != before.is_union:
            same.pop(self._current, None)
            self._keep(Record("", is_union, ours, same))
        if not is_union and self._current not in before.ours:
            self._refuse_others()

    def _refuse_others(self) -> None:
        """Raise UsageError where the default graph holds what no load brought there."""
        if self._target.queries.ask(queries.load("any")):
            self._target.graphs.delete(self._name)
            raise UsageError(
                f"{self._target.graphs.address}: the default graph holds data of others, which a"
                " load would replace; load into a store, or a data set of it, of its own"
            )

    def _copy(self, graph: URIRef, wanted: Content) -> None:
        """Write a graph, read it back, and mark it."""
        graphs, place = self._target.graphs, self._place(graph)
        write = graphs.put
        for batch in _batches(self._triples(graph)):
            write(place, ox.serialize(batch, format=ox.RdfFormat.N_TRIPLES) or b"")
            write = graphs.post
        if write == graphs.put:
            graphs.put(place, b"")
        with graphs.read(place) as triples:
            found = normal.content(triples)
        if found != wanted:
            raise StoreError(
                f"{graphs.address}: <{graph}> was sent {_told(wanted)} and holds {_told(found)}"
            )
        graphs.post(self._name, _ntriples(record.marks([(graph, wanted)]), self._base))

    def _keep(self, kept: Record) -> None:
        self._record = kept
        self._target.graphs.put(self._name, _ntriples(record.triples(self._base, kept), self._base))

    def _place(self, graph: URIRef) -> URIRef | None:
        """Return the graph of the target for one of ours; None is its default graph."""
        is_default = graph == self._current and not self._record.is_union
        return None if is_default else graph

    def _graphs(self) -> list[URIRef]:
        named = sorted(URIRef(str(g.value)) for g in self._source.engine.named_graphs())
        return [self._current, *named]

    def _triples(self, graph: URIRef) -> Iterator[ox.Triple]:
        is_default = graph == self._current
        name = ox.DefaultGraph() if is_default else ox.NamedNode(str(graph))
        return (
            quad.triple for quad in self._source.engine.quads_for_pattern(None, None, None, name)
        )


def _batches(triples: Iterator[ox.Triple]) -> Iterator[list[ox.Triple]]:
    while batch := list(islice(triples, AT_ONCE)):
        yield batch


def _ntriples(triples: Iterator[Triple], base: str) -> bytes:
    return rdfio.write(triples, formats.NTRIPLES, base)


def _told(content: Content) -> str:
    return f"{content.triples} triples, digest {content.digest[:12]}…"
