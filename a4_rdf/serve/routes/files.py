"""Files of the publication: dumps with ranges, and the published copies of the sources."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import PurePosixPath

from flask import Blueprint, Response, g, request, send_file
from werkzeug.exceptions import NotFound

from a4_rdf import iris
from a4_rdf.iris import Kind
from a4_rdf.serve.http import headers
from a4_rdf.serve.http.representations import HTML
from a4_rdf.serve.http.respond import page
from a4_rdf.serve.manifest import FileEntry
from a4_rdf.serve.publication import Current, Publication
from a4_rdf.serve.render import Pages

ATTACHED = frozenset((".csv", ".xlsx"))
"""Formats that a browser or a spreadsheet would open: they are saved instead."""


@dataclass(frozen=True, slots=True)
class FileRoutes:
    """Answers with files as they lie in the publication; only those that the manifest lists."""

    current: Current
    pages: Pages

    def blueprint(self) -> Blueprint:
        """Return the routes."""
        blueprint = Blueprint("files", __name__)
        blueprint.add_url_rule("/dumps", "to_index", self.to_index)
        blueprint.add_url_rule("/dumps/", "index", self.index)
        blueprint.add_url_rule("/dumps/<path:path>", "dump", self.dump)
        blueprint.add_url_rule("/doc/documento/<org>/<date>/fuente.txt", "source", self.source)
        return blueprint

    def to_index(self) -> Response:
        """Send to the list; said here, because the framework would say it with the Host header."""
        response = Response(status=308, content_type="text/plain; charset=utf-8")
        response.headers["Location"] = f"{request.script_root}/dumps/"
        return response

    def index(self) -> Response:
        """List the downloads with size and checksum."""
        publication = self.current.get()
        listed = [
            entry for path, entry in publication.manifest.files.items() if path.startswith("dumps/")
        ]
        context = {
            "latest": [entry for entry in listed if entry.path.count("/") == 1],
            "by_release": [entry for entry in listed if entry.path.count("/") > 1],
            "repeating": [entry for entry in publication.manifest.releases if entry.repeats],
        }
        return page(
            publication,
            "dumps/",
            lambda: self.pages.render(publication, "dumps/", "dumps.html", context),
        )

    def dump(self, path: str) -> Response:
        """Answer with one file of dumps/."""
        return send(self.current.get(), f"dumps/{path}")

    def source(self, org: str, date: str) -> Response:
        """Answer with the published copy of a source, whose lines the data point at."""
        return send(self.current.get(), f"sources/{org}/{date}/fuente.txt")


def send(publication: Publication, path: str) -> Response:
    """Return a file of the publication as it lies there; NotFound for one that is not listed."""
    entry, where = publication.manifest.files.get(path), publication.file(path)
    if entry is None or where is None or not where.is_file():
        raise NotFound
    g.asked = HTML
    suffix = PurePosixPath(path).suffix
    response = send_file(
        where,
        mimetype=entry.media_type.partition(";")[0],
        as_attachment=suffix in ATTACHED,
        download_name=path.removeprefix("dumps/").replace("/", "-") if suffix in ATTACHED else None,
        etag=entry.sha256,
        last_modified=_modified(publication),
    )
    response.headers["Cache-Control"] = "public, no-cache"
    headers.add_links(response, (_described_by(publication, entry),))
    return response


def _modified(publication: Publication) -> datetime | None:
    day = publication.manifest.modified()
    return datetime.combine(day, time(), UTC) if day else None


def _described_by(publication: Publication, entry: FileEntry) -> str:
    """Return the link to what describes a file: its CSVW metadata, else the catalogue."""
    metadata = f"{entry.path}-metadata.json"
    if metadata in publication.manifest.files:
        name = PurePosixPath(metadata).name
        return f'<{name}>; rel="describedby"; type="application/csvm+json"'
    return headers.link(iris.mint(publication.base, Kind.CATALOGUE), "describedby")
