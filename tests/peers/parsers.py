"""Four parsers of RDF that share no code: Oxigraph, rdflib, raptor and N3.js.

Each returns the quads of a file, in the one form in which Oxigraph writes terms; the default
graph is the empty string. What raptor and N3.js understood comes back as N-Quads.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pyoxigraph as ox
from rdflib import Dataset, Literal, URIRef
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

from a4_rdf import formats
from a4_rdf.formats import Format
from a4_rdf.store.rdfio import ENGINE_FORMATS
from tests.peers import need

Quads = frozenset[tuple[str, str, str, str]]
Parser = Callable[[Path, Format], Quads]


def by_oxigraph(path: Path, fmt: Format) -> Quads:
    return _quads(ox.parse(path=str(path), format=ENGINE_FORMATS[fmt.name]))


def by_rdflib(path: Path, fmt: Format) -> Quads:
    names = {"jsonld": "json-ld", "nq": "nquads"}
    data = Dataset(default_union=False)
    data.parse(data=path.read_bytes(), format=names.get(fmt.name, fmt.name))
    return frozenset(
        (_n3(s), _n3(p), _n3(o), "" if g in (None, DATASET_DEFAULT_GRAPH_ID) else _n3(URIRef(g)))
        for s, p, o, g in data.quads()
    )


def by_raptor(path: Path, fmt: Format) -> Quads:
    names = {"nt": "ntriples", "nq": "nquads", "xml": "rdfxml"}
    syntax = names.get(fmt.name, fmt.name)
    command = [need.rapper(), "--quiet", "-i", syntax, "-o", "nquads", str(path)]
    return _understood(command, {**os.environ, "LC_ALL": "C.UTF-8"})


def by_n3(path: Path, fmt: Format) -> Quads:
    command = [need.node(), str(need.N3_SCRIPT), fmt.media_type, str(path)]
    return _understood(command, {**os.environ, "NODE_PATH": str(need.N3_MODULES)})


PARSERS: Mapping[Parser, tuple[Format, ...]] = {
    by_oxigraph: formats.FORMATS,
    by_rdflib: formats.FORMATS,
    by_raptor: tuple(fmt for fmt in formats.FORMATS if fmt != formats.JSONLD),
    by_n3: (formats.TURTLE, formats.NTRIPLES, formats.NQUADS, formats.TRIG),
}
"""What each parser reads: raptor no JSON-LD, N3.js neither JSON-LD nor RDF/XML."""

RDFLIB_DEPRECATES = ("Dataset.default_context", "ConjunctiveGraph")
"""What rdflib's own parsers call although rdflib deprecates it."""


def _understood(command: list[str], environment: Mapping[str, str]) -> Quads:
    """Return what a program wrote as N-Quads; it fails the test where it complains."""
    run = subprocess.run(command, capture_output=True, env=dict(environment), check=False)
    assert (run.returncode, run.stderr) == (0, b"")
    return _quads(ox.parse(run.stdout, format=ox.RdfFormat.N_QUADS))


def _quads(found: Iterator[ox.Quad]) -> Quads:
    return frozenset(
        (str(q.subject), str(q.predicate), str(q.object), _graph(q.graph_name)) for q in found
    )


def _graph(name: ox.NamedNode | ox.BlankNode | ox.DefaultGraph) -> str:
    return "" if isinstance(name, ox.DefaultGraph) else str(name)


def _n3(term: object) -> str:
    """Return an rdflib term in the one form in which Oxigraph writes terms."""
    if isinstance(term, URIRef):
        return str(ox.NamedNode(str(term)))
    assert isinstance(term, Literal)
    if term.language:
        return str(ox.Literal(str(term), language=term.language))
    kind = ox.NamedNode(str(term.datatype)) if term.datatype else None
    return str(ox.Literal(str(term), datatype=kind))
