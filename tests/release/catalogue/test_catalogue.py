from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, FOAF, PROV, RDF, XSD

from a4_rdf import terms
from a4_rdf.model import Organization, Release
from a4_rdf.release import ReleaseRecord, catalogue
from a4_rdf.release.catalogue import datasets
from a4_rdf.release.files import PublishedFile, media_type
from a4_rdf.vocab import ADMS, DCAT, QB, SPDX, VCARD
from tests.plans import BASE, PUBLISHER, RELEASE

GAD, OTHER = RELEASE.organization, Organization("otra", "Otra entidad")
SUFFIXES = ("csv", "xlsx", "ttl", "nt", "nq", "trig", "jsonld", "rdf")


def record(
    day: int, digest: str, organization: Organization = GAD, latest: bool = False
) -> ReleaseRecord:
    return ReleaseRecord(Release(organization, date(2015, 9, day), 2015), digest, 3, 4, latest)


RECORDS = (
    record(1, "a"),
    record(2, "a"),
    record(3, "b", latest=True),
    record(2, "c", OTHER, latest=True),
)


def files(records: Iterable[ReleaseRecord]) -> dict[str, PublishedFile]:
    paths = [f"dumps/{r.stem}.{suffix}" for r in records for suffix in SUFFIXES]
    return {path: PublishedFile(path, 1234, "ab" * 32, media_type(Path(path))) for path in paths}


@pytest.fixture(scope="module")
def graph() -> Graph:
    return terms.graph(catalogue.describe(PUBLISHER, RECORDS, files(RECORDS)))


CATALOGUE, DATASET = URIRef(f"{BASE}/catalogo"), URIRef(f"{BASE}/id/conjunto/gad")


def version(day: int) -> URIRef:
    return URIRef(f"{BASE}/id/conjunto/gad/2015-09-0{day}")


def test_there_is_one_data_set_per_organisation_and_releases_are_none(graph: Graph) -> None:
    expected = {DATASET, URIRef(f"{BASE}/id/conjunto/otra")}
    assert set(graph.subjects(RDF.type, DCAT.Dataset)) == expected
    assert set(graph.objects(CATALOGUE, DCAT.dataset)) == expected
    assert set(graph.subjects(RDF.type, PROV.Entity)) >= {version(1), version(2), version(3)}
    assert (None, RDF.type, QB.DataSet) not in graph


def test_releases_are_versions_in_a_row(graph: Graph) -> None:
    assert set(graph.objects(DATASET, DCAT.hasVersion)) == {version(1), version(2), version(3)}
    assert graph.value(DATASET, DCAT.hasCurrentVersion) == version(3)
    assert graph.value(version(3), DCAT.previousVersion) == version(2)
    assert graph.value(version(1), DCAT.previousVersion) is None
    assert str(graph.value(version(2), DCAT.version)) == "2015-09-02"


@pytest.mark.parametrize(
    ("day", "note"),
    [
        (1, "Primera publicación."),
        (2, "Mismo contenido que la publicación del 2015-09-01: solo cambia la fecha."),
        (3, "El contenido cambia respecto a la publicación del 2015-09-02."),
    ],
)
def test_a_version_says_what_is_new(graph: Graph, day: int, note: str) -> None:
    assert terms.spanish(note) in set(graph.objects(version(day), ADMS.versionNotes))


def test_dates_are_those_of_the_releases(graph: Graph) -> None:
    assert graph.value(CATALOGUE, DCTERMS.issued) == terms.day(date(2015, 9, 1))
    assert graph.value(CATALOGUE, DCTERMS.modified) == terms.day(date(2015, 9, 3))
    assert graph.value(DATASET, DCTERMS.issued) == terms.day(date(2015, 9, 1))
    assert graph.value(DATASET, DCTERMS.modified) == terms.day(date(2015, 9, 3))


