"""The plain part of every page: what is said of a thing, property by property.

A text in another language is left out where the property has one in the page's: RDF has them all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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


YES_NO: Mapping[str, tuple[str, str]] = {words.SPANISH: ("sí", "no"), words.ENGLISH: ("yes", "no")}


@dataclass(frozen=True, slots=True)
class Value:
    """A linked thing, or words (`text`), with their language where it is not the page's."""

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


def literal_text(literal: Literal, lang: str = words.SPANISH) -> str:
    """Return a literal as people who read a language write it."""
    if literal.datatype in NUMBERS:
        return _number(str(literal), lang)
    if literal.datatype == XSD.date:
        return _day(str(literal), lang)
    if literal.datatype == XSD.boolean:
        return YES_NO[lang][str(literal) not in ("true", "1")]
    return str(literal)


def _values(labels: Labels, objects: Sequence[URIRef | Literal]) -> tuple[Value, ...]:
    is_said = any(isinstance(o, Literal) and o.language == labels.lang for o in objects)
    values = [
        Value(o, labels.label(o), labels.foreign(o))
        if isinstance(o, URIRef)
        else Value(None, literal_text(o, labels.lang), _foreign(o, labels.lang))
        for o in objects
        if not (is_said and isinstance(o, Literal) and _foreign(o, labels.lang))
    ]
    return tuple(sorted(values, key=lambda value: (value.lang, value.text, value.iri or "")))


def _foreign(literal: Literal, lang: str) -> str:
    return "" if literal.language in (None, lang) else str(literal.language)


def _number(text: str, lang: str) -> str:
    try:
        return words.number(Decimal(text), lang)
    except InvalidOperation:
        return text


def _day(text: str, lang: str) -> str:
    try:
        return words.day(date.fromisoformat(text), lang)
    except ValueError:
        return text
