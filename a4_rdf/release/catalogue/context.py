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
    """A publication on its way into the catalogue.

    `files` are the published files by path; `by_organization` are the releases of each slug, the
    oldest first.
    """

    publisher: Publisher
    releases: Sequence[ReleaseRecord]
    files: Mapping[str, PublishedFile]
    by_organization: Mapping[str, tuple[ReleaseRecord, ...]]

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
        """Return the latest release of each organisation, by slug."""
        return tuple(own[-1] for _, own in sorted(self.by_organization.items()))

    def history(self, record: ReleaseRecord) -> tuple[ReleaseRecord, ...]:
        """Return all releases of a release's organisation, the oldest first."""
        return self.by_organization[record.slug]

    def published(self, subject: URIRef) -> Iterator[Triple]:
        """Yield who publishes a resource, under which licence, in which languages."""
        yield subject, DCTERMS.publisher, self.agent
        yield subject, DCTERMS.license, URIRef(self.publisher.licence)
        for language in authorities.languages(self.publisher):
            yield subject, DCTERMS.language, language


def context(
    publisher: Publisher, releases: Sequence[ReleaseRecord], files: Mapping[str, PublishedFile]
) -> Context:
    """Return the context of a publication."""
    found: dict[str, list[ReleaseRecord]] = {}
    for record in sorted(releases, key=lambda record: record.release.date):
        found.setdefault(record.slug, []).append(record)
    return Context(publisher, releases, files, {slug: tuple(own) for slug, own in found.items()})
