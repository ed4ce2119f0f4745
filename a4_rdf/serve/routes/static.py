"""What the pages look like: style sheet, icon, and the scripts of the pages that have one."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, Response, g, send_from_directory

from a4_rdf.serve.http.representations import HTML
from a4_rdf.serve.render import Pages

FOREVER = 31_536_000
"""Seconds that a style sheet may be kept: its address changes with it."""


@dataclass(frozen=True, slots=True)
class StaticRoutes:
    """Answers with the files of the style."""

    pages: Pages

    def blueprint(self) -> Blueprint:
        """Return the route."""
        blueprint = Blueprint("site", __name__)
        blueprint.add_url_rule("/static/<path:name>", "static", self.static)
        return blueprint

    def static(self, name: str) -> Response:
        """Answer with a file of the style; its address carries the site's fingerprint."""
        g.asked = HTML
        return send_from_directory(self.pages.site.folder / "static", name, max_age=FOREVER)
