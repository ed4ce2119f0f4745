"""The plain part of every page: what is said of a thing, property by property.

A text in another language is left out where the property has one in the page's: RDF has them all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
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
    """A linked thing, or words (`text`), with their language where it is not the page's.

    `moment` is the time that the words say, as machines read it, empty for any other value.
    """

    iri: URIRef | None
    text: str
    lang: str = ""
    moment: str = ""


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
    if literal.datatype == XSD.dateTime:
        return words.moment(when, lang) if (when := _moment(literal)) else str(literal)
    if literal.datatype == XSD.boolean:
        return YES_NO[lang][str(literal) not in ("true", "1")]
    return str(literal)


def _values(labels: Labels, objects: Sequence[URIRef | Literal]) -> tuple[Value, ...]:
    is_said = any(isinstance(o, Literal) and o.language == labels.lang for o in objects)
    values = [
        Value(o, labels.label(o), labels.foreign(o))
        if isinstance(o, URIRef)
        else _words(o, labels.lang)
        for o in objects
        if not (is_said and isinstance(o, Literal) and _foreign(o, labels.lang))
    ]
    return tuple(sorted(values, key=lambda value: (value.lang, value.text, value.iri or "")))


def _words(literal: Literal, lang: str) -> Value:
    """Return a literal as a value in words; a time that is well written can be read by machines."""
    moment = str(literal) if _moment(literal) else ""
    return Value(None, literal_text(literal, lang), _foreign(literal, lang), moment)


def _moment(literal: Literal) -> datetime | None:
    """Return the time that a literal says, None for what says none, or says it wrongly."""
    if literal.datatype != XSD.dateTime:
        return None
    try:
        return datetime.fromisoformat(str(literal))
    except ValueError:
        return None


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
