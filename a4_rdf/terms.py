"""RDF terms as every stage makes them, so that one value has one lexical form in every dump.

`Literal(Decimal(45))` is `45` in N-Triples and `45.0` in Turtle: two terms. All numbers go
through `decimal` here, which always writes a point.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import XSD

Triple = tuple[URIRef, URIRef, URIRef | Literal]


def iri(text: str) -> URIRef:
    """Return an IRI term."""
    return URIRef(text)


def spanish(text: str) -> Literal:
    """Return a literal tagged `es`."""
    return Literal(text, lang="es")


def english(text: str) -> Literal:
    """Return a literal tagged `en`."""
    return Literal(text, lang="en")


def text(value: str) -> Literal:
    """Return an `xsd:string` literal."""
    return Literal(value)


def decimal(value: Decimal) -> Literal:
    """Return an `xsd:decimal` literal in its one form: plain digits, always with a point."""
    plain = format(value, "f")
    whole, _, fraction = plain.partition(".")
    return Literal(f"{whole}.{fraction.rstrip('0') or '0'}", datatype=XSD.decimal, normalize=False)


def day(value: date) -> Literal:
    """Return an `xsd:date` literal."""
    return Literal(value.isoformat(), datatype=XSD.date, normalize=False)


def midnight(value: date) -> Literal:
    """Return an `xsd:dateTime` literal of a day's beginning, in universal time."""
    return Literal(f"{value.isoformat()}T00:00:00Z", datatype=XSD.dateTime, normalize=False)


def positive(value: int) -> Literal:
    """Return an `xsd:positiveInteger` literal."""
    return Literal(str(value), datatype=XSD.positiveInteger, normalize=False)


def count(value: int) -> Literal:
    """Return an `xsd:integer` literal."""
    return Literal(str(value), datatype=XSD.integer, normalize=False)


def ordered(triples: Iterable[Triple]) -> tuple[Triple, ...]:
    """Return the distinct triples in the order of their N-Triples text: the order of every dump."""
    return tuple(sorted(set(triples), key=lambda t: (t[0].n3(), t[1].n3(), t[2].n3())))


def graph(triples: Iterable[Triple]) -> Graph:
    """Return an rdflib graph that holds the triples; for pySHACL and for people."""
    result = Graph(bind_namespaces="none")
    for triple in triples:
        result.add(triple)
    return result
