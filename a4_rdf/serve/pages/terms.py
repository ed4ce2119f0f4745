"""The vocabulary page: classes, properties and the cube's components, each with its words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rdflib import URIRef
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from a4_rdf.serve.facts import Facts
from a4_rdf.vocab import QB

CLASSES = (OWL.Class, RDFS.Class)
PROPERTIES = (
    RDF.Property,
    OWL.ObjectProperty,
    OWL.DatatypeProperty,
    QB.DimensionProperty,
    QB.MeasureProperty,
    QB.AttributeProperty,
)


@dataclass(frozen=True, slots=True)
class Term:
    """One term: anchor on the page (none for what has a page of its own), names, relations."""

    iri: URIRef
    anchor: str
    label: str
    comment: str
    above: tuple[URIRef, ...]
    domain: URIRef | None
    range: URIRef | None
    see_also: tuple[URIRef, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Terms of one sort, in name order."""

    title: str
    terms: tuple[Term, ...]


def sections(facts: Facts, vocabulary: URIRef) -> tuple[Section, ...]:
    """Return the terms that a vocabulary defines: classes, properties, the rest."""
    defined = set(facts.subjects(RDFS.isDefinedBy, vocabulary))
    classes = _of(facts, defined, CLASSES)
    properties = _of(facts, defined - classes, PROPERTIES)
    lists = set(facts.of_type(SKOS.ConceptScheme)) & defined
    rest = {t for t in defined - classes - properties - lists if facts.objects(t, RDF.type)}
    parts = (
        ("Clases", classes),
        ("Propiedades", properties),
        ("Listas de códigos", lists),
        ("Estructura del cubo y otros", rest),
    )
    return tuple(
        Section(title, tuple(sorted((_term(facts, t) for t in found), key=lambda t: t.iri)))
        for title, found in parts
        if found
    )


def _of(facts: Facts, defined: set[URIRef], kinds: Iterable[URIRef]) -> set[URIRef]:
    return {term for kind in kinds for term in facts.of_type(kind)} & defined


def _term(facts: Facts, term: URIRef) -> Term:
    above = facts.links(term, RDFS.subClassOf) + facts.links(term, RDFS.subPropertyOf)
    return Term(
        iri=term,
        anchor=term.partition("#")[2],
        label=facts.text(term, RDFS.label) or facts.text(term, SKOS.prefLabel),
        comment=facts.text(term, RDFS.comment) or facts.text(term, SKOS.definition),
        above=above,
        domain=facts.link(term, RDFS.domain),
        range=facts.link(term, RDFS.range),
        see_also=facts.links(term, RDFS.seeAlso),
    )
