"""The RDF formats that are read, written and served: one row each.

Media types and suffixes are those of the W3C recommendations; `name` is what `--to` takes.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Format:
    """An RDF serialisation: command-line name, file suffix, media type, whether it has graphs."""

    name: str
    suffix: str
    media_type: str
    has_graphs: bool = False


TURTLE = Format("turtle", "ttl", "text/turtle")
NTRIPLES = Format("nt", "nt", "application/n-triples")
NQUADS = Format("nq", "nq", "application/n-quads", has_graphs=True)
TRIG = Format("trig", "trig", "application/trig", has_graphs=True)
JSONLD = Format("jsonld", "jsonld", "application/ld+json", has_graphs=True)
RDFXML = Format("xml", "rdf", "application/rdf+xml")

FORMATS: tuple[Format, ...] = (TURTLE, NTRIPLES, NQUADS, TRIG, JSONLD, RDFXML)


def by_name(name: str) -> Format:
    """Return the format that `--to NAME` means; KeyError where there is none."""
    return {fmt.name: fmt for fmt in FORMATS}[name]


def by_media_type(media_type: str) -> Format | None:
    """Return the format of a media type, or None."""
    return {fmt.media_type: fmt for fmt in FORMATS}.get(media_type)
