"""The parts of the catalogue: what is said of it and its service, and what of each data set."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rdflib import URIRef
from rdflib.namespace import DCTERMS, FOAF, RDF

from a4_rdf import iris, terms
from a4_rdf.iris import Kind
from a4_rdf.model import Publisher
from a4_rdf.release.catalogue import authorities, datasets, distributions
from a4_rdf.release.catalogue.context import Context, context
from a4_rdf.release.files import PublishedFile
from a4_rdf.release.released import ReleaseRecord
from a4_rdf.terms import Triple
from a4_rdf.vocab import DCAT


def describe(
    publisher: Publisher, releases: Sequence[ReleaseRecord], files: Mapping[str, PublishedFile]
) -> Iterator[Triple]:
    """Yield the whole catalogue of a publication; `files` has its dumps, by path below it.

    Dates are release dates: nothing depends on when the build ran.
    """
    found = context(publisher, releases, files)
    yield from frame(found)
    for record in found.latest():
        yield from entry(found, record)
        yield from datasets.earlier(found, record)


def frame(context: Context) -> Iterator[Triple]:
    """Yield what belongs to no one data set: the catalogue, its service, what all refer to."""
    yield from _catalogue(context)
    yield from _service(context)
    yield from authorities.describe(context.publisher)
    yield from datasets.periods(context)


def entry(context: Context, latest: ReleaseRecord) -> Iterator[Triple]:
    """Yield one data set with its files, and that the catalogue lists and its service serves it."""
    dataset = context.own(Kind.DATASET, latest.release.organization)
    yield context.catalogue, DCAT.dataset, dataset
    yield context.service, DCAT.servesDataset, dataset
    yield from datasets.describe(context, latest)
    yield from distributions.describe(context, latest)


def _catalogue(context: Context) -> Iterator[Triple]:
    subject, title = context.catalogue, terms.spanish(context.publisher.title)
    dates = [record.release.date for record in context.releases]
    yield subject, RDF.type, DCAT.Catalog
    yield subject, DCTERMS.title, title
    yield subject, DCTERMS.description, terms.spanish(_CATALOGUE_ES)
    yield subject, DCTERMS.description, terms.english(_CATALOGUE_EN)
    yield subject, DCTERMS.issued, terms.day(min(dates))
    yield subject, DCTERMS.modified, terms.day(max(dates))
    yield subject, DCTERMS.spatial, authorities.ECUADOR
    yield subject, DCAT.themeTaxonomy, authorities.THEMES
    yield subject, DCAT.service, context.service
    yield from context.published(subject)
    home = URIRef(f"{context.publisher.base}/")
    yield subject, FOAF.homepage, home
    yield home, RDF.type, FOAF.Document
    yield home, DCTERMS.title, title
    yield context.agent, RDF.type, FOAF.Agent
    yield context.agent, FOAF.name, terms.spanish(context.publisher.name)


def _service(context: Context) -> Iterator[Triple]:
    subject = context.service
    endpoint = URIRef(iris.endpoint(context.publisher.base))
    yield subject, RDF.type, DCAT.DataService
    yield subject, DCTERMS.title, terms.spanish("Consultas SPARQL")
    yield subject, DCTERMS.title, terms.english("SPARQL queries")
    yield subject, DCTERMS.description, terms.spanish(_SERVICE_ES)
    yield subject, DCTERMS.description, terms.english(_SERVICE_EN)
    yield subject, DCTERMS.conformsTo, authorities.SPARQL_PROTOCOL
    yield subject, DCTERMS.accessRights, authorities.PUBLIC
    yield subject, DCAT.endpointURL, endpoint
    yield subject, DCAT.endpointDescription, endpoint
    yield from context.published(subject)


_CATALOGUE_ES = (
    "Metas que las entidades públicas declaran por la ley de transparencia (LOTAIP), como datos"
    " enlazados: un conjunto de datos por entidad."
)
_CATALOGUE_EN = (
    "Goals that public bodies declare under Ecuador's transparency law (LOTAIP), as linked data:"
    " one data set per body."
)
_SERVICE_ES = (
    "Punto de acceso SPARQL 1.1, solo de lectura. Su grafo por defecto tiene la última publicación"
    " de cada entidad; las anteriores están en grafos con nombre."
)
_SERVICE_EN = (
    "SPARQL 1.1 endpoint, read only. Its default graph holds the latest release of each body;"
    " earlier ones are in named graphs."
)
