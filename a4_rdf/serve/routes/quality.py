"""The quality of the data: of all, of one organisation, of one rule; as pages and as files."""

from __future__ import annotations

import re
from dataclasses import dataclass

from flask import Blueprint, Response, g, request
from flask_babel import gettext
from rdflib import URIRef
from werkzeug.exceptions import NotFound

from a4_rdf import findings, iris
from a4_rdf.iris import Kind
from a4_rdf.serve.http.errors import Explained
from a4_rdf.serve.http.representations import HTML
from a4_rdf.serve.http.respond import page
from a4_rdf.serve.pages.quality import LIST, Quality, is_there, of_organization, overview
from a4_rdf.serve.publication import Current, Publication
from a4_rdf.serve.render import Pages
from a4_rdf.serve.routes.files import send
from a4_rdf.serve.words import N_

PATH = "calidad"
NOT_HERE = N_("En esta copia no se contaron los avisos.")

_NUMBER = re.compile(r"[1-9][0-9]{0,6}", re.ASCII)


@dataclass(frozen=True, slots=True)
class QualityRoutes:
    """Answers about how good the data are; all of it was counted by the build."""

    current: Current
    pages: Pages

    def blueprint(self) -> Blueprint:
        """Return the routes."""
        blueprint = Blueprint("quality", __name__)
        blueprint.add_url_rule(f"/{PATH}", "page", self.page)
        blueprint.add_url_rule(f"/{PATH}.csv", "file", self.file)
        return blueprint

    def page(self) -> Response:
        """Show rules and organisations; the units of one, the organisations of a rule."""
        publication = self.current.get()
        g.asked = HTML
        if not is_there(publication.root):
            raise Explained(503, gettext(NOT_HERE))
        asked = _asked(publication)
        slug, rule = asked.get("org", ""), asked.get("regla", "")
        number = int(asked.get("pagina", "1"))
        manifest, root = publication.manifest, publication.root
        found = (
            of_organization(root, manifest, slug, number)
            if slug
            else overview(root, manifest, rule, number)
        )
        if found is None:
            raise NotFound
        return page(
            publication,
            PATH,
            lambda: self._page(publication, found, asked),
            repr(sorted(asked.items())) if asked else "",
        )

    def file(self) -> Response:
        """Answer with the counts as a table: a file of the dumps."""
        return send(self.current.get(), f"dumps/{PATH}.csv")

    def _page(self, publication: Publication, found: Quality, asked: dict[str, str]) -> str:
        rule = asked.get("regla", "")
        concept = iris.mint(publication.base, Kind.CONCEPT, list=LIST, code=rule) if rule else ""
        publication.labels.learn(
            (*(r.iri for r in found.rules), *(unit.iri for unit in found.units))
        )
        context = {
            "found": found,
            "slug": asked.get("org", ""),
            "rule": URIRef(concept) if concept else None,
            "asked": {name: value for name, value in asked.items() if name != "pagina"},
        }
        return self.pages.render(publication, PATH, "quality.html", context, asked=asked)


def _asked(publication: Publication) -> dict[str, str]:
    """Return what an address asks for; NotFound for a body, a rule or a number that is none."""
    known = ("org", "regla", "pagina")
    said = {name: value for name in known if (value := request.args.get(name))}
    if (
        said.get("org", "") not in ("", *publication.manifest.organizations)
        or said.get("regla", "") not in ("", *findings.KINDS)
        or not _NUMBER.fullmatch(said.get("pagina", "1"))
        or ("org" in said and "regla" in said)
    ):
        raise NotFound
    return said
