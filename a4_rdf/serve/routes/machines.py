"""Answers for machines that look after the site: health, robots, sitemap."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

from flask import Blueprint, Response
from rdflib import URIRef
from werkzeug.exceptions import NotFound

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
    "buscar",
    "calidad",
    "cambios",
    "consultas",
    "dumps/",
    "catalogo.html",
    "def/poa",
    "acerca",
    "privacidad",
    "terminos",
)
SITEMAP_LIMIT = 50_000
"""The sitemap protocol allows no more addresses in a file."""

ROBOTS = """\
User-agent: *
Disallow: {root}/sparql
Disallow: {root}/consultas?
Disallow: {root}/buscar?

Sitemap: {map}
"""


@dataclass(frozen=True, slots=True)
class MachineRoutes:
    """Answers about the service itself."""

    current: Current
    runner: Runner
    sitemap_limit: int = SITEMAP_LIMIT

    def blueprint(self) -> Blueprint:
        """Return the routes."""
        blueprint = Blueprint("machines", __name__)
        blueprint.add_url_rule("/healthz", "health", self.health)
        blueprint.add_url_rule("/readyz", "ready", self.ready)
        blueprint.add_url_rule("/robots.txt", "robots", self.robots)
        blueprint.add_url_rule("/sitemap.xml", "sitemap", self.sitemap)
        blueprint.add_url_rule("/sitemap-<int:number>.xml", "sitemap_part", self.sitemap_part)
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
        """List the pages that people look for: lists, bodies, units, data sets, documents.

        Where they are more than one file may hold, list the files that hold them.
        """
        publication = self.current.get()
        parts = self._parts(publication)
        if len(parts) == 1:
            return _xml(_urls(parts[0]))
        addresses = [
            iri_of(publication.base, f"sitemap-{number}.xml") for number in range(1, len(parts) + 1)
        ]
        return _xml(_listed("sitemapindex", "sitemap", addresses))

    def sitemap_part(self, number: int) -> Response:
        """List the addresses of one file of several."""
        parts = self._parts(self.current.get())
        if not 0 < number <= len(parts) or len(parts) == 1:
            raise NotFound
        return _xml(_urls(parts[number - 1]))

    def _parts(self, publication: Publication) -> list[list[str]]:
        body = publication.cache.get("sitemap", lambda: "\n".join(_addresses(publication)).encode())
        addresses = body.decode().split("\n")
        starts = range(0, len(addresses), self.sitemap_limit)
        return [addresses[start : start + self.sitemap_limit] for start in starts]


def _text(text: str, status: int = 200) -> Response:
    response = Response(text, status, content_type="text/plain; charset=utf-8")
    response.headers["Cache-Control"] = "no-store"
    return response


def _xml(text: str) -> Response:
    return Response(text, content_type="application/xml; charset=utf-8")


def _addresses(publication: Publication) -> list[str]:
    base = publication.base
    further = [f"{path}.html" for path in page_paths(publication)[1:]]
    return [iri_of(base, path) for path in (*PAGES, *further)] + _things(publication)


def _urls(addresses: list[str]) -> str:
    return _listed("urlset", "url", addresses)


def _listed(root: str, item: str, addresses: list[str]) -> str:
    entries = "".join(f"<{item}><loc>{escape(a)}</loc></{item}>\n" for a in addresses)
    namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="{namespace}">\n'
    return f"{head}{entries}</{root}>\n"


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
