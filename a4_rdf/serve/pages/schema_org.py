"""What a page says in the words of schema.org, for search engines: data sets and their catalogue.

Taken from what the page itself shows: the manifest, and what the catalogue says of a data set.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from rdflib import Literal, URIRef
from rdflib.namespace import DCTERMS

from a4_rdf import formats, iris, queries
from a4_rdf.iris import Kind
from a4_rdf.serve.facts import Facts, Object
from a4_rdf.serve.manifest import FileEntry, Manifest, ReleaseEntry
from a4_rdf.serve.pages.catalogue import DatasetEntry
from a4_rdf.serve.publication import Publication
from a4_rdf.vocab import DCAT, SCHEMA_ORG

Said = Mapping[str, object]
"""One thing as JSON-LD, ready to be written into a page."""

SUFFIXES = ("csv", "xlsx", *(fmt.suffix for fmt in formats.FORMATS))
COUNTRY, LANGUAGE = "Ecuador", "es"


def dataset(publication: Publication, slug: str) -> Said | None:
    """Return the data set of an organisation as its latest release has it, or None."""
    latest = publication.manifest.latest(slug)
    if latest is None:
        return None
    iri = URIRef(iris.mint(publication.base, Kind.DATASET, org=slug))
    facts = _facts(publication, iri)
    first = min(entry.date for entry in publication.manifest.of(slug))
    own = {
        "@id": str(iri),
        "url": iris.document_of(publication.base, iri),
        "identifier": str(iri),
        "name": facts.text(iri, DCTERMS.title),
        "description": facts.text(iri, DCTERMS.description),
        "keywords": _words(facts.objects(iri, DCAT.keyword)),
        "datePublished": first.isoformat(),
        "dateModified": latest.date.isoformat(),
        "includedInDataCatalog": _catalogue(publication),
    }
    return _without_blanks({**_shared(publication, latest), **own})


def release(publication: Publication, entry: ReleaseEntry, title: str) -> Said:
    """Return one release, as a data set that is part of its organisation's."""
    iri = URIRef(iris.mint(publication.base, Kind.DATASET, org=entry.organization))
    own = {
        "@id": entry.dataset,
        "url": iris.document_of(publication.base, entry.dataset),
        "identifier": entry.dataset,
        "name": title,
        "description": _facts(publication, iri).text(iri, DCTERMS.description),
        "datePublished": entry.date.isoformat(),
        "isPartOf": {"@type": "Dataset", "@id": str(iri)},
    }
    return _without_blanks({**_shared(publication, entry), **own})


def catalogue(publication: Publication, facts: Facts, entries: Iterable[DatasetEntry]) -> Said:
    """Return the catalogue with the data sets that one of its pages lists."""
    iri = URIRef(iris.mint(publication.base, Kind.CATALOGUE))
    listed = [
        _without_blanks(
            {
                "@type": "Dataset",
                "@id": str(entry.iri),
                "url": iris.document_of(publication.base, entry.iri),
                "name": entry.title,
                "description": entry.description,
                "license": publication.manifest.licence,
            }
        )
        for entry in entries
    ]
    own = {
        "@context": str(SCHEMA_ORG),
        "description": facts.text(iri, DCTERMS.description),
        "license": publication.manifest.licence,
        "publisher": _publisher(publication.manifest),
        "inLanguage": list(publication.manifest.languages),
        "dataset": listed,
    }
    return _without_blanks({**_catalogue(publication), **own})


def _shared(publication: Publication, entry: ReleaseEntry) -> Said:
    """Return what a release and its organisation's data set say alike."""
    manifest, slug = publication.manifest, entry.organization
    first, last = date(entry.year, 1, 1), date(entry.year, 12, 31)
    creator = {
        "@type": "GovernmentOrganization",
        "@id": iris.mint(publication.base, Kind.ORGANIZATION, org=slug),
        "name": manifest.organizations[slug],
    }
    return {
        "@context": str(SCHEMA_ORG),
        "@type": "Dataset",
        "version": entry.date.isoformat(),
        "license": manifest.licence,
        "creator": creator,
        "publisher": _publisher(manifest),
        "isAccessibleForFree": True,
        "inLanguage": list(manifest.languages),
        "spatialCoverage": {"@type": "Place", "name": COUNTRY},
        "temporalCoverage": f"{first.isoformat()}/{last.isoformat()}",
        "distribution": _downloads(publication, entry),
    }


def _downloads(publication: Publication, entry: ReleaseEntry) -> list[Said]:
    content = publication.manifest.content(entry)
    stem = f"{content.organization}/{content.date.isoformat()}"
    paths = (f"{stem}.{suffix}" for suffix in SUFFIXES)
    files = ((path, publication.manifest.files.get(f"dumps/{path}")) for path in paths)
    return [_download(publication.base, path, file) for path, file in files if file]


def _download(base: str, path: str, file: FileEntry) -> Said:
    return {
        "@type": "DataDownload",
        "contentUrl": iris.download(base, path),
        "encodingFormat": file.media_type,
        "contentSize": f"{file.size} B",
        "sha256": file.sha256,
    }


def _catalogue(publication: Publication) -> Said:
    iri = iris.mint(publication.base, Kind.CATALOGUE)
    return {
        "@type": "DataCatalog",
        "@id": iri,
        "url": iri,
        "name": publication.manifest.title,
    }


def _words(said: Iterable[Object]) -> list[str]:
    return [str(word) for word in said if isinstance(word, Literal) and word.language == LANGUAGE]


def _publisher(manifest: Manifest) -> Said:
    return {"@type": "Organization", "name": manifest.publisher}


def _facts(publication: Publication, iri: URIRef) -> Facts:
    return Facts(publication.store.construct(queries.load("thing"), {"this": iri}))


def _without_blanks(said: Said) -> Said:
    return {name: value for name, value in said.items() if value not in ("", [])}
