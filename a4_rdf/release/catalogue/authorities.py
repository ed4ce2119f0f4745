"""IRIs of external authorities that the catalogue refers to, and the types that DCAT-AP asks for.

DCAT-AP's range shapes check the class of each IRI; the authorities' own files are not in the
catalogue, so it repeats the classes (SEMICeu/DCAT-AP issues 125 and 163).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rdflib import URIRef
from rdflib.namespace import DCTERMS, RDF, SKOS

from a4_rdf import formats, terms
from a4_rdf.model import Publisher
from a4_rdf.release.files import CSV_TYPE, XLSX_TYPE
from a4_rdf.terms import Triple
from a4_rdf.vocab import (
    ACCESS_RIGHT,
    COUNTRY,
    DATA_THEME,
    FILE_TYPE,
    FREQUENCY,
    LANGUAGE,
    MEDIA_TYPE,
    SPDX,
)

ECUADOR = COUNTRY.ECU
GOVERNMENT = DATA_THEME.GOVE
THEMES = URIRef(str(DATA_THEME).rstrip("/"))
MONTHLY = FREQUENCY.MONTHLY
PUBLIC = ACCESS_RIGHT.PUBLIC
SHA256 = SPDX.checksumAlgorithm_sha256
SPARQL_PROTOCOL = URIRef("http://www.w3.org/TR/sparql11-protocol/")
CSVW_STANDARD = URIRef("http://www.w3.org/TR/tabular-metadata/")

_LANGUAGES: Mapping[str, URIRef] = {"es": LANGUAGE.SPA, "en": LANGUAGE.ENG}
_FILE_TYPES: Mapping[str, URIRef] = {
    CSV_TYPE: FILE_TYPE.CSV,
    XLSX_TYPE: FILE_TYPE.XLSX,
    formats.TURTLE.media_type: FILE_TYPE.RDF_TURTLE,
    formats.NTRIPLES.media_type: FILE_TYPE.RDF_N_TRIPLES,
    formats.NQUADS.media_type: FILE_TYPE.RDF_N_QUADS,
    formats.TRIG.media_type: FILE_TYPE.RDF_TRIG,
    formats.JSONLD.media_type: FILE_TYPE.JSON_LD,
    formats.RDFXML.media_type: FILE_TYPE.RDF_XML,
}


def file_type(media_type: str) -> URIRef:
    """Return the European file type of a media type that we publish."""
    return _FILE_TYPES[media_type]


def iana(media_type: str) -> URIRef:
    """Return the IRI of a media type at IANA."""
    return MEDIA_TYPE[media_type]


def languages(publisher: Publisher) -> tuple[URIRef, ...]:
    """Return the authority's IRIs of a publisher's languages, without those that we do not know."""
    return tuple(_LANGUAGES[tag] for tag in publisher.languages if tag in _LANGUAGES)


def describe(publisher: Publisher) -> Iterator[Triple]:
    """Yield the classes and names of all authority IRIs of a catalogue."""
    yield ECUADOR, RDF.type, DCTERMS.Location
    yield MONTHLY, RDF.type, DCTERMS.Frequency
    yield PUBLIC, RDF.type, DCTERMS.RightsStatement
    yield SPARQL_PROTOCOL, RDF.type, DCTERMS.Standard
    yield CSVW_STANDARD, RDF.type, DCTERMS.Standard
    yield SHA256, RDF.type, SPDX.ChecksumAlgorithm
    yield URIRef(publisher.licence), RDF.type, DCTERMS.LicenseDocument
    yield GOVERNMENT, RDF.type, SKOS.Concept
    yield GOVERNMENT, SKOS.inScheme, THEMES
    yield GOVERNMENT, SKOS.prefLabel, terms.spanish("Gobierno y sector público")
    yield GOVERNMENT, SKOS.prefLabel, terms.english("Government and public sector")
    yield THEMES, RDF.type, SKOS.ConceptScheme
    yield THEMES, DCTERMS.title, terms.spanish("Tema de datos")
    yield THEMES, DCTERMS.title, terms.english("Data theme")
    for language in languages(publisher):
        yield language, RDF.type, DCTERMS.LinguisticSystem
    for media_type, kind in _FILE_TYPES.items():
        yield kind, RDF.type, DCTERMS.MediaTypeOrExtent
        yield iana(media_type), RDF.type, DCTERMS.MediaType
