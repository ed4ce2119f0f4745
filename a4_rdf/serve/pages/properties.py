"""The plain part of every page: what is said of a thing, property by property.

A text in another language is left out where the property has one in Spanish: RDF has them all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from rdflib import Literal, URIRef
from rdflib.namespace import RDF, XSD

from a4_rdf.serve import words
from a4_rdf.serve.facts import Facts
from a4_rdf.serve.labels import Labels

NUMBERS = frozenset(
    (XSD.decimal, XSD.integer, XSD.positiveInteger, XSD.nonNegativeInteger, XSD.double)
)


@dataclass(frozen=True, slots=True)
class Value:
    """A linked thing, or words (`text`) with their language where it is not Spanish."""

    iri: URIRef | None
    text: str
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Property:
    """A property and its values, both named."""

    iri: URIRef
    label: str
    values: tuple[Value, ...]


def properties(facts: Facts, labels: Labels, subject: URIRef) -> tuple[Property, ...]:
    """Return what is said of a subject in the order of the properties' names, types first."""
    found = [
        Property(p, labels.label(p), _values(labels, objects))
        for p, objects in facts.about(subject)
    ]
    return tuple(sorted(found, key=lambda prop: (prop.iri != RDF.type, prop.label, prop.iri)))


def literal_text(literal: Literal) -> str:
    """Return a literal as people of Ecuador write it."""
    if literal.datatype in NUMBERS:
        return _number(str(literal))
    if literal.datatype == XSD.date:
        return _day(str(literal))
    if literal.datatype == XSD.boolean:
        return "sí" if str(literal) in ("true", "1") else "no"
    return str(literal)


def _values(labels: Labels, objects: Sequence[URIRef | Literal]) -> tuple[Value, ...]:
    in_spanish = any(isinstance(o, Literal) and o.language == "es" for o in objects)
    values = [
        Value(o, labels.label(o))
        if isinstance(o, URIRef)
        else Value(None, literal_text(o), _foreign(o))
        for o in objects
        if not (in_spanish and isinstance(o, Literal) and _foreign(o))
    ]
    return tuple(sorted(values, key=lambda value: (value.lang, value.text, value.iri or "")))


def _foreign(literal: Literal) -> str:
    return "" if literal.language in (None, "es") else str(literal.language)


def _number(text: str) -> str:
    try:
        return words.number(Decimal(text))
    except InvalidOperation:
        return text


def _day(text: str) -> str:
    try:
        return words.day(date.fromisoformat(text))
    except ValueError:
        return text
