"""Terms across the fence: rdflib's on our side, pyoxigraph's on the engine's, lexical form kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation

import pyoxigraph as ox
from rdflib import BNode, Literal, URIRef
from rdflib.namespace import XSD

from a4_rdf.store.interface import Node, Quad
from a4_rdf.terms import Triple, decimal
from a4_rdf.vocab import DCAT, Poa

OxTerm = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


def to_engine(term: URIRef | Literal) -> ox.NamedNode | ox.Literal:
    """Return the engine's form of a term; ValueError where an IRI or language tag is not valid."""
    if isinstance(term, Literal):
        if term.language:
            return ox.Literal(str(term), language=term.language)
        if term.datatype:
            return ox.Literal(str(term), datatype=ox.NamedNode(str(term.datatype)))
        return ox.Literal(str(term))
    return ox.NamedNode(str(term))


def from_engine(term: OxTerm) -> Node:
    """Return our form of an engine's term, the lexical form unchanged; ValueError for RDF 1.2's."""
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.Literal):
        if term.language:
            return Literal(term.value, lang=term.language)
        datatype = term.datatype.value
        if datatype == _STRING:
            return Literal(term.value)
        return Literal(term.value, datatype=URIRef(datatype), normalize=False)
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    raise ValueError(f"a triple term has no place in RDF 1.1: {term}")


def from_store(term: OxTerm) -> Node:
    """Return our form of a term that a store answered with.

    Stores keep the value of a decimal, not its lexical form (Oxigraph gives 45 for 45.0), so
    decimals take the house's one form again, and booleans, which Virtuoso may number, their words.
    """
    node = from_engine(term)
    if isinstance(node, Literal) and node.datatype == XSD.boolean:
        return Literal({"1": "true", "0": "false"}.get(str(node), str(node)), datatype=XSD.boolean)
    if isinstance(node, Literal) and node.datatype == XSD.decimal:
        try:
            return decimal(Decimal(str(node)))
        except InvalidOperation:
            return node
    return node


def named(term: OxTerm, base: str) -> URIRef | Literal:
    """Return our form of a term, a blank node as an IRI (RDF 1.1 Concepts, 3.5)."""
    node = from_store(term)
    return URIRef(f"{base}/.well-known/genid/{node}") if isinstance(node, BNode) else node


def triple(found: ox.Triple, base: str) -> Triple:
    """Return our form of a triple that a store answered with, without blank nodes."""
    subject, predicate = named(found.subject, base), from_engine(found.predicate)
    if not isinstance(subject, URIRef) or not isinstance(predicate, URIRef):
        raise ValueError(f"not an RDF 1.1 triple: {found}")
    return subject, predicate, _in_range(predicate, named(found.object, base), base)


def engine_quads(quads: Iterable[Quad]) -> Iterator[ox.Quad]:
    """Yield the engine's form of quads, in the order given; graph None is the default graph."""
    nodes: dict[URIRef, ox.NamedNode] = {}
    default = ox.DefaultGraph()
    for s, p, o, g in quads:
        thing = to_engine(o) if isinstance(o, Literal) else _node(o, nodes)
        graph = default if g is None else _node(g, nodes)
        yield ox.Quad(_node(s, nodes), _node(p, nodes), thing, graph)


def _in_range(predicate: URIRef, thing: URIRef | Literal, base: str) -> URIRef | Literal:
    """Return an object with the integer type that its property's range asks for.

    Oxigraph keeps every kind of integer as `xsd:integer`. These are the only properties of ours
    whose range is narrower.
    """
    if not isinstance(thing, Literal) or thing.datatype != XSD.integer:
        return thing
    if predicate == DCAT.byteSize:
        return Literal(str(thing), datatype=XSD.nonNegativeInteger, normalize=False)
    if predicate == Poa(base)["ordinal"]:
        return Literal(str(thing), datatype=XSD.positiveInteger, normalize=False)
    return thing


_STRING = "http://www.w3.org/2001/XMLSchema#string"
_KEPT_NODES = 4096


def _node(iri: URIRef, nodes: dict[URIRef, ox.NamedNode]) -> ox.NamedNode:
    """Return an IRI's node; predicates and subjects recur, so the last few are kept."""
    node = nodes.get(iri)
    if node is None:
        if len(nodes) >= _KEPT_NODES:
            nodes.clear()
        node = nodes[iri] = ox.NamedNode(str(iri))
    return node
