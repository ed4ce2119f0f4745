"""What a template needs to write links: relative addresses and names, seen from its page."""

from __future__ import annotations

from dataclasses import dataclass

from rdflib import URIRef

from a4_rdf import iris
from a4_rdf.iris import Kind
from a4_rdf.serve.addresses import page_path, path_of, relative
from a4_rdf.serve.labels import Labels
from a4_rdf.serve.manifest import ReleaseEntry

LASTING = frozenset(
    (
        Kind.ORGANIZATION,
        Kind.UNIT,
        Kind.PLAN,
        Kind.OBJECTIVE,
        Kind.ACTIVITY,
        Kind.INDICATOR,
        Kind.GOAL,
        Kind.POST,
        Kind.CONTACT,
    )
)
"""What every release speaks of anew; other things belong to one release, or to none."""


@dataclass(frozen=True, slots=True)
class Links:
    """The links of the page at path `here` (without leading slash).

    On the page of what a release says they lead to what that `release` says of other things.
    """

    base: str
    here: str
    labels: Labels
    release: ReleaseEntry | None = None

    def path(self, path: str) -> str:
        """Return the relative reference to a path on this server."""
        return relative(self.here, path)

    def to(self, iri: URIRef | str) -> str:
        """Return where an IRI leads: relative for ours, straight to its page; else the IRI."""
        path = self._dated(str(iri))
        return self.now(iri) if path is None else relative(self.here, path)

    def now(self, iri: URIRef | str) -> str:
        """Return where an IRI leads outside of any release: to what holds now."""
        path = page_path(self.base, str(iri))
        if path is not None:
            return relative(self.here, path)
        return str(iri) if str(iri).startswith(("http://", "https://")) else ""

    def label(self, iri: URIRef | str) -> str:
        """Return the name of a thing for people."""
        return self.labels.label(URIRef(iri))

    def _dated(self, iri: str) -> str | None:
        name = iris.parse(self.base, iri) if self.release else None
        if self.release is None or name is None or name.kind not in LASTING:
            return None
        if name["org"] != self.release.organization:
            return None
        return path_of(
            self.base, iris.dated_document(self.base, iri, self.release.date.isoformat())
        )
