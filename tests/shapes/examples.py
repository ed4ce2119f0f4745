"""The examples of the shapes: a folder per shape file, valid and invalid graphs in Turtle.

Beside `invalid*.ttl` stands `expected*.txt`: a line per result, the node and the shape's name.
An example is checked whole, vocabulary included; only the results of its own file count.
"""

from __future__ import annotations

from pathlib import Path

from rdflib import Graph, Literal, URIRef

from a4_rdf import formats, resources
from a4_rdf.check import check, check_catalogue
from a4_rdf.check.report import Result
from a4_rdf.store import rdfio
from a4_rdf.vocab import SH

BASE = "http://example.org"
HERE = Path(__file__).parent
FILES = ("catalog", "change", "cube", "goal", "organization", "source", "text")


def shapes_of(name: str) -> Graph:
    """Return the shapes of one file."""
    path = resources.folder("shapes") / f"{name}.ttl"
    return Graph(bind_namespaces="none").parse(path, publicID=f"{BASE}/")


def checks_of(name: str) -> set[str]:
    """Return the names of the shapes in a file that can fail: those with a message."""
    shapes = shapes_of(name)
    return {str(shape).rsplit("#", 1)[1] for shape in shapes.subjects(SH.message, None)}


def results(name: str, example: Path) -> tuple[Result, ...]:
    """Return what the shapes of one file find in an example."""
    triples = rdfio.parse(example, formats.TURTLE, BASE)
    report = check_catalogue(triples, BASE) if name == "catalog" else check(triples, BASE)
    own = checks_of(name)
    return tuple(result for result in report.results if result.code in own)


def line(result: Result) -> str:
    """Return a result as `expected*.txt` has it: node, shape, and value where there is one."""
    value = [] if result.value is None else [_short(result.value)]
    return " ".join((_short(result.focus), result.code, *value))


def _short(term: URIRef | Literal) -> str:
    return term.n3() if isinstance(term, Literal) else term.removeprefix(f"{BASE}/")
