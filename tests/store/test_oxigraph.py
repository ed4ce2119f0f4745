from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Literal, URIRef
from rdflib.namespace import RDFS, XSD

from a4_rdf import formats, terms
from a4_rdf.errors import QueryError, StoreError
from a4_rdf.store import Quad, build_store, memory_store, open_store, rdfio
from a4_rdf.vocab import DCAT
from tests.store.quads import BASE, BRIDGE, GRAPH, QUADS, ROAD

COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"


def count(path: Path) -> str:
    with open_store(path, BASE) as store:
        return str(store.select(COUNT).rows[0][0])


def test_a_folder_without_store_is_said_to_be_none(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store here") as caught:
        open_store(tmp_path, BASE)
    assert caught.value.exit_code == 4
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_store_is_a_store_error(tmp_path: Path) -> None:
    (tmp_path / "CURRENT").write_text("MANIFEST-000001\n")
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(tmp_path, BASE)


def test_a_store_is_written_once(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="exists already"), build_store(tmp_path, BASE):
        pass


def test_files_are_loaded_into_their_graphs(tmp_path: Path) -> None:
    triples = [(s, p, o) for s, p, o, _ in QUADS]
    (tmp_path / "latest.nt").write_bytes(rdfio.write(triples, formats.NTRIPLES, BASE))
    (tmp_path / "history.nq").write_bytes(rdfio.write(triples, formats.NQUADS, BASE, GRAPH))
    with build_store(tmp_path / "store", BASE) as writer:
        writer.load_file(tmp_path / "latest.nt", formats.NTRIPLES)
        writer.load_file(tmp_path / "history.nq", formats.NQUADS)
        assert writer.reader().ask("ASK { ?s ?p ?o }")
    del writer
    assert count(tmp_path / "store") == "5"
    with open_store(tmp_path / "store", BASE) as store:
        found = store.select("SELECT ?this ?s { GRAPH ?this { ?s ?p ?o } }", {"this": GRAPH})
    assert len(found) == 5


def test_a_directory_is_open_many_times_at_once(tmp_path: Path) -> None:
    with build_store(tmp_path / "store", BASE) as writer:
        writer.load(QUADS)
    del writer
    with open_store(tmp_path / "store", BASE) as one, open_store(tmp_path / "store", BASE) as two:
        assert one.ask("ASK { ?s ?p ?o }") and two.ask("ASK { ?s ?p ?o }")


def test_memory_is_empty_when_opened() -> None:
    with open_store(None, BASE) as store:
        assert not store.ask("ASK { ?s ?p ?o }")


def test_service_never_leaves_the_machine() -> None:
    with pytest.raises(QueryError, match="SERVICE is not allowed"):
        memory_store(BASE).ask("ASK { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }")


def test_from_names_a_graph_of_the_store_and_fetches_nothing() -> None:
    store = memory_store(BASE, QUADS)
    assert store.ask(f"ASK FROM <{GRAPH}> {{ ?s ?p 'sin idioma' }}")
    assert not store.ask("ASK FROM <http://127.0.0.1:1/> { ?s ?p ?o }")


def test_decimals_take_the_one_form_again() -> None:
    found = memory_store(BASE, QUADS).select("SELECT ?v { ?s <def/poa#targetValue> ?v }")
    assert str(found.rows[0][0]) == "45.0"


def test_triples_of_the_store_are_those_that_were_loaded() -> None:
    found = memory_store(BASE, QUADS).construct("CONSTRUCT WHERE { ?s ?p ?o }")
    assert set(found) == {(s, p, o) for s, p, o, graph in QUADS if graph is None}
    assert (ROAD, RDFS.seeAlso, BRIDGE) in found


def test_integers_take_the_type_of_their_property_again() -> None:
    ordinal, size = URIRef(f"{BASE}/def/poa#ordinal"), DCAT.byteSize
    quads: tuple[Quad, ...] = (
        (ROAD, ordinal, terms.positive(2), None),
        (ROAD, size, Literal("9", datatype=XSD.nonNegativeInteger, normalize=False), None),
        (ROAD, RDFS.label, terms.count(7), None),
    )
    found = memory_store(BASE, quads).construct("CONSTRUCT WHERE { ?s ?p ?o }")
    assert set(found) == {quad[:3] for quad in quads}
