"""Shapes compiled to look-ups: what pySHACL finds, some hundred times as fast.

Shapes are known or unknown as a whole. One that says anything that `components` does not know,
itself or in a shape that it leans on, is left to pySHACL with all its targets: nothing is ignored.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF
from rdflib.term import Node as Term

from a4_rdf import terms
from a4_rdf.check.components import COMPANIONS, COMPONENTS, Rule, Site, Test, Values
from a4_rdf.check.index import Index, Node
from a4_rdf.check.paths import Path, UnknownConstructError, compile_path, path_text
from a4_rdf.check.report import SEVERITIES, Result, severity_of, words_of
from a4_rdf.model import Severity
from a4_rdf.terms import Triple
from a4_rdf.vocab import SH

Target = Callable[[Index], Iterable[Node]]

# pySHACL gives up at fifteen levels; ours have three.
DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Shape:
    """A compiled shape: what its results say, its path, its constraints, its property shapes."""

    node: URIRef
    severity: Severity
    es: str
    en: str
    path_text: str
    path: Path | None
    rules: tuple[Rule, ...]
    parts: tuple[Shape, ...]

    def values(self, index: Index, focus: Node) -> Values:
        """Return the value nodes of a focus node: the node itself where the shape has no path."""
        return (focus,) if self.path is None else self.path(index, focus)

    def conforms(self, index: Index, focus: Node) -> bool:
        """Return whether a node breaks nothing of the shape."""
        values = self.values(index, focus)
        return not any(True for rule in self.rules for _ in rule(index, focus, values)) and all(
            part.conforms(index, value) for part in self.parts for value in values
        )

    def results(self, index: Index, focus: Node) -> Iterator[Result]:
        """Yield what a node breaks of the shape and of its property shapes."""
        values = self.values(index, focus)
        for rule in self.rules:
            for value in rule(index, focus, values):
                yield self._result(focus, value)
        for part in self.parts:
            for value in values:
                yield from part.results(index, value)

    def _result(self, focus: Node, value: Node | None) -> Result:
        iri = focus if isinstance(focus, URIRef) else URIRef(str(focus))
        return Result(self.severity, iri, self.path_text, value, self.node, self.es, self.en)


@dataclass(frozen=True, slots=True)
class Plan:
    """Shapes ready to be run: the compiled ones with their targets, and what pySHACL has to do.

    `refused` says of each shape that is not compiled why; `rest` is the graph for pySHACL.
    """

    shapes: tuple[tuple[Shape, tuple[Target, ...]], ...]
    refused: Mapping[str, str]
    rest: Graph


def compiled(shapes: Graph) -> Plan:
    """Compile those shapes of a graph that are known as a whole, and leave the rest to pySHACL."""
    done: dict[Term, tuple[Shape, tuple[Target, ...]]] = {}
    refused: dict[str, str] = {}
    for node in sorted(_declared(shapes), key=str):
        try:
            done[node] = _compile(shapes, node, ()), tuple(_targets(shapes, node))
        except UnknownConstructError as reason:
            refused[str(node)] = str(reason)
    rest = terms.graph(()) if not refused else _without_targets(shapes, done)
    return Plan(tuple(done.values()), refused, rest)


def validate(triples: Sequence[Triple], plan: Plan) -> tuple[Result, ...]:
    """Return what the shapes of a plan find in the triples, in no promised order.

    Raises CheckError where shapes that are left to pySHACL cannot be used.
    """
    index = Index(triples)
    found = tuple(
        result
        for shape, targets in plan.shapes
        for focus in {node for target in targets for node in target(index)}
        for result in shape.results(index, focus)
    )
    return (*found, *reference(triples, plan.rest)) if plan.refused else found


def reference(triples: Sequence[Triple], shapes: Graph) -> tuple[Result, ...]:
    """Return what pySHACL finds in the triples, whatever could have been compiled."""
    # Here, because importing pySHACL takes longer than checking most documents without it.
    from a4_rdf.check import shacl  # noqa: PLC0415

    return shacl.validate(terms.graph(triples), shapes)


def _without_targets(shapes: Graph, done: Collection[Term]) -> Graph:
    rest = Graph(bind_namespaces="none")
    for s, p, o in shapes:
        if s not in done or p not in _TARGETS:
            rest.add((s, p, o))
    return rest


def _declared(shapes: Graph) -> set[Term]:
    """Return what may have focus nodes of its own: shapes by their type or a target, and classes.

    A class that has property shapes is a shape and its own target (SHACL, section 2.1.3.3).
    """
    found = {node for kind in _TYPES for node in shapes.subjects(RDF.type, kind)}
    holders = (s for p in (SH.property, SH.node) for s in shapes.subjects(p, None))
    found.update(node for node in holders if (node, RDF.type, None) in shapes)
    return found.union(*(shapes.subjects(target, None) for target in _TARGETS))


def _compile(shapes: Graph, node: Term, above: tuple[Term, ...], inner: bool = False) -> Shape:
    """Compile a shape; `inner` where only its conformance counts, as below sh:or or sh:node."""
    if node in above or len(above) >= DEEPEST:
        raise UnknownConstructError("a shape within itself, or too deep")
    stated = _stated(shapes, node, inner)
    stated_path = shapes.value(node, SH.path)
    path = None if stated_path is None else compile_path(shapes, stated_path)
    below = (*above, node)

    def conforms(other: Term) -> Test:
        return _compile(shapes, other, below, inner=True).conforms

    site = Site(shapes, node, path is not None, conforms)
    rules = tuple(COMPONENTS[p](site, o) for p, o in stated if p in COMPONENTS)
    if rules and not inner and not isinstance(node, URIRef):
        raise UnknownConstructError("a nameless shape with results of its own")
    parts = [o for p, o in stated if p == SH.property]
    if not all((part, SH.path, None) in shapes for part in parts):
        raise UnknownConstructError("sh:property with a node shape")
    es, en = words_of(shapes, node)
    return Shape(
        node=URIRef(str(node)),
        severity=severity_of(shapes, node),
        es=es,
        en=en,
        path_text="" if stated_path is None else path_text(shapes, stated_path),
        path=path,
        rules=rules,
        parts=tuple(_compile(shapes, part, below, inner) for part in parts),
    )


def _stated(shapes: Graph, node: Term, inner: bool) -> list[tuple[Term, Term]]:
    """Return what is stated of a shape, all of it known and nothing twice that may stand once.

    An inner shape may not have a severity: pySHACL lets a node conform that breaks a warning.
    """
    stated = list(shapes.predicate_objects(node))
    kinds = {o for p, o in stated if p == RDF.type}
    names = [p for p, _ in stated if p not in _REPEATABLE]
    has_path = SH.path in names
    unknown = {p for p, _ in stated} - (_KNOWN_INSIDE if inner else _KNOWN)
    lonely = {p for p in names if p in COMPANIONS and COMPANIONS[p] not in names}
    if not stated or unknown or lonely or len(names) != len(set(names)):
        named = ", ".join(sorted(map(str, unknown | lonely)))
        raise UnknownConstructError(named or "nothing, or a thing twice")
    if kinds - {SH.PropertyShape if has_path else SH.NodeShape}:
        raise UnknownConstructError("a type that does not fit")
    if {o for p, o in stated if p == SH.severity} - set(SEVERITIES):
        raise UnknownConstructError("a severity of its own")
    return stated


def _targets(shapes: Graph, node: Term) -> Iterator[Target]:
    """Yield the targets of a shape (SHACL, section 2.1.3)."""
    for predicate, target in _TARGETS.items():
        for thing in shapes.objects(node, predicate):
            if not isinstance(thing, URIRef | Literal):
                raise UnknownConstructError("a blank node as a target")
            yield target(thing)


def _node_target(thing: Node) -> Target:
    return lambda index: (thing,)


def _class_target(thing: Node) -> Target:
    return lambda index: index.instances(thing)


def _subjects_target(thing: Node) -> Target:
    return lambda index: (subject for subject, _ in index.pairs(thing))


def _objects_target(thing: Node) -> Target:
    return lambda index: (other for _, other in index.pairs(thing))


_TARGETS: Mapping[Term, Callable[[Node], Target]] = {
    SH.targetClass: _class_target,
    SH.targetNode: _node_target,
    SH.targetObjectsOf: _objects_target,
    SH.targetSubjectsOf: _subjects_target,
}
_TYPES = (SH.NodeShape, SH.PropertyShape)
_REPEATABLE = frozenset({RDF.type, SH.message, SH.property, *_TARGETS})
_KNOWN_INSIDE = frozenset({*_REPEATABLE, *COMPONENTS, *COMPANIONS, SH.path})
_KNOWN = _KNOWN_INSIDE | {SH.severity}
