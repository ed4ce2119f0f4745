"""The answer that describes a thing, as it is now or as a release says, page by page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from flask import Response, request
from werkzeug.exceptions import NotFound

from a4_rdf import iris
from a4_rdf.serve import statements, things
from a4_rdf.serve.addresses import iri_of
from a4_rdf.serve.history import Spoken
from a4_rdf.serve.http.memento import Mementos
from a4_rdf.serve.http.representations import HTML, THINGS, Representation
from a4_rdf.serve.http.respond import Resource, respond
from a4_rdf.serve.publication import Publication
from a4_rdf.serve.render import Pages
from a4_rdf.serve.things import Cursor
from a4_rdf.store import rdfio

_ROW = re.compile(r"[0-9]{1,9}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Description:
    """The description of the thing `iri` at an address, `path` without suffix, not yet encoded.

    With a `day` it is what the release of that day says.
    """

    publication: Publication
    pages: Pages
    path: str
    iri: str
    spoken: tuple[Spoken, ...] = ()
    mementos: Mementos | None = None
    day: date | None = None

    def answer(self, asked: Representation | None) -> Response:
        """Return the description in the form that a suffix asked for, else by Accept."""
        is_paged = _cursor() != Cursor()
        resource = Resource(
            path=self.path,
            offers=THINGS,
            render=self._render,
            modified=self._modified(),
            variant=request.query_string.decode("latin-1") if is_paged else "",
            about="" if self.iri == iri_of(self.publication.base, self.path) else self.iri,
            mementos=self.mementos,
            day=self.day,
        )
        return respond(self.publication, resource, asked)

    def _render(self, form: Representation) -> bytes:
        view = things.view(self.publication, self.iri, _cursor(), self.spoken, self.day)
        if view is None:
            raise NotFound
        if form == HTML or form.format is None:
            return self.pages.thing(self.publication, view, self.path).encode()
        triples = statements.triples(self.publication, view)
        return rdfio.write(triples, form.format, self.publication.base)

    def _modified(self) -> date | None:
        """Return the date of the organisation's last release, for pages list all that there are."""
        name = iris.parse(self.publication.base, self.iri)
        slug = dict(name.parts).get("org") if name else None
        return self.publication.manifest.modified(slug)


def _cursor() -> Cursor:
    """Return where the page asked for starts.

    With `relacion` it is a page of incoming links and `desde` names a thing by its IRI; without,
    it is a page of a document, or of the goals of a thing, and `desde` is the number of a row.
    """
    by, start = request.args.get("relacion", ""), request.args.get("desde", "")
    if by:
        return Cursor(by, start)
    return Cursor(row=int(start)) if _ROW.fullmatch(start) else Cursor()
