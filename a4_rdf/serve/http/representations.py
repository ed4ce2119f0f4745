"""The forms in which a resource is served: HTML for people, RDF for programs, a row each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from a4_rdf import formats
from a4_rdf.formats import Format
from a4_rdf.serve.http.negotiation import best


@dataclass(frozen=True, slots=True)
class Representation:
    """A suffix and its media type; `format` is None for the HTML page.

    `aliases` are media types that a client may ask for it by: those that it is a kind of.
    """

    suffix: str
    media_type: str
    format: Format | None = None
    aliases: tuple[str, ...] = ()

    @property
    def content_type(self) -> str:
        """Return the value of Content-Type; all our text is UTF-8."""
        is_text = self.media_type.startswith("text/")
        return f"{self.media_type}; charset=utf-8" if is_text else self.media_type


def _rdf(fmt: Format) -> Representation:
    aliases = ("application/json",) if fmt == formats.JSONLD else ()
    return Representation(fmt.suffix, fmt.media_type, fmt, aliases)


HTML = Representation("html", "text/html")
TURTLE = _rdf(formats.TURTLE)
RDF_FORMS = (TURTLE, *(_rdf(f) for f in (formats.NTRIPLES, formats.JSONLD, formats.RDFXML)))

THINGS: tuple[Representation, ...] = (HTML, *RDF_FORMS)
"""Things answer people first: `*/*` and no Accept give the page."""

CATALOGUE: tuple[Representation, ...] = (*RDF_FORMS, HTML)
"""Harvesters ask for the catalogue with `*/*` and need Turtle."""

GRAPHS: tuple[Representation, ...] = (*THINGS, _rdf(formats.TRIG), _rdf(formats.NQUADS))
"""A release graph is also there with its graph name."""


def split(path: str, offers: Sequence[Representation]) -> tuple[str, Representation | None]:
    """Return a path without its format suffix, and the form that the suffix asks for, if any."""
    stem, dot, suffix = path.rpartition(".")
    for offer in offers:
        if dot and stem and offer.suffix == suffix:
            return stem, offer
    return path, None


def choose(accept: str | None, offers: Sequence[Representation]) -> Representation | None:
    """Return the form that an Accept header prefers, or None where it takes none of them."""
    by_type = {offer.media_type: offer for offer in offers}
    for offer in offers:
        for alias in offer.aliases:
            by_type.setdefault(alias, offer)
    wanted = best(accept, tuple(by_type))
    return by_type[wanted] if wanted else None
