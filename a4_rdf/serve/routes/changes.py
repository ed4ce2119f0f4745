"""What changed between releases: as a page, as files, as a feed, and as an event stream."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from flask import Blueprint, Response, g, request
from werkzeug.exceptions import NotFound

from a4_rdf import formats, sentences
from a4_rdf.model import ChangeKind
from a4_rdf.serve.http import headers
from a4_rdf.serve.http.representations import (
    HTML,
    RDF_FORMS,
    TURTLE,
    Representation,
    split,
)
from a4_rdf.serve.http.respond import Resource, page, respond
from a4_rdf.serve.pages.changes import ChangePage, Wanted, change_page, nothing_yet
from a4_rdf.serve.publication import Current, Publication
from a4_rdf.serve.render import Pages
from a4_rdf.serve.routes.files import send
from a4_rdf.store import rdfio

PATH, FEED, STREAM = "cambios", "cambios.atom", "changes/ldes"
FEED_TYPE = "application/atom+xml; charset=utf-8"
STREAM_FORMS = tuple(form for form in RDF_FORMS if form.suffix != formats.RDFXML.suffix)
ROOT, OPEN = "index", "open"

_NUMBER = re.compile(r"[1-9][0-9]{0,6}", re.ASCII)
_CLOSED = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]+)-[0-9a-f]{12}", re.ASCII)


@dataclass(frozen=True, slots=True)
class ChangeRoutes:
    """Answers with the change log; all of it was written by the build."""

    current: Current
    pages: Pages

    def blueprint(self) -> Blueprint:
        """Return the routes."""
        blueprint = Blueprint("changes", __name__)
        blueprint.add_url_rule("/cambios", "page", self.page)
        blueprint.add_url_rule("/cambios.<any(csv, ttl, nt):suffix>", "file", self.file)
        blueprint.add_url_rule("/cambios.atom", "feed", self.feed)
        blueprint.add_url_rule("/changes/ldes", "root", self.root)
        blueprint.add_url_rule("/changes/ldes.<suffix>", "root_form", self.root)
        blueprint.add_url_rule("/changes/ldes/<name>", "fragment", self.fragment)
        return blueprint

    def page(self) -> Response:
        """Show the changes, fifty at a time, of all bodies or one, of all kinds or one."""
        publication = self.current.get()
        g.asked = HTML
        wanted = _wanted(publication)
        found = change_page(publication.root, wanted, publication.lang)
        if found is None:
            raise NotFound
        variant = "" if wanted == Wanted() else repr(wanted)
        return page(publication, PATH, lambda: self._page(publication, found), variant)

    def file(self, suffix: str) -> Response:
        """Answer with all changes as a table or as RDF: files of the dumps."""
        return send(self.current.get(), f"dumps/{PATH}.{suffix}")

    def feed(self) -> Response:
        """Answer with the latest changes as Atom."""
        publication = self.current.get()
        path = publication.root / FEED
        if not path.is_file():
            raise NotFound
        response = Response(path.read_bytes(), content_type=FEED_TYPE)
        headers.set_validators(response, publication.etag(FEED), publication.manifest.modified())
        response.make_conditional(request)
        return response

    def root(self, suffix: str | None = None) -> Response:
        """Answer with the root of the event stream, which leads to its pages."""
        publication = self.current.get()
        stem, asked = split(f"{STREAM}.{suffix}" if suffix else STREAM, STREAM_FORMS)
        if stem != STREAM:
            raise NotFound
        return _stream(publication, STREAM, ROOT, asked)

    def fragment(self, name: str) -> Response:
        """Answer with a page of the event stream.

        A closed page has a digest in its name and never changes. Where it is no longer there, for
        the past became another, the page with its month and number takes its place.
        """
        publication = self.current.get()
        stem, asked = split(name, STREAM_FORMS)
        path = f"{STREAM}/{stem}"
        if stem == OPEN:
            return _stream(publication, path, OPEN, asked)
        closed = _CLOSED.fullmatch(stem)
        if closed is None:
            raise NotFound
        if not _file(publication, stem).is_file():
            return _instead(publication, closed[1], asked)
        return _stream(publication, path, stem, asked)

    def _page(self, publication: Publication, found: ChangePage) -> str:
        publication.labels.learn(found.things())
        organization = found.wanted.organization
        asked = found.query(found.wanted.page)
        context = {
            "found": found,
            "kinds": [(kind.value, sentences.name(kind, publication.lang)) for kind in ChangeKind],
            "first": nothing_yet(publication.manifest, organization),
        }
        return self.pages.render(publication, PATH, "changes.html", context, asked=asked)


def _wanted(publication: Publication) -> Wanted:
    """Return what an address asks for; NotFound for a body, a kind or a number that is none."""
    organization, kind = request.args.get("org", ""), request.args.get("tipo", "")
    number = request.args.get("pagina", "1")
    if (
        (organization and organization not in publication.manifest.organizations)
        or (kind and kind not in list(ChangeKind))
        or not _NUMBER.fullmatch(number)
    ):
        raise NotFound
    return Wanted(organization, kind, int(number))


def _file(publication: Publication, name: str) -> Path:
    return publication.root / "ldes" / f"{name}.{TURTLE.suffix}"


def _stream(
    publication: Publication, path: str, name: str, asked: Representation | None
) -> Response:
    """Answer with one file of the event stream in one of its forms."""
    is_closed = name not in (ROOT, OPEN)
    resource = Resource(
        path=path,
        offers=STREAM_FORMS,
        render=lambda form: _rendered(publication, _file(publication, name), form),
        modified=None if is_closed else publication.manifest.modified(),
        cached=headers.FOREVER if is_closed else headers.SHORT,
        content=name if is_closed else "",
    )
    return respond(publication, resource, asked)


def _rendered(publication: Publication, path: Path, form: Representation) -> bytes:
    if not path.is_file() or form.format is None:
        raise NotFound
    if form == TURTLE:
        return path.read_bytes()
    triples = rdfio.parse(path, formats.TURTLE, publication.base)
    return rdfio.write(triples, form.format, publication.base)


def _instead(publication: Publication, stem: str, asked: Representation | None) -> Response:
    """Send to the page that has the month and number now; NotFound where there is none."""
    pattern = f"{stem}-*.{TURTLE.suffix}"
    found = next(iter(sorted((publication.root / "ldes").glob(pattern))), None)
    if found is None:
        raise NotFound
    suffix = f".{asked.suffix}" if asked else ""
    response = Response(status=302, content_type="text/plain; charset=utf-8")
    response.headers["Location"] = f"{request.script_root}/{STREAM}/{found.stem}{suffix}"
    response.headers["Cache-Control"] = headers.SHORT
    return response
