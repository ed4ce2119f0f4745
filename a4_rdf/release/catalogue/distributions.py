"""The distributions of a data set: the files of its latest release, one per format."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rdflib import Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, XSD

from a4_rdf import iris, terms
from a4_rdf.formats import FORMATS
from a4_rdf.iris import Kind
from a4_rdf.release.catalogue import authorities
from a4_rdf.release.catalogue.context import Context
from a4_rdf.release.dumps import DUMPS
from a4_rdf.release.files import PublishedFile
from a4_rdf.release.released import ReleaseRecord
from a4_rdf.terms import Triple
from a4_rdf.vocab import DCAT, SPDX

# The table comes first: portals preview the first file of a data set.
SUFFIXES: tuple[str, ...] = ("csv", "xlsx", *(fmt.suffix for fmt in FORMATS))

_NAMES: Mapping[str, str] = {
    "csv": "CSV",
    "xlsx": "XLSX",
    "ttl": "RDF Turtle",
    "nt": "RDF N-Triples",
    "nq": "RDF N-Quads",
    "trig": "RDF TriG",
    "jsonld": "JSON-LD",
    "rdf": "RDF/XML",
}


def describe(context: Context, latest: ReleaseRecord) -> Iterator[Triple]:
    """Yield the distributions of one organisation's data set."""
    dataset = context.own(Kind.DATASET, latest.release.organization)
    for suffix in SUFFIXES:
        subject = context.part(f"{latest.slug}-{suffix}")
        yield dataset, DCAT.distribution, subject
        yield from _distribution(context, latest, suffix, subject)


def _distribution(
    context: Context, latest: ReleaseRecord, suffix: str, subject: URIRef
) -> Iterator[Triple]:
    path = f"{latest.content_stem}.{suffix}"
    day = terms.day(latest.repeats or latest.release.date)
    file = context.files[f"{DUMPS}/{path}"]
    address = URIRef(iris.download(context.publisher.base, path))
    name, body = _NAMES[suffix], latest.release.organization.name
    yield subject, RDF.type, DCAT.Distribution
    yield subject, DCTERMS.title, terms.spanish(f"Metas de {body} en {name}")
    yield subject, DCTERMS.title, terms.english(f"Goals of {body} as {name}")
    yield subject, DCTERMS.license, URIRef(context.publisher.licence)
    yield subject, DCTERMS.issued, day
    yield subject, DCTERMS.modified, day
    yield subject, DCAT.accessURL, address
    yield subject, DCAT.downloadURL, address
    yield subject, DCAT.mediaType, authorities.iana(file.media_type)
    yield subject, DCTERMS.format, authorities.file_type(file.media_type)
    if suffix == "csv":
        yield subject, DCTERMS.conformsTo, authorities.CSVW_STANDARD
    for language in authorities.languages(context.publisher):
        yield subject, DCTERMS.language, language
    yield from _size(context, subject, file, f"{latest.slug}-{suffix}-sha256")


def _size(
    context: Context, subject: URIRef, file: PublishedFile, checksum_name: str
) -> Iterator[Triple]:
    """Yield a file's bytes and checksum; the checksum is an IRI, so the dump is diffable."""
    size = Literal(str(file.size), datatype=XSD.nonNegativeInteger, normalize=False)
    digest = Literal(file.sha256, datatype=XSD.hexBinary, normalize=False)
    checksum = context.part(checksum_name)
    yield subject, DCAT.byteSize, size
    yield subject, SPDX.checksum, checksum
    yield checksum, RDF.type, SPDX.Checksum
    yield checksum, SPDX.algorithm, authorities.SHA256
    yield checksum, SPDX.checksumValue, digest
