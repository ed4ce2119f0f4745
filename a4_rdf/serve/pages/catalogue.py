"""The catalogue as pages: each data set with its versions and its downloads."""

from __future__ import annotations

from dataclasses import dataclass

from rdflib import URIRef
from rdflib.namespace import DCTERMS

from a4_rdf.serve.facts import Facts
from a4_rdf.vocab import DCAT


@dataclass(frozen=True, slots=True)
class Paging:
    """The place of one page of the catalogue among the paths of all."""

    paths: tuple[str, ...]
    here: str

    @property
    def number(self) -> int:
        """Return the number of this page, from 1."""
        return self.paths.index(self.here) + 1

    @property
    def previous(self) -> str | None:
        """Return the path of the page before this one, or None."""
        return self.paths[self.number - 2] if self.number > 1 else None

    @property
    def next(self) -> str | None:
        """Return the path of the page after this one, or None."""
        return self.paths[self.number] if self.number < len(self.paths) else None


@dataclass(frozen=True, slots=True)
class Download:
    """One distribution: where its file or service is, its title, the mark of its own IRI."""

    address: URIRef
    title: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class DatasetEntry:
    """One data set of the catalogue."""

    iri: URIRef
    title: str
    description: str
    version: URIRef | None
    downloads: tuple[Download, ...]


def entries(facts: Facts, lang: str) -> tuple[DatasetEntry, ...]:
    """Return the data sets that the catalogue lists, told in a language, in title order."""
    listed = {
        iri
        for catalogue in facts.of_type(DCAT.Catalog)
        for iri in facts.links(catalogue, DCAT.dataset)
    }
    found = (_entry(facts, iri, lang) for iri in listed or set(facts.of_type(DCAT.Dataset)))
    return tuple(sorted(found, key=lambda entry: (entry.title, entry.iri)))


def _entry(facts: Facts, iri: URIRef, lang: str) -> DatasetEntry:
    downloads = (_download(facts, d, lang) for d in facts.links(iri, DCAT.distribution))
    return DatasetEntry(
        iri=iri,
        title=facts.text(iri, DCTERMS.title, lang),
        description=facts.text(iri, DCTERMS.description, lang),
        version=facts.link(iri, DCAT.hasCurrentVersion),
        downloads=tuple(download for download in downloads if download),
    )


def _download(facts: Facts, distribution: URIRef, lang: str) -> Download | None:
    address = facts.link(distribution, DCAT.downloadURL)
    address = address or facts.link(distribution, DCAT.accessURL)
    if address is None:
        return None
    title = facts.text(distribution, DCTERMS.title, lang) or str(distribution)
    return Download(address, title, distribution.partition("#")[2])
