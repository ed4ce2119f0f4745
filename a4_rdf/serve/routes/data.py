"""The vocabulary and the release graphs: documents that hold much of the data at once."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, Response, g
from rdflib import URIRef
from rdflib.namespace import DCTERMS
from werkzeug.exceptions import NotFound

from a4_rdf import iris
from a4_rdf.iris import Kind
from a4_rdf.serve import things
from a4_rdf.serve.addresses import iri_of
from a4_rdf.serve.http.representations import (
    GRAPHS,
    RDF_FORMS,
    THINGS,
    Representation,
    split,
)
from a4_rdf.serve.http.respond import Resource, respond
from a4_rdf.serve.pages.diagram import diagram
from a4_rdf.serve.pages.terms import alignments, sections, versions
from a4_rdf.serve.publication import Current, Publication
from a4_rdf.serve.render import FORMAT_NAMES, Pages
from a4_rdf.store import rdfio

VOCABULARY = "def/poa"


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

    def _vocabulary(self, publication: Publication, path: str, form: Representation) -> bytes:
        iri = URIRef(iris.vocabulary(publication.base))
        facts = things.vocabulary(publication, iri)
        if form.format:
            return rdfio.write(facts.triples, form.format, publication.base)
        publication.labels.learn(things.linked(facts.triples))
        context = {
            "iri": iri,
            "description": facts.text(iri, DCTERMS.description, publication.lang),
            "diagram": diagram(publication.base),
            "alignments": alignments(facts, iri),
            "versions": versions(facts, iri),
            "sections": sections(facts, iri, publication.lang),
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


def _is_vocabulary(publication: Publication, stem: str) -> bool:
    """Tell whether a path is the vocabulary's own, or that of a version which the data know."""
    is_one = stem == VOCABULARY or stem.startswith(f"{VOCABULARY}/")
    return is_one and things.exists(publication.store, iri_of(publication.base, stem))


def _formats(path: str) -> list[tuple[str, str, Representation]]:
    return [(f"{path}.{form.suffix}", FORMAT_NAMES[form.suffix], form) for form in RDF_FORMS]
