"""Triples by predicate: the look-ups that normalising a cube and validating a shape are made of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from rdflib import Literal, URIRef
from rdflib.namespace import RDF, RDFS

from a4_rdf.terms import Triple

Node = URIRef | Literal
_NONE: Mapping[Node, dict[Node, None]] = {}


class Index:
    """Triples by predicate, then by subject, each once; by object where that is asked for."""

    __slots__ = ("_by_predicate", "_instances", "_inverse")

    def __init__(self, triples: Iterable[Triple] = ()) -> None:
        self._by_predicate: dict[URIRef, dict[Node, dict[Node, None]]] = defaultdict(dict)
        self._inverse: dict[URIRef, dict[Node, dict[Node, None]]] = {}
        self._instances: dict[Node, frozenset[Node]] = {}
        self.extend(triples)

    def extend(self, triples: Iterable[Triple]) -> None:
        """Add triples; what was derived from the old ones is forgotten."""
        self._inverse.clear()
        self._instances.clear()
        by_predicate = self._by_predicate
        for s, p, o in triples:
            by_predicate[p].setdefault(s, {})[o] = None

    def pairs(self, predicate: Node) -> Iterator[tuple[Node, Node]]:
        """Yield the subject and object of each triple of a predicate."""
        if isinstance(predicate, URIRef):
            for subject, objects in self._by_predicate.get(predicate, _NONE).items():
                yield from ((subject, thing) for thing in objects)

    def objects(self, subject: Node, predicate: Node) -> Collection[Node]:
        """Return the objects of a subject and a predicate."""
        if not isinstance(predicate, URIRef):
            return ()
        return self._by_predicate.get(predicate, _NONE).get(subject, ())

    def subjects(self, predicate: URIRef, thing: Node) -> Collection[Node]:
        """Return the subjects of a predicate and an object."""
        if predicate not in self._inverse:
            inverse: dict[Node, dict[Node, None]] = {}
            for subject, other in self.pairs(predicate):
                inverse.setdefault(other, {})[subject] = None
            self._inverse[predicate] = inverse
        return self._inverse[predicate].get(thing, ())

    def instances(self, kind: Node) -> frozenset[Node]:
        """Return the instances of a class and of its subclasses (SHACL, section 1.1)."""
        if kind not in self._instances:
            found: set[Node] = set()
            for narrower in reached((kind,), lambda node: self.subjects(RDFS.subClassOf, node)):
                found.update(self.subjects(RDF.type, narrower))
            self._instances[kind] = frozenset(found)
        return self._instances[kind]

    def uses(self, predicate: Node) -> bool:
        """Return whether any triple has this predicate."""
        return predicate in self._by_predicate


def reached(roots: Iterable[Node], step: Callable[[Node], Iterable[Node]]) -> set[Node]:
    """Return the roots and all nodes that steps from them lead to."""
    seen: set[Node] = set()
    waiting = list(roots)
    while waiting:
        node = waiting.pop()
        if node not in seen:
            seen.add(node)
            waiting.extend(step(node))
    return seen
