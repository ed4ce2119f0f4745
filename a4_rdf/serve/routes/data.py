"""Vocabulary, release graphs, catalogue and VoID: documents about the data as a whole."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, Response, g
from rdflib import URIRef
from rdflib.namespace import DCTERMS
from werkzeug.exceptions import NotFound

from a4_rdf import formats, iris
from a4_rdf.iris import Kind
from a4_rdf.serve import things
from a4_rdf.serve.addresses import iri_of
from a4_rdf.serve.facts import Facts
from a4_rdf.serve.http.representations import (
    CATALOGUE,
    GRAPHS,
    RDF_FORMS,
    THINGS,
    Representation,
    split,
)
from a4_rdf.serve.http.respond import Resource, respond
from a4_rdf.serve.pages.catalogue import entries
from a4_rdf.serve.pages.terms import sections
from a4_rdf.serve.publication import Current, Publication
from a4_rdf.serve.render import FORMAT_NAMES, Pages
from a4_rdf.store import rdfio
from a4_rdf.terms import Triple

VOCABULARY = "def/poa"
CATALOGUE_FILE = "catalogo.ttl"


@dataclass(frozen=True, slots=True)
class DataRoutes:
    """Answers for documents that describe or hold the data as a whole."""

    current: Current
    pages: Pages

    def blueprint(self) -> Blueprint:
        """Return the routes."""
        blueprint = Blueprint("data", __name__)
        blueprint.add_url_rule("/def/<path:path>", "vocabulary", self.vocabulary)
        blueprint.add_url_rule("/graph/<org>/a4/<path:date>", "graph", self.graph)
        blueprint.add_url_rule("/catalogo", "catalogue", self.catalogue)
        blueprint.add_url_rule("/catalogo.<suffix>", "catalogue_form", self.catalogue)
        blueprint.add_url_rule("/.well-known/void", "void", self.void)
        return blueprint

    def vocabulary(self, path: str) -> Response:
        """Answer with the vocabulary; its version address answers for the version published."""
        publication = self.current.get()
        stem, asked = split(f"def/{path}", THINGS)
        g.asked = asked
        if not _is_vocabulary(publication, stem):
            raise NotFound
        resource = Resource(
            path=stem,
            offers=THINGS,
            render=lambda form: self._vocabulary(publication, stem, form),
            modified=publication.manifest.modified(),
        )
        return respond(publication, resource, asked)

    def graph(self, org: str, date: str) -> Response:
        """Answer with a whole release: its dump, or the page about it."""
        publication = self.current.get()
        day, asked = split(date, GRAPHS)
        g.asked = asked
        entry = publication.manifest.dated(org, day)
        if entry is None:
            raise NotFound
        resource = Resource(
            path=f"graph/{org}/a4/{day}",
            offers=GRAPHS,
            render=lambda form: self._graph(publication, org, day, form),
            modified=entry.date,
        )
        return respond(publication, resource, asked)

    def catalogue(self, suffix: str | None = None) -> Response:
        """Answer with the catalogue; harvesters that ask for anything get Turtle."""
        publication = self.current.get()
        asked = next((form for form in CATALOGUE if form.suffix == suffix), None)
        if suffix is not None and asked is None:
            raise NotFound
        resource = Resource(
            path="catalogo",
            offers=CATALOGUE,
            render=lambda form: self._catalogue(publication, form),
            modified=publication.manifest.modified(),
        )
        return respond(publication, resource, asked)

    def void(self) -> Response:
        """Answer with the catalogue, which carries the VoID counts, in RDF only."""
        publication = self.current.get()
        resource = Resource(
            path="catalogo",
            offers=RDF_FORMS,
            render=lambda form: self._catalogue(publication, form),
            modified=publication.manifest.modified(),
        )
        return respond(publication, resource)

    def _vocabulary(self, publication: Publication, path: str, form: Representation) -> bytes:
        iri = URIRef(iris.vocabulary(publication.base))
        facts = things.vocabulary(publication, iri)
        if form.format:
            return rdfio.write(facts.triples, form.format, publication.base)
        publication.labels.learn(things.linked(facts.triples))
        context = {
            "iri": iri,
            "description": facts.text(iri, DCTERMS.description),
            "sections": sections(facts, iri),
            "formats": _formats(VOCABULARY),
        }
        return self.pages.render(publication, path, "vocabulary.html", context).encode()

    def _graph(self, publication: Publication, org: str, day: str, form: Representation) -> bytes:
        if form.format:
            path = publication.file(f"dumps/{org}/{day}.{form.suffix}")
            if path is None:
                raise NotFound
            return path.read_bytes()
        iri = iris.mint(publication.base, Kind.RELEASE, org=org, date=day)
        view = things.view(publication, iri)
        if view is None:
            raise NotFound
        return self.pages.thing(publication, view, f"graph/{org}/a4/{day}").encode()

    def _catalogue(self, publication: Publication, form: Representation) -> bytes:
        path = publication.root / CATALOGUE_FILE
        if not path.is_file():
            raise NotFound
        if form.format == formats.TURTLE:
            return path.read_bytes()
        triples = rdfio.parse(path, formats.TURTLE, publication.base)
        if form.format:
            return rdfio.write(triples, form.format, publication.base)
        return self._catalogue_page(publication, triples).encode()

    def _catalogue_page(self, publication: Publication, triples: tuple[Triple, ...]) -> str:
        context = {"entries": entries(Facts(triples)), "formats": _formats("catalogo")}
        return self.pages.render(publication, "catalogo", "catalogue.html", context)


def _is_vocabulary(publication: Publication, stem: str) -> bool:
    """Tell whether a path is the vocabulary's own, or that of a version which the data know."""
    is_one = stem == VOCABULARY or stem.startswith(f"{VOCABULARY}/")
    return is_one and things.exists(publication.store, iri_of(publication.base, stem))


def _formats(path: str) -> list[tuple[str, str, Representation]]:
    return [(f"{path}.{form.suffix}", FORMAT_NAMES[form.suffix], form) for form in RDF_FORMS]
