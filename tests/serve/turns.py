"""The web suite on another engine: `A4_TEST_STORE=virtuoso pytest tests/serve`.

Each publisher has an engine of its own, for an engine has one default graph. A publication that a
test opens is loaded when it is asked, if it is not there already: those of one publisher take
turns, and every turn is a load of what differs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rdflib import URIRef

from a4_rdf.store import (
    NO_BINDINGS,
    Bindings,
    OxigraphStore,
    RemoteStore,
    Solutions,
    Store,
    open_store,
)
from a4_rdf.terms import Triple
from tests.engines import Engine


@dataclass
class Held:
    """An engine, as it is asked, and the publication that it holds."""

    engine: Engine
    store: RemoteStore
    name: str


@dataclass
class Turns:
    """Opens publications as stores of engines, which `start` starts; `held` has one for each base.

    Nobody else writes to these engines: what they hold is known.
    """

    start: Callable[[], Engine]
    held: dict[str, Held] = field(default_factory=dict)

    def open(self, where: Path | str | None, base: str, *rest: Any) -> Store:
        """Stand in for `open_store`."""
        opened = open_store(where, base, *rest)
        if not isinstance(opened, OxigraphStore):
            return opened
        return InTurn(self, opened, str(Path(str(where)).resolve()))

    def take(self, source: OxigraphStore, name: str) -> RemoteStore:
        """Return an engine as a store that holds what `source` does."""
        held = self.held.get(source.base)
        if held is None:
            engine = self.start()
            engine.load(source, name)
            held = self.held[source.base] = Held(engine, engine.opened(source.base), name)
        elif held.name != name:
            held.name = ""
            held.engine.load(source, name)
            held.name = name
        return held.store

    def close(self) -> None:
        """Let go of the stores; who started the engines ends them."""
        for held in self.held.values():
            held.store.close()


@dataclass
class InTurn:
    """A store of an engine that makes sure, with each question, that it is its turn."""

    turns: Turns
    source: OxigraphStore
    name: str

    @property
    def base(self) -> str:
        return self.source.base

    def select(
        self, query: str, bindings: Bindings = NO_BINDINGS, graph: URIRef | None = None
    ) -> Solutions:
        return self._store().select(query, bindings, graph)

    def ask(self, query: str, bindings: Bindings = NO_BINDINGS) -> bool:
        return self._store().ask(query, bindings)

    def construct(
        self, query: str, bindings: Bindings = NO_BINDINGS, graph: URIRef | None = None
    ) -> tuple[Triple, ...]:
        return self._store().construct(query, bindings, graph)

    def named_graphs(self) -> tuple[URIRef, ...]:
        return self._store().named_graphs()

    def close(self) -> None:
        self.source.close()

    def _store(self) -> RemoteStore:
        return self.turns.take(self.source, self.name)
