"""The data sets of the catalogue: one per organisation, with its releases as versions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rdflib import URIRef
from rdflib.namespace import DCTERMS, FOAF, PROV, RDF

from a4_rdf import iris, terms
from a4_rdf.iris import Kind
from a4_rdf.model import Organization
from a4_rdf.release.catalogue import authorities
from a4_rdf.release.catalogue.context import Context
from a4_rdf.release.released import ReleaseRecord
from a4_rdf.terms import Triple
from a4_rdf.vocab import ADMS, DCAT, VCARD

# CKAN takes letters, digits, space and - _ . in a tag, from 2 to 100 characters.
KEYWORDS_ES = ("metas", "plan operativo anual", "POA", "LOTAIP", "transparencia", "literal a4")
KEYWORDS_EN = ("goals", "annual operational plan", "transparency", "Ecuador")


def describe(context: Context, latest: ReleaseRecord) -> Iterator[Triple]:
    """Yield one organisation's data set, as its latest release has it.

    It links to all its versions; only the current one is described here (see `earlier`).
    """
    organization = latest.release.organization
    subject = context.own(Kind.DATASET, organization)
    yield subject, RDF.type, DCAT.Dataset
    yield from _words(subject, organization.name)
    yield from context.published(subject)
    yield subject, DCTERMS.identifier, terms.text(str(subject))
    yield subject, DCTERMS.modified, terms.day(latest.release.date)
    yield subject, DCTERMS.spatial, authorities.ECUADOR
    yield subject, DCTERMS.accrualPeriodicity, authorities.MONTHLY
    yield subject, DCTERMS.accessRights, authorities.PUBLIC
    yield subject, DCAT.theme, authorities.GOVERNMENT
    page = URIRef(iris.document_of(context.publisher.base, subject))
    yield subject, DCAT.landingPage, page
    yield page, RDF.type, FOAF.Document
    yield from _people(context, subject, organization)
    yield subject, DCTERMS.temporal, _period(context, latest.release.year)
    yield from _versions(context, subject, latest)


def earlier(context: Context, latest: ReleaseRecord) -> Iterator[Triple]:
    """Yield the description of each version before the current one."""
    own = context.history(latest)
    for before, record in zip((None, *own), own[:-1], strict=False):
        yield from _version(context, record, before)


def _words(subject: URIRef, name: str) -> Iterator[Triple]:
    es = f"Metas del plan operativo anual de {name}"
    en = f"Annual operational plan goals of {name}"
    yield subject, DCTERMS.title, terms.spanish(es)
    yield subject, DCTERMS.title, terms.english(en)
    yield subject, DCTERMS.description, terms.spanish(_DESCRIPTION_ES.format(name=name))
    yield subject, DCTERMS.description, terms.english(_DESCRIPTION_EN.format(name=name))
    for word in KEYWORDS_ES:
        yield subject, DCAT.keyword, terms.spanish(word)
    for word in KEYWORDS_EN:
        yield subject, DCAT.keyword, terms.english(word)


def _people(context: Context, subject: URIRef, organization: Organization) -> Iterator[Triple]:
    """Yield the body that declared the goals and how to reach it; never a person."""
    body = context.own(Kind.ORGANIZATION, organization)
    yield subject, DCTERMS.creator, body
    yield body, RDF.type, FOAF.Agent
    yield body, FOAF.name, terms.spanish(organization.name)
    contact = context.own(Kind.CONTACT, organization)
    yield subject, DCAT.contactPoint, contact
    yield contact, RDF.type, VCARD.Organization
    yield contact, RDF.type, VCARD.Kind
    yield contact, VCARD.fn, terms.spanish(organization.name)


def periods(context: Context) -> Iterator[Triple]:
    """Yield the plan years that the data sets are about."""
    for year in sorted({latest.release.year for latest in context.latest()}):
        period = _period(context, year)
        yield period, RDF.type, DCTERMS.PeriodOfTime
        yield period, DCAT.startDate, terms.day(date(year, 1, 1))
        yield period, DCAT.endDate, terms.day(date(year, 12, 31))


def _period(context: Context, year: int) -> URIRef:
    return URIRef(iris.mint(context.publisher.base, Kind.PERIOD, year=str(year)))


def _versions(context: Context, subject: URIRef, latest: ReleaseRecord) -> Iterator[Triple]:
    """Yield the links to all versions, and the current one described."""
    own = context.history(latest)
    yield subject, DCTERMS.issued, terms.day(own[0].release.date)
    yield subject, DCAT.version, terms.text(latest.date)
    yield subject, DCAT.hasCurrentVersion, latest.dataset(context.publisher.base)
    for record in own:
        yield subject, DCAT.hasVersion, record.dataset(context.publisher.base)
    yield from _version(context, own[-1], own[-2] if len(own) > 1 else None)


def _version(
    context: Context, record: ReleaseRecord, before: ReleaseRecord | None
) -> Iterator[Triple]:
    """Yield a release as a version; in the catalogue it is no `dcat:Dataset` of its own.

    Nor a `qb:DataSet`: its structure and observations stand in its own graph, and the default
    graph, which has this one, would hold a broken cube for each earlier release (IC-2).
    """
    version = record.dataset(context.publisher.base)
    yield version, RDF.type, PROV.Entity
    yield version, DCAT.isVersionOf, context.own(Kind.DATASET, record.release.organization)
    yield version, DCAT.version, terms.text(record.date)
    yield version, DCTERMS.issued, terms.day(record.release.date)
    yield from _notes(version, record, before)
    if before:
        yield version, DCAT.previousVersion, before.dataset(context.publisher.base)


def _notes(
    version: URIRef, record: ReleaseRecord, before: ReleaseRecord | None
) -> Iterator[Triple]:
    """Yield what is new in a release, in a sentence."""
    if before is None:
        es, en = "Primera publicación.", "First release."
    elif before.digest == record.digest:
        es = f"Mismo contenido que la publicación del {before.date}: solo cambia la fecha."
        en = f"Same content as the release of {before.date}: only the date changes."
    else:
        es = f"El contenido cambia respecto a la publicación del {before.date}."
        en = f"The content changes from the release of {before.date}."
    yield version, ADMS.versionNotes, terms.spanish(es)
    yield version, ADMS.versionNotes, terms.english(en)


_DESCRIPTION_ES = (
    "Metas y objetivos de las unidades administrativas de {name} de conformidad con sus programas"
    " operativos, como los publica según la ley de transparencia (LOTAIP). Son metas declaradas,"
    " no resultados."
)
_DESCRIPTION_EN = (
    "Goals and objectives of the administrative units of {name} under their operational plans,"
    " as published under Ecuador's transparency law (LOTAIP). These are declared goals, not"
    " results."
)
