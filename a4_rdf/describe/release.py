"""Describe the release: the cube's data set, of one date, made by one conversion."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import URIRef
from rdflib.namespace import DCTERMS, PROV, RDF

from a4_rdf import spanish, terms
from a4_rdf.describe.context import Context
from a4_rdf.iris import Kind
from a4_rdf.terms import Triple
from a4_rdf.vocab import DCAT, FREQUENCY, QB, Poa

# What a document says of its periodicity, as the EU's frequency authority names it.
FREQUENCIES = {
    "diaria": FREQUENCY.DAILY,
    "semanal": FREQUENCY.WEEKLY,
    "quincenal": FREQUENCY.MONTHLY_2,
    "mensual": FREQUENCY.MONTHLY,
    "bimestral": FREQUENCY.BIMONTHLY,
    "trimestral": FREQUENCY.QUARTERLY,
    "cuatrimestral": FREQUENCY.ANNUAL_3,
    "semestral": FREQUENCY.ANNUAL_2,
    "anual": FREQUENCY.ANNUAL,
}


def describe(context: Context) -> Iterator[Triple]:
    """Yield the release as `qb:DataSet` and as a version of the organisation's data set."""
    subject, release = context.dated(Kind.RELEASE), context.release
    name, publisher = release.organization.name, context.publisher
    es = f"Metas del plan operativo {release.year} de {name}, publicación del {context.date}"
    en = f"Operational plan goals {release.year} of {name}, release of {context.date}"
    yield subject, RDF.type, QB.DataSet
    yield subject, RDF.type, DCAT.Dataset
    yield subject, RDF.type, PROV.Entity
    yield subject, QB.structure, Poa(publisher.base).structure
    yield subject, DCTERMS.title, terms.spanish(es)
    yield subject, DCTERMS.title, terms.english(en)
    yield subject, DCTERMS.issued, terms.day(release.date)
    yield subject, DCTERMS.publisher, context.organization()
    yield subject, DCTERMS.license, URIRef(publisher.licence)
    yield subject, DCAT.version, terms.text(context.date)
    yield subject, DCAT.isVersionOf, context.own(Kind.DATASET)
    yield subject, PROV.wasGeneratedBy, context.dated(Kind.CONVERSION)
    for word in spanish.words(spanish.fold(context.plan.footer.periodicity))[:1]:
        if word in FREQUENCIES:
            yield subject, DCTERMS.accrualPeriodicity, FREQUENCIES[word]
    if release.previous:
        before = context.own(Kind.RELEASE, date=release.previous.isoformat())
        yield subject, DCAT.previousVersion, before
