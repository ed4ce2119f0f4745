"""The quality of the data: of all, of one organisation, of one rule; as pages and as files."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from flask import Blueprint, Response, g, request
from flask_babel import gettext
from rdflib import URIRef
from werkzeug.exceptions import NotFound

from a4_rdf import findings, iris
from a4_rdf.iris import Kind
from a4_rdf.serve.http.errors import Explained
from a4_rdf.serve.http.representations import HTML
from a4_rdf.serve.http.respond import page
from a4_rdf.serve.pages.noticed import noticed
from a4_rdf.serve.pages.quality import (
    LIST,
    Quality,
    is_there,
    is_warning,
    of_organization,
    overview,
    rules,
)
from a4_rdf.serve.publication import Current, Publication
from a4_rdf.serve.render import Pages
from a4_rdf.serve.routes.files import send
from a4_rdf.serve.words import N_

PATH = "calidad"
NOT_HERE = N_("En esta copia no se contaron los avisos.")

_NUMBER = re.compile(r"[1-9][0-9]{0,6}", re.ASCII)
_ROW = re.compile(r"[0-9]{1,7}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an address asks for: an organisation, a rule, a page, or notices from a row on.

    `said` is the query that says so.
    """

    slug: str = ""
    rule: str = ""
    number: int = 1
    start: int = 0
    said: dict[str, str] = field(default_factory=dict)

    @property
    def lists_units(self) -> bool:
        """Tell whether the page shows units or organisations, not further notices alone."""
        return not self.start

    @property
    def lists_notices(self) -> bool:
        """Tell whether the page shows the notices themselves, not further units alone."""
        return bool(self.slug and self.rule) and self.number == 1


@dataclass(frozen=True, slots=True)
class QualityRoutes:
    """Answers about how good the data are; all of it was counted by the build."""

    current: Current
    pages: Pages

    def blueprint(self) -> Blueprint:
        """Return the routes."""
        blueprint = Blueprint("quality", __name__)
        blueprint.add_url_rule(f"/{PATH}", "page", self.page)
        blueprint.add_url_rule(f"/{PATH}.csv", "table", self.table)
        blueprint.add_url_rule(f"/{PATH}.json", "counts", self.counts)
        blueprint.add_url_rule(f"/{PATH}/<org>.json", "own_counts", self.own_counts)
        return blueprint

    def page(self) -> Response:
        """Show rules and organisations; the units of one, the organisations of a rule.

        Of a rule in one organisation, the units and the notices themselves.
        """
        publication = self.current.get()
        g.asked = HTML
        if not is_there(publication.root):
            raise Explained(503, gettext(NOT_HERE))
        wanted = _wanted(publication)
        manifest, root = publication.manifest, publication.root
        found = (
            of_organization(root, manifest, wanted.slug, wanted.rule, wanted.number)
            if wanted.slug
            else overview(root, manifest, wanted.rule, wanted.number)
        )
        if found is None:
            raise NotFound
        variant = repr(sorted(wanted.said.items())) if wanted.said else ""
        return page(publication, PATH, lambda: self._page(publication, found, wanted), variant)

    def table(self) -> Response:
        """Answer with the counts by unit and rule as a table: a file of the dumps."""
        return send(self.current.get(), f"dumps/{PATH}.csv")

    def counts(self) -> Response:
        """Answer with the counts of each organisation as the build wrote them."""
        return send(self.current.get(), f"{PATH}.json")

    def own_counts(self, org: str) -> Response:
        """Answer with the counts of each unit of an organisation."""
        return send(self.current.get(), f"{PATH}/{org}.json")

    def _page(self, publication: Publication, found: Quality, wanted: Wanted) -> str:
        kinds = rules(publication.root, publication.base)
        concept = iris.mint(publication.base, Kind.CONCEPT, list=LIST, code=wanted.rule or "x")
        rule = URIRef(concept) if wanted.rule else None
        publication.labels.learn((*(r.iri for r in kinds), *(unit.iri for unit in found.units)))
        context = {
            "found": found,
            "wanted": wanted,
            "slug": wanted.slug,
            "rule": rule,
            "is_warning": is_warning(wanted.rule),
            "rules": kinds,
            "noticed": noticed(publication, wanted.slug, rule, wanted.start)
            if rule and wanted.lists_notices
            else None,
            "asked": {
                name: value for name, value in wanted.said.items() if name in ("org", "regla")
            },
        }
        return self.pages.render(publication, PATH, "quality.html", context, asked=wanted.said)


def _wanted(publication: Publication) -> Wanted:
    """Return what an address asks for; NotFound for a body, a rule or a number that is none."""
    known = ("org", "regla", "pagina", "desde")
    said = {name: value for name in known if (value := request.args.get(name))}
    slug, rule = said.get("org", ""), said.get("regla", "")
    if (
        slug not in ("", *publication.manifest.organizations)
        or rule not in ("", *findings.KINDS)
        or not _NUMBER.fullmatch(said.get("pagina", "1"))
        or not _ROW.fullmatch(said.get("desde", "0"))
        or ("desde" in said and ("pagina" in said or not (slug and rule)))
    ):
        raise NotFound
    return Wanted(slug, rule, int(said.get("pagina", "1")), int(said.get("desde", "0")), said)
