"""What goes into a publication and what is known of it afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day  # noqa: N812
from pathlib import Path

from rdflib import URIRef

from a4_rdf import iris
from a4_rdf.iris import Kind
from a4_rdf.model import Finding, Identifiers, Plan, Release
from a4_rdf.terms import Triple


@dataclass(frozen=True, slots=True)
class ReleasedDocument:
    """One document that was read, described and checked, ready to be published.

    `triples` are the release graph, ordered, without blank nodes; `report` is the check report
    as JSON, published as it is.
    """

    release: Release
    plan: Plan
    identifiers: Identifiers
    findings: tuple[Finding, ...]
    triples: tuple[Triple, ...]
    report: bytes


@dataclass(frozen=True, slots=True)
class ReleaseRecord:
    """What a publication remembers of a release once its files are written.

    `digest` is the SHA-256 of its content without its date (see `digest`); `latest` says whether
    it is its organisation's last. `repeats` is the date of the release whose content it repeats:
    that is stored once, there.
    """

    release: Release
    digest: str
    goals: int
    targets: int
    latest: bool = False
    repeats: Day | None = None

    @property
    def slug(self) -> str:
        """Return the organisation's slug."""
        return self.release.organization.slug

    @property
    def date(self) -> str:
        """Return the release date as it stands in IRIs and paths."""
        return self.release.date.isoformat()

    @property
    def stem(self) -> str:
        """Return the path of the release's dumps below `dumps/`, without suffix."""
        return f"{self.slug}/{self.date}"

    @property
    def content_stem(self) -> str:
        """Return the same of the release that has its content."""
        return f"{self.slug}/{self.repeats.isoformat()}" if self.repeats else self.stem

    def content_graph(self, base: str) -> URIRef:
        """Return the name of the graph that has its content."""
        day = self.repeats.isoformat() if self.repeats else self.date
        return URIRef(iris.mint(base, Kind.GRAPH, org=self.slug, date=day))

    def graph(self, base: str) -> URIRef:
        """Return the name of the release's graph."""
        return URIRef(iris.mint(base, Kind.GRAPH, org=self.slug, date=self.date))

    def dataset(self, base: str) -> URIRef:
        """Return the IRI of the release as a data set."""
        return URIRef(iris.mint(base, Kind.RELEASE, org=self.slug, date=self.date))


@dataclass(frozen=True, slots=True)
class Publication:
    """A finished publication: the folder that `public` points at, its digest and its releases."""

    folder: Path
    digest: str
    releases: tuple[ReleaseRecord, ...]
    files: int
