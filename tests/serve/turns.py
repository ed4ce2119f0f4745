"""The web suite on another engine: `A4_TEST_STORE=virtuoso pytest tests/serve`.

Each publication that a test opens is loaded into the one engine when it is asked, if it is not
there already: publications take turns, and every turn is a load of what differs.
"""

from __future__ import annotations

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
class Turns:
    """Opens publications as stores of one engine; `held` is the one that it holds."""

    engine: Engine
    held: str = ""
    base: str = ""
    stores: dict[str, RemoteStore] = field(default_factory=dict)

    def open(self, where: Path | str | None, base: str, *rest: Any) -> Store:
        """Stand in for `open_store`."""
        opened = open_store(where, base, *rest)
        if not isinstance(opened, OxigraphStore):
            return opened
        return InTurn(self, opened, str(Path(str(where)).resolve()))

    def take(self, source: OxigraphStore, name: str) -> RemoteStore:
        """Return the engine as a store that holds what `source` does."""
        if self.held != name:
            self.held = ""
            if source.base != self.base:
                # Publications of two publishers share no engine: there is one default graph.
                self.engine.empty()
            self.base = source.base
            self.engine.load(source, name)
            self.held = name
        if source.base not in self.stores:
            self.stores[source.base] = self.engine.opened(source.base)
        return self.stores[source.base]


@dataclass
class InTurn:
    """A store of the engine that makes sure, with each question, that it is its turn."""

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
