"""The dataset of the store tests in each kind of store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from a4_rdf.store import Store, build_store, memory_store, open_store
from a4_rdf.store.convert import engine_quads
from tests.engines import NAMES, Engine
from tests.store.endpoint import Endpoint, running
from tests.store.quads import BASE, QUADS


@pytest.fixture(params=["memory", "directory", "remote", "oxigraph", "virtuoso"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Yield a store that holds QUADS."""
    if request.param == "memory":
        with memory_store(BASE, QUADS) as opened:
            yield opened
    elif request.param == "directory":
        with build_store(tmp_path / "store", BASE) as writer:
            writer.load(QUADS)
        del writer
        with open_store(tmp_path / "store", BASE) as opened:
            yield opened
    elif request.param in NAMES:
        engine: Engine = request.getfixturevalue(request.param)
        engine.load(memory_store(BASE, QUADS), "contract")
        with engine.opened(BASE) as opened:
            yield opened
    else:
        memory = ox.Store()
        memory.extend(engine_quads(QUADS))
        endpoint = Endpoint(memory)
        with running(endpoint), open_store(endpoint.address, BASE) as opened:
            yield opened
