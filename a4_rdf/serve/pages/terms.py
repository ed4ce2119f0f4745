"""The vocabulary page: classes, properties and the cube's components, each with its words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rdflib import URIRef
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SKOS

from a4_rdf.serve.facts import Facts
from a4_rdf.serve.words import N_
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

RELATIONS = (
    OWL.equivalentClass,
    OWL.equivalentProperty,
    RDFS.subClassOf,
    RDFS.subPropertyOf,
    SKOS.exactMatch,
    SKOS.closeMatch,
    RDFS.seeAlso,
)
"""What an alignment may say, the strongest first."""


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
class Alignment:
    """How a term of ours stands to one of another vocabulary."""

    term: URIRef
    relation: URIRef
    other: URIRef


@dataclass(frozen=True, slots=True)
class Version:
    """A version of the vocabulary, and the day that it was issued."""

    iri: URIRef
    number: str
    issued: str


@dataclass(frozen=True, slots=True)
class Section:
    """Terms of one sort, in name order."""

    title: str
    terms: tuple[Term, ...]


def sections(facts: Facts, vocabulary: URIRef, lang: str) -> tuple[Section, ...]:
    """Return the terms that a vocabulary defines: classes, properties, the rest.

    Their words are in the language `lang` where they are said in it.
    """
    defined = set(facts.subjects(RDFS.isDefinedBy, vocabulary))
    classes = _of(facts, defined, CLASSES)
    properties = _of(facts, defined - classes, PROPERTIES)
    lists = set(facts.of_type(SKOS.ConceptScheme)) & defined
    rest = {t for t in defined - classes - properties - lists if facts.objects(t, RDF.type)}
    parts = (
        (N_("Clases"), classes),
        (N_("Propiedades"), properties),
        (N_("Listas de códigos"), lists),
        (N_("Estructura del cubo y otros"), rest),
    )
    return tuple(
        Section(title, tuple(sorted((_term(facts, t, lang) for t in found), key=lambda t: t.iri)))
        for title, found in parts
        if found
    )


def alignments(facts: Facts, vocabulary: URIRef) -> tuple[Alignment, ...]:
    """Return how the terms of a vocabulary stand to those of others, by term and relation."""
    defined = facts.subjects(RDFS.isDefinedBy, vocabulary)
    ours = f"{vocabulary}#"
    return tuple(
        Alignment(term, relation, other)
        for term in sorted(t for t in defined if t.startswith(ours))
        for relation in RELATIONS
        for other in facts.links(term, relation)
        if _is_foreign(other, vocabulary)
    )


def versions(facts: Facts, vocabulary: URIRef) -> tuple[Version, ...]:
    """Return the versions of a vocabulary that are known, the newest first."""
    found = (
        Version(iri, iri.rpartition("/")[2], facts.text(iri, DCTERMS.issued))
        for iri in facts.subjects(DCTERMS.isVersionOf, vocabulary)
    )
    return tuple(sorted(found, key=lambda version: version.issued, reverse=True))


def _is_foreign(term: URIRef, vocabulary: URIRef) -> bool:
    """Tell whether a term is born elsewhere: in no namespace under the publisher's base."""
    base = vocabulary.removesuffix("def/poa")
    return not term.startswith(base)


def _of(facts: Facts, defined: set[URIRef], kinds: Iterable[URIRef]) -> set[URIRef]:
    return {term for kind in kinds for term in facts.of_type(kind)} & defined


def _term(facts: Facts, term: URIRef, lang: str) -> Term:
    above = facts.links(term, RDFS.subClassOf) + facts.links(term, RDFS.subPropertyOf)
    return Term(
        iri=term,
        anchor=term.partition("#")[2],
        label=facts.text(term, RDFS.label, lang) or facts.text(term, SKOS.prefLabel, lang),
        comment=facts.text(term, RDFS.comment, lang) or facts.text(term, SKOS.definition, lang),
        above=above,
        domain=facts.link(term, RDFS.domain),
        range=facts.link(term, RDFS.range),
        see_also=facts.links(term, RDFS.seeAlso),
    )
