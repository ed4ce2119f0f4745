"""Loading a store into Oxigraph's server and Virtuoso: only what changed, verified, resumed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pyoxigraph as ox
import pytest
from rdflib import Literal, URIRef
from rdflib.namespace import RDFS, XSD

from a4_rdf.errors import StoreError, UsageError
from a4_rdf.store import Quad, memory_store, record
from a4_rdf.store import loading as loading_module
from a4_rdf.store.graph_store import GraphStore
from a4_rdf.store.loading import Loaded, Step, Target, load
from tests.engines import Engine
from tests.store.quads import BASE, BRIDGE, GRAPH, QUADS, ROAD, VALUE

LATER = URIRef(f"{BASE}/graph/gad/a4/2015-10-31")
FOREIGN = URIRef("https://otro.example/graph")
CURRENT, RECORD = URIRef(f"{BASE}/graph/actual"), URIRef(f"{BASE}/graph/carga")
FOREIGN_TRIPLE = b'<https://otro.example/a> <https://otro.example/b> "c" .\n'
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"


def many(count: int) -> tuple[Quad, ...]:
    return tuple(
        (URIRef(f"{BASE}/id/x/{n}"), RDFS.label, Literal(f"línea {n}\n«{n}»", lang="es"), None)
        for n in range(count)
    )


def held(engine: Engine, graph: URIRef | None = None) -> int:
    with engine.opened(BASE) as store:
        (count,) = store.select(COUNT, graph=graph).column("n")
    return int(count)


def test_what_is_loaded_is_there_and_is_loaded_once(engine: Engine) -> None:
    source = memory_store(BASE, QUADS)
    assert engine.load(source, "one") == Loaded(2, 0, 0, 5)
    assert (held(engine), held(engine, GRAPH)) == (4, 1)
    assert engine.load(source, "one") == Loaded(0, 2, 0, 0)
    assert engine.load(source, "two") == Loaded(0, 2, 0, 0)
    assert engine.load(source, "two", anew=True) == Loaded(2, 0, 0, 5)
    with engine.opened(BASE) as store:
        assert record.publication(store) == "two"
        assert store.named_graphs() == (GRAPH,)


def test_only_what_changed_is_written_and_what_went_is_removed(engine: Engine) -> None:
    engine.load(memory_store(BASE, QUADS), "one")
    steps: list[Step] = []
    changed = (*QUADS[:-1], (ROAD, RDFS.label, Literal("x"), LATER))
    source = memory_store(BASE, changed)
    done = load(source, engine.target(BASE), "two", steps.append)
    assert done == Loaded(1, 1, 1, 1)
    assert steps == [
        Step("unchanged", CURRENT, 4),
        Step("written", LATER, 1),
        Step("removed", GRAPH, 0),
    ]
    assert (held(engine), held(engine, GRAPH), held(engine, LATER)) == (4, 0, 1)


def test_graphs_of_others_are_not_touched(engine: Engine) -> None:
    engine.graph_store.put(FOREIGN, FOREIGN_TRIPLE)
    engine.load(memory_store(BASE, QUADS), "one")
    engine.load(memory_store(BASE, QUADS[:1]), "two")
    assert (held(engine), held(engine, FOREIGN)) == (1, 1)


def test_a_default_graph_of_others_is_not_replaced(oxigraph: Engine) -> None:
    oxigraph.empty()
    oxigraph.graph_store.put(None, FOREIGN_TRIPLE)
    with pytest.raises(UsageError, match="the default graph holds data of others"):
        oxigraph.load(memory_store(BASE, QUADS), "one")
    with oxigraph.graph_store.read(None) as triples:
        assert [str(triple.object) for triple in triples] == ['"c"']
    with oxigraph.graph_store.read(RECORD) as triples:
        assert list(triples) == []
    oxigraph.empty()


def test_a_graph_larger_than_a_request_is_whole(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading_module, "AT_ONCE", 40)
    assert engine.load(memory_store(BASE, many(121)), "one") == Loaded(1, 0, 0, 121)
    assert held(engine) == 121
    assert engine.load(memory_store(BASE, many(39)), "two") == Loaded(1, 0, 0, 39)
    assert held(engine) == 39


def test_an_empty_default_graph_is_loaded_too(engine: Engine) -> None:
    engine.load(memory_store(BASE, QUADS), "one")
    assert engine.load(memory_store(BASE, QUADS[-1:]), "two") == Loaded(1, 1, 0, 0)
    assert (held(engine), held(engine, GRAPH)) == (0, 1)


@dataclass
class Breaking:
    """A graph store that is cut off after so many requests that write."""

    graphs: GraphStore
    left: int
    address: str = "http://engine.example/store"

    def put(self, graph: URIRef | None, triples: bytes) -> None:
        self._spend()
        self.graphs.put(graph, triples)

    def post(self, graph: URIRef | None, triples: bytes) -> None:
        self._spend()
        self.graphs.post(graph, triples)

    def delete(self, graph: URIRef | None) -> None:
        self._spend()
        self.graphs.delete(graph)

    @contextmanager
    def read(self, graph: URIRef | None) -> Iterator[Iterator[ox.Triple]]:
        with self.graphs.read(graph) as triples:
            yield triples

    def _spend(self) -> None:
        if not self.left:
            raise StoreError("cut off")
        self.left -= 1


@pytest.mark.parametrize("requests", range(9))
def test_wherever_a_load_breaks_off_the_next_one_makes_it_whole(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, requests: int
) -> None:
    monkeypatch.setattr(loading_module, "AT_ONCE", 2)
    engine.load(memory_store(BASE, QUADS), "one")
    target = engine.target(BASE)
    broken = Target(Breaking(target.graphs, requests), target.queries)  # type: ignore[arg-type]
    changed = memory_store(BASE, (*many(5), (ROAD, RDFS.label, Literal("x"), LATER)))
    with pytest.raises(StoreError, match="cut off"):
        load(changed, broken, "two")
    # Back to the first publication: nothing half-written may pass for it.
    done = engine.load(memory_store(BASE, QUADS), "one", anew=False)
    assert (held(engine), held(engine, GRAPH), held(engine, LATER)) == (4, 1, 0)
    assert done.unchanged + done.written == 2
    engine.load(changed, "two")
    assert (held(engine), held(engine, GRAPH), held(engine, LATER)) == (5, 0, 1)


@dataclass
class Losing(Breaking):
    """A graph store that says yes and loses a triple of each graph but the record."""

    def put(self, graph: URIRef | None, triples: bytes) -> None:
        lines = triples.splitlines(keepends=True)
        self.graphs.put(graph, triples if graph == RECORD else b"".join(lines[1:]))


def test_what_does_not_come_back_as_it_went_is_an_error(engine: Engine) -> None:
    target = engine.target(BASE)
    losing = Target(Losing(target.graphs, 0), target.queries)  # type: ignore[arg-type]
    with pytest.raises(StoreError, match=r"was sent 4 triples, digest .*… and holds 3 triples"):
        load(memory_store(BASE, QUADS), losing, "one")
    with engine.opened(BASE) as store:
        assert record.publication(store) == ""
        assert record.read(store).verified == {}
    assert engine.load(memory_store(BASE, QUADS), "one") == Loaded(2, 0, 0, 5)


def test_values_are_compared_not_spellings(engine: Engine) -> None:
    spelled = (
        ("45.0", XSD.decimal),
        ("-0.50", XSD.decimal),
        ("12345678901234567890.123456789", XSD.decimal),
        ("123456789012345678901234567890", XSD.integer),
        ("7", XSD.nonNegativeInteger),
        ("true", XSD.boolean),
        ("1.5E1", XSD.double),
        ("2015-09-30", XSD.date),
        ("2015", XSD.gYear),
        ("2015-09-30T10:00:00-05:00", XSD.dateTime),
        ("https://x.ec/ñ", XSD.anyURI),
        ("ABCD", XSD.hexBinary),
    )
    quads = [
        (BRIDGE, URIRef(f"{VALUE}{n}"), Literal(text, datatype=kind, normalize=False), None)
        for n, (text, kind) in enumerate(spelled)
    ]
    quads.append((BRIDGE, RDFS.label, Literal('ñ 😀 \\ " \t \r \n \x01 \x7f', lang="es-EC"), None))
    quads.append((BRIDGE, RDFS.seeAlso, URIRef(f"{BASE}/ñ/%C3%B1?a=1#b,2"), None))
    assert engine.load(memory_store(BASE, quads), "one") == Loaded(1, 0, 0, 14)
