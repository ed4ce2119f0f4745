"""RDF to bytes and back: every dump, page and ontology file goes through here.

`write` is for what fits in memory: it sorts, so equal graphs give equal bytes. `write_to` and
`convert` stream, in the order that they are given. Control characters, which XML 1.0 cannot
hold, are refused in RDF/XML with a ValueError; all other formats keep them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import IO

import pyoxigraph as ox
from rdflib import Literal, URIRef

from a4_rdf import formats, vocab
from a4_rdf.errors import SourceError
from a4_rdf.formats import Format
from a4_rdf.store.convert import engine_quads, from_engine
from a4_rdf.store.interface import Quad
from a4_rdf.terms import Triple, ordered

ENGINE_FORMATS: Mapping[str, ox.RdfFormat] = {
    formats.TURTLE.name: ox.RdfFormat.TURTLE,
    formats.NTRIPLES.name: ox.RdfFormat.N_TRIPLES,
    formats.NQUADS.name: ox.RdfFormat.N_QUADS,
    formats.TRIG.name: ox.RdfFormat.TRIG,
    formats.JSONLD.name: ox.RdfFormat.JSON_LD,
    formats.RDFXML.name: ox.RdfFormat.RDF_XML,
}


@dataclass(frozen=True, slots=True)
class RdfFile:
    """A file of RDF, and the graph that its triples go to; None leaves them where they are."""

    path: Path
    fmt: Format
    graph: URIRef | None = None


def write(triples: Iterable[Triple], fmt: Format, base: str, graph: URIRef | None = None) -> bytes:
    """Return a graph as bytes in `fmt`: distinct triples, sorted, with the prefixes they use.

    `graph` names the graph that holds them in formats with graphs; others leave it out.
    Raises ValueError for a term that the format cannot hold.
    """
    kept = ordered(triples)
    out = BytesIO()
    write_to(out, ((s, p, o, graph) for s, p, o in kept), fmt, used_prefixes(kept, base))
    return out.getvalue()


def write_to(
    out: IO[bytes], quads: Iterable[Quad], fmt: Format, prefixes: Mapping[str, str]
) -> None:
    """Write quads to a binary file as they come; a format without graphs leaves the graphs out."""
    _serialize(out, engine_quads(quads), fmt, prefixes)


def convert(
    files: Iterable[RdfFile], out: IO[bytes], fmt: Format, prefixes: Mapping[str, str]
) -> None:
    """Write the triples of files to a binary file in `fmt`, file after file, in constant memory."""
    _serialize(out, _quads_of(files), fmt, prefixes)


def parse(data: bytes | Path, fmt: Format, base: str) -> tuple[Triple, ...]:
    """Return the triples of a document, whichever graphs they are in, in document order.

    Relative IRIs are resolved against `{base}/`. Lexical forms are kept as written. Raises
    SourceError where the document is not well-formed or has a blank node, which ours never have.
    """
    return tuple((s, p, o) for s, p, o, _ in parse_quads(data, fmt, base))


def parse_quads(data: bytes | Path, fmt: Format, base: str) -> tuple[Quad, ...]:
    """Return the quads of a document, as `parse` does; graph None is the default graph."""
    name = data.name if isinstance(data, Path) else f"({fmt.name})"
    try:
        return tuple(_own_quad(quad) for quad in _engine_parse(data, fmt, f"{base}/"))
    except SyntaxError as error:
        raise SourceError(name, "not-rdf", f"not {fmt.media_type}: {error}") from error
    except TypeError as error:
        raise SourceError(name, "blank-node", str(error)) from error


def used_prefixes(triples: Iterable[Triple], base: str) -> dict[str, str]:
    """Return those of our prefixes whose namespace the triples use, in our order."""
    namespaces: set[str] = set()
    for s, p, o in triples:
        namespaces.update((_namespace(s), _namespace(p)))
        if isinstance(o, URIRef):
            namespaces.add(_namespace(o))
        elif o.datatype:
            namespaces.add(_namespace(o.datatype))
    return {name: iri for name, iri in vocab.prefixes(base).items() if iri in namespaces}


_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class _XmlOut:
    """A binary file that writes carriage returns so that XML parsers keep them (XML 1.0, 2.11)."""

    __slots__ = ("_out",)

    def __init__(self, out: IO[bytes]) -> None:
        self._out = out

    def write(self, data: bytes) -> int:
        self._out.write(data.replace(b"\r", b"&#13;"))
        return len(data)

    def flush(self) -> None:
        self._out.flush()


def _serialize(
    out: IO[bytes], quads: Iterator[ox.Quad], fmt: Format, prefixes: Mapping[str, str]
) -> None:
    is_xml = fmt == formats.RDFXML
    items: Iterator[ox.Quad] | Iterator[ox.Triple] = quads
    if not fmt.has_graphs:
        items = (_xml_safe(quad.triple) if is_xml else quad.triple for quad in quads)
    ox.serialize(
        items,
        output=_XmlOut(out) if is_xml else out,  # type: ignore[arg-type]
        format=ENGINE_FORMATS[fmt.name],
        prefixes=dict(prefixes),
    )


def _quads_of(files: Iterable[RdfFile]) -> Iterator[ox.Quad]:
    for file in files:
        graph = None if file.graph is None else ox.NamedNode(str(file.graph))
        for quad in _engine_parse(file.path, file.fmt, None):
            yield quad if graph is None else _in_graph(quad, graph)


def _in_graph(quad: ox.Quad, graph: ox.NamedNode) -> ox.Quad:
    return ox.Quad(quad.subject, quad.predicate, quad.object, graph)


def _engine_parse(data: bytes | Path, fmt: Format, base: str | None) -> Iterator[ox.Quad]:
    engine = ENGINE_FORMATS[fmt.name]
    if isinstance(data, Path):
        return iter(ox.parse(path=str(data), format=engine, base_iri=base))
    return iter(ox.parse(data, format=engine, base_iri=base))


def _own_quad(quad: ox.Quad) -> Quad:
    s, p, o = (from_engine(term) for term in quad.triple)
    graph = quad.graph_name
    name = None if isinstance(graph, ox.DefaultGraph) else from_engine(graph)
    if not (
        isinstance(s, URIRef)
        and isinstance(p, URIRef)
        and isinstance(o, URIRef | Literal)
        and (name is None or isinstance(name, URIRef))
    ):
        raise TypeError(f"expected no blank nodes, found {quad}")
    return s, p, o, name


def _xml_safe(triple: ox.Triple) -> ox.Triple:
    thing = triple.object
    if isinstance(thing, ox.Literal) and (bad := _NOT_XML.search(thing.value)):
        raise ValueError(f"XML cannot hold the character {bad[0]!r}: {triple}")
    return triple


def _namespace(iri: URIRef) -> str:
    return iri[: max(iri.rfind("#"), iri.rfind("/")) + 1]
