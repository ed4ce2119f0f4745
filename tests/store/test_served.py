"""What an endpoint has to be for a site to be served from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from a4_rdf.errors import StoreError
from a4_rdf.store import Place, memory_store, open_served
from a4_rdf.store.served import check_served
from tests.engines import Engine, started
from tests.store.quads import BASE, GRAPH, QUADS


def test_the_record_says_where_what_holds_now_is(oxigraph: Engine, virtuoso: Engine) -> None:
    for engine, default in ((oxigraph, None), (virtuoso, f"{BASE}/graph/actual")):
        engine.empty()
        engine.load(memory_store(BASE, QUADS), "one")
        check_served(Place(engine.queries), BASE)
        store, found = open_served(Place(engine.queries), BASE)
        with store:
            assert (str(store.default_graph) if default else store.default_graph) == default
            assert (found.publication, store.named_graphs()) == ("one", (GRAPH,))
        engine.empty()


def test_a_store_that_nothing_was_loaded_into_shows_what_it_has(oxigraph: Engine) -> None:
    oxigraph.empty()
    oxigraph.graph_store.put(GRAPH, b"<urn:a> <urn:b> <urn:c> .\n")
    store, found = open_served(Place(oxigraph.queries), BASE)
    with store:
        assert (found.publication, store.named_graphs()) == ("", (GRAPH,))
    oxigraph.empty()


def test_an_engine_that_cuts_results_is_refused(tmp_path: Path) -> None:
    settings = "[SPARQL]\nResultSetMaxRows = 100000\n"
    with started("virtuoso", tmp_path, settings) as engine:
        engine.load(memory_store(BASE, QUADS), "one")
        with pytest.raises(StoreError, match=r"100000 rows: .* take ResultSetMaxRows out"):
            check_served(Place(engine.queries), BASE)


def test_an_engine_that_is_away_is_refused() -> None:
    with pytest.raises(StoreError, match="does not answer"):
        check_served(Place("http://127.0.0.1:9/sparql"), BASE)
