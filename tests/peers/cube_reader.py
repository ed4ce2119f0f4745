"""A reader of any RDF data cube, which knows the standard and nothing of us: rdflib alone.

https://www.w3.org/TR/vocab-data-cube/
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rdflib import Graph, Namespace
from rdflib.namespace import RDF, RDFS, SKOS
from rdflib.term import Node

QB = Namespace("http://purl.org/linked-data/cube#")
KINDS = (QB.dimension, QB.measure, QB.attribute)
Row = dict[str, Node | None]


@dataclass(frozen=True)
class Cube:
    """A cube as a table: its columns by kind in the structure's order, a row per observation."""

    dataset: Node
    columns: dict[str, list[str]]
    rows: dict[Node, Row]
    slices: dict[Node, list[Row]]


def cubes(graph: Graph) -> Iterator[Cube]:
    """Yield each data set of a graph."""
    for dataset in graph.subjects(RDF.type, QB.DataSet):
        components = sorted(_components(graph, dataset))
        properties = {name: prop for _, _, name, prop in components}
        columns = {
            str(k).rsplit("#", 1)[1]: [n for _, c, n, _ in components if c == k] for k in KINDS
        }
        rows = {
            observation: {name: graph.value(observation, p) for name, p in properties.items()}
            for observation in graph.subjects(QB.dataSet, dataset)
        }
        slices = {
            piece: [rows[observation] for observation in graph.objects(piece, QB.observation)]
            for piece in graph.objects(dataset, QB.slice)
        }
        yield Cube(dataset, columns, rows, slices)


def label(graph: Graph, thing: Node | None, lang: str = "es") -> str:
    """Return a thing's name in a language, or what it is called by where it has none."""
    found = [o for p in (SKOS.prefLabel, RDFS.label) for o in graph.objects(thing, p)]
    named = [str(o) for o in found if getattr(o, "language", None) in (lang, None)]
    return named[0] if named else str(thing)


def _components(graph: Graph, dataset: Node) -> Iterator[tuple[int, Node, str, Node]]:
    for structure in graph.objects(dataset, QB.structure):
        for component in graph.objects(structure, QB.component):
            order = int(str(graph.value(component, QB.order) or 0))
            for kind in KINDS:
                for prop in graph.objects(component, kind):
                    yield order, kind, label(graph, prop), prop
