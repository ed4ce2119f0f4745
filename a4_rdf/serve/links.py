"""What a template needs to write links: relative addresses and names, seen from its page."""

from __future__ import annotations

from dataclasses import dataclass

from rdflib import URIRef

from a4_rdf.serve.addresses import page_path, relative
from a4_rdf.serve.labels import Labels


@dataclass(frozen=True, slots=True)
class Links:
    """The links of the page at path `here` (without leading slash)."""

    base: str
    here: str
    labels: Labels

    def path(self, path: str) -> str:
        """Return the relative reference to a path on this server."""
        return relative(self.here, path)

    def to(self, iri: URIRef | str) -> str:
        """Return where an IRI leads: relative for ours, straight to its page; else the IRI."""
        path = page_path(self.base, str(iri))
        if path is not None:
            return relative(self.here, path)
        return str(iri) if str(iri).startswith(("http://", "https://")) else ""

    def label(self, iri: URIRef | str) -> str:
        """Return the name of a thing for people."""
        return self.labels.label(URIRef(iri))
