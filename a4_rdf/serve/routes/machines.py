"""Answers for machines that look after the site: health, robots, sitemap."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

from flask import Blueprint, Response
from rdflib import URIRef

from a4_rdf import iris, queries
from a4_rdf.iris import Kind
from a4_rdf.serve.addresses import iri_of
from a4_rdf.serve.publication import Current, Publication
from a4_rdf.serve.routes.catalogue import page_paths
from a4_rdf.serve.sandbox import Runner

PAGES = (
    "",
    "organizaciones",
    "unidades",
    "cambios",
    "consultas",
    "dumps/",
    "catalogo.html",
    "def/poa",
)
SITEMAP_LIMIT = 50_000
"""The sitemap protocol allows no more addresses in a file."""

ROBOTS = "User-agent: *\nDisallow: {root}/sparql\nDisallow: {root}/consultas?\n\nSitemap: {map}\n"


@dataclass(frozen=True, slots=True)
class MachineRoutes:
    """Answers about the service itself."""

    current: Current
    runner: Runner

    def blueprint(self) -> Blueprint:
        """Return the routes."""
        blueprint = Blueprint("machines", __name__)
        blueprint.add_url_rule("/healthz", "health", self.health)
        blueprint.add_url_rule("/readyz", "ready", self.ready)
        blueprint.add_url_rule("/robots.txt", "robots", self.robots)
        blueprint.add_url_rule("/sitemap.xml", "sitemap", self.sitemap)
        return blueprint

    def health(self) -> Response:
        """Say that the process answers."""
        return _text("ok\n")

    def ready(self) -> Response:
        """Say whether the store answers and the queries' process is there: 200, else 503.

        Where queries are refused for good, as on a system that cannot isolate them, the site is
        as ready as it will ever be: 200, and a second line says why they are refused.
        """
        publication = self.current.get()
        publication.store.ask(queries.load("thing_exists"), {"this": URIRef(publication.base)})
        presence = self.runner.presence()
        said = f"ok {publication.manifest.digest}\n"
        if presence.refusal:
            return _text(f"{said}queries refused: {presence.refusal}\n")
        return _text(said) if presence.is_there else _text("queries are not answered now\n", 503)

    def robots(self) -> Response:
        """Let robots read all but the query service."""
        base = self.current.get().base
        root = urlsplit(base).path
        return _text(ROBOTS.format(root=root, map=iri_of(base, "sitemap.xml")))

    def sitemap(self) -> Response:
        """List the pages that people look for: lists, bodies, units, data sets, documents."""
        publication = self.current.get()
        body = publication.cache.get("sitemap.xml", lambda: _sitemap(publication).encode())
        return Response(body, content_type="application/xml; charset=utf-8")


def _text(text: str, status: int = 200) -> Response:
    response = Response(text, status, content_type="text/plain; charset=utf-8")
    response.headers["Cache-Control"] = "no-store"
    return response


def _sitemap(publication: Publication) -> str:
    base = publication.base
    further = [f"{path}.html" for path in page_paths(publication)[1:]]
    addresses = [iri_of(base, path) for path in (*PAGES, *further)] + _things(publication)
    entries = "".join(f"<url><loc>{escape(a)}</loc></url>\n" for a in addresses[:SITEMAP_LIMIT])
    namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{namespace}">\n'
    return f"{head}{entries}</urlset>\n"


def _things(publication: Publication) -> list[str]:
    base, addresses = publication.base, []
    for slug in publication.manifest.organizations:
        body = iris.mint(base, Kind.ORGANIZATION, org=slug)
        units = publication.store.select(queries.load("units"), {"this": URIRef(body)})
        addresses += [body, iris.mint(base, Kind.DATASET, org=slug)]
        addresses += [str(unit) for unit in units.column("unit")]
    for release in publication.manifest.releases:
        day = release.date.isoformat()
        addresses.append(iris.mint(base, Kind.DOCUMENT, org=release.organization, date=day))
    return [iris.document_of(base, address) for address in addresses]
