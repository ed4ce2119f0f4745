"""Describe where the data came from: document, rows, conversion, findings, the responsible post."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rdflib import URIRef
from rdflib.namespace import DCTERMS, ORG, PROV, RDF, RDFS, SKOS

from a4_rdf import findings, iris, terms
from a4_rdf.describe.context import Context
from a4_rdf.iris import Kind
from a4_rdf.model import Finding, Regime, SourceRow
from a4_rdf.terms import Triple
from a4_rdf.vocab import CSVW, DCAT, DQV, OA, VCARD

LAWS = {
    Regime.LAW_2004: "lotaip-2004-art7-a4",
    Regime.LAW_2023: "lotaip-2023-art19-1-3",
}


def describe(context: Context) -> Iterator[Triple]:
    """Yield the document, each non-blank row, the conversion, the findings, and the post."""
    yield from _document(context)
    for row in context.plan.rows:
        yield from _row(context, row)
    yield from _conversion(context)
    yield from _annotations(context)
    yield from _responsible(context)


def describe_document(context: Context) -> Iterator[Triple]:
    """Yield the document and its conversion, without what stands in its rows."""
    yield from _document(context)
    yield from _conversion(context)


def _document(context: Context) -> Iterator[Triple]:
    subject, release = context.dated(Kind.DOCUMENT), context.release
    name = release.organization.name
    title = f"Metas y objetivos de las unidades administrativas de {name}, {context.date}"
    yield subject, RDF.type, context.poa["DisclosureDocument"]
    yield subject, DCTERMS.title, terms.spanish(title)
    yield subject, DCTERMS.issued, terms.day(context.plan.footer.updated or release.date)
    yield subject, DCTERMS.publisher, context.organization()
    yield subject, DCTERMS.identifier, terms.text(f"sha256:{context.plan.source.digest}")
    yield subject, DCTERMS.conformsTo, context.concept("norma", LAWS[context.plan.regime])
    copy = iris.source_copy(context.publisher.base, release.organization.slug, context.date)
    yield subject, DCTERMS.source, URIRef(copy)
    if context.plan.footer.periodicity:
        said = f"Periodicidad declarada: {context.plan.footer.periodicity}"
        yield subject, DCTERMS.description, terms.spanish(said)
    yield subject, DCAT.contactPoint, context.own(Kind.CONTACT)


def _row(context: Context, row: SourceRow) -> Iterator[Triple]:
    subject = context.dated(Kind.SOURCE_ROW, row=str(row.number))
    base, slug = context.publisher.base, context.release.organization.slug
    yield subject, RDF.type, CSVW.Row
    yield subject, CSVW.rownum, terms.count(row.number)
    yield subject, CSVW.url, URIRef(iris.source_line(base, slug, context.date, row.number))
    yield subject, context.poa["rowStatus"], context.concept("estado-fila", row.status)
    yield subject, DCTERMS.isPartOf, context.dated(Kind.DOCUMENT)
    for code in row.repairs:
        yield subject, context.poa["repair"], context.concept("hallazgo", code)


def _conversion(context: Context) -> Iterator[Triple]:
    subject = context.dated(Kind.CONVERSION)
    label = f"Conversión del documento del {context.date} a RDF"
    yield subject, RDF.type, PROV.Activity
    yield subject, RDFS.label, terms.spanish(label)
    yield subject, PROV.used, context.dated(Kind.DOCUMENT)
    yield subject, PROV.generated, context.dated(Kind.RELEASE)


def _annotations(context: Context) -> Iterator[Triple]:
    """Annotate what was found on a published row; a goal row's findings belong to its goal."""
    goals = {goal.row: context.own(Kind.GOAL, key=names.goal) for goal, names in context.goals()}
    rows = {row.number for row in context.plan.rows}
    seen: Counter[str] = Counter()
    for finding in context.findings:
        number = finding.place.row
        if number not in rows:
            continue
        key = f"{number}-{finding.place.column}-{finding.code}"
        seen[key] += 1
        if seen[key] > 1:
            key = f"{key}-{seen[key]}"
        subject = context.dated(Kind.ANNOTATION, key=key)
        row = context.dated(Kind.SOURCE_ROW, row=str(number))
        yield subject, RDF.type, DQV.QualityAnnotation
        yield subject, OA.hasBody, context.concept("hallazgo", finding.code)
        yield subject, OA.hasTarget, goals.get(number, row)
        yield subject, PROV.wasDerivedFrom, row
        yield subject, RDFS.comment, terms.spanish(findings.message(finding, "es"))
        yield subject, RDFS.comment, terms.english(findings.message(finding, "en"))
        if finding.code in findings.CURATED:
            yield from _curation(context, subject, finding)


def _curation(context: Context, annotation: URIRef, finding: Finding) -> Iterator[Triple]:
    """Describe the review that a curator's decision came from: one for each role that decided."""
    role = finding.detail("role")
    subject = context.dated(Kind.CURATION, key=iris.slug(role))
    label = f"Revisión del documento del {context.date}: {role}"
    yield subject, RDF.type, PROV.Activity
    yield subject, RDFS.label, terms.spanish(label)
    yield subject, PROV.used, context.dated(Kind.DOCUMENT)
    yield subject, PROV.generated, annotation


def _responsible(context: Context) -> Iterator[Triple]:
    """Describe the post that answers for the document, and an address that names no person."""
    contact, name = context.own(Kind.CONTACT), context.release.organization.name
    yield contact, RDF.type, VCARD.Organization
    yield contact, VCARD.fn, terms.spanish(name)
    holder = context.plan.footer.holder
    if not holder:
        return
    post = context.own(Kind.POST, key=iris.slug(f"responsable {holder}"))
    yield post, RDF.type, ORG.Post
    yield post, SKOS.prefLabel, terms.spanish(f"Responsable de la información: {holder}")
    yield post, ORG.postIn, _holder(context, holder)
    yield context.dated(Kind.DOCUMENT), PROV.wasAttributedTo, post


def _holder(context: Context, name: str) -> URIRef:
    """Return the unit that bears the holder's name, or the organisation where none does."""
    wanted = iris.slug(name)
    for unit in context.plan.units:
        if wanted in (iris.slug(unit.name), iris.slug(" ".join(unit.path))):
            return context.unit(unit.path)
    return context.organization()
