"""Normalise a cube: state what its abbreviations mean (Data Cube, section 10).

A pure function over triples: types and component properties are closed, values that hang from a
data set or a slice are pushed down to its observations, and hierarchies are walked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from rdflib import URIRef
from rdflib.namespace import OWL, RDF

from a4_rdf.check.index import Index, Node, reached
from a4_rdf.terms import Triple
from a4_rdf.vocab import CUBE_WALK, QB

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


Rule = Callable[[Index], Iterator[Triple]]


def normalise(triples: Iterable[Triple]) -> tuple[Triple, ...]:
    """Return the triples and all that they imply of the cube, each once."""
    known = dict.fromkeys(triples)
    index = Index(known)
    for rule in (_closure, _attachments, _hierarchies):
        implied = tuple(rule(index))
        index.extend(implied)
        known.update(dict.fromkeys(implied))
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
        for code in _below(roots, pairs):
            yield _iri(code_list), predicate, code


def _below(roots: Iterable[Node], edges: Iterable[tuple[Node, Node]]) -> set[Node]:
    children: dict[Node, list[Node]] = defaultdict(list)
    for parent, child in edges:
        children[parent].append(child)
    return reached(roots, lambda node: children.get(node, ()))


def _iri(node: Node) -> URIRef:
    """Return a node that stands where only an IRI may, as the IRI that it is."""
    return URIRef(str(node))
