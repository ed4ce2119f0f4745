"""Things and their descriptions: /id/ answers 303, /doc/ and /kos/ answer by Accept or suffix."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, Response, g, request
from rdflib import URIRef
from werkzeug.exceptions import NotFound

from a4_rdf.serve import history, things
from a4_rdf.serve.addresses import iri_of, quoted
from a4_rdf.serve.http import headers
from a4_rdf.serve.http.representations import THINGS, choose, split
from a4_rdf.serve.publication import Current
from a4_rdf.serve.render import Pages
from a4_rdf.serve.routes import time_gate
from a4_rdf.serve.routes.description import Description


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
        time_gate.refuse_retired(publication, self.pages, iri)
        if not things.exists(publication.store, iri):
            raise NotFound
        response = Response(status=303, content_type="text/plain; charset=utf-8")
        response.headers["Location"] = f"{request.script_root}/doc/{quoted(path)}"
        response.headers["Cache-Control"] = "public, no-cache"
        headers.vary_by_accept(response)
        return response

    def document(self, path: str) -> Response:
        """Answer with the description of the thing at /id/ of the same path, or with an old one.

        The address is its own time gate: Accept-Datetime leads to what a release said.
        """
        publication = self.current.get()
        stem, g.asked = split(path, THINGS)
        iri = iri_of(publication.base, f"id/{stem}")
        spoken = history.speaking(publication, URIRef(iri))
        suffix = g.asked.suffix if g.asked else ""
        mementos = history.mementos(publication, iri, spoken, suffix)
        if mementos and (moved := time_gate.to_memento(publication, mementos)):
            return moved
        time_gate.refuse_retired(publication, self.pages, iri, spoken, mementos)
        description = Description(publication, self.pages, f"doc/{stem}", iri, spoken, mementos)
        return description.answer(g.asked)

    def concept(self, path: str) -> Response:
        """Answer with the description of a code list or a concept, which is its own document."""
        publication = self.current.get()
        stem, asked = split(f"kos/{path}", THINGS)
        iri = iri_of(publication.base, stem)
        return Description(publication, self.pages, stem, iri).answer(asked)
