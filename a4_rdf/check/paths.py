"""Property paths of shapes: as SPARQL writes them, and as look-ups (SHACL, section 2.3.1)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from rdflib import BNode, Graph, URIRef
from rdflib.collection import Collection as RdfList
from rdflib.namespace import RDF
from rdflib.term import Node as Term

from a4_rdf.check.index import Index, Node, reached
from a4_rdf.errors import CheckError
from a4_rdf.vocab import SH

Path = Callable[[Index, Node], Collection[Node]]

# pySHACL refuses deeper paths; it counts each step of a sequence as one level.
DEEPEST = 9


class UnknownConstructError(ValueError):
    """A shape says something that is not compiled: pySHACL has to validate it."""


def path_text(graph: Graph, path: Term) -> str:
    """Return a property path as SPARQL writes it; a plain predicate is its IRI without brackets."""
    return str(path) if isinstance(path, URIRef) else _text(graph, path)


def compile_path(graph: Graph, path: Term, depth: int = 0) -> Path:
    """Return a function from a node to the nodes that a path leads to, each once.

    Raises UnknownConstructError for the inverse of anything but a predicate, which pySHACL reads
    otherwise than SPARQL, and for what is no path.
    """
    if isinstance(path, URIRef):
        return _predicate(path)
    if depth > DEEPEST:
        raise UnknownConstructError("a deep path")
    if (path, RDF.first, None) in graph:
        return _sequence([compile_path(graph, p, depth + n + 1) for n, p in _items(graph, path)])
    stated = list(graph.predicate_objects(path))
    if len(stated) != 1:
        raise UnknownConstructError("a path of several kinds")
    kind, inner = stated[0]
    if kind == SH.inversePath and isinstance(inner, URIRef):
        return _inverse(inner)
    if kind == SH.alternativePath:
        return _union([compile_path(graph, p, depth + n + 1) for n, p in _items(graph, inner)])
    if kind in _REPEATED:
        return _REPEATED[kind](compile_path(graph, inner, depth + 1))
    raise UnknownConstructError(f"a path with {kind}")


def members(graph: Graph, head: Term) -> list[Term]:
    """Return the members of an RDF list; UnknownConstructError where it is none, or is empty."""
    if (head, RDF.first, None) not in graph:
        raise UnknownConstructError("an empty list, or none")
    try:
        return list(graph.items(head))
    except ValueError as error:
        raise UnknownConstructError("a list without end") from error


def _items(graph: Graph, head: Term) -> list[tuple[int, Term]]:
    items = members(graph, head)
    if len(items) < 2:
        raise UnknownConstructError("a path of one step")
    return list(enumerate(items))


def _predicate(predicate: URIRef) -> Path:
    return lambda index, focus: index.objects(focus, predicate)


def _inverse(predicate: URIRef) -> Path:
    return lambda index, focus: index.subjects(predicate, focus)


def _sequence(steps: list[Path]) -> Path:
    def walk(index: Index, focus: Node) -> set[Node]:
        here: set[Node] = {focus}
        for step in steps:
            here = {value for node in here for value in step(index, node)}
        return here

    return walk


def _union(steps: list[Path]) -> Path:
    return lambda index, focus: {value for step in steps for value in step(index, focus)}


def _zero_or_more(step: Path) -> Path:
    return lambda index, focus: reached((focus,), lambda node: step(index, node))


def _one_or_more(step: Path) -> Path:
    return lambda index, focus: reached(step(index, focus), lambda node: step(index, node))


def _zero_or_one(step: Path) -> Path:
    return lambda index, focus: {focus, *step(index, focus)}


_REPEATED: Mapping[Term, Callable[[Path], Path]] = {
    SH.zeroOrMorePath: _zero_or_more,
    SH.oneOrMorePath: _one_or_more,
    SH.zeroOrOnePath: _zero_or_one,
}


def _text(graph: Graph, path: Term) -> str:
    if isinstance(path, URIRef):
        return f"<{path}>"
    if graph.value(path, RDF.first):
        return "/".join(_text(graph, step) for step in RdfList(graph, path))
    for predicate, template in _TEMPLATES.items():
        if isinstance(inner := graph.value(path, predicate), URIRef | BNode):
            return template.format(_text(graph, inner))
    steps = graph.value(path, SH.alternativePath)
    if not isinstance(steps, URIRef | BNode):
        raise CheckError("a shape has a property path that SHACL does not know")
    return f"({'|'.join(_text(graph, step) for step in RdfList(graph, steps))})"


_TEMPLATES: Mapping[URIRef, str] = {
    SH.inversePath: "^{}",
    SH.zeroOrMorePath: "{}*",
    SH.oneOrMorePath: "{}+",
    SH.zeroOrOnePath: "{}?",
}
