"""The catalogue, page by page, and the VoID description: what portals harvest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Blueprint, Response, g
from rdflib import URIRef
from werkzeug.exceptions import NotFound

from a4_rdf import formats, iris
from a4_rdf.serve.facts import Facts
from a4_rdf.serve.http.representations import (
    CATALOGUE,
    RDF_FORMS,
    TURTLE,
    Representation,
    split,
)
from a4_rdf.serve.http.respond import Resource, respond
from a4_rdf.serve.pages import schema_org
from a4_rdf.serve.pages.catalogue import Paging, entries
from a4_rdf.serve.publication import Current, Publication
from a4_rdf.serve.render import FORMAT_NAMES, Pages
from a4_rdf.store import rdfio
from a4_rdf.terms import Triple

FIRST = iris.catalogue_page_path(1)


@dataclass(frozen=True, slots=True)
class CatalogueRoutes:
    """Answers with the catalogue; harvesters that ask for anything get Turtle."""

    current: Current
    pages: Pages

    def blueprint(self) -> Blueprint:
        """Return the routes."""
        blueprint = Blueprint("catalogue", __name__)
        blueprint.add_url_rule("/catalogo", "first", self.first)
        blueprint.add_url_rule("/catalogo.<suffix>", "first_form", self.first)
        blueprint.add_url_rule("/catalogo/<name>", "further", self.further)
        blueprint.add_url_rule("/.well-known/void", "void", self.void)
        return blueprint

    def first(self, suffix: str | None = None) -> Response:
        """Answer with the first page, which is all of it where there is no other."""
        return self._answer(f"{FIRST}.{suffix}" if suffix else FIRST)

    def further(self, name: str) -> Response:
        """Answer with another page: `2`, `2.ttl`."""
        return self._answer(f"{FIRST}/{name}")

    def void(self) -> Response:
        """Answer with the first page, which carries the VoID counts, in RDF only."""
        publication = self.current.get()
        return respond(publication, self._resource(publication, FIRST, RDF_FORMS))

    def _answer(self, path: str) -> Response:
        publication = self.current.get()
        stem, asked = split(path, CATALOGUE)
        g.asked = asked
        if stem not in page_paths(publication):
            raise NotFound
        return respond(publication, self._resource(publication, stem, CATALOGUE), asked)

    def _resource(
        self, publication: Publication, path: str, offers: tuple[Representation, ...]
    ) -> Resource:
        return Resource(
            path=path,
            offers=offers,
            render=lambda form: self._render(publication, path, form),
            modified=publication.manifest.modified(),
        )

    def _render(self, publication: Publication, path: str, form: Representation) -> bytes:
        file = publication.root / f"{path}.{TURTLE.suffix}"
        if not file.is_file():
            raise NotFound
        if form == TURTLE:
            return file.read_bytes()
        triples = rdfio.parse(file, formats.TURTLE, publication.base)
        if form.format:
            return rdfio.write(_linked(publication, triples, form), form.format, publication.base)
        return self._page(publication, path, Facts(triples)).encode()

    def _page(self, publication: Publication, path: str, facts: Facts) -> str:
        listed = entries(facts, publication.lang)
        context = {
            "entries": listed,
            "paging": Paging(page_paths(publication), path),
            "formats": [(f"{path}.{r.suffix}", FORMAT_NAMES[r.suffix], r) for r in RDF_FORMS],
            "schema_org": schema_org.catalogue(publication, facts, listed),
        }
        return self.pages.render(publication, path, "catalogue.html", context)


def page_paths(publication: Publication) -> tuple[str, ...]:
    """Return the paths of the catalogue's pages, without suffix, in order."""
    paths = [FIRST]
    while publication.file(f"{iris.catalogue_page_path(len(paths) + 1)}.{TURTLE.suffix}"):
        paths.append(iris.catalogue_page_path(len(paths) + 1))
    return tuple(paths)


def _linked(
    publication: Publication, triples: tuple[Triple, ...], form: Representation
) -> Iterator[Triple]:
    """Yield a page's triples, its links to other pages leading to them in the same form.

    A harvester reads every page as it read the first one.
    """
    moved = {
        URIRef(iris.catalogue_page(publication.base, number, TURTLE.suffix)): URIRef(
            iris.catalogue_page(publication.base, number, form.suffix)
        )
        for number, _ in enumerate(page_paths(publication), 1)
    }
    for s, p, o in triples:
        yield moved.get(s, s), p, moved.get(o, o) if isinstance(o, URIRef) else o
