"""Normalise a cube: state what its abbreviations mean (Data Cube, section 10).

A pure function over triples: types and component properties are closed, values that hang from a
data set or a slice are pushed down to its observations, and hierarchies are walked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from rdflib import Literal, URIRef
from rdflib.namespace import OWL, RDF

from a4_rdf.terms import Triple
from a4_rdf.vocab import CUBE_WALK, QB

Node = URIRef | Literal
COMPONENTS = (
    (QB.dimension, QB.DimensionProperty),
    (QB.measure, QB.MeasureProperty),
    (QB.attribute, QB.AttributeProperty),
)
TYPES_OF_OBJECT = (
    (QB.observation, QB.Observation),
    (QB.dataSet, QB.DataSet),
    (QB.slice, QB.Slice),
)


class Index:
    """Triples by predicate, and then by subject: `objects(s, p)` without a scan."""

    __slots__ = ("_by_predicate",)

    def __init__(self, triples: Iterable[Triple]) -> None:
        self._by_predicate: dict[URIRef, dict[Node, list[Node]]] = defaultdict(dict)
        for s, p, o in triples:
            self._by_predicate[p].setdefault(s, []).append(o)

    def pairs(self, predicate: Node) -> Iterator[tuple[Node, Node]]:
        """Yield the subject and object of each triple of a predicate."""
        if isinstance(predicate, URIRef):
            for subject, objects in self._by_predicate.get(predicate, {}).items():
                yield from ((subject, thing) for thing in objects)

    def objects(self, subject: Node, predicate: Node) -> tuple[Node, ...]:
        """Return the objects of a subject and a predicate."""
        if not isinstance(predicate, URIRef):
            return ()
        return tuple(self._by_predicate.get(predicate, {}).get(subject, ()))

    def uses(self, predicate: Node) -> bool:
        """Return whether any triple has this predicate."""
        return predicate in self._by_predicate


Rule = Callable[[Index], Iterator[Triple]]


def normalise(triples: Iterable[Triple]) -> tuple[Triple, ...]:
    """Return the triples and all that they imply of the cube, each once."""
    closed = _with(triples, _closure)
    flat = _with(closed, _attachments)
    return _with(flat, _hierarchies)


def _with(triples: Iterable[Triple], rule: Rule) -> tuple[Triple, ...]:
    known = dict.fromkeys(triples)
    known.update(dict.fromkeys(rule(Index(known))))
    return tuple(known)


def _closure(index: Index) -> Iterator[Triple]:
    """Type and property closure: phase 1 of the standard's algorithm."""
    for predicate, kind in TYPES_OF_OBJECT:
        for _, thing in index.pairs(predicate):
            if isinstance(thing, URIRef):
                yield thing, RDF.type, kind
    for observation, _ in index.pairs(QB.dataSet):
        yield _iri(observation), RDF.type, QB.Observation
    for predicate, kind in COMPONENTS:
        for component, thing in index.pairs(predicate):
            yield _iri(component), QB.componentProperty, thing
            yield _iri(thing), RDF.type, kind


def _attachments(index: Index) -> Iterator[Triple]:
    """Push values down to observations: phase 2 of the standard's algorithm."""
    observations: dict[Node, list[Node]] = defaultdict(list)
    for observation, dataset in index.pairs(QB.dataSet):
        observations[dataset].append(observation)
    for dataset, structure in index.pairs(QB.structure):
        for component in index.objects(structure, QB.component):
            attachment = index.objects(component, QB.componentAttachment)
            for name in index.objects(component, QB.componentProperty):
                if QB.DataSet in attachment:
                    yield from _pushed(index, dataset, name, observations[dataset])
                is_dimension = QB.DimensionProperty in index.objects(name, RDF.type)
                if QB.Slice in attachment or is_dimension:
                    for piece in index.objects(dataset, QB.slice):
                        inside = index.objects(piece, QB.observation)
                        yield from _pushed(index, piece, name, inside)


def _pushed(
    index: Index, holder: Node, name: Node, observations: Iterable[Node]
) -> Iterator[Triple]:
    for value in index.objects(holder, name):
        for observation in observations:
            yield _iri(observation), _iri(name), value


def _hierarchies(index: Index) -> Iterator[Triple]:
    """Name the codes that hang from the roots of each hierarchical code list.

    A list whose parent-child property is only the inverse of a real one is walked against it.
    """
    for code_list, walk in index.pairs(QB.parentChildProperty):
        inverses = index.objects(walk, OWL.inverseOf)
        if inverses and not index.uses(walk):
            yield _iri(code_list), CUBE_WALK.inverse, walk
            pairs = ((child, parent) for p in inverses for parent, child in index.pairs(p))
            predicate = CUBE_WALK["code-inverse"]
        else:
            pairs = ((parent, child) for parent, child in index.pairs(walk))
            predicate = CUBE_WALK.code
        roots = index.objects(code_list, QB.hierarchyRoot)
        for code in _reached(roots, pairs):
            yield _iri(code_list), predicate, code


def _reached(roots: Iterable[Node], edges: Iterable[tuple[Node, Node]]) -> set[Node]:
    children: dict[Node, list[Node]] = defaultdict(list)
    for parent, child in edges:
        children[parent].append(child)
    seen: set[Node] = set()
    waiting = list(roots)
    while waiting:
        node = waiting.pop()
        if node not in seen:
            seen.add(node)
            waiting.extend(children[node])
    return seen


def _iri(node: Node) -> URIRef:
    """Return a node that stands where only an IRI may, as the IRI that it is."""
    return URIRef(str(node))
