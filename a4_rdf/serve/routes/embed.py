"""Drawings that other sites may show: one chart of what a release says of a thing, as SVG."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from flask import Blueprint, Response, request
from rdflib import URIRef
from werkzeug.exceptions import NotFound

from a4_rdf import iris
from a4_rdf.serve import comparable, history
from a4_rdf.serve.addresses import iri_of, path_of
from a4_rdf.serve.history import Spoken
from a4_rdf.serve.http import headers
from a4_rdf.serve.pages.lettering import drawable, wrapped
from a4_rdf.serve.publication import Current, Publication
from a4_rdf.serve.render import Pages

SVG = "image/svg+xml"

FOR_OTHERS = {
    "Content-Security-Policy": "default-src 'none'; base-uri 'none'; frame-ancestors *",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
"""A drawing fetches nothing and runs nothing; any site may show it, as image or in a frame."""


@dataclass(frozen=True, slots=True)
class EmbedRoutes:
    """Answers with the drawings of charts."""

    current: Current
    pages: Pages

    def blueprint(self) -> Blueprint:
        """Return the routes; the application knows `day` as a converter."""
        blueprint = Blueprint("embed", __name__)
        rule = "/doc/<day:day>/<path:path>/barras/<name>.svg"
        blueprint.add_url_rule(rule, "bars", self.bars)
        return blueprint

    def bars(self, day: str, path: str, name: str) -> Response:
        """Answer with one chart of a thing as the release of a date says it; it never changes."""
        publication = self.current.get()
        iri = iri_of(publication.base, f"id/{path}")
        said = _said(publication, iri, day)
        body = self._drawn(publication, iri, said, name)
        response = Response(body, content_type=f"{SVG}; charset=utf-8")
        # The entity tag is of the drawing alone: later builds that draw it alike keep it.
        etag = sha256(body).hexdigest()[:32]
        headers.set_validators(response, etag, said.entry.date, headers.SHORT)
        response.headers.update(FOR_OTHERS)
        permalink, licence = _permalink(publication, iri, said), publication.manifest.licence
        headers.add_links(
            response, (headers.link(permalink, "up"), headers.link(licence, "license"))
        )
        response.make_conditional(request)
        return response

    def _drawn(self, publication: Publication, iri: str, said: Spoken, name: str) -> bytes:
        key = f"{iri}\x1f{said.entry.date}\x1f{name}\x1f{publication.lang}\x1fbars"
        return publication.cache.get(key, lambda: self._render(publication, iri, said, name))

    def _render(self, publication: Publication, iri: str, said: Spoken, name: str) -> bytes:
        labels = publication.labels.within(said.graph)
        charts = comparable.charts(publication.store, URIRef(iri), labels, said.graph)
        chart = next((chart for chart in charts if chart.name == name), None)
        if chart is None:
            raise NotFound
        path = path_of(publication.base, _permalink(publication, iri, said)) or ""
        context = {
            "chart": chart,
            "label": drawable(labels.label(URIRef(iri))),
            "release": said.entry,
            "permalink": _permalink(publication, iri, said),
            "wrapped": wrapped,
        }
        return self.pages.render(publication, path, "embed.html", context).strip().encode()


def _said(publication: Publication, iri: str, day: str) -> Spoken:
    """Return where the release of a date speaks of a thing; NotFound where none does."""
    name = iris.parse(publication.base, iri)
    entry = publication.manifest.dated(dict(name.parts).get("org", ""), day) if name else None
    spoken = history.speaking(publication, URIRef(iri)) if entry else ()
    found = next((one for one in spoken if one.entry == entry), None)
    if found is None:
        raise NotFound
    return found


def _permalink(publication: Publication, iri: str, said: Spoken) -> str:
    return history.permalink(publication.base, iri, said.entry)
