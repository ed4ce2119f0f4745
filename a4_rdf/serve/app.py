"""The web application: built from what it may use, holding nothing global."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from flask import Flask, request

from a4_rdf import resources
from a4_rdf.serve import render
from a4_rdf.serve.addresses import quoted
from a4_rdf.serve.http import client, encoding, errors, headers, slashes
from a4_rdf.serve.http.client import NONE, Proxies
from a4_rdf.serve.http.fast_lane import FastLane
from a4_rdf.serve.http.language import Speaking
from a4_rdf.serve.publication import Current, follow
from a4_rdf.serve.render import Pages
from a4_rdf.serve.routes.about import AboutRoutes
from a4_rdf.serve.routes.catalogue import CatalogueRoutes
from a4_rdf.serve.routes.changes import ChangeRoutes
from a4_rdf.serve.routes.data import DataRoutes
from a4_rdf.serve.routes.embed import EmbedRoutes
from a4_rdf.serve.routes.files import FileRoutes
from a4_rdf.serve.routes.lists import ListRoutes
from a4_rdf.serve.routes.machines import MachineRoutes
from a4_rdf.serve.routes.mementos import DayConverter, MementoRoutes
from a4_rdf.serve.routes.quality import QualityRoutes
from a4_rdf.serve.routes.queries import QueryRoutes
from a4_rdf.serve.routes.search import SearchRoutes
from a4_rdf.serve.routes.static import StaticRoutes
from a4_rdf.serve.routes.things import ThingRoutes
from a4_rdf.serve.sandbox import Limits, RefusingRunner, Runner
from a4_rdf.serve.site import load_site
from a4_rdf.serve.sparql import endpoint
from a4_rdf.serve.sparql.endpoint import Dataset
from a4_rdf.store import Place


@dataclass(frozen=True, slots=True)
class Deployment:
    """How a site stands in the world.

    With `is_static` its pages are for a copy that only holds files. `proxies` are those before the
    server. `store` is an endpoint whose triples are served instead of the publication's own.
    """

    is_static: bool = False
    proxies: Proxies = NONE
    store: Place | None = None


PLAIN = Deployment()
"""A server that is asked by people themselves, for the triples of its publication."""


def create_app(
    publication: Path,
    base: str | None = None,
    runner: Runner | None = None,
    site: Path | None = None,
    deployment: Deployment = PLAIN,
) -> Flask:
    """Return the application that serves a publication folder, read-only.

    `publication` is `public`, the link that builds swap. `base` has to be the base it was built
    for; None takes that. `runner` answers queries; without one the query service says that it is
    not there. `site` replaces the bundled templates. Raises A4Error where there is no publication,
    or where it has another base.
    """
    folder = site or resources.folder("site")
    pages = Pages(load_site(folder), deployment.is_static)
    following = follow(publication, pages.site, base, deployment.store)
    current = Speaking(following)
    app = Flask("a4_rdf", template_folder=folder / "templates", static_folder=None)
    app.wsgi_app = client.behind(app.wsgi_app, deployment.proxies)  # type: ignore[assignment]
    app.url_map.merge_slashes = False
    app.url_map.converters["day"] = DayConverter
    render.install(app, pages.site)
    encoding.install(app)
    headers.install(app)
    slashes.install(app)
    errors.install(app, lambda title, detail: _error_page(current, pages, title, detail))
    answering = runner or RefusingRunner("Esta copia no tiene servicio de consultas.", Limits())
    for routes in (
        ThingRoutes(current, pages),
        MementoRoutes(current, pages),
        EmbedRoutes(current, pages),
        DataRoutes(current, pages),
        CatalogueRoutes(current, pages),
        ChangeRoutes(current, pages),
        FileRoutes(current, pages),
        MachineRoutes(current, answering),
        ListRoutes(current, pages),
        SearchRoutes(current, pages),
        QualityRoutes(current, pages),
        AboutRoutes(current, pages, answering),
        QueryRoutes(current, pages, answering),
        StaticRoutes(pages),
    ):
        app.register_blueprint(routes.blueprint())
    published = partial(_published, current)
    app.register_blueprint(endpoint.blueprint(answering, published, query_page="/consultas"))
    # Another store may change under its publication.
    changing = () if deployment.store is None else ("/sparql",)
    lane = FastLane(app.wsgi_app, lambda: following.get().identity, changing)
    app.wsgi_app = lane  # type: ignore[method-assign]
    return app


def _published(current: Current) -> Dataset:
    publication = current.get()
    return Dataset(publication.base, publication.manifest.digest, publication.graphs)


def _error_page(current: Current, pages: Pages, title: str, detail: str) -> str:
    """Return the page of an error; its links are seen from the address that was asked."""
    here = quoted(request.path.removeprefix("/"))
    context = {"title": title, "detail": detail}
    return pages.render(current.get(), here, "error.html", context)
