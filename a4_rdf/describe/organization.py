"""Describe the organisation and the tree of its units (W3C ORG)."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import URIRef
from rdflib.namespace import DCTERMS, ORG, OWL, RDF, SKOS

from a4_rdf import terms
from a4_rdf.describe.context import Context
from a4_rdf.model import Unit, UnitKind
from a4_rdf.terms import Triple
from a4_rdf.vocab import QB


def describe(context: Context) -> Iterator[Triple]:
    """Yield the organisation, its units, and the organisation as root of the unit code list."""
    yield from _organization(context)
    for unit in context.plan.units:
        yield from _unit(context, unit, context.identifiers.units[unit.path])
        yield from _placement(context, unit)
    yield context.scheme("unidad"), QB.hierarchyRoot, context.organization()


def _organization(context: Context) -> Iterator[Triple]:
    body = context.release.organization
    subject = context.organization()
    yield subject, RDF.type, ORG.FormalOrganization
    yield subject, SKOS.prefLabel, terms.spanish(body.name)
    yield subject, DCTERMS.identifier, terms.text(body.slug)
    if body.ruc:
        yield subject, ORG.identifier, terms.text(body.ruc)
    for link in body.same_as:
        yield subject, OWL.sameAs, URIRef(link)


def _unit(context: Context, unit: Unit, key: str) -> Iterator[Triple]:
    subject = context.unit(unit.path)
    yield subject, RDF.type, ORG.OrganizationalUnit
    yield subject, SKOS.prefLabel, terms.spanish(unit.name)
    yield subject, DCTERMS.identifier, terms.text(key)
    for reported in unit.reported:
        if reported != unit.name:
            yield subject, SKOS.altLabel, terms.spanish(reported)
    if unit.level:
        level = context.concept("nivel-proceso", unit.level)
        yield subject, context.poa["processLevel"], level
    if unit.kind is UnitKind.PROJECT:
        yield subject, ORG.classification, context.concept("tipo-unidad", unit.kind)


def _placement(context: Context, unit: Unit) -> Iterator[Triple]:
    """Hang a unit from its parent; only the top ones are units *of* the organisation."""
    subject = context.unit(unit.path)
    if len(unit.path) > 1:
        parent = context.unit(unit.path[:-1])
        yield subject, ORG.subOrganizationOf, parent
        yield parent, ORG.hasSubOrganization, subject
        return
    organization = context.organization()
    yield subject, ORG.unitOf, organization
    yield organization, ORG.hasUnit, subject
    # hasUnit is a kind of hasSubOrganization; IC-20 walks the latter and does not reason.
    yield organization, ORG.hasSubOrganization, subject