def test_distributions_are_the_files_of_the_latest_release(graph: Graph) -> None:
    found = {
        str(graph.value(each, DCAT.downloadURL))
        for each in graph.objects(DATASET, DCAT.distribution)
    }
    assert found == {f"{BASE}/dumps/gad/2015-09-03.{suffix}" for suffix in SUFFIXES}


def test_a_distribution_in_full(graph: Graph) -> None:
    table = URIRef(f"{BASE}/catalogo#gad-csv")
    address = URIRef(f"{BASE}/dumps/gad/2015-09-03.csv")
    checksum = URIRef(f"{BASE}/catalogo#gad-csv-sha256")
    eu = "http://publications.europa.eu/resource/authority"
    expected = {
        (RDF.type, DCAT.Distribution),
        (DCTERMS.title, terms.spanish("Metas de GAD de Ejemplo en CSV")),
        (DCTERMS.title, terms.english("Goals of GAD de Ejemplo as CSV")),
        (DCTERMS.license, URIRef("https://creativecommons.org/licenses/by/4.0/")),
        (DCTERMS.issued, terms.day(date(2015, 9, 3))),
        (DCTERMS.modified, terms.day(date(2015, 9, 3))),
        (DCTERMS.language, URIRef(f"{eu}/language/SPA")),
        (DCTERMS.format, URIRef(f"{eu}/file-type/CSV")),
        (DCTERMS.conformsTo, URIRef("http://www.w3.org/TR/tabular-metadata/")),
        (DCAT.accessURL, address),
        (DCAT.downloadURL, address),
        (DCAT.mediaType, URIRef("http://www.iana.org/assignments/media-types/text/csv")),
        (DCAT.byteSize, Literal("1234", datatype=XSD.nonNegativeInteger)),
        (SPDX.checksum, checksum),
    }
    assert set(graph.predicate_objects(table)) == expected
    assert graph.value(checksum, SPDX.algorithm) == SPDX.checksumAlgorithm_sha256
    value = graph.value(checksum, SPDX.checksumValue)
    assert isinstance(value, Literal)
    assert (str(value), value.datatype) == ("ab" * 32, XSD.hexBinary)


def test_who_declared_who_publishes_and_no_person(graph: Graph) -> None:
    editor, body = URIRef(f"{BASE}/catalogo#editor"), URIRef(f"{BASE}/id/organizacion/gad")
    assert graph.value(DATASET, DCTERMS.publisher) == editor
    assert graph.value(editor, FOAF.name) == terms.spanish("Oficina de ejemplo")
    assert graph.value(DATASET, DCTERMS.creator) == body
    contact = graph.value(DATASET, DCAT.contactPoint)
    assert graph.value(contact, VCARD.fn) == terms.spanish("GAD de Ejemplo")
    assert not set(graph.predicates(contact)) - {RDF.type, VCARD.fn}


def test_keywords_are_tags_that_ckan_takes() -> None:
    for word in (*datasets.KEYWORDS_ES, *datasets.KEYWORDS_EN):
        assert re.fullmatch(r"[\w .\-]{2,100}", word)


def test_there_are_no_blank_nodes_and_no_year_of_the_build(graph: Graph) -> None:
    everything = "\n".join(sorted(" ".join(term.n3() for term in triple) for triple in graph))
    assert "_:" not in everything
    years = set(re.findall(r'"(\d{4})-\d\d-\d\d"\^\^', everything))
    assert years == {"2015"}


def test_the_service_serves_every_data_set(graph: Graph) -> None:
    service = graph.value(CATALOGUE, DCAT.service)
    assert graph.value(service, DCAT.endpointURL) == URIRef(f"{BASE}/sparql")
    assert len(set(graph.objects(service, DCAT.servesDataset))) == 2


def test_languages_without_an_authority_code_are_left_out() -> None:
    publisher = replace(PUBLISHER, languages=("es", "qu", "en"))
    found = terms.graph(catalogue.describe(publisher, RECORDS, files(RECORDS)))
    codes = {str(o).rsplit("/", 1)[1] for o in found.objects(CATALOGUE, DCTERMS.language)}
    assert codes == {"SPA", "ENG"}
