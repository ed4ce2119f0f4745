"""What each release says of a thing: at /doc/{date}/…, listed at /timemap/link/doc/… (RFC 7089)."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, Response, g, request
from flask_babel import gettext
from rdflib import URIRef
from werkzeug.exceptions import NotFound
from werkzeug.routing import BaseConverter

from a4_rdf import iris
from a4_rdf.serve import history, words
from a4_rdf.serve.addresses import iri_of
from a4_rdf.serve.http import headers, memento
from a4_rdf.serve.http.errors import Explained
from a4_rdf.serve.http.representations import HTML, THINGS, split
from a4_rdf.serve.manifest import ReleaseEntry
from a4_rdf.serve.publication import Current, Publication
from a4_rdf.serve.render import Pages
from a4_rdf.serve.routes.description import Description
from a4_rdf.serve.words import N_

NO_RELEASE = N_("No hay ninguna publicación de esa fecha.")
NOT_IN_RELEASE = N_("La publicación del %(day)s no lo trae.")


class DayConverter(BaseConverter):
    """An ISO date as a segment of an address; no kind of thing is called so."""

    regex = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
    weight = 50


@dataclass(frozen=True, slots=True)
class MementoRoutes:
    """Answers with what releases say of things."""

    current: Current
    pages: Pages

    def blueprint(self) -> Blueprint:
        """Return the routes; the application knows `day` as a converter."""
        blueprint = Blueprint("mementos", __name__)
        blueprint.add_url_rule("/doc/<day:day>/<path:path>", "memento", self.memento)
        blueprint.add_url_rule("/timemap/link/doc/<path:path>", "timemap", self.timemap)
        return blueprint

    def memento(self, day: str, path: str) -> Response:
        """Answer with the description of a thing as the release of a date says it; never moved."""
        publication = self.current.get()
        stem, g.asked = split(path, THINGS)
        iri = iri_of(publication.base, f"id/{stem}")
        entry = _release(publication, iri, day)
        spoken = history.speaking(publication, URIRef(iri))
        if all(one.entry != entry for one in spoken):
            day = words.day(entry.date, publication.lang)
            raise Explained(404, gettext(NOT_IN_RELEASE, day=day))
        description = Description(
            publication,
            self.pages,
            path=f"doc/{day}/{stem}",
            iri=iri,
            spoken=spoken,
            mementos=history.mementos(publication, iri, spoken, g.asked.suffix if g.asked else ""),
            day=entry.date,
        )
        return description.answer(g.asked)

    def timemap(self, path: str) -> Response:
        """Answer with the list of what the releases say of a thing."""
        publication = self.current.get()
        g.asked = HTML
        stem, form = split(path, THINGS)
        iri = iri_of(publication.base, f"id/{stem}")
        spoken = history.speaking(publication, URIRef(iri))
        mementos = history.mementos(publication, iri, spoken, form.suffix if form else "")
        if mementos is None:
            raise NotFound
        response = Response(memento.timemap(mementos), content_type=memento.LINK_FORMAT)
        etag = publication.etag("timemap", path)
        headers.set_validators(response, etag, spoken[0].entry.date)
        headers.add_links(response, memento.links(mementos)[:1])
        response.make_conditional(request)
        return response


def _release(publication: Publication, iri: str, day: str) -> ReleaseEntry:
    """Return the release of a date by the organisation of a thing; Explained, 404, without one."""
    name = iris.parse(publication.base, iri)
    organization = dict(name.parts).get("org") if name else None
    if organization is None:
        raise NotFound
    entry = publication.manifest.dated(organization, day)
    if entry is None:
        raise Explained(404, gettext(NO_RELEASE))
    return entry
