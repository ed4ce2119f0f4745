"""Oxigraph, in memory or in a directory: opened read-only to serve, written once by a release."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

import pyoxigraph as ox
from rdflib import URIRef

from a4_rdf.errors import QueryError, StoreError
from a4_rdf.formats import Format
from a4_rdf.store.convert import engine_quads, from_store, to_engine, triple
from a4_rdf.store.interface import NO_BINDINGS, Bindings, Quad, Solutions
from a4_rdf.store.rdfio import ENGINE_FORMATS
from a4_rdf.store.syntax import refuse_service
from a4_rdf.terms import Triple

Results = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples
Answer = TypeVar("Answer", bound=Results)


class OxigraphStore:
    """A `Store` on an Oxigraph engine; `engine` is for this package only."""

    __slots__ = ("base", "engine")

    def __init__(self, engine: ox.Store, base: str) -> None:
        self.engine = engine
        self.base = base

    @classmethod
    def read_only(cls, path: Path, base: str) -> OxigraphStore:
        """Open a directory that `build_store` wrote; StoreError where it holds no store.

        Any number of processes may have it open; a forked child may go on reading it.
        """
        if not (path / "CURRENT").is_file():
            raise StoreError(
                f"{path}: no store here; expected the folder that `a4-rdf build` writes"
            )
        try:
            return cls(ox.Store.read_only(str(path)), base)
        except OSError as error:
            raise StoreError(f"{path}: the store cannot be opened: {error}") from error

    def select(
        self, query: str, bindings: Bindings = NO_BINDINGS, graph: URIRef | None = None
    ) -> Solutions:
        """Return the solutions of a SELECT."""
        found = self._expect(ox.QuerySolutions, query, bindings, graph)
        names = tuple(variable.value for variable in found.variables)
        with translated():
            rows = tuple(
                tuple(None if term is None else from_store(term) for term in solution)
                for solution in found
            )
        return Solutions(names, rows)

    def ask(self, query: str, bindings: Bindings = NO_BINDINGS) -> bool:
        """Return the answer of an ASK."""
        return bool(self._expect(ox.QueryBoolean, query, bindings))

    def construct(
        self, query: str, bindings: Bindings = NO_BINDINGS, graph: URIRef | None = None
    ) -> tuple[Triple, ...]:
        """Return the distinct triples of a CONSTRUCT or DESCRIBE."""
        found = self._expect(ox.QueryTriples, query, bindings, graph)
        with translated():
            return tuple(dict.fromkeys(triple(one, self.base) for one in found))

    def named_graphs(self) -> tuple[URIRef, ...]:
        """Return the names of all named graphs, in their order."""
        with translated():
            names = sorted(str(graph.value) for graph in self.engine.named_graphs())
        return tuple(URIRef(name) for name in names)

    def close(self) -> None:
        """Let go of the engine; its files close with it."""
        del self.engine

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _expect(
        self, kind: type[Answer], query: str, bindings: Bindings, graph: URIRef | None = None
    ) -> Answer:
        refuse_service(query)
        values = _substitutions(bindings)
        default = None if graph is None else ox.NamedNode(graph)
        with translated():
            found = self.engine.query(
                query, base_iri=f"{self.base}/", substitutions=values, default_graph=default
            )
        if not isinstance(found, kind):
            raise QueryError(f"expected {_EXPECTED[kind]} query")
        return found


class StoreWriter:
    """A store directory in the making; everything is loaded in bulk, nothing is transactional."""

    __slots__ = ("_engine", "base")

    def __init__(self, engine: ox.Store, base: str) -> None:
        self._engine = engine
        self.base = base

    def load(self, quads: Iterable[Quad]) -> None:
        """Add quads; graph None is the default graph."""
        with translated():
            self._engine.bulk_extend(engine_quads(quads))

    def load_file(self, path: Path, fmt: Format) -> None:
        """Add a dump of ours: its triples to the default graph, its quads to their graphs."""
        with translated():
            self._engine.bulk_load(
                path=str(path), format=ENGINE_FORMATS[fmt.name], base_iri=f"{self.base}/"
            )

    def reader(self) -> OxigraphStore:
        """Return the store as it stands, to be queried while it is being written."""
        return OxigraphStore(self._engine, self.base)


@contextmanager
def build_store(path: Path, base: str) -> Iterator[StoreWriter]:
    """Write a new store directory: load into it inside the `with`; it is compacted at the end.

    `path` must not exist yet. Raises StoreError where it does or where it cannot be written.
    """
    if path.exists():
        raise StoreError(f"{path}: exists already; a store is written once")
    with translated():
        engine = ox.Store(str(path))
    yield StoreWriter(engine, base)
    with translated():
        engine.flush()
        engine.optimize()


def memory_store(base: str, quads: Iterable[Quad] = ()) -> OxigraphStore:
    """Return a store in memory that holds the quads; graph None is the default graph."""
    store = OxigraphStore(ox.Store(), base)
    store.engine.bulk_extend(engine_quads(quads))
    return store


_EXPECTED: Mapping[type, str] = {
    ox.QuerySolutions: "a SELECT",
    ox.QueryBoolean: "an ASK",
    ox.QueryTriples: "a CONSTRUCT or DESCRIBE",
}


def _substitutions(
    bindings: Bindings,
) -> dict[ox.Variable, ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple]:
    return {ox.Variable(name): to_engine(term) for name, term in bindings.items()}


@contextmanager
def translated() -> Iterator[None]:
    """Turn the engine's exceptions into ours."""
    try:
        yield
    except SyntaxError as error:
        raise QueryError(_one_line(error)) from error
    except OSError as error:
        raise StoreError(f"the store does not answer: {_one_line(error)}") from error
    except RuntimeError as error:
        # The engine substitutes only variables that the query projects, and says so this way.
        raise QueryError(_one_line(error)) from error


def _one_line(error: Exception) -> str:
    """Return an engine's message on one line: its grammar dumps run over many."""
    text = " ".join(str(error).split())
    return text if len(text) <= 300 else f"{text[:300]}…"
