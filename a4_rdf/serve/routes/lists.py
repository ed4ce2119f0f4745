"""The front door and the lists: home, organisations, units, page by page where there are many."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from flask import Blueprint, Response, g, request
from rdflib import URIRef
from werkzeug.exceptions import NotFound

from a4_rdf import iris, queries
from a4_rdf.iris import Kind
from a4_rdf.serve.facts import Facts
from a4_rdf.serve.http.representations import HTML
from a4_rdf.serve.http.respond import page
from a4_rdf.serve.manifest import Manifest
from a4_rdf.serve.pages.tree import Node, tree
from a4_rdf.serve.publication import Current, Publication
from a4_rdf.serve.render import Pages
from a4_rdf.serve.things import goal_counts, linked

AT_HOME = 12
"""Organisations on the home page: those that published last."""

CARDS, TREES = 50, 10
"""Organisations on a page of the list, and of the list with all their units."""

_NUMBER = re.compile(r"[1-9][0-9]{0,6}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Paging:
    """The place of one page of a list: its number from 1, and how many there are."""

    number: int
    pages: int


@dataclass(frozen=True, slots=True)
class ListRoutes:
    """Answers for people who come in by the front door."""

    current: Current
    pages: Pages

    def blueprint(self) -> Blueprint:
        """Return the routes."""
        blueprint = Blueprint("lists", __name__)
        blueprint.add_url_rule("/", "home", self.home)
        blueprint.add_url_rule("/organizaciones", "organizations", self.organizations)
        blueprint.add_url_rule("/unidades", "units", self.units)
        return blueprint

    def home(self) -> Response:
        """Say what this is and where to go."""
        publication = self.current.get()
        shown = newest(publication.manifest)[:AT_HOME]
        return page(
            publication,
            "",
            lambda: self.pages.render(
                publication, "", "home.html", {"trees": organization_trees(publication, shown)}
            ),
        )

    def organizations(self) -> Response:
        """List the organisations by name, each with its latest release."""
        return self._list("organizaciones", "organizations.html", CARDS)

    def units(self) -> Response:
        """Show the units of the organisations as trees."""
        return self._list("unidades", "units.html", TREES)

    def _list(self, path: str, template: str, size: int) -> Response:
        publication = self.current.get()
        g.asked = HTML
        slugs = by_name(publication.manifest)
        paging = _paging(len(slugs), size)
        asked = {} if paging.number == 1 else {"pagina": str(paging.number)}
        start = (paging.number - 1) * size

        def html() -> str:
            trees = organization_trees(publication, slugs[start : start + size])
            context = {"trees": trees, "paging": paging}
            return self.pages.render(publication, path, template, context, asked=asked)

        return page(publication, path, html, "" if paging.number == 1 else str(paging.number))


def organization_trees(publication: Publication, slugs: Iterable[str]) -> dict[str, Node]:
    """Return the tree of units of some organisations, by slug."""
    trees = {}
    for slug in slugs:
        body = URIRef(iris.mint(publication.base, Kind.ORGANIZATION, org=slug))
        facts = Facts(publication.store.construct(queries.load("tree"), {"this": body}))
        publication.labels.learn(linked(facts.triples))
        goals = goal_counts(publication.store, "goal_counts", body)
        trees[slug] = tree(facts, publication.labels, goals, body)
    return trees


def by_name(manifest: Manifest) -> list[str]:
    """Return the slugs of all organisations in the order of their names."""
    return sorted(manifest.organizations, key=lambda slug: (manifest.organizations[slug], slug))


def newest(manifest: Manifest) -> list[str]:
    """Return the slugs of all organisations, those that published last first."""
    return sorted(by_name(manifest), key=lambda slug: str(manifest.modified(slug)), reverse=True)


def _paging(total: int, size: int) -> Paging:
    """Return the page that an address asks for; NotFound for a number that is none."""
    number, pages = request.args.get("pagina", "1"), max(1, -(-total // size))
    if not _NUMBER.fullmatch(number) or int(number) > pages:
        raise NotFound
    return Paging(int(number), pages)
