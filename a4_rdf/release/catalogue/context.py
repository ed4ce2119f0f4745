"""What every part of the catalogue is handed: the publisher, all releases, the published files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rdflib import URIRef
from rdflib.namespace import DCTERMS

from a4_rdf import iris
from a4_rdf.iris import Kind
from a4_rdf.model import Organization, Publisher
from a4_rdf.release.catalogue import authorities
from a4_rdf.release.files import PublishedFile
from a4_rdf.release.released import ReleaseRecord
from a4_rdf.terms import Triple


@dataclass(frozen=True, slots=True)
class Context:
    """A publication on its way into the catalogue; `files` are the published files by path."""

    publisher: Publisher
    releases: Sequence[ReleaseRecord]
    files: Mapping[str, PublishedFile]

    @property
    def catalogue(self) -> URIRef:
        """Return the catalogue's IRI."""
        return URIRef(iris.mint(self.publisher.base, Kind.CATALOGUE))

    @property
    def service(self) -> URIRef:
        """Return the IRI of the SPARQL endpoint as a data service."""
        return self.part("sparql")

    @property
    def agent(self) -> URIRef:
        """Return the IRI of the publisher."""
        return self.part("editor")

    def part(self, name: str) -> URIRef:
        """Return the IRI of something that only the catalogue describes."""
        return URIRef(iris.catalogue_part(self.publisher.base, name))

    def own(self, kind: Kind, organization: Organization) -> URIRef:
        """Return the IRI of something that an organisation has one of."""
        return URIRef(iris.mint(self.publisher.base, kind, org=organization.slug))

    def latest(self) -> tuple[ReleaseRecord, ...]:
        """Return the latest release of each organisation."""
        return tuple(record for record in self.releases if record.latest)

    def published(self, subject: URIRef) -> Iterator[Triple]:
        """Yield who publishes a resource, under which licence, in which languages."""
        yield subject, DCTERMS.publisher, self.agent
        yield subject, DCTERMS.license, URIRef(self.publisher.licence)
        for language in authorities.languages(self.publisher):
            yield subject, DCTERMS.language, language
