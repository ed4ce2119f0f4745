"""Things and their descriptions: /id/ answers 303, /doc/ and /kos/ answer by Accept or suffix."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from flask import Blueprint, Response, g, request
from werkzeug.exceptions import NotFound

from a4_rdf import iris
from a4_rdf.serve import things
from a4_rdf.serve.addresses import iri_of, quoted
from a4_rdf.serve.http import headers
from a4_rdf.serve.http.representations import HTML, THINGS, Representation, choose, split
from a4_rdf.serve.http.respond import Resource, respond
from a4_rdf.serve.publication import Current, Publication
from a4_rdf.serve.render import Pages
from a4_rdf.serve.things import Cursor
from a4_rdf.store import rdfio


@dataclass(frozen=True, slots=True)
class ThingRoutes:
    """Answers for everything that the store describes."""

    current: Current
    pages: Pages

    def blueprint(self) -> Blueprint:
        """Return the routes."""
        blueprint = Blueprint("things", __name__)
        blueprint.add_url_rule("/id/<path:path>", "identifier", self.identifier)
        blueprint.add_url_rule("/doc/<path:path>", "document", self.document)
        blueprint.add_url_rule("/kos/<path:path>", "concept", self.concept)
        return blueprint

    def identifier(self, path: str) -> Response:
        """Send from a thing to its description; from what nobody described, say so here."""
        publication = self.current.get()
        iri = iri_of(publication.base, f"id/{path}")
        # An offer is remembered, so that a 404 is in the form that was asked for.
        g.asked = choose(request.headers.get("Accept"), THINGS)
        if not things.exists(publication.store, iri):
            raise NotFound
        response = Response(status=303, content_type="text/plain; charset=utf-8")
        response.headers["Location"] = f"{request.script_root}/doc/{quoted(path)}"
        response.headers["Cache-Control"] = "public, no-cache"
        headers.vary_by_accept(response)
        return response

    def document(self, path: str) -> Response:
        """Answer with the description of the thing at /id/ of the same path."""
        return self._describe("doc/", "id/", path)

    def concept(self, path: str) -> Response:
        """Answer with the description of a code list or a concept, which is its own document."""
        return self._describe("kos/", "kos/", path)

    def _describe(self, here: str, there: str, path: str) -> Response:
        publication = self.current.get()
        stem, asked = split(path, THINGS)
        iri = iri_of(publication.base, there + stem)
        query = request.query_string.decode("latin-1") if _cursor() != Cursor() else ""
        resource = Resource(
            path=here + stem,
            offers=THINGS,
            render=lambda form: self._render(publication, iri, here + stem, form),
            modified=_modified(publication, iri),
            variant=query,
            about=iri if here != there else "",
        )
        return respond(publication, resource, asked)

    def _render(self, publication: Publication, iri: str, path: str, form: Representation) -> bytes:
        view = things.view(publication, iri, _cursor())
        if view is None:
            raise NotFound
        if form == HTML or form.format is None:
            return self.pages.thing(publication, view, path).encode()
        return rdfio.write(things.triples(publication, view), form.format, publication.base)


def _cursor() -> Cursor:
    """Return where the page asked for starts.

    With `relacion` it is a page of incoming links and `desde` names a thing by its IRI; without,
    it is a page of a document and `desde` is the number of a row.
    """
    by, start = request.args.get("relacion", ""), request.args.get("desde", "")
    if by:
        return Cursor(by, start)
    return Cursor(row=int(start)) if _ROW.fullmatch(start) else Cursor()


_ROW = re.compile(r"[0-9]{1,9}", re.ASCII)


def _modified(publication: Publication, iri: str) -> date | None:
    name = iris.parse(publication.base, iri)
    slug = dict(name.parts).get("org") if name else None
    return publication.manifest.modified(slug)
