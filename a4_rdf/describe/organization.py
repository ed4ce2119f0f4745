"""Describe the organisation and the tree of its units (W3C ORG)."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import URIRef
from rdflib.namespace import DCTERMS, ORG, OWL, RDF, RDFS, SKOS

from a4_rdf import terms
from a4_rdf.describe.context import Context
from a4_rdf.iris import Kind
from a4_rdf.model import Unit, UnitKind
from a4_rdf.terms import Triple
from a4_rdf.vocab import QB


def describe(context: Context) -> Iterator[Triple]:
    """Yield the organisation, its units, and the organisation as root of the unit code list."""
    yield from _organization(context)
    for unit in context.plan.units:
        yield from _unit(context, unit, context.identifiers.units[unit.path])
        yield from _placement(context, unit)
    for old, new in context.identifiers.successions:
        yield from _succession(context, old, new)
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


def _succession(context: Context, old: str, new: str) -> Iterator[Triple]:
    """Describe how a unit took another's place (W3C ORG, organizational history)."""
    event = context.dated(Kind.CHANGE, key=f"sucesion-{new}")
    before, after = context.own(Kind.UNIT, key=old), context.own(Kind.UNIT, key=new)
    name = next((u[-1] for u, slug in context.identifiers.units.items() if slug == new), new)
    yield event, RDF.type, ORG.ChangeEvent
    yield event, RDFS.label, terms.spanish(f"{name} ocupa el lugar de otra unidad")
    yield event, RDFS.label, terms.english(f"{name} takes the place of another unit")
    yield event, DCTERMS.date, terms.day(context.release.date)
    yield event, ORG.originalOrganization, before
    yield event, ORG.resultingOrganization, after
    yield before, ORG.changedBy, event
    yield after, ORG.resultedFrom, event


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
