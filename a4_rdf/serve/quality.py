"""Which notices are of quality, and how many goals of a thing have one."""

from __future__ import annotations

from rdflib import URIRef

from a4_rdf import findings, iris, queries
from a4_rdf.iris import Kind
from a4_rdf.model import Severity
from a4_rdf.store import Store


def is_warning(base: str, kind: URIRef | None) -> bool:
    """Tell a notice of quality from a note about the reading, by the concept of its kind."""
    name = iris.parse(base, kind) if kind else None
    code = name["code"] if name and name.kind is Kind.CONCEPT else ""
    known = findings.KINDS.get(code)
    return known is not None and known.severity is not Severity.INFO


def warned_goals(store: Store, this: URIRef, graph: URIRef | None = None) -> int:
    """Return how many of the goals that point at a thing have a notice of quality."""
    found = store.select(queries.load("goal_notices"), {"this": this}, graph)
    kinds = {kind: is_warning(store.base, kind) for kind in _iris(found.column("kind"))}
    pairs = zip(found.column("goal"), found.column("kind"), strict=True)
    return len({goal for goal, kind in pairs if isinstance(kind, URIRef) and kinds[kind]})


def _iris(terms: tuple[object, ...]) -> set[URIRef]:
    return {term for term in terms if isinstance(term, URIRef)}
